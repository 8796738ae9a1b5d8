"""Excel workbooks from before 2007 (.xls), read by xlrd."""

import io
import struct
from typing import Final, cast

import xlrd  # type: ignore[import-untyped]

from data.containers.formats.number_formats import as_percentage, is_percent
from data.containers.formats.readings import Reading, Truth, check_size, squared
from data.containers.gate import limits
from data.containers.gate.guard import guarded
from data.containers.gate.reasons import RefusedError, Unreadability
from data.containers.gate.signatures import COMPOUND_MAGIC
from data.model.grid import Unreadable

# Byte order, sector and short sector size as powers of two, sectors of three allocation tables.
_HEADER: Final = struct.Struct("<28xHHH10xI16xI4xI")
_DIRECTORY_NAME: Final = "utf-16-le"
_UNICODE: Final = 80
"""From this version on texts are Unicode; before, a file may not say what its bytes mean."""
_PROTECTED: Final = "EncryptedPackage".encode(_DIRECTORY_NAME)
# Each name ends where it ends: a Word document has bookmarks.
_STREAMS: Final = tuple(
    f"{name}\0".encode(_DIRECTORY_NAME) for name in ("Workbook", "WORKBOOK", "Book", "BOOK")
)


def read_old_workbook(content: bytes) -> list[Reading]:
    """Read every worksheet.

    A formula that was never computed cannot be told from one whose result is 0 in this format.

    Raises:
        RefusedError: damaged, protected, more than the limits allow, or nothing but charts.
    """
    if content.startswith(COMPOUND_MAGIC):
        _check_compound(content)
    workbook = guarded(lambda: _opened(content))
    if not workbook.nsheets:
        raise RefusedError(Unreadability.CHART_ONLY)
    if workbook.nsheets > limits.SHEETS:
        raise RefusedError(Unreadability.TOO_MANY_SHEETS)
    percent = {at for at, style in enumerate(workbook.xf_list) if _is_percent(workbook, style)}
    return [_reading(sheet, workbook.datemode, percent) for sheet in workbook.sheets()]


def _is_percent(workbook: xlrd.Book, style: xlrd.formatting.XF) -> bool:
    number_format = workbook.format_map.get(style.format_key)
    return number_format is not None and is_percent(number_format.format_str)


def _check_compound(content: bytes) -> None:
    """Hold the header of the old file system against the size of the file."""
    if _PROTECTED in content:
        raise RefusedError(Unreadability.ENCRYPTED)
    if not any(name in content for name in _STREAMS):
        raise RefusedError(Unreadability.UNKNOWN_CONTAINER)
    if len(content) < 512:
        raise RefusedError(Unreadability.DAMAGED)
    order, shift, mini_shift, tables, mini_tables, extra_tables = _HEADER.unpack_from(content)
    if order != 0xFFFE or shift not in (9, 12) or mini_shift != 6:
        raise RefusedError(Unreadability.DAMAGED)
    if max(tables, mini_tables, extra_tables) > len(content) >> shift:
        raise RefusedError(Unreadability.LYING_COUNT)


def _opened(content: bytes) -> xlrd.Book:
    # xlrd writes its complaints to standard output, where our answer goes.
    silence = io.StringIO()
    options = {"file_contents": content, "logfile": silence, "formatting_info": True}
    try:
        workbook = xlrd.open_workbook(**options)
    except xlrd.XLRDError as error:
        if "encrypted" in str(error):
            raise RefusedError(Unreadability.ENCRYPTED) from None
        raise
    if workbook.biff_version < _UNICODE and workbook.codepage is None:
        return xlrd.open_workbook(**options, encoding_override="cp874")
    return workbook


def _reading(sheet: xlrd.sheet.Sheet, datemode: int, percent: set[int]) -> Reading:
    check_size(sheet.nrows, sheet.ncols)
    rows = [
        [
            _value(kind, value, datemode)
            for kind, value in zip(sheet.row_types(row), sheet.row_values(row), strict=True)
        ]
        for row in range(sheet.nrows)
    ]
    for row, cells in enumerate(rows if percent else ()):
        for column, value in enumerate(cells):
            if sheet.cell_xf_index(row, column) in percent:
                cells[column] = as_percentage(value)
    return Reading(
        sheet.name,
        squared(rows),
        merged=tuple((top, left, end - 1, last - 1) for top, end, left, last in sheet.merged_cells),
        hidden=sheet.visibility != 0,
        hidden_rows=frozenset(at for at, info in sheet.rowinfo_map.items() if info.hidden),
        hidden_columns=frozenset(at for at, info in sheet.colinfo_map.items() if info.hidden),
    )


def _value(kind: int, value: object, datemode: int) -> object:
    if kind == xlrd.XL_CELL_DATE and isinstance(value, float):
        return _moment(value, datemode)
    if kind == xlrd.XL_CELL_BOOLEAN:
        return Truth(bool(value))
    if kind == xlrd.XL_CELL_ERROR:
        return Unreadable(xlrd.error_text_from_code.get(value, "#ERROR!"))
    return value


def _moment(serial: float, datemode: int) -> object:
    """Read a date or time; a number that only looks like one by its format stays a number."""
    try:
        moment = xlrd.xldate_as_datetime(serial, datemode)
    except (OverflowError, ValueError):
        return serial
    if 0 <= serial < 1:
        return cast("object", moment.time())
    return cast("object", moment.date() if serial.is_integer() else moment)
