"""Measures tied to indicators, items and divisions, and whether they answer the result."""

import streamlit as st

from data.words.work import measures as words
from pages.sections.budgets import budget
from pages.sections.measures import details, evidence, links
from pages.sections.measures.measures import (
    all_measures,
    chosen_measures,
    measure_handout,
    only_withdrawn,
    plan_table,
    withdrawn_note,
)
from pages.shared import drawing
from pages.shared.downloads import offer, show_table
from pages.shared.filters import chosen

filters = chosen()
measures = chosen_measures(filters)
every = all_measures(filters)
drawing.scope(filters)
if not every:
    drawing.nothing_yet(words.NO_MEASURES_TITLE, words.NO_MEASURES, "measures")
table = plan_table(filters)
if measures.empty:
    only_withdrawn(table, filters, words.NAME)
st.caption(words.COUNT.format(shown=len(measures), all=every))
show_table(table, on_row=details.open_row)
if note := withdrawn_note(filters):
    st.caption(note)
if links.are_scored(filters):
    links.remarks(filters)
else:
    st.info(words.NO_SCORES)
offer(measure_handout(table, filters, words.NAME, links.tables_of), "measures")
links.beside(filters)
budget.of_plan(filters)
evidence.by_item(filters)
drawing.source()
