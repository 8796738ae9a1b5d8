"""What was reported on a measure, newest first."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

import pandas as pd
import streamlit as st

from data.model.records import ReportKind
from data.words import dates
from data.words.work import progress as words
from data.words.work import reporting, statuses
from pages.shared.safe import linked, plain
from pages.shared.session import database, remembered
from queries import measures as measure_queries

SHOWN: Final = 20
"""Reports of a measure on the page; all of them are in the export for analysts."""


def history(measure_id: str) -> None:
    """Show every report on a measure, newest first."""
    reports = _reports(measure_id)
    with st.expander(words.HISTORY, expanded=not reports.empty):
        if reports.empty:
            st.caption(words.NO_HISTORY)
        for row in reports.to_dict("records"):
            st.markdown(plain(_history_line(row)))
            told = [plain(text) for text in (*_more(row), row["note"]) if text]
            if row["evidence"]:
                told.append(linked(row["evidence"]))
            if told:
                st.caption("  \n".join(told))
        if len(reports) == SHOWN:
            st.caption(words.HISTORY_MORE.format(shown=SHOWN))


def _history_line(row: Mapping[Any, Any]) -> str:
    when, who = dates.thai_moment(row["reported_at"]), row["reported_by"]
    if row["kind"] == ReportKind.SUPPORT:
        return reporting.HISTORY_SUPPORT.format(when=when, division=row["division"], who=who)
    percent = "" if pd.isna(row["percent"]) else f" {int(row['percent'])}%"
    said = f"{row['step_id']} {statuses.status(row['status'])}".strip()
    return words.HISTORY_LINE.format(when=when, status=said, percent=percent, who=who)


def _more(row: Mapping[Any, Any]) -> Iterator[str]:
    """Give what a report tells beside its state: the day it held, the budget."""
    if not pd.isna(row["status_on"]):
        yield reporting.STATUS_ON_LINE.format(day=dates.thai_date(row["status_on"]))
    told = [
        None if pd.isna(row[name]) else row[name] for name in ("budget_planned", "budget_spent")
    ]
    if any(value is not None for value in told):
        planned, spent = (reporting.value("budget_spent", value) for value in told)
        yield reporting.BUDGET_LINE.format(planned=planned, spent=spent)


@remembered
def _reports(measure_id: str) -> pd.DataFrame:
    return measure_queries.status_history(database(), measure_id, most=SHOWN)
