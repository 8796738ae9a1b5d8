"""Comments on one measure: read by all, written by its divisions and the planner."""

from collections.abc import Collection

import pandas as pd
import streamlit as st

from data.database import add_comment
from data.model.access import Action, answers
from data.model.records import LONGEST_TEXT
from data.words import dates
from data.words.work import comments as words
from pages.shared.gate import signature
from pages.shared.safe import plain
from pages.shared.session import database, explained, person, remembered
from queries import comments as comment_queries
from queries.frames import records_of

SENT = "comments_sent"


def show(measure_id: str, divisions: Collection[str]) -> None:
    """Draw the comments on a measure of these divisions, the newest first, and the form."""
    found = _comments(measure_id)
    with st.expander(f"{words.NAME} ({len(found)})", expanded=not found.empty):
        if found.empty:
            st.caption(words.NONE)
        for row in records_of(found.iloc[::-1]):
            when = dates.thai_moment(row["commented_at"])
            st.caption(plain(words.HEAD.format(when=when, who=row["commented_by"])))
            st.markdown(plain(row["text"]))
        if answers(person(), Action.COMMENT, divisions):
            _form(measure_id)
        else:
            st.caption(words.MAY_NOT)


def _form(measure_id: str) -> None:
    """Draw the form; it is empty after each comment, and keeps its text when one is refused."""
    sent_before = st.session_state.setdefault(SENT, 0)
    with (
        st.popover(words.WRITE, icon=":material/add_comment:"),
        st.form(f"comment_{measure_id}_{sent_before}", border=False),
    ):
        text = st.text_area(words.WRITE, max_chars=LONGEST_TEXT, help=words.WRITE_HELP)
        writer = signature(words.BY, "comment_by")
        sent = st.form_submit_button(words.SAVE, key="save_comment")
    if sent:
        with explained():
            add_comment(database(), measure_id, text, writer)
        st.session_state[SENT] += 1
        st.toast(words.SAVED.format(measure_id=measure_id), icon=":material/check:")
        st.rerun()


@remembered
def _comments(measure_id: str) -> pd.DataFrame:
    return comment_queries.comments(database(), [measure_id])
