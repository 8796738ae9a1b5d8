"""The evidence of one measure: shown, downloaded, added, withdrawn; and which items it serves."""

from collections.abc import Mapping
from functools import partial
from typing import Any

import pandas as pd
import streamlit as st

from data.containers.gate import limits
from data.database import Database, add_evidence, evidence_file, kept_evidence, withdraw_evidence
from data.model.access import Action, answers
from data.model.columns import Table
from data.model.records import LONGEST_TEXT, Flag
from data.model.thai_time import today
from data.model.work import Proof
from data.tables.filters import Filters
from data.tables.work import evidence as tables
from data.words import dates
from data.words.work import evidence as words
from data.words.work import statuses
from pages.sections.measures.measures import chosen_measures
from pages.shared.downloads import show_table
from pages.shared.elements.links import link
from pages.shared.gate import signature
from pages.shared.safe import linked, plain
from pages.shared.session import database, explained, kept, later, person, remembered
from queries import evidence as evidence_queries
from queries import steps as step_queries
from queries.frames import records_of

SENT = "evidence_sent"
_AWAITING = statuses.STATES[Flag.AWAITING_EVIDENCE]


def show(row: Mapping[Any, Any]) -> None:
    """Draw the evidence of a measure row and the form that adds some."""
    measure_id, divisions = str(row["measure_id"]), (*row["lead"], *row["support"])
    found = _evidence(measure_id)
    name = words.COUNTED.format(name=words.NAME, count=len(found))
    allowed = answers(person(), Action.EVIDENCE, divisions)
    with st.expander(name, expanded=not found.empty):
        if found.empty:
            st.caption(words.NONE)
        for one in records_of(found.iloc[::-1]):
            _piece(one, allowed=allowed)
        if allowed:
            _form(measure_id, int(row["plan_year"]))


def by_item(filters: Filters) -> None:
    """Say which items to be published have evidence, and which measures are done without any."""
    measures = chosen_measures(filters)
    st.header(words.NAME, anchor=False)
    bare = list(measures.loc[measures["awaiting_evidence"], "measure_id"])
    if bare:
        told = words.DONE_WITHOUT.format(count=len(bare), measures=", ".join(bare))
        link("division_progress", told, icon="attach_file_off", states=_AWAITING)
    elif (measures["status"] == "done").any():
        st.success(words.ALL_PROVEN, icon=":material/check:")
    for year in sorted(set(measures["plan_year"]), reverse=True):
        table = _item_table(tuple(measures["measure_id"]), int(year))
        if table.frame.empty:
            st.caption(words.NO_ITEMS.format(year=year))
            continue
        done = int((table.frame["evidence_count"] > 0).sum())
        counted = words.ITEMS_COUNT.format(year=year, done=done, items=len(table.frame))
        with st.expander(counted):
            show_table(table)


@kept
def _item_table(measure_ids: tuple[str, ...], year: int) -> Table:
    return tables.item_table(evidence_queries.evidence(database(), measure_ids), year)


@remembered
def _evidence(measure_id: str) -> pd.DataFrame:
    return evidence_queries.evidence(database(), [measure_id])


@remembered
def _steps(measure_id: str) -> dict[str, str]:
    found = step_queries.steps(database(), as_of=today(), measure_ids=[measure_id])
    rows = records_of(found)
    return {str(row["step_id"]): _option(row) for row in rows}


def _option(row: Mapping[Any, Any]) -> str:
    return words.STEP_OPTION.format(position=row["position"], text=row["text"])


def _piece(row: Mapping[Any, Any], *, allowed: bool) -> None:
    """Draw one piece: small picture, what it proves, where it is, who added it when."""
    number = int(row["evidence_id"])
    with st.container(border=True, horizontal=True, vertical_alignment="center"):
        if small := evidence_file(database(), row["thumbnail"]):
            st.image(small, width=96, alt=row["proves"])
        with st.container(gap="xxsmall"):
            st.markdown(plain(row["proves"]))
            when, who = dates.thai_moment(row["added_at"]), row["added_by"]
            serves = [words.SERVES.format(item=row["item"])] if row["item"] else []
            told = (row["step_id"], *serves, words.HEAD.format(when=when, who=who))
            st.caption(plain(" · ".join(part for part in told if part)))
            if row["link"]:
                st.markdown(linked(row["link"]))
        if not row["link"]:
            _download(row, number)
        if allowed and st.button(
            words.WITHDRAW, key=f"withdraw_{number}", help=words.WITHDRAW_HELP, type="tertiary"
        ):
            with explained():
                withdraw_evidence(database(), number)
            st.toast(words.WITHDRAWN.format(evidence_id=number), icon=":material/check:")
            st.rerun()


def _download(row: Mapping[Any, Any], number: int) -> None:
    # The bytes are read in another thread, which must not ask Streamlit for the store.
    store = database()
    st.download_button(
        words.FILE.format(name=row["name"], size=words.size(int(row["size"]))),
        data=later(partial(_content, store, number)),
        file_name=row["name"],
        mime="application/octet-stream",
        key=f"evidence_{number}",
        on_click="ignore",
        icon=":material/download:",
    )


def _content(store: Database, number: int) -> bytes:
    found = kept_evidence(store, number)
    return found[1] if found else words.GONE.encode()


def _form(measure_id: str, year: int) -> None:
    """Draw the form; it is empty after each piece, and keeps its texts when one is refused."""
    sent_before = st.session_state.setdefault(SENT, 0)
    steps = _steps(measure_id)
    items = tables.served_items(year)
    with (
        st.popover(words.ADD, icon=":material/attach_file_add:"),
        st.form(f"evidence_{measure_id}_{sent_before}", border=False),
    ):
        file = st.file_uploader(
            words.UPLOAD,
            key=f"evidence_file_{measure_id}_{sent_before}",
            max_upload_size=limits.FILE_BYTES // limits.MEGABYTE,
        )
        address = st.text_input(words.LINK)
        proves = st.text_input(words.PROVES, max_chars=LONGEST_TEXT)
        step = st.selectbox(
            words.STEP,
            ["", *steps],
            format_func=lambda key: steps[key] if key else words.WHOLE,
        )
        item = st.selectbox(
            words.ITEM.format(year=year),
            ["", *items],
            format_func=lambda code: (
                words.ITEM_OPTION.format(code=code, name=items[code]) if code else words.NO_ITEM
            ),
        )
        by = signature(words.BY, f"evidence_by_{measure_id}")
        sent = st.form_submit_button(words.SAVE, key="save_evidence")
    if sent:
        content = file.getvalue() if file else b""
        name = file.name if file else ""
        proof = Proof(measure_id, proves, step or "", address, name, content, item or "", by)
        with explained():
            add_evidence(database(), proof)
        st.session_state[SENT] += 1
        st.toast(words.SAVED.format(measure_id=measure_id), icon=":material/check:")
        st.rerun()
