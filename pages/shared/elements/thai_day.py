"""Asking for a day as it is written here: in Buddhist years, with months short or as numbers."""

import datetime as dt
from typing import Final

import streamlit as st

from data.importers.status.cells import value_of
from data.words import dates as words

BOUND: Final = "query-params"


def day_input(
    label: str, value: dt.date | None, key: str, *, note: str = "", bound: bool = False
) -> dt.date | None:
    """Ask for a day; None where nothing, or nothing that is a day, is written.

    `bound` keeps it in the address, where a link may write it in any of the ways.
    """
    typed = st.text_input(
        label,
        value=words.thai_date(value) if value else "",
        key=key,
        placeholder=words.DAY_EXAMPLE,
        help=f"{note} {words.DAY_HELP}".strip(),
        bind=BOUND if bound else None,
    )
    day = written_day(typed)
    if day is None and typed.strip():
        st.warning(words.NO_DAY)
    return day


def written_day(text: str) -> dt.date | None:
    """Read a day in any of the ways in which offices write it."""
    day = value_of("status_on", text, None)
    return day if isinstance(day, dt.date) else None
