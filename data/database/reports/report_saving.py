"""Saving what came back from a division, or was typed in a table: all of it, or nothing."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import queries
from data.database.batches.headings import HeadingMatch, remember_match, write_match
from data.database.batches.identity_questions import identity_text
from data.database.batches.imports import Batch
from data.database.batches.sources import Source, keep_source
from data.database.connection import Database
from data.database.permits import Permit, permitted
from data.database.reports.beside import Beside
from data.database.reports.report_comparison import compare_changes, compare_reports, compared
from data.database.reports.report_rows import ReportComparison, ReportRow, RowKind
from data.database.reports.statuses import append_report, require_division
from data.model.access import Action, require
from data.model.errors import BlockedImportError, InvalidStatusError, StatusConflictError
from data.model.records import Form, Import, Keep, ReportKind, StatusChange


@dataclass(frozen=True, slots=True)
class Decision:
    """What a person decided on a conflict, and the newest report that was seen deciding it."""

    keep: Keep
    seen_report: int


Decisions = Mapping[str, Decision]
"""By the id of the measure or step."""


def save_reports(
    database: Database,
    imported: Import,
    source: Source,
    decisions: Decisions,
    match: HeadingMatch | None = None,
) -> Batch:
    """Store the reports of a file as a batch; what is in the store already is not stored again.

    The batch has number 0 when nothing was changed and nothing stored. `match` is remembered all
    the same: what a person said the columns mean, for everybody who sends such headings.

    Raises:
        BlockedImportError: there are blocking problems.
        StatusConflictError: a conflict nobody decided on, or a report newer than the one seen.
        InvalidStatusError: what was decided on cannot be written.
        NotAllowedError: the person's divisions do not answer for one of the measures, or there is
            a match and the person may not import.
    """
    before = compare_reports(database, imported, source.sha256)
    _refuse_blocking(before.told(imported))
    if not list(_chosen(before, decisions)):
        if match is not None:
            remember_match(database, match)
        return _nothing(database, imported, source, before)
    subject = f"{source.file_name} · {imported.sheet}"
    with permitted(database, _action(imported.reports), subject) as permit:
        comparison = compared(permit.cursor, imported.reports, source.sha256)
        told = comparison.told(imported)
        _refuse_blocking(told)
        chosen = list(_chosen(comparison, decisions))
        _require_divisions(permit, chosen)
        if match is not None:
            require(permit.person, Action.IMPORT, match.fingerprint)
            write_match(permit.cursor, match)
        stored_name = keep_source(database, source)
        batch = _write(permit, told, source, chosen, stored_name)
        permit.log(subject, batch.summary)
        return batch


def save_changes(database: Database, changes: Sequence[StatusChange], decisions: Decisions) -> int:
    """Append what was typed in the app and give how many reports that made.

    Raises:
        StatusConflictError: a conflict nobody decided on, or a report newer than the one seen.
        InvalidStatusError: a field is outside its range.
        NotAllowedError: the person's divisions do not answer for one of the measures.
    """
    if not list(_chosen(compare_changes(database, changes), decisions)):
        return 0
    subject = ", ".join(change.subject for change in changes)
    with permitted(database, _action(changes), subject) as permit:
        chosen = list(_chosen(compared(permit.cursor, changes, ""), decisions))
        for row in chosen:
            permit.log(row.subject, f"#{_append(permit, row, None)}")
    return len(chosen)


def _action(changes: Sequence[StatusChange]) -> Action:
    """Give the right that reports of one voice need."""
    support = any(change.kind is ReportKind.SUPPORT for change in changes)
    return Action.SUPPORT if support else Action.REPORT


def _require_divisions(permit: Permit, chosen: Sequence[ReportRow]) -> None:
    """Refuse before the file is kept: a transaction does not take a file back."""
    for row in chosen:
        if row.report is not None:
            require_division(permit, row.report)


def _refuse_blocking(told: Import) -> None:
    if told.blocking or told.form is not Form.STATUS:
        raise BlockedImportError(len(told.blocking))


def _chosen(comparison: ReportComparison, decisions: Decisions) -> Iterator[ReportRow]:
    """Give the rows to write: those that change, and the conflicts decided for ours."""
    for row in comparison.rows:
        if row.kind is RowKind.CHANGED:
            yield row
        elif row.kind is RowKind.CONFLICT:
            decision = decisions.get(row.subject)
            if decision is None or decision.seen_report != row.newest_report:
                raise StatusConflictError(row.subject)
            if decision.keep is Keep.OURS:
                yield row
            elif row.beside.comment:  # a comment takes nothing from anybody
                yield replace(row, report=None, fault="", beside=Beside(row.beside.comment))


def _nothing(
    database: Database, imported: Import, source: Source, comparison: ReportComparison
) -> Batch:
    same = queries.read(
        database,
        "imports/same_sheet",
        sha256=source.sha256,
        sheet=imported.sheet,
        form=Form.STATUS.value,
    )
    earlier = int(same["batch_id"].iloc[0]) if len(same) else 0
    known = len(comparison.rows) - len(comparison.of(RowKind.UNKNOWN))
    return Batch(earlier, 0, 0, known, repeated=bool(earlier))


def _write(
    permit: Permit, told: Import, source: Source, chosen: list[ReportRow], stored_name: str
) -> Batch:
    batch_id = queries.number(permit.cursor, "imports/next_batch_id")
    for row in chosen:
        _append(permit, row, batch_id)
    first = sum(row.newest_report == 0 for row in chosen)
    batch = Batch(batch_id, first, len(chosen) - first, told.rows_imported - len(chosen))
    total = queries.number(permit.cursor, "imports/report_sum", batch_id=batch_id)
    queries.run(
        permit.cursor,
        "imports/insert_batch",
        batch_id=batch_id,
        kind="status",
        form=Form.STATUS.value,
        file_name=source.file_name,
        sha256=source.sha256,
        stored_name=stored_name,
        sheet=told.sheet,
        imported_by=permit.person.signature(source.imported_by),
        is_sample=source.is_sample,
        rows_read=told.rows_read,
        rows_imported=told.rows_imported,
        rows_reported=told.rows_reported,
        added=batch.added,
        changed=batch.changed,
        unchanged=batch.unchanged,
        control_sum=total,
        identity=identity_text(told),
    )
    return batch


def _append(permit: Permit, row: ReportRow, batch_id: int | None) -> int:
    if row.fault:
        raise InvalidStatusError(row.fault)
    signed = permit.person.signature(row.change.reported_by)
    row.beside.append(permit, row.change.measure_id, signed, batch_id)
    if row.report is None:
        return 0
    signed = permit.person.signature(row.report.reported_by)
    report = replace(row.report, reported_by=signed)
    require_division(permit, report)
    return append_report(permit.cursor, report, batch_id)
