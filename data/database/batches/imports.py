"""Saving an import in one transaction, telling before what it would change, and undoing it."""

from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from typing import Final

import pandas as pd
import pyarrow as pa

import queries
from data.database import catalogue
from data.database.agencies import AgencyBook, with_agency_ids
from data.database.backups.automatic import BackupReason, keep_backup
from data.database.batches.headings import HeadingMatch, write_match
from data.database.batches.identity_questions import identity_text, questioned
from data.database.batches.measure_identity import NO_MATCHES, identified
from data.database.batches.measure_rows import (
    change_counts,
    measure_changes,
    measure_frame,
    step_frame,
)
from data.database.batches.sources import Source, keep_source
from data.database.connection import Database
from data.database.permits import Permit, permitted
from data.importers.plan.matching import place_text
from data.model.access import Action
from data.model.choices import MeasureMatches
from data.model.errors import (
    BatchAlreadyUndoneError,
    BlockedImportError,
    DependentReportsError,
    NothingToImportError,
    UnknownBatchError,
)
from data.model.problems import Problem, ProblemCode
from data.model.records import Import

_ROW_GROUP: Final = 122_880
"""Rows that DuckDB writes at once."""


@dataclass(frozen=True, slots=True)
class Batch:
    """What became of an import; `repeated` = this very content was in the store already."""

    batch_id: int
    added: int
    changed: int
    unchanged: int
    repeated: bool = False

    @property
    def summary(self) -> str:
        """Batch and counts in signs that need no language: #3 +5 ~2 =10."""
        return f"#{self.batch_id} +{self.added} ~{self.changed} ={self.unchanged}"


@dataclass(frozen=True, slots=True)
class Comparison:
    """What an import would change.

    `imported` is the import itself; its measures have the ids of those they are in the store, and
    where that has to be asked there is a problem.
    `scores`: agency, year, level, code, old_value, new_value, old_provisional, new_provisional,
    change (added/changed/unchanged).
    `measures`: measure_id, field, old_value, new_value, change; one row a changed field, one row
    with field "" for a measure that is added or unchanged, one with its action for a measure that
    the newer plan no longer has and that is withdrawn.
    `levels`: agency, year, old_level, new_level, change; they are told, but not counted.
    `repeats`: the batch that holds this very content already, so that saving would change nothing.
    """

    imported: Import
    scores: pd.DataFrame
    measures: pd.DataFrame
    levels: pd.DataFrame
    repeats: int | None = None

    @property
    def questions(self) -> tuple[Problem, ...]:
        """Which measures and steps a person has to find in the stored plan."""
        asks = {ProblemCode.ASK_MEASURE, ProblemCode.ASK_STEP}
        return tuple(one for one in self.imported.problems if one.code in asks)

    def count(self, change: str) -> int:
        """Give how many scores and measures are added, changed, unchanged or withdrawn."""
        changed_measures = self.measures.loc[self.measures["change"] == change, "measure_id"]
        return int((self.scores["change"] == change).sum()) + changed_measures.nunique()


def compare(
    database: Database,
    imported: Import,
    sha256: str = "",
    *,
    is_sample: bool = False,
    matches: MeasureMatches = NO_MATCHES,
) -> Comparison:
    """Tell what saving would change; nothing is written.

    `sha256` is that of the file, `matches` is what a person said which measures are.
    """
    with database.reading() as cursor:
        known = identified(cursor, imported, sha256, matches)
        with _registered(cursor, known):
            known = questioned(cursor, known, is_sample=is_sample)
            scores, levels = (
                queries.ask(cursor, name, is_sample=is_sample).df()
                for name in ("imports/score_changes", "imports/level_changes")
            )
            measures = measure_changes(cursor, known, sha256)
            repeats = _same_import(cursor, known, sha256, _control_sum(cursor))
            return Comparison(known, scores, measures, levels, repeats)


def asked_of_store(database: Database, imported: Import, *, is_sample: bool) -> Import:
    """Give an import of scores with what only the store can ask about it; nothing is written."""
    with database.reading() as cursor, _registered(cursor, imported):
        return questioned(cursor, imported, is_sample=is_sample)


def save(
    database: Database,
    imported: Import,
    source: Source,
    match: HeadingMatch | None = None,
    matches: MeasureMatches = NO_MATCHES,
) -> Batch:
    """Store an import as a new batch; the same content a second time changes nothing.

    `match` is remembered with it: what a person said its columns mean. The ids of its measures are
    decided here, inside the transaction, by their content and by `matches`; measures of the plan
    year that it no longer has are withdrawn.

    Raises:
        BlockedImportError: it still has blocking problems, or asks which measure one is.
        NothingToImportError: there is nothing in it to store.
        NotAllowedError: the person at the store may not import.
    """
    if imported.blocking or imported.form is None:
        raise BlockedImportError(len(imported.blocking))
    # Reports are saved by `save_reports`, which knows of conflicts.
    if imported.empty or imported.reports:
        raise NothingToImportError
    subject = f"{source.file_name} · {imported.sheet}"
    with permitted(database, Action.IMPORT, subject) as permit:
        known = identified(permit.cursor, imported, source.sha256, matches)
        if match is not None:
            write_match(permit.cursor, match)
        batch = _written(permit, database, known, source)
        permit.log(subject, f"{batch.summary} {_decisions(matches)}".rstrip())
        return batch


def undo(database: Database, batch_id: int, *, undone_by: str) -> None:
    """Take a batch back: what it had superseded is current again, its rows stay on record.

    Raises:
        UnknownBatchError: there is no such batch.
        BatchAlreadyUndoneError: it was undone before.
        DependentReportsError: divisions have reported on measures only this batch holds.
        FaultyFrameworkError: a later change of the catalogue stands on what this batch brought.
        NoPlannerLeftError: what it brought made the last planner one.
        NothingSavedError: the disk does not take it, or not the backup that is made before.
        NotAllowedError: the person at the store may not undo.
    """
    subject = f"#{batch_id}"
    with permitted(database, Action.UNDO, subject) as permit:
        cursor = permit.cursor
        batch = queries.fetch(cursor, "imports/batch", batch_id=batch_id)
        if batch is None:
            raise UnknownBatchError(batch_id)
        if batch["state"] == "undone":
            raise BatchAlreadyUndoneError(batch_id)
        dependent = queries.fetch(cursor, "imports/dependent_reports", batch_id=batch_id)
        if dependent and dependent["reports"]:
            raise DependentReportsError(batch_id, dependent["reports"])
        keep_backup(database, BackupReason.UNDO)
        by = permit.person.signature(undone_by)
        of_the_catalogue = batch["kind"] == catalogue.KIND
        with catalogue.catalogue_settled(permit) if of_the_catalogue else nullcontext():
            queries.run(cursor, "imports/undo_batch", batch_id=batch_id, undone_by=by)
        permit.log(subject, batch["file_name"])
    if of_the_catalogue:
        catalogue.hold_catalogue(database)


def _decisions(matches: MeasureMatches) -> str:
    """Write what a person decided as on the command line: 2569-01-i1=3 2569-01-i1/2=3.1."""
    return " ".join(f"{kept or 'new'}={place_text(at)}" for at, kept in matches.items())


@contextmanager
def _registered(cursor: queries.Cursor, imported: Import) -> Iterator[AgencyBook]:
    """Make the rows of an import visible to SQL for the length of the block."""
    book = AgencyBook(cursor)
    frames = {
        "incoming_score": _table(with_agency_ids(imported.scores, book)),
        "incoming_level": _table(with_agency_ids(imported.levels, book)),
        "incoming_measure": measure_frame(imported.measures),
        "incoming_step": step_frame(imported.measures),
    }
    for name, frame in frames.items():
        cursor.register(name, frame)
    yield book
    for name in frames:
        cursor.unregister(name)


def _table(frame: pd.DataFrame) -> pa.Table:
    """Give a frame as DuckDB reads it without making its texts anew at each query."""
    table = pa.Table.from_pandas(frame, preserve_index=False)
    # Parts of one piece are put together once more before they are written.
    return pa.Table.from_batches(table.to_batches(_ROW_GROUP), table.schema)


def _control_sum(cursor: queries.Cursor) -> int:
    names = ("imports/incoming_score_sum", "imports/incoming_measure_sum")
    return sum(queries.number(cursor, name) for name in names)


def _written(permit: Permit, database: Database, imported: Import, source: Source) -> Batch:
    """Write a batch, unless this very content is in the store already or something is asked."""
    with _registered(permit.cursor, imported) as book:
        asked = questioned(permit.cursor, imported, is_sample=source.is_sample).blocking
        if asked:
            raise BlockedImportError(len(asked))
        stored_name = keep_source(database, source)
        control_sum = _control_sum(permit.cursor)
        same = _same_import(permit.cursor, imported, source.sha256, control_sum)
        if same is not None:
            held = len(imported.scores) + len(imported.measures)
            return Batch(same, 0, 0, held, repeated=True)
        return _write(permit, imported, source, book, (stored_name, control_sum))


def _same_import(
    cursor: queries.Cursor, imported: Import, sha256: str, control_sum: int
) -> int | None:
    """Give the active batch that holds this very content; the import is registered already."""
    same = queries.fetch(
        cursor,
        "imports/same_import",
        sha256=sha256,
        sheet=imported.sheet,
        form=str(imported.form),
        control_sum=control_sum,
    )
    return int(same["batch_id"]) if same else None


def _write(
    permit: Permit,
    imported: Import,
    source: Source,
    book: AgencyBook,
    ledger: tuple[str, int],
) -> Batch:
    cursor = permit.cursor
    batch_id = queries.number(cursor, "imports/next_batch_id")
    counts = change_counts(cursor, imported, source.sha256, is_sample=source.is_sample)
    stored_name, control_sum = ledger
    queries.run(
        cursor,
        "imports/insert_batch",
        batch_id=batch_id,
        kind=imported.form.kind if imported.form else "scores",
        form=str(imported.form),
        file_name=source.file_name,
        sha256=source.sha256,
        stored_name=stored_name,
        sheet=imported.sheet,
        imported_by=permit.person.signature(source.imported_by),
        is_sample=source.is_sample,
        rows_read=imported.rows_read,
        rows_imported=imported.rows_imported,
        rows_reported=imported.rows_reported,
        control_sum=control_sum,
        identity=identity_text(imported),
        **counts,
    )
    cursor.register("incoming_agency", book.new_agencies())
    queries.run(cursor, "imports/insert_agencies")
    for name in ("insert_scores", "insert_published_levels", "insert_measures"):
        queries.run(cursor, f"imports/{name}", batch_id=batch_id)
    queries.run(cursor, "steps/insert_steps", batch_id=batch_id)
    if imported.measures:
        queries.run(
            cursor,
            "imports/insert_withdrawn_measures",
            batch_id=batch_id,
            plan_year=imported.measures[0].plan_year,
            sha256=source.sha256,
            sheet=imported.sheet,
        )
    return Batch(batch_id, counts["added"], counts["changed"], counts["unchanged"])
