"""What each division has to do, as sheets that can be printed and ticked off."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import pandas as pd
import streamlit as st

from data.model.columns import Table
from data.model.records import Status
from data.model.thai_time import today
from data.tables.columns import columns
from data.tables.filters import Filters
from data.tables.handouts import Handout
from data.words.work import reporting as words
from data.words.work import statuses
from pages.shared.downloads import XLSX
from pages.shared.drawing import batches_in_use

KEYS = ("tick", "measure_id", "action", "role", "end_date", "status", "percent", "todo")
CLOSED = (Status.DONE.value, Status.CANCELLED.value)


def offer(measures: pd.DataFrame, divisions: Sequence[str], filters: Filters) -> None:
    """Draw the button that builds the sheets of some divisions when it is clicked."""
    handout = todo_handout(measures, divisions, filters, batches_in_use())
    st.download_button(
        words.TODO_BUTTON,
        data=handout.excel,
        file_name=handout.excel_name,
        mime=XLSX,
        key="todo_xlsx",
        on_click="ignore",
        icon=":material/checklist:",
    )


def todo_handout(
    measures: pd.DataFrame, divisions: Sequence[str], filters: Filters, batches: tuple[str, ...]
) -> Handout:
    """Give the file: a sheet a division, what is late first."""
    year = int(measures["plan_year"].max())
    sheets = tuple(todo_table(measures, division, year) for division in divisions)
    return Handout(
        sheets,
        filters.scope(),
        len(measures),
        batches,
        sample=False,
        year=year,
        name_parts=(words.TODO, *(divisions if len(divisions) == 1 else ())),
        day=today(),
    )


def todo_table(measures: pd.DataFrame, division: str, year: int) -> Table:
    """Give what a division has to do: measures it leads before those it supports."""
    rows = sorted(_rows(measures, division), key=lambda row: (row["role"], not row["overdue"]))
    frame = pd.DataFrame(rows, columns=[*KEYS, "overdue"])
    frame["role"] = [words.ROLES[role] for role in frame["role"]]
    title = words.TODO_TITLE.format(division=division, year=year)
    listed = columns(KEYS, words.TODO_COLUMNS)
    return Table(division, title, listed, frame, () if rows else (words.TODO_NONE,))


def _rows(measures: pd.DataFrame, division: str) -> Iterator[dict[Any, Any]]:
    for row in measures.to_dict("records"):
        leads = division in row["lead"]
        todo = _todo(row) if leads else _support(row)
        if todo and (leads or division in row["support"]):
            yield {
                **row,
                "tick": words.TICK,
                "role": "lead" if leads else "support",
                "status": statuses.status(row["status"]),
                "todo": todo,
            }


def _todo(row: Mapping[Any, Any]) -> str:
    if row["awaiting_evidence"]:
        return words.TODO_EVIDENCE
    if row["status"] in CLOSED:
        return ""
    late = words.TODO_OVERDUE if row["overdue"] else ""
    first = row["status"] == Status.NOT_REPORTED
    parts = (
        words.TODO_FIRST if first else "",
        late or (words.TODO_DUE_SOON if row["due_soon"] else ""),
        words.TODO_SILENT if row["silent"] and not first else "",
    )
    return "\n".join(part for part in parts if part) or words.TODO_GO_ON


def _support(row: Mapping[Any, Any]) -> str:
    return "" if row["status"] in CLOSED else words.TODO_SUPPORT
