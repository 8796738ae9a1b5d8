"""One indicator: what it measures, its line, items and measures, and where scores come from."""

import streamlit as st

from pages.sections.history import provenance
from pages.sections.scores import profile, scores
from pages.sections.scores.notes import breaks_between
from pages.shared import drawing
from pages.shared.elements.links import back
from pages.shared.filters import chosen

filters = chosen()
book = scores.chosen_scores(filters.years)
back()
number = profile.chosen()
drawing.scope(filters)

grid = st.grid(2, min_column_width=320)
with grid, st.container(border=True, height="stretch", key="card_scores"):
    profile.scores(filters, book, number)
with grid, st.container(border=True, height="stretch", key="card_meaning"):
    profile.meaning(number, book.newest.year)
    profile.measures(filters, number)
profile.items(filters, book, number)
breaks_between(book.years)
provenance.of_indicator(number, book.years)
drawing.source()
