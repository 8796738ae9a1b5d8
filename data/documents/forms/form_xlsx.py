"""A form as a sheet: A4 landscape, the headings on every page, no text taller than its cells.

Excel shows at most 409 points of a row, and a printed row that does not fit moves on as a whole. So
a long measure takes several rows, each cell merged over all of them.
"""

import io
import math
from collections.abc import Sequence
from itertools import accumulate
from typing import Final

from xlsxwriter.worksheet import Worksheet

from data.documents.forms.form_table import FormTable, covered
from data.exporters.cells.styles import Style
from data.exporters.cells.widths import LINE_HEIGHT, line_count
from data.exporters.forms import FormColumn
from data.exporters.sheets.book import Book, open_book
from data.exporters.sheets.conditions_sheet import write_conditions
from data.exporters.sheets.sheet_top import form_top, table_top
from data.exporters.sheets.sheet_writer import SheetContent, write_sheet

_CHARACTERS_ACROSS: Final = 122.0  # of 14 points on an A4 page lying down
_TITLE_SIZE: Final = 16
_TITLE_PIXELS: Final = 30
_PNG_HEIGHT: Final = slice(20, 24)
_MOST_LINES: Final = 4
_SIGNED: Final = Style(align="center")


def form_workbook(form: FormTable) -> bytes:
    """Write the form on a sheet, and what it stands on on a second one."""
    target = io.BytesIO()
    with open_book(target, in_memory=True, title=form.titles[0], author=form.about.author) as book:
        sheet, content = book.add_sheet(form.name), _content(form)
        write_sheet(book, sheet, content, {})
        _put_logo(sheet, form)
        _sign(book, sheet, form, content.last_row + 2)
        top = table_top(form.conditions_title)
        write_conditions(book, form.conditions_title, list(form.about.conditions), top)
    return target.getvalue()


def _put_logo(sheet: Worksheet, form: FormTable) -> None:
    """Put the picture of the office before the titles, as tall as they are together."""
    if form.about.logo:
        height = int.from_bytes(form.about.logo[_PNG_HEIGHT], "big")
        scale = _TITLE_PIXELS * len(form.titles) / height
        options = {"image_data": io.BytesIO(form.about.logo), "x_scale": scale, "y_scale": scale}
        sheet.insert_image(0, 0, "logo.png", options | {"decorative": True})


def _sign(book: Book, sheet: Worksheet, form: FormTable, row: int) -> None:
    """Write those who sign in a row below the table, each over an equal share of its columns."""
    signing = len(form.about.signatures)
    ends = [form.columns * place // max(1, signing) for place in range(signing + 1)]
    for place, texts in enumerate(form.about.signatures):
        first, last = ends[place], ends[place + 1] - 1
        sheet.merge_range(row, first, row, last, "", book.format(_SIGNED))
        book.write_text(sheet, row, first, "\n".join(texts), _SIGNED)
        sheet.set_row(row, len(texts) * LINE_HEIGHT)


def _content(form: FormTable) -> SheetContent:
    """Spread each row of the form over as many rows of the sheet as its lines need."""
    widths = [_CHARACTERS_ACROSS * share / sum(form.widths) for share in form.widths]
    needed = _lines(form, widths)
    spans = [math.ceil(lines / _MOST_LINES) for lines in needed]
    starts = list(accumulate(spans, initial=len(form.headings)))
    merges = covered(form.merges)
    rows: list[tuple[str, ...]] = []
    ranges = list(form.heading_merges)
    for place, texts in enumerate(form.rows):
        shown = [""] * form.columns
        for column, text in enumerate(texts):
            top, left, bottom, right = merges.get((place, column), (place, column, place, column))
            if (top, left) == (place, column):
                shown[column] = text
                ranges.append((starts[top], left, starts[bottom + 1] - 1, right))
        rows += [tuple(shown), *[("",) * form.columns] * (spans[place] - 1)]
    # Whole lines, so that the end of a page cuts no line in two.
    heights = [
        math.ceil(lines / span) * LINE_HEIGHT
        for lines, span in zip(needed, spans, strict=True)
        for _ in range(span)
    ]
    return SheetContent(
        form_top(form.titles, form.titles[0], _TITLE_SIZE),
        form.headings,
        tuple(
            FormColumn(width=width, centred=column in form.centred)
            for column, width in enumerate(widths)
        ),
        rows,
        tuple(cells for cells in ranges if cells[:2] != cells[2:]),
        tuple(heights),
    )


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
