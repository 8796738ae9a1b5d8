"""What a file is, told from its first bytes alone."""

import re
from enum import StrEnum
from typing import Final

from data.containers.reasons import RefusedError, Unreadability


class Container(StrEnum):
    """The kinds of file that are read, each by its own reader."""

    ZIP = "zip"
    """.xlsx, .xlsm, .xlsb, .ods and .docx: which one is told from the entries."""
    COMPOUND = "compound"
    """.xls, and anything else in Microsoft's old file system, such as a protected .xlsx."""
    BIFF = "biff"
    """.xls before 1995: records without a file system around them."""
    PAGE = "page"
    """A web page, often named .xls."""
    TEXT = "text"


COMPOUND_MAGIC: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP_MAGIC: Final = b"PK\x03\x04"
_BIFF_MAGICS: Final = (b"\x09\x00\x04\x00", b"\x09\x02\x06\x00", b"\x09\x04\x06\x00")
_FOREIGN_MAGICS: Final = (
    b"%PDF-",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"{\\rtf",
    b"Rar!",
    b"7z\xbc\xaf",
    b"\x1f\x8b",
    b"MZ",
    b"\x7fELF",
    b"PK",
    b"SQLite format 3\0",
)
_PAGE: Final = re.compile(rb"<(?:!doctype html|html|head|body|table|meta|style)\b", re.IGNORECASE)
_PAGE_SEARCHED: Final = 4096
_MARKUP_BEGINNINGS: Final = (b"<?xml", b"<!", b"MIME-Version:")


def container_of(content: bytes) -> Container:
    """Tell the container of a file, or refuse one that is known to be something else.

    Raises:
        RefusedError: a picture, a PDF, a program, XML and the like.
    """
    if content.startswith(_ZIP_MAGIC):
        return Container.ZIP
    if content.startswith(COMPOUND_MAGIC):
        return Container.COMPOUND
    if content.startswith(_BIFF_MAGICS):
        return Container.BIFF
    beginning = content[:_PAGE_SEARCHED].replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    if beginning.startswith(b"<") and _PAGE.search(beginning):
        return Container.PAGE
    if content.startswith(_FOREIGN_MAGICS) or beginning.startswith(_MARKUP_BEGINNINGS):
        raise RefusedError(Unreadability.UNKNOWN_CONTAINER)
    return Container.TEXT
