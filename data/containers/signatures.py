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
    MARKUP = "markup"
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
_MARKUP: Final = re.compile(rb"<(?:!doctype html|html|head|body|table|meta|style)\b", re.IGNORECASE)
_MARKUP_SEARCHED: Final = 4096


def container_of(content: bytes) -> Container:
    """Tell the container of a file, or refuse one that is known to be something else.

    Raises:
        RefusedError: a picture, a PDF, a program and the like, or bytes that are not text.
    """
    if content.startswith(_ZIP_MAGIC):
        return Container.ZIP
    if content.startswith(COMPOUND_MAGIC):
        return Container.COMPOUND
    if content.startswith(_BIFF_MAGICS):
        return Container.BIFF
    if content.startswith(_FOREIGN_MAGICS):
        raise RefusedError(Unreadability.UNKNOWN_CONTAINER)
    beginning = content[:_MARKUP_SEARCHED].replace(b"\0", b"")
    if beginning.lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").startswith(b"<") and _MARKUP.search(
        beginning
    ):
        return Container.MARKUP
    return Container.TEXT
