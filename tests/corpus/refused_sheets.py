"""Workbooks whose container is sound but whose sheets claim, hold or hide too much."""

import struct
from collections.abc import Callable

from data.importers.sheets.opening import Unreadability as Because
from tests.corpus.archives import (
    MAIN,
    PACKAGE,
    RELATIONS,
    book,
    good_parts,
    number,
    ods,
    row,
    rows_book,
    sheet,
    text,
    zipped,
)
from tests.corpus.records import packed, packed_number, packed_row, xlsb

ONE = row(1, number("A1", 1))


def strings(attributes: str, *texts: str) -> bytes:
    items = "".join(f"<si><t>{item}</t></si>" for item in texts)
    shared = f'<sst xmlns="{MAIN}" {attributes}>{items}</sst>'
    return zipped(good_parts() | {"xl/sharedStrings.xml": shared})


def chart_only() -> bytes:
    target = f'<Relationship Id="rId1" Type="{RELATIONS}/chartsheet" Target="chartsheets/c.xml"/>'
    relations = f'<Relationships xmlns="{PACKAGE}">{target}</Relationships>'
    return zipped(
        good_parts()
        | {"xl/_rels/workbook.xml.rels": relations, "xl/chartsheets/c.xml": "<chartsheet/>"}
    )


def repeated_cell(rows: int, columns: int) -> bytes:
    cell = (
        f'<table:table-cell table:number-columns-repeated="{columns}" '
        'office:value-type="float" office:value="1"/>'
    )
    return ods(
        '<table:table table:name="ก">'
        f'<table:table-row table:number-rows-repeated="{rows}">{cell}</table:table-row>'
        "</table:table>"
    )


def packed_strings(unique: int) -> bytes:
    return xlsb(
        packed_row(0), packed_number(0, 1), strings=packed(159, struct.pack("<II", 1, unique))
    )


SHEETS: dict[str, tuple[Because, Callable[[], bytes]]] = {
    "strings that claim four billion": (
        Because.LYING_COUNT,
        lambda: strings('uniqueCount="4294967295"', "ก"),
    ),
    "strings that claim more than an integer": (
        Because.LYING_COUNT,
        lambda: strings('uniqueCount="99999999999999999999"', "ก"),
    ),
    "strings that claim a little too much": (
        Because.LYING_COUNT,
        lambda: strings('count="1" uniqueCount="5000"', "ก"),
    ),
    "value in the last cell of Excel": (
        Because.TOO_MANY_COLUMNS,
        lambda: rows_book(ONE + row(1_048_576, number("XFD1048576", 1))),
    ),
    "value in the last cell in single quotes": (
        Because.TOO_MANY_COLUMNS,
        lambda: rows_book((ONE + row(1_048_576, number("XFD1048576", 1))).replace('"', "'")),
    ),
    "value in the last row of Excel": (
        Because.TOO_MANY_ROWS,
        lambda: rows_book(ONE + row(1_048_576, number("A1048576", 1))),
    ),
    "value in row 200,001": (
        Because.TOO_MANY_ROWS,
        lambda: rows_book(ONE + row(200_001, number("B200001", 1))),
    ),
    "value in column 513": (Because.TOO_MANY_COLUMNS, lambda: rows_book(row(1, number("SS1", 1)))),
    "formula in column 513": (
        Because.TOO_MANY_COLUMNS,
        lambda: rows_book(row(1, '<c r="SS1"><f>A1</f></c>')),
    ),
    "cell whose row is not its row": (
        Because.MEMORY_LIMIT,
        lambda: rows_book(row(1, number("A1", 1), number("SR1048576", 1)) * 2),
    ),
    "two corners of two million cells": (
        Because.TOO_MANY_CELLS,
        lambda: rows_book(ONE + row(10_000, number("HA10000", 1))),
    ),
    "text of more than a million characters": (
        Because.TEXT_TOO_LONG,
        lambda: rows_book(row(1, text("A1", "ก" * 1_048_577))),
    ),
    "chart without a sheet": (Because.CHART_ONLY, chart_only),
    "text in place of a shared string": (
        Because.DAMAGED,
        lambda: rows_book(row(1, '<c r="A1" t="s"><v>99</v></c>')),
    ),
    "sheet that is no XML": (Because.DAMAGED, lambda: book("คะแนน")),
    "sheet that stops in a row": (Because.DAMAGED, lambda: book(sheet(ONE)[:-30])),
    "sheet with a tag left open": (Because.DAMAGED, lambda: rows_book("<c>" * 100_000)),
    "sheet with half a tag a hundred thousand times": (
        Because.DAMAGED,
        lambda: rows_book("<c " * 100_000 + '<c r="A1" t="e"/>'),
    ),
    "sheet nested a hundred thousand deep": (
        Because.DAMAGED,
        lambda: rows_book("<row>" * 100_000),
    ),
    "two sheets of one name": (
        Because.DAMAGED,
        lambda: book(
            sheet(ONE),
            sheet(ONE),
            xl__workbook_xml=f'<workbook xmlns="{MAIN}" xmlns:r="{RELATIONS}"><sheets>'
            '<sheet name="a" r:id="rId1"/><sheet name="a" r:id="rId2"/></sheets></workbook>',
        ),
    ),
    "open document of a million rows": (
        Because.TOO_MANY_ROWS,
        lambda: repeated_cell(1_048_576, 1),
    ),
    "open document of a thousand columns": (
        Because.TOO_MANY_COLUMNS,
        lambda: repeated_cell(1, 1_024),
    ),
    "open document of a hundred million cells": (
        Because.TOO_MANY_CELLS,
        lambda: repeated_cell(200_000, 512),
    ),
    "binary workbook that claims four billion strings": (
        Because.LYING_COUNT,
        lambda: packed_strings(0xFFFFFFFF),
    ),
    "binary workbook with a value in column 513": (
        Because.TOO_MANY_COLUMNS,
        lambda: xlsb(packed_row(0), packed_number(512, 1)),
    ),
    "binary workbook with a value in row 200,001": (
        Because.TOO_MANY_ROWS,
        lambda: xlsb(packed_row(200_000), packed_number(0, 1)),
    ),
    "binary workbook with half a record": (
        Because.DAMAGED,
        lambda: xlsb(packed_row(0), b"\x05\x7f\x00"),
    ),
}
