"""Taking a backup of a running store: verified before it gets its name."""

import os
from pathlib import Path

import duckdb

from data.database.backups.archives import pack
from data.database.backups.integrity import Integrity, verified
from data.database.connection import Database
from data.database.files import copy_file, has_log, remove_unfinished
from data.database.permits import permitted
from data.model.access import Action
from data.model.errors import BackupFailedError, ItaError, NothingSavedError, StoreNotAFileError
from data.model.files import put_in_place


def backup(database: Database, target: Path, *, known_as: str = "") -> Integrity:
    """Write a consistent copy of a running store and its kept files to `target`.

    The audit knows it as its file name, where it is not `known_as` something else.

    Raises:
        BackupFailedError: it could not be written or does not verify; `target` is untouched.
        NotAllowedError: the person at the store may not take it away.
        StoreNotAFileError: it is on a server, which has tools of its own for that.
    """
    if database.on_server:
        raise StoreNotAFileError
    subject = known_as or target.name
    with permitted(database, Action.BACKUP, subject) as permit:
        permit.log(subject)
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        about = take(database, target)
    except (OSError, ItaError, duckdb.Error) as error:
        raise BackupFailedError from error
    if not about.sound:
        raise BackupFailedError
    return about


def take(database: Database, target: Path) -> Integrity:
    """Write a verified copy for whoever has the right; there is none of a store with faults.

    Raises:
        OSError, ItaError, duckdb.Error: it could not be made; `target` is untouched.
    """
    unfinished = database.folder / f"backup-{os.getpid()}-{id(target)}.part"
    probe = unfinished.with_suffix(".probe.part")
    arriving = target.with_name(f"{target.name}.part")
    try:
        _copy(database, unfinished)
        require_whole(unfinished)
        # On a second copy: verifying brings it to the schema of now, and migrating may go wrong.
        copy_file(unfinished, probe)
        about = verified(probe)
        if about.sound:
            pack(arriving, unfinished, database.folder, about)
            put_in_place(arriving, target)
    finally:
        remove_unfinished(unfinished, probe, arriving)
    return about


def require_whole(path: Path) -> None:
    """Refuse a store that is partly in its write-ahead log, where a failing disk left it."""
    if has_log(path):
        raise NothingSavedError


def _copy(database: Database, unfinished: Path) -> None:
    with database.exclusive() as cursor:
        cursor.execute("attach $path as backup_copy", {"path": str(unfinished)})
        try:
            cursor.execute("copy from database ita to backup_copy")
        finally:
            cursor.execute("detach backup_copy")
