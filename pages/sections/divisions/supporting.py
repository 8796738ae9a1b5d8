"""A supporter adds a note or evidence to a measure; its state stays as the lead reported it."""

import streamlit as st

from data.database import report_status
from data.model.records import ReportKind, StatusReport
from data.words.work import progress as words
from data.words.work import reporting
from pages.shared.gate import signature
from pages.shared.session import database, explained, remembered
from queries.statuses import current_reports

SENT = "reports_sent"


def support_form(measure_id: str, division: str) -> None:
    """Draw the form of a supporting division; it is empty after each report."""
    seen = seen_before(f"support_{measure_id}_{division}", _newest(measure_id, division))
    sent_before = st.session_state.setdefault(SENT, 0)
    with st.form(f"support_{measure_id}_{division}_{sent_before}", border=True):
        note = st.text_area(words.NOTE, max_chars=4000)
        evidence = st.text_input(words.EVIDENCE, help=words.EVIDENCE_HELP)
        reporter = signature(words.REPORTER)
        sent = st.form_submit_button(reporting.SAVE_SUPPORT, type="primary", key="save_support")
    if sent:
        report = StatusReport(
            measure_id,
            None,
            note=note,
            evidence=evidence,
            reported_by=reporter,
            kind=ReportKind.SUPPORT,
            division=division,
        )
        send(report, seen)


def send(report: StatusReport, seen: int, said: str = words.SAVED) -> None:
    """Save a report made after the one `seen`, say so, and begin an empty form."""
    with explained():
        report_status(database(), report, seen_report=seen)
    st.session_state[SENT] += 1
    st.toast(said.format(measure_id=report.measure_id), icon=":material/check:")
    st.rerun()


def seen_before(what: str, newest: int) -> int:
    """Give the newest report of something that was on screen when the person last looked."""
    key = f"seen_{what}"
    seen = int(st.session_state.get(key, newest))
    st.session_state[key] = newest
    return seen


@remembered
def _newest(measure_id: str, division: str) -> int:
    found = current_reports(database(), [measure_id], supporter=division)
    return int(found["report_id"].iloc[0]) if len(found) else 0
