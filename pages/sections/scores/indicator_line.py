"""One indicator over the years: its line beside those of nation and district, and its target."""

from collections.abc import Sequence
from itertools import pairwise
from operator import itemgetter
from typing import Any, Final

import pandas as pd

from data.framework import framework
from data.words import charts as words
from data.words import palette
from data.words.marks import marked, sign
from pages.charts import trend_panels as panels
from pages.sections.scores.scores import chosen_scores
from pages.shared.elements import markup, plot
from pages.shared.session import kept
from queries.frames import records_of

IN_A_ROW: Final = "small"
ALONE: Final = "large"
_TOP: Final = 102.0
_MOST_TEXTS: Final = {IN_A_ROW: 3, ALONE: 8}
"""More years than these leave room for the value of the newest alone."""
_APART: Final = 1 / 6
"""Part of the height that the number of a rule takes."""


@kept
def line(
    chosen_years: tuple[int, ...] | None,
    number: int,
    look: str,
    district: tuple[tuple[int, float], ...] = (),
) -> markup.Html:
    """Draw the line of an indicator on the scale that all of them share.

    `district` gives years with the average of the own district.
    """
    book = chosen_scores(chosen_years)
    described = framework(book.newest.year)
    every = panels.panels_of(records_of(book.indicators), book.national)
    own = next(one for one in every if one.indicator == number)
    ends = panels.lowest(every, described), float(described.target_of(number))
    return drawn(own, ends, look, breaks=book.broken_pairs, district=district)


def drawn(
    own: panels.Panel,
    ends: tuple[float, float],
    look: str,
    *,
    breaks: panels.Breaks,
    district: Sequence[tuple[int, float]] = (),
) -> markup.Html:
    """Draw the lines of an indicator; `ends` are the low end of the scale and the target."""
    rows = sorted(own.rows, key=itemgetter("year"))
    years = [int(row["year"]) for row in rows]
    means = dict(district)
    colour = palette.instrument_mark(own.instrument).colour
    lines = (
        plot.Line([own.national.get(year) for year in years], look="nation"),
        plot.Line([means.get(year) for year in years], look="district"),
        plot.Line([_score(row) for row in rows], _texts(rows, look), colour=colour),
    )
    scale = (ends[0], _TOP)
    return plot.plot(
        years,
        lines,
        scale,
        plot.rules(scale, _numbers(*ends)),
        broken={at for at, pair in enumerate(pairwise(years), 1) if pair in breaks},
        alt=alt(own.name, rows),
        look=look,
    )


def alt(name: str, rows: list[dict[str, Any]]) -> str:
    """Say the score of each year for those who do not see the line."""
    told = (words.TOTAL_OF_YEAR.format(year=row["year"], value=_text(row)) for row in rows)
    return words.LINE_ALT.format(name=name, scores=words.JOIN.join(told))


def _numbers(low: float, target: float) -> list[float]:
    """Give the values of the rules, none of which lies on the number of another."""
    top = [100.0] if 100 - target > (_TOP - low) * _APART else []
    return [low, target, *top]


def _texts(rows: list[dict[str, Any]], look: str) -> list[str]:
    """Write the values, of many years the newest alone; a mark stands for a missing one."""
    known = [at for at, row in enumerate(rows) if _score(row) is not None]
    every = len(rows) <= _MOST_TEXTS[look]
    return [
        _text(row) if every or at in known[-1:] or at not in known else ""
        for at, row in enumerate(rows)
    ]


def _text(row: dict[str, Any]) -> str:
    score = _score(row)
    return sign(row["mark"] or "x") if score is None else marked(f"{score:.2f}", row["mark"])


def _score(row: dict[str, Any]) -> float | None:
    return None if pd.isna(row["score"]) else float(row["score"])
