"""Levels as sheets print them, in a column or in a row of their own."""

from functools import lru_cache
from typing import Final

import numpy as np

from data.framework import catalogue_revision, framework, years
from data.importers.cells import score_of, text_of
from data.importers.headings import bare, words
from data.importers.readings import Finding, Ints, Levels, interned
from data.importers.sheets import Cell
from data.problems import ProblemCode

NO_LEVELS: Final = Levels(*(np.array([], dtype=np.int64),) * 3, [])


def level_names() -> dict[str, str]:
    """Give the names of all levels of all years by their bare spelling."""
    return _level_names(catalogue_revision())


@lru_cache(maxsize=4)
def _level_names(_revision: int) -> dict[str, str]:
    return {bare(rule.name): rule.name for year in years() for rule in framework(year).level_rules}


def levels_in(
    cells: list[Cell], rows: Ints, column: int, units: Ints
) -> tuple[Levels, list[Finding]]:
    """Read cells of one column as levels; a level nobody knows is kept as it is printed."""
    numbers, texts = interned(cells, text_of)
    worded = [bool(text) and bare(text) not in words().score_levels for text in texts]
    places = np.flatnonzero(np.array([*worded], dtype=np.bool_)[numbers]) if texts else numbers
    kept, found, findings = [], [], []
    for at in places.tolist():
        text = texts[numbers[at]]
        name = level_names().get(bare(text))
        if score_of(text) is ProblemCode.NOT_ASSESSED:
            findings.append(Finding(ProblemCode.NOT_ASSESSED, int(rows[at]), column, text))
            continue
        if name is None:
            findings.append(Finding(ProblemCode.UNKNOWN_LEVEL, int(rows[at]), column, text))
        kept.append(at)
        found.append(name or text)
    own = np.array(kept, dtype=np.int64)
    return Levels(rows[own], np.full(len(own), column), units[own], found), findings


def joined(several: list[Levels]) -> Levels:
    """Put levels of several places together."""
    if not several:
        return NO_LEVELS
    return Levels(
        np.concatenate([levels.row for levels in several]),
        np.concatenate([levels.column for levels in several]),
        np.concatenate([levels.unit for levels in several]),
        [text for levels in several for text in levels.text],
    )
