"""A form on a sheet: titles in the middle, headings on every page, cells to fill in."""

from typing import Final

from xlsxwriter.worksheet import Worksheet

from data.exporters.cells.styles import VALUE
from data.exporters.cells.widths import line_count, row_height
from data.exporters.forms import Template
from data.exporters.sheets.book import Book
from data.exporters.sheets.form_rules import FIRST_CHOICES_COLUMN, long_choices
from data.exporters.sheets.print_layout import set_up_page
from data.exporters.sheets.sheet_top import form_top
from data.exporters.sheets.sheet_writer import SheetContent, write_sheet

_NOTE_WIDTH: Final = 100.0


def write_form(book: Book, sheet: Worksheet, form: Template) -> None:
    """Write a form with its blank rows."""
    title = form.title_rows[0] if form.title_rows else form.sheet_name
    blank = (None,) * len(form.columns)
    rows = [(*cells, *blank[len(cells) :]) for cells in form.rows]
    content = SheetContent(
        form_top(form.title_rows, title),
        form.heading_rows,
        form.columns,
        [*rows, *[blank] * form.blank_rows],
        form.merges,
    )
    write_sheet(book, sheet, content, {})


def write_notes(book: Book, sheet: Worksheet, form: Template) -> None:
    """Write a note a row, and beside them, hidden, the lists too long for a rule."""
    lists = long_choices(form)
    sheet.set_column(0, 0, _NOTE_WIDTH)
    if lists:
        last = FIRST_CHOICES_COLUMN + len(lists) - 1
        sheet.set_column(FIRST_CHOICES_COLUMN, last, 20, None, {"hidden": True})
    for row, note in enumerate(form.notes):
        sheet.set_row(row, row_height(line_count(note, _NOTE_WIDTH)))
        book.write_text(sheet, row, 0, note, VALUE)
    for position, choices in enumerate(lists, FIRST_CHOICES_COLUMN):
        for row, choice in enumerate(choices):
            book.write_text(sheet, row, position, choice, VALUE)
    set_up_page(sheet, form.notes_name, None, None)
