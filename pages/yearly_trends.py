"""Ten indicators over the years: heatmap, small multiples, distance to the target, items."""

import streamlit as st

from data.words import navigation
from data.words.scores import trends as words
from pages.sections.history import provenance
from pages.sections.scores import figures, scores
from pages.sections.scores.notes import breaks_between, missing_indicators
from pages.shared import drawing
from pages.shared.downloads import offer, show_table
from pages.shared.filters import choose, one_year

filters = choose()
book = scores.chosen_scores(filters.years)
drawing.scope(filters)
missing_indicators(book)

drawing.draw(figures.indicator_small_multiples(filters.years))
left, right = st.columns(2)
with left:
    drawing.draw(figures.indicator_heatmap(filters.years))
with right:
    year = st.segmented_control(
        words.DOTS_YEAR, book.years, default=book.years[-1], required=True, key="dots_year"
    )
    if book.coverage(year).known:
        drawing.draw(figures.weakest_dots(filters.years, year))

table = scores.indicator_table(filters.years)
with st.expander(navigation.TABLE_TWIN, expanded=True):
    show_table(table)
offer(scores.score_handout(book, table, filters, words.NAME), "trends")
breaks_between(book.years)

st.header(words.ITEMS, anchor=False)
st.caption(words.ITEMS_NOTE)
item_year = one_year(words.ITEM_YEAR, book.years, "item_year")
items = scores.item_table(filters.years, item_year)
if items.frame.empty:
    st.info(words.NO_ITEMS)
else:
    show_table(items)
    codes = [str(code) for code in items.frame["code"]]
    item = st.selectbox(words.ITEM_TREND, codes, key="item", bind="query-params")
    drawing.draw(figures.item_trend(filters.years, item_year, item))
    offer(scores.score_handout(book, items, filters, words.ITEM_NAME), "items")
provenance.home_section()
drawing.source()
