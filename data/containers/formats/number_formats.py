"""Formats of numbers in workbooks: which of them show a number in percent."""

import re
from collections.abc import Iterable, Iterator, Sequence
from math import isfinite
from typing import Final

from data.model.grid import Percentage

PERCENT_FORMATS: Final = frozenset({9, 10})
"""The numbers that Excel gives its own 0% and 0.00%."""
_LITERAL: Final = re.compile(r'"[^"]*"|[\\_*].')


def is_percent(code: str) -> bool:
    """Tell whether a format shows numbers in percent; a sign in quotes only stands beside them."""
    return "%" in _LITERAL.sub("", code)


def as_percentage(value: object) -> object:
    """Give a finite number as the percentage that is seen; anything else stays what it is."""
    is_number = type(value) in (int, float)
    return Percentage(float(value)) if is_number and isfinite(value) else value  # type: ignore[arg-type]


def percentages(
    rows: Sequence[Sequence[object]], places: Iterable[tuple[int, int]]
) -> Iterator[tuple[tuple[int, int], object]]:
    """Give the percentages that stand at some places, row and column counted from 0."""
    for row, column in places:
        if row < len(rows) and column < len(rows[row]):
            yield (row, column), as_percentage(rows[row][column])
