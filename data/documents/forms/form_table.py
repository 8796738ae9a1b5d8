"""An official form as a table on paper, before it is a Word file or a sheet."""

import datetime as dt
from dataclasses import dataclass
from typing import TypeAlias

Range: TypeAlias = tuple[int, int, int, int]
"""First row, first column, last row, last column, all included."""


@dataclass(frozen=True, slots=True)
class FormTable:
    """A form: titles, two rows of headings that every page repeats, rows of text, conditions.

    `heading_merges` count rows from the first heading, `merges` from the first body row; the text
    of a range stands in its first cell. `widths` are shares of the page. `conditions` are labels
    and texts that say what the document stands on; they stand where no importer takes them for
    rows. `thai_digits` is about page numbers: texts come with the digits they are to have. A Word
    file says when it was made; without a moment it says nothing. `signatures` are lines of text, as
    many for each who signs, side by side below the rows. `logo` is a small PNG or b"".
    """

    name: str
    titles: tuple[str, ...]
    headings: tuple[tuple[str, ...], tuple[str, ...]]
    heading_merges: tuple[Range, ...]
    rows: tuple[tuple[str, ...], ...]
    merges: tuple[Range, ...]
    widths: tuple[float, ...]
    conditions_title: str
    conditions: tuple[tuple[str, str], ...]
    page: str
    author: str
    centred: frozenset[int] = frozenset()
    thai_digits: bool = False
    made_at: dt.datetime | None = None
    signatures: tuple[tuple[str, ...], ...] = ()
    logo: bytes = b""

    @property
    def columns(self) -> int:
        """How many columns it has."""
        return len(self.widths)


def covered(merges: tuple[Range, ...]) -> dict[tuple[int, int], Range]:
    """Give the range of every cell that lies in one."""
    return {
        (row, column): found
        for found in merges
        for row in range(found[0], found[2] + 1)
        for column in range(found[1], found[3] + 1)
    }
