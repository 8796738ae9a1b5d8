"""Backup, restore and the integrity check of the store."""

import datetime as dt
import os
import shutil
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import duckdb

import queries
from data import access
from data.access import Action, Person
from data.database.connection import Database
from data.database.migrations import migrate
from data.database.permits import log_action, log_refusal, permitted
from data.errors import (
    BackupFailedError,
    ItaError,
    NotABackupError,
    NotAllowedError,
    StoreDamagedError,
    StoreTooNewError,
)


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
    try:
        _copy(database, unfinished)
        found = _verified(unfinished)
        if not found.sound:
            raise BackupFailedError
        target.parent.mkdir(parents=True, exist_ok=True)
        arriving = target.with_name(f"{target.name}.part")
        shutil.copyfile(unfinished, arriving)
        arriving.replace(target)
    except (OSError, duckdb.Error) as error:
        raise BackupFailedError from error
    finally:
        unfinished.unlink(missing_ok=True)
    return found


def restore(store: Path, backup_file: Path, *, person: Person) -> Integrity:
    """Put a verified backup in the place of the store; the old one is moved aside, never deleted.

    Raises:
        NotAllowedError: the person may not put another store in place.
        NotABackupError: the file is not a sound store of this app.
        StoreLockedError: the store is in use.
    """
    _require_right(store, backup_file, person)
    store.parent.mkdir(parents=True, exist_ok=True)
    arriving = store.with_name(f"restore-{os.getpid()}.part")
    try:
        shutil.copyfile(backup_file, arriving)
        found = _verified(arriving)
    except (OSError, ItaError, duckdb.Error) as error:
        arriving.unlink(missing_ok=True)
        raise NotABackupError from error
    if not found.sound:
        arriving.unlink(missing_ok=True)
        raise NotABackupError
    try:
        _refuse_when_open(store)
    except ItaError:
        arriving.unlink(missing_ok=True)
        raise
    _log_restoring(arriving, backup_file, person)
    _move_aside(store)
    arriving.replace(store)
    return found


def _require_right(store: Path, backup_file: Path, person: Person) -> None:
    """Refuse without the right, and write that down in the store that stays."""
    try:
        access.require(person, Action.RESTORE, backup_file.name)
    except NotAllowedError as refusal:
        if store.exists():
            with closing(Database(store)) as kept:
                migrate(kept)
                log_refusal(kept.acting_as(person), refusal)
        raise


def _log_restoring(arriving: Path, backup_file: Path, person: Person) -> None:
    """Write into the store that comes who brought it."""
    with closing(Database(arriving)) as restored:
        log_action(restored.acting_as(person), Action.RESTORE, backup_file.name)


def _refuse_when_open(store: Path) -> None:
    """Stop when another process uses the store; a damaged one is what restoring is for."""
    if not store.exists():
        return
    try:
        Database(store).close()
    except (StoreDamagedError, StoreTooNewError):
        return


def _copy(database: Database, unfinished: Path) -> None:
    with database.exclusive() as cursor:
        cursor.execute("attach $path as backup_copy", {"path": str(unfinished)})
        try:
            cursor.execute("copy from database ita to backup_copy")
        finally:
            cursor.execute("detach backup_copy")


def _verified(path: Path) -> Integrity:
    copy = Database(path)
    try:
        if not queries.read(copy, "store/tables")["table_name"].isin(["import_batch"]).any():
            raise NotABackupError
        migrate(copy)
        return check(copy)
    finally:
        copy.close()


def _move_aside(store: Path) -> None:
    moment = dt.datetime.now(tz=dt.UTC).strftime("%Y%m%d-%H%M%S-%f")
    aside = store.parent / f"replaced-{moment}"
    for path in (store, store.with_name(f"{store.name}.wal")):
        if path.exists():
            aside.mkdir(exist_ok=True)
            path.replace(aside / path.name)
