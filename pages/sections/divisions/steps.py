"""The steps of the shown measures: their state, and who takes them by when."""

from collections.abc import Iterator

import pandas as pd
import streamlit as st

from data.database import save_schedules
from data.framework import organisation
from data.model.access import Action, answers
from data.model.columns import Table
from data.model.records import StepSchedule
from data.tables.filters import Filters
from data.tables.work import steps as tables
from data.words import dates
from data.words.files.tables import HEADINGS
from data.words.work import reporting
from data.words.work import steps as words
from pages.sections.measures import details
from pages.sections.measures.measures import chosen_measures
from pages.shared.downloads import show_table
from pages.shared.elements.thai_day import tell_unread, with_read_days, with_written_days
from pages.shared.fragments import alone
from pages.shared.session import can, database, explained, kept, person
from queries import steps as step_queries
from queries.frames import records_of

SLOT = "step_schedules"
SHOWN = ["step_id", "text", "division", "due_date"]


@kept
def chosen_steps(filters: Filters) -> pd.DataFrame:
    """Give the steps of the measures the filters let through, in the order of the plan."""
    ids = list(chosen_measures(filters)["measure_id"])
    return step_queries.steps(database(), as_of=filters.as_of, measure_ids=ids)


@kept
def step_table(filters: Filters) -> Table:
    """Give the table of steps."""
    return tables.step_table(chosen_steps(filters))


def show(filters: Filters) -> None:
    """Say how far the steps are, over the list of them."""
    steps = chosen_steps(filters)
    if steps.empty:
        st.caption(words.NONE)
        return
    done, counted = tables.steps_done(steps)
    late = int(steps["overdue"].sum())
    with st.expander(words.TABLE.format(done=done, steps=counted, late=late)):
        show_table(step_table(filters), on_row=details.open_row)


@alone
def schedule(filters: Filters) -> None:
    """Let who may change who takes each step and by when, all in one table."""
    if not can(Action.SCHEDULE):
        st.info(words.ONLY_READING, icon=":material/lock:")
        return
    st.caption(words.SCHEDULE_HELP)
    base, version = _base(filters)
    own = [one.name for one in organisation().divisions]
    config = st.column_config
    with st.form("schedules"):
        written = st.data_editor(
            with_written_days(base[SHOWN]),
            column_config={
                "step_id": config.TextColumn(HEADINGS["step_id"], pinned=True),
                "text": config.TextColumn(HEADINGS["text"], width="medium"),
                "division": config.SelectboxColumn(words.HEADINGS["division"], options=own),
                "due_date": config.TextColumn(HEADINGS["due_date"], help=dates.DAY_HELP),
            },
            disabled=["step_id", "text"],
            hide_index=True,
            key=f"{SLOT}_{version}",
            placeholder="",
            alt=words.SCHEDULE_ALT,
        )
        save = st.form_submit_button(words.SCHEDULE_SAVE, type="primary", key="save_schedules")
    if st.button(reporting.TABLE_RELOAD, icon=":material/refresh:", key="reload_schedules"):
        _reopen()
    edited, unread = with_read_days(written)
    if unread:
        tell_unread(unread)
    changes = [] if unread else list(schedule_changes(base, edited))
    if save and not changes and not unread:
        st.info(reporting.TABLE_UNCHANGED, icon=":material/info:")
    if save and changes:
        with explained():
            saved = save_schedules(database(), changes)
        st.toast(words.SCHEDULE_SAVED.format(count=saved), icon=":material/check:")
        _reopen()


def schedule_changes(base: pd.DataFrame, edited: pd.DataFrame) -> Iterator[StepSchedule]:
    """Give a decision for each row that was changed; what was proposed and left stays proposed."""
    for before, after in zip(records_of(base), records_of(edited), strict=True):
        division, was_division = after["division"] or "", before["division"]
        due, was_due = after["due_date"], before["due_date"]
        same_day = due == was_due or (pd.isna(due) and pd.isna(was_due))
        if division == was_division and same_day:
            continue
        proposed = pd.isna(due) or (before["proposed"] and same_day)
        yield StepSchedule(
            str(before["step_id"]),
            str(division),
            None if proposed else pd.Timestamp(due).date(),
            int(before["schedule_id"]),
        )


def _base(filters: Filters) -> tuple[pd.DataFrame, int]:
    """Give the steps as they were when the table was opened, and which opening that was."""
    opened = st.session_state.get(SLOT)
    if opened is None or opened[0] != filters:
        version = st.session_state.get(f"{SLOT}_openings", 0) + 1
        st.session_state[f"{SLOT}_openings"] = version
        opened = st.session_state[SLOT] = (filters, _frame(filters), version)
    return opened[1], opened[2]


def _frame(filters: Filters) -> pd.DataFrame:
    steps, visitor = chosen_steps(filters), person()
    frame = steps[[answers(visitor, Action.SCHEDULE, lead) for lead in steps["lead"]]]
    return frame[[*SHOWN, "proposed", "schedule_id"]].reset_index(drop=True)


def _reopen() -> None:
    st.session_state.pop(SLOT, None)
    st.rerun()
