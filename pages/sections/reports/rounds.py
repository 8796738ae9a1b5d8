"""Rounds of reporting: who has sent, what to check, what was closed and its official result."""

from collections.abc import Mapping
from functools import partial
from typing import Any

import pandas as pd
import streamlit as st

from data.database import close_round, mark_round, open_round
from data.documents import building as documents
from data.model.access import Action, may
from data.model.columns import Table
from data.model.thai_time import today
from data.model.work import Mark, NewRound
from data.tables.work import rounds as tables
from data.words import dates
from data.words.files import documents as document_words
from data.words.work import rounds as words
from pages.sections.reports.reports import MIMES
from pages.shared.downloads import show_table
from pages.shared.elements.thai_day import day_input
from pages.shared.safe import plain
from pages.shared.session import can, database, explained, kept, later, person
from queries import rounds as round_queries
from queries.frames import records_of
from queries.measures import plan_years


def show() -> None:
    """Draw the rounds, the newest first, and for the planner the form of a new one."""
    st.header(words.NAME, anchor=False)
    st.caption(words.ABOUT)
    found = _rounds()
    if found.empty:
        st.caption(words.NONE)
    else:
        _list(found)
    if can(Action.ROUND):
        with st.expander(words.NEW):
            _new()


def _list(found: pd.DataFrame) -> None:
    for row in records_of(found):
        state = words.CLOSED if row["closed"] else words.STILL_OPEN
        name = words.TITLE.format(name=row["name"], year=row["plan_year"], state=state)
        with st.expander(plain(name), expanded=not row["closed"]):
            (_closed if row["closed"] else _open)(row)
    closed = found[found["closed"]]
    for year, same in closed.groupby("plan_year"):
        if len(same) > 1:
            numbers = tuple(sorted(int(number) for number in same["round_id"]))
            with st.expander(words.COMPARE.format(year=year)):
                show_table(_compared(numbers, int(str(year))))


def _open(row: Mapping[Any, Any]) -> None:
    number = int(row["round_id"])
    divisions = _divisions(number)
    sent = divisions["state"].isin([Mark.SENT, Mark.CHECKED])
    st.caption(
        words.OPEN_LINE.format(
            as_of=dates.thai_date(row["as_of"]),
            deadline=dates.thai_date(row["deadline"]),
            sent=int(sent.sum()),
            divisions=len(divisions),
        )
    )
    if not sent.all():
        missing = ", ".join(divisions.loc[~sent, "division"])
        st.warning(plain(words.NOT_SENT.format(divisions=missing)), icon=":material/schedule:")
    show_table(tables.division_table(divisions))
    visitor = person()
    own = [one for one in divisions["division"] if may(visitor, Action.REPORT, one)]
    if own:
        _marks(number, own, planner=can(Action.ROUND))
    if can(Action.ROUND):
        _close(number, list(divisions.loc[~sent, "division"]))


def _marks(number: int, own: list[str], *, planner: bool) -> None:
    division = st.selectbox(words.DIVISION, own, key=f"round_division_{number}")
    comment = st.text_input(words.COMMENT, key=f"round_comment_{number}") if planner else ""
    with st.container(horizontal=True, vertical_alignment="bottom"):
        _mark_button(number, str(division), Mark.SENT, words.SEND, "")
        if planner:
            _mark_button(number, str(division), Mark.CHECKED, words.CHECK, "")
            _mark_button(number, str(division), Mark.RETURNED, words.RETURN, comment or "")


def _close(number: int, missing: list[str]) -> None:
    """Let the planner close the round for good, told first who has not sent."""
    with st.popover(words.CLOSE, icon=":material/lock:"):
        st.markdown(words.CLOSE_HELP)
        if missing:
            st.warning(plain(words.NOT_SENT.format(divisions=", ".join(missing))))
        if st.button(words.CLOSE_FOR_GOOD, key=f"close_round_{number}", type="primary"):
            with explained():
                sha256 = close_round(database(), number)
            st.toast(words.ROUND_CLOSED.format(sha256=words.short(sha256)))
            st.rerun()


def _mark_button(number: int, division: str, mark: Mark, label: str, comment: str) -> None:
    if st.button(label, key=f"round_{mark}_{number}"):
        with explained():
            mark_round(database(), number, division, mark, comment)
        st.toast(words.MARKED.format(division=division, state=words.STATES[mark]))
        st.rerun()


def _closed(row: Mapping[Any, Any]) -> None:
    """Draw what a closed round says for good, and its result form."""
    number = int(row["round_id"])
    told = words.CLOSED_LINE.format(
        as_of=dates.thai_date(row["as_of"]),
        closed_at=dates.thai_moment(row["closed_at"]),
        closed_by=row["closed_by"],
        sha256=words.short(row["sha256"]),
    )
    st.caption(plain(told))
    document = document_words.Document.RESULT
    store = database()
    with st.container(horizontal=True):
        for suffix in documents.formats(document):
            st.download_button(
                words.REPORT.format(format=document_words.FORMATS[suffix]),
                data=later(partial(_result, store, number, suffix)),
                file_name=f"ITA{row['plan_year']}_{words.NAME}_{number}{suffix}",
                mime=MIMES[suffix],
                key=f"round_result_{number}_{suffix}",
                on_click="ignore",
            )


def _result(store: Any, number: int, suffix: str) -> bytes:  # noqa: ANN401
    found = documents.closed_ground(store, number)
    return documents.build(document_words.Document.RESULT, suffix, found, thai_digits=False)


def _new() -> None:
    with st.form("new_round", border=False):
        name = st.selectbox(words.NEW_NAME, words.NAMES, accept_new_options=True)
        year = st.selectbox(words.PLAN_YEAR, _plan_years())
        as_of = day_input(words.AS_OF, today(), "round_as_of")
        deadline = day_input(words.DEADLINE, today(), "round_deadline")
        sent = st.form_submit_button(words.NEW, key="open_round")
    if sent and year and as_of and deadline:
        wanted = NewRound(int(year), str(name or ""), as_of, deadline)
        with explained():
            open_round(database(), wanted)
        st.toast(words.OPENED.format(name=wanted.name))
        st.rerun()


@kept
def _plan_years() -> list[int]:
    return sorted(plan_years(database())["year"], reverse=True)


@kept
def _rounds() -> pd.DataFrame:
    return round_queries.rounds(database())


@kept
def _divisions(number: int) -> pd.DataFrame:
    return round_queries.round_divisions(database(), number)


@kept
def _compared(numbers: tuple[int, ...], year: int) -> Table:
    held = [round_queries.snapshot(database(), number) for number in numbers]
    return tables.compared_rounds([one for one in held if one], year)
