"""What a sheet says twice: a score or a level is kept once, and neither of two that differ."""

import numpy as np
import pandas as pd

from data.importers.sheets.cells import text_of
from data.importers.sheets.opening import Sheet
from data.importers.sheets.readings import Finding, Ints, Levels, Mask, Readings, Scores
from data.model.problems import ProblemCode


def scores_once(readings: Readings, sheet: Sheet) -> tuple[Scores, list[Finding]]:
    """Keep each score once; where a sheet gives two different ones, keep none of them."""
    scores = readings.scores
    key = pd.Series(scores.keys(len(readings.codes)))
    several = key.duplicated(keep=False).to_numpy()
    values = pd.Series(scores.value)
    conflicting = several & (values.groupby(key).transform("nunique") > 1).to_numpy()
    repeated = key.duplicated().to_numpy() & ~conflicting
    other = _twins(key, values)
    findings = _beside_twins(scores, conflicting, other, ProblemCode.CONFLICTING_SCORE, sheet)
    findings += _beside_twins(scores, repeated, other, ProblemCode.REPEATED_SCORE, sheet)
    return scores.where(~conflicting & ~repeated), findings


def _twins(key: "pd.Series[int]", values: "pd.Series[float]") -> Ints:
    """Give for each score where the first one of the same thing stands that differs, else any."""
    at = pd.Series(np.arange(len(key)))
    first = at.groupby(key).transform("first")
    differs = values != values.groupby(key).transform("first")
    first_other = at.where(differs).groupby(key).transform("min").fillna(first)
    return np.where(differs, first, first_other).astype(np.int64)


def _beside_twins(
    scores: Scores, chosen: Mask, other: Ints, code: ProblemCode, sheet: Sheet
) -> list[Finding]:
    findings = []
    for at in np.flatnonzero(chosen).tolist():
        row, column = int(scores.row[at]), int(scores.column[at])
        twin = int(scores.row[other[at]]), int(scores.column[other[at]])
        value = shown(sheet, row, column)
        findings.append(Finding(code, row, column, value, _shown_with_place(sheet, *twin)))
    return findings


def _shown_with_place(sheet: Sheet, row: int, column: int) -> str:
    return f"{shown(sheet, row, column)} ({sheet.address(row, column)})"


def shown(sheet: Sheet, row: int, column: int) -> str:
    """Give the text that stands in a cell."""
    cells = sheet.rows[row]
    return text_of(cells[column]) if column < len(cells) else ""


def levels_once(levels: Levels, sheet: Sheet) -> tuple[Levels, list[Finding]]:
    """Keep the level of each unit once; where a sheet gives two different ones, keep neither."""
    if len(np.unique(levels.unit)) == len(levels.unit):
        return levels, []
    places = list(zip(levels.row.tolist(), levels.column.tolist(), strict=True))
    first: dict[int, dict[str, tuple[int, int]]] = {}
    for place, unit, text in zip(places, levels.unit.tolist(), levels.text, strict=True):
        first.setdefault(unit, {}).setdefault(text, place)
    keep, findings = [], []
    for at, (unit, text) in enumerate(zip(levels.unit.tolist(), levels.text, strict=True)):
        others = [place for other, place in first[unit].items() if other != text]
        if others:
            twin = _shown_with_place(sheet, *others[0])
            findings.append(Finding(ProblemCode.CONFLICTING_SCORE, *places[at], text, twin))
        elif places[at] != first[unit][text]:
            twin = _shown_with_place(sheet, *first[unit][text])
            findings.append(Finding(ProblemCode.REPEATED_SCORE, *places[at], text, twin))
        else:
            keep.append(at)
    kept = np.array(keep, dtype=np.int64)
    texts = [levels.text[at] for at in keep]
    return Levels(levels.row[kept], levels.column[kept], levels.unit[kept], texts), findings
