"""One item over the years: a line only through the same item, a hollow dot for a namesake."""

from typing import Any, Final

import pandas as pd

from data.documents.pictures.labels import escaped
from data.words import charts as words
from data.words import palette
from pages.charts import canvas
from pages.charts.frames import required, span, years_of
from queries.frames import records_of

_HEIGHT: Final = 190
_EDGE: Final = 34


def item_trend(trend: pd.DataFrame, target: float) -> canvas.Chart:
    """Draw the scores of an item and of its namesakes; only the item itself is joined.

    Args:
        trend: year, code, name, score 0-100, joined, as `data.analysis.item_trend` gives.
        target: the score to reach, 0-100.

    Raises:
        ValueError: If there is no row.
    """
    required(trend)
    rows = records_of(trend)
    same = [row for row in rows if row["joined"]]
    others = [row for row in rows if not row["joined"]]
    heading = canvas.Heading(
        item_trend_takeaway(trend),
        words.ITEM_SUBTITLE.format(years=span(years_of(trend))),
        (words.ITEM_AXIS, words.ITEM_OTHERS) if others else (words.ITEM_AXIS,),
    )
    traces = [_same(same), _others(others)]
    room = canvas.Room(_HEIGHT, left=_EDGE, right=_EDGE, above=14, below=24)
    return canvas.figure(traces, _layout(rows, target), heading, room)


def item_trend_takeaway(trend: pd.DataFrame) -> str:
    """Say where the item began and ended, or that it is known in one year only."""
    rows = [row for row in records_of(trend) if row["joined"]]
    if not rows:
        return words.ITEM_NONE
    first, last = rows[0], rows[-1]
    if first is last:
        return words.ITEM_ONCE.format(**_values(last))
    return words.ITEM_JOINED.format(
        first=first["year"], old=f"{first['score']:.2f}", **_values(last)
    )


def item_trend_alt(trend: pd.DataFrame) -> str:
    """Describe the figure: the takeaway and every score."""
    scores = ", ".join(words.ITEM_SCORE.format(**_values(row)) for row in records_of(trend))
    return words.ITEM_ALT.format(takeaway=item_trend_takeaway(trend), scores=scores)


def _values(row: dict[str, Any]) -> dict[str, object]:
    return {"year": row["year"], "code": row["code"], "score": f"{row['score']:.2f}"}


def _same(rows: list[dict[str, Any]]) -> dict[str, object]:
    return _dots(rows, "same") | {
        "mode": "lines+markers",
        "line": {"color": palette.ITEM, "width": 3},
        "marker": {"size": 13, "color": palette.ITEM},
    }


def _others(rows: list[dict[str, Any]]) -> dict[str, object]:
    ring = {"color": palette.RULE, "width": 2}
    return _dots(rows, "others") | {
        "mode": "markers",
        "marker": {"size": 13, "symbol": "circle-open", "color": palette.RULE, "line": ring},
    }


def _dots(rows: list[dict[str, Any]], name: str) -> dict[str, object]:
    return {
        "type": "scatter",
        "name": name,
        "x": [row["year"] for row in rows],
        "y": [row["score"] for row in rows],
        "customdata": [_hover(row) for row in rows],
        "hovertemplate": "%{customdata}<extra></extra>",
        "cliponaxis": False,
    }


def _hover(row: dict[str, Any]) -> str:
    return words.ITEM_HOVER.format(name=escaped(row["name"]), **_values(row))


def _layout(rows: list[dict[str, Any]], target: float) -> dict[str, Any]:
    years = sorted({row["year"] for row in rows})
    across = {
        "range": [years[0] - 0.5, years[-1] + 0.5],
        "tickvals": years,
        "ticktext": [str(year) for year in years],
    }
    down = {"range": [-4, 108], "tickvals": [0, 50, target, 100], "showgrid": True}
    return {
        "xaxis": {**canvas.AXIS, **across},
        "yaxis": {**canvas.AXIS, **down},
        "annotations": [
            {
                "text": f"<b>{escaped(row['code'])}</b> {row['score']:.2f}",
                "x": row["year"],
                "y": row["score"],
                "yshift": 17 if row["joined"] else -17,
                "showarrow": False,
                "font": {"size": canvas.SMALL, "color": palette.THEME_TEXT},
            }
            for row in rows
        ],
    }
