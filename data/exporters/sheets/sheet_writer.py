"""The one writer of a sheet of rows: a table, a form to fill in, an official form."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from xlsxwriter.worksheet import Worksheet

from data.exporters.cells.cell_values import Value
from data.exporters.cells.column_pen import ColumnPen
from data.exporters.cells.styles import HEADING, Style
from data.exporters.cells.widths import column_width, line_count, most_lines, row_height
from data.exporters.forms import FormColumn
from data.exporters.sheets.book import Book
from data.exporters.sheets.print_layout import set_up_page
from data.exporters.sheets.sheet_top import Top, write_top
from data.model.columns import TEXT_KINDS, Kind, StatusStyles
from data.model.grid import Rectangle

_BUTTON: Final = 2  # characters at the end of a heading that the button of a filter covers
_OUTSIDE: Final = Style(text_wrap=False)
_ALLOWED: Final = {"format_columns": True, "format_rows": True, "sort": True, "autofilter": True}


@dataclass(frozen=True, slots=True)
class SheetContent:
    """Rows of cells below one or more rows of headings; a cell is None where it is blank.

    `merges` count rows from the first heading, and the text of a range stands in its first cell.
    `heights` are those of the rows in points; without them the texts of each row decide. Hidden
    columns stand last. A locked column protects the sheet, without a password.
    """

    top: Top
    headings: tuple[tuple[str, ...], ...]
    columns: tuple[FormColumn, ...]
    rows: Sequence[Sequence[Value | None]]
    merges: tuple[Rectangle, ...] = ()
    heights: tuple[float, ...] = ()
    filtered: bool = False

    @property
    def heading_row(self) -> int:
        """The last row of headings, counted from 0 on the sheet."""
        return self.first_row - 1

    @property
    def first_row(self) -> int:
        """The first row below the headings."""
        return len(self.top.lines) + len(self.headings)

    @property
    def last_row(self) -> int:
        """The last row; that of the headings when there are no rows."""
        return self.heading_row + len(self.rows)

    @property
    def seen(self) -> int:
        """How many columns are not hidden."""
        return sum(not column.hidden for column in self.columns)

    @property
    def protected(self) -> bool:
        """Whether some of it may not be changed."""
        return any(column.locked for column in self.columns)


def write_sheet(
    book: Book, sheet: Worksheet, content: SheetContent, status_styles: StatusStyles
) -> None:
    """Write titles, headings and rows, freeze the headings, protect, and set up the page."""
    widths = _widths(content)
    for position, (column, width) in enumerate(zip(content.columns, widths, strict=True)):
        options = {"hidden": column.hidden}
        sheet.set_column(position, position, width, book.format(_OUTSIDE), options)
    write_top(book, sheet, content.top, widths[: content.seen])
    columns = [replace(one, locked=one.locked or not content.protected) for one in content.columns]
    pens = [
        ColumnPen(book, sheet, position, column, status_styles)
        for position, column in enumerate(columns)
    ]
    _merge(book, sheet, content, pens)
    _write_headings(book, sheet, content, widths)
    _write_rows(sheet, content, widths, pens)
    sheet.freeze_panes(content.first_row, 0)
    if content.protected:
        sheet.protect("", _ALLOWED)
    repeated = (len(content.top.lines), content.heading_row)
    width = sum(widths[: content.seen])
    set_up_page(sheet, content.top.title, content.top.sample_mark, repeated, width)


def _widths(content: SheetContent) -> list[float]:
    long_columns = sum(column.kind is Kind.LONG_TEXT for column in content.columns)
    widths = []
    for position, column in enumerate(content.columns):
        width = column.width
        if width is None:
            heading = max((row[position] for row in content.headings), key=len)
            texts = {cell for row in content.rows if isinstance(cell := row[position], str)}
            width = column_width(column.kind, heading, texts, long_columns)
        widths.append(width)
    return widths


def _merge(book: Book, sheet: Worksheet, content: SheetContent, pens: Sequence[ColumnPen]) -> None:
    above = len(content.top.lines)
    for first, left, last, right in content.merges:
        is_heading = first < len(content.headings)
        look = book.format(HEADING) if is_heading else pens[left].format
        sheet.merge_range(above + first, left, above + last, right, "", look)


def _write_headings(
    book: Book, sheet: Worksheet, content: SheetContent, widths: list[float]
) -> None:
    ends = {(first, left): (last, right) for first, left, last, right in content.merges}
    for row, headings in enumerate(content.headings):
        lines = 1
        for position, heading in enumerate(headings):
            last, right = ends.get((row, position), (row, position))
            # A heading over several rows has their room; hidden ones need none.
            if last == row and position < content.seen:
                room = sum(widths[position : right + 1]) - _BUTTON * content.filtered
                lines = max(lines, line_count(heading, room))
            book.write_text(sheet, len(content.top.lines) + row, position, heading, HEADING)
        sheet.set_row(len(content.top.lines) + row, row_height(lines))


def _write_rows(
    sheet: Worksheet, content: SheetContent, widths: list[float], pens: Sequence[ColumnPen]
) -> None:
    wrapping = [
        position
        for position, column in enumerate(content.columns[: content.seen])
        if column.kind in TEXT_KINDS
    ]
    rooms = [widths[position] for position in wrapping]
    for number, cells in enumerate(content.rows):
        row = content.first_row + number
        if content.heights:
            sheet.set_row(row, content.heights[number])
        elif (lines := most_lines([cells[position] for position in wrapping], rooms)) > 1:
            sheet.set_row(row, row_height(lines))
        for pen, cell in zip(pens, cells, strict=True):
            pen.write(row, "" if cell is None else cell)
