"""Zip files that must be refused before a reader sees them."""

import struct
import zipfile
import zlib
from collections.abc import Callable

from data.importers.sheets.opening import Unreadability as Because
from tests.corpus.archives import SHEET, book_parts, docx, good_parts, ods, row, sheet, zipped

LOCAL, CENTRAL = b"PK\x03\x04", b"PK\x01\x02"
LAUGHS = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'
OUTSIDE = '<!DOCTYPE x SYSTEM "http://127.0.0.1/x.dtd">'


def edited(at: bytes, offset: int, new: bytes, content: bytes | None = None) -> bytes:
    """Overwrite bytes behind the last place where `at` stands."""
    content = content if content is not None else zipped(good_parts())
    start = content.rindex(at) + offset
    return content[:start] + new + content[start + len(new) :]


def renamed(name: str) -> bytes:
    return zipped(good_parts() | {name: "x"})


def doubled() -> bytes:
    """Two entries that end up with the same name."""
    return zipped(good_parts() | {"xl/a.xml": "<a/>", "xl/b.xml": "<b/>"}).replace(
        b"xl/b.xml", b"xl/a.xml"
    )


def overlapping() -> bytes:
    """One entry inside the body of another: a bomb needs no nesting."""
    inner = zipped({"xl/b.xml": "<b/>"}, zipfile.ZIP_STORED)
    local, listed = inner[: inner.index(CENTRAL)], inner[inner.index(CENTRAL) : -22]
    outer = zipped({"xl/a.xml": local}, zipfile.ZIP_STORED)
    start, end = outer.index(CENTRAL, len(local) + 38), len(outer) - 22
    directory = outer[start:end] + listed[:42] + struct.pack("<I", 38) + listed[46:]
    ending = struct.pack("<4sHHHHIIH", b"PK\x05\x06", 0, 0, 2, 2, len(directory), start, 0)
    return outer[:start] + directory + ending


def swollen(claimed: int) -> bytes:
    """An entry of 300 MB of zeros that says it is `claimed` bytes long."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    # After a full flush nothing points back: one part packed can stand for each of them.
    part = packer.compress(bytes(1 << 20)) + packer.flush(zlib.Z_FULL_FLUSH)
    body = part * 300 + packer.flush()
    name = b"xl/workbook.xml"
    sizes = struct.pack("<III", 0, len(body), claimed)
    local = LOCAL + struct.pack("<HHHHH", 20, 0, 8, 0, 33) + sizes + struct.pack("<HH", 15, 0)
    central = CENTRAL + struct.pack("<HHHHHH", 20, 20, 0, 8, 0, 33) + sizes
    central += struct.pack("<HHHHHII", 15, 0, 0, 0, 0, 0, 0)
    end = b"PK\x05\x06" + struct.pack("<HHHH", 0, 0, 1, 1)
    end += struct.pack("<IIH", len(central) + 15, len(local) + 15 + len(body), 0)
    return local + name + body + central + name + end


def with_prolog(prolog: str, part: str = SHEET) -> Callable[[], bytes]:
    def build() -> bytes:
        parts = good_parts()
        return zipped(parts | {part: prolog + str(parts[part])})

    return build


def cut(share: float) -> Callable[[], bytes]:
    def build() -> bytes:
        content = zipped(good_parts())
        return content[: int(len(content) * share)]

    return build


ARCHIVES: dict[str, tuple[Because, Callable[[], bytes]]] = {
    "zip cut after a tenth": (Because.DAMAGED, cut(0.1)),
    "zip cut in the middle": (Because.DAMAGED, cut(0.5)),
    "zip cut before its last byte": (Because.DAMAGED, cut(0.999)),
    "zip with 2,001 entries": (
        Because.TOO_MANY_ENTRIES,
        lambda: zipped(good_parts() | {f"x/{n}": "" for n in range(2_001)}),
    ),
    "zip entry marked as protected": (
        Because.ENCRYPTED,
        lambda: edited(CENTRAL, 8, b"\x01\x00"),
    ),
    "zip entry packed by an unknown method": (
        Because.DAMAGED,
        lambda: edited(CENTRAL, 10, b"\x63\x00"),
    ),
    "zip entry with a wrong control sum": (
        Because.DAMAGED,
        lambda: edited(CENTRAL, 16, b"\0\0\0\0"),
    ),
    "zip entry shorter than it says": (
        Because.DAMAGED,
        lambda: edited(CENTRAL, 24, b"\xff\xff\x00\x00"),
    ),
    "zip entry longer than it says": (
        Because.ZIP_BOMB,
        lambda: edited(CENTRAL, 24, b"\x05\x00\x00\x00"),
    ),
    "zip entry that begins beyond the file": (
        Because.DAMAGED,
        lambda: edited(CENTRAL, 42, b"\xff\xff\xff\x7f"),
    ),
    "zip entry named otherwise inside": (
        Because.DAMAGED,
        lambda: edited(LOCAL, 30, b"XL/"),
    ),
    "zip entry with a destroyed body": (Because.DAMAGED, lambda: edited(LOCAL, 60, b"\xff" * 20)),
    "zip entry that climbs out": (Because.UNSAFE_ENTRY, lambda: renamed("../../evil.xml")),
    "zip entry from the root": (Because.UNSAFE_ENTRY, lambda: renamed("/etc/passwd")),
    "zip entry on a drive": (Because.UNSAFE_ENTRY, lambda: renamed("C:/evil.xml")),
    "zip entry with a backslash": (Because.UNSAFE_ENTRY, lambda: renamed("xl\\..\\evil.xml")),
    "zip entry twice": (Because.UNSAFE_ENTRY, doubled),
    "zip entry twice in another case": (
        Because.UNSAFE_ENTRY,
        lambda: renamed("XL/WORKBOOK.XML"),
    ),
    "zip entries on top of each other": (Because.UNSAFE_ENTRY, overlapping),
    "zip that says it holds 300 MB": (Because.ZIP_BOMB, lambda: swollen(300 << 20)),
    "zip that holds 300 MB and says 1 MB": (Because.ZIP_BOMB, lambda: swollen(1 << 20)),
    "zip without any table": (
        Because.UNKNOWN_CONTAINER,
        lambda: zipped({"ppt/presentation.xml": "<p/>"}),
    ),
    "zip holding a workbook": (
        Because.UNKNOWN_CONTAINER,
        lambda: zipped({"คะแนน.xlsx": zipped(good_parts())}),
    ),
    "entities in a sheet": (Because.FORBIDDEN_XML, with_prolog(LAUGHS)),
    "entities in the workbook": (Because.FORBIDDEN_XML, with_prolog(LAUGHS, "xl/workbook.xml")),
    "entities in the relations": (
        Because.FORBIDDEN_XML,
        with_prolog(LAUGHS, "xl/_rels/workbook.xml.rels"),
    ),
    "document type from outside": (Because.FORBIDDEN_XML, with_prolog(OUTSIDE)),
    "document type behind a long comment": (
        Because.FORBIDDEN_XML,
        with_prolog(f"<?xml version='1.0'?><!--{'x' * 3_000_000}-->\n{LAUGHS}"),
    ),
    "document type in small letters": (
        Because.FORBIDDEN_XML,
        with_prolog("<!doctype x [<!entity a 'b'>]>"),
    ),
    "sheet in UTF-16": (
        Because.FORBIDDEN_XML,
        lambda: zipped(good_parts() | {SHEET: sheet(row(1)).encode("utf-16")}),
    ),
    "entities in a Word file": (
        Because.FORBIDDEN_XML,
        lambda: zipped({"word/document.xml": LAUGHS + "<w/>"}),
    ),
    "entities in an open document": (
        Because.FORBIDDEN_XML,
        lambda: zipped({"content.xml": LAUGHS + "<w/>"}),
    ),
    "protected open document": (
        Because.ENCRYPTED,
        lambda: zipped(
            {"content.xml": b"\x8f\x01", "META-INF/manifest.xml": "<m><encryption-data/></m>"}
        ),
    ),
    "open document that is no XML": (Because.DAMAGED, lambda: zipped({"content.xml": "x"})),
    "open document without a sheet": (Because.NOT_A_TABLE, lambda: ods("")),
    "Word file without a table": (Because.NOT_A_TABLE, lambda: docx("<w:p/>")),
    "Word file that is no XML": (Because.DAMAGED, lambda: zipped({"word/document.xml": "<w>"})),
    "workbook without its relations": (
        Because.DAMAGED,
        lambda: zipped({k: v for k, v in good_parts().items() if "workbook.xml.rels" not in k}),
    ),
    "workbook without its sheet": (
        Because.DAMAGED,
        lambda: zipped({k: v for k, v in good_parts().items() if k != SHEET}),
    ),
    "workbook of 101 sheets": (
        Because.TOO_MANY_SHEETS,
        lambda: zipped(book_parts(*[sheet("")] * 101)),
    ),
    "workbook that lists no sheet": (Because.DAMAGED, lambda: zipped(book_parts())),
}
