"""Backups that are made by themselves, in a folder beside the store, and which of them are kept."""

import datetime as dt
import re
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Final

import duckdb

from data.database.backups.taking import take
from data.database.connection import Database
from data.database.migrations import is_outdated
from data.model.errors import ItaError, NothingSavedError
from data.model.thai_time import THAI_TIME, today

BACKUPS: Final = "backups"
KEPT: Final = 14
_BEFORE_AN_ACTION: Final = 7
"""Of those kept, so many at most are of one busy day: the others go back from day to day."""

_NAME: Final = re.compile(r"ita-(\d{8}-\d{6}-\d{6})-([a-z]+)\.zip")
_MOMENT: Final = "%Y%m%d-%H%M%S-%f"
_BACKUP_FILES: Final = ("*.zip", "*.duckdb")


class BackupReason(StrEnum):
    """Why a backup was made by itself: the day, or what was about to be done."""

    DAILY = "daily"
    MIGRATION = "migration"
    UNDO = "undo"
    RESTORE = "restore"


@dataclass(frozen=True, slots=True)
class KeptBackup:
    """A backup beside the store; without a reason, a person has put it there."""

    path: Path
    made_at: dt.datetime
    reason: BackupReason | None
    size: int


def keep_backup(database: Database, reason: BackupReason) -> Path | None:
    """Make a backup beside the store and let go of those too old; None when there is none to make.

    Of a store with faults none is made: it could not be restored and would push out a good one.

    Raises:
        NothingSavedError: it could not be made.
    """
    if not database.is_file:
        return None
    moment = dt.datetime.now(tz=THAI_TIME).strftime(_MOMENT)
    target = database.folder / BACKUPS / f"ita-{moment}-{reason}.zip"
    try:
        target.parent.mkdir(exist_ok=True)
        about = take(database, target)
    except (OSError, ItaError, duckdb.Error) as error:
        raise NothingSavedError from error
    _let_go_of_old(database.path)
    return target if about.sound else None


def keep_before_migration(database: Database) -> None:
    """Make a backup of a store that an older version of the app has written.

    Raises:
        NothingSavedError: it could not be made.
        ForeignStoreError, StoreTooNewError: as `migrate`.
    """
    if is_outdated(database):
        keep_backup(database, BackupReason.MIGRATION)


def keep_daily(database: Database) -> Path | None:
    """Make the backup of today, unless it is there or the store is no file.

    Raises:
        NothingSavedError: it could not be made.
    """
    if not database.is_file:
        return None
    days = (
        one.made_at.date()
        for one in kept_backups(database.path)
        if one.reason is BackupReason.DAILY
    )
    return None if today() in days else keep_backup(database, BackupReason.DAILY)


def kept_backups(store: Path) -> list[KeptBackup]:
    """Give the backups beside a store, the newest first."""
    folder = store.parent / BACKUPS
    found = [_described(path) for files in _BACKUP_FILES for path in folder.glob(files)]
    return sorted(found, key=lambda one: (one.made_at, one.path.name), reverse=True)


def _described(path: Path) -> KeptBackup:
    status = path.stat()
    named = _NAME.fullmatch(path.name)
    if named and named[2] in set(BackupReason):
        with suppress(ValueError):
            made_at = dt.datetime.strptime(named[1], _MOMENT).replace(tzinfo=THAI_TIME)
            return KeptBackup(path, made_at, BackupReason(named[2]), status.st_size)
    changed_at = dt.datetime.fromtimestamp(status.st_mtime, tz=THAI_TIME)
    return KeptBackup(path, changed_at, None, status.st_size)


def _let_go_of_old(store: Path) -> None:
    """Remove what is too many of our own; what a person has put there stays."""
    ours = [one for one in kept_backups(store) if one.reason]
    daily = [one for one in ours if one.reason is BackupReason.DAILY]
    before = [one for one in ours if one.reason is not BackupReason.DAILY][:_BEFORE_AN_ACTION]
    kept = {one.path for one in (*before, *daily[: KEPT - len(before)])}
    for one in ours:
        if one.path not in kept:
            with suppress(OSError):  # somebody reads it: the next time
                one.path.unlink()
