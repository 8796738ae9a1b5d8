"""The files of a store on the disk: logs, second names, and whether one is still the same."""

import os
import re
import shutil
from contextlib import suppress
from pathlib import Path
from typing import Final

from data.model.files import put_in_place

SOURCES: Final = "sources"
"""The folder beside a store with copies of what was imported into it."""

STORED_NAME: Final = re.compile(r"[0-9a-f]{64}(\.[a-z0-9]{1,5})?")
"""A kept file is called by its SHA-256."""
EVIDENCE: Final = "evidence"
"""The folder beside a store with the files that prove what was done."""

FOLDERS: Final = (SOURCES, EVIDENCE)
"""The folders that belong to a store: what they keep is in its backups."""

_LOGS: Final = (".wal", ".wal.checkpoint", ".wal.recovery")


def write_ahead_logs(path: Path) -> tuple[Path, ...]:
    """Give the places where DuckDB keeps what is not yet in the file at `path`."""
    return tuple(path.with_name(f"{path.name}{suffix}") for suffix in _LOGS)


def has_log(path: Path) -> bool:
    """Tell whether something of the store may lie in a write-ahead log only."""
    return any(log.exists() for log in write_ahead_logs(path))


def is_lost(path: Path) -> bool:
    """Tell whether a store was once at `path` and is gone, while what belongs to it is there."""
    return not path.exists() and (has_log(path) or any(path.parent.glob(f"{SOURCES}/*")))


def file_identity(path: Path) -> tuple[int, int] | None:
    """Give device and file number, which stay when a file is moved; None when nothing is there."""
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_dev, status.st_ino


def remove_unfinished(*paths: Path) -> None:
    """Remove files and folders that may or may not be there, with their write-ahead logs.

    A disk that does not even let go of a file keeps it until the next opening.
    """
    for path in paths:
        if path.is_dir():
            shutil.rmtree(path, ignore_errors=True)
            continue
        for found in (path, *write_ahead_logs(path)):
            with suppress(OSError):
                found.unlink(missing_ok=True)


def copy_file(source: Path, target: Path) -> None:
    """Copy a file down to the disk: a name given later must not stand for half of it."""
    shutil.copyfile(source, target)
    with target.open("rb+") as file:
        os.fsync(file.fileno())


def keep_as(path: Path, second: Path) -> None:
    """Give a file a second name, or copy it where the disk knows none."""
    try:
        second.hardlink_to(path)
    except OSError:
        copy_file(path, second)


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
