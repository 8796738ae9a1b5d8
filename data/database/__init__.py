"""The store: opened here, written here, and nowhere else."""

from pathlib import Path

from data.database.agencies import HOME_ID
from data.database.backups.automatic import (
    KEPT,
    BackupReason,
    KeptBackup,
    keep_before_migration,
    keep_daily,
    kept_backups,
)
from data.database.backups.integrity import Integrity, check
from data.database.backups.requests import answer_requests, ask_for_backup
from data.database.backups.restoring import restore, restore_newest, start_anew
from data.database.backups.taking import backup
from data.database.batches.headings import (
    HeadingMatch,
    forget_match,
    kind_questions,
    remembered_match,
)
from data.database.batches.identity_questions import identity_document
from data.database.batches.imports import Batch, Comparison, asked_of_store, compare, save, undo
from data.database.batches.leftovers import clear_leftovers
from data.database.batches.sources import Source, kept_source
from data.database.catalogue import hold_catalogue, newer_seeds, seed_catalogue
from data.database.connection import IN_MEMORY, Database
from data.database.copying import copy_store
from data.database.files import is_lost
from data.database.identity import is_empty, store_id
from data.database.migrations import is_current, migrate
from data.database.permits import read_audit
from data.database.protocol import Place
from data.database.registers import register_for, register_of
from data.database.reports.comments import add_comment
from data.database.reports.evidence import (
    add_evidence,
    evidence_file,
    kept_evidence,
    withdraw_evidence,
)
from data.database.reports.report_comparison import compare_changes, compare_reports
from data.database.reports.report_rows import ReportComparison, ReportRow, RowKind
from data.database.reports.report_saving import Decision, save_changes, save_reports
from data.database.reports.rounds import close_round, mark_round, open_round
from data.database.reports.schedules import save_schedules
from data.database.reports.statuses import report_status, report_statuses
from data.model.errors import StoreMissingError
from data.model.places import database_place


def is_up_to_date(database: Database) -> bool:
    """Tell whether `open_database` would leave a store as it is."""
    return is_current(database) and not newer_seeds(database)


def open_database(place: Place | None = None) -> Database:
    """Open the store, bring its schema and its seeds up to date, and let its catalogue count.

    Raises:
        StoreLockedError, StoreTooNewError, StoreUnreachableError: as their names say.
        NothingSavedError: the backup of an older store, or its new schema, could not be written.
        StoreUnusableError: its files are damaged, foreign or missing; the class says which.
    """
    place = place or database_place()
    if isinstance(place, Path) and is_lost(place):
        raise StoreMissingError
    database = Database(place)
    try:
        if not is_current(database):
            keep_before_migration(database)
            migrate(database)
        database.hear()  # what was written until now is read from here on
        seed_catalogue(database)
        hold_catalogue(database)
        clear_leftovers(database)
    except BaseException:
        database.close()
        raise
    return database
