"""One table of one page, as it was found there."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from data.model.grid import Rectangle

_SAME_COLUMN: Final = 4.0
"""How far the columns of a table may move from one page to the next, in points."""

_NUMBER: Final = re.compile(r"[\d.,%]*\d[\d.,%]*")
_MANY_NUMBERS: Final = 0.3


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of texts between the edges of their columns; `top` is its height on the page.

    In a `marked` one texts have their very blanks and lines, and those of the cells `cut` (row and
    column) go on at the top of the next page.
    """

    edges: tuple[float, ...]
    rows: list[list[object]]
    merged: tuple[Rectangle, ...]
    top: float
    ruled: bool
    marked: bool = False
    cut: frozenset[tuple[int, int]] = frozenset()

    def goes_on_in(self, other: "Table") -> bool:
        """Tell whether the other table has the same columns in the same places."""
        if len(self.edges) != len(other.edges) or self.ruled is not other.ruled:
            return False
        apart = max(abs(one - two) for one, two in zip(self.edges, other.edges, strict=True))
        narrowest = min(right - left for left, right in pairwise(self.edges))
        return apart <= (_SAME_COLUMN if self.ruled else max(_SAME_COLUMN, narrowest))

    def below(self, headings: Sequence[list[object]]) -> tuple["Table", int]:
        """Give what stands below the headings that it repeats, and how many they are."""
        body = next((at for at, row in enumerate(self.rows) if row not in headings), 0)
        merged = tuple(
            (top - body, left, bottom - body, right)
            for top, left, bottom, right in self.merged
            if top >= body
        )
        cut = frozenset((row - body, column) for row, column in self.cut if row >= body)
        return replace(self, rows=self.rows[body:], merged=merged, cut=cut), body


def is_number(text: str) -> bool:
    """Tell whether a text is a number and nothing else."""
    return _NUMBER.fullmatch(text) is not None


def holds_numbers(texts: Iterable[str]) -> bool:
    """Tell whether texts are those of a table of numbers, whose other cells hold names."""
    filled = [text for text in texts if text]
    return sum(map(is_number, filled)) >= _MANY_NUMBERS * max(len(filled), 1)
