"""The reading process: a file on standard input becomes sheets or a refusal on standard output."""

import sys
from collections.abc import Callable, Mapping
from typing import Final

from data.containers.child.answers import encode, encode_refusal, taken
from data.containers.formats.excel.binary_workbooks import BINARY_WORKBOOK, read_binary_workbook
from data.containers.formats.excel.workbooks import WORKBOOK, read_workbook
from data.containers.formats.markup.open_documents import CONTENT, read_flat, read_open_document
from data.containers.formats.markup.web_pages import read_page
from data.containers.formats.markup.word_files import DOCUMENT, read_document
from data.containers.formats.markup.xml_sheets import read_xml_sheets
from data.containers.formats.readings import Reading
from data.containers.gate.archives import Archive, open_archive
from data.containers.gate.reasons import RefusedError, Unreadability
from data.containers.gate.signatures import Container, container_of

if sys.platform == "win32":
    from data.containers.child.windows_limits import confine
else:
    from data.containers.child.posix_limits import confine

_READERS: Final[Mapping[str, Callable[[Archive], list[Reading]]]] = {
    WORKBOOK: read_workbook,
    BINARY_WORKBOOK: read_binary_workbook,
    DOCUMENT: read_document,
    CONTENT: read_open_document,
}
"""The entry that tells what an archive is, and who reads it."""
_MARKUP: Final[Mapping[Container, Callable[[bytes], list[Reading]]]] = {
    Container.PAGE: read_page,
    Container.FLAT: read_flat,
    Container.XML_SHEET: read_xml_sheets,
}


def main() -> None:
    """Read the file in standard input; the arguments are its container and seconds."""
    container, seconds = sys.argv[1:]
    output = sys.stdout.buffer
    # Whatever a reader prints must not end up inside the answer.
    sys.stdout = sys.stderr
    confine(int(seconds))
    output.write(_answer(Container(container), sys.stdin.buffer.read()))
    output.flush()


def _answer(container: Container, packed: bytes) -> bytes:
    try:
        content, password = taken(packed)
        if container is Container.ATTACHMENT:
            from data.containers.child import attachments  # noqa: PLC0415

            return attachments.answer(content)
        return encode(_readings(container, content, password))
    except RefusedError as refusal:
        return encode_refusal(refusal.reason)
    except MemoryError:
        return encode_refusal(Unreadability.MEMORY_LIMIT)


def _readings(container: Container, content: bytes, password: str) -> list[Reading]:
    if container is Container.COMPOUND and password:
        from data.containers.formats.protected import unlocked  # noqa: PLC0415

        content = unlocked(content, password)
        container = container_of(content)
    if container is Container.ZIP:
        return _from_archive(open_archive(content))
    if read := _MARKUP.get(container):
        return read(content)
    # Loaded only here: few files are of these kinds, and every file would pay for them.
    if container is Container.WEB_ARCHIVE:
        from data.containers.formats.markup.web_archives import read_web_archive  # noqa: PLC0415

        return read_web_archive(content)
    if container is Container.PDF:
        from data.containers.formats.pdf.documents import read_printed  # noqa: PLC0415

        return read_printed(content, password)
    from data.containers.formats.excel.old_workbooks import read_old_workbook  # noqa: PLC0415

    return read_old_workbook(content)


def _from_archive(archive: Archive) -> list[Reading]:
    for entry, read in _READERS.items():
        if entry in archive.entries:
            return read(archive)
    raise RefusedError(Unreadability.UNKNOWN_CONTAINER)
