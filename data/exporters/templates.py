"""Empty forms as files: Excel with rules and notes, CSV with the headings alone."""

import io
from collections.abc import Sequence
from itertools import chain

from data.exporters.forms import FormColumn, Template
from data.exporters.sheets.book import open_book
from data.exporters.sheets.form_rules import add_rules
from data.exporters.sheets.form_sheet import write_form, write_notes
from data.exporters.text_table import csv_of
from data.importers.recognised import TemplateSheet
from data.model.columns import Kind


def template_workbook(form: Template) -> bytes:
    """Write a form as xlsx: its sheet, then its notes if it has any."""
    target = io.BytesIO()
    title = form.title_rows[0] if form.title_rows else form.sheet_name
    with open_book(target, in_memory=True, title=title) as book:
        sheet = book.add_sheet(form.sheet_name)
        notes = book.add_sheet(form.notes_name) if form.notes_name else None
        write_form(book, sheet, form)
        add_rules(sheet, form, notes.get_name() if notes else "")
        if notes:
            write_notes(book, notes, form)
    return target.getvalue()


def forms_workbook(forms: Sequence[Template], title: str) -> bytes:
    """Write several forms as one xlsx; the notes of the first one stand before them all.

    Only the first form may have choices too long for a rule.
    """
    target = io.BytesIO()
    with open_book(target, in_memory=True, title=title) as book:
        notes = book.add_sheet(forms[0].notes_name)
        for form in forms:
            sheet = book.add_sheet(form.sheet_name)
            write_form(book, sheet, form)
            add_rules(sheet, form, notes.get_name())
        write_notes(book, notes, forms[0])
    return target.getvalue()


def template_csv(form: Template) -> bytes:
    """Write a form as CSV: titles, headings and rows, all equally wide; notes are left out."""
    titles = ((title,) for title in form.title_rows)
    blank = ("",) * len(form.columns)
    return csv_of(
        [*("" if cell is None else cell for cell in row), *blank[len(row) :]]
        for row in chain(titles, form.heading_rows, form.rows)
    )


def score_template(sheet: TemplateSheet, notes_name: str, advice: str = "") -> Template:
    """Make the form of an empty sheet of scores; a score must lie between 0 and 100.

    The last row or column is for the level in words, so no rule holds there.
    """
    score = FormColumn(Kind.SCORE, lowest=0, highest=100, advice=advice, width=14)
    labels = [FormColumn(*column) for column in sheet.labels]
    closing = [FormColumn(*column) for column in sheet.closing]
    scores = len(sheet.headings) - len(labels) - len(closing)
    return Template(
        sheet_name=sheet.name,
        title_rows=sheet.titles,
        heading_rows=(sheet.headings,),
        columns=(*labels, *[score] * scores, *closing),
        rows=sheet.rows,
        blank_rows=sheet.blank_rows,
        ruled_rows=None if closing else len(sheet.rows) - 1,
        notes_name=notes_name,
        notes=sheet.notes,
    )
