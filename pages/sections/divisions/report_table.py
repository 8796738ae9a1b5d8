"""Reporting on many measures or steps in one table: edit, see what changes, save all or nothing."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, Final

import pandas as pd
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from data.database import Decision, ReportComparison, RowKind, compare_changes, save_changes
from data.model.access import Action, answers
from data.model.columns import Kind
from data.model.records import (
    LONGEST_TEXT,
    REPORT_COLUMNS,
    ReportKind,
    ReportValue,
    Status,
    StatusChange,
)
from data.model.thai_time import today
from data.roundtrip.values import FIELDS, same, stored_values
from data.tables.filters import Filters
from data.words import dates, failures
from data.words.files.tables import HEADINGS
from data.words.work import reporting as words
from data.words.work import statuses
from data.words.work import steps as step_words
from pages.sections.divisions.steps import chosen_steps
from pages.sections.imports.report_preview import show_changes
from pages.sections.measures.measures import chosen_measures
from pages.shared.elements.thai_day import tell_unread, with_read_days, with_written_days
from pages.shared.fragments import alone
from pages.shared.gate import signature
from pages.shared.safe import plain
from pages.shared.session import can, database, explained, own_lead, person
from queries.frames import records_of

CODES = [status.value for status in Status if status is not Status.NOT_REPORTED]


@dataclass(frozen=True, slots=True)
class Subjects:
    """What a table reports on: its rows, those of their columns that are read only, its words.

    `rows` gives what is shown of the locked columns, the fields of the report, report_id, and as
    `answering` the divisions that may report.
    """

    slot: str
    kind: ReportKind
    locked: tuple[str, ...]
    rows: Callable[[Filters], pd.DataFrame]
    help: str
    alt: str


def _measures(filters: Filters) -> pd.DataFrame:
    found = chosen_measures(filters)
    division = [", ".join(lead) for lead in found["lead"]]
    return found.assign(answering=found["lead"], division=division, step_id="")


def _steps(filters: Filters) -> pd.DataFrame:
    found = chosen_steps(filters)
    pairs = zip(found["division"], found["lead"], strict=True)
    answering = [[division, *lead] for division, lead in pairs]
    return found.assign(answering=pd.Series(answering, index=found.index, dtype="object"))


MEASURES: Final = Subjects(
    "table",
    ReportKind.LEAD,
    ("measure_id", "division", "action"),
    _measures,
    words.TABLE_HELP,
    words.TABLE_ALT,
)
STEPS: Final = Subjects(
    "steps",
    ReportKind.STEP,
    ("step_id", "division", "text", "due_date"),
    _steps,
    step_words.REPORT_HELP,
    step_words.REPORT_ALT,
)


@alone
def edit(filters: Filters, subjects: Subjects = MEASURES) -> None:
    """Draw the table, what was changed in it, and the button that saves it."""
    if not can(Action.REPORT):
        st.info(words.ONLY_READING, icon=":material/lock:")
        return
    st.caption(subjects.help)
    base, version = _base(replace(filters, as_of=today()), subjects)
    # Outside a form each cell runs the script, and keys pressed while the page follows are lost.
    with st.form(f"{subjects.slot}_form"):
        written = st.data_editor(
            with_written_days(base[[*subjects.locked, *FIELDS[subjects.kind]]]),
            column_config=_columns(),
            disabled=list(subjects.locked),
            hide_index=True,
            key=f"report_{subjects.slot}_{version}",
            placeholder="",
            alt=subjects.alt,
        )
        buttons = st.container(horizontal=True)
        look = buttons.form_submit_button(words.TABLE_COMPARE, icon=":material/fact_check:")
    with st.container(horizontal=True, vertical_alignment="bottom"):
        reporter = signature(words.TABLE_REPORTER, f"{subjects.slot}_reporter")
        reload = f"{subjects.slot}_reload"
        if st.button(words.TABLE_RELOAD, icon=":material/refresh:", key=reload):
            _forget(subjects)
            st.rerun()
    edited, unread = with_read_days(written)
    if unread:
        tell_unread(unread)
        return
    changes = tuple(table_changes(base, edited, reporter.strip(), subjects.kind))
    if changes:
        _preview(changes, subjects, buttons)
    elif look:
        st.info(words.TABLE_UNCHANGED, icon=":material/info:")


def table_changes(
    base: pd.DataFrame, edited: pd.DataFrame, reporter: str, kind: ReportKind = ReportKind.LEAD
) -> Iterator[StatusChange]:
    """Give what was changed against the table as it was opened, a change a row."""
    for before, after in zip(records_of(base), records_of(edited), strict=True):
        was = stored_values(before, kind)
        now = stored_values(after, kind)
        values = {name: value for name, value in now.items() if not same(value, was[name])}
        if values:
            yield StatusChange(
                str(before["measure_id"]),
                kind,
                own_lead(before["answering"]),
                _completed(values, now),
                was,
                int(before["report_id"]),
                reporter,
                step_id=str(before["step_id"]),
            )


def _completed(
    values: dict[str, ReportValue], now: Mapping[str, ReportValue]
) -> dict[str, ReportValue]:
    """Take a measure that is now done as 100 percent, unless the percent was entered too."""
    newly_done = values.get("status") is Status.DONE and "percent" not in values
    if newly_done and now.get("percent", 100) != 100:
        values["percent"] = 100
    return values


def _base(filters: Filters, subjects: Subjects) -> tuple[pd.DataFrame, int]:
    """Give the rows as they were when the table was opened, and which opening that was.

    What others report meanwhile must not slip under the cells that are being edited.
    """
    slot = f"report_{subjects.slot}"
    kept = st.session_state.get(slot)
    if kept is None or kept[0] != filters:
        version = st.session_state.get(f"{slot}_openings", 0) + 1
        st.session_state[f"{slot}_openings"] = version
        kept = st.session_state[slot] = (filters, _frame(filters, subjects), version)
    return kept[1], kept[2]


def _forget(subjects: Subjects) -> None:
    st.session_state.pop(f"report_{subjects.slot}", None)


def _frame(filters: Filters, subjects: Subjects) -> pd.DataFrame:
    keys = (*subjects.locked, *FIELDS[subjects.kind], "measure_id", "step_id", "answering")
    frame = subjects.rows(filters)[list(dict.fromkeys((*keys, "report_id")))].copy()
    visitor = person()
    frame = frame[[answers(visitor, Action.REPORT, one) for one in frame["answering"]]]
    frame["status"] = frame["status"].where(frame["status"] != Status.NOT_REPORTED, None)
    frame["status_on"] = pd.to_datetime(frame["status_on"])
    return frame.reset_index(drop=True)


def _columns() -> Mapping[str, Any]:
    config = st.column_config
    return {
        "measure_id": config.TextColumn(HEADINGS["measure_id"], pinned=True),
        "action": config.TextColumn(HEADINGS["action"], width="large"),
        "step_id": config.TextColumn(HEADINGS["step_id"], pinned=True),
        "text": config.TextColumn(HEADINGS["text"], width="medium"),
        "division": config.TextColumn(HEADINGS["division"]),
        "due_date": config.TextColumn(HEADINGS["due_date"]),
        **{column.key: _entered(column.kind, HEADINGS[column.key]) for column in REPORT_COLUMNS},
        "evidence": config.LinkColumn(HEADINGS["evidence"], max_chars=LONGEST_TEXT),
    }


def _entered(kind: Kind, heading: str) -> Mapping[str, object]:
    config = st.column_config
    match kind:
        case Kind.STATUS:
            return config.SelectboxColumn(
                heading,
                width=150,
                options=CODES,
                format_func=lambda code: statuses.status(str(code)),
                required=False,
            )
        case Kind.PERCENT:
            return config.NumberColumn(heading, min_value=0, max_value=100, step=1, format="%d")
        case Kind.MONEY:
            return config.NumberColumn(heading, min_value=0)
        case Kind.DATE:
            return config.TextColumn(heading, help=dates.DAY_HELP)
        case _:
            return config.TextColumn(heading, max_chars=LONGEST_TEXT, width="medium")


def _preview(
    changes: tuple[StatusChange, ...], subjects: Subjects, buttons: DeltaGenerator
) -> None:
    """Show what the table would change; only what was shown before the button was pressed is saved.

    The button stands in the form, so that cells filled in after the look come along with it.
    """
    comparison = compare_changes(database(), changes)
    decisions = show_changes(comparison, f"report_{subjects.slot}")
    faults = [row for row in comparison.of(RowKind.CHANGED) if row.fault]
    for row in faults:
        told = words.TABLE_FAULT.format(measure_id=row.subject, field=failures.FIELDS[row.fault])
        st.error(plain(told), icon=":material/error:")
    count = _to_save(comparison, decisions or {})
    ready = decisions is not None and not faults and count > 0
    label = words.TABLE_SAVE.format(count=count)
    previewed = f"{subjects.slot}_previewed"
    seen, st.session_state[previewed] = st.session_state.get(previewed), changes
    save = f"{subjects.slot}_save"
    pressed = buttons.form_submit_button(label, type="primary", key=save, disabled=not ready)
    if pressed and changes != seen:
        st.info(words.TABLE_MORE, icon=":material/fact_check:")
    elif pressed and ready:
        with explained():
            saved = save_changes(database(), changes, decisions or {})
        st.toast(words.TABLE_SAVED.format(count=saved), icon=":material/check:")
        _forget(subjects)
        st.rerun()


def _to_save(comparison: ReportComparison, decisions: Mapping[str, Decision]) -> int:
    ours = sum(decision.keep == "ours" for decision in decisions.values())
    return len(comparison.of(RowKind.CHANGED)) + ours
