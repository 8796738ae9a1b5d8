"""Files that once were read in part, read as something else, or felt by the server."""

import struct
import zipfile
from collections.abc import Callable

from data.importers.sheets.opening import Unreadability as Because
from tests.corpus.archives import (
    MAIN,
    RELATIONS,
    SHEET,
    book,
    book_parts,
    good_parts,
    number,
    ods,
    row,
    rows_book,
    sheet,
    zipped,
)
from tests.corpus.markup import OFFICE, web_archive, xml_book, xml_cell, xml_row
from tests.corpus.records import packed, packed_row, xlsb
from tests.corpus.refused_archives import LAUGHS, edited

ONE = row(1, number("A1", 1))
END = b"PK\x05\x06"


def many(rows: int) -> str:
    return "".join(row(at, number(f"A{at}", at), number(f"B{at}", at)) for at in range(1, rows + 1))


def broken_at(row_number: int, rows: int, broken: str) -> bytes:
    """Make a sheet too large for every tag to be looked at, broken where a row begins."""
    begins = f'<row r="{row_number}">'
    return book(sheet(many(rows)).replace(begins, broken + begins))


def ranges(*references: str) -> bytes:
    cells = "".join(f'<mergeCell ref="{reference}"/>' for reference in references)
    return book(sheet(ONE, after=f"<mergeCells>{cells}</mergeCells>"))


def long_texts(texts: int) -> bytes:
    items = "".join(f"<si><t>{at}{'ก' * 1_000_000}</t></si>" for at in range(texts))
    rows = "".join(row(at + 1, f'<c r="A{at + 1}" t="s"><v>{at}</v></c>') for at in range(texts))
    strings = f'<sst xmlns="{MAIN}">{items}</sst>'
    return zipped(book_parts(sheet(rows)) | {"xl/sharedStrings.xml": strings})


def named(name: str) -> bytes:
    tab = f'<sheet name="{name}" sheetId="1" r:id="rId1"/>'
    listed = f'<workbook xmlns="{MAIN}" xmlns:r="{RELATIONS}"><sheets>{tab}</sheets></workbook>'
    return zipped(book_parts(sheet(ONE)) | {"xl/workbook.xml": listed})


def unnamed_entities() -> bytes:
    """The entry of the sheet is not named .xml, and so was not looked at as XML."""
    parts = {name.replace("sheet1.xml", "sheet1.dat"): part for name, part in good_parts().items()}
    relations = str(parts["xl/_rels/workbook.xml.rels"]).replace("sheet1.xml", "sheet1.dat")
    entities = LAUGHS + sheet(ONE)
    return zipped(parts | {"xl/_rels/workbook.xml.rels": relations, SHEET[:-3] + "dat": entities})


def ods_number(written: str) -> bytes:
    cell = f'<table:table-cell office:value-type="float" office:value="{written}"/>'
    return ods(f"<table:table><table:table-row>{cell}</table:table-row></table:table>")


def mails_in_mails(depth: int) -> bytes:
    heads = (
        f'Content-Type: multipart/related; boundary="{at}"\r\n\r\n--{at}\r\n' for at in range(depth)
    )
    return ("MIME-Version: 1.0\r\n" + "".join(heads) + "<table><td>1</table>").encode()


SURPRISES: dict[str, tuple[Because, Callable[[], bytes]]] = {
    "sheet with a second table": (
        Because.DAMAGED,
        lambda: book(
            sheet(ONE).replace("</sheetData>", f"</sheetData><sheetData>{ONE}</sheetData>")
        ),
    ),
    "large sheet whose table ends in the middle": (
        Because.DAMAGED,
        lambda: broken_at(20_000, 40_000, "</sheetData><sheetData>"),
    ),
    "large sheet that ends in the middle": (
        Because.DAMAGED,
        lambda: broken_at(20_000, 40_000, "</sheetData></worksheet><worksheet><x>"),
    ),
    "two values in one cell": (
        Because.DAMAGED,
        lambda: rows_book(row(1, number("A1", 70), number("A1", 99))),
    ),
    "two rows of one number": (Because.DAMAGED, lambda: rows_book(ONE + ONE)),
    "a million merged ranges": (
        Because.TOO_MANY_CELLS,
        lambda: ranges(*(f"A{at}:B{at}" for at in range(1, 1_000_000))),
    ),
    "whole sheet merged a million times": (
        Because.TOO_MANY_CELLS,
        lambda: ranges(*["A1:XFD1048576"] * 1_000_000),
    ),
    "six sheets of one and a half million cells": (
        Because.TOO_MANY_CELLS,
        lambda: book(*[sheet(ONE + row(3_000, number("SR3000", 1)))] * 6),
    ),
    "nine texts of a million letters": (Because.TEXT_TOO_LONG, lambda: long_texts(9)),
    "name of a sheet of a million letters": (Because.DAMAGED, lambda: named("ก" * 1_000_000)),
    "entities in an entry not named XML": (Because.FORBIDDEN_XML, unnamed_entities),
    "binary number that goes on in the next record": (
        Because.DAMAGED,
        lambda: xlsb(packed_row(0), packed(5, struct.pack("<II", 0, 0))),
    ),
    "number with an underscore in an open document": (Because.DAMAGED, lambda: ods_number("8_5")),
    "number in Thai digits in an open document": (Because.DAMAGED, lambda: ods_number("๘๕")),
    "open document of 101 sheets in each other": (
        Because.TOO_MANY_SHEETS,
        lambda: ods("<table:table>" * 101 + "</table:table>" * 101),
    ),
    "zip whose comment looks like its end": (
        Because.DAMAGED,
        lambda: zipped(good_parts())[:-2] + b"\x16\x00" + zipped(good_parts())[-22:],
    ),
    "zip that says a larger directory stands elsewhere": (
        Because.DAMAGED,
        lambda: edited(END, 4, b"\xff" * 16).replace(
            END, b"PK\x06\x07" + struct.pack("<IQI", 0, 1 << 48, 1) + END
        ),
    ),
    "zip packed by LZMA": (Because.DAMAGED, lambda: zipped(good_parts(), zipfile.ZIP_LZMA)),
    "zip behind a PDF": (Because.DAMAGED, lambda: b"%PDF-1.4\n" + zipped(good_parts())),
    "zip behind a page": (
        Because.UNKNOWN_ENCODING,
        lambda: b"<html><table><td>1</table><!--" + zipped(good_parts()),
    ),
    "XML workbook with entities": (
        Because.FORBIDDEN_XML,
        lambda: xml_book(xml_row("&b;"), before=LAUGHS).encode(),
    ),
    "XML workbook in UTF-16 with a document type": (
        Because.FORBIDDEN_XML,
        lambda: xml_book(xml_row(1), before="<!DOCTYPE x>").encode("utf-16"),
    ),
    "XML workbook cut in a row": (Because.DAMAGED, lambda: xml_book(xml_row(1)).encode()[:-50]),
    "XML workbook whose rows go back": (
        Because.DAMAGED,
        lambda: xml_book(xml_row(1), xml_row(2, place=' ss:Index="1"')).encode(),
    ),
    "XML workbook with an index of letters": (
        Because.DAMAGED,
        lambda: xml_book(xml_row(1, place=' ss:Index="x"')).encode(),
    ),
    "XML workbook with a value in row 200,001": (
        Because.TOO_MANY_ROWS,
        lambda: xml_book(xml_row(1, place=' ss:Index="200001"')).encode(),
    ),
    "XML workbook with a value in column 513": (
        Because.TOO_MANY_COLUMNS,
        lambda: xml_book(xml_row(xml_cell(1, ' ss:Index="513"'))).encode(),
    ),
    "XML workbook of cells at the ends of rows": (
        Because.TOO_MANY_CELLS,
        lambda: xml_book(xml_row(xml_cell(1, ' ss:Index="512"')) * 8_000).encode(),
    ),
    "XML workbook of 101 sheets": (
        Because.TOO_MANY_SHEETS,
        lambda: xml_book().replace("</Workbook>", "<Worksheet/>" * 100 + "</Workbook>").encode(),
    ),
    "XML workbook without a sheet": (
        Because.NOT_A_TABLE,
        f'<Workbook xmlns="{OFFICE}:spreadsheet"/>'.encode,
    ),
    "mail without a page": (
        Because.NOT_A_TABLE,
        lambda: web_archive(b"<table><td>1</table>", kind="text/plain"),
    ),
    "mail cut in its page": (
        Because.DAMAGED,
        lambda: web_archive(b"<table><td>1</table>")[:-9],
    ),
    "mail whose page is no base64": (
        Because.DAMAGED,
        lambda: web_archive(b"<table><td>1</table>" * 9, packing="base64").replace(b"PHRh", b"@@"),
    ),
    "mail of three thousand parts": (
        Because.TOO_MANY_ENTRIES,
        lambda: web_archive(*[b"<p>1</p>"] * 3_000),
    ),
    "mail of 101 pages": (
        Because.TOO_MANY_SHEETS,
        lambda: web_archive(*[b"<table><td>1</table>"] * 101),
    ),
    "tables in each other without end": (
        Because.TOO_MANY_SHEETS,
        lambda: b"<html>" + b"<table><tr><td>" * 700_000,
    ),
    "line of three million cells": (
        Because.TOO_MANY_COLUMNS,
        lambda: b"1,2,3\n" * 2_000 + ",".join(map(str, range(3_000_000))).encode(),
    ),
    "two thousand mails in each other": (Because.DAMAGED, lambda: mails_in_mails(2_000)),
}
