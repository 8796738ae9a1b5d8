"""Completion by division, and the entry of a status report."""

import pandas as pd
import streamlit as st

from data.database import report_status
from data.exporters.tables import Table
from data.records import Status, StatusReport
from pages.shared import tables
from pages.shared.measures import chosen_measures
from pages.shared.safe import plain
from pages.shared.scope import Filters
from pages.shared.session import database, explained, kept, remembered
from pages.shared.text import dates, statuses
from pages.shared.text import progress as words
from queries import divisions as division_queries
from queries import measures as measure_queries

SENT = "reports_sent"
REPORTABLE = [status for status in Status if status is not Status.NOT_REPORTED]


def by_division(filters: Filters) -> pd.DataFrame:
    """Count the shown measures by division and status."""
    return kept(_by_division, filters)


def progress_table(filters: Filters) -> Table:
    """Give the table of divisions."""
    return kept(_progress_table, filters)


def _by_division(filters: Filters) -> pd.DataFrame:
    return division_queries.division_progress(
        database(),
        as_of=filters.as_of,
        measure_ids=list(chosen_measures(filters)["measure_id"]),
        divisions=filters.divisions,
        lead_only=filters.lead_only,
    )


def _progress_table(filters: Filters) -> Table:
    return tables.progress_table(by_division(filters), words.TABLE)


def report_form(measures: pd.DataFrame) -> None:
    """Let a person report on one of the shown measures; reports are only ever appended."""
    rows = {str(row["measure_id"]): row for row in measures.to_dict("records")}
    options = {
        key: words.OPTION.format(
            measure_id=key,
            status=statuses.status(row["status"]),
            action=_short(str(row["action"])),
        )
        for key, row in rows.items()
    }
    st.caption(words.REPORT_HELP)
    measure_id = st.selectbox(
        words.MEASURE, list(options), format_func=options.__getitem__, key="report_measure"
    )
    if measure_id is None:
        return
    _form(measure_id, int(rows[measure_id]["report_id"]))
    _history(measure_id)


def _form(measure_id: str, newest_report: int) -> None:
    """Draw the form; it is empty after each report, and keeps its texts when one is refused."""
    seen_report = _seen_before(measure_id, newest_report)
    sent_before = st.session_state.setdefault(SENT, 0)
    with st.form(f"report_{measure_id}_{sent_before}", border=True):
        status = st.segmented_control(
            words.STATUS,
            REPORTABLE,
            format_func=lambda code: statuses.STATUSES[Status(code)],
            default=Status.IN_PROGRESS,
            required=True,
        )
        percent = st.number_input(words.PERCENT, 0, 100, value=None, step=5)
        note = st.text_area(words.NOTE, max_chars=4000)
        evidence = st.text_input(words.EVIDENCE, help=words.EVIDENCE_HELP)
        reporter = st.text_input(words.REPORTER)
        sent = st.form_submit_button(words.SAVE, type="primary", key="save_report")
    if sent:
        report = StatusReport(
            measure_id, Status(status), _percent(Status(status), percent), note, evidence, reporter
        )
        with explained():
            report_status(database(), report, seen_report=seen_report)
        st.session_state[SENT] += 1
        st.toast(words.SAVED.format(measure_id=measure_id), icon=":material/check:")
        st.rerun()


def _seen_before(measure_id: str, newest_report: int) -> int:
    """Give the newest report that was on screen when the person last looked."""
    key = f"seen_report_{measure_id}"
    seen = int(st.session_state.get(key, newest_report))
    st.session_state[key] = newest_report
    return seen


def _percent(status: Status, given: int | None) -> int | None:
    return 100 if status is Status.DONE and given is None else given


def _history(measure_id: str) -> None:
    history = remembered(_reports, measure_id)
    with st.expander(words.HISTORY, expanded=not history.empty):
        if history.empty:
            st.caption(words.NO_HISTORY)
        for row in history.to_dict("records"):
            percent = "" if pd.isna(row["percent"]) else f" {int(row['percent'])}%"
            line = words.HISTORY_LINE.format(
                when=dates.thai_moment(row["reported_at"]),
                status=statuses.status(row["status"]),
                percent=percent,
                who=row["reported_by"],
            )
            st.markdown(plain(line))
            for text in (row["note"], row["evidence"]):
                if text:
                    st.caption(plain(text))


def _reports(measure_id: str) -> pd.DataFrame:
    return measure_queries.status_history(database(), measure_id)


def _short(text: str, longest: int = 60) -> str:
    return text if len(text) <= longest else f"{text[:longest]}…"
