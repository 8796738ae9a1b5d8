"""What blocks the next level and what would reach it, for page and file."""

import streamlit as st

from data.analysis.next_level import Detail, Outlook, Target, outlook
from data.analysis.scorebook import Scorebook
from data.analysis.standing import Standing
from data.model.columns import Table
from data.tables.next_level import way_table
from data.words import filters as filter_words
from data.words.scores import next_level as words
from pages.sections.scores.movement import names
from pages.sections.scores.scores import chosen_scores
from pages.shared.filters import one_year
from pages.shared.safe import plain
from pages.shared.session import kept


def chosen_year(book: Scorebook) -> Standing:
    """Let a person choose a year and give its standing."""
    year = one_year(words.YEAR, book.years, "level_year")
    return next(one for one in book.standings if one.year == year)


def changeable(year: int) -> tuple[int, ...] | None:
    """Let a person tick the indicators that can be changed; none ticked is all of them."""
    known = names(year)
    options = {number: filter_words.indicator(number, name) for number, name in known.items()}
    chosen = st.multiselect(
        words.ONLY,
        list(options),
        format_func=options.__getitem__,
        key="only",
        bind="query-params",
        help=words.ONLY_HELP,
        placeholder=filter_words.ANY,
    )
    return tuple(chosen) or None


@kept
def ways(years: tuple[int, ...] | None, year: int, only: tuple[int, ...] | None) -> Outlook:
    """Give the smallest changes that reach each better level."""
    return outlook(chosen_scores(years).standing(year), only=only)


@kept
def table(years: tuple[int, ...] | None, year: int, only: tuple[int, ...] | None) -> Table:
    """Give the table of the same."""
    return way_table(ways(years, year, only), names(year))


def show(found: Outlook, year: int) -> None:
    """Say for each better level what it costs, its changes, and what reaches it alone."""
    if found.basis is Detail.NOTHING:
        st.info(words.NOTHING)
        return
    if found.basis is Detail.INSTRUMENTS:
        st.info(words.BY_INSTRUMENTS)
    if found.differences:
        st.caption(plain(words.rounded(tuple(one.code for one in found.differences))))
    grid = st.grid(2, min_column_width=320, gap="small")
    for target in found.targets:
        with grid, st.container(border=True, height="stretch", gap="xsmall"):
            _show_target(target, year, by_indicator=found.basis is Detail.INDICATORS)


def _show_target(target: Target, year: int, *, by_indicator: bool) -> None:
    st.markdown(f"**{plain(words.target(target, by_indicator=by_indicator))}**")
    if not target.reachable:
        return
    for change in target.changes:
        line = words.SINGLE_WAY.format(
            name=words.change_name(change, names(year)),
            score=change.to_score,
            points=change.points,
        )
        st.markdown(f"- {plain(line)}")
    st.caption(plain(words.RESULT.format(total=words.two_decimals(target.total))))
    st.caption(plain(words.single(target, names(year))))
