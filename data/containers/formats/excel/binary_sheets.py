"""What the records of one binary sheet say beyond its values: errors, merged cells, hidden rows."""

from dataclasses import dataclass, field
from typing import Final

from data.containers.formats.excel.binary_records import records, u32
from data.containers.gate import limits
from data.containers.gate.reasons import RefusedError, Unreadability
from data.model.grid import Rectangle, Unreadable

_ROW: Final = 0
_ERROR: Final = 3
_COMPUTED_ERROR: Final = 11
_SMALLEST: Final = {2: 12, 3: 9, 4: 9, 5: 16, 6: 12, 7: 12, 8: 12, 9: 16, 10: 9, 11: 9}
"""Bytes of a cell with a value, by its kind: a reader takes more from the record behind it."""
_COLUMN: Final = 60
_MERGED: Final = 176
_NUMBERS: Final = (2, 5, 9)
"""The cells that hold a number: two ways of writing one, and the result of a formula."""
_STYLE: Final = 0xFFFFFF
_ROW_FLAGS_AT: Final = 11
_ROW_HIDDEN: Final = 0x10
_COLUMN_FLAGS_AT: Final = 16
_COLUMN_HIDDEN: Final = 0x01
_ERROR_AT: Final = 8
_ERRORS: Final = {
    0x00: "#NULL!",
    0x07: "#DIV/0!",
    0x0F: "#VALUE!",
    0x17: "#REF!",
    0x1D: "#NAME?",
    0x24: "#NUM!",
    0x2A: "#N/A",
}


@dataclass(slots=True)
class BinarySheet:
    """Findings in the records of a sheet; rows and columns are counted from 0."""

    unreadable: dict[tuple[int, int], Unreadable] = field(default_factory=dict)
    merged: list[Rectangle] = field(default_factory=list)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    percent: set[tuple[int, int]] = field(default_factory=set)


def read_records(part: bytes, percent: frozenset[int]) -> BinarySheet:
    """Read a sheet's records; numbers of the styles in `percent` are shown so.

    Raises:
        RefusedError: damaged, or a cell with a value lies beyond the limits.
    """
    sheet, row = BinarySheet(), 0
    for kind, body in records(part):
        if kind == _ROW:
            row = u32(body, 0)
            if _flags(body, _ROW_FLAGS_AT) & _ROW_HIDDEN:
                sheet.hidden_rows.add(row)
        elif kind in _SMALLEST:
            _take_cell(sheet, row, kind, body)
            if kind in _NUMBERS and u32(body, 4) & _STYLE in percent:
                sheet.percent.add((row, u32(body, 0)))
        elif kind == _COLUMN and _flags(body, _COLUMN_FLAGS_AT) & _COLUMN_HIDDEN:
            last = min(u32(body, 4) + 1, limits.COLUMNS)
            sheet.hidden_columns.update(range(u32(body, 0), last))
        elif kind == _MERGED:
            top, bottom, left, right = (u32(body, at) for at in (0, 4, 8, 12))
            sheet.merged.append((top, left, bottom, right))
    return sheet


def _take_cell(sheet: BinarySheet, row: int, kind: int, body: bytes) -> None:
    column = u32(body, 0)
    if len(body) < _SMALLEST[kind]:
        raise RefusedError(Unreadability.DAMAGED)
    if column >= limits.COLUMNS:
        raise RefusedError(Unreadability.TOO_MANY_COLUMNS)
    if row >= limits.ROWS:
        raise RefusedError(Unreadability.TOO_MANY_ROWS)
    if kind in (_ERROR, _COMPUTED_ERROR):
        code = _flags(body, _ERROR_AT)
        sheet.unreadable[row, column] = Unreadable(_ERRORS.get(code, "#ERROR!"))


def _flags(body: bytes, at: int) -> int:
    return body[at] if at < len(body) else 0
