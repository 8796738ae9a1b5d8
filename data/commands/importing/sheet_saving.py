"""Saving what one sheet gave, or counting what saving it would do."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from data.commands.importing.sheet_answers import FileFinding, Finding, finding
from data.database import (
    Batch,
    Comparison,
    Database,
    Decision,
    ReportComparison,
    ReportRow,
    RowKind,
    Source,
    asked_of_store,
    compare,
    compare_reports,
    save,
    save_reports,
)
from data.importers import BY_NAME
from data.importers.plan.matching import place_of
from data.importers.status.answers import answered
from data.model.choices import MeasureMatches, RowAnswers
from data.model.records import Import, Keep
from data.words import commands as words
from data.words.importing import imports as import_words

KEEPS: Final[Mapping[str, Keep]] = {"store": Keep.THEIRS, "file": Keep.OURS}
"""What can be asked for beforehand where somebody reported after the workbook was handed out."""


@dataclass(frozen=True, slots=True)
class Ground:
    """A sheet beside the store: what both together say, and the rows both have an answer for.

    `alone` is what the sheet said by itself: saving compares it again, in its own transaction. A
    finding in `conflicts` blocks unless `decisions` has its measure.
    """

    alone: Import
    imported: Import
    matches: MeasureMatches = field(default_factory=dict)
    reports: ReportComparison | None = None
    decisions: Mapping[str, Decision] = field(default_factory=dict)
    conflicts: tuple[Finding, ...] = ()

    @property
    def savable(self) -> bool:
        """Whether there is something to save and nothing against it."""
        sound = self.imported.form is not None and not self.imported.blocking
        undecided = any(found.blocking for found in self.conflicts)
        return sound and not self.imported.empty and not undecided


def ground(
    database: Database,
    imported: Import,
    source: Source,
    keep: Keep | None,
    answers: RowAnswers,
) -> Ground:
    """Look at a sheet beside the store: reports can clash with it, measures may be any of its own.

    `keep` decides every conflict, None leaves them to a person; `answers` tells which
    measures those are that the sheet asks about, and how they stand.
    """
    if imported.measures:
        # A place is one of its sheet: what this sheet does not ask was meant for another. Which
        # steps it asks about may hang on the answers, and of them only what is asked is taken.
        asked = {
            place_of(one.value) for one in compare(database, imported, source.sha256).questions
        }
        given = answers.measures.items()
        matches = {at: kept for at, kept in given if at in asked or isinstance(at, tuple)}
        compared = compare(database, imported, source.sha256, matches=matches)
        return Ground(imported, compared.imported, matches, conflicts=_withdrawals(compared))
    if imported.form is None or not BY_NAME[imported.form].decided_row_by_row:
        is_scores = imported.form is not None and not imported.empty and not imported.blocking
        if not is_scores:
            return Ground(imported, imported)
        return Ground(imported, asked_of_store(database, imported, is_sample=source.is_sample))
    imported = answered(imported, answers)
    reports = compare_reports(database, imported, source.sha256)
    rows = reports.of(RowKind.CONFLICT)
    decisions = {
        row.subject: Decision(keep, row.newest_report)
        for row in rows
        if keep is not None and not _is_unwritable(row, keep)
    }
    conflicts = tuple(_conflict(row, keep) for row in rows)
    return Ground(imported, reports.told(imported), {}, reports, decisions, conflicts)


def changed(database: Database, source: Source, beside: Ground, *, dry_run: bool) -> Batch | None:
    """Save a sheet, or count what saving would change; None when nothing can be saved."""
    if not beside.savable:
        return None
    if beside.reports is not None:
        if dry_run:
            return _counted(beside.reports, beside.decisions)
        return save_reports(database, beside.alone, source, beside.decisions)
    if not dry_run:
        return save(database, beside.alone, source, matches=beside.matches)
    held, matches = source.sha256, beside.matches
    found = compare(database, beside.alone, held, is_sample=source.is_sample, matches=matches)
    return Batch(0, found.count("added"), found.count("changed"), found.count("unchanged"))


def _counted(reports: ReportComparison, decisions: Mapping[str, Decision]) -> Batch:
    ours = {measure for measure, decided in decisions.items() if decided.keep is Keep.OURS}
    conflicts = reports.of(RowKind.CONFLICT)
    chosen = [row for row in conflicts if row.subject in ours]
    rows = [*reports.of(RowKind.CHANGED), *chosen]
    first = sum(row.newest_report == 0 for row in rows)
    kept = len(reports.of(RowKind.UNCHANGED)) + len(conflicts) - len(chosen)
    return Batch(0, first, len(rows) - first, kept)


def _is_unwritable(row: ReportRow, keep: Keep) -> bool:
    return keep is Keep.OURS and bool(row.fault)


def _withdrawals(compared: Comparison) -> tuple[Finding, ...]:
    """Tell, before it is saved, how many measures the plan no longer has: it may be half of one."""
    count, sheet = compared.count("withdrawn"), compared.imported.sheet
    told = import_words.WITHDRAWS.format(count=count)
    found = Finding(FileFinding.WITHDRAWS, sheet, "", str(count), told, blocking=False)
    return (found,) if count else ()


def _conflict(row: ReportRow, keep: Keep | None) -> Finding:
    """Tell a conflict: left open, decided, or decided for a report that cannot be written."""
    if keep is not None and _is_unwritable(row, keep):
        return finding(row.out_of_range, set_aside=False)
    ending = words.CONFLICT_ENDINGS[keep]
    told = words.REPORTED_SINCE.format(measure=row.subject, by=row.reported_by or "-")
    return Finding(
        FileFinding.REPORTED_SINCE,
        row.change.sheet,
        row.change.cell,
        row.subject,
        f"{told} {ending}",
        blocking=keep is None,
    )
