"""Does the plan answer the result: weak points without a measure, measures without an item.

`measures` is what `queries.measures.measures` gives; its items are codes of the year a measure
analyses (item_year). `items` holds scores of items: year, code, score.
"""

from collections.abc import Iterator
from enum import StrEnum
from typing import Any, Final

import pandas as pd

from data.analysis.indicators import STEADY_BAND, indicator_changes
from data.analysis.levels import exact
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
    """Why a point is weak."""

    BELOW_TARGET = "below-target"
    LOWEST = "lowest"
    FALLEN = "fallen"


def weak_points(
    table: pd.DataFrame,
    items: pd.DataFrame,
    measures: pd.DataFrame,
    year: int,
    *,
    band: float = STEADY_BAND,
) -> pd.DataFrame:
    """Give the weak indicators and items of an analysed year and the measures that answer them.

    A point is weak when it misses the target, is among the lowest three of its kind, or fell by
    more than the band since the year before. Points that share the third place are all among the
    lowest, but none that has the highest score is. A change over a break is not read, and an item
    is compared only with the one that the crosswalk says is the same.

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
    answering = measures[measures["item_year"] == year]
    kinds = (_indicator_points(table, year, band), _item_points(items, year))
    target = float(framework(year).target)
    rows = [
        (*point, target, reasons, _answers(answering, point[0], point[1]))
        for points in kinds
        for point, reasons in _weak(points, target, band)
    ]
    found = pd.DataFrame(rows, columns=WEAK_COLUMNS)
    return found.astype({"indicator": "Int64", "score": float, "change": float, "target": float})


def measures_without_item(measures: pd.DataFrame) -> pd.DataFrame:
    """Give the measures that name no item, with all their columns."""
    without = measures["items"].map(len) == 0
    return measures[without].reset_index(drop=True)


def item_divisions(measures: pd.DataFrame) -> pd.DataFrame:
    """Give who answers for which item: one row an item, division, role and measure.

    role is "lead" or "support". The rows are sorted by year, indicator and item.
    """
    rows = [
        (row["item_year"], code, row["indicator"], division, role, row["measure_id"])
        for row in _rows(measures)
        for code in row["items"]
        for role in ("lead", "support")
        for division in row[role]
    ]
    rows.sort(key=lambda row: (row[0], row[2], item_number(row[1])))
    return pd.DataFrame(rows, columns=DIVISION_COLUMNS)


def _indicator_points(table: pd.DataFrame, year: int, band: float) -> pd.DataFrame:
    moved = indicator_changes(table, year - 1, year, band=band)
    changes = {row["indicator"]: NONE if row["broken"] else row["change"] for row in _rows(moved)}
    scored = table[(table["year"] == year) & table["score"].notna()]
    rows = [
        (
            Kind.INDICATOR.value,
            str(row["indicator"]),
            row["indicator"],
            row["name"],
            row["score"],
            changes[row["indicator"]],
        )
        for row in _rows(scored.sort_values(["score", "indicator"]))
    ]
    return pd.DataFrame(rows, columns=POINT_COLUMNS)


def _item_points(items: pd.DataFrame, year: int) -> pd.DataFrame:
    described = framework(year)
    earlier = {new: old for old, new in comparisons().same_items(year - 1, year).items()}
    before, after = item_scores(items, year - 1), item_scores(items, year)
    rows = []
    for code, score in sorted(after.items(), key=lambda found: (found[1], *_item_order(found[0]))):
        item = described.item(code)
        old = before.get(earlier.get(code, ""))
        change = NONE if old is None else float(exact(score) - exact(old))
        name = item.name if item and item.name else ""
        indicator = described.indicator_of_item(code)
        rows.append((Kind.ITEM.value, code, indicator, name, score, change))
    return pd.DataFrame(rows, columns=POINT_COLUMNS)


def item_scores(items: pd.DataFrame, year: int) -> dict[str, float]:
    """Give code -> score (0-100) of the items of one year that have one."""
    scored = items[(items["year"] == year) & items["score"].notna()]
    return {str(row["code"]): float(row["score"]) for row in _rows(scored)}


def _weak(
    points: pd.DataFrame, target: float, band: float
) -> Iterator[tuple[tuple[Any, ...], tuple[str, ...]]]:
    """Give the points that have a reason to be called weak, with their reasons."""
    low = (points["score"].rank(method="min") <= LOWEST) & (points["score"] < points["score"].max())
    tests = {
        Reason.BELOW_TARGET: points["score"] < target,
        Reason.LOWEST: low,
        Reason.FALLEN: points["change"] < -band,
    }
    for place, point in enumerate(points.itertuples(index=False, name=None)):
        reasons = tuple(reason.value for reason, holds in tests.items() if holds.iloc[place])
        if reasons:
            yield point, reasons


def _answers(measures: pd.DataFrame, kind: str, code: str) -> tuple[str, ...]:
    return tuple(
        str(row["measure_id"])
        for row in _rows(measures)
        if (code in row["items"] if kind == Kind.ITEM else str(row["indicator"]) == code)
    )


def _item_order(code: str) -> tuple[str, int]:
    return code[:1], item_number(code)


def _rows(frame: pd.DataFrame) -> list[dict[str, Any]]:
    return frame.to_dict("records")  # type: ignore[return-value]
