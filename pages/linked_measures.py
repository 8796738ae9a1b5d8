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
book = links.scores_beside()
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
matrix = links.matrix_table(filters)
if book is None or links.analysed_year(filters) not in book.years:
    st.info(words.NO_SCORES)
    beside = {words.MATRIX: matrix}
else:
    links.remarks(filters)
    beside = {
        words.WEAK: links.weak_table(filters),
        words.OUTCOMES: links.outcome_table(filters),
        words.ITEMS: links.item_outcome_table(filters),
        words.MATRIX: matrix,
        words.SUMMARY: links.summary_table(filters),
    }
more = (*beside.values(), *budget.tables_of(filters))
offer(measure_handout(table, filters, words.NAME, *more), "measures")

for tab, shown in zip(st.tabs(list(beside)), beside.values(), strict=True):
    with tab:
        show_table(shown)
if len(beside) > 1:
    st.caption(words.NO_CAUSE)
budget.of_plan(filters)
evidence.by_item(filters)
drawing.source()
