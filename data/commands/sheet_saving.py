"""Saving what one sheet gave, or counting what saving it would do."""

from collections.abc import Iterator
from dataclasses import dataclass

from data.commands.sheet_answers import FileFinding, Finding
from data.database import (
    Batch,
    Database,
    ReportComparison,
    RowKind,
    Source,
    compare,
    compare_reports,
    save,
    save_reports,
)
from data.records import Form, Import
from pages.shared.text import commands as words


@dataclass(frozen=True, slots=True)
class Ground:
    """A sheet beside the store: what both together say, and the rows only a person can decide.

    `alone` is what the sheet said by itself: saving compares it again, in its own transaction.
    """

    alone: Import
    imported: Import
    reports: ReportComparison | None
    undecided: tuple[Finding, ...]

    @property
    def savable(self) -> bool:
        """Whether there is something to save and nothing against it."""
        sound = self.imported.form is not None and not self.imported.blocking
        return sound and not self.imported.empty and not self.undecided


def ground(database: Database, imported: Import, source: Source) -> Ground:
    """Look at a sheet beside the store; only reports of divisions can clash with it."""
    if imported.form is not Form.STATUS:
        return Ground(imported, imported, None, ())
    reports = compare_reports(database, imported, source.sha256)
    return Ground(imported, reports.told(imported), reports, tuple(_undecided(reports)))


def changed(database: Database, source: Source, beside: Ground, *, dry_run: bool) -> Batch | None:
    """Save a sheet, or count what saving would change; None when nothing can be saved."""
    if not beside.savable:
        return None
    if beside.reports is not None:
        if dry_run:
            return _counted(beside.reports)
        return save_reports(database, beside.alone, source, {})
    if not dry_run:
        return save(database, beside.imported, source)
    comparison = compare(database, beside.imported, is_sample=source.is_sample)
    return Batch(
        0,
        comparison.count("added"),
        comparison.count("changed"),
        comparison.count("unchanged"),
    )


def _counted(reports: ReportComparison) -> Batch:
    rows = reports.of(RowKind.CHANGED)
    first = sum(row.newest_report == 0 for row in rows)
    return Batch(0, first, len(rows) - first, len(reports.of(RowKind.UNCHANGED)))


def _undecided(reports: ReportComparison) -> Iterator[Finding]:
    for row in reports.of(RowKind.CONFLICT):
        yield Finding(
            FileFinding.REPORTED_SINCE,
            row.change.sheet,
            row.change.cell,
            row.measure_id,
            words.REPORTED_SINCE.format(measure=row.measure_id, by=row.reported_by or "-"),
            blocking=True,
        )
