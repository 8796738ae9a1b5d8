"""Asking for a day as it is written here: in Buddhist years, with months short or as numbers."""

import datetime as dt
from collections.abc import Sequence
from typing import Final

import pandas as pd
import streamlit as st

from data.importers.status.cells import value_of
from data.roundtrip.values import DAYS
from data.words import dates as words
from pages.shared.safe import plain

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


def with_written_days(frame: pd.DataFrame) -> pd.DataFrame:
    """Write the days of a frame as they are written here, for a table in which they are edited."""
    return frame.assign(**{name: list(map(_written, frame[name])) for name in _days_of(frame)})


def with_read_days(frame: pd.DataFrame) -> tuple[pd.DataFrame, list[str]]:
    """Read the days that were written in a table, and give the texts that are no days."""
    named = _days_of(frame)
    read = {name: [written_day(str(text or "")) for text in frame[name]] for name in named}
    unread = [
        str(text)
        for name in named
        for text, day in zip(frame[name], read[name], strict=True)
        if day is None and str(text or "").strip()
    ]
    return frame.assign(
        **{name: pd.to_datetime(pd.Series(days, dtype="object")) for name, days in read.items()}
    ), unread


def tell_unread(unread: Sequence[str]) -> None:
    """Say which texts are no days, so that nothing of the table is saved without them."""
    st.error(plain(words.NO_DAYS.format(texts=", ".join(unread))), icon=":material/error:")


def _days_of(frame: pd.DataFrame) -> list[str]:
    return [name for name in frame.columns if name in DAYS]


def _written(day: dt.date | None) -> str:
    return "" if pd.isna(day) else words.thai_date(day)


def written_day(text: str) -> dt.date | None:
    """Read a day in any of the ways in which offices write it."""
    day = value_of("status_on", text, None)
    return day if isinstance(day, dt.date) else None
