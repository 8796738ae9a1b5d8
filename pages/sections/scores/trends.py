"""The trends page: the total and the instruments first, then a card for each indicator."""

import streamlit as st

from data.analysis.overview import totals_of
from data.analysis.scorebook import Scorebook
from data.framework import framework
from data.model.columns import Table
from data.words.scores import profile as profile_words
from data.words.scores import trends as words
from pages.sections.scores import figures, indicator_line, instruments, profile, total_line
from pages.sections.scores.scores import chosen_scores, knows_indicators
from pages.shared import drawing
from pages.shared.downloads import show_table
from pages.shared.elements import markup
from pages.shared.twins import as_table


def totals(years: tuple[int, ...] | None) -> None:
    """Draw the total over the years, and each instrument with its own small line."""
    book = chosen_scores(years)
    halves = st.grid(2, min_column_width=320, gap="small")
    with halves, st.container(border=True, height="stretch", key="card_total"):
        st.header(words.TOTAL, anchor=False)
        total_line.draw(totals_of(book), framework(book.newest.year).level_rules)
    with halves, st.container(height="stretch"):
        instruments.cards(years, lead=False)


def indicators(book: Scorebook, years: tuple[int, ...] | None, table: Table) -> None:
    """Draw the ten indicators as cards or as the table of the same numbers, once one is known."""
    if not knows_indicators(book):
        return
    with st.container(horizontal=True, vertical_alignment="center"):
        st.header(words.PANELS, anchor=False, width="content")
        chosen = as_table("view")
        if not chosen:
            drawing.offer_pictures(
                words.MULTIPLES, lambda: figures.indicator_small_multiples(years).figure
            )
    if chosen:
        show_table(table, on_row=profile.open_row)
    else:
        _panels(book, years)


def _panels(book: Scorebook, years: tuple[int, ...] | None) -> None:
    """Draw a card for each indicator, five in a row where there is room; each leads to its page."""
    with st.grid(5, min_column_width=170, gap="xsmall", key="card_panels"):
        for number in sorted({int(number) for number in book.indicators["indicator"]}):
            with st.container(border=True, height="stretch", gap="xxsmall"):
                profile.profile_link(number)
                markup.draw(indicator_line.line(years, number, indicator_line.IN_A_ROW))
    st.caption(profile_words.legend(nation=not book.national.empty))
