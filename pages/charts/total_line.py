"""The total over all years on the bands of the levels, small enough for a card."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from data.analysis.overview import TotalOfYear
from data.framework import LevelRule
from data.words import charts as words
from data.words import palette
from data.words.marks import marked, sign
from pages.charts import canvas

HEIGHT: Final = 136
_LEFT: Final = 8
_RIGHT: Final = 96
_LOWEST: Final = 70
_STEP: Final = 5
_TOP: Final = 101.5


def total_line(totals: Sequence[TotalOfYear], rules: Sequence[LevelRule]) -> canvas.Chart:
    """Draw the total of each year; dashed over a break, with a gap where a year has none.

    Args:
        totals: the years, oldest first; at least one.
        rules: the levels of the newest year, best first: their bands lie behind the line.
    """
    low = _low(totals)
    layout = {
        "height": HEIGHT,
        "margin": {"l": _LEFT, "r": _RIGHT, "t": 8, "b": 24, "pad": 0},
        "font": {"family": palette.FONT, "size": canvas.SMALL, "color": palette.THEME_TEXT},
        "showlegend": False,
        "dragmode": False,
        "xaxis": {
            **canvas.AXIS,
            "range": [-0.4, len(totals) - 0.6],
            "tickvals": list(range(len(totals))),
            "ticktext": [str(one.year) for one in totals],
        },
        "yaxis": {**canvas.AXIS, "range": [low, _TOP], "visible": False},
        "shapes": list(_bands(rules, low)),
        "annotations": [*_names(rules, low), *_values(totals)],
    }
    return canvas.Chart([*_segments(totals), _dots(totals)], layout)


def total_line_alt(totals: Sequence[TotalOfYear]) -> str:
    """Say the total of each year for those who do not see the line."""
    told = (words.TOTAL_OF_YEAR.format(year=one.year, value=_text(one)) for one in totals)
    return words.TOTAL_LINE_ALT.format(totals=words.JOIN.join(told))


def _low(totals: Sequence[TotalOfYear]) -> int:
    known = [float(one.value) for one in totals if one.value is not None]
    return min([_LOWEST, *(int((value - 2) // _STEP) * _STEP for value in known)])


def _ranges(rules: Sequence[LevelRule], low: float) -> list[tuple[str, float, float]]:
    """Give the levels of each total with where their band begins and ends on the axis."""
    starts = sorted({float(rule.total_from) for rule in rules}, reverse=True)
    return [
        (_names_at(rules, start), max(low, start), top)
        for start, top in zip(starts, [_TOP, *starts], strict=False)
        if top > low
    ]


def _names_at(rules: Sequence[LevelRule], start: float) -> str:
    names = "/".join(rule.name for rule in rules if float(rule.total_from) == start)
    return words.LEVEL_BAND.format(name=names, score=f"{start:g}")


def _bands(rules: Sequence[LevelRule], low: float) -> list[dict[str, object]]:
    return [
        {
            "type": "rect",
            "xref": "paper",
            "x0": 0,
            "x1": 1,
            "y0": start,
            "y1": top,
            "fillcolor": palette.STEP_FILLS[max(-1 - place, -len(palette.STEP_FILLS))].colour,
            "opacity": 0.25,
            "line": {"width": 0},
            "layer": "below",
        }
        for place, (_, start, top) in enumerate(_ranges(rules, low))
    ]


def _names(rules: Sequence[LevelRule], low: float) -> list[dict[str, object]]:
    return [
        {
            "text": name,
            "xref": "paper",
            "x": 1,
            "xanchor": "left",
            "xshift": 6,
            "y": (start + top) / 2,
            "showarrow": False,
            "font": {"size": 11},
        }
        for name, start, top in _ranges(rules, low)
    ]


def _values(totals: Sequence[TotalOfYear]) -> list[dict[str, object]]:
    return [
        {
            "text": f"<b>{_text(one)}</b>",
            "x": place,
            "y": float(one.value or 0),
            "yshift": -16,
            "showarrow": False,
            "font": {"size": 13},
        }
        for place, one in enumerate(totals)
        if one.value is not None
    ]


def _segments(totals: Sequence[TotalOfYear]) -> list[dict[str, object]]:
    return [
        {
            "type": "scatter",
            "mode": "lines",
            "x": [place, place + 1],
            "y": [float(before.value), float(after.value)],
            "line": {
                "color": palette.THEME_TEXT,
                "width": 3,
                "dash": "dot" if after.broken else "solid",
            },
            "hoverinfo": "skip",
        }
        for place, (before, after) in enumerate(pairwise(totals))
        if before.value is not None and after.value is not None
    ]


def _dots(totals: Sequence[TotalOfYear]) -> dict[str, object]:
    known = [(place, one) for place, one in enumerate(totals) if one.value is not None]
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [place for place, _ in known],
        "y": [float(one.value or 0) for _, one in known],
        "marker": {"size": 10, "color": palette.THEME_TEXT},
        "hoverinfo": "skip",
    }


def _text(one: TotalOfYear) -> str:
    return sign(one.mark or "x") if one.value is None else marked(f"{one.value:.2f}", one.mark)
