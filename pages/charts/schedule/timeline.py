"""The plan in time: measures and their steps over the quarters of the fiscal year, and the day."""

import datetime as dt
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Any, Final

import pandas as pd
import plotly.graph_objects as go

from data.documents.pictures.labels import columns_in, escaped, label, wrapped
from data.model.records import Status
from data.words import charts as words
from data.words import palette
from data.words.dates import thai_date
from pages.charts import canvas
from pages.charts.frames import limited, records, required
from pages.charts.schedule import milestones, quarters

_LINE = 18
_BAR = 20
_LINE_OF_STEPS = 5
_SPACE = 14
_DAY_MS: Final = 86_400_000
NO_STEPS: Final = pd.DataFrame(
    columns=["measure_id", "position", "text", "due_date", "status", "overdue"]
)


@dataclass(frozen=True, slots=True)
class _Row:
    """One measure: what it is, when it runs, how its state looks, whether its steps are drawn."""

    measure_id: str
    name: str
    start: dt.date | None
    end: dt.date | None
    mark: palette.StatusMark
    division: str
    has_steps: bool

    @property
    def state(self) -> str:
        """The mark in words, and who is responsible."""
        return words.JOIN.join(text for text in (self.mark.name, self.division) if text)


def measure_timeline(
    measures: pd.DataFrame,
    *,
    as_of: dt.date,
    limits: Sequence[str] = (),
    steps: pd.DataFrame = NO_STEPS,
) -> go.Figure:
    """Draw the period of each measure in the order of the frame.

    Args:
        measures: measure_id, label, start, end, status, division, and optionally overdue
            (computed); a measure without both dates gets words in place of its bar.
        as_of: the day of view, drawn as a line.
        limits: the filters that leave measures out, in words.
        steps: as `milestones.diamonds` takes them; where a measure has some, a thin line is its
            period and each of them a diamond on it.

    Raises:
        ValueError: If there is no row.
    """
    required(measures)
    stepped = set(steps["measure_id"])
    rows = [_row(record, stepped) for record in records(measures)]
    days = [day for row in rows for day in (row.start, row.end) if day]
    days += [moment.date() for moment in pd.to_datetime(steps["due_date"]).dropna()]
    shown = quarters.between(min(days, default=as_of), max(days, default=as_of))
    texts = [_label(row) for row in rows]
    tops = list(accumulate((_height(text) for text in texts), initial=0))
    inside = shown[0].start <= as_of < shown[-1].end
    short = len(shown) > quarters.MOST_WRITTEN_OUT
    notes = [words.TIMELINE_SHORT_NOTE] * short
    notes += [words.TIMELINE_OUTSIDE.format(as_of=thai_date(as_of))] * (not inside)
    notes += [words.STEPS_NOTE] * bool(stepped)
    heading = canvas.Heading(
        measure_timeline_takeaway(measures, as_of=as_of, steps=steps),
        words.TIMELINE_SUBTITLE.format(as_of=thai_date(as_of)),
        (*notes, *limited(limits)),
    )
    below = 28 if short else 60
    layout = _axes(shown, tops[-1]) | {
        "shapes": quarters.stripes(shown) + ([quarters.rule(as_of)] if inside else []),
        "annotations": _texts(rows, texts, tops, shown[0].start)
        + ([quarters.rule_word(as_of, shown)] if inside else [])
        + milestones.legend(steps, -below),
    }
    places = [top - _SPACE - _BAR // 2 for top in tops[1:]]
    traces = [_bars(rows, places)] + ([_as_of(places, as_of)] if inside else [])
    if stepped:
        at = {row.measure_id: place for row, place in zip(rows, places, strict=True)}
        traces.append(milestones.diamonds(steps, at))
    room = canvas.Room(tops[-1], above=22, below=below + milestones.legend_height(steps))
    return canvas.figure(traces, layout, heading, room)


def measure_timeline_takeaway(
    measures: pd.DataFrame, *, as_of: dt.date, steps: pd.DataFrame = NO_STEPS
) -> str:
    """Say how many measures are overdue, done, and running on the day; no report at all first."""
    rows = [_row(record, ()) for record in records(measures)]
    done = sum(row.mark == palette.STATUSES[Status.DONE] for row in rows)
    overdue = sum(row.mark == palette.OVERDUE_MARK for row in rows)
    if done == len(rows) > 1:
        return words.TIMELINE_ALL_DONE.format(measures=done)
    running = sum(_runs(row, as_of) for row in rows)
    silent = (measures["status"] == Status.NOT_REPORTED).all()
    parts = [words.TIMELINE_NO_REPORT.format(measures=len(rows))] if silent else []
    parts += [words.TIMELINE_OVERDUE.format(n=overdue, measures=len(rows))] if overdue else []
    parts += [] if silent else [words.TIMELINE_DONE.format(n=done, measures=len(rows))]
    parts += [words.TIMELINE_RUNNING.format(n=running)] if running else []
    # Where nobody reported on a step, none done says nothing.
    told = (steps["status"] != Status.NOT_REPORTED).any()
    parts += [milestones.done_of_all(steps)] if told else []
    return words.JOIN.join(parts)


def measure_timeline_alt(
    measures: pd.DataFrame, *, as_of: dt.date, steps: pd.DataFrame = NO_STEPS
) -> str:
    """Describe the timeline in one sentence for those who do not see it."""
    return words.TIMELINE_ALT.format(
        measures=len(measures),
        as_of=thai_date(as_of),
        takeaway=measure_timeline_takeaway(measures, as_of=as_of, steps=steps),
    )


def _row(record: dict[str, Any], stepped: Collection[str]) -> _Row:
    overdue = bool(record.get("overdue", False))
    mark = palette.OVERDUE_MARK if overdue else palette.STATUSES[Status(record["status"])]
    start, end = _day(record["start"]), _day(record["end"])
    dated = start is not None and end is not None
    division = record["division"]
    return _Row(
        str(record["measure_id"]),
        str(record["label"]),
        start if dated else None,
        end if dated else None,
        mark,
        "" if pd.isna(division) else str(division),
        record["measure_id"] in stepped,
    )


def _day(value: object) -> dt.date | None:
    if value is None or pd.isna(value):  # type: ignore[call-overload]
        return None
    return pd.Timestamp(value).date()  # type: ignore[arg-type]


def _runs(row: _Row, as_of: dt.date) -> bool:
    closed = (palette.STATUSES[Status.DONE], palette.STATUSES[Status.CANCELLED])
    if row.start is None or row.end is None or row.mark in closed:
        return False
    return row.start <= as_of <= row.end


def _label(row: _Row) -> str:
    """Write name and state over the bar, in the full width of the figure."""
    width = columns_in(canvas.NARROWEST - 2 * canvas.EDGE, canvas.SMALL)
    return f"<b>{label(row.name, width, 2)}</b><br>{wrapped(row.state, width, 1)[0]}"


def _height(text: str) -> int:
    return (text.count("<br>") + 1) * _LINE + _BAR + _SPACE


def _bars(rows: list[_Row], places: list[int]) -> dict[str, object]:
    dated = [(at, row, row.start, row.end) for at, row in enumerate(rows) if row.start and row.end]
    return {
        "type": "bar",
        "orientation": "h",
        "name": "measures",
        "base": [start.isoformat() for _, _, start, _ in dated],
        "x": [((end - start).days + 1) * _DAY_MS for _, _, start, end in dated],
        "y": [places[at] for at, _, _, _ in dated],
        "width": [_LINE_OF_STEPS if row.has_steps else _BAR for _, row, _, _ in dated],
        "text": ["" if row.has_steps else row.mark.shape for _, row, _, _ in dated],
        "textposition": "inside",
        "insidetextanchor": "start",
        "textangle": 0,
        "constraintext": "none",
        "textfont": {"color": [row.mark.fill.text for _, row, _, _ in dated]},
        "customdata": [_hover(row, start, end) for _, row, start, end in dated],
        "hovertemplate": "%{customdata}<extra></extra>",
        "marker": palette.marker([row.mark for _, row, _, _ in dated]),
    }


def _as_of(places: list[int], as_of: dt.date) -> dict[str, object]:
    """Draw the day strongly over the bars only, where it says done or late."""
    half = _BAR // 2 + 3
    return {
        "type": "scatter",
        "name": "as of",
        "mode": "lines",
        "x": [at for _ in places for at in (as_of.isoformat(), as_of.isoformat(), None)],
        "y": [at for place in places for at in (place - half, place + half, None)],
        "line": {"color": palette.THEME_TEXT, "width": 2},
        "hoverinfo": "skip",
    }


def _hover(row: _Row, start: dt.date, end: dt.date) -> str:
    return words.TIMELINE_HOVER.format(
        name="<br>".join(wrapped(row.name, 40, 6)),
        start=thai_date(start),
        end=thai_date(end),
        status=escaped(row.state),
    )


def _axes(shown: list[quarters.Quarter], height: int) -> dict[str, object]:
    across = {
        "type": "date",
        "range": [shown[0].start.isoformat(), shown[-1].end.isoformat()],
        "tickvals": [quarter.middle.isoformat() for quarter in shown],
        "ticktext": quarters.words_of(shown),
    }
    down = {"range": [height, 0], "visible": False}
    return {"xaxis": {**canvas.AXIS, **across}, "yaxis": {**canvas.AXIS, **down}}


def _texts(
    rows: list[_Row], texts: list[str], tops: list[int], first: dt.date
) -> list[dict[str, object]]:
    labels = canvas.row_labels(zip(tops, texts, strict=False), canvas.EDGE)
    missing = [
        {"text": words.TIMELINE_NO_DATES, "x": first.isoformat(), "xref": "x", "yref": "y"}
        | {"y": top - _SPACE, "xanchor": "left", "yanchor": "bottom", "showarrow": False}
        for row, top in zip(rows, tops[1:], strict=True)
        if row.start is None
    ]
    return [*(note | {"yanchor": "top"} for note in labels), *missing]
