"""Measures beside the scores they answer: before and after, and what has no answer."""

from collections.abc import Hashable, Mapping
from typing import Any

import pandas as pd
import streamlit as st

from data.exporters.tables import Column, Kind, Table
from data.framework import framework, years
from data.scorebook import Scorebook, scorebook
from pages.shared.filters import Filters
from pages.shared.measures import chosen_measures
from pages.shared.safe import plain
from pages.shared.session import database, kept
from pages.shared.tables import numbered
from pages.shared.text import filters as filter_words
from pages.shared.text import measures as words
from pages.shared.text import tables as table_words


def shows_samples() -> bool:
    """Tell whether the scores beside the measures are samples."""
    book = _book()
    return book is not None and book.sample


def link_table(filters: Filters) -> Table:
    """Give a row an indicator of the shown measures: scores before and after, measures, leads."""
    return kept(_link_table, filters)


def _link_table(filters: Filters) -> Table:
    groups = chosen_measures(filters).groupby(["plan_year", "indicator"], sort=True)
    rows = [_link_row(group) for _key, group in groups]
    columns = words.LINK_COLUMNS
    kinds = dict.fromkeys(columns, Kind.TEXT) | {
        "analysed": Kind.SCORE,
        "result": Kind.SCORE,
        "change": Kind.CHANGE,
        "national_change": Kind.CHANGE,
    }
    return Table(
        table_words.SHEETS["summary"],
        words.LINKS,
        tuple(Column(key, heading, kinds[key]) for key, heading in columns.items()),
        pd.DataFrame(rows, columns=list(columns)),
        (words.NO_CAUSE,),
    )


def unanswered(measures: pd.DataFrame) -> None:
    """Say which weak indicators of the analysed year no measure of the plan answers."""
    book = _book()
    plan_year = int(measures["plan_year"].max())
    plan = measures[measures["plan_year"] == plan_year]
    analysed = int(plan["item_year"].iloc[0])
    if book is None or analysed not in book.years:
        return
    weak = book.weakest(analysed)
    missing = weak[(weak["gap"] > 0) & ~weak["indicator"].isin(plan["indicator"])]
    if missing.empty:
        st.success(words.ALL_ANSWERED.format(year=analysed, plan_year=plan_year))
        return
    names = " · ".join(
        filter_words.indicator(int(row["indicator"]), row["name"])
        for row in missing.to_dict("records")
    )
    st.warning(words.UNANSWERED.format(year=analysed, plan_year=plan_year, names=plain(names)))


def detail(measures: pd.DataFrame) -> None:
    """Show one chosen measure in full, letter by letter."""
    rows = {row["measure_id"]: row for row in measures.to_dict("records")}
    chosen = st.selectbox(
        words.CHOOSE,
        list(rows),
        format_func=lambda key: words.OPTION.format(
            measure_id=key, lead=", ".join(rows[key]["lead"])
        ),
        key="measure",
        bind="query-params",
    )
    if chosen is not None:
        _fields(rows[chosen])


def _fields(row: Mapping[Hashable, Any]) -> None:
    for field in words.FIELDS:
        heading = table_words.HEADINGS[field]
        text = numbered(row[field]) if field == "steps" else str(row[field])
        with st.container(border=True, gap="xxsmall"):
            st.caption(heading)
            st.markdown(plain(text) or table_words.EMPTY_LIST)


def _link_row(group: pd.DataFrame) -> dict[str, object]:
    first = group.iloc[0]
    number, analysed, result = (
        int(first["indicator"]),
        int(first["item_year"]),
        int(first["plan_year"]),
    )
    book = _book()
    before, after = (_score(book, number, year) for year in (analysed, result))
    return {
        "indicator_name": filter_words.indicator(number, _name(number, analysed)),
        "analysed": before,
        "result": after,
        "change": round(after - before, 2),
        "national_change": _national_change(book, number, analysed, result),
        "measures": ", ".join(group["measure_id"]),
        "items": ", ".join(code for codes in group["items"] for code in codes),
        "lead": ", ".join(dict.fromkeys(name for names in group["lead"] for name in names)),
    }


def _score(book: Scorebook | None, number: int, year: int) -> float:
    if book is None:
        return float("nan")
    table = book.indicators
    found = table.loc[(table["indicator"] == number) & (table["year"] == year), "score"]
    return float(found.iloc[0]) if len(found) else float("nan")


def _name(number: int, year: int) -> str:
    one = framework(year).indicator(number) if year in years() else None
    return one.name if one and one.name else ""


def _national_change(book: Scorebook | None, number: int, before: int, after: int) -> float:
    if book is None:
        return float("nan")
    found = book.national[book.national["code"] == str(number)]
    values = dict(zip(found["year"], found["value"], strict=True))
    if before not in values or after not in values:
        return float("nan")
    return round(float(values[after]) - float(values[before]), 2)


def _book() -> Scorebook | None:
    return kept(_every_score)


def _every_score() -> Scorebook | None:
    return scorebook(database())
