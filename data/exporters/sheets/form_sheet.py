"""A form on a sheet: titles in the middle, headings on every page, cells to fill in."""

from dataclasses import replace
from typing import Final

from xlsxwriter.worksheet import Worksheet

from data.exporters.cells.cell_values import Value
from data.exporters.cells.column_pen import ColumnPen, Look
from data.exporters.cells.styles import FONT_SIZE, HEADING, TITLE, VALUE
from data.exporters.cells.widths import LINE_HEIGHT, column_width, line_count, row_height
from data.exporters.forms import Template
from data.exporters.sheets.book import Book
from data.exporters.sheets.form_rules import FIRST_CHOICES_COLUMN, long_choices
from data.exporters.sheets.print_layout import set_up_page
from data.model.columns import Kind

_FORM_TITLE: Final = replace(TITLE, align="center")
_NOTE_WIDTH: Final = 100.0
_BLANK_LONG_TEXT: Final = 28.0
_ALLOWED: Final = {
    "format_columns": True,
    "format_rows": True,
    "sort": True,
    "autofilter": True,
}


def write_form(book: Book, sheet: Worksheet, form: Template) -> None:
    """Write titles, headings and rows, protect what is locked, and set up the page."""
    widths = _widths(form)
    for position, (column, width) in enumerate(zip(form.columns, widths, strict=True)):
        sheet.set_column(position, position, width, None, {"hidden": column.hidden})
    _write_titles(book, sheet, form, widths)
    _write_headings(book, sheet, form, widths)
    _write_rows(book, sheet, form, widths)
    sheet.freeze_panes(form.first_row, 0)
    if form.protected:
        sheet.protect("", _ALLOWED)
    title = form.title_rows[0] if form.title_rows else form.sheet_name
    set_up_page(sheet, title, None, (len(form.title_rows), form.first_row - 1))


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


def _widths(form: Template) -> list[float]:
    long_columns = sum(column.kind is Kind.LONG_TEXT for column in form.columns)
    widths = []
    for position, column in enumerate(form.columns):
        headings = [row[position] for row in form.heading_rows]
        cells = (row[position] for row in form.rows if position < len(row))
        texts = {cell for cell in cells if isinstance(cell, str)}
        least = _BLANK_LONG_TEXT if column.kind is Kind.LONG_TEXT else 0.0
        chosen = max(
            least,
            column_width(column.kind, max(headings, key=len, default=""), texts, long_columns),
        )
        widths.append(chosen if column.width is None else column.width)
    return widths


def _write_titles(book: Book, sheet: Worksheet, form: Template, widths: list[float]) -> None:
    larger = _FORM_TITLE.font_size / FONT_SIZE
    for row, title in enumerate(form.title_rows):
        lines = line_count(title, sum(widths) / larger)
        sheet.set_row(row, row_height(lines, LINE_HEIGHT * larger))
        book.write_across(sheet, row, len(widths) - 1, title, _FORM_TITLE)


def _write_headings(book: Book, sheet: Worksheet, form: Template, widths: list[float]) -> None:
    top = len(form.title_rows)
    look = book.format(HEADING)
    for first, left, last, right in form.merges:
        sheet.merge_range(top + first, left, top + last, right, "", look)
    inside = _inside_merges(form)
    for row, headings in enumerate(form.heading_rows):
        shown = [
            (position, heading)
            for position, heading in enumerate(headings)
            if (row, position) not in inside
        ]
        lines = [
            line_count(text, widths[at])
            for at, text in shown
            if not form.columns[at].hidden and not _is_wide(form, row, at)
        ]
        sheet.set_row(top + row, row_height(max(lines, default=1)))
        for position, heading in shown:
            book.write_text(sheet, top + row, position, heading, HEADING)


def _inside_merges(form: Template) -> set[tuple[int, int]]:
    return {
        (row, column)
        for first, left, last, right in form.merges
        for row in range(first, last + 1)
        for column in range(left, right + 1)
        if (row, column) != (first, left)
    }


def _is_wide(form: Template, row: int, column: int) -> bool:
    """Whether a heading stands in a merged range, which has more room than its first cell."""
    return any((row, column) == (first, left) for first, left, _, _ in form.merges)


def _write_rows(book: Book, sheet: Worksheet, form: Template, widths: list[float]) -> None:
    looks = [
        Look(column.kind, locked=column.locked or not form.protected) for column in form.columns
    ]
    pens = [ColumnPen(book, sheet, position, look) for position, look in enumerate(looks)]
    for number in range(form.row_count):
        cells = form.rows[number] if number < len(form.rows) else ()
        full = [*cells, *[None] * (len(pens) - len(cells))]
        seen = zip(full, widths, form.columns, strict=True)
        lines = max(
            (_lines(cell, width) for cell, width, column in seen if not column.hidden), default=1
        )
        if lines > 1:
            sheet.set_row(form.first_row + number, row_height(lines))
        for pen, cell in zip(pens, full, strict=True):
            pen.write(form.first_row + number, "" if cell is None else cell)


def _lines(cell: Value | None, width: float) -> int:
    return line_count(cell, width) if isinstance(cell, str) else 1
