"""Weak points of a year: what misses the target, and whether the plan answers it.

What is weak is told by `queries.readings.weak_points`. `measures` is what
`queries.measures.measures` gives; its items are codes of the year a measure analyses (item_year).
"""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Final

import pandas as pd

from data.analysis.levels import exact
from data.analysis.plan.planned_measures import planned_measures
from data.analysis.scorebook import Scorebook
from data.framework import framework
from data.framework.model import item_number
from data.model.records import ScoreLevel

DIVISION_COLUMNS: Final = ["item_year", "item", "indicator", "division", "role", "measure_id"]
LOWEST: Final = 3


class Reason(StrEnum):
    """Why a point is weak, and what makes it worse: only BELOW_TARGET makes it weak."""

    BELOW_TARGET = "below-target"
    LOWEST = "lowest"
    FALLEN = "fallen"


@dataclass(frozen=True, slots=True)
class WeakIndicator:
    """An indicator that misses the target by `gap` points."""

    number: int
    name: str
    score: float
    target: Decimal
    gap: Decimal


@dataclass(frozen=True, slots=True)
class WeakIndicators:
    """The indicators of a year that miss their target, lowest first.

    `targets` are those of all indicators, each once. `known` of the `expected` indicators have a
    score; nothing is said of the others.
    """

    year: int
    targets: tuple[Decimal, ...]
    known: int
    expected: int
    weak: tuple[WeakIndicator, ...]

    @property
    def foremost(self) -> tuple[WeakIndicator, ...]:
        """The three lowest, by number where scores are equal; see `tied`."""
        return self.weak[:LOWEST]

    @property
    def tied(self) -> int:
        """How many more have the very score of the last of the foremost."""
        return sum(point.score == self.foremost[-1].score for point in self.weak[LOWEST:])


def weak_indicators(book: Scorebook) -> WeakIndicators:
    """Give the indicators under the target of the newest year of a book."""
    newest = book.newest
    counted = book.coverage(newest.year)
    points = book.weak[book.weak["level"] == ScoreLevel.INDICATOR]
    columns = (points[key] for key in ("indicator", "name", "score", "target", "gap"))
    return WeakIndicators(
        newest.year,
        framework(newest.year).targets,
        counted.known,
        counted.expected,
        tuple(
            WeakIndicator(int(number), str(name), float(score), exact(target), exact(gap))
            for number, name, score, target, gap in zip(*columns, strict=True)
        ),
    )


def answered(points: pd.DataFrame, measures: pd.DataFrame, year: int) -> pd.DataFrame:
    """Add to the weak points of a year their reasons and the measures that answer them.

    Only measures that analyse the year can answer: an indicator, or an item they name. reasons are
    tuples of `Reason`, measure_ids tuples, empty when no measure answers.
    """
    answers = _answers(measures[measures["item_year"] == year])
    keys = zip(points["level"], points["code"], strict=True)
    flags = zip(points["lowest"], points["fallen"], strict=True)
    reasons = [_reasons(lowest=lowest, fallen=fallen) for lowest, fallen in flags]
    measure_ids = [tuple(answers.get(key, ())) for key in keys]
    return points.assign(
        reasons=pd.Series(reasons, points.index, dtype="object"),
        measure_ids=pd.Series(measure_ids, points.index, dtype="object"),
    )


def measures_without_item(measures: pd.DataFrame) -> pd.DataFrame:
    """Give the measures that name no item, with all their columns."""
    without = measures["items"].map(len) == 0
    return measures[without].reset_index(drop=True)


def item_divisions(measures: pd.DataFrame) -> pd.DataFrame:
    """Give who answers for which item: one row an item, division, role and measure.

    role is "lead" or "support". The rows are sorted by year, indicator and item.
    """
    rows = [
        (measure.item_year, code, measure.indicator, division, role, measure.measure_id)
        for measure in planned_measures(measures)
        for code in measure.items
        for role, divisions in (("lead", measure.lead), ("support", measure.support))
        for division in divisions
    ]
    rows.sort(key=lambda row: (row[0], row[2], item_number(row[1])))
    return pd.DataFrame(rows, columns=DIVISION_COLUMNS)


def _reasons(*, lowest: bool, fallen: bool) -> tuple[Reason, ...]:
    worse = [Reason.LOWEST] * lowest + [Reason.FALLEN] * fallen
    return (Reason.BELOW_TARGET, *worse)


def _answers(measures: pd.DataFrame) -> dict[tuple[str, str], list[str]]:
    """Give the ids of the measures by what they answer: their indicator and each of their items."""
    answers: dict[tuple[str, str], list[str]] = {}
    for measure in planned_measures(measures):
        items = ((ScoreLevel.ITEM.value, code) for code in measure.items)
        for point in ((ScoreLevel.INDICATOR.value, str(measure.indicator)), *items):
            answers.setdefault(point, []).append(measure.measure_id)
    return answers
