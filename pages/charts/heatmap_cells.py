"""The cells of the heatmap: what each says, its colour, and the two traces that draw them."""

from dataclasses import dataclass
from typing import Any, Final

import numpy as np
import pandas as pd

from data.analysis.score_steps import ScoreSteps
from data.documents.pictures.labels import escaped
from data.words import charts as words
from data.words import marks as mark_words
from data.words import palette
from data.words.numbers import signed

_GAP = 0.25
"""Width of the gap before the change, in columns."""
_DASH: Final = "–"


@dataclass(frozen=True, slots=True)
class Cell:
    """One coloured cell: its row and column, what it says, and its number."""

    place: tuple[int, int]
    text: str
    fill: palette.Fill
    number: float | None
    hover: str
    indicator: int


def score_cell(row: dict[str, Any], place: tuple[int, int], steps: ScoreSteps) -> Cell:
    """Make the cell of a score, or of the mark that stands for a missing one."""
    score, mark = row["score"], row["mark"]
    known = not pd.isna(score)
    value = f"{score:.2f}" if known else mark_words.MEANINGS[mark or "x"]
    hover = words.SCORE_HOVER if known else words.MISSING_HOVER
    return Cell(
        place,
        _marked(value if known else "", mark if known else mark or "x"),
        palette.STEP_FILLS[steps.step_of(score)] if known else palette.EMPTY,
        score if known else None,
        hover.format(name=escaped(row["name"]), year=row["year"], value=value, mark=value),
        int(row["indicator"]),
    )


def change_cell(row: dict[str, Any], place: tuple[int, int]) -> Cell:
    """Make the cell of a change; one across a break is grey and marked."""
    change = row["change"]
    known = not pd.isna(change)
    broken = bool(row["broken"])
    text = signed(change) if known else _DASH
    reading = "unknown" if broken or not known else row["reading"]
    said = f"{text} {mark_words.MEANINGS['b']}" if broken else text
    years = {"from_year": row["from_year"], "to_year": row["to_year"]}
    return Cell(
        place,
        _marked(text, "b" if broken else ""),
        palette.CHANGE_FILLS[reading],
        change if known else None,
        words.CHANGE_HOVER.format(name=escaped(row["name"]), change=said, **years),
        int(row["indicator"]),
    )


def grid(cells: list[Cell], shape: tuple[int, int], edges: list[float]) -> dict[str, object]:
    """Make the heatmap: z picks the colour, customdata holds the very number."""
    fills = list(dict.fromkeys(cell.fill for cell in cells))
    z, numbers, hovers = (np.full(shape, None, dtype=object) for _ in range(3))
    for cell in cells:
        z[cell.place] = fills.index(cell.fill)
        numbers[cell.place] = cell.number
        hovers[cell.place] = cell.hover
    return {
        "type": "heatmap",
        "name": "cells",
        "z": z.tolist(),
        "customdata": numbers.tolist(),
        "text": hovers.tolist(),
        "x": edges,
        "y": list(range(shape[0] + 1)),
        "zmin": -0.5,
        "zmax": len(fills) - 0.5,
        "colorscale": palette.stepped(tuple(fill.colour for fill in fills)),
        "showscale": False,
        "xgap": 2,
        "ygap": 2,
        "hoverongaps": False,
        "hoverinfo": "skip",
    }


def edges(years: int, columns: int) -> list[float]:
    """Give the edges of the columns; the one before the change is a narrow gap."""
    change = [years + _GAP, years + _GAP + 1] if columns > years else []
    return [*range(years + 1), *change]


def middle(edges: list[float], column: int) -> float:
    """Give where the text of a column stands."""
    return (edges[column] + edges[column + 1]) / 2


def numbers(cells: list[Cell], edges: list[float], size: int) -> dict[str, object]:
    """Write the texts of the cells in colours that can be read on them."""
    return {
        "type": "scatter",
        "name": "numbers",
        "mode": "text",
        "x": [middle(edges, cell.place[1]) for cell in cells],
        "y": [cell.place[0] + 0.5 for cell in cells],
        "text": [cell.text for cell in cells],
        "textfont": {"size": size, "color": [cell.fill.text for cell in cells]},
        "hoverinfo": "skip",
    }


def _marked(value: str, mark: str) -> str:
    """Put the mark under the value, smaller; a mark alone stands for the missing value."""
    if not mark:
        return value
    small = f'<span style="font-size:11px">{mark_words.sign(mark)}</span>'
    return f"{value}<br>{small}" if value else mark_words.sign(mark)
