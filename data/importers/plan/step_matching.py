"""Which stored step each step of a newer plan is, by what it says; places do not tell.

What is reworded beyond recognition is another step. Where people have said something of the old
one, a person is asked which it is: nobody else knows whether the work is the same.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import count
from types import MappingProxyType
from typing import Final

from data.importers.plan.matching import LIKELY, MARGIN
from data.importers.spelling.plan_words import squeeze
from data.importers.spelling.similarity import same_numbers, similarity
from data.model.records import Measure

NOTHING_DECIDED: Final[Mapping[int, str]] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class StoredStep:
    """One version of a stored step; `newest` when it is in force.

    `reported` tells that people have said something of it: a report, a day, evidence.
    """

    step_id: str
    text: str
    newest: bool
    reported: bool = False


@dataclass(frozen=True, slots=True)
class StepMatching:
    """The ids of the steps of a measure, in their order.

    `asked` gives, by place from 1, the steps among which a person must choose, the likest first;
    `left_out` are those with reports that no step of the measure is.
    """

    step_ids: tuple[str, ...]
    asked: Mapping[int, tuple[str, ...]]
    left_out: tuple[StoredStep, ...]


def match_steps(
    measure: Measure, stored: Sequence[StoredStep], decided: Mapping[int, str] = NOTHING_DECIDED
) -> StepMatching:
    """Match the steps of a measure to stored ones; a new one gets a new number.

    `stored` are all versions of its steps, the newest first; `decided` says by place which of
    those left out a step is, "" for none.
    """
    texts = [squeeze(step) for step in measure.steps]
    kept = _kept(texts, stored)
    missed = {one.step_id: one for one in stored if one.newest and one.reported}
    for step_id in kept.values():
        missed.pop(step_id, None)
    for place, step_id in decided.items():
        if place - 1 not in kept and step_id in missed:
            kept[place - 1] = missed.pop(step_id).step_id
    asked = {
        place: _likest_first(text, missed.values())
        for place, text in enumerate(texts, start=1)
        if missed and place - 1 not in kept and decided.get(place) != ""
    }
    return StepMatching(_ids(measure, kept, stored), asked, tuple(missed.values()))


def _ids(
    measure: Measure, kept: Mapping[int, str], stored: Sequence[StoredStep]
) -> tuple[str, ...]:
    numbers = [int(one.step_id.rpartition("/")[2]) for one in stored]
    fresh = count(max(numbers, default=0) + 1)
    places = range(len(measure.steps))
    return tuple(kept.get(at) or f"{measure.measure_id}/{next(fresh)}" for at in places)


def _likest_first(text: str, missed: Iterable[StoredStep]) -> tuple[str, ...]:
    by_likeness = sorted(missed, key=lambda one: -similarity(text, squeeze(one.text)))
    return tuple(one.step_id for one in by_likeness)


def _kept(texts: Sequence[str], stored: Sequence[StoredStep]) -> dict[int, str]:
    """Pair places with ids: the same text in force, then an edited one, then one of before."""
    kept: dict[int, str] = {}
    newest = [one for one in stored if one.newest]
    _pair_equal(kept, texts, newest)
    _pair_edited(kept, texts, newest)
    _pair_equal(kept, texts, [one for one in stored if not one.newest])
    return kept


def _pair_equal(kept: dict[int, str], texts: Sequence[str], stored: Sequence[StoredStep]) -> None:
    for one in stored:
        said = squeeze(one.text)
        places = (at for at, text in enumerate(texts) if text == said and at not in kept)
        place = next(places, None)
        if place is not None and one.step_id not in kept.values():
            kept[place] = one.step_id


def _pair_edited(kept: dict[int, str], texts: Sequence[str], stored: Sequence[StoredStep]) -> None:
    """Pair what was edited a little, where nothing else comes near on either side."""
    taken = set(kept.values())
    said = {one.step_id: squeeze(one.text) for one in stored if one.step_id not in taken}
    pairs = [
        (similarity(texts[at], text), at, step_id)
        for at in range(len(texts))
        if at not in kept
        for step_id, text in said.items()
    ]
    for likeness, at, step_id in sorted(pairs, reverse=True):
        rivals = [near for near, *sides in pairs if at in sides or step_id in sides]
        # The pair itself is among them.
        clear = sum(near > likeness - MARGIN for near in rivals) == 1
        if likeness >= LIKELY and clear and same_numbers(texts[at], said[step_id]):
            kept[at] = step_id
