"""Keeping the files that were imported, so that every number can be shown in its source."""

import hashlib
import os
import re
from dataclasses import dataclass
from pathlib import Path

from data.database.connection import IN_MEMORY, Database


@dataclass(frozen=True, slots=True)
class Source:
    """An uploaded file and who brought it; `content` is the file as it came, byte for byte."""

    file_name: str
    content: bytes
    imported_by: str
    is_sample: bool = False

    @property
    def sha256(self) -> str:
        """Fingerprint of the content."""
        return hashlib.sha256(self.content).hexdigest()


def keep_source(database: Database, source: Source) -> str:
    """Store a copy under its fingerprint and give the stored name ("" for a store in memory)."""
    if database.path == IN_MEMORY:
        return ""
    name = f"{source.sha256}{_safe_suffix(source.file_name)}"
    folder = database.folder / "sources"
    folder.mkdir(exist_ok=True)
    target = folder / name
    if not target.exists():
        _write_durably(target, source.content)
    return name


def _safe_suffix(file_name: str) -> str:
    suffix = Path(file_name).suffix.lower()
    return suffix if re.fullmatch(r"\.[a-z0-9]{1,5}", suffix) else ""


def _write_durably(target: Path, content: bytes) -> None:
    """Write beside and rename, so that a half-written copy never carries the real name."""
    unfinished = target.with_suffix(f".{os.getpid()}.part")
    with unfinished.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    unfinished.replace(target)
