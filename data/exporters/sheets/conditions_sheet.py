"""The sheet that says where the rows come from: every filter, date, batch and count in words."""

from collections.abc import Sequence
from typing import Final

from data.exporters.cells.styles import LABEL, VALUE
from data.exporters.cells.widths import most_lines, row_height
from data.exporters.sheets.book import Book
from data.exporters.sheets.print_layout import set_up_page
from data.exporters.sheets.sheet_top import Top, write_top

_WIDTHS: Final = [34.0, 92.0]


def write_conditions(
    book: Book, name: str, conditions: Sequence[tuple[str, str]], top: Top
) -> None:
    """Write pairs of label and value below a title."""
    sheet = book.add_sheet(name)
    for position, width in enumerate(_WIDTHS):
        sheet.set_column(position, position, width)
    write_top(book, sheet, top, _WIDTHS)
    for row, pair in enumerate(conditions, len(top.lines)):
        sheet.set_row(row, row_height(most_lines(pair, _WIDTHS)))
        book.write_text(sheet, row, 0, pair[0], LABEL)
        book.write_text(sheet, row, 1, pair[1], VALUE)
    set_up_page(sheet, top.title, top.sample_mark, None)
