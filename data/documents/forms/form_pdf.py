"""A form as a PDF: A4 landscape, the headings on every page, set without an office program."""

from collections.abc import Iterator, Mapping
from typing import Any

from data.containers.formats.pdf.line_ends import marked
from data.documents.forms.form_table import FormTable, Range, covered
from data.documents.paper import typesetting


def form_pdf(form: FormTable) -> bytes:
    """Set the form; its texts can be searched, and nothing in it is a link."""
    content = {
        "logo": list(form.about.logo),
        "titles": list(form.titles),
        "author": form.about.author,
        "widths": list(form.widths),
        "headings": list(_cells(form.headings, form.heading_merges, frozenset())),
        "cells": list(_cells(form.rows, form.merges, form.centred)),
        "signatures": [list(lines) for lines in form.about.signatures],
        "conditions_title": form.conditions_title,
        "conditions": [list(pair) for pair in form.about.conditions],
        "page": form.page,
        "thai_digits": form.about.thai_digits,
    }
    return typesetting.pdf("form", content)


def _cells(
    rows: tuple[tuple[str, ...], ...], merges: tuple[Range, ...], centred: frozenset[int]
) -> Iterator[Mapping[str, Any]]:
    """Give the cells row by row, a merged range once and where it begins."""
    ranges = covered(merges)
    for place, texts in enumerate(rows):
        for column, text in enumerate(texts):
            top, left, bottom, right = ranges.get((place, column), (place, column, place, column))
            if (top, left) == (place, column):
                yield {
                    "text": marked(text),
                    "rows": bottom - top + 1,
                    "columns": right - left + 1,
                    "centred": column in centred,
                }
