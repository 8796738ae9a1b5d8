"""Why the total moved between two years: exact parts that add up."""

import streamlit as st

from data.words import navigation
from data.words.scores import movement as words
from pages.sections.scores import movement, scores
from pages.sections.scores.notes import breaks_between
from pages.shared import drawing
from pages.shared.downloads import offer, show_table
from pages.shared.filters import chosen
from pages.shared.safe import plain
from pages.shared.twins import chart_or_table

filters = chosen()
book = scores.chosen_scores(filters.years)
drawing.scope(filters)
years = movement.chosen_years(book)
if years is None:
    st.stop()

moved = movement.moved(filters.years, *years)
if not moved.apart.complete:
    st.warning(words.INCOMPLETE)
table, leads = movement.movement_table(filters.years, *years), movement.leads(moved)
if moved.apart.change is None:
    st.markdown(f"**{plain(words.sentence(moved))}**")
    show_table(table, on_row=leads.row)
else:
    drawn = movement.drawing(filters.years, *years)
    chart_or_table(drawn, table, leads, "view", navigation.LEADS_ON)
st.caption(words.EXPLAINED)
offer(scores.score_handout(book, table, filters, words.NAME), "movement")
breaks_between(tuple(sorted(years)))
drawing.score_source()
