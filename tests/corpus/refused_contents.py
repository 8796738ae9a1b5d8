"""Files that are not what their name says, and texts that cannot be cut into cells."""

import gzip
import random
import struct
from collections.abc import Callable

from data.importers.sheets.opening import Unreadability as Because
from tests.corpus.records import (
    OLE,
    book_stream,
    compound,
    number,
    old_number,
    old_sheet,
    record,
)


def noise() -> bytes:
    return bytes(range(128, 256)) + random.Random(2569).randbytes(5_000)  # noqa: S311


def old_workbook() -> bytes:
    return compound(book_stream(number(0, 0, 85.21)))


def page(body: str) -> bytes:
    return f"<html><body>{body}</body></html>".encode()


CONTENTS: dict[str, tuple[Because, Callable[[], bytes]]] = {
    "nothing": (Because.EMPTY, lambda: b""),
    "blank lines": (Because.EMPTY, lambda: b" \r\n\t\n" * 100),
    "zeros": (Because.EMPTY, lambda: bytes(5_000)),
    "only a mark of order": (Because.EMPTY, lambda: b"\xef\xbb\xbf"),
    "21 MB workbook": (Because.TOO_LARGE, lambda: b"PK\x03\x04" + bytes(21 << 20)),
    "201 MB of text": (Because.TOO_LARGE, lambda: b"1,2,3,4\n" * (201 << 17)),
    "PDF cut off": (Because.DAMAGED, lambda: b"%PDF-1.7\n1 0 obj\n"),
    "PNG": (Because.PICTURE, lambda: b"\x89PNG\r\n\x1a\n" + bytes(50)),
    "JPEG": (Because.PICTURE, lambda: b"\xff\xd8\xff\xe0\x00\x10JFIF"),
    "GIF": (Because.PICTURE, lambda: b"GIF89a" + bytes(20)),
    "RTF": (Because.NEEDS_OFFICE, lambda: b"{\\rtf1 a}"),
    "RAR": (Because.UNKNOWN_CONTAINER, lambda: b"Rar!\x1a\x07\x00"),
    "7z": (Because.UNKNOWN_CONTAINER, lambda: b"7z\xbc\xaf\x27\x1c"),
    "gzip": (Because.UNKNOWN_CONTAINER, lambda: gzip.compress(b"1,2\n")),
    "Windows program": (Because.UNKNOWN_CONTAINER, lambda: b"MZ\x90\x00" + bytes(100)),
    "Linux program": (Because.UNKNOWN_CONTAINER, lambda: b"\x7fELF" + bytes(100)),
    "database": (Because.UNKNOWN_CONTAINER, lambda: b"SQLite format 3\0" + bytes(100)),
    "empty zip": (Because.UNKNOWN_CONTAINER, lambda: b"PK\x05\x06" + bytes(18)),
    "XML": (Because.UNKNOWN_CONTAINER, lambda: b"<?xml version='1.0'?><Workbook/>"),
    "mail with a page in it": (Because.UNKNOWN_CONTAINER, lambda: b"MIME-Version: 1.0\n\n<html>"),
    "noise": (Because.UNKNOWN_ENCODING, noise),
    "UTF-16 without a mark": (
        Because.UNKNOWN_CONTAINER,
        lambda: "year,score\n2568,1\n".encode("utf-16-le"),
    ),
    "UTF-16 cut in a letter": (Because.UNKNOWN_ENCODING, lambda: "ปี,1\n".encode("utf-16")[:-1]),
    "page without a table": (Because.NOT_A_TABLE, lambda: page("<p>404 ไม่พบหน้า</p>")),
    "page of empty tables": (Because.NOT_A_TABLE, lambda: page("<table></table>" * 90)),
    "page of 101 tables": (Because.TOO_MANY_SHEETS, lambda: page("<table><td>1</table>" * 101)),
    "page with a cell across 100,000 columns": (
        Because.TOO_MANY_COLUMNS,
        lambda: page("<table><tr><td colspan=100000>1<td>2</table>"),
    ),
    "page of cells that cover millions": (
        Because.TOO_MANY_CELLS,
        lambda: page("<table>" + "<tr><td rowspan=99999 colspan=500>1" * 50 + "</table>"),
    ),
    "protected workbook": (
        Because.ENCRYPTED,
        lambda: compound(bytes(4096), name="EncryptedPackage"),
    ),
    "protected old workbook": (
        Because.ENCRYPTED,
        lambda: compound(book_stream(before=record(0x2F, bytes(54)))),
    ),
    "old Word file": (
        Because.NEEDS_OFFICE,
        lambda: compound(bytes(4096), name="WordDocument"),
    ),
    "old workbook whose header claims a billion tables": (
        Because.LYING_COUNT,
        lambda: compound(book_stream(number(0, 0, 1)), tables=1 << 30),
    ),
    "old workbook with an impossible sector": (
        Because.DAMAGED,
        lambda: old_workbook()[:30] + b"\x30\x00" + old_workbook()[32:],
    ),
    "old workbook cut after its header": (
        Because.UNKNOWN_CONTAINER,
        lambda: old_workbook()[:512],
    ),
    "old workbook cut in its stream": (Because.DAMAGED, lambda: old_workbook()[:1700]),
    "old workbook whose chain runs in a circle": (
        Because.DAMAGED,
        lambda: old_workbook().replace(struct.pack("<II", 3, 4), struct.pack("<II", 3, 2)),
    ),
    "eight bytes of an old workbook": (Because.UNKNOWN_CONTAINER, lambda: OLE),
    "old sheet cut in a record": (
        Because.DAMAGED,
        lambda: old_sheet(old_number(0, 0, 1))[:20],
    ),
    "quote that never ends": (
        Because.BROKEN_QUOTES,
        lambda: b"year,score\n" + b"2568,1\n" * 2_000 + b'2568,"1\n' + b"2568,1\n" * 2_000,
    ),
    "text behind a closing quote": (
        Because.BROKEN_QUOTES,
        lambda: b"year,score\n" * 2_000 + b'"2568" x,1\n',
    ),
    "quoted cell of two million letters": (
        Because.TEXT_TOO_LONG,
        lambda: b"year,score\n" * 2_000 + b'"' + b"x" * 2_000_000 + b'",1\n',
    ),
    "text of 513 columns": (Because.TOO_MANY_COLUMNS, lambda: (b"1," * 512 + b"1\n") * 3),
    "text of two million and one rows": (Because.TOO_MANY_ROWS, lambda: b"1,2\n" * 2_000_001),
    "text of more than twenty million cells": (
        Because.TOO_MANY_CELLS,
        lambda: (b"1," * 499 + b"1\n") * 40_100,
    ),
}
