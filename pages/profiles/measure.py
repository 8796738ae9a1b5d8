"""One measure: its text, state and reports, the scores before and after, where it comes from."""

import streamlit as st

from data.words import navigation
from data.words.work import measures as words
from pages.sections.history import provenance
from pages.sections.measures import details, links
from pages.sections.measures.measures import (
    all_measures,
    chosen_measures,
    only_withdrawn,
    plan_table,
)
from pages.sections.reporting import own_measures
from pages.sections.reporting.history import history
from pages.shared import drawing
from pages.shared.elements.links import back, link
from pages.shared.filters import chosen

filters = chosen()
measures = chosen_measures(filters)
if not all_measures(filters):
    drawing.nothing_yet(words.NO_MEASURES_TITLE, words.NO_MEASURES, "measures")
if measures.empty:
    only_withdrawn(plan_table(filters), filters, words.NAME)
back()
measure_id = details.chosen(measures)
drawing.scope(filters)
with st.container(horizontal=True, vertical_alignment="center"):
    details.state(measures, measure_id)
    link(own_measures.PAGE, navigation.REPORT_STATUS, icon="edit_note", measure=measure_id)
grid = st.grid(2, min_column_width=320, gap="small")
with grid, st.container(border=True, height="stretch", key="card_details"):
    st.header(words.DETAIL, anchor=False)
    details.show(measures, measure_id)
with grid, st.container():
    history(measure_id)
    details.talk(measures, measure_id)
links.outcome_of(filters, measure_id)
provenance.measure_section(measures)
drawing.source()
