"""How far each division is, which measures are late or silent, and the entry of a report."""

import streamlit as st

from data.words import navigation
from data.words.work import measures as measure_words
from data.words.work import progress as words
from data.words.work import reporting
from pages.sections.divisions import division, entry, progress, reminders, roundtrip, steps
from pages.sections.measures.measures import (
    all_measures,
    chosen_measures,
    follow_up_table,
    measure_handout,
    only_withdrawn,
    withdrawn_note,
)
from pages.sections.scores import figures
from pages.shared import drawing, printing
from pages.shared.downloads import offer, show_table
from pages.shared.filters import choose

filters = choose(divisions=True, states=True, indicators=True, as_of=True)
measures = chosen_measures(filters)
every = all_measures(filters)
drawing.scope(filters)
if not every:
    drawing.nothing_yet(measure_words.NO_MEASURES_TITLE, measure_words.NO_MEASURES)
listed = follow_up_table(filters)
if measures.empty:
    only_withdrawn(listed, filters, words.NAME)

table = progress.progress_table(filters)
drawing.draw(figures.division_progress(filters), division.open_profile)
st.caption(words.SHARED_NOTE)
with st.expander(navigation.TABLE_TWIN):
    show_table(table)

drawing.draw(figures.measure_timeline(filters))

st.header(words.MEASURES, anchor=False)
st.caption(measure_words.COUNT.format(shown=len(measures), all=every))
show_table(listed)
if note := withdrawn_note(filters):
    st.caption(note)
steps.show(filters)
more = (table, steps.step_table(filters))
offer(measure_handout(listed, filters, words.NAME, *more), "progress")

with printing.screen_only("reporting"):
    st.header(reporting.HANDING_OUT, anchor=False)
    roundtrip.offer_workbooks(measures, filters)
    roundtrip.take_back()

    reminders.offer(filters)

    st.header(words.REPORT, anchor=False)
    entry.way_to_the_form(filters)
    entry.tables(filters)
drawing.source()
