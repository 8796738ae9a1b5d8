"""A chart and the table of the same numbers: one of them on the screen, both on paper."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import streamlit as st

from data.model.columns import Table
from data.words import navigation as words
from pages.shared.downloads import RowLeads, paper_table, show_table
from pages.shared.drawing import Drawing, card, chart, explained


def as_table(key: str) -> bool:
    """Let a person choose between chart and table; a link tells which under `key`."""
    chosen = st.segmented_control(
        words.VIEW,
        words.VIEWS,
        default=words.VIEWS[0],
        required=True,
        key=key,
        bind="query-params",
        label_visibility="collapsed",
    )
    return bool(chosen == words.VIEWS[1])


@dataclass(frozen=True, slots=True)
class Leads:
    """What is done with the customdata of a point, or with the row of a table, that was chosen."""

    point: Callable[[Any], None]
    row: RowLeads


def chart_or_table(
    drawing: Drawing, table: Table, leads: Leads | None, key: str, note: str
) -> None:
    """Draw one of the two, as chosen under `key`, below a note; a click leads on by `leads`."""
    with card(drawing) as choices:
        with choices:
            chosen = as_table(key)
        st.caption(note)
        if chosen:
            show_table(table, on_row=leads.row if leads else None)
        else:
            chart(drawing, leads.point if leads else None)
            explained(drawing)
    if not chosen:
        paper_table(table)
