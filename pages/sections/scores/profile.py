"""One indicator: what it is, its scores, its items, its measures."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pandas as pd
import streamlit as st

from data.analysis.scorebook import Scorebook
from data.framework import framework
from data.model.access import Action
from data.tables.filters import Filters
from data.words import filters as filter_words
from data.words import navigation, palette
from data.words import setting_up as setting_words
from data.words.scores import profile as words
from data.words.work import statuses
from pages.charts.canvas import Chart
from pages.charts.trends import indicator_small_multiples
from pages.sections.measures.details import profile_link as measure_link
from pages.sections.measures.measures import chosen_measures
from pages.sections.scores import indicator_line
from pages.sections.scores.comparison import district_means
from pages.sections.scores.scores import item_table
from pages.sections.settings.settings import PART
from pages.shared import drawing
from pages.shared.downloads import show_table
from pages.shared.elements import markup
from pages.shared.elements.links import go, link
from pages.shared.filters import indicator_names, linked
from pages.shared.safe import plain
from pages.shared.session import can
from queries.frames import records_of


def chosen() -> int:
    """Let a person choose the indicator; a link names it."""
    names = indicator_names()
    labels = {str(number): filter_words.indicator(number, name) for number, name in names.items()}
    linked("indicator", labels)
    return int(
        st.selectbox(
            words.CHOOSE,
            list(labels),
            format_func=labels.__getitem__,
            key="indicator",
            bind="query-params",
            label_visibility="collapsed",
        )
    )


def meaning(number: int, year: int) -> None:
    """Say what the indicator is and what nobody knows of it."""
    st.header(words.MEANING, anchor=False)
    described = framework(year)
    one = described.indicator(number)
    drawing.lines(tuple(words.meaning(one, described)) if one else (words.NO_SCORE,))


def scores(filters: Filters, book: Scorebook, number: int) -> None:
    """Write the newest score large with what it lacks to the target, over the line of all years."""
    st.header(words.SCORES, anchor=False)
    own = book.indicators[book.indicators["indicator"] == number]
    if own["score"].isna().all():
        st.markdown(words.NO_SCORE)
        if can(Action.IMPORT):
            link("import_files", navigation.IMPORT, icon="arrow_forward")
        return
    row = own[own["score"].notna()].sort_values("year").iloc[-1]
    short = row["gap"] > 0
    gap = words.GAP_TO_TARGET if short else words.AT_TARGET
    gap = gap.format(gap=row["gap"], target=row["target"])
    badge = markup.badge(gap, "▼" if short else "●", palette.STEP_FILLS[0 if short else 3])
    year = filter_words.years([int(row["year"])])
    markup.draw(markup.hero(f"{row['score']:.2f}", badge, markup.text(year), ""))
    district = district_means(book.years, number)
    drawing.offer_pictures(f"{navigation.INDICATOR} {number}", lambda: _panel(book, own))
    markup.draw(indicator_line.line(filters.years, number, indicator_line.ALONE, district))
    st.caption(words.legend(nation=_is_national(book, number), district=district))


def _panel(book: Scorebook, own: pd.DataFrame) -> Chart:
    """Give the line of one indicator with all that a picture must say by itself."""
    described = framework(book.newest.year)
    return indicator_small_multiples(own, book.national, described, breaks=book.broken_pairs)


def items(filters: Filters, book: Scorebook, number: int) -> None:
    """List the items of the newest year, weakest first; unknown ones are told as such."""
    year = book.newest.year
    st.header(words.ITEMS.format(year=year), anchor=False)
    table = item_table(filters.years, year)
    own = table.frame[table.frame["indicator"].fillna(0) == number]
    if own.empty:
        one = framework(year).indicator(number)
        code = one.instrument if one else ""
        st.info(words.UNKNOWN_ITEMS.format(instrument=code, year=year))
        _way_to_items(year)
        return
    show_table(replace(table, frame=own.sort_values(["score", "code"], kind="stable")))
    unnamed = sum(not one.name for one in framework(year).items_of(number))
    if unnamed:
        st.caption(words.UNNAMED_ITEMS.format(count=unnamed, all=len(own)))
        _way_to_items(year)


def _way_to_items(year: int) -> None:
    """Lead who may change them to the items of a year."""
    if can(Action.SETTINGS):
        told = {PART: setting_words.ITEMS, "item_year": str(year)}
        link("agency_settings", words.NAME_ITEMS.format(year=year), icon="edit", **told)


def measures(filters: Filters, number: int) -> None:
    """List the measures for the indicator with their state, each a link to its own page."""
    st.header(words.MEASURES, anchor=False)
    found = chosen_measures(filters)
    own = records_of(found[found["indicator"] == number])
    if not own:
        st.markdown(words.NO_MEASURES)
    for row in own:
        label = words.MEASURE.format(
            measure_id=row["measure_id"],
            status=statuses.status(row["status"]),
            lead=", ".join(row["lead"]),
        )
        measure_link(row, label)
        st.caption(plain(str(row["action"])))


def profile_link(number: int, label: str = "") -> None:
    """Draw the link to the page of an indicator; its name is the label unless told otherwise."""
    link("profiles/indicator", label or _name(number), indicator=_name(number))


def open_profile(number: int) -> None:
    """Lead to the page of an indicator that was clicked in a chart."""
    go("profiles/indicator", indicator=_name(int(number)))


def open_row(row: Mapping[str, Any]) -> None:
    """Lead to the page of the indicator of a row."""
    open_profile(int(row["indicator"]))


def list_of_profiles() -> None:
    """Draw the links to all indicators, for who works without a mouse."""
    with st.grid(2, min_column_width=280, gap="xxsmall", key="card_profiles"):
        for number in indicator_names():
            profile_link(number)


def _name(number: int) -> str:
    return filter_words.indicator(number, indicator_names().get(number, ""))


def _is_national(book: Scorebook, number: int) -> bool:
    return bool((book.national["code"] == str(number)).any())
