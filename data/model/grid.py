"""Sheets of plain cells: what every container comes down to."""

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Final, NamedTuple, TypeAlias

_LINE_END: Final = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A cell that holds no value: an error such as #REF!, or a formula that was never computed.

    `text` is the error, or the formula with its equals sign, as a person would see it.
    """

    text: str


@dataclass(frozen=True, slots=True)
class Percentage:
    """A finite number that its cell shows a hundredfold: 0.9282 is seen as 92.82%."""

    value: float

    @property
    def shown(self) -> float:
        """Give the number before the percent sign, whatever decimals the cell is cut to."""
        # 0.9282 * 100 is 92.82000000000001, of which no cell shows the end.
        return round(self.value * 100, 12)

    def __float__(self) -> float:
        return self.value

    def __str__(self) -> str:
        return f"{self.shown:.15g}%"


Cell: TypeAlias = (
    str | int | float | bool | dt.date | dt.datetime | dt.time | Percentage | Unreadable | None
)
"""One cell; years are as stored, text is never reinterpreted."""

Row: TypeAlias = tuple[Cell, ...]
Rectangle: TypeAlias = tuple[int, int, int, int]
"""Top, left, bottom, right: counted from 0, the last ones included."""


class RowPlace(NamedTuple):
    """Where a row stands in a printed document: page from 1, table of the page, row from 0.

    Table 0 is the text of the page outside of its tables; there a row is a line.
    """

    page: int
    table: int
    row: int


@cache
def column_letters(column: int) -> str:
    """Name a column counted from 0: 0 is A, 26 is AA."""
    letters = ""
    rest = column + 1
    while rest:
        rest, digit = divmod(rest - 1, 26)
        letters = chr(ord("A") + digit) + letters
    return letters


def address(part: str, row: int, column: int) -> str:
    """Name a cell by what `Sheet.place` gives: ("p3t1!", 13, 2) is p3t1!C14."""
    return f"{part}{column_letters(column)}{row + 1}"


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet, table or text: `rows[0]` is row 1 of the file and its first cell is column A.

    Blank rows and columns at the start are kept so that addresses are right, those at the end are
    cut off. Rows of a workbook are equally long; rows of a text file are as long as they were
    written. Those of a long sheet may be a `data.containers.cell_columns.Grid`.
    `text` is the whole text when the file is not a regular table (copied out of a PDF); it is
    `parted` when its columns were told by the marks in it.
    `file_name` is the name of the file without its ending. `places` are those of the rows of a
    printed document, whose cells are named by page and table, `unread_pages` those beside them
    that are pictures. `origins` are the cells, row and column from 0, that those of a sheet turned
    into a table had in the file.
    """

    name: str
    rows: Sequence[Row]
    merged: tuple[Rectangle, ...] = ()
    hidden: bool = False
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    text: str | None = None
    parted: bool = False
    file_name: str = ""
    places: tuple[RowPlace, ...] = ()
    unread_pages: tuple[int, ...] = ()
    origins: tuple[tuple[tuple[int, int], ...], ...] = ()

    @property
    def lines(self) -> list[str]:
        """The lines of its text as its rows count them: a form feed ends none."""
        return _LINE_END.split(self.text or "")

    def address(self, row: int, column: int) -> str:
        """Name a cell the way Excel does: (13, 2) is C14; p3t1!C14 in table 1 of page 3."""
        return address(*self.place(row, column))

    def place(self, row: int, column: int) -> tuple[str, int, int]:
        """Give where a cell stands in the file: "p3t1!" of a print or "", its row and column."""
        if row < len(self.origins) and column < len(self.origins[row]):
            row, column = self.origins[row][column]
        if row >= len(self.places):
            return "", row, column
        page, table, line = self.places[row]
        of_table = f"t{table}" if table else ""
        return f"p{page}{of_table}!", line, column

    @property
    def width(self) -> int:
        """How many cells the longest row has."""
        # A grid knows: going through its rows would make all of them.
        known = getattr(self.rows, "width", None)
        return max(map(len, self.rows), default=0) if known is None else known

    def unmerged(self) -> "Sheet":
        """Repeat the value of each merged range in all its cells, within the sheet."""
        if not self.merged:
            return self
        width = self.width
        rows = [list(row) + [None] * (width - len(row)) for row in self.rows]
        for top, left, bottom, right in self.merged:
            if top < len(rows) and left < width:
                across = min(right + 1, width) - left
                for row in rows[top : bottom + 1]:
                    row[left : left + across] = [rows[top][left]] * across
        return replace(self, rows=tuple(map(tuple, rows)), merged=())
