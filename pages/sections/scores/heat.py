"""The indicators by years in the colours of their steps: each row leads to its indicator."""

from typing import Any

import streamlit as st

from data.analysis.scorebook import Scorebook
from data.documents.report_rows import indicator_rows
from data.framework import framework
from data.words import charts as words
from data.words import palette
from pages.charts.frames import instruments_of
from pages.charts.heatmap import MOST_YEARS
from pages.sections.scores.profile import profile_link
from pages.sections.scores.scores import chosen_scores
from pages.shared.elements import markup
from pages.shared.session import kept


def rows(years: tuple[int, ...] | None, alt: str) -> None:
    """Draw the names as links beside the cells of their rows; `alt` says what they show."""
    book = chosen_scores(years)
    titles = [str(year) for year in book.years[-MOST_YEARS:]]
    compared = [words.CHANGED_FROM.format(from_year=book.years[-2])] if len(book.years) > 1 else []
    described = framework(book.newest.year)
    lines = [markup.heat_head([*titles, *compared])]
    with st.container(horizontal=True, gap=None, key="heat"):
        with st.container(gap=None, key="heat_names"):
            markup.draw(markup.text("", "heat-head"))
            for code, members in _groups(years):
                instrument = described.instrument(code)
                mark = palette.instrument_mark(code)
                name = f"{code} {instrument.respondents}" if instrument else code
                markup.draw(markup.heat_group(mark, name))
                lines.append(markup.heat_gap(len(titles) + len(compared)))
                for row in members:
                    profile_link(row["number"], row["name"])
                    lines.append(_line(row, len(titles), changes=bool(compared)))
        markup.draw(markup.heat(lines, alt))


@kept
def _groups(years: tuple[int, ...] | None) -> list[tuple[str, list[dict[str, Any]]]]:
    return by_instrument(chosen_scores(years))


def by_instrument(book: Scorebook) -> list[tuple[str, list[dict[str, Any]]]]:
    """Give the rows of each instrument, those that the newest year does not have last."""
    rows = indicator_rows(book)
    order = instruments_of(book.indicators)
    grouped = ((code, [row for row in rows if row["instrument"] == code]) for code in order)
    return [(code, members) for code, members in grouped if members]


def _line(row: dict[str, Any], years: int, *, changes: bool) -> markup.Html:
    cells = [(one["text"], _fill(one)) for one in row["cells"][-years:]]
    if changes:
        cells.append((row["change"], palette.CHANGE_FILLS[row["way"]]))
    return markup.heat_row(row["name"], cells)


def _fill(cell: dict[str, str]) -> palette.Fill:
    return palette.Fill(cell["fill"], cell["ink"]) if cell["fill"] else palette.EMPTY
