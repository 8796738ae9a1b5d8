"""The plan in time: measures and their steps over the quarters of the fiscal year, and the day."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import pandas as pd

from data.documents.pictures.labels import columns_in, escaped, label, sentences, wrapped
from data.model.records import Status
from data.words import charts as words
from data.words import palette
from data.words.dates import thai_date
from pages.charts import canvas
from pages.charts.frames import limited, required
from pages.charts.schedule import milestones, quarters
from pages.charts.schedule.rows import Group, Row, grouped, rows_of

_LINE = 20
_BAR = 18
_LINE_OF_STEPS = 5
_SPACE = 6
_HEAD = 26
_DAY_MS: Final = 86_400_000
NO_STEPS: Final = pd.DataFrame(
    columns=["measure_id", "position", "text", "due_date", "status", "overdue"]
)


@dataclass(frozen=True, slots=True)
class _Placed:
    """A row with its label, and where on the y axis label and bar stand, in pixels."""

    row: Row
    text: str
    top: int
    middle: int


def measure_timeline(
    measures: pd.DataFrame,
    *,
    as_of: dt.date,
    limits: Sequence[str] = (),
    steps: pd.DataFrame = NO_STEPS,
) -> canvas.Chart:
    """Draw the period of each measure below its division; those that are alike as one row.

    Args:
        measures: measure_id, label, start, end, status, division, and optionally overdue
            (computed); a measure without both dates gets words in place of its bar.
        as_of: the day of view, drawn as a line.
        limits: the filters that leave measures out, in words.
        steps: as `milestones.diamonds` takes them; where a measure has some, a thin line is its
            period and each of them a diamond on it, unless all are in one state.

    Raises:
        ValueError: If there is no row.
    """
    required(measures)
    groups = grouped(measures, steps)
    heads, placed, height = _places(groups)
    drawn = {
        one.row.measure_ids[0]: (one.middle, one.row.division)
        for one in placed
        if one.row.has_steps
    }
    shown_steps = steps[steps["measure_id"].isin(drawn)]
    days = [day for one in placed for day in (one.row.start, one.row.end) if day]
    days += [moment.date() for moment in pd.to_datetime(steps["due_date"]).dropna()]
    shown = quarters.between(min(days, default=as_of), max(days, default=as_of))
    inside = shown[0].start <= as_of < shown[-1].end
    short = len(shown) > quarters.MOST_WRITTEN_OUT
    notes = [words.TIMELINE_SHORT_NOTE] * short
    notes += [words.TIMELINE_OUTSIDE.format(as_of=thai_date(as_of))] * (not inside)
    notes += [words.STEPS_NOTE] * bool(drawn)
    heading = canvas.Heading(
        measure_timeline_takeaway(measures, as_of=as_of, steps=steps),
        words.TIMELINE_SUBTITLE.format(as_of=thai_date(as_of)),
        (*notes, *limited(limits)),
        milestones.legend([one.row.mark for one in placed], shown_steps),
    )
    layout = _axes(shown, height) | {
        "shapes": quarters.stripes(shown) + ([quarters.rule(as_of)] if inside else []),
        "annotations": [*_texts(heads, placed, shown[0].start)]
        + ([quarters.rule_word(as_of, shown)] if inside else []),
    }
    traces = [_bars(placed)] + ([_as_of(placed, as_of)] if inside else [])
    if drawn:
        traces.append(milestones.diamonds(shown_steps, drawn))
    # A step that is due on the last day is whole, too.
    right = milestones.SIZE if drawn else canvas.EDGE
    room = canvas.Room(height, right=right, above=22, below=28 if short else 60)
    return canvas.figure(traces, layout, heading, room)


def measure_timeline_takeaway(
    measures: pd.DataFrame, *, as_of: dt.date, steps: pd.DataFrame = NO_STEPS
) -> str:
    """Say how many measures are overdue, done, and running on the day; no report at all first."""
    rows = rows_of(measures, steps)
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


def _runs(row: Row, as_of: dt.date) -> bool:
    closed = (palette.STATUSES[Status.DONE], palette.STATUSES[Status.CANCELLED])
    if row.start is None or row.end is None or row.mark in closed:
        return False
    return row.start <= as_of <= row.end


def _places(groups: Sequence[Group]) -> tuple[list[tuple[int, str]], list[_Placed], int]:
    """Put groups and their rows below each other: heads, rows, the height of all."""
    width = columns_in(canvas.NARROWEST - 2 * canvas.EDGE, canvas.SMALL)
    heads, placed, top = [], [], 0
    for group in groups:
        head = words.TIMELINE_GROUP.format(division=group.division, measures=group.measures)
        heads.append((top + 4, f"<b>{label(head, width, 1)}</b>"))
        top += _HEAD
        for row in group.rows:
            name = f"{row.mark.shape} {row.name}"
            lines = sentences(name, width, 1 if len(row.measure_ids) == 1 else 3)
            text = "<br>".join(lines)
            bar = top + _LINE * (text.count("<br>") + 1)
            placed.append(_Placed(row, text, top, bar + _BAR // 2))
            top = bar + _BAR + _SPACE
    return heads, placed, top


def _bars(placed: Sequence[_Placed]) -> dict[str, object]:
    dated = [(one, one.row.start, one.row.end) for one in placed if one.row.start and one.row.end]
    rows = [one.row for one, _, _ in dated]
    return {
        "type": "bar",
        "orientation": "h",
        "name": "measures",
        "base": [start.isoformat() for _, start, _ in dated],
        "x": [((end - start).days + 1) * _DAY_MS for _, start, end in dated],
        "y": [one.middle for one, _, _ in dated],
        "width": [_LINE_OF_STEPS if row.has_steps else _BAR for row in rows],
        "text": ["" if row.has_steps else row.mark.shape for row in rows],
        "textposition": "inside",
        "insidetextanchor": "start",
        "textangle": 0,
        "constraintext": "none",
        "textfont": {"color": [row.mark.fill.text for row in rows]},
        "customdata": [
            (_hover(one.row, start, end), *_target(one.row)) for one, start, end in dated
        ],
        "hovertemplate": "%{customdata[0]}<extra></extra>",
        "unselected": {"marker": {"opacity": 1}},
        "marker": palette.marker([row.mark for row in rows]),
    }


def _target(row: Row) -> tuple[str, str]:
    """Name what a click leads to: the measure, of several ("" here) their division."""
    return (row.measure_ids[0] if len(row.measure_ids) == 1 else "", row.division)


def _as_of(placed: Sequence[_Placed], as_of: dt.date) -> dict[str, object]:
    """Draw the day strongly over the bars only, where it says done or late."""
    half = _BAR // 2 + 3
    return {
        "type": "scatter",
        "name": "as of",
        "mode": "lines",
        "x": [at for _ in placed for at in (as_of.isoformat(), as_of.isoformat(), None)],
        "y": [at for one in placed for at in (one.middle - half, one.middle + half, None)],
        "line": {"color": palette.THEME_TEXT, "width": 2},
        "hoverinfo": "skip",
    }


def _hover(row: Row, start: dt.date, end: dt.date) -> str:
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
    heads: Sequence[tuple[int, str]], placed: Sequence[_Placed], first: dt.date
) -> Iterator[dict[str, object]]:
    labels = [*heads, *((one.top, one.text) for one in placed)]
    for note in canvas.row_labels(sorted(labels), canvas.EDGE):
        yield note | {"yanchor": "top"}
    for one in placed:
        if one.row.start is None:
            yield {
                "text": words.TIMELINE_NO_DATES,
                "x": first.isoformat(),
                "xref": "x",
                "yref": "y",
                "y": one.middle,
                "xanchor": "left",
                "yanchor": "middle",
                "showarrow": False,
            }
