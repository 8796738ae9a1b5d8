"""Copying all that a store holds into a fresh one, from a file to a server and back."""

from pathlib import Path

import pandas as pd

import queries
from data.database.backups.integrity import Integrity, check
from data.database.connection import Database
from data.database.files import STORED_NAME
from data.database.migrations import migrate
from data.database.permits import log_action
from data.database.protocol import Place
from data.model import access
from data.model.access import Action
from data.model.errors import NothingSavedError, StoreNotFreshError
from queries.subjects import TABLES


def copy_store(source: Database, target: Database) -> Integrity:
    """Copy tables, kept files and the numbers given so far; give what the target holds.

    The target was opened and nothing more: not even the packaged years are in it.

    Raises:
        NotAllowedError: the person at the source may not take it away, or not bring it here.
        StoreNotFreshError: the target holds something; nothing was written.
        NothingSavedError: what came is not what the source holds, or could not be written.
    """
    access.require(target.person, Action.RESTORE)
    log_action(source, Action.BACKUP, _named(target.place))  # the copy tells of it, too
    migrate(target)
    if queries.rows(target, "catalogue/seeds"):
        raise StoreNotFreshError
    with source.exclusive() as giving:
        _copy_files(source, target, giving)
        with target.writing() as taking:
            queries.run(taking, "store/forget_identity")
            for table in TABLES:
                if not table.startswith("applied_"):
                    _copy_table(giving, taking, table)
            for row in queries.fetch_all(giving, "store/sequences"):
                queries.run(taking, "store/set_sequence", **row)
            if _sums(giving) != _sums(taking):
                raise NothingSavedError
    return check(target)


def _named(place: Place) -> str:
    """Name a place as others may see it: without folders, without a password."""
    return place.name if isinstance(place, Path) else "PostgreSQL"


def _copy_table(giving: queries.Cursor, taking: queries.Cursor, table: str) -> None:
    found = giving.table(table)
    rows = pd.DataFrame(found.fetchall(), columns=list(found.columns), dtype=object)
    if len(rows):
        taking.append(table, rows, by_name=True)


def _copy_files(source: Database, target: Database, giving: queries.Cursor) -> None:
    for row in queries.fetch_all(giving, "store/kept_files"):
        folder, name = row["folder"], row["stored_name"]
        kept = source.kept(folder, name) if STORED_NAME.fullmatch(name) else None
        if kept:
            target.keep(folder, name, kept.read_bytes())


def _sums(cursor: queries.Cursor) -> list[tuple[object, ...]]:
    rows = queries.fetch_all(cursor, "imports/control_sums")
    return [tuple(row.values()) for row in rows]
