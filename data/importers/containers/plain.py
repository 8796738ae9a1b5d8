"""From the values that readers give to rows of plain cells of equal length, trimmed and counted."""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Final

from data.importers.containers import limits
from data.importers.containers.grid import Cell, Row, Unreadable
from data.importers.containers.reasons import RefusedError, Unreadability

_EXACT: Final = 2.0**53
"""Beyond this a float no longer holds every integer."""


def _number(value: float) -> Cell:
    if value.is_integer() and -_EXACT <= value <= _EXACT:
        return int(value)
    # What is no number in arithmetic is text, so that no importer computes with it.
    return value if value - value == 0 else str(value)


def _integer(value: int) -> Cell:
    return value if -_EXACT <= value <= _EXACT else str(value)


def _itself(value: Cell) -> Cell:
    return value


_PLAIN: Final[Mapping[type, Callable[[Any], Cell]]] = {
    str: lambda text: text or None,
    float: _number,
    int: _integer,
    bool: _itself,
    dt.date: _itself,
    dt.datetime: _itself,
    dt.time: _itself,
    dt.timedelta: str,
    Unreadable: _itself,
    type(None): _itself,
}


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


def plain_rows(
    rows: Iterable[Sequence[object]], unreadable: Mapping[tuple[int, int], Unreadable] | None = None
) -> tuple[Row, ...]:
    """Make every value a plain cell, lay the unreadable ones over it, cut blank ends off.

    Raises:
        RefusedError: more than the limits allow.
    """
    plain = _PLAIN
    cells: list[list[Cell]] = [[plain[type(value)](value) for value in row] for row in rows]
    for (row, column), found in (unreadable or {}).items():
        check_size(row + 1, column + 1)
        cells += [[] for _ in range(row + 1 - len(cells))]
        cells[row] += [None] * (column + 1 - len(cells[row]))
        cells[row][column] = found
    return _trimmed(cells)


def _trimmed(cells: list[list[Cell]]) -> tuple[Row, ...]:
    height = width = 0
    for number, row in enumerate(cells):
        last = len(row)
        while last > width and row[last - 1] is None:
            last -= 1
        width = max(width, last)
        if any(cell is not None for cell in row):
            height = number + 1
    check_size(height, width)
    return tuple(
        [
            tuple(row[:width]) if len(row) >= width else (*row, *[None] * (width - len(row)))
            for row in cells[:height]
        ]
    )
