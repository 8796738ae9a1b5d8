"""The measures a page shows, and the file that holds the same."""

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import asdict, replace
from typing import NoReturn

import pandas as pd
import streamlit as st

from data.framework import present_day
from data.model.columns import Table
from data.tables import handouts
from data.tables import measures as tables
from data.tables.filters import Filters
from data.words.work import measures as words
from data.words.work import statuses
from pages.shared import drawing
from pages.shared.downloads import offer, show_table
from pages.shared.filters import indicator_names, offer_to_clear
from pages.shared.session import database, kept
from queries import measures as measure_queries


@kept
def chosen_measures(filters: Filters) -> pd.DataFrame:
    """Give the measures in force that the filters let through, in the order of the plan."""
    listed = listed_measures(filters)
    return listed[~listed["withdrawn"]].reset_index(drop=True)


def listed_measures(filters: Filters) -> pd.DataFrame:
    """Give what a table lists: the measures in force, behind them those withdrawn from the plan."""
    return _measures(replace(filters, as_of=_day(filters)))


def short_names(measures: pd.DataFrame) -> list[str]:
    """Name each measure by its number and indicator, which fit where the whole text does not."""
    names = indicator_names()
    return [
        f"{measure_id} {names.get(indicator, '')}".strip()
        for measure_id, indicator in zip(measures["measure_id"], measures["indicator"], strict=True)
    ]


def withdrawn_note(filters: Filters) -> str:
    """Say how many of the listed measures are withdrawn; "" when none is."""
    count = int(listed_measures(filters)["withdrawn"].sum())
    return words.WITHDRAWN_TOO.format(count=count) if count else ""


def all_measures(filters: Filters) -> int:
    """Count the measures there are without any filter."""
    return len(chosen_measures(Filters(as_of=_day(filters))))


def measure_handout(
    table: Table,
    filters: Filters,
    name: str,
    more: Callable[[Filters], Iterable[Table]] | None = None,
) -> handouts.Handout:
    """Give the file of a measure table and of what belongs to it, asked for with the file."""
    state_names = [statuses.STATES[state] for state in filters.states or ()]
    return handouts.Handout(
        lambda: (table, tables.measure_details(table), *(more(filters) if more else ())),
        filters.scope(),
        len(listed_measures(Filters(as_of=_day(filters)))),
        drawing.batches_in_use(),
        year=int(table.frame["plan_year"].max()),
        name_parts=(name, *(filters.divisions or ()), *state_names),
    )


def measures_to_show(
    filters: Filters, table: Callable[[Filters], Table], name: str
) -> pd.DataFrame:
    """Give the chosen measures; a page ends here where there is none, or none yet."""
    if not all_measures(filters):
        drawing.nothing_yet(words.NO_MEASURES_TITLE, words.NO_MEASURES, "measures")
    measures = chosen_measures(filters)
    if measures.empty:
        _only_withdrawn(table(filters), filters, name)
    return measures


def _only_withdrawn(table: Table, filters: Filters, name: str) -> NoReturn:
    """Draw the table where no measure in force matches, or say so, and end the page."""
    if table.frame.empty:
        st.info(words.NONE_MATCH.format(all=all_measures(filters)))
        offer_to_clear("clear_filters")
    else:
        show_table(table)
        st.caption(withdrawn_note(filters))
        offer(measure_handout(table, filters, name), "measures")
    st.stop()


@kept
def plan_table(filters: Filters) -> Table:
    """Give the table of measures in the order of the plan's columns."""
    return tables.measure_table(listed_measures(filters), words.NAME)


@kept
def follow_up_table(filters: Filters) -> Table:
    """Give the table of measures with their state first."""
    return tables.measure_table(listed_measures(filters), words.NAME, first=tables.FOLLOW_UP_FIRST)


def _day(filters: Filters) -> dt.date:
    return present_day() if filters.as_of == dt.date.min else filters.as_of


@kept
def _measures(filters: Filters) -> pd.DataFrame:
    return measure_queries.measures(database(), withdrawn=True, **asdict(filters))
