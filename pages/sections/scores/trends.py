"""The trends page: the total and the instruments first, then a card for each indicator."""

from typing import Final

import streamlit as st

from data.analysis.indicators import Reading, reading_of
from data.analysis.levels import exact
from data.analysis.overview import totals_of
from data.analysis.scorebook import Scorebook
from data.documents.report_rows import score_text
from data.framework import framework
from data.model.columns import Table
from data.words import palette
from data.words.scores import profile as profile_words
from data.words.scores import trends as words
from pages.charts import total_line
from pages.sections.scores import figures, profile
from pages.sections.scores.scores import chosen_scores, knows_indicators
from pages.shared import drawing
from pages.shared.downloads import show_table
from pages.shared.session import kept
from pages.shared.twins import as_table

_TALL: Final = 204
"""Pixels of the card of the total, which those of the instruments beside it are as tall as."""


def totals(book: Scorebook) -> None:
    """Draw the total over the years, and each instrument with its own small line."""
    halves = st.grid(2, min_column_width=320, gap="small")
    with halves, st.container(border=True, height="stretch", key="card_total"):
        st.header(words.TOTAL, anchor=False)
        drawing.chart(_total(book.years))
    with halves:
        grid = st.grid(3, min_column_width=96, gap="small", row_height=_TALL)
    band = framework(book.newest.year).steady_band
    for part in book.newest.parts:
        scored = [one.instruments.get(part.code) for one in book.standings]
        known = [value for value in scored if value is not None]
        change, steady = None, False
        if not book.total_broken and None not in scored[-2:] and len(scored) > 1:
            before, now = map(exact, known[-2:])
            change = f"{now - before:.2f}"
            steady = reading_of(now - before, band) is Reading.STEADY
        with grid:
            st.metric(
                f"{palette.instrument_mark(part.code).shape} {part.code}",
                score_text(part.value, part.mark),
                change,
                "off" if steady else "normal",
                delta_arrow="off" if steady else "auto",
                chart_data=known if 1 < len(known) == len(scored) else None,
                border=True,
                height="stretch",
            )


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
                drawing.chart(profile.line(years, number, profile.IN_A_ROW))
    st.caption(profile_words.legend(nation=not book.national.empty))


@kept
def _total(years: tuple[int, ...]) -> drawing.Drawing:
    book = chosen_scores(years)
    totals = totals_of(book)
    rules = framework(book.newest.year).level_rules
    figure = total_line.total_line(totals, rules)
    return drawing.Drawing(figure, total_line.total_line_alt(totals), words.TOTAL)
