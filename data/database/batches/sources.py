"""Keeping the files that were imported, so that every number can be shown in its source."""

import hashlib
import re
from dataclasses import dataclass, field
from pathlib import Path

import queries
from data.database.connection import Database
from data.database.files import SOURCES, STORED_NAME
from data.database.protocol import KeptFile
from data.model.errors import UnknownBatchError


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
    """Store a copy under its fingerprint and give the stored name.

    Raises:
        NothingSavedError: the disk does not take it.
    """
    name = f"{source.sha256}{_safe_suffix(source.file_name)}"
    database.keep(SOURCES, name, source.content)
    return name


def kept_source(database: Database, batch_id: int) -> tuple[str, KeptFile] | None:
    """Give the name a batch's file came under and the copy that was kept, None when it is gone.

    Raises:
        UnknownBatchError: there is no such batch.
    """
    found = queries.read(database, "imports/kept_source", batch_id=batch_id)
    if found.empty:
        raise UnknownBatchError(batch_id)
    file_name, stored_name = found.iloc[0]
    kept = database.kept(SOURCES, stored_name) if STORED_NAME.fullmatch(stored_name) else None
    return (file_name, kept) if kept else None


def _safe_suffix(file_name: str) -> str:
    suffix = Path(file_name).suffix.lower()
    return suffix if re.fullmatch(r"\.[a-z0-9]{1,5}", suffix) else ""
