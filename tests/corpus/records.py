"""Binary workbooks record by record: .xlsb, and .xls with and without its file system."""

import struct

from tests.corpus.archives import relations, zipped

SECTOR = 512
END_OF_CHAIN, FREE, TABLE = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def record(kind: int, body: bytes = b"") -> bytes:
    """A record of an old workbook."""
    return struct.pack("<HH", kind, len(body)) + body


def old_sheet(*records: bytes) -> bytes:
    """A workbook of Excel 2: one sheet and no file system around it."""
    return record(9, struct.pack("<HH", 2, 0x10)) + b"".join(records) + record(10)


def old_number(row: int, column: int, value: float) -> bytes:
    return record(3, struct.pack("<HH3xd", row, column, value))


def old_text(row: int, column: int, text: bytes) -> bytes:
    return record(4, struct.pack("<HH3xB", row, column, len(text)) + text)


def book_stream(*cells: bytes, before: bytes = b"") -> bytes:
    """A workbook of Excel 97 with one sheet, as it stands in the file system."""
    name = "คะแนน".encode("utf-16-le")
    start = record(0x809, struct.pack("<HHHHII", 0x600, 5, 0, 0, 0, 0)) + before
    bound_length = 4 + 8 + len(name)
    sheet_at = len(start) + bound_length + 4
    bound = struct.pack("<IBBBB", sheet_at, 0, 0, len(name) // 2, 1) + name
    sheet = record(0x809, struct.pack("<HHHHII", 0x600, 0x10, 0, 0, 0, 0))
    return start + record(0x85, bound) + record(10) + sheet + b"".join(cells) + record(10)


def style(number_format: int) -> bytes:
    """A style of cells; the first one has the number 0."""
    return record(0xE0, struct.pack("<HH16x", 0, number_format))


def number(row: int, column: int, value: float, style: int = 0) -> bytes:
    return record(0x203, struct.pack("<HHHd", row, column, style, value))


def label(row: int, column: int, text: str) -> bytes:
    written = text.encode("utf-16-le", "replace")[:8000]
    return record(0x204, struct.pack("<HHHHB", row, column, 0, len(written) // 2, 1) + written)


def error(row: int, column: int, code: int) -> bytes:
    return record(0x205, struct.pack("<HHHBB", row, column, 0, code, 1))


def merged(top: int, bottom: int, left: int, right: int) -> bytes:
    return record(0xE5, struct.pack("<HHHHH", 1, top, bottom, left, right))


def compound(stream: bytes, name: str = "Workbook", tables: int = 1) -> bytes:
    """Microsoft's old file system holding one stream; `tables` is what the header claims."""
    stream += bytes(max(4096 - len(stream), -len(stream) % SECTOR))
    sectors = len(stream) // SECTOR
    header = OLE + bytes(16) + struct.pack("<HHHHH6x", 0x3E, 3, 0xFFFE, 9, 6)
    header += struct.pack("<IIIII", 0, tables, 1, 0, 4096)
    header += struct.pack("<IIII", END_OF_CHAIN, 0, END_OF_CHAIN, 0)
    header += struct.pack("<109I", 0, *[FREE] * 108)
    chain = [TABLE, END_OF_CHAIN, *range(3, 2 + sectors), END_OF_CHAIN]
    table = struct.pack("<128I", *chain, *[FREE] * (128 - len(chain)))
    directory = _entry("Root Entry", 5, 1, END_OF_CHAIN, 0)
    directory += _entry(name, 2, FREE, 2, len(stream))
    return header + table + directory.ljust(SECTOR, b"\0") + stream


def _entry(name: str, kind: int, child: int, start: int, size: int) -> bytes:
    written = (name + "\0").encode("utf-16-le")
    head = written.ljust(64, b"\0") + struct.pack("<HBB", len(written), kind, 1)
    return head + struct.pack("<III36xIQ", FREE, FREE, child, start, size)


def packed(kind: int, body: bytes = b"") -> bytes:
    """A record of an .xlsb."""
    return _seven_bits(kind) + _seven_bits(len(body)) + body


def _seven_bits(number_: int) -> bytes:
    low, rest = number_ & 0x7F, number_ >> 7
    return bytes([low]) if not rest else bytes([low | 0x80]) + _seven_bits(rest)


def wide(text: str) -> bytes:
    return struct.pack("<I", len(text)) + text.encode("utf-16-le")


def packed_row(row: int, *, hidden: bool = False) -> bytes:
    flags = 0x10 if hidden else 0
    return packed(0, struct.pack("<IIHBBBI", row, 0, 300, 0, flags, 0, 0))


def packed_number(column: int, value: float, style: int = 0) -> bytes:
    return packed(5, struct.pack("<IId", column, style, value))


def packed_text(column: int, text: str) -> bytes:
    return packed(6, struct.pack("<II", column, 0) + wide(text))


def packed_error(column: int, code: int) -> bytes:
    return packed(3, struct.pack("<IIB", column, 0, code))


def packed_styles(*formats: int) -> bytes:
    """The styles of an .xlsb: the format of each style of cells, in turn."""
    styles = (packed(47, struct.pack("<HH12x", 0, number_)) for number_ in formats)
    own = packed(44, struct.pack("<H", 164) + wide("0.0%"))
    return own + packed(617, struct.pack("<I", len(formats))) + b"".join(styles) + packed(618)


def xlsb(*records: bytes, after: bytes = b"", strings: bytes = b"", styles: bytes = b"") -> bytes:
    sheet = packed(129) + packed(148, struct.pack("<IIII", 0, 9, 0, 9))
    sheet += packed(145) + b"".join(records) + packed(146) + after + packed(130)
    bundle = packed(156, struct.pack("<II", 0, 1) + wide("rId1") + wide("คะแนน"))
    book = packed(131) + packed(143) + bundle + packed(144) + packed(132)
    parts: dict[str, bytes | str] = {
        "[Content_Types].xml": "<Types/>",
        "xl/workbook.bin": book,
        "xl/_rels/workbook.bin.rels": relations("worksheet", "worksheets/sheet1.bin"),
        "xl/worksheets/sheet1.bin": sheet,
    }
    more = {"xl/sharedStrings.bin": strings, "xl/styles.bin": styles}
    return zipped(parts | {name: part for name, part in more.items() if part})
