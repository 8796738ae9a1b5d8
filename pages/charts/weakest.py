"""The weakest first: one dot per indicator and a line over what is missing to the target."""

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


def weakest_dots(scores_of_one_year: pd.DataFrame, described: Framework) -> canvas.Chart:
    """Draw the scores of one year from the lowest to the highest, with the gap to the target.

    Args:
        scores_of_one_year: indicator, name, instrument, year, score, mark; scores 0-100.
        described: the year, with the score each indicator is to reach.

    Raises:
        ValueError: If there is no row.
    """
    required(scores_of_one_year)
    rows = _with_targets(scores_of_one_year, described)
    low = _axis_start(rows)
    heading = canvas.Heading(
        weakest_dots_takeaway(scores_of_one_year, described),
        words.WEAKEST_SUBTITLE.format(
            years=words.YEAR.format(year=years_of(scores_of_one_year)[-1])
        ),
        (_axis_words(low),),
        canvas.instrument_keys(instruments_of(scores_of_one_year)),
    )
    room = canvas.Room(len(rows) * _ROW, left=_LEFT, right=_RIGHT, above=22, below=26)
    return canvas.figure([_gaps(rows), _dots(rows)], _layout(rows, described, low), heading, room)


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


def _axis_start(rows: list[dict[str, Any]]) -> int:
    """Round the lowest value down to a ten, one step lower when it would touch the edge."""
    values = [row[key] for row in rows for key in ("score", "target") if not pd.isna(row[key])]
    lowest = min(values)
    return max(0, int((lowest - 2) // _STEP) * _STEP)


def _axis_words(low: int) -> str:
    return words.WEAKEST_AXIS.format(low=low) if low else words.WEAKEST_AXIS_FULL


def _gaps(rows: list[dict[str, Any]]) -> dict[str, object]:
    """Draw a line from each score below the target to the target."""
    x: list[float | None] = []
    y: list[float | None] = []
    for position, row in enumerate(rows):
        if row["score"] < row["target"]:
            x += [row["score"], row["target"], None]
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


def _dots(rows: list[dict[str, Any]]) -> dict[str, object]:
    known = [(position, row) for position, row in enumerate(rows) if not pd.isna(row["score"])]
    marks = [palette.instrument_mark(row["instrument"]) for _, row in known]
    return {
        "type": "scatter",
        "name": "scores",
        "mode": "markers",
        "x": [row["score"] for _, row in known],
        "y": [position for position, _ in known],
        "customdata": [int(row["indicator"]) for _, row in known],
        "text": [_hover(row) for _, row in known],
        "hovertemplate": "%{text}<extra></extra>",
        "unselected": {"marker": {"opacity": 1}},
        "marker": {
            "size": 15,
            "color": [mark.colour for mark in marks],
            "symbol": [mark.symbol for mark in marks],
        },
        "cliponaxis": False,
    }


def _hover(row: dict[str, Any]) -> str:
    gap = row["target"] - row["score"]
    sentence = words.WEAKEST_SHORT if gap > 0 else words.WEAKEST_OVER
    return words.WEAKEST_HOVER.format(
        name=escaped(row["name"]),
        value=f"{row['score']:.2f}",
        gap=sentence.format(gap=f"{abs(gap):.2f}"),
    )


def _layout(rows: list[dict[str, Any]], described: Framework, low: int) -> dict[str, object]:
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
            {"type": "line", "xref": "x", "yref": "y", "x0": row["target"], "x1": row["target"]}
            | {"y0": at - 0.5, "y1": at + 0.5, "line": rule, "layer": "below"}
            for at, row in enumerate(rows)
        ],
        "annotations": [
            *canvas.row_labels(names, _LEFT),
            *canvas.values(((at, _value(row)) for at, row in enumerate(rows)), _RIGHT),
            _target_word(rows[0]["target"], described),
        ],
    }


def _value(row: dict[str, Any]) -> str:
    """Write the score, its mark and the gap."""
    known = not pd.isna(row["score"])
    text = marked(f"<b>{row['score']:.2f}</b>", row["mark"]) if known else sign(row["mark"] or "x")
    if known and row["score"] < row["target"]:
        text += "<br>" + words.WEAKEST_SHORT.format(gap=f"{row['target'] - row['score']:.2f}")
    return text


def _target_word(target: float, described: Framework) -> dict[str, object]:
    """Write what the rule is above it; of several it is that of the first row."""
    return {
        "text": words.WEAKEST_TARGET.format(aim=aim(described.targets)),
        "x": target,
        "y": 1,
        "xref": "x",
        "yref": "paper",
        "yanchor": "bottom",
        "showarrow": False,
        "font": {"size": 11},
    }
