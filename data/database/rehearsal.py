"""Trying on a copy what opening a store with this version would make of it."""

import os
from contextlib import closing
from pathlib import Path

import duckdb

from data.database.backups.integrity import Integrity, check
from data.database.catalogue import seed_catalogue
from data.database.connection import Database
from data.database.files import remove_unfinished
from data.database.migrations import migrate
from data.model.errors import BackupFailedError


def rehearse_upgrade(store: Path) -> Integrity:
    """Bring a copy of a store to this version, check it and let go of it; the store stays.

    Raises:
        BackupFailedError: no copy could be made.
        ItaError: as `open_database`: this version could not use the store.
    """
    copy = store.with_name(f"backup-{os.getpid()}-rehearsal.part")
    try:
        _copy(store, copy)
        with closing(Database(copy)) as rehearsed:
            migrate(rehearsed)
            seed_catalogue(rehearsed)
            return check(rehearsed)
    finally:
        remove_unfinished(copy)


def _copy(store: Path, copy: Path) -> None:
    with closing(Database(store)) as database, database.exclusive() as cursor:
        try:
            cursor.execute("attach $path as rehearsal", {"path": str(copy)})
            cursor.execute("copy from database ita to rehearsal")
            cursor.execute("detach rehearsal")
        except duckdb.Error as error:
            raise BackupFailedError from error
