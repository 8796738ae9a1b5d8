"""Levels as sheets print them, in a column or in a row of their own."""

import numpy as np

from data.containers.cell_columns import Column
from data.importers.sheets.cells import score_of, text_of
from data.importers.sheets.opening import Cell, Sheet
from data.importers.sheets.readings import (
    Finding,
    Ints,
    Levels,
    Scores,
    cells_by_column,
    interned,
)
from data.importers.spelling.folding import bare, words
from data.importers.spelling.level_names import level_names, score_and_level
from data.model.problems import ProblemCode


def levels_in(
    cells: Column[Cell], rows: Ints, column: int, units: Ints
) -> tuple[Levels, list[Finding]]:
    """Read cells of one column as levels; a level nobody knows is kept as it is printed."""
    numbers, texts = interned(cells, text_of)
    worded = [bool(text) and bare(text) not in words().score_levels for text in texts]
    places = np.flatnonzero(np.array(worded, dtype=np.bool_)[numbers])
    names = list(map(level_names().get, map(bare, texts)))
    absent = [score_of(text) is ProblemCode.NOT_ASSESSED for text in texts]
    kept, levels, findings = [], [], []
    for at, number in zip(places.tolist(), numbers[places].tolist(), strict=True):
        text, name = texts[number], names[number]
        if absent[number]:
            findings.append(Finding(ProblemCode.NOT_ASSESSED, int(rows[at]), column, text))
            continue
        if name is None:
            findings.append(Finding(ProblemCode.UNKNOWN_LEVEL, int(rows[at]), column, text))
        kept.append(at)
        levels.append(name or text)
    own = np.array(kept, dtype=np.int64)
    return Levels(rows[own], np.full(len(own), column), units[own], levels), findings


def levels_inside(totals: Scores, sheet: Sheet) -> Levels:
    """Give the levels that stand in the cells of totals, behind the score or before it."""
    found: dict[int, str] = {}
    for _, own, cells in cells_by_column(sheet, totals.row, totals.column):
        number, parted = interned(cells, _level_in)
        inside = [level is not None for level in parted]
        for at in np.flatnonzero(np.array(inside, dtype=np.bool_)[number]).tolist():
            found[int(own[at])] = str(parted[number[at]])
    places = np.array(sorted(found), dtype=np.int64)
    return Levels(
        totals.row[places],
        totals.column[places],
        totals.unit[places],
        [found[at] for at in places.tolist()],
    )


def _level_in(cell: Cell) -> str | None:
    parted = score_and_level(cell) if isinstance(cell, str) else None
    return parted[1] if parted else None
