"""What ties a measure to results: its years, indicator, items and divisions, as typed rows."""

from dataclasses import dataclass, fields
from typing import Any

import pandas as pd


@dataclass(frozen=True, slots=True)
class PlannedMeasure:
    """A measure of the plan of `plan_year` that answers the result of `item_year`.

    `items` are codes of item_year; `lead` and `support` are names of divisions.
    """

    measure_id: str
    plan_year: int
    item_year: int
    indicator: int
    items: tuple[str, ...]
    lead: tuple[str, ...]
    support: tuple[str, ...]


def planned_measures(measures: pd.DataFrame) -> tuple[PlannedMeasure, ...]:
    """Give the rows of what `queries.measures.measures` gives, in its order."""
    names = [field.name for field in fields(PlannedMeasure)]
    rows: list[tuple[Any, ...]] = list(measures[names].itertuples(index=False, name=None))
    return tuple(PlannedMeasure(*row[:4], *map(tuple, row[4:])) for row in rows)
