"""A form as a sheet: A4 landscape, the headings on every page, no text taller than its cells.

Excel shows at most 409 points of a row, and a printed row that does not fit moves on as a whole. So
a long measure takes several rows, each cell merged over all of them.
"""

import io
import math
from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate
from typing import Final

from xlsxwriter.worksheet import Worksheet

from data.documents.forms.form_table import FormTable, Range, covered
from data.exporters.cells.styles import FONT_SIZE, HEADING, TITLE, VALUE, Style
from data.exporters.cells.widths import LINE_HEIGHT, line_count, row_height
from data.exporters.sheets.book import Book, open_book
from data.exporters.sheets.conditions_sheet import write_conditions
from data.exporters.sheets.print_layout import set_up_page
from data.exporters.sheets.sheet_top import Top

_CHARACTERS_ACROSS: Final = 122.0  # of 14 points on an A4 page lying down
_TITLE: Final = replace(TITLE, align="center", font_size=16)
_CENTRED: Final = replace(VALUE, align="center")
_MOST_LINES: Final = 4


def form_workbook(form: FormTable) -> bytes:
    """Write the form on a sheet, and what it stands on on a second one."""
    target = io.BytesIO()
    with open_book(target, in_memory=True, title=form.titles[0], author=form.author) as book:
        sheet = book.add_sheet(form.name)
        widths = [_CHARACTERS_ACROSS * share / sum(form.widths) for share in form.widths]
        for column, width in enumerate(widths):
            sheet.set_column(column, column, width)
        _write_titles(book, sheet, form)
        _write_headings(book, sheet, form, widths)
        _write_body(book, sheet, form, widths)
        top = len(form.titles)
        sheet.freeze_panes(top + len(form.headings), 0)
        set_up_page(sheet, form.titles[0], None, (top, top + len(form.headings) - 1))
        write_conditions(
            book, form.conditions_title, list(form.conditions), Top(form.conditions_title)
        )
    return target.getvalue()


def _write_titles(book: Book, sheet: Worksheet, form: FormTable) -> None:
    larger = _TITLE.font_size / FONT_SIZE
    for row, title in enumerate(form.titles):
        lines = line_count(title, _CHARACTERS_ACROSS / larger)
        sheet.set_row(row, row_height(lines, LINE_HEIGHT * larger))
        book.write_across(sheet, row, form.columns - 1, title, _TITLE)


def _write_headings(book: Book, sheet: Worksheet, form: FormTable, widths: list[float]) -> None:
    top = len(form.titles)
    merges = covered(form.heading_merges)
    for place, texts in enumerate(form.headings):
        lines = 1
        for column, text in enumerate(texts):
            found = merges.get((place, column), (place, column, place, column))
            if found[:2] == (place, column):
                _write(book, sheet, text, HEADING, _moved(found, top))
            if found[0] == place == found[2]:
                lines = max(lines, line_count(text, sum(widths[column : found[3] + 1])))
        sheet.set_row(top + place, row_height(lines))


def _write_body(book: Book, sheet: Worksheet, form: FormTable, widths: list[float]) -> None:
    first = len(form.titles) + len(form.headings)
    needed = _lines(form, widths)
    spans = [math.ceil(lines / _MOST_LINES) for lines in needed]
    starts = [first, *accumulate(spans, initial=first)][1:]
    for place, (lines, span) in enumerate(zip(needed, spans, strict=True)):
        for row in range(starts[place], starts[place + 1]):
            # Whole lines, so that the end of a page cuts no line in two.
            sheet.set_row(row, math.ceil(lines / span) * LINE_HEIGHT)
    merges = covered(form.merges)
    for place, texts in enumerate(form.rows):
        for column, text in enumerate(texts):
            top, left, bottom, right = merges.get((place, column), (place, column, place, column))
            if (top, left) == (place, column):
                rows = (starts[top], left, starts[bottom + 1] - 1, right)
                _write(book, sheet, text, _CENTRED if column in form.centred else VALUE, rows)


def _lines(form: FormTable, widths: Sequence[float]) -> list[int]:
    """Give the lines each body row takes; the last row of a merged cell makes room for the rest."""
    merges = covered(form.merges)
    needed = [1] * len(form.rows)
    for place, texts in enumerate(form.rows):
        for column, text in enumerate(texts):
            if (place, column) not in merges:
                needed[place] = max(needed[place], line_count(text, widths[column]))
    for top, left, bottom, _ in form.merges:
        lines = line_count(form.rows[top][left], widths[left])
        needed[bottom] += max(0, lines - sum(needed[top : bottom + 1]))
    return needed


def _moved(found: Range, rows: int) -> Range:
    return found[0] + rows, found[1], found[2] + rows, found[3]


def _write(book: Book, sheet: Worksheet, text: str, style: Style, cells: Range) -> None:
    if cells[:2] != cells[2:]:
        sheet.merge_range(*cells, "", book.format(style))
    book.write_text(sheet, cells[0], cells[1], text, style)
