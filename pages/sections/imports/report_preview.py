"""What reports would change: old beside new, and a choice for each one somebody was faster with."""

from collections.abc import Iterator, Sequence

import pandas as pd
import streamlit as st

from data.database import Decision, ReportComparison, ReportRow, RowKind
from data.model.columns import Table
from data.model.records import Keep
from data.tables.columns import columns
from data.words import failures
from data.words.files import tables as table_words
from data.words.importing import problems as problem_words
from data.words.work import reporting as words
from pages.shared.downloads import show_table
from pages.shared.safe import plain

KEYS = ("measure_id", "field", "old_value", "new_value", "cell")


def show_changes(
    comparison: ReportComparison, key: str, *, step: str = ""
) -> dict[str, Decision] | None:
    """Draw what would change and give the decisions on conflicts; None while one is missing.

    `step` numbers it where it is one of several.
    """
    counts = {
        "changed": len(comparison.of(RowKind.CHANGED)),
        "conflicts": len(comparison.of(RowKind.CONFLICT)),
        "unchanged": len(comparison.of(RowKind.UNCHANGED)),
    }
    st.markdown(step + words.CHANGES.format(**counts))
    changed = change_table(comparison.of(RowKind.CHANGED))
    if len(changed.frame):
        show_table(changed)
    for row in (*comparison.of(RowKind.CHANGED), *comparison.of(RowKind.CONFLICT)):
        if row.older_than:
            st.info(plain(problem_words.problem(row.older_than_current)), icon=":material/history:")
    decisions = {
        row.subject: found
        for row in comparison.of(RowKind.CONFLICT)
        if (found := _decision(row, key))
    }
    missing = counts["conflicts"] - len(decisions)
    if missing:
        st.warning(words.UNDECIDED.format(count=missing), icon=":material/rule:")
        return None
    return decisions


def change_table(rows: Sequence[ReportRow]) -> Table:
    """Give a row for each cell that would change; what was typed here has no cell of a file."""
    headings = {
        "measure_id": words.SUBJECT,
        "old_value": words.IN_STORE,
        "new_value": words.CAME_BACK,
    }
    frame = pd.DataFrame([cell for row in rows for cell in _cells(row)], columns=list(KEYS))
    keys = KEYS if frame["cell"].any() else KEYS[:-1]
    return Table(words.CAME_BACK, words.CAME_BACK, columns(keys, headings), frame)


def _cells(row: ReportRow) -> Iterator[tuple[str, str, str, str, str]]:
    for field, new in (row.new or {}).items():
        yield (
            row.subject,
            table_words.HEADINGS[field],
            words.value(field, (row.old or {}).get(field)),
            words.value(field, new),
            row.change.cells.get(field, ""),
        )


def _decision(row: ReportRow, key: str) -> Decision | None:
    """Ask whose values count; the question is a new one once somebody reports again."""
    with st.container(border=True):
        told = words.CONFLICT.format(measure_id=row.subject, who=row.reported_by)
        st.markdown(f"**{plain(told)}**")
        st.caption(plain(row.action))
        show_table(change_table((row,)))
        offered = list(words.KEEPS)
        if row.fault:
            st.caption(plain(words.ONLY_THEIRS.format(field=failures.FIELDS[row.fault])))
            offered = [Keep.THEIRS]
        chosen = st.segmented_control(
            words.KEEP,
            offered,
            format_func=words.KEEPS.__getitem__,
            key=f"keep_{key}_{row.subject}_{row.newest_report}",
        )
    return Decision(Keep(chosen), row.newest_report) if chosen else None
