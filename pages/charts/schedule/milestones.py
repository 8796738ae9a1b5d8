"""The steps of measures on their due days: a diamond each, by state in shape, word and colour."""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any, Final

import pandas as pd

from data.documents.pictures.labels import wrapped
from data.model.records import Status
from data.tables.work.steps import steps_done
from data.words import charts as words
from data.words import palette
from data.words.dates import thai_date
from pages.charts import canvas
from queries.frames import records_of

SIZE: Final = 17


def diamonds(steps: pd.DataFrame, places: Mapping[str, tuple[int, str]]) -> dict[str, object]:
    """Draw the steps with a due day, on the line of their measure.

    Args:
        steps: measure_id, position, text, due_date, status (a `Status` value), overdue.
        places: where on the y axis each measure stands, and who leads it.
    """
    dated = [row for row in records_of(steps) if row["measure_id"] in places and _day(row)]
    marks = [_mark(row) for row in dated]
    return {
        "type": "scatter",
        "name": "steps",
        "mode": "markers+text",
        "x": [pd.Timestamp(row["due_date"]).date().isoformat() for row in dated],
        "y": [places[row["measure_id"]][0] for row in dated],
        "text": [mark.shape for mark in marks],
        "textposition": "middle center",
        "textfont": {"size": 9, "color": [mark.fill.text for mark in marks]},
        "customdata": [
            (_hover(row, mark), row["measure_id"], places[row["measure_id"]][1])
            for row, mark in zip(dated, marks, strict=True)
        ],
        "hovertemplate": "%{customdata[0]}<extra></extra>",
        "unselected": {"marker": {"opacity": 1}},
        "cliponaxis": False,
        "marker": {
            "symbol": "diamond",
            "size": SIZE,
            "color": [mark.fill.colour for mark in marks],
            "line": {"color": palette.RULE, "width": 1},
        },
    }


def legend(
    of_measures: Sequence[palette.StatusMark], steps: pd.DataFrame
) -> tuple[canvas.Key, ...]:
    """Name the states that measures and steps are in."""
    found = [*of_measures, *map(_mark, records_of(steps))]
    known = [*palette.STATUSES.values(), palette.OVERDUE_MARK]
    return tuple(canvas.Key(mark.name, mark.fill) for mark in known if mark in found)


def done_of_all(steps: pd.DataFrame) -> str:
    """Say how many of the steps are done; cancelled ones are not counted."""
    done, counted = steps_done(steps)
    return words.STEPS_DONE.format(done=done, steps=counted)


def _mark(row: Mapping[str, Any]) -> palette.StatusMark:
    return palette.OVERDUE_MARK if row["overdue"] else palette.STATUSES[Status(row["status"])]


def _day(row: Mapping[str, Any]) -> dt.date | None:
    return None if pd.isna(row["due_date"]) else pd.Timestamp(row["due_date"]).date()


def _hover(row: Mapping[str, Any], mark: palette.StatusMark) -> str:
    return words.STEP_HOVER.format(
        position=int(row["position"]),
        text="<br>".join(wrapped(str(row["text"]), 40, 4)),
        due=thai_date(row["due_date"]),
        status=mark.name,
    )
