"""Steps of measures: who takes them by when, and the state they had on a day."""

import datetime as dt
from collections.abc import Sequence

import pandas as pd

from queries import Reader, frame_once, read, read_once, rows
from queries.measures import measures
from queries.states import of_steps


def steps(
    reader: Reader,
    *,
    as_of: dt.date,
    measure_ids: Sequence[str] | None = None,
    known_at: dt.date | None = None,
) -> pd.DataFrame:
    """Steps in the order of the plan, of the given measures or of all in force.

    `division` takes the step, by default the first lead of its measure; `due_date` is `proposed`
    where nobody set one.
    """
    every = frame_once(reader, "steps", (as_of, known_at), lambda: _on_day(reader, as_of, known_at))
    asked = ~every["withdrawn"] if measure_ids is None else every["measure_id"].isin(measure_ids)
    return every if asked.all() else every[asked].reset_index(drop=True)


def schedules(reader: Reader) -> pd.DataFrame:
    """Every decision on who takes a step and by when, oldest first."""
    return read(reader, "steps/schedules")


def step_percent(reader: Reader, *, done: int, counted: int) -> int | None:
    """Give the percent that steps propose for their measure; None where none is counted."""
    percent = rows(reader, "steps/step_percent", done=done, counted=counted)[0]["percent"]
    return None if percent is None else int(percent)


def _on_day(reader: Reader, as_of: dt.date, known_at: dt.date | None) -> pd.DataFrame:
    return of_steps(
        read_once(reader, "steps/planned"),
        rows(reader, "steps/told", as_of=as_of, known_at=known_at),
        measures(reader, as_of=as_of, known_at=known_at, withdrawn=True),
        as_of,
    )
