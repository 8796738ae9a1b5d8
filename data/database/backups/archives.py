"""The file of a backup: a zip with the database, the folders beside it, and what it says of both.

Backups of older versions are the database alone; they are read all the same.
"""

import hashlib
import json
import os
import shutil
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from data.database.backups.integrity import Integrity
from data.database.duckdb.damage import is_replaceable
from data.database.files import FOLDERS, STORED_NAME, copy_file
from data.model.errors import BackupFailedError, NotABackupError
from data.model.files import put_in_place

_STORE: Final = "ita.duckdb"
_ABOUT: Final = "backup.json"
_SCHEMA: Final = "backup/1"
_MARK: Final = b"PK\x03\x04"
_UNREADABLE: Final = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    NotImplementedError,  # a compression nobody here writes
    RuntimeError,  # a password
)


def pack(target: Path, store: Path, folder: Path, about: Integrity) -> None:
    """Write a closed store and the kept files of `folder` down to the disk, and read it again.

    Raises:
        OSError: the disk does not take it.
        BackupFailedError: what is read is not what was written.
    """
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        told = {"schema": _SCHEMA, "batches": about.batches}
        archive.writestr(_ABOUT, json.dumps(told))
        archive.write(store, _STORE)
        for path in _kept_files(folder):
            name = path.relative_to(folder).as_posix()
            archive.write(path, name, zipfile.ZIP_STORED)  # most are compressed as they are
    with target.open("rb+") as file:
        os.fsync(file.fileno())
    with zipfile.ZipFile(target) as archive:
        if archive.testzip() is not None:
            raise BackupFailedError


def unpack(backup_file: Path, store: Path, folder: Path) -> None:
    """Write the database of a backup to `store`, and its kept files below `folder`, a new one.

    Raises:
        NotABackupError: it is not one, or one of its parts is not whole.
        OSError: the disk does not take it.
    """
    if not _begins_as_archive(backup_file):
        copy_file(backup_file, store)
        return
    try:
        with zipfile.ZipFile(backup_file) as archive:
            entries = {entry.filename: entry for entry in archive.infolist()}
            if len(entries) != len(archive.infolist()) or not _are_ours(entries):
                raise NotABackupError
            if sum(entry.file_size for entry in entries.values()) > _room(store.parent):
                raise OSError
            _extract(archive, _STORE, store)
            for name in entries.keys() - {_STORE, _ABOUT}:
                _extract(archive, name, folder / name)
                _require_fingerprint(folder / name)
    except _UNREADABLE as error:
        raise NotABackupError from error


def bring(folder: Path, beside: Path) -> None:
    """Move unpacked files to where a store keeps them; one that is there already is the same."""
    for path in _kept_files(folder):
        target = beside / path.relative_to(folder)
        target.parent.mkdir(parents=True, exist_ok=True)
        put_in_place(path, target)


def about(backup_file: Path) -> Integrity:
    """Give what a backup of this version says of itself; it was sound when it was taken."""
    with zipfile.ZipFile(backup_file) as archive:
        return Integrity(int(json.loads(archive.read(_ABOUT))["batches"]), ())


def may_be_replaced(path: Path) -> bool:
    """Tell whether a file is a backup, of whatever version, or empty: anything else is not ours."""
    if not _begins_as_archive(path):
        return is_replaceable(path)
    try:
        with zipfile.ZipFile(path) as archive:
            return _are_ours(archive.namelist())
    except _UNREADABLE:
        return False


def _kept_files(folder: Path) -> Iterator[Path]:
    for name in FOLDERS:
        for path in sorted(folder.joinpath(name).glob("*")):
            if STORED_NAME.fullmatch(path.name) and path.is_file():
                yield path


def _are_ours(names: dict[str, zipfile.ZipInfo] | list[str]) -> bool:
    """Tell whether there is a database, and nothing that would land anywhere else."""
    return _STORE in names and all(name in (_STORE, _ABOUT) or _is_kept(name) for name in names)


def _is_kept(name: str) -> bool:
    folder, _, file_name = name.partition("/")
    return folder in FOLDERS and STORED_NAME.fullmatch(file_name) is not None


def _begins_as_archive(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(len(_MARK)) == _MARK


def _room(folder: Path) -> int:
    return shutil.disk_usage(folder).free


def _extract(archive: zipfile.ZipFile, name: str, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    with archive.open(name) as packed, target.open("wb") as file:
        shutil.copyfileobj(packed, file, 1 << 20)
        file.flush()
        os.fsync(file.fileno())


def _require_fingerprint(path: Path) -> None:
    """Refuse a kept file that is not what its name says: it would be shown as a source."""
    with path.open("rb") as file:
        if hashlib.file_digest(file, "sha256").hexdigest() != path.name.partition(".")[0]:
            raise NotABackupError
