"""Reminders to take away: a calendar, a message for a chat, a picture; one division or all."""

from functools import partial
from typing import Final

import streamlit as st

from data.documents.reminders.duties import duties
from data.documents.reminders.files import SUFFIXES, reminder, reminder_name, reminders
from data.documents.reminders.message import message
from data.framework import organisation
from data.tables.filters import Filters
from data.words.work import reminders as words
from pages.shared.session import database, kept, later

_MIMES: Final = {".ics": "text/calendar", ".txt": "text/plain", ".png": "image/png"}


def offer(filters: Filters) -> None:
    """Let a person choose a division and take its reminders away, or those of all."""
    own = [one.name for one in organisation().divisions]
    wanted = [one for one in filters.divisions or () if one in own]
    st.caption(words.HELP)
    key = f"reminded_{'_'.join(wanted)}"
    first = own.index(wanted[0]) if wanted else 0
    division = st.selectbox(words.DIVISION, own, index=first, key=key)
    if division is None:
        return
    # The bytes are made in another thread, which must not ask Streamlit for the store.
    store, as_of = database(), filters.as_of
    has_deadlines = _has_deadlines(division, filters)
    with st.container(horizontal=True):
        for suffix in SUFFIXES:
            st.download_button(
                words.BUTTONS[suffix],
                data=later(partial(reminder, store, division, as_of, suffix)),
                file_name=reminder_name(division, as_of, suffix),
                mime=_MIMES[suffix],
                key=f"reminder_{suffix}",
                on_click="ignore",
                disabled=suffix == ".ics" and not has_deadlines,
            )
        st.download_button(
            words.ZIP,
            data=later(partial(reminders, store, tuple(own), as_of)),
            file_name=reminder_name("", as_of, ".zip"),
            mime="application/zip",
            key="reminders_zip",
            on_click="ignore",
            icon=":material/folder_zip:",
            disabled=not any(_has_deadlines(one, filters) for one in own),
        )
    with st.expander(words.MESSAGE):
        st.code(_message(division, filters), language=None, wrap_lines=True)


@kept
def _has_deadlines(division: str, filters: Filters) -> bool:
    return bool(duties(database(), division, filters.as_of).dated)


@kept
def _message(division: str, filters: Filters) -> str:
    return message(duties(database(), division, filters.as_of))
