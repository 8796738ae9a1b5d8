"""Keeping the files that were imported, so that every number can be shown in its source."""

import hashlib
import os
import re
from dataclasses import dataclass, field
from pathlib import Path

import queries
from data.database.connection import IN_MEMORY, Database
from data.database.files import SOURCES, STORED_NAME
from data.model.errors import NothingSavedError, UnknownBatchError
from data.model.files import put_in_place


@dataclass(frozen=True, slots=True)
class Source:
    """An uploaded file and who brought it; `content` is the file as it came, byte for byte.

    `sha256` is the fingerprint of the content, taken once: a long table has 200 MB.
    """

    file_name: str
    content: bytes
    imported_by: str
    is_sample: bool = False
    sha256: str = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "sha256", hashlib.sha256(self.content).hexdigest())


def keep_source(database: Database, source: Source) -> str:
    """Store a copy under its fingerprint and give the stored name ("" for a store in memory).

    Raises:
        NothingSavedError: the disk does not take it.
    """
    if database.path == IN_MEMORY:
        return ""
    name = f"{source.sha256}{_safe_suffix(source.file_name)}"
    folder = database.folder / SOURCES
    target = folder / name
    try:
        folder.mkdir(exist_ok=True)
        if not target.exists():
            write_durably(target, source.content)
    except OSError as error:
        raise NothingSavedError from error
    return name


def kept_source(database: Database, batch_id: int) -> tuple[str, Path] | None:
    """Give the name a batch's file came under and the copy that was kept, None when it is gone.

    Raises:
        UnknownBatchError: there is no such batch.
    """
    found = queries.read(database, "imports/kept_source", batch_id=batch_id)
    if found.empty:
        raise UnknownBatchError(batch_id)
    file_name, stored_name = found.iloc[0]
    if not STORED_NAME.fullmatch(stored_name):
        return None
    path = database.folder / SOURCES / stored_name
    return (file_name, path) if path.is_file() else None


def _safe_suffix(file_name: str) -> str:
    suffix = Path(file_name).suffix.lower()
    return suffix if re.fullmatch(r"\.[a-z0-9]{1,5}", suffix) else ""


def write_durably(target: Path, content: bytes) -> None:
    """Write beside and rename, so that a half-written copy never carries the real name."""
    unfinished = target.with_suffix(f".{os.getpid()}.part")
    try:
        with unfinished.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        put_in_place(unfinished, target)
    except OSError:
        unfinished.unlink(missing_ok=True)
        raise
