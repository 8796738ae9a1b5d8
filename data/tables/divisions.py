"""Tables of divisions: how far each is, and what each has to do, as sheets to tick off."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import pandas as pd

from data.analysis.plan.division_counts import COUNTS
from data.framework import office
from data.model.columns import Table
from data.model.records import Status
from data.tables.columns import columns
from data.tables.filters import Filters
from data.tables.handouts import Handout
from data.words.files import tables as words
from data.words.work import reporting as todo_words
from data.words.work import statuses
from queries.frames import records_of

PROGRESS_KEYS = (
    "division",
    *COUNTS,
    "in-progress",
    "not-started",
    "not-reported",
    "cancelled",
)
TODO_KEYS = ("tick", "measure_id", "action", "role", "end_date", "status", "percent", "todo")
CLOSED = (Status.DONE.value, Status.CANCELLED.value)


def progress_table(progress: pd.DataFrame, title: str) -> Table:
    """Show what `division_progress` counts with one row a division."""
    rows: dict[str, dict[Any, Any]] = {}
    for row in records_of(progress):
        of_division = rows.setdefault(row["division"], {**dict.fromkeys(PROGRESS_KEYS, 0), **row})
        of_division[row["status"]] = row["measures"]
    frame = pd.DataFrame(list(rows.values()), columns=list(PROGRESS_KEYS))
    return Table(words.SHEETS["divisions"], title, columns(PROGRESS_KEYS), frame)


def todo_handout(
    measures: pd.DataFrame, divisions: Sequence[str], filters: Filters, batches: tuple[str, ...]
) -> Handout:
    """Give the file: a sheet a division, what is late first."""
    year = int(measures["plan_year"].max())
    return Handout(
        lambda: tuple(todo_table(measures, division, year) for division in divisions),
        filters.scope(),
        len(measures),
        batches,
        year=year,
        name_parts=(todo_words.TODO, *(divisions if len(divisions) == 1 else ())),
    )


def todo_table(measures: pd.DataFrame, division: str, year: int) -> Table:
    """Give what a division has to do: measures it leads before those it supports."""
    rows = sorted(_rows(measures, division), key=lambda row: (row["role"], not row["overdue"]))
    frame = pd.DataFrame(rows, columns=[*TODO_KEYS, "overdue"])
    frame["role"] = [todo_words.ROLES[role] for role in frame["role"]]
    title = todo_words.TODO_TITLE.format(division=division, year=year)
    listed = columns(TODO_KEYS, todo_words.TODO_COLUMNS)
    return Table(division, title, listed, frame, () if rows else (todo_words.TODO_NONE,))


def _rows(measures: pd.DataFrame, division: str) -> Iterator[dict[Any, Any]]:
    for row in records_of(measures):
        leads = division in row["lead"]
        todo = _todo(row) if leads else _support(row)
        if todo and (leads or division in row["support"]):
            yield {
                **row,
                "tick": todo_words.TICK,
                "role": "lead" if leads else "support",
                "status": statuses.status(row["status"]),
                "todo": todo,
            }


def _todo(row: Mapping[Any, Any]) -> str:
    if row["awaiting_evidence"]:
        return todo_words.TODO_EVIDENCE
    if row["status"] in CLOSED:
        return ""
    late = todo_words.TODO_OVERDUE if row["overdue"] else ""
    first = row["status"] == Status.NOT_REPORTED
    parts = (
        todo_words.TODO_FIRST if first else "",
        late or (todo_words.TODO_DUE_SOON if row["due_soon"] else ""),
        todo_words.TODO_SILENT.format(days=office().silent_days)
        if row["silent"] and not first
        else "",
    )
    return "\n".join(part for part in parts if part) or todo_words.TODO_GO_ON


def _support(row: Mapping[Any, Any]) -> str:
    return "" if row["status"] in CLOSED else todo_words.TODO_SUPPORT
