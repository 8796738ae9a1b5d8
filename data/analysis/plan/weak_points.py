"""Weak points of a year: what misses the target, and whether the plan answers it.

`measures` is what `queries.measures.measures` gives; its items are codes of the year a measure
analyses (item_year). `items` holds scores of items: year, code, score.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Any, Final

import pandas as pd

from data.analysis.indicators import STEADY_BAND, coverage, indicator_changes, weakest
from data.analysis.levels import exact
from data.analysis.plan.planned_measures import planned_measures
from data.framework import comparisons, framework
from data.framework.model import item_number

POINT_COLUMNS: Final = ["kind", "code", "indicator", "name", "score", "change"]
WEAK_COLUMNS: Final = [*POINT_COLUMNS, "target", "reasons", "measure_ids"]
DIVISION_COLUMNS: Final = ["item_year", "item", "indicator", "division", "role", "measure_id"]
LOWEST: Final = 3
NONE: Final = float("nan")


class Kind(StrEnum):
    """What a weak point is."""

    INDICATOR = "indicator"
    ITEM = "item"


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
    gap: Decimal


@dataclass(frozen=True, slots=True)
class WeakIndicators:
    """The indicators of a year that miss its target, lowest first.

    `known` of the `expected` indicators have a score; nothing is said of the others.
    """

    year: int
    target: Decimal
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
        return sum(one.score == self.foremost[-1].score for one in self.weak[LOWEST:])


def weak_indicators(table: pd.DataFrame, year: int) -> WeakIndicators:
    """Give the indicators under the target of a year, of what `indicator_scores` gives.

    Raises:
        UnknownYearError: no file describes the year.
    """
    counted = coverage(table, year)
    scored = weakest(table, year)
    columns = (scored[name] for name in ("indicator", "name", "score", "gap"))
    return WeakIndicators(
        year,
        framework(year).target,
        counted.known,
        counted.expected,
        tuple(
            WeakIndicator(int(number), str(name), float(score), exact(gap))
            for number, name, score, gap in zip(*columns, strict=True)
            if gap > 0
        ),
    )


def weak_points(
    table: pd.DataFrame,
    items: pd.DataFrame,
    measures: pd.DataFrame,
    year: int,
    *,
    band: float = STEADY_BAND,
) -> pd.DataFrame:
    """Give the weak indicators and items of an analysed year and the measures that answer them.

    A point is weak when it misses the target. Among the weak ones it is told which are the lowest
    three of their kind (all that share the third place, none where all scores are equal) and which
    fell by more than the band since the year before. A change over a break is not read, and an
    item is compared only with the one that the crosswalk says is the same.

    Args:
        table: what `indicator_scores` gives, with the year and, for changes, the year before.
        items: scores of items of the same years; may be empty.
        measures: measures of any plan; only those that analyse the year can answer.
        year: the analysed year.
        band: changes up to this many points count as steady.

    Returns:
        WEAK_COLUMNS, indicators before items, lowest first. code is "3" or "o14"; change is NaN
        where it cannot be told; reasons and measure_ids are tuples, the latter empty when no
        measure answers.

    Raises:
        UnknownYearError: no file describes the year.
    """
    answers = _answers(measures[measures["item_year"] == year])
    target = float(framework(year).target)
    rows = [
        (*point, target, reasons, tuple(answers.get((point[0], point[1]), ())))
        for points in (_indicator_points(table, year, band), _item_points(items, year))
        for point, reasons in _weak(points, target, band)
    ]
    weak = pd.DataFrame(rows, columns=WEAK_COLUMNS)
    return weak.astype({"indicator": "Int64", "score": float, "change": float, "target": float})


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


def item_scores(items: pd.DataFrame, year: int) -> dict[str, float]:
    """Give code -> score (0-100) of the items of one year that have one."""
    scored = items[(items["year"] == year) & items["score"].notna()]
    return dict(zip(scored["code"].astype(str), scored["score"].astype(float), strict=True))


def _indicator_points(table: pd.DataFrame, year: int, band: float) -> pd.DataFrame:
    moved = indicator_changes(table, year - 1, year, band=band)
    changes = moved["change"].mask(moved["broken"].astype(bool)).set_axis(moved["indicator"])
    points = weakest(table, year)
    return points.assign(
        kind=Kind.INDICATOR.value,
        code=points["indicator"].astype(str),
        change=points["indicator"].map(changes).astype(float),
    )[POINT_COLUMNS]


def _item_points(items: pd.DataFrame, year: int) -> pd.DataFrame:
    described = framework(year)
    earlier = {new: old for old, new in comparisons().same_items(year - 1, year).items()}
    before, after = item_scores(items, year - 1), item_scores(items, year)
    rows = []
    for code, score in sorted(after.items(), key=lambda pair: (pair[1], *_item_order(pair[0]))):
        item = described.item(code)
        old = before.get(earlier.get(code, ""))
        change = NONE if old is None else float(exact(score) - exact(old))
        name = item.name if item and item.name else ""
        indicator = described.indicator_of_item(code)
        rows.append((Kind.ITEM.value, code, indicator, name, score, change))
    return pd.DataFrame(rows, columns=POINT_COLUMNS)


def _weak(
    points: pd.DataFrame, target: float, band: float
) -> Iterator[tuple[tuple[Any, ...], tuple[str, ...]]]:
    """Give the points under the target with their reasons."""
    low = (points["score"].rank(method="min") <= LOWEST) & (points["score"] < points["score"].max())
    fallen = points["change"] < -band
    rows = zip(points.itertuples(index=False, name=None), points["score"], low, fallen, strict=True)
    for point, score, is_low, has_fallen in rows:
        if score < target:
            worse = [Reason.LOWEST.value] * is_low + [Reason.FALLEN.value] * has_fallen
            yield point, (Reason.BELOW_TARGET.value, *worse)


def _answers(measures: pd.DataFrame) -> dict[tuple[str, str], list[str]]:
    """Give the ids of the measures by what they answer: their indicator and each of their items."""
    answers: dict[tuple[str, str], list[str]] = {}
    for measure in planned_measures(measures):
        items = ((Kind.ITEM.value, code) for code in measure.items)
        for point in ((Kind.INDICATOR.value, str(measure.indicator)), *items):
            answers.setdefault(point, []).append(measure.measure_id)
    return answers


def _item_order(code: str) -> tuple[str, int]:
    return code[:1], item_number(code)
