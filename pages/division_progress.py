"""How far each division is, which measures are late or silent, and what divisions are given."""

import streamlit as st

from data.words.work import measures as measure_words
from data.words.work import progress as words
from pages.sections.divisions import division, entry, progress, roundtrip, steps
from pages.sections.measures import details
from pages.sections.measures.measures import (
    all_measures,
    follow_up_table,
    measure_handout,
    measures_to_show,
    withdrawn_note,
)
from pages.sections.scores import figures
from pages.shared import drawing, printing
from pages.shared.downloads import offer
from pages.shared.filters import chosen
from pages.shared.twins import Leads, chart_or_table

filters = chosen()
drawing.scope(filters)
measures = measures_to_show(filters, follow_up_table, words.NAME)
listed = follow_up_table(filters)

table = progress.progress_table(filters)
drawn = figures.division_progress(filters)
leads = Leads(division.open_profile, division.open_row)
chart_or_table(drawn, table, leads, "view", words.SHARED_NOTE)

st.header(words.MEASURES, anchor=False)
counted = measure_words.COUNT.format(shown=len(measures), all=all_measures(filters))
drawn = figures.measure_timeline(filters)
leads = Leads(division.open_measure, details.open_row)
chart_or_table(drawn, listed, leads, "measures_view", counted)
if note := withdrawn_note(filters):
    st.caption(note)
steps.show(filters)
offer(measure_handout(listed, filters, words.NAME, progress.tables_of), "progress")

with printing.screen_only("handing_out"):
    with st.container(horizontal=True, vertical_alignment="center"):
        st.header(words.HAND_OUT_AND_REPORT, anchor=False, width="content")
        entry.way_to_the_form(filters)
    roundtrip.take_back()
    entry.handed_out(filters)
drawing.source()
