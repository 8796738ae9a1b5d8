"""What blocks the next level, the smallest change that reaches it, and a what-if."""

import streamlit as st

from data.words.scores import next_level as words
from pages.sections.scores import next_level, scores, whatif
from pages.shared import drawing
from pages.shared.downloads import offer, paper_table
from pages.shared.filters import chosen
from pages.shared.safe import plain

filters = chosen()
book = scores.chosen_scores(filters.years)
drawing.scope(filters)
standing = next_level.chosen_year(book)
st.markdown(f"**{plain(words.binding(standing))}**")

st.header(words.WAY, anchor=False)
only = next_level.changeable(standing.year)
found = next_level.ways(filters.years, standing.year, only)
next_level.show(found, standing.year)
table = next_level.table(filters.years, standing.year, only)
if not table.frame.empty:
    paper_table(table)
    offer(scores.score_handout(book, table, filters, words.WAYS_NAME), "ways")

st.header(words.SIMULATE, anchor=False)
whatif.show(book, standing)
drawing.score_source()
