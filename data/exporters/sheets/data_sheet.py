"""One table on one sheet: a filter or a real Excel table, and bars behind percentages."""

from dataclasses import dataclass
from typing import Final

from xlsxwriter.worksheet import Worksheet

from data.exporters.cells.cell_text import clean_text
from data.exporters.cells.cell_values import cell_rows
from data.exporters.cells.styles import HEADING
from data.exporters.forms import FormColumn
from data.exporters.sheets.book import Book
from data.exporters.sheets.sheet_top import table_top
from data.exporters.sheets.sheet_writer import SheetContent, write_sheet
from data.model.columns import Kind, StatusStyles, Table

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
    """A table as it was written."""

    sheet: Worksheet
    table: Table
    content: SheetContent


def write_table(
    book: Book,
    table: Table,
    status_styles: StatusStyles,
    sample_mark: str | None,
    hidden: int = 0,
) -> DataSheet:
    """Write a table on a sheet of its own; its last `hidden` columns are only read by a chart."""
    sheet = book.add_sheet(table.name)
    seen = len(table.columns) - hidden
    content = SheetContent(
        table_top(table.title, table.notes, sample_mark),
        (tuple(column.heading for column in table.columns),),
        tuple(
            FormColumn(column.kind, column.width, hidden=position >= seen)
            for position, column in enumerate(table.columns)
        ),
        cell_rows(table),
        filtered=True,
    )
    write_sheet(book, sheet, content, status_styles)
    if table.range_name:
        _name_range(book, sheet, table, content)
    elif table.columns:
        sheet.autofilter(content.heading_row, 0, content.last_row, seen - 1)
    _add_bars(sheet, table, content)
    return DataSheet(sheet, table, content)


def _name_range(book: Book, sheet: Worksheet, table: Table, content: SheetContent) -> None:
    """Make the rows an Excel table; one without rows has a blank one, as Excel wants it."""
    look = book.format(HEADING)
    headings = [clean_text(column.heading) for column in table.columns[: content.seen]]
    options = {
        "name": table.range_name,
        "style": "Table Style Light 1",
        "columns": [{"header": heading, "header_format": look} for heading in headings],
    }
    corner = (max(content.last_row, content.first_row), content.seen - 1)
    if sheet.add_table(content.heading_row, 0, *corner, options) != 0:
        raise ValueError(table.range_name)


def _add_bars(sheet: Worksheet, table: Table, content: SheetContent) -> None:
    for position, column in enumerate(table.columns):
        if column.kind is Kind.PERCENT and content.rows:
            cells = (content.first_row, position, content.last_row, position)
            sheet.conditional_format(*cells, _BAR)
