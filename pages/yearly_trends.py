"""The total, the instruments and the ten indicators over the years, then items and sources."""

import streamlit as st

from data.words.scores import overview as overview_words
from data.words.scores import trends as words
from pages.sections.history import provenance
from pages.sections.scores import figures, profile, scores, trends
from pages.sections.scores.notes import breaks_between, missing_indicators
from pages.shared import drawing
from pages.shared.downloads import offer, show_table
from pages.shared.filters import chosen, one_year

filters = chosen()
book = scores.chosen_scores(filters.years)
drawing.scope(filters)
missing_indicators(filters.years)

trends.totals(filters.years)
table = scores.indicator_table(filters.years)
trends.indicators(book, filters.years, table)
offer(scores.score_handout(book, table, filters, words.NAME), "trends")
breaks_between(book.years)

year = one_year(words.ITEM_YEAR, book.years, "item_year")
gaps, of_items = st.tabs((words.DOTS, words.ITEMS))
with gaps:
    if book.coverage(year).known:
        drawing.draw(figures.weakest_dots(filters.years, year), profile.open_profile)
    else:
        st.info(overview_words.NO_INDICATORS)
with of_items:
    items = scores.item_table(filters.years, year)
    if items.frame.empty:
        st.info(words.NO_ITEMS)
    else:
        show_table(items, on_row=profile.open_row)
        codes = [str(code) for code in items.frame["code"]]
        item = st.selectbox(words.ITEM_TREND, codes, key="item", bind="query-params")
        drawing.draw(figures.item_trend(filters.years, year, item))
        offer(scores.score_handout(book, items, filters, words.ITEM_NAME), "items")
    st.caption(words.ITEMS_NOTE)
provenance.home_section()
drawing.source()
