"""The steps of a measure to tick, and what was ticked as reports."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import pandas as pd
import streamlit as st

from data.model.records import ReportKind, Status, StatusReport
from data.words import dates
from data.words.work import status_report as words
from pages.shared.safe import plain
from pages.shared.session import database
from queries import steps as step_queries

Row = Mapping[Any, Any]


def tick(form: str, steps: Sequence[Row]) -> dict[str, bool]:
    """Let a person tick the steps that are done, and tell of each whether it is."""
    if steps:
        st.markdown(f"**{words.STEPS_DONE}**")
    with st.container(gap="xxsmall"):
        return {
            str(row["step_id"]): st.checkbox(
                plain(_label(row)),
                value=row["status"] == Status.DONE,
                key=f"{form}_{row['step_id']}",
            )
            for row in steps
        }


def proposed(ticked: Mapping[str, bool]) -> int | None:
    """Give the percent that the ticked steps propose."""
    return step_queries.step_percent(database(), done=sum(ticked.values()), counted=len(ticked))


def reports(
    steps: Sequence[Row], ticked: Mapping[str, bool], day: dt.date, division: str, by: str
) -> Iterator[StatusReport]:
    """Give a report on each step that was ticked, or whose tick was taken away."""
    for row in steps:
        done = ticked[str(row["step_id"])]
        if done is not bool(row["status"] == Status.DONE):
            yield StatusReport(
                str(row["measure_id"]),
                Status.DONE if done else Status.IN_PROGRESS,
                note=str(row["note"]),
                reported_by=by,
                status_on=day,
                kind=ReportKind.STEP,
                division=division,
                step_id=str(row["step_id"]),
            )


def _label(row: Row) -> str:
    if pd.isna(row["due_date"]):
        return words.STEP.format(position=row["position"], text=row["text"])
    due = dates.thai_date(row["due_date"])
    return words.STEP_DUE.format(position=row["position"], text=row["text"], due=due)
