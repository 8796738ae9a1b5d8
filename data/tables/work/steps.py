"""Tables of the steps of measures: who takes them by when, and how far they are."""

from collections import Counter

import pandas as pd

from data.model.columns import Table
from data.model.records import ReportKind, Status
from data.roundtrip.values import FIELDS
from data.tables.columns import columns
from data.words.work import statuses
from data.words.work import steps as words
from queries.frames import records_of

STEP_KEYS = (
    "measure_id",
    "position",
    "text",
    "division",
    "due_date",
    "due_from",
    *FIELDS[ReportKind.STEP],
    "flags",
    "reported_by",
    "step_id",
)


def step_table(steps: pd.DataFrame) -> Table:
    """Show steps as `queries.steps.steps` gives them."""
    shown = steps.copy()
    shown["due_from"] = [words.due_from(proposed=bool(one)) for one in steps["proposed"]]
    shown["status"] = [statuses.status(code) for code in steps["status"]]
    held = records_of(steps[["overdue", "due_soon", "withdrawn"]])
    shown["flags"] = list(map(statuses.flags, held))
    return Table(words.NAME, words.NAME, columns(STEP_KEYS, words.HEADINGS), shown)


def steps_done(steps: pd.DataFrame) -> tuple[int, int]:
    """Count the steps that are done, and all of them; cancelled ones are in neither."""
    states = Counter(steps["status"])
    return states[Status.DONE], len(steps) - states[Status.CANCELLED]


def step_count(done: float, counted: float) -> str:
    """Write how many steps are done: 2/3; "" of a measure without steps."""
    return "" if pd.isna(counted) or not counted else f"{int(done)}/{int(counted)}"
