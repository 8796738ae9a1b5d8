"""The form of a report on one measure: as it stands, its steps to tick, saved by one button."""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any, Final

import pandas as pd
import streamlit as st

from data.model.access import Action, answers
from data.model.columns import Kind
from data.model.records import LONGEST_TEXT, ReportKind, Status, StatusReport
from data.model.thai_time import today
from data.roundtrip.values import FIELDS, HOLDS
from data.tables.filters import Filters
from data.words import access as access_words
from data.words.work import progress as words
from data.words.work import reporting, status_report, statuses
from data.words.work import steps as step_words
from data.words.work.roundtrip import ADVICE, HEADINGS
from pages.sections.divisions.steps import chosen_steps
from pages.sections.measures.measures import chosen_measures
from pages.sections.reporting import steps as own_steps
from pages.sections.reporting.history import history
from pages.sections.reporting.sending import opened, send
from pages.shared.elements.thai_day import day_input
from pages.shared.fragments import alone
from pages.shared.gate import signature
from pages.shared.session import database, person
from queries.frames import records_of
from queries.statuses import current_reports

_FIRST: Final = ("status", "percent", "note")
_SELDOM: Final = tuple(
    key
    for key in dict.fromkeys(("status_on", "evidence", *FIELDS[ReportKind.LEAD]))
    if key not in _FIRST
)
REPORTABLE = [status for status in Status if status is not Status.NOT_REPORTED]

Row = Mapping[Any, Any]


@alone
def report(filters: Filters, measure_id: str, division: str) -> None:
    """Draw the form with which a division reports on a measure, and what was reported before."""
    measures, steps = chosen_measures(filters), chosen_steps(filters)
    row = records_of(measures[measures["measure_id"] == measure_id])[0]
    own = steps[(steps["measure_id"] == measure_id) & (steps["status"] != Status.CANCELLED)]
    listed = records_of(own)
    if division in row["lead"] and answers(person(), Action.REPORT, [division]):
        _lead(row, listed, division)
    elif division in row["support"] and answers(person(), Action.SUPPORT, [division]):
        _support(row, [one for one in listed if one["division"] == division], division)
    else:
        st.info(access_words.MAY_NOT_REPORT, icon=":material/lock:")
    history(measure_id)


def _lead(row: Row, steps: Sequence[Row], division: str) -> None:
    newest = {str(row["measure_id"]): int(row["report_id"]), **_newest(steps)}
    form = opened(str(row["measure_id"]), newest)
    status = st.pills(
        words.STATUS,
        REPORTABLE,
        format_func=statuses.status,
        default=_preset(row),
        required=True,
        key=f"{form}_status",
    )
    ticked = own_steps.tick(form, steps)
    told: int | None = None if pd.isna(row["percent"]) else int(row["percent"])
    proposed = _propose(form, steps, ticked, told)
    percent = st.number_input(
        words.PERCENT, 0, 100, value=told, step=5, key=f"{form}_percent", placeholder=_said(row)
    )
    note = st.text_area(words.NOTE, max_chars=LONGEST_TEXT, height=72, key=f"{form}_note")
    more = _more(form)
    by = signature(words.REPORTER, f"{form}_by")
    if not st.button(words.SAVE, type="primary", key="save_report", width="stretch"):
        return
    day = more["status_on"]
    if day is None:
        return
    done = status is Status.DONE and percent in (None, told, proposed)
    about = StatusReport(
        str(row["measure_id"]),
        Status(status),
        100 if done else percent,
        note=note,
        reported_by=by,
        division=division,
        **more,
    )
    taken = own_steps.reports(steps, ticked, day, division, by)
    send(form, [about, *taken], newest, words.SAVED_OLDER if _is_older(day, row) else words.SAVED)


def _support(row: Row, steps: Sequence[Row], division: str) -> None:
    """Draw the form of a supporter: a note, evidence, and the steps he takes; never the state."""
    measure_id = str(row["measure_id"])
    before = current_reports(database(), [measure_id], supporter=division)
    newest = {measure_id: int(before["report_id"].iloc[0]) if len(before) else 0, **_newest(steps)}
    form = opened(measure_id, newest)
    ticked = own_steps.tick(form, steps)
    note = st.text_area(words.NOTE, max_chars=LONGEST_TEXT, height=72, key=f"{form}_note")
    link = _asked(form, "evidence")
    by = signature(words.REPORTER, f"{form}_by")
    if st.button(reporting.SAVE_SUPPORT, type="primary", key="save_support", width="stretch"):
        about = StatusReport(
            measure_id,
            None,
            note=note,
            evidence=link,
            reported_by=by,
            kind=ReportKind.SUPPORT,
            division=division,
        )
        taken = own_steps.reports(steps, ticked, today(), division, by)
        send(form, [about, *taken], newest)


def _newest(steps: Sequence[Row]) -> dict[str, int]:
    return {str(row["step_id"]): int(row["report_id"]) for row in steps}


def _propose(
    form: str, steps: Sequence[Row], ticked: Mapping[str, bool], told: int | None
) -> int | None:
    """Write the percent that the steps propose into its field whenever a tick has changed."""
    stored = {str(row["step_id"]): bool(row["status"] == Status.DONE) for row in steps}
    before = st.session_state.get(f"{form}_ticked", stored)
    proposed = told if ticked == stored else own_steps.proposed(ticked)
    if ticked != before:
        st.session_state[f"{form}_percent"] = proposed
    st.session_state[f"{form}_ticked"] = ticked
    return proposed


def _more(form: str) -> dict[str, Any]:
    """Ask for what is seldom told: another day than today, a link, the budget."""
    with st.expander(status_report.MORE):
        return {key: _asked(form, key) for key in _SELDOM}


def _asked(form: str, key: str) -> Any:  # noqa: ANN401  what the column holds
    heading, slot = HEADINGS[key], f"{form}_{key}"
    if HOLDS[key] is Kind.DATE:
        return day_input(heading, today(), slot, note=words.STATUS_ON_HELP)
    if HOLDS[key] is Kind.MONEY:
        return st.number_input(heading, 0.0, value=None, key=slot)
    return st.text_input(heading, help=ADVICE.get(key), max_chars=LONGEST_TEXT, key=slot)


def _said(row: Row) -> str | None:
    """Say the percent that the steps propose, where one was reported on."""
    if pd.isna(row["proposed_percent"]):
        return None
    return step_words.PROPOSED.format(
        done=int(row["steps_done"]),
        steps=int(row["steps_counted"]),
        percent=int(row["proposed_percent"]),
    )


def _preset(row: Row) -> Status:
    """Propose what the measure is; one that nobody has reported on is probably under way."""
    status = Status(row["status"])
    return Status.IN_PROGRESS if status is Status.NOT_REPORTED else status


def _is_older(day: dt.date, row: Row) -> bool:
    """Tell whether a report about this day leaves the current one, of the row, in its place."""
    reported = [row[name] for name in ("status_on", "reported_at") if not pd.isna(row[name])]
    return bool(reported) and day < reported[0].date()
