"""Tables of measures: the plan, the follow-up, and what else is known of each."""

from collections.abc import Callable, Iterable, Iterator, Sequence

import pandas as pd

from data.framework import framework, years
from data.model.columns import Table
from data.model.records import Flag
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
MEASURE_TEXTS = (
    "question",
    "analysis",
    "action",
    "alignment",
    "steps",
    "period_text",
    "responsible_text",
)
"""The columns of the official form that are kept as they are written."""
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
FLAGS = tuple(flag.column for flag in Flag if flag is not Flag.OPEN)


def measure_table(measures: pd.DataFrame, title: str, *, first: Sequence[str] = ()) -> Table:
    """Show measures as `queries.measures.measures` gives them, with lists written out.

    `first` names the columns that matter most where the table stands; the others follow.
    """
    lists = {key: map(", ".join, measures[key]) for key in ("items", "lead", "support")}
    texts = {
        **lists,
        "indicator_name": _each(measures, _indicator_label, "indicator", "item_year"),
        "steps": map(numbered, measures["steps"]),
        "step_count": _each(measures, step_count, "steps_done", "steps_counted"),
        "status": map(statuses.status, measures["status"]),
        "flags": _each(measures, _flags, *FLAGS),
        "source": _each(measures, places.source, "file_name", "sheet", "cell"),
    }
    shown = measures.assign(**{key: _texts(values, measures) for key, values in texts.items()})
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


def _each(measures: pd.DataFrame, write: Callable[..., str], *keys: str) -> Iterator[str]:
    """Write one text a row from some of its values: rows as dictionaries cost ten times that."""
    return map(write, *(measures[key] for key in keys))


def _texts(values: Iterable[str], measures: pd.DataFrame) -> "pd.Series[str]":
    return pd.Series(list(values), measures.index, dtype="str")


def _flags(*held: object) -> str:
    return statuses.flags(dict(zip(FLAGS, held, strict=True)))


def _indicator_label(number: int, year: int) -> str:
    one = framework(year).indicator(number) if year in years() else None
    return f"{number}. {one.name}" if one and one.name else str(number)
