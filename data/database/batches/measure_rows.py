"""Measures as rows of their table, and what they would change beside those stored."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

import pandas as pd

import queries
from data.model.records import Import, Measure

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
    "budget_planned",
)


def measure_frame(measures: tuple[Measure, ...]) -> pd.DataFrame:
    """Give measures as rows of the measure table."""
    columns = [
        "measure_id",
        *MEASURE_FIELDS,
        "plan_year",
        "item_year",
        "sheet",
        "cell",
        "budget_cell",
    ]
    rows = [_measure_row(measure) for measure in measures]
    frame = pd.DataFrame(rows, columns=columns)
    for date in ("start_date", "end_date"):
        frame[date] = pd.to_datetime(frame[date])
    frame["budget_planned"] = frame["budget_planned"].astype("float64")
    return frame


def step_frame(measures: tuple[Measure, ...]) -> pd.DataFrame:
    """Give the steps of measures as rows of the step table."""
    rows = [
        (step_id, measure.measure_id, position, text, measure.sheet, cell)
        for measure in measures
        for position, (step_id, text, cell) in enumerate(
            zip(measure.step_ids, measure.steps, _cells(measure), strict=True), start=1
        )
    ]
    columns = ["step_id", "measure_id", "position", "text", "sheet", "cell"]
    return pd.DataFrame(rows, columns=columns)


def _cells(measure: Measure) -> tuple[str, ...]:
    """Give the cell of each step; where the reader did not tell, that of the measure."""
    return measure.step_cells or (measure.cell,) * len(measure.steps)


def _measure_row(measure: Measure) -> dict[str, Any]:
    row = asdict(measure)
    row["measure_id"] = measure.measure_id
    row["withdrawn"] = False
    row["start_date"] = row.pop("start")
    row["end_date"] = row.pop("end")
    for field in ("items", "steps", "lead", "support"):
        row[field] = list(row[field])
    return row


def measure_changes(cursor: queries.Cursor, imported: Import, sha256: str) -> pd.DataFrame:
    """Give what measures would change beside the store, as `Comparison.measures`.

    What is withdrawn already, or stands in another sheet of the file, does not change.
    """
    incoming = {row["measure_id"]: row for row in map(_measure_row, imported.measures)}
    stored = _stored(cursor, imported, sha256) if imported.measures else {}
    gone = [
        measure_id
        for measure_id, row in stored.items()
        if measure_id not in incoming and not row["withdrawn"] and not row["of_file"]
    ]
    rows = [
        change
        for measure_id in [*incoming, *gone]
        for change in _field_changes(measure_id, stored.get(measure_id), incoming.get(measure_id))
    ]
    return pd.DataFrame(
        rows, columns=["measure_id", "field", "old_value", "new_value", "change"], dtype="object"
    )


def change_counts(
    cursor: queries.Cursor, imported: Import, sha256: str, *, is_sample: bool
) -> dict[str, int]:
    """Count the scores and measures of a registered import that are added, changed, unchanged."""
    scores: Mapping[str, int] = (
        queries.fetch(cursor, "imports/score_change_counts", is_sample=is_sample) or {}
    )
    measures = measure_changes(cursor, imported, sha256)
    by_change = measures.groupby("change")["measure_id"].nunique()
    return {
        change: int(scores.get(change, 0)) + int(by_change.get(change, 0))
        for change in ("added", "changed", "unchanged")
    }


def _stored(cursor: queries.Cursor, imported: Import, sha256: str) -> dict[str, dict[str, Any]]:
    parameters = {
        "plan_year": imported.measures[0].plan_year,
        "sha256": sha256,
        "sheet": imported.sheet,
    }
    result = queries.ask(cursor, "imports/measures_as_stored", **parameters)
    names = [column[0] for column in result.description]
    return {row[0]: dict(zip(names, row, strict=True)) for row in result.fetchall()}


def _field_changes(
    measure_id: str, old: Mapping[str, Any] | None, new: Mapping[str, Any] | None
) -> list[tuple[str, str, Any, Any, str]]:
    if old is None:
        return [(measure_id, "", None, None, "added")]
    if new is None:
        return [(measure_id, "action", old["action"], None, "withdrawn")]
    different = [
        (measure_id, field, old[field], new[field], "changed")
        for field in (*MEASURE_FIELDS, "withdrawn")
        if old[field] != new[field]
    ]
    return different or [(measure_id, "", None, None, "unchanged")]
