"""The weakest first: one dot per indicator and a line over what is missing to the target."""

from typing import Any, Final

import pandas as pd
import plotly.graph_objects as go

from data.documents.pictures.labels import columns_in, escaped, label
from data.words import charts as words
from data.words import palette
from data.words.marks import marked, sign
from pages.charts import canvas
from pages.charts.frames import and_more, instruments_of, records, required, years_of

_ROW = 40
_LEFT = 130
_RIGHT = 64
_STEP: Final = 10


def weakest_dots(scores_of_one_year: pd.DataFrame, target: float) -> go.Figure:
    """Draw the scores of one year from the lowest to the highest, with the gap to the target.

    Args:
        scores_of_one_year: indicator, name, instrument, year, score, mark; scores 0-100.
        target: the score to reach, 0-100.

    Raises:
        ValueError: If there is no row.
    """
    required(scores_of_one_year)
    rows = records(scores_of_one_year.sort_values(["score", "indicator"], na_position="last"))
    low = _axis_start(scores_of_one_year["score"], target)
    heading = canvas.Heading(
        weakest_dots_takeaway(scores_of_one_year, target),
        words.WEAKEST_SUBTITLE.format(
            years=words.YEAR.format(year=years_of(scores_of_one_year)[-1])
        ),
        (_axis_words(low),),
    )
    layout = _layout(rows, target, low, instruments_of(scores_of_one_year))
    room = canvas.Room(
        len(rows) * _ROW, left=_LEFT, right=_RIGHT, above=22, below=26 + canvas.CHIP_LINE
    )
    return canvas.figure([_gaps(rows, target), _dots(rows, target)], layout, heading, room)


def weakest_dots_takeaway(scores_of_one_year: pd.DataFrame, target: float) -> str:
    """Name the lowest indicator of the year and what it lacks to the target."""
    year = words.YEAR.format(year=years_of(scores_of_one_year)[-1])
    known = scores_of_one_year.dropna(subset="score").sort_values(["score", "indicator"])
    if known.empty:
        return words.HEATMAP_NO_SCORE.format(year=year)
    lowest = known["score"].iloc[0]
    if len(known) > 1 and lowest == known["score"].iloc[-1]:
        return words.WEAKEST_EQUAL.format(year=year, known=len(known), score=f"{lowest:.2f}")
    sentences = words.WEAKEST_ONLY if len(known) == 1 else words.WEAKEST_LOWEST
    sentence = sentences["below" if lowest < target else "reached"]
    return sentence.format(
        year=year,
        name=and_more(known.loc[known["score"] == lowest, "name"].tolist()),
        score=f"{lowest:.2f}",
        gap=f"{target - lowest:.2f}",
        target=f"{target:g}",
    )


def weakest_dots_alt(scores_of_one_year: pd.DataFrame, target: float) -> str:
    """Describe the dots in one sentence for those who do not see them."""
    return words.WEAKEST_ALT.format(
        indicators=len(scores_of_one_year),
        takeaway=weakest_dots_takeaway(scores_of_one_year, target),
    )


def _axis_start(scores: pd.Series, target: float) -> int:
    """Round the lowest score down to a ten, one step lower when it would touch the edge."""
    lowest = min([target, *scores.dropna()])
    return max(0, int((lowest - 2) // _STEP) * _STEP)


def _axis_words(low: int) -> str:
    return words.WEAKEST_AXIS.format(low=low) if low else words.WEAKEST_AXIS_FULL


def _gaps(rows: list[dict[str, Any]], target: float) -> dict[str, object]:
    """Draw a line from each score below the target to the target."""
    x: list[float | None] = []
    y: list[float | None] = []
    for position, row in enumerate(rows):
        if row["score"] < target:
            x += [row["score"], target, None]
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


def _dots(rows: list[dict[str, Any]], target: float) -> dict[str, object]:
    known = [(position, row) for position, row in enumerate(rows) if not pd.isna(row["score"])]
    marks = [palette.instrument_mark(row["instrument"]) for _, row in known]
    return {
        "type": "scatter",
        "name": "scores",
        "mode": "markers",
        "x": [row["score"] for _, row in known],
        "y": [position for position, _ in known],
        "customdata": [int(row["indicator"]) for _, row in known],
        "text": [_hover(row, target) for _, row in known],
        "hovertemplate": "%{text}<extra></extra>",
        "unselected": {"marker": {"opacity": 1}},
        "marker": {
            "size": 15,
            "color": [mark.colour for mark in marks],
            "symbol": [mark.symbol for mark in marks],
        },
        "cliponaxis": False,
    }


def _hover(row: dict[str, Any], target: float) -> str:
    gap = target - row["score"]
    sentence = words.WEAKEST_SHORT if gap > 0 else words.WEAKEST_OVER
    return words.WEAKEST_HOVER.format(
        name=escaped(row["name"]),
        value=f"{row['score']:.2f}",
        gap=sentence.format(gap=f"{abs(gap):.2f}"),
    )


def _layout(
    rows: list[dict[str, Any]], target: float, low: int, instruments: list[str]
) -> dict[str, object]:
    width = columns_in(_LEFT - 2 * canvas.EDGE, canvas.SMALL)
    names = [
        (position, label(f"{row['indicator']} {row['name']}", width, 2))
        for position, row in enumerate(rows)
    ]
    ticks = [*range(low, 101, 20 if low < 50 else _STEP)]
    across = {"range": [low, 100.5], "tickvals": ticks, "showgrid": True}
    down = {"range": [len(rows) - 0.4, -0.6], "visible": False}
    rule = {"color": palette.RULE, "width": 2, "dash": "dot"}
    return {
        "xaxis": {**canvas.AXIS, **across},
        "yaxis": {**canvas.AXIS, **down},
        "shapes": [
            {"type": "line", "xref": "x", "yref": "paper", "x0": target, "x1": target}
            | {"y0": 0, "y1": 1, "line": rule, "layer": "below"}
        ],
        "annotations": [
            *canvas.row_labels(names, _LEFT),
            *canvas.values(((at, _value(row, target)) for at, row in enumerate(rows)), _RIGHT),
            _target_word(target),
            *canvas.instrument_legend(instruments, _LEFT, -26),
        ],
    }


def _value(row: dict[str, Any], target: float) -> str:
    """Write the score, its mark and the gap."""
    known = not pd.isna(row["score"])
    text = marked(f"<b>{row['score']:.2f}</b>", row["mark"]) if known else sign(row["mark"] or "x")
    if known and row["score"] < target:
        text += "<br>" + words.WEAKEST_SHORT.format(gap=f"{target - row['score']:.2f}")
    return text


def _target_word(target: float) -> dict[str, object]:
    return {
        "text": words.WEAKEST_TARGET.format(target=f"{target:g}"),
        "x": target,
        "y": 1,
        "xref": "x",
        "yref": "paper",
        "yanchor": "bottom",
        "showarrow": False,
        "font": {"size": 11},
    }
