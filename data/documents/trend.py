"""Scores over the years as what a small chart on paper or on the web draws."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Any, Final

import pandas as pd

from data.analysis.overview import TotalOfYear
from data.analysis.scorebook import Scorebook
from data.framework import framework
from data.model.records import ScoreLevel
from data.words import marks, palette
from data.words.files import documents as words
from queries.frames import records_of
from queries.readings import Comparison

_LOWEST_AXIS: Final = 70
_STEP: Final = 10
_TOTAL: Final = "total"


def indicator_trend(book: Scorebook, number: int) -> dict[str, Any]:
    """Give the scores of an indicator beside the country and the target of the newest year."""
    rows = records_of(book.indicators[book.indicators["indicator"] == number])
    own = [None if pd.isna(row["score"]) else float(row["score"]) for row in rows]
    broken = [
        Comparison(*years, ScoreLevel.INDICATOR, str(number)) in book.broken
        for years in pairwise(book.years)
    ]
    colour = palette.instrument_mark(str(rows[-1]["instrument"])).colour
    target = float(framework(book.newest.year).target_of(number))
    return _trend(book, str(number), own, broken, target) | {"colour": colour}


def total_trend(book: Scorebook, totals: Sequence[TotalOfYear]) -> dict[str, Any]:
    """Give the totals beside the country; no target is set for them."""
    own = [None if one.value is None else float(one.value) for one in totals]
    broken = [one.broken for one in totals[1:]]
    return _trend(book, _TOTAL, own, broken) | {"colour": palette.TOTAL_LINE}


def _trend(
    book: Scorebook,
    code: str,
    own: Sequence[float | None],
    broken: Sequence[bool],
    target: float | None = None,
) -> dict[str, Any]:
    national = book.national[book.national["code"] == code]
    averages = dict(zip(national["year"], national["value"], strict=True))
    country = [averages.get(year) for year in book.years]
    known = [score for score in (*own, *country, target) if score is not None]
    low = min([_LOWEST_AXIS, *(int(score // _STEP) * _STEP for score in known)])
    return {
        "years": [str(year) for year in book.years],
        "own": list(own),
        "national": country,
        "broken": list(broken),
        "low": low,
        "axis": words.AXIS.format(low=low) if low else words.AXIS_FULL,
        "target": target,
        "missing": marks.sign("x"),
    }
