"""The way in: the bytes of an uploaded file become sheets of plain cells, or a named refusal."""

import re
from dataclasses import replace
from pathlib import PurePath
from typing import Final

from data.containers.child.office import as_document
from data.containers.child.sheets import read_apart
from data.containers.formats.delimited import read_text
from data.containers.gate import limits
from data.containers.gate.reasons import RefusedError, Unreadability
from data.containers.gate.signatures import Container, container_of
from data.importers.sheets.printed_text import with_printed_columns
from data.model.errors import UnreadableFileError
from data.model.grid import Cell, Rectangle, Row, Sheet, Unreadable, column_letters

__all__ = [
    "Cell",
    "Rectangle",
    "Row",
    "Sheet",
    "Unreadability",
    "Unreadable",
    "column_letters",
    "read_sheets",
]

_ANYTHING: Final = re.compile(rb"[^\0 \t\r\n]")


def read_sheets(file_name: str, content: bytes, password: str = "") -> tuple[Sheet, ...]:
    """Read every sheet of a file; its content decides what it is, never its extension.

    Numbers stored as floats become int when they are exact. One that its cell shows in percent is a
    `Percentage`, dates keep the year they were stored with. Workbooks, web pages and Word files
    are read in a process of their own with limits on memory and time; text is decoded here. The
    password of a protected file is used to open it, and kept nowhere.

    Raises:
        UnreadableFileError: with an `Unreadability` as its reason.
    """
    stem = PurePath(file_name).stem.encode(errors="replace").decode().strip() or "-"
    try:
        return tuple(replace(sheet, file_name=stem) for sheet in _sheets(stem, content, password))
    except RefusedError as refusal:
        raise UnreadableFileError(file_name, refusal.reason) from refusal


def _sheets(stem: str, content: bytes, password: str) -> tuple[Sheet, ...]:
    if len(content) > limits.TEXT_FILE_BYTES:
        raise RefusedError(Unreadability.TOO_LARGE)
    if not _ANYTHING.search(content):
        raise RefusedError(Unreadability.EMPTY)
    container = container_of(content)
    if container is Container.TEXT:
        return (with_printed_columns(read_text(stem, content)),)
    if len(content) > limits.FILE_BYTES:
        raise RefusedError(Unreadability.TOO_LARGE)
    if container is Container.OFFICE:
        content = as_document(content)
        container = container_of(content)
    return read_apart(container, content, password=password)
