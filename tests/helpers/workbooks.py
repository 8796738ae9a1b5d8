"""Workbooks a person could have made, as the bytes of their files."""

import io
from collections.abc import Callable, Mapping, Sequence

import openpyxl
from msoffcrypto.format.ooxml import OOXMLFile
from openpyxl.worksheet.worksheet import Worksheet

Rows = Sequence[Sequence[object]]
LONG = ("ปีงบประมาณ", "รหัส", "คะแนน")
"""The headings of scores one under another."""


def book_of(
    *rows: Sequence[object], name: str = "คะแนน", change: Callable[[Worksheet], None] | None = None
) -> bytes:
    """Make a workbook of one sheet; `change` is done to it before it is saved."""
    return books_of({name: rows}, change)


def books_of(
    sheets: Mapping[str, Rows], change: Callable[[Worksheet], None] | None = None
) -> bytes:
    """Make a workbook; `change` is done to each sheet before it is saved."""
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets.items():
        page = book.create_sheet(name)
        for row in rows:
            page.append(list(row))
        if change:
            change(page)
    return saved(book)


def saved(book: openpyxl.Workbook) -> bytes:
    """Give the bytes of the file that Excel would get."""
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def merging(*areas: str) -> Callable[[Worksheet], None]:
    """Give the change that merges cells, each area as Excel writes it: A1:C1."""

    def merge(page: Worksheet) -> None:
        for area in areas:
            page.merge_cells(area)

    return merge


def under_password(workbook, password):
    """The workbook as Office protects it."""
    protected = io.BytesIO()
    OOXMLFile(io.BytesIO(workbook)).encrypt(password, protected)
    return protected.getvalue()
