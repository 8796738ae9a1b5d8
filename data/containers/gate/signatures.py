"""What a file is, told from its first bytes alone."""

import re
from enum import StrEnum
from typing import Final

from data.containers.gate.reasons import RefusedError, Unreadability


class Container(StrEnum):
    """The kinds of file that are read, each by its own reader."""

    ZIP = "zip"
    """.xlsx, .xlsm, .xlsb, .ods, .odt and .docx: which one is told from the entries."""
    COMPOUND = "compound"
    """.xls, and anything else in Microsoft's old file system, such as a protected .xlsx."""
    BIFF = "biff"
    """.xls before 1995: records without a file system around them."""
    PAGE = "page"
    """A web page, often named .xls."""
    XML_SHEET = "xml-sheet"
    """A workbook of Excel 2003 in a single XML file, often named .xls."""
    FLAT = "flat"
    """An OpenDocument in a single XML file: .fods, .fodt."""
    OFFICE = "office"
    """An old Word file or rich text, which only an office program can open."""
    WEB_ARCHIVE = "web-archive"
    """A web page in the form of a mail, such as Excel's "single file web page"."""
    PDF = "pdf"
    """A printed document; a scanned one is noticed when its pages hold no letters."""
    TEXT = "text"
    ATTACHMENT = "attachment"
    """A file that is kept as it is, never read: only told apart, and a picture made small."""


COMPOUND_MAGIC: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MAGICS: Final = {
    Container.ZIP: (b"PK\x03\x04",),
    Container.COMPOUND: (COMPOUND_MAGIC,),
    Container.BIFF: (b"\x09\x00\x04\x00", b"\x09\x02\x06\x00", b"\x09\x04\x06\x00"),
}
_PDF: Final = b"%PDF-"
_PICTURES: Final = re.compile(
    rb"\x89PNG|\xff\xd8\xff|GIF8|BM.{4}\0\0\0\0|II\*\0|MM\0\*|RIFF.{4}WEBP|.{4}ftyp(?:hei|mif|avi)",
    re.DOTALL,
)
_FOREIGN_MAGICS: Final = (
    b"Rar!",
    b"7z\xbc\xaf",
    b"\x1f\x8b",
    b"MZ",
    b"\x7fELF",
    b"PK",
    b"SQLite format 3\0",
)
_PAGE: Final = re.compile(rb"<(?:!doctype html|html|head|body|table|meta|style)\b", re.IGNORECASE)
_XML_SHEET: Final = re.compile(
    rb"<(?:\w+:)?Workbook\b[^<>]*urn:schemas-microsoft-com:office:spreadsheet"
)
_WEB_ARCHIVE: Final = re.compile(
    rb"(?:[\w-]+:.*\r?\n(?:[ \t].*\r?\n)*)*?Content-Type:\s*multipart/related\b", re.IGNORECASE
)
_FLAT: Final = re.compile(rb"<office:document\b")
_RICH_TEXT: Final = b"{\\rtf"
_OLD_WORD, _OLD_BOOK = ("WordDocument".encode("utf-16-le"), "Workbook".encode("utf-16-le"))
_PAGE_SEARCHED: Final = 4096
_MARKUP_BEGINNINGS: Final = (b"<?xml", b"<!", b"MIME-Version:")


def container_of(content: bytes) -> Container:
    """Tell the container of a file, or refuse one that is known to be something else.

    Raises:
        RefusedError: a picture, a program, XML and the like.
    """
    if content.startswith(_RICH_TEXT) or _is_old_word(content):
        return Container.OFFICE
    for container, magics in _MAGICS.items():
        if content.startswith(magics):
            return container
    beginning = content[:_PAGE_SEARCHED].replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    if beginning.startswith(_PDF):
        return Container.PDF
    if markup := _markup_of(beginning):
        return markup
    if _PICTURES.match(content):
        raise RefusedError(Unreadability.PICTURE)
    if content.startswith(_FOREIGN_MAGICS) or beginning.startswith(_MARKUP_BEGINNINGS):
        raise RefusedError(Unreadability.UNKNOWN_CONTAINER)
    return Container.TEXT


def _is_old_word(content: bytes) -> bool:
    named = content.startswith(COMPOUND_MAGIC) and _OLD_WORD in content
    return named and _OLD_BOOK not in content


def _markup_of(beginning: bytes) -> Container | None:
    if _WEB_ARCHIVE.match(beginning):
        return Container.WEB_ARCHIVE
    if not beginning.startswith(b"<"):
        return None
    if _FLAT.search(beginning):
        return Container.FLAT
    if _XML_SHEET.search(beginning):
        return Container.XML_SHEET
    return Container.PAGE if _PAGE.search(beginning) else None
