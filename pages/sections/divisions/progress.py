"""Completion by division, and the entry of a status report."""

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import Any, Final

import pandas as pd
import streamlit as st

from data.model.access import Action, answers
from data.model.columns import Table
from data.model.records import ReportKind, Status, StatusReport
from data.model.thai_time import today
from data.tables import divisions as tables
from data.tables.filters import Filters
from data.words import access as access_words
from data.words import dates
from data.words.files.tables import HEADINGS
from data.words.work import progress as words
from data.words.work import reporting, statuses
from data.words.work import steps as step_words
from pages.sections.divisions.supporting import SENT, seen_before, send, support_form
from pages.sections.measures import comments, evidence
from pages.sections.measures.measures import chosen_measures
from pages.shared.elements.thai_day import day_input
from pages.shared.gate import signature
from pages.shared.safe import linked, plain
from pages.shared.session import database, kept, own_lead, person, remembered
from queries import divisions as division_queries
from queries import measures as measure_queries

SHOWN: Final = 20
"""Reports of a measure on the page; all of them are in the export for analysts."""
REPORTABLE = [status for status in Status if status is not Status.NOT_REPORTED]


@kept
def by_division(filters: Filters) -> pd.DataFrame:
    """Count the shown measures by division and status."""
    return division_queries.division_progress(
        database(),
        as_of=filters.as_of,
        measure_ids=list(chosen_measures(filters)["measure_id"]),
        divisions=filters.divisions,
        lead_only=filters.lead_only,
    )


@kept
def progress_table(filters: Filters) -> Table:
    """Give the table of divisions."""
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
    voices = _voices(rows[measure_id])
    supporter = _voice(measure_id, rows[measure_id], voices)
    if supporter:
        support_form(measure_id, supporter)
    elif voices:
        _form(measure_id, rows[measure_id])
    else:
        st.info(access_words.MAY_NOT_REPORT, icon=":material/lock:")
    history(measure_id)
    row = rows[measure_id]
    evidence.show(row)
    comments.show(measure_id, (*row["lead"], *row["support"]))


def _voices(row: Mapping[Any, Any]) -> list[str | None]:
    """List for whom the visitor may speak: the lead (None), and supporters."""
    visitor = person()
    lead = answers(visitor, Action.REPORT, row["lead"])
    supporters = [one for one in row["support"] if answers(visitor, Action.SUPPORT, [one])]
    return [*([None] if lead else []), *supporters]


def _voice(measure_id: str, row: Mapping[Any, Any], voices: list[str | None]) -> str | None:
    """Ask for whom a person speaks, where there is a choice."""
    if len(voices) < 2:
        return voices[0] if voices else None
    lead = reporting.VOICE_LEAD.format(division=", ".join(row["lead"]))
    chosen: str | None = st.selectbox(
        reporting.VOICE,
        voices,
        format_func=lambda one: reporting.VOICE_SUPPORT.format(division=one) if one else lead,
        key=f"report_voice_{measure_id}",
    )
    return chosen


def _form(measure_id: str, row: Mapping[Any, Any]) -> None:
    """Draw the form: as the measure stands, else empty; a refused report keeps its texts."""
    seen = seen_before(f"report_{measure_id}", int(row["report_id"]))
    sent_before = st.session_state.setdefault(SENT, 0)
    with st.form(f"report_{measure_id}_{sent_before}", border=True):
        status = st.segmented_control(
            words.STATUS,
            REPORTABLE,
            format_func=lambda code: statuses.STATUSES[Status(code)],
            default=_preset(row),
            required=True,
            key=f"report_status_{measure_id}_{sent_before}",
        )
        told = None if pd.isna(row["percent"]) else int(row["percent"])
        percent = st.number_input(
            words.PERCENT, 0, 100, value=told, step=5, placeholder=_proposed(row)
        )
        status_on = day_input(
            HEADINGS["status_on"],
            today(),
            f"report_day_{measure_id}_{sent_before}",
            note=words.STATUS_ON_HELP,
        )
        with st.container(horizontal=True):
            planned = st.number_input(HEADINGS["budget_planned"], 0.0, value=None)
            spent = st.number_input(HEADINGS["budget_spent"], 0.0, value=None)
        note = st.text_area(words.NOTE, max_chars=4000)
        evidence = st.text_input(words.EVIDENCE, help=words.EVIDENCE_HELP)
        reporter = signature(words.REPORTER)
        sent = st.form_submit_button(words.SAVE, type="primary", key="save_report")
    if sent and status_on:
        report = StatusReport(
            measure_id,
            Status(status),
            100 if status is Status.DONE and percent in (None, told) else percent,
            note,
            evidence,
            reporter,
            status_on=status_on,
            budget_planned=planned,
            budget_spent=spent,
            division=own_lead(row["lead"]),
        )
        send(report, seen, words.SAVED_OLDER if _is_older(status_on, row) else words.SAVED)


def _proposed(row: Mapping[Any, Any]) -> str | None:
    """Say the percent that the steps propose, where one was reported on."""
    if pd.isna(row["proposed_percent"]):
        return None
    return step_words.PROPOSED.format(
        done=int(row["steps_done"]),
        steps=int(row["steps_counted"]),
        percent=int(row["proposed_percent"]),
    )


def _preset(row: Mapping[Any, Any]) -> Status:
    """Propose what the measure is; one that nobody has reported on is probably under way."""
    status = Status(row["status"])
    return Status.IN_PROGRESS if status is Status.NOT_REPORTED else status


def _is_older(day: dt.date, row: Mapping[Any, Any]) -> bool:
    """Tell whether a report about this day leaves the current one, of the row, in its place."""
    reported = [row[name] for name in ("status_on", "reported_at") if not pd.isna(row[name])]
    return bool(reported) and day < reported[0].date()


def history(measure_id: str) -> None:
    """Show every report on a measure, newest first."""
    reports = _reports(measure_id)
    with st.expander(words.HISTORY, expanded=not reports.empty):
        if reports.empty:
            st.caption(words.NO_HISTORY)
        for row in reports.to_dict("records"):
            st.markdown(plain(_history_line(row)))
            for text in (*_more(row), row["note"]):
                if text:
                    st.caption(plain(text))
            if row["evidence"]:
                st.caption(linked(row["evidence"]))
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


def _short(text: str, longest: int = 60) -> str:
    return text if len(text) <= longest else f"{text[:longest]}…"
