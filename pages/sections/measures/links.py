"""Does the plan answer the result: weak points, scores before and after, who answers for what."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

import pandas as pd
import streamlit as st

from data.analysis.plan.outcomes import (
    Continuation,
    division_outcomes,
    item_outcomes,
    measure_outcomes,
)
from data.analysis.plan.weak_points import answered, item_divisions, measures_without_item
from data.analysis.scorebook import Scorebook, item_scores, scorebook
from data.framework import framework, years
from data.model.columns import Table
from data.model.records import ScoreLevel
from data.tables.columns import columns
from data.tables.filters import Filters
from data.words import filters as filter_words
from data.words.files import tables as table_words
from data.words.marks import NOT_COMPARABLE
from data.words.work import measures as words
from pages.sections.budgets import budget
from pages.sections.measures.measures import chosen_measures
from pages.shared.downloads import show_table
from pages.shared.fragments import alone
from pages.shared.safe import plain
from pages.shared.session import database, kept
from queries import measures as measure_queries
from queries import readings


@kept
def scores_beside() -> Scorebook | None:
    """Give every score of the home agency, None where there is none."""
    return scorebook(database())


def analysed_year(filters: Filters) -> int:
    """Give the year that the newest of the shown plans analyses."""
    measures = chosen_measures(filters)
    return int(measures["item_year"].iloc[measures["plan_year"].argmax()])


def are_scored(filters: Filters) -> bool:
    """Tell whether there are scores of the year that the shown plan analyses."""
    book = scores_beside()
    return book is not None and analysed_year(filters) in book.years


def tables_of(filters: Filters) -> Iterator[Table]:
    """Give what belongs into a file beside the measures."""
    yield from (made(filters) for made in _beside(filters).values())
    yield from budget.tables_of(filters)


@alone
def beside(filters: Filters) -> None:
    """Draw a tab for each table beside the measures; one is made only while it is open."""
    found = _beside(filters)
    tabs = st.tabs(list(found), key="beside", on_change="rerun")
    for tab, made in zip(tabs, found.values(), strict=True):
        if tab.open:
            with tab:
                show_table(made(filters))
    if len(found) > 1:
        st.caption(words.NO_CAUSE)


def _beside(filters: Filters) -> Mapping[str, Callable[[Filters], Table]]:
    if not are_scored(filters):
        return {words.MATRIX: matrix_table}
    return {
        words.WEAK: lambda shown: weak_table(analysed_year(shown)),
        words.OUTCOMES: outcome_table,
        words.ITEMS: item_outcome_table,
        words.MATRIX: matrix_table,
        words.SUMMARY: summary_table,
    }


@kept
def weak_table(year: int) -> Table:
    """Give the weak indicators and items of an analysed year with the measures that answer.

    A measure answers whether or not a filter shows it, and whatever is reported on it.
    """
    weak = readings.weak_points(database(), year)
    points = answered(weak, measure_queries.planned(database()), year)
    frame = points.assign(
        point=[_point(*pair) for pair in zip(points["level"], points["code"], strict=True)],
        name=points["name"].fillna(""),
        reasons=[", ".join(map(words.REASONS.__getitem__, row)) for row in points["reasons"]],
        answers=[", ".join(ids) or words.NO_MEASURE for ids in points["measure_ids"]],
    )
    keys = ("point", "name", "score", "target", "change", "reasons", "answers")
    return _table(words.WEAK, keys, frame)


@kept
def outcome_table(filters: Filters) -> Table:
    """Give each measure's indicator in the analysed year and in the result of the plan year."""
    book = _book()
    measures = chosen_measures(filters)
    found = measure_outcomes(measures, book.indicators, book.national)
    frame = found.assign(
        indicator_name=[
            _indicator(*pair) for pair in zip(found["indicator"], found["item_year"], strict=True)
        ],
        moved=found["change"].astype("object").mask(found["broken"], NOT_COMPARABLE),
        reading=found["reading"].map(table_words.READINGS),
    )
    keys = (
        "measure_id",
        "indicator_name",
        "before",
        "after",
        "moved",
        "reading",
        "national_change",
    )
    return _table(words.OUTCOMES, keys, frame)


@kept
def item_outcome_table(filters: Filters) -> Table:
    """Give each item of each measure before and after, where the later year has the same item."""
    found = item_outcomes(chosen_measures(filters), item_scores(_book()))
    later = list(map(_later, found["relation"], found["later_item"]))
    frame = found.assign(later=later, moved=found["change"])
    keys = ("measure_id", "item", "name", "before", "later", "after", "moved")
    return _table(words.ITEMS, keys, frame)


@kept
def matrix_table(filters: Filters) -> Table:
    """Give items as rows and divisions as columns: lead, support or nothing."""
    found = item_divisions(chosen_measures(filters))
    marks = found["role"].map({"lead": words.LEAD_MARK, "support": words.SUPPORT_MARK})
    wide = found.assign(mark=marks).pivot_table(
        index=["item_year", "item"],
        columns="division",
        values="mark",
        aggfunc=lambda held: words.LEAD_MARK if words.LEAD_MARK in set(held) else held.iloc[0],
        sort=False,
    )
    frame = wide.fillna("").reset_index()
    named = {"item": words.COLUMNS["item"], **{name: name for name in wide.columns}}
    return Table(words.MATRIX, words.MATRIX, columns(named, named), frame)


@kept
def summary_table(filters: Filters) -> Table:
    """Give for each leading division beside how many rises and falls its measures stand."""
    book = _book()
    measures = chosen_measures(filters)
    outcomes = measure_outcomes(measures, book.indicators, book.national)
    keys = ("division", "measures", "up", "steady", "down", "unknown")
    return _table(words.SUMMARY, keys, division_outcomes(measures, outcomes))


def outcome_of(filters: Filters, measure_id: str) -> None:
    """Show the scores before and after one measure, where they are known."""
    if not are_scored(filters):
        st.info(words.NO_SCORES)
        return
    st.header(words.OUTCOMES, anchor=False)
    for table in (outcome_table(filters), item_outcome_table(filters)):
        of_measure = table.frame[table.frame["measure_id"] == measure_id]
        # The page is about the one measure that the first column names.
        show_table(replace(table, columns=table.columns[1:], frame=of_measure))
    st.caption(words.NO_CAUSE)


def remarks(filters: Filters) -> None:
    """Say which weak points and which measures hang in the air."""
    year = analysed_year(filters)
    table = weak_table(year)
    open_points = table.frame[table.frame["answers"] == words.NO_MEASURE]
    if table.frame.empty:
        st.info(words.NO_WEAK.format(year=year))
    elif open_points.empty:
        st.success(words.ALL_ANSWERED.format(year=year, all=len(table.frame)))
    else:
        st.warning(
            words.UNANSWERED.format(
                year=year,
                count=len(open_points),
                all=len(table.frame),
                names=plain(", ".join(open_points["point"])),
            )
        )
    without = measures_without_item(chosen_measures(filters))
    if not without.empty:
        named = plain(", ".join(without["measure_id"]))
        st.warning(words.WITHOUT_ITEM.format(measures=named))


def _table(name: str, keys: Sequence[str], frame: pd.DataFrame) -> Table:
    return Table(name, name, columns(keys, words.COLUMNS), frame, (words.NO_CAUSE,))


def _point(level: str, code: str) -> str:
    if level == ScoreLevel.INDICATOR:
        return filter_words.INDICATOR_SCOPE.format(numbers=code)
    return code


def _later(relation: str, item: str) -> str:
    if relation == Continuation.SAME:
        return item
    return words.SIMILAR_ITEM.format(item=item) if item else words.NO_LATER_ITEM


def _indicator(number: int, year: int) -> str:
    one = framework(year).indicator(number) if year in years() else None
    return filter_words.indicator(number, one.name if one and one.name else "")


def _book() -> Scorebook:
    book = scores_beside()
    if book is None:
        raise AssertionError  # the page asks scores_beside() first
    return book
