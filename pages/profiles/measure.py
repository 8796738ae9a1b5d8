"""One measure: its text, state and reports, the scores before and after, where it comes from."""

import streamlit as st

from data.words import navigation
from data.words.work import measures as words
from pages.sections.history import provenance
from pages.sections.measures import details, links
from pages.sections.measures.measures import measures_to_show, plan_table
from pages.sections.reporting import own_measures
from pages.sections.reporting.history import history
from pages.shared import drawing
from pages.shared.elements.links import back, link
from pages.shared.filters import chosen

filters = chosen()
measures = measures_to_show(filters, plan_table, words.NAME)
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
