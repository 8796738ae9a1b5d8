"""Numbers that are no likely scores, whatever the words over them say."""

from collections.abc import Callable, Iterator
from typing import Final

import numpy as np

from data.importers.sheets.readings import Finding, Floats, Mask, Readings
from data.importers.spelling.labels import level_of
from data.model.identity import Doubt
from data.model.problems import ProblemCode
from data.model.records import ScoreLevel

_FEWEST: Final = 4
# The longest scale of answers, and what an instrument of six indicators could be parted into.
_SMALL: Final = 6
_WHOLE: Final = 100


def implausible(readings: Readings, adds_up: Callable[[], bool]) -> Iterator[Finding]:
    """Ask about numbers that look like shares, counts, answers on a scale, or weights.

    Scores that add up to their instruments and totals are no counts, however whole they are.
    """
    value = readings.scores.value
    if len(value) < 2:
        return
    below = (value > 0) & (value < 1)
    if below.any() and (value > 1).any():
        yield _at(readings, below, Doubt.MIXED_FRACTIONS)
    elif len(value) >= _FEWEST and value.max() <= _SMALL and value.max() > 1:
        yield _at(readings, value > 1, Doubt.SMALL_SCALE)
    elif _sums_to_whole(readings):
        yield _at(readings, value > 0, Doubt.SUM_OF_WEIGHTS)
    elif (value == np.floor(value)).all() and _may_count(value).sum() >= _FEWEST and not adds_up():
        yield _at(readings, _may_count(value), Doubt.ALL_WHOLE)


def _may_count(value: Floats) -> Mask:
    """Tell which numbers may count something: an item of OIT is worth 0 or 100 and never does."""
    return np.asarray((value > 0) & (value < _WHOLE))


def _sums_to_whole(readings: Readings) -> bool:
    """Tell whether all numbers of one level of the first unit sum up to 100."""
    scores = readings.scores
    first = scores.where(scores.unit == scores.unit[0])
    levels = [level_of(readings.codes[code]) for code in first.code.tolist()]
    for level in (ScoreLevel.INDICATOR, ScoreLevel.INSTRUMENT, ScoreLevel.ITEM):
        own = first.value[[one is level for one in levels]]
        if len(own) >= _FEWEST - 1 and abs(own.sum() - _WHOLE) < 0.011:
            return bool((own < _WHOLE).all())
    return False


def _at(readings: Readings, chosen: Mask, doubt: Doubt) -> Finding:
    at = int(np.argmax(chosen))
    scores = readings.scores
    place = int(scores.row[at]), int(scores.column[at])
    return Finding(ProblemCode.ASK_KIND, *place, f"{scores.value[at]:g}", doubt.value)
