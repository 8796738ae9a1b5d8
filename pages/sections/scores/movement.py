"""The change of the total between two years, taken apart for page and file."""

from collections.abc import Iterator

import pandas as pd
import streamlit as st

from data.analysis.overview import TotalMovement, total_movement
from data.analysis.scorebook import Scorebook
from data.framework import framework
from data.model.columns import Table
from data.tables import movement as tables
from data.words.scores import movement as words
from pages.charts import waterfall
from pages.sections.scores import profile
from pages.sections.scores.scores import chosen_scores
from pages.shared.drawing import Drawing, nothing_yet
from pages.shared.filters import one_year
from pages.shared.session import kept
from pages.shared.twins import Leads


def chosen_years(book: Scorebook) -> tuple[int, int] | None:
    """Let a person choose two years; without two different ones, say so and give none."""
    if len(book.years) == 1:
        nothing_yet(words.ONE_YEAR_TITLE.format(year=book.years[0]), words.ONE_YEAR)
    with st.container(horizontal=True):
        before = one_year(words.FROM, book.years, "from", place=-2)
        after = one_year(words.TO, book.years, "to")
    if before == after:
        st.info(words.SAME_YEAR)
        return None
    return before, after


@kept
def moved(years: tuple[int, ...] | None, from_year: int, to_year: int) -> TotalMovement:
    """Give the movement between two of the chosen years."""
    book = chosen_scores(years)
    return total_movement(book.standing(from_year), book.standing(to_year), book.broken)


def names(year: int) -> dict[int, str]:
    """Give the names of the indicators of a year."""
    return {one.number: one.name or "" for one in framework(year).indicators}


@kept
def drawing(years: tuple[int, ...] | None, from_year: int, to_year: int) -> Drawing:
    """Give the waterfall of a movement whose totals are known."""
    book = chosen_scores(years)
    found = moved(years, from_year, to_year)
    totals = {one.year: one.total for one in book.standings}
    rows = [
        (words.TOTAL.format(year=from_year), totals[from_year], waterfall.START),
        *_bars(found),
        (words.TOTAL.format(year=to_year), totals[to_year], waterfall.END),
    ]
    parts = pd.DataFrame(rows, columns=["label", "contribution", "kind"])
    return Drawing(
        waterfall.movement_waterfall(parts, found.reading),
        waterfall.movement_waterfall_alt(parts, found.reading),
        words.NAME,
    )


@kept
def movement_table(years: tuple[int, ...] | None, from_year: int, to_year: int) -> Table:
    """Give every part with the scores it comes from; the last row is what they add up to."""
    book = chosen_scores(years)
    found = moved(years, from_year, to_year)
    return tables.movement_table(found, book.standing(from_year), book.standing(to_year))


def leads(found: TotalMovement) -> Leads:
    """Let a bar and a row lead to the page of their indicator, where they are of one."""
    numbers = {words.label(part, found.names): part.indicator for part in found.apart.parts}

    def go_on(label: str) -> None:
        if number := numbers.get(label):
            profile.open_profile(number)

    return Leads(lambda clicked: go_on(str(clicked[1])), lambda row: go_on(str(row["label"])))


def _bars(found: TotalMovement) -> Iterator[tuple[str, float, str]]:
    for part in found.apart.parts:
        if part.contribution is not None:
            yield words.label(part, found.names), float(part.contribution), waterfall.PART
    for label, value in tables.effects(found.apart):
        yield label, float(value), waterfall.EFFECT
