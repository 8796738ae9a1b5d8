"""Which measure of the stored plan each row of a report without ids is about.

Texts settle it where one measure is much more alike than every other; items settle it where one
measure alone has them. Whatever they leave open is asked, never guessed.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from data.importers.plan.matching import CLEAR, MARGIN, MAYBE
from data.importers.spelling.plan_words import squeeze
from data.importers.spelling.similarity import (
    has_numbers_of,
    part_of,
    same_numbers,
    similarity,
)
from data.model.measure_said import MeasureSaid

_NUMBERING: Final = re.compile(r"^(?:[(]?\d{1,3}[.)]+|[-\u2022*\u2013])+")
_MOST_ASKED: Final = 20
_FEWEST_LETTERS: Final = 12
"""A few words of fewer letters stand in too many measures by chance."""


@dataclass(frozen=True, slots=True)
class PlannedMeasure:
    """A measure of the plan in force, with the divisions that lead it."""

    measure_id: str
    position: int
    indicator: int
    items: tuple[str, ...]
    action: str
    lead: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RowMatching:
    """By the row's number: the measure it is about, or those among which a person must choose.

    What a person said is none of them is in `left_out`.
    """

    kept: Mapping[int, str]
    asked: Mapping[int, tuple[str, ...]]
    left_out: frozenset[int]


@dataclass(frozen=True, slots=True)
class _Guess:
    """What a row may be about, the likeliest first; `clear` where one stands out."""

    clear: str
    exact: bool
    candidates: tuple[str, ...]


def match_rows(said: Sequence[MeasureSaid], plan: Sequence[PlannedMeasure]) -> RowMatching:
    """Match rows to the measures of one plan; decisions come before what texts tell."""
    known = {measure.measure_id for measure in plan}
    kept = {row.place: row.decided for row in said if row.decided and row.decided in known}
    left_out = {row.place for row in said if not row.decided and row.decided is not None}
    guesses = {
        row.place: _guess(row, plan)
        for row in said
        if row.place not in kept and row.place not in left_out
    }
    claims = Counter(kept.values()) + Counter(one.clear for one in guesses.values() if one.clear)
    asked = {}
    for place, guess in guesses.items():
        # Of two rows like one measure neither is settled by being like it.
        if guess.clear and (guess.exact or claims[guess.clear] == 1):
            kept[place] = guess.clear
        else:
            asked[place] = guess.candidates
    return RowMatching(kept, asked, frozenset(left_out))


def _guess(row: MeasureSaid, plan: Sequence[PlannedMeasure]) -> _Guess:
    text = _plain(row.text)
    alike = part_of if row.in_passing else similarity
    likeness = {one.measure_id: alike(text, _plain(one.action)) for one in plan if text}
    fitting = [one for one in plan if _fits(row, one)]
    ranked = sorted(fitting, key=lambda one: -likeness.get(one.measure_id, 0))
    if text:
        clear = (_by_words if row.in_passing else _by_text)(text, ranked, likeness)
        near = [one for one in ranked if likeness[one.measure_id] >= MAYBE]
    elif row.items:
        clear, near = (ranked[0] if len(ranked) == 1 else None), ranked
    else:
        near = _numbered(row, plan)
        clear = near[0] if len(near) == 1 else None
    speaks = clear is not None and row.division in {"", *clear.lead}
    rest = near or sorted(plan, key=lambda one: -likeness.get(one.measure_id, 0))
    candidates = tuple(one.measure_id for one in rest[:_MOST_ASKED])
    exact = clear is not None and not row.in_passing and likeness.get(clear.measure_id, 1.0) == 1
    return _Guess(clear.measure_id if clear and speaks else "", exact, candidates)


def _by_text(
    text: str, ranked: Sequence[PlannedMeasure], likeness: Mapping[str, float]
) -> PlannedMeasure | None:
    """Give the one measure whose text stands out, where it says the same numbers."""
    if not ranked:
        return None
    best, *others = ranked
    alike = likeness[best.measure_id]
    second = max((likeness[one.measure_id] for one in others), default=0.0)
    if alike == 1:
        return best if second < 1 else None
    same = same_numbers(text, _plain(best.action))
    return best if alike >= CLEAR and same and second <= alike - MARGIN else None


def _by_words(
    text: str, ranked: Sequence[PlannedMeasure], likeness: Mapping[str, float]
) -> PlannedMeasure | None:
    """Give the one measure that has nearly all of a few words, where no other has most of them."""
    if not ranked or len(text) < _FEWEST_LETTERS:
        return None
    best, *others = ranked
    alike = likeness[best.measure_id]
    second = max((likeness[one.measure_id] for one in others), default=0.0)
    fits = alike >= CLEAR and has_numbers_of(_plain(best.action), text)
    return best if fits and second <= alike - MARGIN else None


def _fits(row: MeasureSaid, measure: PlannedMeasure) -> bool:
    """Tell whether items and indicator of a row are those of a measure, where it names any."""
    if row.items and not set(row.items) <= set(measure.items):
        return False
    return row.indicator in {None, measure.indicator}


def _numbered(row: MeasureSaid, plan: Sequence[PlannedMeasure]) -> list[PlannedMeasure]:
    """Give the measures of a number: that of the plan, and that in the list of the division."""
    if row.number is None:
        return []
    of_plan = [one for one in plan if one.position == row.number]
    own = [one for one in plan if row.division and row.division in one.lead]
    listed = own[row.number - 1 : row.number] if row.number else []
    return list({one.measure_id: one for one in (*of_plan, *listed)}.values())


def _plain(text: str) -> str:
    return _NUMBERING.sub("", squeeze(text))
