"""What the scores did after a plan: each measure's items and indicator, before and after.

Nothing here says that a measure caused a change: the national change stands beside it.
"""

from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import Any, Final

import pandas as pd

from data.analysis.indicators import Reading, indicator_changes
from data.analysis.levels import exact
from data.analysis.plan.planned_measures import PlannedMeasure, planned_measures
from data.framework import Relation, comparisons, framework

OUTCOME_COLUMNS: Final = [
    "measure_id",
    "indicator",
    "item_year",
    "plan_year",
    "before",
    "after",
    "change",
    "broken",
    "reading",
    "national_change",
]
ITEM_COLUMNS: Final = [
    "measure_id",
    "item",
    "name",
    "item_year",
    "before",
    "plan_year",
    "later_item",
    "relation",
    "after",
    "change",
]
NONE: Final = float("nan")


class Continuation(StrEnum):
    """What became of an item in a later year; GONE: all items are listed, none continues it."""

    SAME = Relation.SAME.value
    SIMILAR = Relation.SIMILAR.value
    GONE = "gone"
    UNKNOWN = "unknown"


def measure_outcomes(
    measures: pd.DataFrame, table: pd.DataFrame, national: pd.DataFrame
) -> pd.DataFrame:
    """Give each measure's indicator in the analysed year and in the result of the plan year.

    Args:
        measures: what `queries.measures.measures` gives.
        table: what `indicator_scores` gives; a year that is not in it has no scores.
        national: year, code ("3"), value, as `indicators.national` gives or from agencies' means.

    Returns:
        OUTCOME_COLUMNS in the order of `measures`. What is not known is NaN; broken tells that a
        break lies between the years, reading is then unknown.
    """
    planned = planned_measures(measures)
    spans = {(measure.item_year, measure.plan_year) for measure in planned}
    moved = {
        (*span, int(number)): (float(change), bool(broken), str(reading))
        for span in spans
        for number, change, broken, reading in _changes(table, span)
    }
    scores = _values(table, "indicator", "score")
    averages = _values(national, "code", "value")
    rows = [_outcome(measure, moved, scores, averages) for measure in planned]
    return pd.DataFrame(rows, columns=OUTCOME_COLUMNS)


def item_outcomes(measures: pd.DataFrame, items: pd.DataFrame) -> pd.DataFrame:
    """Give each item of each measure with its score in the analysed and in the plan year.

    The same code is another item in another year: only an item that the crosswalk calls the same
    (later_item) has a score after, and a change. `items` holds year, code, score; relation is a
    `Continuation`.
    """
    scored = items[items["score"].notna()]
    scores = {
        int(str(year)): dict(
            zip(rows["code"].astype(str), rows["score"].astype(float), strict=True)
        )
        for year, rows in scored.groupby("year")
    }
    rows = [
        _item_outcome(measure, code, scores)
        for measure in planned_measures(measures)
        for code in measure.items
    ]
    return pd.DataFrame(rows, columns=ITEM_COLUMNS)


def division_outcomes(measures: pd.DataFrame, outcomes: pd.DataFrame) -> pd.DataFrame:
    """Count by leading division how many measures stand beside a rise, a fall, or neither.

    `outcomes` is what `measure_outcomes` gives. Columns: division, measures, up, down, steady,
    unknown; a measure that two divisions lead counts for both.
    """
    readings = dict(zip(outcomes["measure_id"], outcomes["reading"], strict=True))
    rows = [
        (division, readings[measure.measure_id])
        for measure in planned_measures(measures)
        for division in measure.lead
    ]
    led = pd.DataFrame(rows, columns=["division", "reading"])
    kinds = [reading.value for reading in Reading]
    counts = pd.crosstab(led["division"], led["reading"]).reindex(columns=kinds, fill_value=0)
    counts.insert(0, "measures", counts.sum(axis="columns"))
    order = list(dict.fromkeys(led["division"]))
    return counts.reindex(order).rename_axis(columns=None).reset_index()


def _changes(table: pd.DataFrame, span: tuple[int, int]) -> Iterator[tuple[Any, ...]]:
    changes = indicator_changes(table, *span)
    columns = ["indicator", "change", "broken", "reading"]
    return iter(changes[columns].itertuples(index=False, name=None))


def _values(frame: pd.DataFrame, code: str, value: str) -> dict[tuple[int, str], float]:
    """Give the values of a frame by year and code."""
    held = zip(frame["year"], frame[code].astype(str), frame[value], strict=True)
    return {(int(year), key): float(number) for year, key, number in held}


def _outcome(
    measure: PlannedMeasure,
    moved: Mapping[tuple[int, int, int], tuple[float, bool, str]],
    scores: Mapping[tuple[int, str], float],
    averages: Mapping[tuple[int, str], float],
) -> tuple[object, ...]:
    old, new, number = measure.item_year, measure.plan_year, measure.indicator
    code = str(number)
    return (
        measure.measure_id,
        number,
        old,
        new,
        scores.get((old, code), NONE),
        scores.get((new, code), NONE),
        *moved.get((old, new, number), (NONE, False, Reading.UNKNOWN.value)),
        _change(averages.get((old, code)), averages.get((new, code))),
    )


def _item_outcome(
    measure: PlannedMeasure, code: str, scores: Mapping[int, Mapping[str, float]]
) -> tuple[object, ...]:
    old, new = measure.item_year, measure.plan_year
    later, relation = _successor(old, new, code)
    item = framework(old).item(code)
    before = scores.get(old, {}).get(code)
    same = relation is Continuation.SAME
    after = scores.get(new, {}).get(later) if same else None
    return (
        measure.measure_id,
        code,
        item.name if item and item.name else "",
        old,
        NONE if before is None else before,
        new,
        later,
        relation.value,
        NONE if after is None else after,
        _change(before, after),
    )


def _successor(from_year: int, to_year: int, code: str) -> tuple[str, Continuation]:
    """Give the item of a later year that continues this one, and how."""
    span = [
        pair
        for pair in comparisons().crosswalk
        if (pair.from_year, pair.to_year) == (from_year, to_year)
    ]
    pairs = [pair for pair in span if pair.from_item == code]
    if pairs:
        best = min(pairs, key=lambda pair: pair.relation is not Relation.SAME)
        return best.to_item, Continuation(best.relation)
    return "", Continuation.GONE if span and _all_listed(to_year, code) else Continuation.UNKNOWN


def _all_listed(year: int, code: str) -> bool:
    """Whether every item of the instrument that the code belongs to is listed in a year."""
    described = framework(year)
    instrument = described.instrument_of_item(code)
    return instrument is not None and described.items_known(instrument.code)


def _change(before: float | None, after: float | None) -> float:
    if before is None or after is None or pd.isna(before) or pd.isna(after):
        return NONE
    return float(exact(after) - exact(before))
