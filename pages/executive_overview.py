"""Two minutes for the executive: level, movement, weak points, late work, decisions."""

import streamlit as st

from data.words import navigation as words
from data.words.scores import trends as trend_words
from pages.sections.overview import cards
from pages.sections.scores import figures, profile, scores
from pages.shared import drawing
from pages.shared.downloads import offer, show_table
from pages.shared.filters import choose

filters = choose(as_of=True)
book = scores.chosen_scores(filters.years)
drawing.scope(filters)
cards.show(filters)
st.caption(trend_words.CLICK)
drawing.draw(figures.indicator_heatmap(filters.years), profile.open_profile)
table = scores.indicator_table(filters.years)
with st.expander(words.TABLE_TWIN):
    profile.list_of_profiles()
    show_table(table)
offer(scores.score_handout(book, table, filters, words.OVERVIEW), "overview")
drawing.score_source()
