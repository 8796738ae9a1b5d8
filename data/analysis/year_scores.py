"""The scores of one agency in one year as exact numbers, and what they add up to."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pandas as pd

from data.analysis.levels import Score, exact
from data.framework import Framework
from data.model.records import ScoreLevel


@dataclass(frozen=True, slots=True)
class YearScores:
    """What is known of one year, as published; what is missing is not in the mappings."""

    year: int
    total: Decimal | None = None
    instruments: Mapping[str, Decimal] = field(default_factory=dict)
    indicators: Mapping[int, Decimal] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Recomputed:
    """Total and instruments that follow from the indicators, not rounded."""

    total: Decimal
    instruments: Mapping[str, Decimal]


def year_scores(scores: pd.DataFrame, year: int) -> YearScores:
    """Take the scores of one year out of what `queries.scores.home_scores` gives."""
    of_year = scores[(scores["year"] == year) & scores["score"].notna()]
    totals = _codes(of_year, ScoreLevel.TOTAL)
    indicators = _codes(of_year, ScoreLevel.INDICATOR)
    return YearScores(
        year,
        next(iter(totals.values()), None),
        _codes(of_year, ScoreLevel.INSTRUMENT),
        {int(code): score for code, score in indicators.items()},
    )


def shares(framework: Framework) -> dict[int, Fraction]:
    """Give how many points of the total one point of each indicator is worth."""
    return {
        indicator.number: Fraction(instrument.weight)
        / len(framework.indicators_of(instrument.code))
        for instrument in framework.instruments
        for indicator in framework.indicators_of(instrument.code)
    }


def recomputed(indicators: Mapping[int, Score], framework: Framework) -> Recomputed | None:
    """Give what the indicators add up to, None when one of the framework is missing.

    Fractions carry the sums, so that no border depends on how a third is rounded.
    """
    instruments: dict[str, Fraction] = {}
    for instrument in framework.instruments:
        numbers = [one.number for one in framework.indicators_of(instrument.code)]
        if not numbers or any(number not in indicators for number in numbers):
            return None
        scores = (Fraction(exact(indicators[number])) for number in numbers)
        instruments[instrument.code] = sum(scores, Fraction(0)) / len(numbers)
    total = sum(
        (Fraction(one.weight) * instruments[one.code] for one in framework.instruments), Fraction(0)
    )
    return Recomputed(
        as_decimal(total), {code: as_decimal(one) for code, one in instruments.items()}
    )


def as_decimal(number: Fraction) -> Decimal:
    """Give a fraction as a decimal number, exact where it ends within 28 digits."""
    return Decimal(number.numerator) / Decimal(number.denominator)


def _codes(of_year: pd.DataFrame, level: ScoreLevel) -> dict[str, Decimal]:
    rows: list[Any] = of_year[of_year["level"] == level.value].to_dict("records")
    return {str(row["code"]): exact(row["score"]) for row in rows}
