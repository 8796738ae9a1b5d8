"""A sheet as it was read, written back cell by cell with remarks on some of its cells."""

import datetime as dt
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import Final, TypeAlias

from xlsxwriter.worksheet import Worksheet

from data.exporters.cells.merges import Merges, clear_merges
from data.exporters.cells.styles import FONT, FONT_SIZE, Style
from data.exporters.cells.widths import column_width, line_count, most_lines, row_height
from data.exporters.sheets.book import Book, exact
from data.exporters.sheets.print_layout import set_up_page
from data.importers.sheets.opening import Cell, Row, Sheet, Unreadable
from data.model.columns import Kind, StatusStyle
from data.model.grid import Percentage

# As stored, without turning the calendar: who typed 2569 must see 2569.
_DATE: Final = "d/m/yyyy"
_DATETIME: Final = "d/m/yyyy h:mm"
_TIME: Final = "h:mm:ss"
_PERCENT: Final = "0.00%"
_FIRST_EXCEL_YEAR: Final = 1900
_LARGEST_WHOLE: Final = 10**15
_LONGEST_REMARK: Final = 1_000
_ROWS_MEASURED: Final = 1_000
_REMARK_WIDTH: Final = 320
_PLAIN: Final = Style()
_NUMBER: Final = Style(align="right")

Place: TypeAlias = tuple[int, int]
"""Row and column, counted from 0."""


@dataclass(frozen=True, slots=True)
class Remark:
    """What is said about a cell, in which colours, and whether it blocks."""

    text: str
    colours: StatusStyle
    blocking: bool

    def joined(self, other: "Remark") -> "Remark":
        """Put two remarks on one cell: both texts, the colours of the graver one."""
        graver = other if other.blocking and not self.blocking else self
        return replace(graver, text=f"{self.text}\n{other.text}")


def write_source(book: Book, source: Sheet, remarks: Mapping[Place, Remark]) -> None:
    """Write a sheet under its name; a remark outside its rows stands on a blank cell."""
    sheet = book.add_sheet(source.name)
    widths = _widths(source)
    for position, width in enumerate(widths):
        sheet.set_column(position, position, width)
    merges = clear_merges(source)
    for rectangle in merges.ranges:
        sheet.merge_range(*rectangle, "", book.format(_PLAIN))
    placed = _on_first_cells(remarks, merges)
    for number, row in enumerate(source.rows):
        if (lines := most_lines(row, widths)) > 1:
            sheet.set_row(number, row_height(lines))
        _write_row(book, sheet, number, row, placed)
    for place, remark in placed.items():
        _write_remark(book, sheet, place, _cell(source.rows, place), remark)
    set_up_page(sheet, source.name, None, None)


def _write_row(
    book: Book, sheet: Worksheet, number: int, row: Row, placed: Mapping[Place, Remark]
) -> None:
    look = book.format(_NUMBER)
    for column, cell in enumerate(row):
        if cell is None or (number, column) in placed:
            continue
        if type(cell) is float and math.isfinite(cell):
            sheet.write_number(number, column, exact(cell), look)
        else:
            _write_cell(book, sheet, (number, column), cell, _PLAIN)


def _on_first_cells(remarks: Mapping[Place, Remark], merges: Merges) -> dict[Place, Remark]:
    placed: dict[Place, Remark] = {}
    for place, remark in remarks.items():
        shown = merges.first_cells.get(place, place)
        placed[shown] = placed[shown].joined(remark) if shown in placed else remark
    return placed


def _write_remark(book: Book, sheet: Worksheet, place: Place, cell: Cell, remark: Remark) -> None:
    style = Style(font_color=remark.colours.font, bg_color=remark.colours.fill, border=1)
    _write_cell(book, sheet, place, "" if cell is None else cell, style)
    text = remark.text
    if len(text) > _LONGEST_REMARK:
        text = text[:_LONGEST_REMARK] + " […]"
    look = {
        "font_name": FONT,
        "font_size": FONT_SIZE,
        "width": _REMARK_WIDTH,
        "height": 32 * line_count(text, _REMARK_WIDTH / 8),
        "color": remark.colours.fill,
    }
    sheet.write_comment(*place, text, look)


def _write_cell(book: Book, sheet: Worksheet, place: Place, cell: Cell, style: Style) -> None:
    if isinstance(cell, bool):
        sheet.write_boolean(*place, cell, book.format(style))
    elif isinstance(cell, int | float) and _is_exact(cell):
        book.write_number(sheet, *place, cell, replace(style, align="right"))
    elif isinstance(cell, Percentage):
        look = replace(style, num_format=_PERCENT, align="right")
        book.write_number(sheet, *place, cell.value, look)
    elif isinstance(cell, dt.date | dt.time) and _date_format(cell):
        look = replace(style, num_format=_date_format(cell), align="right")
        sheet.write_datetime(*place, cell, book.format(look))
    else:
        book.write_text(sheet, *place, _shown(cell), style)


def _is_exact(number: float) -> bool:
    return math.isfinite(number) and (isinstance(number, float) or abs(number) < _LARGEST_WHOLE)


def _date_format(moment: dt.date | dt.time) -> str:
    if isinstance(moment, dt.time):
        return _TIME
    if moment.year < _FIRST_EXCEL_YEAR:
        return ""
    return _DATETIME if isinstance(moment, dt.datetime) else _DATE


def _shown(cell: Cell) -> str:
    return cell.text if isinstance(cell, Unreadable) else str(cell)


def _cell(rows: Sequence[Row], place: Place) -> Cell:
    row, column = place
    return rows[row][column] if row < len(rows) and column < len(rows[row]) else None


def _widths(source: Sheet) -> list[float]:
    columns = max(map(len, source.rows), default=0)
    texts: list[set[str]] = [set() for _ in range(columns)]
    for row in islice(source.rows, _ROWS_MEASURED):
        for seen, cell in zip(texts, row, strict=False):
            seen.add("" if cell is None else _shown(cell))
    return [column_width(Kind.TEXT, "", seen) for seen in texts]
