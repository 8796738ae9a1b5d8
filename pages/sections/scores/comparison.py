"""One's own place among other agencies, for page and file."""

import pandas as pd
import streamlit as st

from data.analysis.comparison import Group, Neighbours, neighbours
from data.framework import framework, years
from data.model.columns import Table
from data.model.records import ScoreLevel
from data.tables import comparison as tables
from data.tables import handouts
from data.tables.filters import Filters
from data.words import filters as filter_words
from data.words.scores import comparison as words
from pages.charts.strip import agency_strip, agency_strip_alt
from pages.shared.drawing import Drawing, batches_in_use, nothing_yet
from pages.shared.filters import indicator_names, one_year
from pages.shared.safe import plain
from pages.shared.session import database, kept
from queries import scores as score_queries
from queries.frames import records_of

Subject = tuple[str, str]
"""Level and code of what is compared."""


def chosen_year(filters: Filters) -> int:
    """Let a person choose a year with other agencies' scores; without any, end the page."""
    known = [year for year in _agency_years() if year in years()]
    shown = [year for year in known if filters.years is None or year in filters.years]
    if not shown:
        nothing_yet(words.NONE_TITLE, words.NONE)
    return one_year(words.YEAR, shown, "compared_year")


def chosen_subject(year: int) -> Subject:
    """Let a person choose the total, an instrument or an indicator."""
    names = _subjects(year)
    chosen = st.selectbox(
        words.WHAT,
        list(names),
        format_func=names.__getitem__,
        key="compared",
        bind="query-params",
    )
    level, _, code = str(chosen).partition(":")
    return level, code


def shown_neighbours(year: int, subject: Subject) -> Neighbours:
    """Give the neighbours for a subject of a year; without any score, say so and end the page."""
    around = _neighbours(year, *subject)
    if around.places.empty:
        name = _subjects(year)[":".join(subject)]
        st.info(words.NO_SCORE.format(what=plain(name), year=year))
        st.stop()
    return around


def national(around: Neighbours) -> None:
    """Write what is known of the whole country, the own score beside its average."""
    participation = framework(around.year).participation
    if participation is not None:
        st.caption(plain(words.participation(around.year, participation)))
    if around.published is None or around.own is None:
        st.caption(words.NATIONAL_UNKNOWN.format(year=around.year))
        return
    difference = round(around.own - around.published, 2)
    st.markdown(
        plain(
            words.NATIONAL.format(
                year=around.year,
                value=around.published,
                own=around.own,
                reading=words.reading(difference),
                difference=difference,
            )
        )
    )
    note = around.published_note or words.NATIONAL_NO_NOTE
    st.caption(plain(words.NATIONAL_SOURCE.format(year=around.year, note=note)))


@kept
def district_means(years: tuple[int, ...], number: int) -> tuple[tuple[int, float], ...]:
    """Give the average of an indicator in the own district by year, where others have scores."""
    found = []
    for year in years:
        groups = _neighbours(year, ScoreLevel.INDICATOR, str(number)).groups
        own = groups[(groups["group"] == Group.DISTRICT) & (groups["n"] > 1)]
        found += [(year, float(mean)) for mean in own["mean"]]
    return tuple(found)


@kept
def strip(year: int, subject: Subject) -> Drawing:
    """Give the strip plot of the groups with one's own dot."""
    around = _neighbours(year, *subject)
    frames = [
        around.members(row["group"]).assign(group=tables.group_name(row["group"], row["name"]))
        for row in records_of(around.groups)
    ]
    values = pd.concat(frames)[["agency", "score", "is_home", "group", "rank", "median"]]
    return Drawing(
        agency_strip(values, year=year),
        agency_strip_alt(values, year=year),
        words.NAME,
    )


def chosen_group(around: Neighbours) -> Group:
    """Let a person choose the group whose agencies are listed."""
    options = {
        group: tables.group_name(group, name)
        for group, name in zip(around.groups["group"], around.groups["name"], strict=True)
    }
    chosen = st.selectbox(
        words.LIST_GROUP, list(options), format_func=options.__getitem__, key="listed_group"
    )
    return Group(str(chosen))


@kept
def group_table(year: int, subject: Subject) -> Table:
    """Give one row a group: place, averages, changes."""
    return tables.group_table(_neighbours(year, *subject))


@kept
def agency_table(year: int, subject: Subject, group: Group) -> Table:
    """Give the agencies of a group, best first, each score with its mark."""
    return tables.agency_table(_neighbours(year, *subject), group)


def comparison_handout(
    table: Table, groups: Table, filters: Filters, around: Neighbours
) -> handouts.Handout:
    """Give the file of the listed agencies with the groups as its summary."""
    return handouts.Handout(
        lambda: (table, groups),
        filters.scope(),
        around.counted(Group.ALL),
        batches_in_use(),
        year=around.year,
        name_parts=(words.NAME,),
    )


def _subjects(year: int) -> dict[str, str]:
    names = indicator_names()
    described = framework(year)
    subjects = {f"{ScoreLevel.TOTAL}:total": words.TOTAL}
    subjects |= {f"{ScoreLevel.INSTRUMENT}:{one.code}": one.code for one in described.instruments}
    return subjects | {
        f"{ScoreLevel.INDICATOR}:{one.number}": filter_words.indicator(
            one.number, one.name or names.get(one.number, "")
        )
        for one in described.indicators
    }


@kept
def _neighbours(year: int, level: str, code: str) -> Neighbours:
    return neighbours(database(), year, level, code)


@kept
def _agency_years() -> list[int]:
    return [int(year) for year in score_queries.agency_years(database())["year"]]
