"""Putting a backup or a new store in the place of one that does not serve; the old is kept."""

import datetime as dt
import os
from contextlib import closing, suppress
from pathlib import Path

import duckdb

from data.database.backups.archives import bring, unpack
from data.database.backups.automatic import BackupReason, keep_backup, kept_backups
from data.database.backups.integrity import Integrity, verified
from data.database.backups.taking import require_whole
from data.database.connection import Database
from data.database.duckdb.damage import is_locked
from data.database.duckdb.opening import opening
from data.database.files import FOLDERS, keep_as, remove_unfinished, write_ahead_logs
from data.database.migrations import migrate
from data.database.permits import log_action, log_refusal
from data.model import access
from data.model.access import Action, Person
from data.model.errors import (
    ItaError,
    NotABackupError,
    NotAllowedError,
    NothingSavedError,
    StoreFailedError,
    StoreLockedError,
    StoreUnusableError,
)
from data.model.files import put_in_place


def restore(store: Path, backup_file: Path, *, person: Person) -> Integrity:
    """Put a verified backup in the place of the store; the old one is kept aside, never deleted.

    Raises:
        NotAllowedError: the person may not put another store in place.
        NotABackupError: the file is not a sound store of this app.
        NothingSavedError: the disk does not take it; the store is as it was.
        StoreLockedError: the store is in use.
    """
    _require_right(store, backup_file.name, person)
    if not backup_file.is_file():
        raise NotABackupError
    arriving = store.with_name(f"restore-{os.getpid()}.part")
    files = store.with_name(f"restore-{os.getpid()}-files.part")
    try:
        store.parent.mkdir(parents=True, exist_ok=True)
        unpack(backup_file, arriving, files)
        found = _sound(arriving)
        _refuse_when_open(store)
        _log(arriving, backup_file.name, person)
        require_whole(arriving)
        _keep_present(store)
        bring(files, store.parent)
        _replace(store, arriving)
    except OSError as error:
        raise NothingSavedError from error
    finally:
        remove_unfinished(arriving, files)
    return found


def restore_newest(store: Path, *, person: Person) -> Path:
    """Restore the newest of the kept backups that is good, and give the file it came from.

    Raises:
        NotABackupError: none of them is.
        NotAllowedError, NothingSavedError, StoreLockedError: as `restore`.
    """
    for kept in kept_backups(store):
        with suppress(NotABackupError):
            restore(store, kept.path, person=person)
            return kept.path
    raise NotABackupError


def start_anew(store: Path, *, person: Person) -> None:
    """Move what is in the place of the store aside, with its logs and sources, and make a new one.

    Raises:
        NotAllowedError: the person may not put another store in place.
        NothingSavedError: the disk does not take it; the files are still in their place, or aside.
        StoreLockedError: the store is in use.
    """
    _require_right(store, store.name, person)
    try:
        _refuse_when_open(store)
        aside = _keep_aside(store)
        aside.mkdir(exist_ok=True)
        for folder in FOLDERS:
            with suppress(FileNotFoundError):
                store.with_name(folder).rename(aside / folder)
        for path in (store, *write_ahead_logs(store)):
            path.unlink(missing_ok=True)
    except OSError as error:
        raise NothingSavedError from error
    _log(store, aside.name, person)


def _require_right(store: Path, subject: str, person: Person) -> None:
    """Refuse without the right, and write that down in the store that stays, if it still can."""
    try:
        access.require(person, Action.RESTORE, subject)
    except NotAllowedError as refusal:
        if store.exists():
            with suppress(StoreUnusableError), closing(Database(store)) as kept:
                migrate(kept)
                log_refusal(kept.acting_as(person), refusal)
        raise


def _log(arriving: Path, subject: str, person: Person) -> None:
    """Write into the store that comes who brought it."""
    with closing(Database(arriving)) as arrived:
        migrate(arrived)
        log_action(arrived.acting_as(person), Action.RESTORE, subject)


def _keep_present(store: Path) -> None:
    """Make a backup of the store that goes, if it serves: its files are kept aside all the same."""
    if store.exists():
        with suppress(ItaError), closing(Database(store)) as present:
            keep_backup(present, BackupReason.RESTORE)


def _refuse_when_open(store: Path) -> None:
    with opening(store.parent):
        if store.exists() and is_locked(store):
            raise StoreLockedError


def _sound(path: Path) -> Integrity:
    try:
        found = verified(path)
    except (NothingSavedError, StoreFailedError):
        raise
    except (ItaError, duckdb.Error) as error:
        raise NotABackupError from error
    if not found.sound:
        raise NotABackupError
    return found


def _replace(store: Path, arriving: Path) -> None:
    """Keep the old store under a second name first: at no moment is there none in its place."""
    _keep_aside(store)
    # A log that is left when this is cut short, DuckDB refuses to apply to another store.
    put_in_place(arriving, store)
    for log in filter(Path.exists, write_ahead_logs(store)):
        log.unlink()


def _keep_aside(store: Path) -> Path:
    """Give the files of a store second names in a folder of their own, which is given."""
    moment = dt.datetime.now(tz=dt.UTC).strftime("%Y%m%d-%H%M%S-%f")
    aside = store.parent / f"replaced-{moment}"
    for path in (store, *write_ahead_logs(store)):
        if path.exists():
            aside.mkdir(exist_ok=True)
            keep_as(path, aside / path.name)
    return aside
