"""One table on one sheet: title, notes, headings with a filter, and the rows."""

from dataclasses import dataclass
from typing import Final

from xlsxwriter.worksheet import Worksheet

from data.exporters.cells.cell_text import clean_text
from data.exporters.cells.cell_values import Value, cell_rows
from data.exporters.cells.column_pen import ColumnPen, Look
from data.exporters.cells.styles import HEADING, Style
from data.exporters.cells.widths import column_width, line_count, row_height
from data.exporters.sheets.book import Book
from data.exporters.sheets.print_layout import set_up_page
from data.exporters.sheets.sheet_top import Top, write_top
from data.model.columns import TEXT_KINDS, Kind, StatusStyles, Table

_BAR: Final = {
    "type": "data_bar",
    "bar_color": "#9CC9E4",
    "bar_solid": True,
    "data_bar_2010": True,
    "min_type": "num",
    "min_value": 0,
    "max_type": "num",
    "max_value": 100,
}


@dataclass(frozen=True, slots=True)
class DataSheet:
    """A table as it was written: `hidden` counts its last columns, which only a chart reads."""

    sheet: Worksheet
    table: Table
    rows: list[tuple[Value, ...]]
    widths: list[float]
    heading_row: int
    hidden: int = 0

    @property
    def first_row(self) -> int:
        """The first row below the headings, counted from 0."""
        return self.heading_row + 1

    @property
    def last_row(self) -> int:
        """The last row of the table; that of the headings when it is empty."""
        return self.heading_row + len(self.rows)


def write_table(
    book: Book,
    table: Table,
    status_styles: StatusStyles,
    sample_mark: str | None,
    hidden: int = 0,
) -> DataSheet:
    """Write a table on a sheet of its own; its last `hidden` columns are not shown."""
    sheet = book.add_sheet(table.name)
    rows = cell_rows(table)
    widths = _widths(table, rows)
    for position, width in enumerate(widths):
        options = {"hidden": position >= len(widths) - hidden}
        sheet.set_column(position, position, width, book.format(Style(text_wrap=False)), options)
    top = Top(table.title, table.notes, sample_mark)
    heading_row = write_top(book, sheet, top, widths[: len(widths) - hidden])
    written = DataSheet(sheet, table, rows, widths, heading_row, hidden)
    _write_headings(book, written)
    _write_rows(book, written, status_styles)
    _finish(book, written)
    set_up_page(sheet, table.title, sample_mark, (heading_row, heading_row))
    return written


def _widths(table: Table, rows: list[tuple[Value, ...]]) -> list[float]:
    long_columns = sum(column.kind is Kind.LONG_TEXT for column in table.columns)
    widths = []
    for position, column in enumerate(table.columns):
        texts = {value for row in rows if type(value := row[position]) is str}
        chosen = column_width(column.kind, column.heading, texts, long_columns)
        widths.append(chosen if column.width is None else column.width)
    return widths


def _write_headings(book: Book, written: DataSheet) -> None:
    headings = [column.heading for column in written.table.columns]
    # The button of the filter covers the end of a heading's last line.
    rooms = zip(headings, written.widths, strict=True)
    lines = max((line_count(text, width - 2) for text, width in rooms), default=1)
    written.sheet.set_row(written.heading_row, row_height(lines))
    for position, heading in enumerate(headings):
        book.write_text(written.sheet, written.heading_row, position, heading, HEADING)


def _write_rows(book: Book, written: DataSheet, status_styles: StatusStyles) -> None:
    columns = written.table.columns
    pens = [
        ColumnPen(book, written.sheet, position, Look(column.kind, status_styles))
        for position, column in enumerate(columns)
    ]
    wrapping = [
        (position, written.widths[position])
        for position, column in enumerate(columns)
        if column.kind in TEXT_KINDS
    ]
    for row, values in enumerate(written.rows, written.first_row):
        lines = max((_lines(values[position], width) for position, width in wrapping), default=1)
        if lines > 1:
            written.sheet.set_row(row, row_height(lines))
        for pen, value in zip(pens, values, strict=True):
            pen.write(row, value)


def _name_range(book: Book, written: DataSheet, last_column: int) -> None:
    """Make the rows an Excel table; one without rows has a blank one, as Excel wants it."""
    headings = [clean_text(one.heading) for one in written.table.columns[: last_column + 1]]
    look = book.format(HEADING)
    last_row = max(written.last_row, written.first_row)
    options = {
        "name": written.table.range_name,
        "style": "Table Style Light 1",
        "columns": [{"header": heading, "header_format": look} for heading in headings],
    }
    if written.sheet.add_table(written.heading_row, 0, last_row, last_column, options) != 0:
        raise ValueError(written.table.range_name)


def _lines(value: Value, width: float) -> int:
    return line_count(value, width) if isinstance(value, str) else 1


def _finish(book: Book, written: DataSheet) -> None:
    sheet, columns = written.sheet, written.table.columns
    sheet.freeze_panes(written.first_row, 0)
    last_column = len(columns) - written.hidden - 1
    if written.table.range_name:
        _name_range(book, written, last_column)
    elif columns:
        sheet.autofilter(written.heading_row, 0, written.last_row, last_column)
    for position, column in enumerate(columns):
        if column.kind is Kind.PERCENT and written.rows:
            sheet.conditional_format(written.first_row, position, written.last_row, position, _BAR)
