"""Measures as rows of their table, and what they would change beside those stored."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

import duckdb
import pandas as pd

import queries
from data.model.records import Measure

MEASURE_FIELDS = (
    "indicator",
    "position",
    "items",
    "question",
    "analysis",
    "action",
    "alignment",
    "steps",
    "period_text",
    "start_date",
    "end_date",
    "responsible_text",
    "lead",
    "support",
)


def measure_frame(measures: tuple[Measure, ...]) -> pd.DataFrame:
    """Give measures as rows of the measure table."""
    columns = ["measure_id", *MEASURE_FIELDS, "plan_year", "item_year", "sheet", "cell"]
    rows = [_measure_row(measure) for measure in measures]
    frame = pd.DataFrame(rows, columns=columns)
    for date in ("start_date", "end_date"):
        frame[date] = pd.to_datetime(frame[date])
    return frame


def _measure_row(measure: Measure) -> dict[str, Any]:
    row = asdict(measure)
    row["measure_id"] = measure.measure_id
    row["start_date"] = row.pop("start")
    row["end_date"] = row.pop("end")
    for field in ("items", "steps", "lead", "support"):
        row[field] = list(row[field])
    return row


def measure_changes(
    cursor: duckdb.DuckDBPyConnection, measures: tuple[Measure, ...]
) -> pd.DataFrame:
    """Give what measures would change beside the store, as `Comparison.measures`."""
    incoming = {row["measure_id"]: row for row in map(_measure_row, measures)}
    stored: dict[str, dict[str, Any]] = {}
    for year in sorted({measure.plan_year for measure in measures}):
        result = cursor.execute(
            queries.statement("imports/measures_as_stored"), {"plan_year": year}
        )
        names = [column[0] for column in result.description]
        stored |= {row[0]: dict(zip(names, row, strict=True)) for row in result.fetchall()}
    rows = [
        change
        for measure_id in [*incoming, *(key for key in stored if key not in incoming)]
        for change in _field_changes(measure_id, stored.get(measure_id), incoming.get(measure_id))
    ]
    return pd.DataFrame(
        rows, columns=["measure_id", "field", "old_value", "new_value", "change"], dtype="object"
    )


def _field_changes(
    measure_id: str, old: Mapping[str, Any] | None, new: Mapping[str, Any] | None
) -> list[tuple[str, str, Any, Any, str]]:
    if old is None:
        return [(measure_id, "", None, None, "added")]
    if new is None:
        return [(measure_id, "", None, None, "absent")]
    different = [
        (measure_id, field, old[field], new[field], "changed")
        for field in MEASURE_FIELDS
        if old[field] != new[field]
    ]
    return different or [(measure_id, "", None, None, "unchanged")]
