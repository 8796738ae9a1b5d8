"""Reporting on many measures in one table: edit, see what changes, save all of it or nothing."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

import pandas as pd
import streamlit as st

from data.database import Decision, ReportComparison, RowKind, compare_changes, save_changes
from data.model.access import Action, answers
from data.model.records import ReportKind, ReportValue, Status, StatusChange
from data.model.thai_time import today
from data.roundtrip.values import FIELDS, same, stored_values
from data.tables.filters import Filters
from data.words import failures
from data.words.files.tables import HEADINGS
from data.words.work import reporting as words
from data.words.work import statuses
from pages.sections.imports.report_preview import show_changes
from pages.sections.measures.measures import chosen_measures
from pages.shared.gate import signature
from pages.shared.safe import plain
from pages.shared.session import can, database, explained, own_lead, person

SLOT = "report_table"
LOCKED = ("measure_id", "action")
FIELDS_SHOWN = FIELDS[ReportKind.LEAD]
CODES = [status.value for status in Status if status is not Status.NOT_REPORTED]


def edit(filters: Filters) -> None:
    """Draw the table, what was changed in it, and the button that saves it."""
    if not can(Action.REPORT):
        st.info(words.ONLY_READING, icon=":material/lock:")
        return
    st.caption(words.TABLE_HELP)
    base, version = _base(replace(filters, as_of=today()))
    edited = st.data_editor(
        base[[*LOCKED, *FIELDS_SHOWN]],
        column_config=_columns(),
        disabled=list(LOCKED),
        hide_index=True,
        key=f"{SLOT}_{version}",
        placeholder="",
        alt=words.TABLE_ALT,
    )
    with st.container(horizontal=True, vertical_alignment="bottom"):
        reporter = signature(words.TABLE_REPORTER, "table_reporter")
        if st.button(words.TABLE_RELOAD, icon=":material/refresh:", key="table_reload"):
            _forget()
            st.rerun()
    changes = tuple(table_changes(base, edited, reporter.strip()))
    if changes:
        _preview(changes)


def table_changes(
    base: pd.DataFrame, edited: pd.DataFrame, reporter: str
) -> Iterator[StatusChange]:
    """Give what was changed against the table as it was opened, a change a row."""
    for before, after in zip(base.to_dict("records"), edited.to_dict("records"), strict=True):
        was = stored_values(before, ReportKind.LEAD)
        now = stored_values(after, ReportKind.LEAD)
        values = {name: value for name, value in now.items() if not same(value, was[name])}
        if values:
            yield StatusChange(
                str(before["measure_id"]),
                ReportKind.LEAD,
                own_lead(before["lead"]),
                _completed(values, now),
                was,
                int(before["report_id"]),
                reporter,
            )


def _completed(
    values: dict[str, ReportValue], now: Mapping[str, ReportValue]
) -> dict[str, ReportValue]:
    """Take a measure that is now done as 100 percent, unless the percent was entered too."""
    if values.get("status") is Status.DONE and "percent" not in values and now["percent"] != 100:
        values["percent"] = 100
    return values


def _base(filters: Filters) -> tuple[pd.DataFrame, int]:
    """Give the measures as they were when the table was opened, and which opening that was.

    What others report meanwhile must not slip under the cells that are being edited.
    """
    kept = st.session_state.get(SLOT)
    if kept is None or kept[0] != filters:
        version = st.session_state.get(f"{SLOT}_openings", 0) + 1
        st.session_state[f"{SLOT}_openings"] = version
        kept = st.session_state[SLOT] = (filters, _frame(filters), version)
    return kept[1], kept[2]


def _forget() -> None:
    st.session_state.pop(SLOT, None)


def _frame(filters: Filters) -> pd.DataFrame:
    frame = chosen_measures(filters)[[*LOCKED, *FIELDS_SHOWN, "lead", "report_id"]].copy()
    visitor = person()
    frame = frame[[answers(visitor, Action.REPORT, lead) for lead in frame["lead"]]]
    frame["status"] = frame["status"].where(frame["status"] != Status.NOT_REPORTED, None)
    frame["status_on"] = pd.to_datetime(frame["status_on"])
    return frame.reset_index(drop=True)


def _columns() -> Mapping[str, Any]:
    config = st.column_config
    return {
        "measure_id": config.TextColumn(HEADINGS["measure_id"], pinned=True),
        "action": config.TextColumn(HEADINGS["action"], width="medium"),
        "status": config.SelectboxColumn(
            HEADINGS["status"],
            options=CODES,
            format_func=lambda code: statuses.status(str(code)),
            required=False,
        ),
        "percent": config.NumberColumn(
            HEADINGS["percent"], min_value=0, max_value=100, step=1, format="%d"
        ),
        "status_on": config.DateColumn(words.STATUS_ON_CE, format="DD/MM/YYYY", max_value=today()),
        "budget_planned": config.NumberColumn(HEADINGS["budget_planned"], min_value=0),
        "budget_spent": config.NumberColumn(HEADINGS["budget_spent"], min_value=0),
        "evidence": config.LinkColumn(HEADINGS["evidence"], max_chars=4000),
        "note": config.TextColumn(HEADINGS["note"], max_chars=4000, width="medium"),
    }


def _preview(changes: tuple[StatusChange, ...]) -> None:
    comparison = compare_changes(database(), changes)
    decisions = show_changes(comparison, SLOT)
    faults = [row for row in comparison.of(RowKind.CHANGED) if row.fault]
    for row in faults:
        told = words.TABLE_FAULT.format(measure_id=row.measure_id, field=failures.FIELDS[row.fault])
        st.error(plain(told), icon=":material/error:")
    count = _to_save(comparison, decisions or {})
    ready = decisions is not None and not faults and count > 0
    label = words.TABLE_SAVE.format(count=count)
    if st.button(label, type="primary", key="table_save", disabled=not ready) and ready:
        with explained():
            saved = save_changes(database(), changes, decisions or {})
        st.toast(words.TABLE_SAVED.format(count=saved), icon=":material/check:")
        _forget()
        st.rerun()


def _to_save(comparison: ReportComparison, decisions: Mapping[str, Decision]) -> int:
    ours = sum(decision.keep == "ours" for decision in decisions.values())
    return len(comparison.of(RowKind.CHANGED)) + ours
