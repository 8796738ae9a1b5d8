"""The audit on a page: its filters and its lines."""

from dataclasses import asdict

import pandas as pd
import streamlit as st

from data.database import read_audit
from data.model.access import Action
from data.model.columns import Table
from data.tables.audit import Chosen, audit_table
from data.words import access as words
from data.words import filters as filter_words
from pages.shared.elements.thai_day import day_input
from pages.shared.session import database


def every_entry() -> pd.DataFrame:
    """Give the whole audit, newest first; asked for anew, so that the right is asked too.

    Raises:
        NotAllowedError: the visitor may not see it.
    """
    return read_audit(database())


def choose(entries: pd.DataFrame) -> Chosen:
    """Draw the filters in the sidebar and give what is chosen."""
    with st.sidebar.container(key="filters"):
        persons = st.multiselect(
            words.PERSON,
            sorted(entries["person"].unique()),
            key="person",
            bind="query-params",
            placeholder=filter_words.ANY,
        )
        actions = st.multiselect(
            words.ACTION,
            [str(action) for action in words.ACTIONS],
            format_func=lambda action: words.ACTIONS[Action(action)],
            key="action",
            bind="query-params",
            placeholder=filter_words.ANY,
        )
        first = day_input(words.FROM_DAY, None, "from", bound=True)
        last = day_input(words.TO_DAY, None, "to", bound=True)
    return Chosen(tuple(persons) or None, tuple(actions) or None, first, last)


def chosen_table(chosen: Chosen) -> Table:
    """Give the table of the lines asked for."""
    return audit_table(read_audit(database(), **asdict(chosen)))
