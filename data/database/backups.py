"""Backup, restore and the integrity check of the store."""

import datetime as dt
import os
import shutil
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import duckdb

import queries
from data.database.batches.leftovers import remove_unfinished, write_ahead_logs
from data.database.connection import Database
from data.database.migrations import migrate
from data.database.permits import log_action, log_refusal, permitted
from data.model import access
from data.model.access import Action, Person
from data.model.errors import (
    BackupFailedError,
    ItaError,
    NotABackupError,
    NotAllowedError,
    NothingSavedError,
    StoreDamagedError,
    StoreFailedError,
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
    arriving = target.with_name(f"{target.name}.part")
    try:
        _copy(database, unfinished)
        found = _verified(unfinished)
        if not found.sound:
            raise BackupFailedError
        _require_whole(unfinished)
        target.parent.mkdir(parents=True, exist_ok=True)
        _copy_file(unfinished, arriving)
        arriving.replace(target)
    except (OSError, ItaError, duckdb.Error) as error:
        raise BackupFailedError from error
    finally:
        remove_unfinished(unfinished, arriving)
    return found


def restore(store: Path, backup_file: Path, *, person: Person) -> Integrity:
    """Put a verified backup in the place of the store; the old one is kept aside, never deleted.

    Raises:
        NotAllowedError: the person may not put another store in place.
        NotABackupError: the file is not a sound store of this app.
        NothingSavedError: the disk does not take it; the store is as it was.
        StoreLockedError: the store is in use.
    """
    _require_right(store, backup_file, person)
    if not backup_file.is_file():
        raise NotABackupError
    arriving = store.with_name(f"restore-{os.getpid()}.part")
    try:
        store.parent.mkdir(parents=True, exist_ok=True)
        _copy_file(backup_file, arriving)
        found = _sound(arriving)
        _refuse_when_open(store)
        _log_restoring(arriving, backup_file, person)
        _require_whole(arriving)
        _replace(store, arriving)
    except OSError as error:
        raise NothingSavedError from error
    finally:
        remove_unfinished(arriving)
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


def _sound(path: Path) -> Integrity:
    try:
        found = _verified(path)
    except (NothingSavedError, StoreFailedError):
        raise
    except (ItaError, duckdb.Error) as error:
        raise NotABackupError from error
    if not found.sound:
        raise NotABackupError
    return found


def _require_whole(path: Path) -> None:
    """Refuse a store that is partly in its write-ahead log, where a failing disk left it."""
    if any(log.exists() for log in write_ahead_logs(path)):
        raise NothingSavedError


def _copy_file(source: Path, target: Path) -> None:
    """Copy a file down to the disk: a name given later must not stand for half of it."""
    shutil.copyfile(source, target)
    with target.open("rb+") as file:
        os.fsync(file.fileno())


def _replace(store: Path, arriving: Path) -> None:
    """Keep the old store under a second name first: at no moment is there none in its place."""
    logs = write_ahead_logs(store)
    moment = dt.datetime.now(tz=dt.UTC).strftime("%Y%m%d-%H%M%S-%f")
    aside = store.parent / f"replaced-{moment}"
    for path in (store, *logs):
        if path.exists():
            aside.mkdir(exist_ok=True)
            _keep(path, aside / path.name)
    # Only a store that does not open still has a log; a stranger's log DuckDB refuses to apply.
    arriving.replace(store)
    for log in filter(Path.exists, logs):
        log.unlink()


def _keep(path: Path, second: Path) -> None:
    try:
        second.hardlink_to(path)
    except OSError:  # a disk that knows no second names
        _copy_file(path, second)
