"""What a reader gives of one sheet, before its values are made plain."""

import datetime as dt
from array import array
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain, count
from typing import Any, Final

from data.containers.gate import limits
from data.containers.gate.reasons import RefusedError, Unreadability
from data.model.grid import Cell, Rectangle, RowPlace

_EXACT: Final = 2.0**53
"""Beyond this a float no longer holds every integer."""

Overlay = Mapping[tuple[int, int], object]
"""What its format or a fault makes of a cell, by row and column counted from 0."""


@dataclass(frozen=True, slots=True)
class Truth:
    """A yes or no; as a bare bool it would be equal to the number 1 or 0."""

    value: bool


@dataclass(frozen=True, slots=True)
class Columns:
    """The cells of a sheet by column: each different value, and its place for each cell.

    `references` are 32 bits a cell, one column below the other.
    """

    values: list[object]
    references: bytes
    height: int
    width: int

    @classmethod
    def of(cls, rows: Sequence[Sequence[object]]) -> "Columns":
        """Number the values of rows that are equally long."""
        places: defaultdict[object, int] = defaultdict(count().__next__)
        cells = chain.from_iterable(zip(*rows, strict=True))
        references = array("i", map(places.__getitem__, cells))
        return cls(list(places), references.tobytes(), len(rows), len(rows[0]) if rows else 0)


@dataclass(frozen=True, slots=True)
class Reading:
    """The values of one sheet from A1 on, all rows equally long, with what else was found."""

    name: str
    rows: list[list[object]] | Columns
    merged: tuple[Rectangle, ...] = ()
    hidden: bool = False
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    places: tuple[RowPlace, ...] = ()
    unread_pages: tuple[int, ...] = ()

    @property
    def extent(self) -> tuple[int, int]:
        """How high and how wide it is."""
        if isinstance(self.rows, Columns):
            return self.rows.height, self.rows.width
        return len(self.rows), len(self.rows[0]) if self.rows else 0


@dataclass(slots=True)
class GrowingSheet:
    """One sheet of an XML document while its rows arrive; `next_row` is where the next one goes."""

    name: str
    hidden: bool = False
    rows: list[list[object]] = field(default_factory=list)
    next_row: int = 0
    merged: list[Rectangle] = field(default_factory=list)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)

    def reading(self) -> Reading:
        """Close the sheet."""
        return Reading(
            self.name,
            squared(self.rows),
            merged=tuple(self.merged),
            hidden=self.hidden,
            hidden_rows=frozenset(self.hidden_rows),
            hidden_columns=frozenset(self.hidden_columns),
        )


def _number(value: float) -> Cell:
    if value.is_integer() and -_EXACT <= value <= _EXACT:
        return int(value)
    # What is no number in arithmetic becomes text, so that no importer computes with it.
    return value if value - value == 0 else str(value)


_PLAIN: Final[Mapping[type, Callable[[Any], Cell]]] = {
    str: lambda text: text or None,
    float: _number,
    int: lambda number: _number(float(number)),
    Truth: lambda truth: truth.value,
    dt.timedelta: str,
    # The wall clock counts: no other container knows zones, and no workbook can be written with.
    dt.datetime: lambda moment: moment.replace(tzinfo=None),
}


def plain(value: object) -> Cell:
    """Make a reader's value a plain cell: exact floats become int, blank text becomes None."""
    make = _PLAIN.get(type(value))
    return make(value) if make else value  # type: ignore[return-value]


def distinct(rows: Sequence[Sequence[object]]) -> list[list[object]]:
    """Wrap what is true or false, so that it stays apart from equal numbers."""
    return [
        [Truth(value) if value is True or value is False else value for value in row]
        if bool in map(type, row)
        else list(row)
        for row in rows
    ]


def check_size(height: int, width: int) -> None:
    """Hold the extent of a sheet against the limits.

    Raises:
        RefusedError: too many columns, rows or cells.
    """
    if width > limits.COLUMNS:
        raise RefusedError(Unreadability.TOO_MANY_COLUMNS)
    if height > limits.ROWS:
        raise RefusedError(Unreadability.TOO_MANY_ROWS)
    if height * width > limits.CELLS:
        raise RefusedError(Unreadability.TOO_MANY_CELLS)


def check_together(cells: int) -> None:
    """Hold the cells of all sheets against the limits.

    Raises:
        RefusedError: too many cells.
    """
    if cells > limits.CELLS_TOGETHER:
        raise RefusedError(Unreadability.TOO_MANY_CELLS)


def squared(rows: list[list[object]], overlay: Overlay | None = None) -> list[list[object]]:
    """Lay what cells are over their values, cut blank ends off and make rows equally long.

    Raises:
        RefusedError: more rows, columns or cells than the limits allow.
    """
    for (row, column), found in (overlay or {}).items():
        check_size(row + 1, column + 1)
        rows += [[] for _ in range(row + 1 - len(rows))]
        rows[row] += [None] * (column + 1 - len(rows[row]))
        rows[row][column] = found
    height, width = _extent(rows)
    check_size(height, width)
    return [_resized(row, width) for row in rows[:height]]


def _extent(rows: list[list[object]]) -> tuple[int, int]:
    height = width = 0
    for number, row in enumerate(rows, start=1):
        last = len(row)
        while last > width and row[last - 1] in (None, ""):
            last -= 1
        width = max(width, last)
        if any(value not in (None, "") for value in row):
            height = number
    return height, width


def _resized(row: list[object], width: int) -> list[object]:
    if len(row) == width:
        return row
    return row[:width] + [None] * (width - len(row))
