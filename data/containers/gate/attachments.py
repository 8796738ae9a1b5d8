"""What an attached file is, by its content: pictures, PDF and Office are kept, all else refused."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from data.containers.gate import limits
from data.containers.gate.archives import Archive, open_archive
from data.containers.gate.reasons import RefusedError, Unreadability
from data.containers.gate.signatures import COMPOUND_MAGIC

_OFFICE: Final = "application/vnd.openxmlformats-officedocument."
_OPEN: Final = "application/vnd.oasis.opendocument."


@dataclass(frozen=True, slots=True)
class AttachmentType:
    """A kind of file: its media type and the suffix it is kept and handed out under."""

    media_type: str
    suffix: str

    @property
    def is_picture(self) -> bool:
        """Whether a small picture can be made of it."""
        return self.media_type.startswith("image/")


_BEGINNINGS: Final[Mapping[bytes, AttachmentType]] = {
    b"%PDF-": AttachmentType("application/pdf", ".pdf"),
    b"\x89PNG\r\n\x1a\n": AttachmentType("image/png", ".png"),
    b"\xff\xd8\xff": AttachmentType("image/jpeg", ".jpg"),
}
_PARTS: Final[Mapping[str, AttachmentType]] = {
    "word/document.xml": AttachmentType(f"{_OFFICE}wordprocessingml.document", ".docx"),
    "xl/workbook.xml": AttachmentType(f"{_OFFICE}spreadsheetml.sheet", ".xlsx"),
    "ppt/presentation.xml": AttachmentType(f"{_OFFICE}presentationml.presentation", ".pptx"),
}
_MIMETYPES: Final[Mapping[bytes, AttachmentType]] = {
    f"{_OPEN}{name}".encode(): AttachmentType(f"{_OPEN}{name}", suffix)
    for name, suffix in (("text", ".odt"), ("spreadsheet", ".ods"), ("presentation", ".odp"))
}
_STREAMS: Final[Mapping[str, AttachmentType]] = {
    "WordDocument": AttachmentType("application/msword", ".doc"),
    "Workbook": AttachmentType("application/vnd.ms-excel", ".xls"),
    "PowerPoint Document": AttachmentType("application/vnd.ms-powerpoint", ".ppt"),
}
"""Names inside the old file system of Microsoft."""
_MACROS: Final = "vbaproject"


def attachment_type(content: bytes) -> AttachmentType:
    """Tell the kind of a file from its content, or refuse it.

    Raises:
        RefusedError: it is empty, too large, protected, holds macros, or is of no kind we keep.
    """
    if not content:
        raise RefusedError(Unreadability.EMPTY)
    if len(content) > limits.FILE_BYTES:
        raise RefusedError(Unreadability.TOO_LARGE)
    for beginning, kind in _BEGINNINGS.items():
        if content.startswith(beginning):
            return kind
    if content.startswith(b"PK\x03\x04"):
        return _of_archive(open_archive(content))
    if content.startswith(COMPOUND_MAGIC):
        return _of_compound(content)
    raise RefusedError(Unreadability.UNKNOWN_ATTACHMENT)


def _of_archive(archive: Archive) -> AttachmentType:
    if any(_MACROS in name.lower() for name in archive.entries):
        raise RefusedError(Unreadability.MACROS)
    found = next((kind for part, kind in _PARTS.items() if part in archive.entries), None)
    found = found or _MIMETYPES.get(archive.read("mimetype").strip())
    if found is None:
        raise RefusedError(Unreadability.UNKNOWN_ATTACHMENT)
    return found


def _of_compound(content: bytes) -> AttachmentType:
    def names(stream: str) -> bool:
        return stream.encode("utf-16-le") in content

    if names("EncryptedPackage"):
        raise RefusedError(Unreadability.ENCRYPTED)
    if names("_VBA_PROJECT"):
        raise RefusedError(Unreadability.MACROS)
    found = next((kind for stream, kind in _STREAMS.items() if names(stream)), None)
    if found is None:
        raise RefusedError(Unreadability.UNKNOWN_ATTACHMENT)
    return found
