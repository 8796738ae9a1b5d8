"""Does the plan answer the result: weak points, scores before and after, who answers for what."""

from collections.abc import Mapping
from operator import attrgetter

import pandas as pd
import streamlit as st

from data.analysis.plan.outcomes import (
    Continuation,
    division_outcomes,
    item_outcomes,
    measure_outcomes,
)
from data.analysis.plan.planned_measures import planned_measures
from data.analysis.plan.weak_points import Kind as PointKind
from data.analysis.plan.weak_points import item_divisions, measures_without_item, weak_points
from data.analysis.scorebook import Scorebook, item_scores, scorebook
from data.framework import framework, years
from data.model.columns import Column, Kind, Table
from data.tables.filters import Filters
from data.words import filters as filter_words
from data.words.files import tables as table_words
from data.words.marks import NOT_COMPARABLE
from data.words.work import measures as words
from pages.sections.measures.measures import chosen_measures
from pages.shared.safe import plain
from pages.shared.session import database, kept


def scores_beside() -> Scorebook | None:
    """Give every score of the home agency, None where there is none."""
    return kept(_every_score)


def analysed_year(filters: Filters) -> int:
    """Give the year that the newest of the shown plans analyses."""
    newest = max(planned_measures(chosen_measures(filters)), key=attrgetter("plan_year"))
    return newest.item_year


def weak_table(filters: Filters) -> Table:
    """Give the weak indicators and items of the analysed year with the measures that answer."""
    return kept(_weak_table, filters)


def outcome_table(filters: Filters) -> Table:
    """Give each measure's indicator in the analysed year and in the result of the plan year."""
    return kept(_outcome_table, filters)


def item_outcome_table(filters: Filters) -> Table:
    """Give each item of each measure before and after, where the later year has the same item."""
    return kept(_item_outcome_table, filters)


def matrix_table(filters: Filters) -> Table:
    """Give items as rows and divisions as columns: lead, support or nothing."""
    return kept(_matrix_table, filters)


def summary_table(filters: Filters) -> Table:
    """Give for each leading division beside how many rises and falls its measures stand."""
    return kept(_summary_table, filters)


def remarks(filters: Filters) -> None:
    """Say which weak points and which measures hang in the air."""
    year = analysed_year(filters)
    table = weak_table(filters)
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


def _weak_table(filters: Filters) -> Table:
    book, year = _book(), analysed_year(filters)
    # A measure answers whether or not a filter shows it.
    every = chosen_measures(Filters(as_of=filters.as_of))
    found = weak_points(book.indicators, item_scores(book), every, year)
    frame = found.assign(
        point=[_point(*pair) for pair in zip(found["kind"], found["code"], strict=True)],
        reasons=[", ".join(words.REASONS[one] for one in row) for row in found["reasons"]],
        answers=[", ".join(ids) or words.NO_MEASURE for ids in found["measure_ids"]],
    )
    kinds = {
        "point": Kind.TEXT,
        "name": Kind.LONG_TEXT,
        "score": Kind.SCORE,
        "target": Kind.SCORE,
        "change": Kind.CHANGE,
        "reasons": Kind.TEXT,
        "answers": Kind.TEXT,
    }
    return _table(words.WEAK, kinds, frame)


def _outcome_table(filters: Filters) -> Table:
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
    kinds = {
        "measure_id": Kind.TEXT,
        "indicator_name": Kind.TEXT,
        "before": Kind.SCORE,
        "after": Kind.SCORE,
        "moved": Kind.CHANGE,
        "reading": Kind.TEXT,
        "national_change": Kind.CHANGE,
    }
    return _table(words.OUTCOMES, kinds, frame)


def _item_outcome_table(filters: Filters) -> Table:
    found = item_outcomes(chosen_measures(filters), item_scores(_book()))
    later = list(map(_later, found["relation"], found["later_item"]))
    frame = found.assign(later=later, moved=found["change"])
    kinds = {
        "measure_id": Kind.TEXT,
        "item": Kind.TEXT,
        "name": Kind.LONG_TEXT,
        "before": Kind.SCORE,
        "later": Kind.TEXT,
        "after": Kind.SCORE,
        "moved": Kind.CHANGE,
    }
    return _table(words.ITEMS, kinds, frame)


def _matrix_table(filters: Filters) -> Table:
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
    columns = (
        Column("item", words.COLUMNS["item"], Kind.TEXT),
        *(Column(name, name, Kind.TEXT) for name in wide.columns),
    )
    return Table(words.MATRIX, words.MATRIX, columns, frame)


def _summary_table(filters: Filters) -> Table:
    book = _book()
    measures = chosen_measures(filters)
    outcomes = measure_outcomes(measures, book.indicators, book.national)
    kinds = {
        "division": Kind.TEXT,
        **dict.fromkeys(("measures", "up", "steady", "down", "unknown"), Kind.INTEGER),
    }
    return _table(words.SUMMARY, kinds, division_outcomes(measures, outcomes))


def _table(name: str, kinds: Mapping[str, Kind], frame: pd.DataFrame) -> Table:
    columns = tuple(Column(key, words.COLUMNS[key], kind) for key, kind in kinds.items())
    return Table(name, name, columns, frame, (words.NO_CAUSE,))


def _point(kind: str, code: str) -> str:
    if kind == PointKind.INDICATOR:
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


def _every_score() -> Scorebook | None:
    return scorebook(database())
