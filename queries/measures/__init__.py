"""Measures of action plans with the state they had on a day."""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from queries import Reader, frame_once, read, read_once, rows
from queries.states import of_measures, states_of


def measures(  # noqa: PLR0913  one keyword a filter of the page
    reader: Reader,
    *,
    as_of: dt.date,
    years: Sequence[int] | None = None,
    divisions: Sequence[str] | None = None,
    lead_only: bool = False,
    states: Sequence[str] | None = None,
    indicators: Sequence[int] | None = None,
    withdrawn: bool = False,
    known_at: dt.date | None = None,
) -> pd.DataFrame:
    """Measures in the order of the plan; each filter is None for no filter.

    `states` mixes statuses with the computed ones: overdue, due-soon, silent, awaiting-evidence,
    open, withdrawn; a measure is given when it is in any of them. Those a newer plan no longer has
    stand behind the others when `withdrawn` asks for them; they are counted nowhere. `known_at`
    leaves out reports typed after that day.
    """
    found = frame_once(
        reader, "measures", (as_of, known_at), lambda: _on_day(reader, as_of, known_at)
    )
    kept = ~found["withdrawn"] | withdrawn if states is None else _in_any(found, set(states))
    for key, chosen in (("plan_year", years), ("indicator", indicators)):
        if chosen is not None:
            kept &= found[key].isin(chosen)
    if divisions is not None or lead_only:
        kept &= _answered(found, divisions, lead_only=lead_only)
    return found if kept.all() else found[kept].reset_index(drop=True)


def states(reader: Reader, *, as_of: dt.date) -> list[Mapping[str, Any]]:
    """Measures in force as `measures` has them without their steps; a frame would cost more."""
    planned = rows(reader, "measures/planned")
    told = rows(reader, "measures/told", as_of=as_of, known_at=None)
    found = zip(planned, states_of(planned, told, as_of), strict=True)
    return [{**measure, **state} for measure, state in found if not measure["withdrawn"]]


def planned(reader: Reader) -> pd.DataFrame:
    """Measures in force as the plans have them, in their order: what no report can change."""
    every = read_once(reader, "measures/planned")
    return every[~every["withdrawn"]].reset_index(drop=True)


def plan_years(reader: Reader) -> pd.DataFrame:
    """Plan years with their number of measures."""
    return read(reader, "measures/plan_years")


def status_history(reader: Reader, measure_id: str, *, most: int | None = None) -> pd.DataFrame:
    """Reports on a measure, newest first: every one, or so many."""
    return read(reader, "statuses/reports", measure_id=measure_id, most=most)


def measure_versions(reader: Reader, measure_id: str) -> pd.DataFrame:
    """Every version of one measure with its text, file, sheet, cell, day and person."""
    return read(reader, "measures/measure_versions", measure_id=measure_id)


def measure_items(reader: Reader) -> pd.DataFrame:
    """Which items each measure in force answers: measure_id, year, code."""
    return read(reader, "measures/measure_items")


def measure_divisions(reader: Reader) -> pd.DataFrame:
    """Who leads and who supports each measure in force: measure_id, division, role."""
    return read(reader, "measures/measure_divisions")


def _on_day(reader: Reader, as_of: dt.date, known_at: dt.date | None) -> pd.DataFrame:
    """Give every measure with its state; what no report can change is read once for all of them."""
    return of_measures(
        read_once(reader, "measures/planned"),
        rows(reader, "measures/told", as_of=as_of, known_at=known_at),
        rows(reader, "steps/progress", as_of=as_of, known_at=known_at),
        as_of,
    )


def _in_any(found: pd.DataFrame, states: set[str]) -> "pd.Series[bool]":
    """Tell which measures are in one of the states; a withdrawn one is in no other."""
    flags = {
        "overdue": found["overdue"],
        "due-soon": found["due_soon"],
        "silent": found["silent"],
        "awaiting-evidence": found["awaiting_evidence"],
        "open": ~found["closed"],
    }
    within = found["status"].isin(states)
    for state in states & flags.keys():
        within |= flags[state]
    return within.where(~found["withdrawn"], "withdrawn" in states).astype(bool)


def _answered(
    found: pd.DataFrame, divisions: Sequence[str] | None, *, lead_only: bool
) -> "pd.Series[bool]":
    """Tell which measures one of the divisions, or any at all, leads or else supports."""
    answering = found["lead"].map(list)
    if not lead_only:
        answering += found["support"].map(list)
    wanted = None if divisions is None else set(divisions)
    return answering.map(lambda named: bool(named if wanted is None else wanted & set(named)))
