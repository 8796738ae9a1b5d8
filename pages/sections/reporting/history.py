"""What was reported on a measure, newest first."""

from collections.abc import Mapping
from typing import Any, Final

import pandas as pd
import streamlit as st

from data.model.records import ReportKind
from data.roundtrip.values import REPORT_KEYS
from data.words import dates, filters
from data.words.files.tables import HEADINGS
from data.words.work import progress as words
from data.words.work import reporting, statuses
from pages.shared.safe import linked, plain
from pages.shared.session import database, remembered
from queries import measures as measure_queries
from queries.frames import records_of

SHOWN: Final = 20
"""Reports of a measure on the page; all of them are in the export for analysts."""
_IN_FULL: Final = 3
_SHOWN_APART: Final = frozenset({"status", "percent", "evidence", "note"})


def history(measure_id: str) -> None:
    """Show the newest reports on a measure, and folded those before."""
    reports = records_of(_reports(measure_id))
    with st.expander(words.HISTORY, expanded=bool(reports)):
        if not reports:
            st.caption(words.NO_HISTORY)
        for row in reports[:_IN_FULL]:
            _report(row)
    if older := reports[_IN_FULL:]:
        with st.expander(words.HISTORY_BEFORE.format(count=len(older))):
            for row in older:
                _report(row)
    if len(reports) == SHOWN:
        st.caption(words.HISTORY_MORE.format(shown=SHOWN))


def _report(row: Mapping[Any, Any]) -> None:
    told = [plain(text) for text in (_more(row), row["note"]) if text]
    if row["evidence"]:
        told.append(linked(row["evidence"]))
    with st.container(gap="xxsmall"):
        st.markdown(plain(_history_line(row)))
        if told:
            st.caption("  \n".join(told))


def _history_line(row: Mapping[Any, Any]) -> str:
    when, who = dates.thai_moment(row["reported_at"]), row["reported_by"]
    if row["kind"] == ReportKind.SUPPORT:
        return reporting.HISTORY_SUPPORT.format(when=when, division=row["division"], who=who)
    percent = "" if pd.isna(row["percent"]) else f" {int(row['percent'])}%"
    said = f"{row['step_id']} {statuses.status(row['status'])}".strip()
    return words.HISTORY_LINE.format(when=when, status=said, percent=percent, who=who)


def _more(row: Mapping[Any, Any]) -> str:
    """Say what a report tells beside its state, such as the day it held and the budget."""
    told = [(key, row[key]) for key in REPORT_KEYS if key not in _SHOWN_APART]
    return filters.SEPARATOR.join(
        reporting.SAID_LINE.format(heading=HEADINGS[key], value=reporting.value(key, value))
        for key, value in told
        if not pd.isna(value) and value != ""
    )


@remembered
def _reports(measure_id: str) -> pd.DataFrame:
    return measure_queries.status_history(database(), measure_id, most=SHOWN)
