"""An official form as a table on paper, before it is a Word file or a sheet."""

import datetime as dt
from dataclasses import dataclass
from typing import TypeAlias

Range: TypeAlias = tuple[int, int, int, int]
"""First row, first column, last row, last column, all included."""


@dataclass(frozen=True, slots=True)
class About:
    """Whose form it is and what it stands on; no divisions means all of them.

    `conditions` are labels and texts that say what the document stands on; they stand where no
    importer takes them for rows. A Word file says when it was made; without a moment it says
    nothing. `signatures` are lines of text, as many for each who signs, side by side below the
    rows. `logo` is a small PNG or b"".
    """

    year: int
    organisation: str
    divisions: tuple[str, ...]
    as_of: str
    conditions: tuple[tuple[str, str], ...]
    author: str
    thai_digits: bool = False
    mark: str = ""
    made_at: dt.datetime | None = None
    signatures: tuple[tuple[str, ...], ...] = ()
    logo: bytes = b""


@dataclass(frozen=True, slots=True)
class FormTable:
    """A form: titles, two rows of headings that every page repeats, rows of text, conditions.

    `heading_merges` count rows from the first heading, `merges` from the first body row; the text
    of a range stands in its first cell. `widths` are shares of the page. The texts have the digits
    that `about` asks for; page numbers are to follow.
    """

    name: str
    titles: tuple[str, ...]
    headings: tuple[tuple[str, ...], tuple[str, ...]]
    heading_merges: tuple[Range, ...]
    rows: tuple[tuple[str, ...], ...]
    merges: tuple[Range, ...]
    widths: tuple[float, ...]
    centred: frozenset[int]
    conditions_title: str
    page: str
    about: About

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
