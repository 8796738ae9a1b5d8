"""Measures tied to indicators, items and divisions, and whether they answer the result."""

import streamlit as st

from data.words.work import measures as words
from pages.sections.budgets import budget
from pages.sections.measures import details, evidence, links
from pages.sections.measures.measures import (
    all_measures,
    measure_handout,
    measures_to_show,
    plan_table,
    withdrawn_note,
)
from pages.shared import drawing
from pages.shared.downloads import offer, show_table
from pages.shared.filters import chosen

filters = chosen()
drawing.scope(filters)
measures = measures_to_show(filters, plan_table, words.NAME)
table = plan_table(filters)
st.caption(words.COUNT.format(shown=len(measures), all=all_measures(filters)))
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
