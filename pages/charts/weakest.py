"""The weakest first: one dot per indicator and a line over what is missing to the target."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

import pandas as pd

from data.documents.pictures.labels import columns_in, escaped, label
from data.framework import Framework
from data.words import charts as words
from data.words import palette
from data.words.marks import marked, sign
from data.words.numbers import aim
from pages.charts import canvas
from pages.charts.frames import and_more, instruments_of, required, years_of
from queries.frames import records_of

_ROW = 36
_LEFT = 130
_RIGHT = 64
_STEP: Final = 10


@dataclass(frozen=True, slots=True)
class Dot:
    """One row: a score on its way to a target, either of which may be unknown.

    `name` is plain text; `value`, at the right edge, and `hover` are ready for Plotly. `clicked`
    is what a click on the dot gives.
    """

    name: str
    score: float | None
    target: float | None
    value: str
    hover: str
    colour: str
    symbol: str
    clicked: object


def weakest_dots(scores_of_one_year: pd.DataFrame, described: Framework) -> canvas.Chart:
    """Draw the scores of one year from the lowest to the highest, with the gap to the target.

    Args:
        scores_of_one_year: indicator, name, instrument, year, score, mark; scores 0-100.
        described: the year, with the score each indicator is to reach.

    Raises:
        ValueError: If there is no row.
    """
    required(scores_of_one_year)
    dots = list(map(_dot, _with_targets(scores_of_one_year, described)))
    heading = canvas.Heading(
        weakest_dots_takeaway(scores_of_one_year, described),
        words.WEAKEST_SUBTITLE.format(
            years=words.YEAR.format(year=years_of(scores_of_one_year)[-1])
        ),
        (axis_words(dots),),
        canvas.instrument_keys(instruments_of(scores_of_one_year)),
    )
    return dots_to_targets(dots, words.WEAKEST_TARGET.format(aim=aim(described.targets)), heading)


def dots_to_targets(dots: Sequence[Dot], above: str, heading: canvas.Heading) -> canvas.Chart:
    """Draw rows of one dot each; `above` says over the first target what the dotted rule is."""
    room = canvas.Room(len(dots) * _ROW, left=_LEFT, right=_RIGHT, above=22, below=26)
    return canvas.figure([_gaps(dots), _points(dots)], _layout(dots, above), heading, room)


def axis_words(dots: Sequence[Dot]) -> str:
    """Say where the axis of such rows begins."""
    low = _axis_start(dots)
    return words.WEAKEST_AXIS.format(low=low) if low else words.WEAKEST_AXIS_FULL


def weakest_dots_takeaway(scores_of_one_year: pd.DataFrame, described: Framework) -> str:
    """Name the lowest indicator of the year and what it lacks to the target."""
    year = words.YEAR.format(year=years_of(scores_of_one_year)[-1])
    rows = _with_targets(scores_of_one_year, described)
    known = [row for row in rows if not pd.isna(row["score"])]
    if not known:
        return words.HEATMAP_NO_SCORE.format(year=year)
    lowest = known[0]["score"]
    if len(known) > 1 and lowest == known[-1]["score"]:
        return words.WEAKEST_EQUAL.format(year=year, known=len(known), score=f"{lowest:.2f}")
    sentences = words.WEAKEST_ONLY if len(known) == 1 else words.WEAKEST_LOWEST
    least = [row for row in known if row["score"] == lowest]
    target = max(row["target"] for row in least)
    below = sum(row["score"] < row["target"] for row in known)
    reached = "others" if below else "reached"
    sentence = sentences["below" if lowest < target else reached]
    return sentence.format(
        year=year,
        name=and_more([row["name"] for row in least]),
        score=f"{lowest:.2f}",
        gap=f"{target - lowest:.2f}",
        target=f"{target:g}",
        aim=aim(described.targets),
        below=below,
    )


def weakest_dots_alt(scores_of_one_year: pd.DataFrame, described: Framework) -> str:
    """Describe the dots in one sentence for those who do not see them."""
    return words.WEAKEST_ALT.format(
        indicators=len(scores_of_one_year),
        takeaway=weakest_dots_takeaway(scores_of_one_year, described),
    )


def _with_targets(scores: pd.DataFrame, described: Framework) -> list[dict[str, Any]]:
    """Order the scores, the lowest first, each beside what its indicator is to reach."""
    rows = records_of(scores)
    known = sorted(
        (row for row in rows if not pd.isna(row["score"])),
        key=lambda row: (row["score"], row["indicator"]),
    )
    missing = sorted(
        (row for row in rows if pd.isna(row["score"])), key=lambda row: row["indicator"]
    )
    return [
        row | {"target": float(described.target_of(row["indicator"]))} for row in (*known, *missing)
    ]


def _dot(row: dict[str, Any]) -> Dot:
    known = not pd.isna(row["score"])
    mark = palette.instrument_mark(row["instrument"])
    return Dot(
        f"{row['indicator']} {row['name']}",
        row["score"] if known else None,
        row["target"],
        _value(row) if known else sign(row["mark"] or "x"),
        _hover(row) if known else "",
        mark.colour,
        mark.symbol,
        int(row["indicator"]),
    )


def _value(row: dict[str, Any]) -> str:
    """Write the score, its mark and the gap."""
    text = marked(f"<b>{row['score']:.2f}</b>", row["mark"])
    if row["score"] < row["target"]:
        text += "<br>" + words.WEAKEST_SHORT.format(gap=f"{row['target'] - row['score']:.2f}")
    return text


def _hover(row: dict[str, Any]) -> str:
    gap = row["target"] - row["score"]
    sentence = words.WEAKEST_SHORT if gap > 0 else words.WEAKEST_OVER
    return words.WEAKEST_HOVER.format(
        name=escaped(row["name"]),
        value=f"{row['score']:.2f}",
        gap=sentence.format(gap=f"{abs(gap):.2f}"),
    )


def _axis_start(dots: Sequence[Dot]) -> int:
    """Round the lowest value down to a ten, one step lower when it would touch the edge."""
    known = [value for dot in dots for value in (dot.score, dot.target) if value is not None]
    return max(0, int((min(known) - 2) // _STEP) * _STEP)


def _gaps(dots: Sequence[Dot]) -> dict[str, object]:
    """Draw a line from each score below the target to the target."""
    x: list[float | None] = []
    y: list[float | None] = []
    for position, dot in enumerate(dots):
        if dot.score is not None and dot.target is not None and dot.score < dot.target:
            x += [dot.score, dot.target, None]
            y += [position, position, None]
    return {
        "type": "scatter",
        "name": "gaps",
        "mode": "lines",
        "x": x,
        "y": y,
        "line": {"color": palette.RULE, "width": 3},
        "hoverinfo": "skip",
    }


def _points(dots: Sequence[Dot]) -> dict[str, object]:
    known = [(position, dot) for position, dot in enumerate(dots) if dot.score is not None]
    return {
        "type": "scatter",
        "name": "scores",
        "mode": "markers",
        "x": [dot.score for _, dot in known],
        "y": [position for position, _ in known],
        "customdata": [dot.clicked for _, dot in known],
        "text": [dot.hover for _, dot in known],
        "hovertemplate": "%{text}<extra></extra>",
        "unselected": {"marker": {"opacity": 1}},
        "marker": {
            "size": 15,
            "color": [dot.colour for _, dot in known],
            "symbol": [dot.symbol for _, dot in known],
        },
        "cliponaxis": False,
    }


def _layout(dots: Sequence[Dot], above: str) -> dict[str, object]:
    width = columns_in(_LEFT - 2 * canvas.EDGE, canvas.SMALL)
    names = [(position, label(dot.name, width, 2)) for position, dot in enumerate(dots)]
    targets = [(at, dot.target) for at, dot in enumerate(dots) if dot.target is not None]
    low = _axis_start(dots)
    ticks = [*range(low, 101, 20 if low < 50 else _STEP)]
    across = {"range": [low, 100.5], "tickvals": ticks, "showgrid": True}
    down = {"range": [len(dots) - 0.4, -0.6], "visible": False}
    rule = {"color": palette.RULE, "width": 2, "dash": "dot"}
    return {
        "xaxis": {**canvas.AXIS, **across},
        "yaxis": {**canvas.AXIS, **down},
        "shapes": [
            {"type": "line", "xref": "x", "yref": "y", "x0": target, "x1": target}
            | {"y0": at - 0.5, "y1": at + 0.5, "line": rule, "layer": "below"}
            for at, target in targets
        ],
        "annotations": [
            *canvas.row_labels(names, _LEFT),
            *canvas.values(((at, dot.value) for at, dot in enumerate(dots)), _RIGHT),
            *(_target_word(target, above) for _, target in targets[:1]),
        ],
    }


def _target_word(target: float, above: str) -> dict[str, object]:
    """Write what the rule is above it; of several it is that of the first row."""
    return {
        "text": above,
        "x": target,
        "y": 1,
        "xref": "x",
        "yref": "paper",
        "yanchor": "bottom",
        "showarrow": False,
        "font": {"size": 11},
    }
