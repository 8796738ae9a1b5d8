"""The state of what is planned on a day: what the plan says, beside what was told up to that day.

Plan and reports are read apart, so that a report leaves all that was read of the plan alone.
A withdrawn measure is closed, never late; neither is a step of a closed measure. How many days
make one late, due soon or silent, the office has decided.
"""

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Any, Final

import numpy as np
import pandas as pd

from data.model.columns import Kind
from data.model.records import REPORT_COLUMNS
from queries.frames import records_of

Row = Mapping[Any, Any]
State = dict[str, Any]
_CLOSING: Final = ("done", "cancelled")
_BUDGET: Final = "budget_planned"
_OFFICE: Final = ["late_days", "due_soon_days", "silent_days"]
_BETWEEN: Final = {*_OFFICE, "measure_position", "even_date"}
"""What stands in a plan only for what is worked out of it."""
_DTYPES: Final = {
    Kind.STATUS: "str",
    Kind.TEXT: "str",
    Kind.LONG_TEXT: "str",
    Kind.PERCENT: "Int16",
    Kind.MONEY: "float64",
    Kind.DATE: "datetime64[us]",
}
_REPORT: Final = {
    "report_id": "int32",
    "reported_at": "datetime64[us, Asia/Bangkok]",
    **{column.key: _DTYPES[column.kind] for column in REPORT_COLUMNS},
    "reported_by": "str",
}
_MEASURE: Final = _REPORT | {
    "budget_left": "float64",
    "closed": "bool",
    "overdue": "bool",
    "due_soon": "bool",
    "silent": "bool",
    "awaiting_evidence": "bool",
    "steps_done": "Int64",
    "steps_counted": "Int64",
    "proposed_percent": "Int64",
}
_STEP: Final = {
    "proposed": "bool",
    **_REPORT,
    "schedule_id": "int32",
    "division": "str",
    "due_date": "datetime64[us]",
    "overdue": "bool",
    "due_soon": "bool",
}


def of_measures(
    planned: pd.DataFrame, told: Iterable[Row], progress: Iterable[Row], as_of: dt.date
) -> pd.DataFrame:
    """Put `measures/planned`, `measures/told` and `steps/progress` together."""
    steps = {(row["measure_id"], row["batch_id"]): row for row in progress}
    keys = ["measure_id", "batch_id", "withdrawn", "start_date", "end_date", *_OFFICE, _BUDGET]
    measures = records_of(planned[keys])
    states = [
        {**state, **steps.get((measure["measure_id"], measure["batch_id"]), {})}
        for measure, state in zip(measures, states_of(measures, told, as_of), strict=True)
    ]
    return _beside(planned, states, _MEASURE)


def states_of(planned: Iterable[Row], told: Iterable[Row], as_of: dt.date) -> list[State]:
    """Give the state of each measure of `measures/planned` without its steps."""
    said = {row["measure_id"]: row for row in told}
    return [_measure_state(row, said.get(row["measure_id"], {}), as_of) for row in planned]


def of_steps(
    planned: pd.DataFrame, told: Iterable[Row], measures: pd.DataFrame, as_of: dt.date
) -> pd.DataFrame:
    """Put `steps/planned`, `steps/told` and every measure of the day together."""
    said = {row["step_id"]: row for row in told}
    closed = set(measures.loc[measures["closed"], "measure_id"])
    keys = ["step_id", "measure_id", "lead", "even_date", *_OFFICE[:2]]
    states = [
        _step_state(
            step, said.get(step["step_id"], {}), as_of, of_closed=step["measure_id"] in closed
        )
        for step in records_of(planned[keys])
    ]
    return _beside(planned, states, _STEP)


def _measure_state(measure: Row, said: Row, as_of: dt.date) -> State:
    closed = measure["withdrawn"] or said.get("status") in _CLOSING
    # Heard of last when it began, or on the day the report that counts is about.
    unheard = np.fmin(_days(measure["start_date"], as_of), _days(said.get("about_on"), as_of))
    # What was told last stands before what the plan says.
    told, spent = said.get(_BUDGET), said.get("budget_spent")
    planned = measure[_BUDGET] if told is None else told
    return {
        **_report(said),
        "evidence": said.get("evidence") or "",
        _BUDGET: planned,
        "budget_left": None if spent is None or planned is None else planned - spent,
        "closed": closed,
        **_due(measure, measure["end_date"], as_of, closed=closed),
        "silent": bool(not closed and unheard > measure["silent_days"]),
        "awaiting_evidence": not measure["withdrawn"]
        and said.get("status") == "done"
        and not said["evidence"]
        and not said["proven"],
    }


def _step_state(step: Row, said: Row, as_of: dt.date, *, of_closed: bool) -> State:
    closed = of_closed or said.get("status") in _CLOSING
    due = said.get("due_date")
    return {
        **_report(said),
        "proposed": due is None,
        "schedule_id": said.get("schedule_id") or 0,
        "division": said.get("division") or next(iter(step["lead"]), ""),
        "due_date": due or step["even_date"],
        **_due(step, due or step["even_date"], as_of, closed=closed),
    }


def _report(said: Row) -> State:
    return {
        **{key: said.get(key) for key in _REPORT},
        "report_id": said.get("report_id") or 0,
        "status": said.get("status") or "not-reported",
        "note": said.get("note") or "",
    }


def _due(office: Row, due: dt.date | None, as_of: dt.date, *, closed: bool) -> State:
    """Tell what is late on a day, and what is due soon or not late yet."""
    past = _days(due, as_of)
    return {
        "overdue": not closed and past > office["late_days"],
        "due_soon": not closed and -office["due_soon_days"] <= past <= office["late_days"],
    }


def _days(since: dt.date | None, as_of: dt.date) -> float:
    """Count the days up to a day; not a number where the first is not known."""
    return (pd.Timestamp(as_of) - pd.Timestamp(since)).days  # type: ignore[arg-type]


def _beside(planned: pd.DataFrame, states: list[State], kinds: Mapping[str, str]) -> pd.DataFrame:
    """Put states beside what is planned, in front of the file it came in."""
    columns = {
        key: pd.array([state.get(key) for state in states], dtype=kind)  # type: ignore[call-overload]
        for key, kind in kinds.items()
    }
    *plan, file_name = (key for key in planned if key not in _BETWEEN)
    return pd.DataFrame(
        {key: planned[key].array for key in plan} | columns | {file_name: planned[file_name].array}
    )
