"""The import steps of a workbook a division sent back: what it changes, what to decide, save."""

import streamlit as st

from data.database import (
    Batch,
    HeadingMatch,
    ReportComparison,
    RowKind,
    Source,
    compare_reports,
    save_reports,
)
from data.importers.status.answers import answered
from data.model.choices import RowAnswers
from data.model.problems import ProblemCode
from data.model.records import Import, Status
from data.words.importing import imports as import_words
from data.words.work import reporting as words
from pages.sections.imports.import_outcome import pages_of, show_outcome
from pages.sections.imports.report_preview import show_changes
from pages.sections.imports.row_questions import ask_rows, show_pairs
from pages.sections.imports.saving import Ready
from pages.sections.imports.uploads import Bench
from pages.shared.session import database, person


def put_beside(bench: Bench, imported: Import, key: str) -> tuple[ReportComparison, Import]:
    """Compare reports with the store and ask what their rows leave open, one thing at a time.

    The import is given with what was answered.
    """
    alone = compared(bench, imported, key)
    measures = ask_rows(imported, alone, ProblemCode.ASK_MEASURE, key)
    chosen = RowAnswers({place: str(one) for place, one in measures.items()})
    imported = answered(imported, chosen)
    matched = compared(bench, imported, f"{key}_matched")
    states = ask_rows(imported, matched, ProblemCode.ASK_STATUS, key)
    percents = ask_rows(imported, matched, ProblemCode.ASK_PERCENT, key)
    given = RowAnswers(
        statuses={place: Status(str(one)) for place, one in states.items()},
        percents={place: int(one) for place, one in percents.items()},
    )
    imported = answered(imported, given)
    settled = compared(bench, imported, f"{key}_answered")
    show_pairs(settled)
    return settled, imported


def compared(bench: Bench, imported: Import, key: str) -> ReportComparison:
    """Compare the reports of a sheet with the store, once for each state of both."""
    source = _source(bench)
    return bench.once(
        f"reports_{key}",
        (imported.reports, database().state()),
        import_words.COMPARING,
        lambda: compare_reports(database(), imported, source.sha256),
    )


def report_steps(
    bench: Bench,
    imported: Import,
    comparison: ReportComparison,
    match: HeadingMatch | None,
    key: str,
) -> Ready | None:
    """Draw what would change, and give how to save it with what the columns mean.

    None where nothing changes, it is saved, or a conflict is to be decided on.
    """
    open_rows = comparison.of(RowKind.CHANGED) + comparison.of(RowKind.CONFLICT)
    if show_outcome(key, imported.reports):
        return None
    if not open_rows:
        st.info(words.UNTOUCHED, icon=":material/check:")
        return None
    decisions = show_changes(comparison, key, step=words.CHANGES_STEP)
    if decisions is None:
        return None
    source, decided = _source(bench), decisions
    return Ready(
        key,
        imported.sheet,
        words.DOES.format(count=len(open_rows)),
        imported.reports,
        lambda: save_reports(database(), imported, source, decided, match),
        _said,
        pages_of(imported),
    )


def _source(bench: Bench) -> Source:
    return Source(bench.upload.name, bench.upload.content, person().label)


def _said(batch: Batch) -> str:
    if batch.repeated:
        return import_words.saved(batch)
    count = batch.added + batch.changed
    told = words.SAVED_BATCH.format(batch_id=batch.batch_id, count=count)
    return told if count else words.NOTHING_SAVED
