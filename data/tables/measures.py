"""Tables of measures: the plan, the follow-up, and what else is known of each."""

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from data.framework import framework, years
from data.model.columns import Table
from data.roundtrip.values import REPORT_KEYS
from data.tables.columns import columns
from data.tables.work.steps import step_count
from data.words.files import places
from data.words.files import tables as words
from data.words.work import statuses

MEASURE_KEYS = (
    "plan_year",
    "indicator_name",
    "items",
    "action",
    "lead",
    "support",
    "status",
    "percent",
    "step_count",
    "flags",
    "end_date",
    "measure_id",
)
DETAIL_KEYS = (
    "measure_id",
    "question",
    "analysis",
    "alignment",
    "steps",
    "period_text",
    "proposed_percent",
    "start_date",
    "responsible_text",
    *(key for key in REPORT_KEYS if key not in MEASURE_KEYS),
    "budget_left",
    "reported_by",
    "reported_at",
    "source",
)
FOLLOW_UP_FIRST = (
    "indicator_name",
    "items",
    "lead",
    "status",
    "percent",
    "step_count",
    "flags",
    "end_date",
)


def measure_table(measures: pd.DataFrame, title: str, *, first: Sequence[str] = ()) -> Table:
    """Show measures as `queries.measures.measures` gives them, with lists written out.

    `first` names the columns that matter most where the table stands; the others follow.
    """
    shown = measures.copy()
    shown["indicator_name"] = [
        _indicator_label(int(row["indicator"]), int(row["item_year"]))
        for row in measures.to_dict("records")
    ]
    for column in ("items", "lead", "support"):
        shown[column] = [", ".join(values) for values in measures[column]]
    shown["steps"] = [numbered(values) for values in measures["steps"]]
    counts = zip(measures["steps_done"], measures["steps_counted"], strict=True)
    shown["step_count"] = [step_count(done, counted) for done, counted in counts]
    shown["status"] = [statuses.status(code) for code in measures["status"]]
    shown["flags"] = [flag_words(row) for row in measures.to_dict("records")]
    shown["source"] = [source_place(row) for row in measures.to_dict("records")]
    ordered = dict.fromkeys((*first, *MEASURE_KEYS))
    return Table(words.SHEETS["data"], title, columns(ordered), shown)


def measure_details(table: Table) -> Table:
    """Give the rest of what is known of the measures of a `measure_table`: same rows and order."""
    name = words.SHEETS["details"]
    return Table(name, name, columns(DETAIL_KEYS), table.frame)


def numbered(steps: Sequence[str]) -> str:
    """Write steps as numbered lines; a single step stands without a number."""
    if len(steps) == 1:
        return steps[0]
    return "\n".join(f"{number}. {step}" for number, step in enumerate(steps, start=1))


def flag_words(row: Mapping[Any, Any]) -> str:
    """Give the computed states of a measure row as text."""
    return statuses.flags(
        overdue=bool(row["overdue"]),
        due_soon=bool(row["due_soon"]),
        silent=bool(row["silent"]),
        awaiting_evidence=bool(row["awaiting_evidence"]),
        withdrawn=bool(row["withdrawn"]),
    )


def source_place(row: Mapping[Any, Any]) -> str:
    """Say the file, sheet and cell of a row."""
    return places.source(row["file_name"], row["sheet"], row["cell"])


def _indicator_label(number: int, year: int) -> str:
    one = framework(year).indicator(number) if year in years() else None
    return f"{number}. {one.name}" if one and one.name else str(number)
