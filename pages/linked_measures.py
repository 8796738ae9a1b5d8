"""Measures tied to indicators, items and divisions, beside the scores before and after."""

import streamlit as st

from pages.shared import drawing, links
from pages.shared.downloads import offer, show_table
from pages.shared.filters import choose
from pages.shared.measures import all_measures, chosen_measures, measure_handout, plan_table
from pages.shared.text import measures as words

filters = choose(divisions=True, states=True, indicators=True, as_of=True)
measures = chosen_measures(filters)
every = all_measures(filters)
sample = links.shows_samples()
drawing.scope(filters, sample=sample)
if not every:
    drawing.nothing_yet(words.NO_MEASURES_TITLE, words.NO_MEASURES)
if measures.empty:
    st.info(words.NONE_MATCH.format(all=every))
    st.stop()

st.caption(words.COUNT.format(shown=len(measures), all=every))
table = plan_table(filters)
show_table(table)
link_table = links.link_table(filters)
offer(measure_handout(table, filters, words.NAME, link_table, sample=sample), "measures")

st.subheader(words.LINKS, anchor=False)
links.unanswered(measures)
show_table(link_table)
st.caption(words.NO_CAUSE)

st.subheader(words.DETAIL, anchor=False)
links.detail(measures)
drawing.source()
