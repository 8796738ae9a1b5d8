"""Backup and the integrity check of the store."""

import os
from dataclasses import dataclass
from pathlib import Path

import duckdb

import queries
from data.database.connection import Database
from data.database.files import copy_file, has_log, remove_unfinished
from data.database.migrations import migrate
from data.database.permits import permitted
from data.model.access import Action
from data.model.errors import BackupFailedError, ItaError, NotABackupError, NothingSavedError


@dataclass(frozen=True, slots=True)
class Integrity:
    """Outcome of a check; `damaged` names the batches whose control sum does not fit."""

    batches: int
    damaged: tuple[int, ...]

    @property
    def sound(self) -> bool:
        """Whether everything the ledger promises is there."""
        return not self.damaged


def check(database: Database) -> Integrity:
    """Compare what each batch should hold with what the tables hold."""
    sums = queries.read(database, "imports/control_sums")
    damaged = sums.loc[sums["expected"] != sums["found"], "batch_id"]
    return Integrity(len(sums), tuple(int(batch) for batch in damaged))


def backup(database: Database, target: Path) -> Integrity:
    """Write a consistent copy of a running store to `target`, verified before it gets its name.

    Raises:
        BackupFailedError: it could not be written or does not verify; `target` is untouched.
        NotAllowedError: the person at the store may not take it away.
    """
    with permitted(database, Action.BACKUP, target.name) as permit:
        permit.log(target.name)
    unfinished = database.folder / f"backup-{os.getpid()}-{id(target)}.part"
    arriving = target.with_name(f"{target.name}.part")
    try:
        _copy(database, unfinished)
        found = verified(unfinished)
        if not found.sound:
            raise BackupFailedError
        require_whole(unfinished)
        target.parent.mkdir(parents=True, exist_ok=True)
        copy_file(unfinished, arriving)
        arriving.replace(target)
    except (OSError, ItaError, duckdb.Error) as error:
        raise BackupFailedError from error
    finally:
        remove_unfinished(unfinished, arriving)
    return found


def _copy(database: Database, unfinished: Path) -> None:
    with database.exclusive() as cursor:
        cursor.execute("attach $path as backup_copy", {"path": str(unfinished)})
        try:
            cursor.execute("copy from database ita to backup_copy")
        finally:
            cursor.execute("detach backup_copy")


def verified(path: Path) -> Integrity:
    """Give what a file holds, once it is known to be a store of this app.

    Raises:
        NotABackupError: it is a database of something else.
        ItaError: as `Database` and `migrate`.
    """
    copy = Database(path)
    try:
        if not queries.read(copy, "store/tables")["table_name"].isin(["import_batch"]).any():
            raise NotABackupError
        migrate(copy)
        return check(copy)
    finally:
        copy.close()


def require_whole(path: Path) -> None:
    """Refuse a store that is partly in its write-ahead log, where a failing disk left it."""
    if has_log(path):
        raise NothingSavedError
