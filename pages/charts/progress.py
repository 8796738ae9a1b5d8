"""How far each division is: bars of 100 percent with counts, the most late division first."""

import datetime as dt
from collections.abc import Sequence
from typing import Any, Final

import pandas as pd

from data.documents.pictures.labels import columns_in, escaped, label
from data.model.records import Status
from data.words import charts as words
from data.words import palette
from data.words.dates import thai_date
from pages.charts import canvas
from pages.charts.frames import limited, required

_LINE = 16
_LOWEST: Final = 36
_LEFT = 118
_RIGHT = 54
_NARROW: Final = 16.0
"""Percent of a bar under which only the count, not the shape, fits on a phone."""


def division_progress(
    progress: pd.DataFrame, *, as_of: dt.date, limits: Sequence[str] = ()
) -> canvas.Chart:
    """Draw the measures of each division by status, the division with most late ones on top.

    Args:
        progress: division, status (a `Status` value), measures; led and late per division,
            repeated: only who leads a measure can be late with it.
        as_of: the day the counts are of.
        limits: the filters that leave measures out, in words.

    Raises:
        ValueError: If there is no row.
    """
    required(progress)
    divisions = _divisions(progress)
    keys = zip(progress["division"], progress["status"], strict=True)
    known = dict(zip(keys, progress["measures"], strict=True))
    present = [status for status in palette.STATUSES if status in set(progress["status"])]
    counts = {
        status: [known.get((name, status), 0) for name in divisions.index] for status in present
    }
    traces = [_bars(status, counts[status], divisions["measures"]) for status in present]
    heading = canvas.Heading(
        division_progress_takeaway(progress),
        words.PROGRESS_SUBTITLE.format(as_of=thai_date(as_of)),
        (words.PROGRESS_AXIS, *limited(limits)),
        tuple(
            canvas.Key(palette.STATUSES[status].name, palette.STATUSES[status].fill)
            for status in present
            if any(counts[status])
        ),
    )
    room = canvas.Room(
        len(divisions) * _row(divisions), left=_LEFT, right=_RIGHT, above=22, below=28
    )
    layout = _layout(divisions)
    layout["annotations"] = _texts(divisions)
    return canvas.figure(traces, layout, heading, room)


def division_progress_takeaway(progress: pd.DataFrame) -> str:
    """Name the division that leads most late measures, or say how far those shown are.

    Where nobody has reported anything that is said first, and late measures apart. A measure of
    several divisions counts for each of them, so divisions are never added up; of one division
    alone nothing is "most" or "all".
    """
    counted = progress[progress["measures"] > 0]
    if counted.empty:
        return words.PROGRESS_NO_MEASURE
    divisions = _divisions(counted)
    said = []
    if (counted["status"] == Status.NOT_REPORTED).all():
        said.append(words.PROGRESS_NO_REPORT)
    if divisions["late"].max() > 0:
        said.append(_latest(divisions))
    return words.JOIN.join(said or [_how_far(counted, divisions)])


def division_progress_alt(progress: pd.DataFrame, *, as_of: dt.date) -> str:
    """Describe the bars in one sentence for those who do not see them."""
    return words.PROGRESS_ALT.format(
        divisions=progress["division"].nunique(),
        as_of=thai_date(as_of),
        takeaway=division_progress_takeaway(progress),
    )


def _divisions(progress: pd.DataFrame) -> pd.DataFrame:
    """Give late and all measures per division, most late first, then by name."""
    found: dict[str, list[int]] = {}
    columns = (progress[key] for key in ("division", "late", "led", "measures"))
    for division, late, led, measures in zip(*columns, strict=True):
        found.setdefault(division, [late, led, 0])[2] += measures
    ordered = sorted(found.items(), key=lambda one: (-one[1][0], one[0]))
    return pd.DataFrame.from_dict(
        dict(ordered), orient="index", columns=["late", "led", "measures"]
    )


def _latest(divisions: pd.DataFrame) -> str:
    latest = divisions[divisions["late"] == divisions["late"].max()]
    first, late, led = str(latest.index[0]), int(latest["late"].iloc[0]), int(latest["led"].iloc[0])
    if len(latest) > 1:
        return words.PROGRESS_LATE_TIED.format(division=first, more=len(latest) - 1, late=late)
    sentence = words.PROGRESS_LATE if len(divisions) > 1 else words.PROGRESS_LATE_ONE
    return sentence.format(division=first, late=late, led=led)


def _how_far(counted: pd.DataFrame, divisions: pd.DataFrame) -> str:
    """Say how many divisions have finished, or how many measures of the only one."""
    unfinished = counted[counted["status"] != Status.DONE]
    if len(divisions) == 1:
        measures = int(divisions["measures"].iloc[0])
        done = measures - int(unfinished["measures"].sum())
        sentence = words.PROGRESS_ONE_NOT_LATE if len(unfinished) else words.PROGRESS_ONE_DONE
        return sentence.format(division=divisions.index[0], done=done, measures=measures)
    done = len(divisions) - unfinished["division"].nunique()
    sentence = words.PROGRESS_NONE_LATE if len(unfinished) else words.PROGRESS_ALL_DONE
    return sentence.format(done=done, divisions=len(divisions))


def _bars(status: Status, counts: Sequence[int], totals: pd.Series) -> dict[str, object]:
    mark = palette.STATUSES[status]
    pairs = [(int(n), int(total)) for n, total in zip(counts, totals, strict=True)]
    percents = [100 * n / total if total else 0.0 for n, total in pairs]
    hovers = [
        words.PROGRESS_HOVER.format(
            division=escaped(division), status=mark.word, measures=n, total=total
        )
        for division, (n, total) in zip(totals.index, pairs, strict=True)
    ]
    texts = [_count(mark, n, percent) for (n, _), percent in zip(pairs, percents, strict=True)]
    return {
        "type": "bar",
        "orientation": "h",
        "name": mark.name,
        "x": percents,
        "y": list(range(len(pairs))),
        "text": texts,
        "customdata": list(zip((n for n, _ in pairs), hovers, totals.index, strict=True)),
        "hovertemplate": "%{customdata[1]}<extra></extra>",
        # The library stops at a click where only one of the two names the font of its texts.
        "selected": {"textfont": {"color": mark.fill.text}},
        "unselected": {"marker": {"opacity": 1}, "textfont": {"color": mark.fill.text}},
        "textposition": "inside",
        "insidetextanchor": "middle",
        "textangle": 0,
        "constraintext": "none",
        "textfont": {"size": 13, "color": mark.fill.text},
        "marker": palette.marker([mark] * len(pairs)),
    }


def _count(mark: palette.StatusMark, measures: int, percent: float) -> str:
    if not measures:
        return ""
    return f"{mark.shape} {measures}" if percent >= _NARROW else str(measures)


def _layout(divisions: pd.DataFrame) -> dict[str, Any]:
    across = {"range": [0, 100], "tickvals": [0, 50, 100], "ticktext": ["0%", "50%", "100%"]}
    down = {"range": [len(divisions) - 0.5, -0.5], "visible": False}
    return {
        "barmode": "stack",
        "bargap": 0.3,
        "xaxis": {**canvas.AXIS, **across},
        "yaxis": {**canvas.AXIS, **down},
    }


def _texts(divisions: pd.DataFrame) -> list[dict[str, object]]:
    """Write names and totals on the left, the late ones on the right."""
    width = columns_in(_LEFT - 2 * canvas.EDGE, canvas.SMALL)
    names = [
        (index, _division(str(name), measures, width))
        for index, (name, measures) in enumerate(divisions["measures"].items())
    ]
    late = [_late(index, int(late)) for index, late in enumerate(divisions["late"])]
    head = {"text": palette.OVERDUE_MARK.word, "xref": "paper", "yref": "paper", "x": 1, "y": 1} | {
        "xanchor": "right",
        "yanchor": "bottom",
        "xshift": _RIGHT - canvas.EDGE + 1,
        "showarrow": False,
        "font": {"size": 11},
    }
    return [*canvas.row_labels(names, _LEFT), *late, head]


def _division(name: str, measures: int, width: int) -> str:
    return label(words.PROGRESS_DIVISION.format(division=name, measures=measures), width)


def _row(divisions: pd.DataFrame) -> int:
    """Give all rows the height of the longest label."""
    width = columns_in(_LEFT - 2 * canvas.EDGE, canvas.SMALL)
    names = divisions["measures"].items()
    lines = max(_division(str(name), int(n), width).count("<br>") + 1 for name, n in names)
    return max(_LINE * lines + 12, _LOWEST)


def _late(position: int, late: int) -> dict[str, object]:
    place = {"xref": "paper", "yref": "y", "x": 1, "y": position, "xanchor": "center"}
    middle = {"xshift": (_RIGHT - canvas.EDGE) // 2 + 2, "yanchor": "middle", "showarrow": False}
    if not late:
        return {**place, **middle, "text": "0", "font": {"size": 13}}
    mark = palette.OVERDUE_MARK
    return canvas.chip(f"{mark.shape} {late}", mark.fill, **place, **middle)
