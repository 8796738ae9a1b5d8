"""The store: opened here, written here, and nowhere else."""

from pathlib import Path

from data.database.agencies import HOME_ID
from data.database.backups import Integrity, backup, check, restore
from data.database.batches.headings import HeadingMatch, forget_match, remembered_match
from data.database.batches.imports import Batch, Comparison, compare, save, undo
from data.database.batches.leftovers import clear_leftovers
from data.database.batches.sources import Source, kept_source
from data.database.catalogue import hold_catalogue, seed_catalogue
from data.database.connection import IN_MEMORY, THAI_TIME, Database
from data.database.identity import store_id
from data.database.migrations import migrate
from data.database.permits import read_audit
from data.database.reports.report_comparison import (
    ReportComparison,
    ReportRow,
    RowKind,
    compare_changes,
    compare_reports,
)
from data.database.reports.report_saving import Decision, Keep, save_changes, save_reports
from data.database.reports.statuses import report_status
from data.model.places import database_path

__all__ = [
    "HOME_ID",
    "IN_MEMORY",
    "THAI_TIME",
    "Batch",
    "Comparison",
    "Database",
    "Decision",
    "HeadingMatch",
    "Integrity",
    "Keep",
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
    "kept_source",
    "open_database",
    "read_audit",
    "remembered_match",
    "report_status",
    "restore",
    "save",
    "save_changes",
    "save_reports",
    "store_id",
    "undo",
]


def open_database(path: Path | None = None) -> Database:
    """Open the store, bring its schema and its seeds up to date, and let its catalogue count.

    Raises:
        StoreLockedError, StoreDamagedError, StoreTooNewError, StoreUnreachableError,
        ForeignStoreError: as their names say.
    """
    database = Database(path or database_path())
    try:
        migrate(database)
        seed_catalogue(database)
        hold_catalogue(database)
        clear_leftovers(database)
    except BaseException:
        database.close()
        raise
    return database
