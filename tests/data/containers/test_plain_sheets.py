"""Large plain sheets are read by column: what comes out is what the strict reader gives."""

import dataclasses
import math

import openpyxl
import pytest

from data.containers.child.answers import encode
from data.containers.child.sheets import decode
from data.containers.formats.excel import workbooks
from data.containers.formats.excel.workbooks import WORKBOOK, read_workbook
from data.containers.formats.readings import Columns
from data.containers.gate.archives import open_archive
from data.containers.gate.reasons import RefusedError, Unreadability
from tests.corpus.archives import number, row, rows_book, text
from tests.corpus.refused_sheets import SHEETS
from tests.corpus.test_import_corpus import AWKWARD
from tests.helpers.workbooks import saved

BUILDERS = {name: one.build for name, one in AWKWARD.items()}
# What only the limits of the child end is not read here, in a process without them.
BUILDERS |= {
    name: build for name, (why, build) in SHEETS.items() if why is Unreadability.TOO_MANY_CELLS
}


def workbook_of(content):
    try:
        archive = open_archive(content)
    except RefusedError:
        return None
    return archive if WORKBOOK in archive.entries else None


def held(sheet):
    columns = [(column.distinct, column.places.tolist()) for column in sheet.rows.columns]
    types = [list(map(type, distinct)) for distinct, _ in columns]
    return columns, types, dataclasses.replace(sheet, rows=())


def told(archive):
    """What a workbook holds, or why it is refused; and how many of its sheets were plain."""
    try:
        readings = read_workbook(archive)
        plain = sum(isinstance(reading.rows, Columns) for reading in readings)
        return [held(sheet) for sheet in decode(encode(readings))], plain
    except RefusedError as refusal:
        return refusal.reason, 0


def both(archive, monkeypatch):
    monkeypatch.setattr(workbooks, "_LARGE", math.inf)
    strictly, none = told(archive)
    assert none == 0
    monkeypatch.setattr(workbooks, "_LARGE", 0)
    quickly, plain = told(archive)
    assert quickly == strictly
    return plain


def test_every_workbook_of_the_corpus_says_the_same_by_column(monkeypatch):
    archives = [found for build in BUILDERS.values() if (found := workbook_of(build()))]
    plain = sum(both(archive, monkeypatch) for archive in archives)
    assert plain >= 20, plain
    assert plain < len(archives)


def styled(number_format, value=85.5):
    book = openpyxl.Workbook()
    book.active.append(["คะแนน", value])
    book.active["B1"].number_format = number_format
    return open_archive(saved(book))


@pytest.mark.parametrize("number_format", ["General", "0.00", "#,##0", '0.00" คะแนน"'])
def test_numbers_in_formats_of_numbers_are_plain(number_format, monkeypatch):
    assert both(styled(number_format), monkeypatch) == (0 if "คะแนน" in number_format else 1)


@pytest.mark.parametrize(
    "number_format", ["yyyy-mm-dd", "d/m/yy", "[$-41E]d mmm yy", "h:mm", "0%", "0.00%"]
)
def test_a_date_or_a_percentage_is_for_the_strict_reader(number_format, monkeypatch):
    assert both(styled(number_format, 45000), monkeypatch) == 0


@pytest.mark.parametrize(
    "cells",
    [
        (number("A1", 85), number("A1", 86)),
        (number("B1", 85), number("A1", 86)),
        (number("A2", 85),),
        (number("A1", 85), '<c r="B1" t="e"><v>#N/A</v></c>'),
        (number("A1", 85), '<c r="B1" t="b"><v>1</v></c>'),
        (number("A1", 85), '<c r="B1"><f>A1</f><v>85</v></c>'),
        (number("A1", 85), '<c r="B1" t="s"><v>7</v></c>'),
        (number("A1", "1e999"),),
        (number("A1", "8.5.5"),),
        (number("A1", "8_5"),),
        (number("A1", 85), text("B1", " ก")),
        (number("A1", 85), text("B1", "ก&#13;ข")),
        (number("A1", 85), text("B1", "ก_x000D_ข")),
        (number("A1", 85), "<!-- -->"),
    ],
)
def test_what_is_not_plain_is_for_the_strict_reader(cells, monkeypatch):
    assert both(open_archive(rows_book(row(1, *cells))), monkeypatch) == 0


def test_numbers_and_blank_cells_between_them_are_plain(monkeypatch):
    rows = [
        row(1, number("B1", 85.25), number("AB1", "1e2"), text("AC1", "ก&amp;ข")),
        row(4, '<c r="A4"/>', number("C4", 0)),
    ]
    assert both(open_archive(rows_book("".join(rows))), monkeypatch) == 1
