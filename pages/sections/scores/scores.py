"""The scores a page shows, and the file that holds the same."""

from functools import partial

import streamlit as st

from data.analysis.scorebook import Scorebook, item_scores, scorebook
from data.model.columns import Table
from data.tables import handouts
from data.tables import scores as tables
from data.tables.filters import Filters
from data.words import filters as filter_words
from data.words.files import tables as table_words
from data.words.marks import sign
from data.words.scores import overview as words
from data.words.scores import trends as trend_words
from pages.shared.drawing import batches_in_use, nothing_yet
from pages.shared.filters import indicator_names, offer_to_clear
from pages.shared.session import database, kept


def chosen_scores(years: tuple[int, ...] | None) -> Scorebook:
    """Give the scores of the chosen years; without any, say what to do and end the page."""
    book = _scorebook(years)
    if book is None:
        if years:
            st.info(words.NO_SCORES_CHOSEN, title=words.NO_SCORES_TITLE)
            offer_to_clear("clear_filters")
            st.stop()
        nothing_yet(words.NO_SCORES_TITLE, words.NO_SCORES)
        raise AssertionError  # the page has ended
    return book


def knows_indicators(book: Scorebook) -> bool:
    """Tell whether any indicator has a score: an office may have only totals yet."""
    return bool(book.indicators["score"].notna().any())


@kept
def indicator_table(years: tuple[int, ...] | None) -> Table:
    """Give the table of indicators by years."""
    book = chosen_scores(years)
    return tables.indicator_table(book.indicators, book.changes, book.national, words.SCORE_TABLE)


@kept
def item_table(years: tuple[int, ...] | None, year: int) -> Table:
    """Give the table of the items of one year."""
    items = item_scores(chosen_scores(years))
    of_year = items[items["year"] == year].copy()
    names = indicator_names()
    of_year["indicator_name"] = [
        filter_words.indicator(int(number), names.get(int(number), "")) if number else ""
        for number in of_year["indicator"].fillna(0)
    ]
    of_year["name"] = of_year["name"].replace("", trend_words.UNKNOWN_NAME)
    of_year["mark"] = of_year["mark"].map(sign)
    return tables.item_table(of_year, trend_words.ITEMS)


def score_handout(book: Scorebook, table: Table, filters: Filters, name: str) -> handouts.Handout:
    """Give the file of a score table, with totals by year and their native Excel chart."""
    return handouts.Handout(
        lambda: (table, tables.totals_table(book.standings, trend_words.TOTALS)),
        filters.scope(),
        len(table.frame),
        batches_in_use(),
        book.newest.year,
        (name,),
        trend=partial(tables.totals_trend, title=table_words.TREND_TITLE),
    )


@kept
def _scorebook(years: tuple[int, ...] | None) -> Scorebook | None:
    return scorebook(database(), years)
