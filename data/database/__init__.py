"""The store: opened here, written here, and nowhere else."""

from pathlib import Path

from data.database.agencies import HOME_ID
from data.database.backups import Integrity, backup, check
from data.database.batches.headings import HeadingMatch, forget_match, remembered_match
from data.database.batches.imports import Batch, Comparison, compare, save, undo
from data.database.batches.leftovers import clear_leftovers
from data.database.batches.sources import Source, kept_source
from data.database.catalogue import hold_catalogue, seed_catalogue
from data.database.connection import IN_MEMORY, Database
from data.database.files import is_lost
from data.database.identity import is_empty, store_id
from data.database.migrations import migrate
from data.database.permits import read_audit
from data.database.reports.report_comparison import (
    ReportComparison,
    ReportRow,
    RowKind,
    compare_changes,
    compare_reports,
)
from data.database.reports.report_saving import Decision, save_changes, save_reports
from data.database.reports.statuses import report_status
from data.database.restoring import kept_backups, restore, restore_newest, start_anew
from data.model.errors import StoreMissingError
from data.model.places import database_path

__all__ = [
    "HOME_ID",
    "IN_MEMORY",
    "Batch",
    "Comparison",
    "Database",
    "Decision",
    "HeadingMatch",
    "Integrity",
    "ReportComparison",
    "ReportRow",
    "RowKind",
    "Source",
    "backup",
    "check",
    "compare",
    "compare_changes",
    "compare_reports",
    "forget_match",
    "hold_catalogue",
    "is_empty",
    "is_lost",
    "kept_backups",
    "kept_source",
    "open_database",
    "read_audit",
    "remembered_match",
    "report_status",
    "restore",
    "restore_newest",
    "save",
    "save_changes",
    "save_reports",
    "start_anew",
    "store_id",
    "undo",
]


def open_database(path: Path | None = None) -> Database:
    """Open the store, bring its schema and its seeds up to date, and let its catalogue count.

    Raises:
        StoreLockedError, StoreTooNewError, StoreUnreachableError: as their names say.
        StoreUnusableError: its files are damaged, foreign or missing; the class says which.
    """
    place = path or database_path()
    if is_lost(place):
        raise StoreMissingError
    database = Database(place)
    try:
        migrate(database)
        seed_catalogue(database)
        hold_catalogue(database)
        clear_leftovers(database)
    except BaseException:
        database.close()
        raise
    return database
