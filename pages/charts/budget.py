"""Budgets: a light bar with a rule around it for what is planned, a slim one for what is spent."""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any, Final

import pandas as pd

from data.documents.pictures.labels import columns_in, escaped, label
from data.tables.work.budget import known
from data.words import charts as words
from data.words import palette
from data.words.dates import thai_date
from data.words.work import budget as budget_words
from pages.charts import canvas
from pages.charts.frames import limited, required
from queries.frames import records_of

_ROW: Final = 40
_LEFT: Final = 118
_RIGHT: Final = 96
_WIDTHS: Final = {"budget_planned": 0.62, "budget_spent": 0.3}
_MARKS: Final = {
    ("budget_planned", False): palette.EMPTY.colour,
    ("budget_planned", True): palette.EMPTY.colour,
    ("budget_spent", False): palette.TOTAL_LINE,
    ("budget_spent", True): palette.OVERDUE_MARK.fill.colour,
}
"""Colours by amount and whether more was spent than planned."""


def budget_bars(
    budgets: pd.DataFrame,
    total: Mapping[str, Any],
    *,
    as_of: dt.date,
    limits: Sequence[str] = (),
) -> canvas.Chart:
    """Draw what was planned and spent, in the order given.

    Args:
        budgets: label, budget_planned, budget_spent, budget_left in baht, NaN where not known.
        total: their sums as `data.tables.work.budget.budget_total` gives them.
        as_of: the day the amounts are of.
        limits: the filters that leave something out, in words.

    Raises:
        ValueError: If there is no row.
    """
    required(budgets)
    rows = records_of(budgets)
    heading = canvas.Heading(
        budget_bars_takeaway(total),
        words.BUDGET_SUBTITLE.format(as_of=thai_date(as_of)),
        (words.BUDGET_BARS, *limited(limits)),
    )
    traces = [_bars(rows, "budget_planned"), _bars(rows, "budget_spent")]
    room = canvas.Room(len(rows) * _ROW, left=_LEFT, right=_RIGHT, above=4, below=28)
    return canvas.figure(traces, _layout(rows), heading, room)


def budget_bars_takeaway(total: Mapping[str, Any]) -> str:
    """Say what was spent of what was planned, and which measures are over."""
    return words.JOIN.join(budget_words.told(total))


def budget_bars_alt(budgets: pd.DataFrame, total: Mapping[str, Any], *, as_of: dt.date) -> str:
    """Describe the bars in one sentence for those who do not see them."""
    return words.BUDGET_ALT.format(
        rows=len(budgets), as_of=thai_date(as_of), takeaway=budget_bars_takeaway(total)
    )


def _bars(rows: list[dict[str, Any]], key: str) -> dict[str, object]:
    """Draw one amount of each row from 0; what is not known has no bar."""
    told = [(at, row) for at, row in enumerate(rows) if not pd.isna(row[key])]
    marks = [_MARKS[key, bool(row["budget_left"] < 0)] for _, row in told]
    return {
        "type": "bar",
        "orientation": "h",
        "name": key,
        "x": [row[key] for _, row in told],
        "y": [at for at, _ in told],
        "base": [0] * len(told),
        "width": [_WIDTHS[key]] * len(told),
        "customdata": [_hover(row) for _, row in told],
        "hovertemplate": "%{customdata}<extra></extra>",
        "marker": {"color": marks, "line": {"color": palette.RULE, "width": 1}},
    }


def _hover(row: dict[str, Any]) -> str:
    amounts = (known(row[f"budget_{key}"]) for key in ("planned", "spent", "left"))
    return f"{escaped(row['label'])}<br>{budget_words.state(*amounts)}"


def _layout(rows: list[dict[str, Any]]) -> dict[str, Any]:
    width = columns_in(_LEFT - 2 * canvas.EDGE, canvas.SMALL)
    names = [(at, label(row["label"], width, 2)) for at, row in enumerate(rows)]
    amounts = [row[key] for row in rows for key in ("budget_planned", "budget_spent")]
    highest = max([1.0, *(amount for amount in amounts if not pd.isna(amount))])
    ends = {"tickvals": [0, highest], "ticktext": ["0", budget_words.baht(highest)]}
    across = {"range": [0, highest * 1.02], **ends}
    down = {"range": [len(rows) - 0.4, -0.6], "visible": False}
    return {
        "barmode": "overlay",
        "xaxis": {**canvas.AXIS, **across},
        "yaxis": {**canvas.AXIS, **down},
        "annotations": [
            *canvas.row_labels(names, _LEFT),
            *canvas.values(((at, _value(row)) for at, row in enumerate(rows)), _RIGHT),
        ],
    }


def _value(row: dict[str, Any]) -> str:
    """Write what was spent, below it what was planned or by how much it was too much."""
    spent, planned = (known(row[f"budget_{key}"]) for key in ("spent", "planned"))
    shown = words.BUDGET_UNKNOWN if spent is None else budget_words.baht(spent)
    if row["budget_left"] < 0:
        over = words.BUDGET_OVER.format(amount=budget_words.baht(-row["budget_left"]))
        return f"<b>{palette.OVERDUE_MARK.shape} {shown}</b><br>{over}"
    of = words.BUDGET_UNKNOWN if planned is None else budget_words.baht(planned)
    return f"<b>{shown}</b><br>" + words.BUDGET_OF.format(planned=of)
