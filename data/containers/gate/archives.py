"""The gate before a zip file: every claim of its directory is checked before a reader sees it."""

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import PurePosixPath
from typing import Final

from data.containers.gate import limits
from data.containers.gate.reasons import RefusedError, Unreadability

_LOCAL_HEADER: Final = struct.Struct("<4s22xHH")
_LOCAL_MAGIC: Final = b"PK\x03\x04"
_DIRECTORY_MAGIC: Final = b"PK\x01\x02"
_END_MAGIC: Final = b"PK\x05\x06"
_ENCRYPTED_FLAG: Final = 0x1
_CHUNK: Final = limits.MEGABYTE
_XML_ENDINGS: Final = (".xml", ".rels", ".vml")
_PROLOG: Final = re.compile(rb"(?:\xef\xbb\xbf)?(?:\s+|<\?.*?\?>|<!--.*?-->)*", re.DOTALL)
_MANIFEST: Final = "META-INF/manifest.xml"
_PROTECTED: Final = b"encryption-data"
_WIDE_XML: Final = (b"\xff\xfe", b"\xfe\xff", b"<\0", b"\0<", b"\0\0")


@dataclass(frozen=True, slots=True)
class Entry:
    """One file inside the archive; `start` and `end` are where its packed bytes stand."""

    name: str
    header: int
    start: int
    end: int
    size: int
    checksum: int
    packed: bool


@dataclass(frozen=True, slots=True)
class Archive:
    """An archive that passed the gate: each entry is in bounds, alone in its place, and honest.

    `parts` holds every XML entry unpacked: the gate has to read them all anyway.
    """

    content: bytes
    entries: dict[str, Entry]
    parts: dict[str, bytes]

    def read(self, name: str) -> bytes:
        """Give one entry unpacked; an absent one is empty."""
        if name in self.parts or name not in self.entries:
            return self.parts.get(name, b"")
        content = b"".join(unpacked(self.content, self.entries[name]))
        _check_prolog(content)
        return content

    def rewritten(self, parts: dict[str, bytes]) -> "Archive":
        """Give it with these entries in place of their own, packed anew."""
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w") as file:
            for name in self.entries:
                file.writestr(zipfile.ZipInfo(name), parts.get(name) or self.read(name))
        return replace(self, content=packed.getvalue(), parts=self.parts | parts)


def open_archive(content: bytes) -> Archive:
    """Check the directory and every entry of a zip file.

    Raises:
        RefusedError: too much, unsafe, protected, damaged, or XML that defines entities.
    """
    if content.count(_DIRECTORY_MAGIC) > limits.ENTRIES:
        raise RefusedError(Unreadability.TOO_MANY_ENTRIES)
    entries = [_entry(content, info) for info in _directory(content)]
    _check_names(entries)
    _check_places(content, entries)
    if sum(entry.size for entry in entries) > limits.UNPACKED_BYTES:
        raise RefusedError(Unreadability.ZIP_BOMB)
    parts = {entry.name: xml for entry in entries if (xml := _checked_xml(content, entry))}
    if _PROTECTED in parts.get(_MANIFEST, b""):
        raise RefusedError(Unreadability.ENCRYPTED)
    archive = Archive(content, {entry.name: entry for entry in entries}, parts)
    # With two directories a reader may follow the one that was not checked.
    return archive if content.count(_END_MAGIC) == 1 else archive.rewritten({})


def _directory(content: bytes) -> list[zipfile.ZipInfo]:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as file:
            return file.infolist()
    except (zipfile.BadZipFile, NotImplementedError, ValueError, OverflowError, struct.error):
        raise RefusedError(Unreadability.DAMAGED) from None


def _entry(content: bytes, info: zipfile.ZipInfo) -> Entry:
    if info.flag_bits & _ENCRYPTED_FLAG:
        raise RefusedError(Unreadability.ENCRYPTED)
    header = info.header_offset
    body = header + _LOCAL_HEADER.size
    known_method = info.compress_type in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
    if header < 0 or body > len(content) or not known_method:
        raise RefusedError(Unreadability.DAMAGED)
    magic, name_length, extra_length = _LOCAL_HEADER.unpack_from(content, header)
    start = body + name_length + extra_length
    end = start + info.compress_size
    name = content[body : body + name_length]
    if magic != _LOCAL_MAGIC or end > len(content) or not _same_name(name, info):
        raise RefusedError(Unreadability.DAMAGED)
    packed = info.compress_type == zipfile.ZIP_DEFLATED
    return Entry(info.filename, header, start, end, info.file_size, info.CRC, packed)


def _same_name(local: bytes, info: zipfile.ZipInfo) -> bool:
    encoding = "utf-8" if info.flag_bits & 0x800 else "cp437"
    return (
        local.decode(encoding, "replace").partition("\0")[0]
        == info.orig_filename.partition("\0")[0]
    )


def _check_names(entries: list[Entry]) -> None:
    folded = {entry.name.casefold() for entry in entries}
    unsafe = any(
        entry.name.startswith(("/", "\\"))
        or "\\" in entry.name
        or ":" in entry.name
        or ".." in PurePosixPath(entry.name).parts
        for entry in entries
    )
    if unsafe or len(folded) < len(entries):
        raise RefusedError(Unreadability.UNSAFE_ENTRY)


def _check_places(content: bytes, entries: list[Entry]) -> None:
    placed = sorted(entries, key=lambda entry: entry.header)
    overlapping = any(left.end > right.header for left, right in pairwise(placed))
    if overlapping or not content.startswith(_LOCAL_MAGIC):
        raise RefusedError(Unreadability.UNSAFE_ENTRY)


def _checked_xml(content: bytes, entry: Entry) -> bytes | None:
    """Unpack an entry to the end, whatever it is; give it back if it is XML."""
    is_xml = entry.name.lower().endswith(_XML_ENDINGS)
    size = checksum = 0
    kept = []
    for chunk in unpacked(content, entry):
        size += len(chunk)
        checksum = zlib.crc32(chunk, checksum)
        if is_xml:
            kept.append(chunk)
    if size != entry.size or checksum != entry.checksum:
        raise RefusedError(Unreadability.DAMAGED)
    xml = b"".join(kept)
    _check_prolog(xml)
    return xml if is_xml else None


def _check_prolog(xml: bytes) -> None:
    if xml.startswith(_WIDE_XML) or _defines_a_type(xml):
        raise RefusedError(Unreadability.FORBIDDEN_XML)


def _defines_a_type(xml: bytes) -> bool:
    """Tell whether a document type, and with it perhaps entities, comes before the root."""
    prolog = _PROLOG.match(xml)
    return prolog is not None and xml.startswith(b"<!", prolog.end())


def unpacked(content: bytes, entry: Entry) -> Iterator[bytes]:
    """Unpack an entry piece by piece and stop as soon as it is larger than it says.

    Raises:
        RefusedError: the entry is damaged, or larger than declared.
    """
    if not entry.packed:
        yield content[entry.start : entry.end]
        return
    unpacker = zlib.decompressobj(-zlib.MAX_WBITS)
    rest, size = content[entry.start : entry.end], 0
    try:
        while chunk := unpacker.decompress(rest, _CHUNK):
            size += len(chunk)
            if size > entry.size:
                raise RefusedError(Unreadability.ZIP_BOMB)
            yield chunk
            rest = unpacker.unconsumed_tail
    except zlib.error:
        raise RefusedError(Unreadability.DAMAGED) from None
