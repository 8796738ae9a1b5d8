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
from data.records import Import
from pages.shared.report_preview import show_changes
from pages.shared.session import database, person
from pages.shared.text import imports as import_words
from pages.shared.text import reporting as words
from pages.shared.uploads import Bench


def compared(bench: Bench, imported: Import, key: str) -> ReportComparison:
    """Compare the reports of a sheet with the store, once for each state of both."""
    source = _source(bench)
    return bench.once(
        f"reports_{key}",
        (imported.reports, database().revision),
        import_words.COMPARING,
        lambda: compare_reports(database(), imported, source.sha256),
    )


def report_steps(
    bench: Bench,
    imported: Import,
    comparison: ReportComparison,
    match: HeadingMatch | None,
    key: str,
) -> None:
    """Draw what would change and save it, with what the columns mean, when the person says so."""
    open_rows = comparison.of(RowKind.CHANGED) + comparison.of(RowKind.CONFLICT)
    slot = f"saved_{key}"
    if not open_rows:
        if not _outcome(slot, imported):
            st.info(words.UNTOUCHED, icon=":material/check:")
        return
    decisions = show_changes(comparison, key)
    pressed = st.button(
        import_words.SAVE,
        type="primary",
        key=f"save_{key}",
        icon=":material/save:",
        disabled=decisions is None,
    )
    if pressed and decisions is not None:
        source = _source(bench)
        batch = bench.work(
            import_words.SAVING,
            lambda: save_reports(database(), imported, source, decisions, match),
        )
        st.session_state[slot] = (imported.reports, _said(batch))
        st.rerun()
    _outcome(slot, imported)


def _source(bench: Bench) -> Source:
    return Source(bench.upload.name, bench.upload.content, person().label)


def _said(batch: Batch) -> str:
    if not (batch.added or batch.changed):
        return words.NOTHING_SAVED
    return import_words.SAVED.format(
        batch_id=batch.batch_id,
        added=batch.added,
        changed=batch.changed,
        unchanged=batch.unchanged,
    )


def _outcome(slot: str, imported: Import) -> bool:
    """Say what became of these very reports, and tell whether there was something to say."""
    saved, said = st.session_state.get(slot, (None, ""))
    if saved != imported.reports:
        return False
    st.success(said, icon=":material/check:")
    st.page_link(
        "pages/division_progress.py",
        label=words.SEE_PROGRESS,
        icon=":material/arrow_forward:",
    )
    st.caption(import_words.UNDO_HINT)
    return True
