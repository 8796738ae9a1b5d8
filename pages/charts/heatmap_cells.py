"""The cells of the heatmap: what each says, its colour, and the two traces that draw them."""

from dataclasses import dataclass
from typing import Any, Final

import pandas as pd

from data.analysis.score_steps import ScoreSteps
from data.words import marks as mark_words
from data.words import palette
from data.words.numbers import signed

_GAP = 0.25
"""Width of the gap before the change, in columns."""
_DASH: Final = "–"


@dataclass(frozen=True, slots=True)
class Cell:
    """One coloured cell: its row and column, and what it says."""

    place: tuple[int, int]
    text: str
    fill: palette.Fill


def score_cell(row: dict[str, Any], place: tuple[int, int], steps: ScoreSteps) -> Cell:
    """Make the cell of a score, or of the mark that stands for a missing one."""
    score, mark = row["score"], row["mark"]
    if pd.isna(score):
        return Cell(place, mark_words.sign(mark or "x"), palette.EMPTY)
    return Cell(place, _marked(f"{score:.2f}", mark), palette.STEP_FILLS[steps.step_of(score)])


def change_cell(row: dict[str, Any], place: tuple[int, int]) -> Cell:
    """Make the cell of a change; one across a break is grey and marked."""
    known, broken = not pd.isna(row["change"]), bool(row["broken"])
    reading = "unknown" if broken or not known else row["reading"]
    text = signed(row["change"]) if known else _DASH
    return Cell(place, _marked(text, "b" if broken else ""), palette.CHANGE_FILLS[reading])


def grid(cells: list[Cell], shape: tuple[int, int], edges: list[float]) -> dict[str, object]:
    """Make the heatmap: z picks the colour."""
    fills = list(dict.fromkeys(cell.fill for cell in cells))
    z: list[list[int | None]] = [[None] * shape[1] for _ in range(shape[0])]
    for cell in cells:
        z[cell.place[0]][cell.place[1]] = fills.index(cell.fill)
    return {
        "type": "heatmap",
        "name": "cells",
        "z": z,
        "x": edges,
        "y": list(range(shape[0] + 1)),
        "zmin": -0.5,
        "zmax": len(fills) - 0.5,
        "colorscale": palette.stepped(tuple(fill.colour for fill in fills)),
        "showscale": False,
        "xgap": 2,
        "ygap": 2,
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
    }


def _marked(value: str, mark: str) -> str:
    """Put the mark under the value, smaller."""
    small = f'<br><span style="font-size:11px">{mark_words.sign(mark)}</span>'
    return f"{value}{small}" if mark else value
