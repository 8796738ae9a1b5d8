"""One panel of the small multiples: its axes, lines, rules at breaks and marks."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Final

import pandas as pd

from data.documents.pictures.labels import columns_in, label
from data.framework import Framework
from data.words import palette
from data.words.marks import sign
from pages.charts import canvas
from queries.frames import records_of

_CLEAR: Final = 3
"""Points from the target within which its line would strike a value out."""
_LINE_OF_TEXT: Final = 1 / 8
"""Part of the lowest panel's height that a number takes."""
ACROSS: Final = 2
"""Panels side by side: what a phone can show."""
HEIGHT = 138
LEFT = 34
_BETWEEN = 0.07
_HEAD = 0.28
"""Part of a panel's height that its title takes."""

Breaks = Collection[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Panel:
    """One indicator: its rows by year, the national values, and where it is drawn."""

    indicator: int
    name: str
    instrument: str
    rows: tuple[dict[str, Any], ...]
    national: dict[int, float]
    position: int

    @property
    def axis(self) -> str:
        """The suffix of its axes in Plotly."""
        return str(self.position + 1) if self.position else ""


def panels_of(rows: Sequence[dict[str, Any]], national: pd.DataFrame) -> list[Panel]:
    """Make one panel per indicator, in their order; rows are ordered by year."""
    values = {(row["code"], row["year"]): row["value"] for row in records_of(national)}
    grouped: dict[int, list[dict[str, Any]]] = {}
    for row in rows:
        grouped.setdefault(int(row["indicator"]), []).append(row)
    return [
        Panel(
            indicator,
            str(members[-1]["name"]),
            str(members[-1]["instrument"]),
            tuple(members),
            {
                row["year"]: values[str(indicator), row["year"]]
                for row in members
                if (str(indicator), row["year"]) in values
            },
            position,
        )
        for position, (indicator, members) in enumerate(sorted(grouped.items()))
    ]


def lowest(panels: Sequence[Panel], described: Framework) -> int:
    """Round the lowest value shown down to a ten, so that the targets and it stay apart."""
    values = [row["score"] for panel in panels for row in panel.rows if not pd.isna(row["score"])]
    values += [value for panel in panels for value in panel.national.values()]
    targets = [float(described.target_of(panel.indicator)) for panel in panels]
    return max(0, int((min([*targets, *values]) - 2) // 10) * 10)


def _domain(position: int, lines: int) -> tuple[list[float], list[float]]:
    line, place = divmod(position, ACROSS)
    width = (1 - _BETWEEN * (ACROSS - 1)) / ACROSS
    left = place * (width + _BETWEEN)
    bottom = 1 - (line + 1) / lines
    return [left, left + width], [bottom + 0.19 / lines, bottom + (1 - _HEAD) / lines]


def axes(
    panel: Panel, years: list[int], low: int, described: Framework, lines: int
) -> dict[str, Any]:
    """Place the two axes of a panel; all have the same range, and rules at its start and target.

    The right ones are read by the numbers of the left ones, but for a target of their own.
    """
    target = float(described.target_of(panel.indicator))
    numbered = panel.position % ACROSS == 0 or target != described.target
    across, down = _domain(panel.position, lines)
    reach = years[-1] - years[0] + 0.5
    shown = years if len(years) < 3 else [years[0], years[-1]]
    x = {"domain": across, "anchor": f"y{panel.axis}", "tickvals": shown}
    # The last third of a panel belongs to the label of the newest value.
    x |= {"range": [years[0] - 0.25, years[-1] + 0.25 + reach * 0.5], "tickformat": "d"}
    y = {"domain": down, "anchor": f"x{panel.axis}", "range": [low - 1, 104], "showgrid": True}
    numbers = [low, target, 100] if 100 - target > (100 - low) * _LINE_OF_TEXT else [low, target]
    y |= {"tickvals": numbers, "showticklabels": numbered}
    return {
        f"xaxis{panel.axis}": {**canvas.AXIS, **x},
        f"yaxis{panel.axis}": {**canvas.AXIS, **y},
    }


def title(panel: Panel, lines: int) -> dict[str, object]:
    """Write number and name of the indicator over its panel."""
    width = columns_in((canvas.NARROWEST - LEFT) * (1 - _BETWEEN) / 2, canvas.SMALL)
    across, _ = _domain(panel.position, lines)
    return {
        "text": f"<b>{label(f'{panel.indicator} {panel.name}', width, 2)}</b>",
        "xref": "paper",
        "yref": "paper",
        "x": across[0],
        "y": 1 - (panel.position // ACROSS) / lines,
        "xanchor": "left",
        "yanchor": "top",
        "align": "left",
        "showarrow": False,
        "borderpad": 0,
        "font": {"size": canvas.SMALL},
    }


def rules(panel: Panel, breaks: Breaks, years: list[int]) -> list[dict[str, object]]:
    """Draw a rule between years that cannot be compared."""
    line = {"color": palette.RULE, "width": 1, "dash": "dot"}
    word = {"text": sign("b"), "textposition": "start", "textangle": 0, "yanchor": "bottom"}
    return [
        {"type": "line", "x0": (a + b) / 2, "x1": (a + b) / 2, "y0": 0, "y1": 1, "line": line}
        | {"xref": f"x{panel.axis}", "yref": f"y{panel.axis} domain"}
        | {"label": word}
        for a, b in pairwise(years)
        if (a, b) in breaks
    ]


def traces(panel: Panel, breaks: Breaks, ends: tuple[int, float]) -> list[dict[str, object]]:
    """Draw the national line, the own line over it, dashes over breaks, marks for gaps.

    `ends` are the low end of the axis and the target.
    """
    low, target = ends
    axes = {"type": "scatter", "xaxis": f"x{panel.axis}", "yaxis": f"y{panel.axis}"}
    traces = [_own(panel, breaks, target), _across_breaks(panel, breaks)]
    if panel.national:
        traces.insert(0, _national_line(panel, breaks))
    if any(pd.isna(row["score"]) for row in panel.rows):
        traces.append(_gaps(panel, low))
    return [trace | axes for trace in traces if trace["x"]]


def _own(panel: Panel, breaks: Breaks, target: float) -> dict[str, Any]:
    """Draw the own line; an empty point keeps Plotly from joining years that do not compare."""
    last = max((r["year"] for r in panel.rows if not pd.isna(r["score"])), default=None)
    points: list[tuple[int | None, float | None, str]] = []
    for row in panel.rows:
        if points and (points[-1][0], row["year"]) in breaks:
            points.append((None, None, ""))
        known = None if pd.isna(row["score"]) else row["score"]
        points.append((row["year"], known, _last_value(row, last)))
    look = palette.instrument_mark(panel.instrument)
    return {
        "name": f"own {panel.indicator}",
        "mode": "lines+markers+text",
        "x": [point[0] for point in points],
        "y": [point[1] for point in points],
        "text": [point[2] for point in points],
        "textposition": _beside_the_target(panel, target),
        "textfont": {"size": canvas.SMALL, "color": palette.THEME_TEXT},
        "line": {"color": look.colour, "width": 3},
        "marker": {"size": 8, "symbol": look.symbol},
        "connectgaps": False,
        "cliponaxis": False,
    }


def _beside_the_target(panel: Panel, target: float) -> str:
    """Tell where the last value stands so that the line of the target does not strike it out."""
    known = [row["score"] for row in panel.rows if not pd.isna(row["score"])]
    if not known or abs(known[-1] - target) > _CLEAR:
        return "middle right"
    return "bottom right" if known[-1] < target - _CLEAR / 3 else "top right"


def _last_value(row: dict[str, Any], last: int | None) -> str:
    if row["year"] != last:
        return ""
    mark = f"<br>{sign(row['mark'])}" if row["mark"] else ""
    return f" <b>{row['score']:.2f}</b>{mark}"


def _across_breaks(panel: Panel, breaks: Breaks) -> dict[str, Any]:
    x: list[int | None] = []
    y: list[float | None] = []
    for before, after in pairwise(panel.rows):
        both = not (pd.isna(before["score"]) or pd.isna(after["score"]))
        if both and (before["year"], after["year"]) in breaks:
            x += [before["year"], after["year"], None]
            y += [before["score"], after["score"], None]
    colour = palette.instrument_mark(panel.instrument).colour
    line = {"color": colour, "width": 2, "dash": "dot"}
    return {"name": f"break {panel.indicator}", "mode": "lines", "x": x, "y": y, "line": line}


def _national_line(panel: Panel, breaks: Breaks) -> dict[str, Any]:
    years = [row["year"] for row in panel.rows]
    x: list[int | None] = []
    for year in years:
        if x and (x[-1], year) in breaks:
            x.append(None)
        x.append(year)
    values = [None if year is None else panel.national.get(year) for year in x]
    return {
        "name": f"national {panel.indicator}",
        "mode": "lines+markers",
        "x": x,
        "y": values,
        "line": {"color": palette.NATIONAL, "width": 2},
        "marker": {"size": 6, "symbol": "line-ew-open"},
        "connectgaps": False,
    }


def _gaps(panel: Panel, low: int) -> dict[str, Any]:
    """Write the mark of each missing value where its point would stand."""
    missing = [row for row in panel.rows if pd.isna(row["score"])]
    return {
        "name": f"missing {panel.indicator}",
        "mode": "text",
        "x": [row["year"] for row in missing],
        "y": [low + 4] * len(missing),
        "text": [sign(row["mark"] or "x") for row in missing],
        "textfont": {"size": 11, "color": palette.THEME_TEXT},
    }
