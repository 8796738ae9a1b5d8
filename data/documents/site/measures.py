"""The measures of a plan as the pages of the site tell them: what is planned, what came of it."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any, Final

import pandas as pd

from data.documents.paper.shortening import shortened
from data.documents.report_rows import indicator_name
from data.model.links import is_safe_link
from data.model.records import Status
from data.tables.work.budget import budget_state
from data.tables.work.steps import step_count
from data.words import dates, filters, palette
from data.words.files import documents as document_words
from data.words.files import site as words
from data.words.work import statuses
from data.words.work import steps as step_words
from data.words.work.budget import baht
from queries.frames import records_of

_LETTERS: Final = 120


def measure_groups(measures: pd.DataFrame, steps: pd.DataFrame) -> list[dict[str, Any]]:
    """Give the measures by indicator, in the order of the plan.

    `measures` and `steps` are what the queries of these names give.
    """
    taken: dict[str, list[dict[Any, Any]]] = {}
    for step in records_of(steps):
        taken.setdefault(step["measure_id"], []).append(step)
    rows = records_of(measures)
    return [
        {
            "key": f"indicator-{number}-{place}",
            "number": int(number),
            "name": indicator_name(int(number), int(first["item_year"])),
            "measures": [_measure(row, taken.get(row["measure_id"], [])) for row in [first, *rest]],
        }
        for place, (number, group) in enumerate(groupby(rows, lambda row: row["indicator"]))
        for first, *rest in [list(group)]
    ]


def state(code: str) -> dict[str, str]:
    """Give a status as a coloured word with its shape."""
    mark = palette.STATUSES[Status(code)]
    return {"name": mark.name, "fill": mark.fill.colour, "ink": mark.fill.text}


def _measure(row: Mapping[Any, Any], steps: Sequence[Mapping[Any, Any]]) -> dict[str, Any]:
    items = document_words.ITEMS.format(items=", ".join(row["items"])) if len(row["items"]) else ""
    number = words.MEASURE.format(position=row["position"])
    return {
        "anchor": row["measure_id"],
        "name": filters.SEPARATOR.join(filter(None, (number, items))),
        "action": row["action"],
        "short": shortened(str(row["action"]), _LETTERS),
        "question": row["question"],
        "analysis": row["analysis"],
        "alignment": row["alignment"],
        "period": row["period_text"],
        "responsible": row["responsible_text"],
        "steps": [{"text": step["text"], "state": _step_state(step)} for step in steps],
        "state": state(row["status"]),
        "told": filters.SEPARATOR.join(_told(row)),
        "told_on": "" if pd.isna(row["status_on"]) else dates.thai_date(row["status_on"]),
        "note": row["note"],
        "evidence": row["evidence"],
        "linked": is_safe_link(str(row["evidence"])),
        "budget": "" if pd.isna(row["budget_left"]) else budget_state(row),
        "planned": _baht(row["budget_planned"]),
        "spent": _baht(row["budget_spent"]),
    }


def _told(row: Mapping[Any, Any]) -> Iterator[str]:
    if not pd.isna(row["percent"]):
        yield document_words.PERCENT.format(percent=int(row["percent"]))
    count = step_count(row["steps_done"], row["steps_counted"])
    if count:
        yield f"{step_words.NAME} {count}"
    flags = statuses.flags(row)
    if flags:
        yield flags


def _step_state(step: Mapping[Any, Any]) -> dict[str, str]:
    told = state(step["status"])
    flags = statuses.flags(step)
    return told | {"name": filters.SEPARATOR.join(filter(None, (told["name"], flags)))}


def _baht(amount: float) -> str:
    """Write an amount; nothing where it is not known."""
    return "" if pd.isna(amount) else words.BAHT.format(amount=baht(amount))
