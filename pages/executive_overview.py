"""Two minutes for the executive: level, movement, weak points, late work, decisions."""

import streamlit as st

from data.analysis.indicators import STEADY_BAND
from pages.shared import answers, drawing, figures, scores
from pages.shared.downloads import offer, show_table
from pages.shared.filters import choose
from pages.shared.measures import chosen_measures
from pages.shared.text import navigation as words
from pages.shared.text import overview

filters = choose(as_of=True)
book = scores.chosen_scores(filters)
drawing.scope(filters, sample=book.sample)
work = overview.work_of(chosen_measures(filters))
weak = book.weakest(book.newest.year)

answers.show(
    overview.level_answer(book.newest),
    overview.movement_answer(
        book.standings, book.changes, band=STEADY_BAND, broken=book.total_broken
    ),
    overview.weakest_answer(weak),
    overview.late_answer(work),
    overview.decide_answer(book.newest, weak, work),
)

drawing.draw(figures.indicator_heatmap(filters))
table = scores.indicator_table(filters)
with st.expander(words.TABLE_TWIN):
    show_table(table)
offer(scores.score_handout(book, table, filters, words.OVERVIEW), "overview")
drawing.source()
