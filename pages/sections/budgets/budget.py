"""What the shown measures were given and spent: by measure, by division, by quarter."""

from collections.abc import Iterator
from dataclasses import replace

import pandas as pd
import streamlit as st

from data.model.columns import Table
from data.tables.filters import Filters
from data.tables.work import budget as tables
from data.words import navigation
from data.words.work import budget as words
from pages.charts.budget import budget_bars, budget_bars_alt
from pages.sections.measures.measures import chosen_measures, short_names
from pages.shared import drawing
from pages.shared.downloads import show_table
from pages.shared.session import database, kept
from queries import budgets as budget_queries


def tables_of(filters: Filters) -> Iterator[Table]:
    """Give what belongs into a file beside the measures; nothing where no budget is known."""
    if told(filters):
        yield measure_table(filters)
        yield division_table(filters)
        yield quarter_table(filters)


@kept
def told(filters: Filters) -> tuple[str, ...]:
    """Say what is known of the budgets of the shown measures."""
    return words.told(tables.budget_total(_total(filters)))


@kept
def measure_table(filters: Filters) -> Table:
    """Give the budgets of the shown measures."""
    return tables.measure_budget_table(chosen_measures(filters))


@kept
def division_table(filters: Filters) -> Table:
    """Give the budgets of the divisions that lead the shown measures."""
    return tables.division_budget_table(_divisions(filters))


@kept
def quarter_table(filters: Filters) -> Table:
    """Give what was spent up to the end of each quarter of the newest shown plan."""
    measures = chosen_measures(filters)
    year = int(measures["plan_year"].max())
    ids = list(measures.loc[measures["plan_year"] == year, "measure_id"])
    found = budget_queries.quarter_budgets(
        database(), year=year, as_of=filters.as_of, measure_ids=ids
    )
    return tables.quarter_budget_table(found, year)


def of_division(filters: Filters) -> None:
    """Draw the budgets of the measures that the division of the filters leads."""
    own = replace(filters, lead_only=True)
    st.header(words.NAME, anchor=False)
    measures = chosen_measures(own)
    if measures.empty or not told(own):
        st.caption(words.NONE)
        return
    _draw(own, measures.assign(label=short_names(measures)), measure_table(own))


def of_plan(filters: Filters) -> None:
    """Draw, for who asks, the budgets by division, and list those of the measures."""
    if not st.toggle(words.SHOW, key="budget", bind="query-params", help=words.SHOW_HELP):
        return
    if not told(filters):
        st.caption(words.NONE)
        return
    divisions = _divisions(filters)
    _draw(filters, divisions.assign(label=divisions["division"]), division_table(filters))
    with st.expander(words.BY_MEASURE):
        show_table(measure_table(filters))


def _draw(filters: Filters, budgets: pd.DataFrame, table: Table) -> None:
    """Draw those of which an amount is known, and list all."""
    known = budgets[["budget_planned", "budget_spent"]].notna().any(axis=1)
    drawn = budgets[known]
    total = tables.budget_total(_total(filters))
    limits = filters.scope() if filters.divisions or filters.lead_only else ()
    drawing.draw(
        drawing.Drawing(
            budget_bars(drawn, total, as_of=filters.as_of, limits=limits),
            budget_bars_alt(drawn, total, as_of=filters.as_of),
            words.NAME,
        )
    )
    with st.expander(navigation.TABLE_TWIN):
        show_table(table)
    quarters = quarter_table(filters)
    st.caption(quarters.title)
    show_table(quarters)


@kept
def _total(filters: Filters) -> pd.DataFrame:
    ids = list(chosen_measures(filters)["measure_id"])
    return budget_queries.plan_budget(database(), as_of=filters.as_of, measure_ids=ids)


@kept
def _divisions(filters: Filters) -> pd.DataFrame:
    return budget_queries.division_budgets(
        database(),
        as_of=filters.as_of,
        measure_ids=list(chosen_measures(filters)["measure_id"]),
        divisions=filters.divisions,
    )
