"""Which stored step each step of a newer plan is, by what it says; places do not tell.

What is reworded beyond recognition is another step: nobody is asked, since the reports on the old
one stay on record and say what they were about.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from data.importers.plan.matching import LIKELY, MARGIN
from data.importers.spelling.plan_words import squeeze
from data.importers.spelling.similarity import same_numbers, similarity
from data.model.records import Measure


@dataclass(frozen=True, slots=True)
class StoredStep:
    """One version of a stored step; `newest` when it is in force.

    `reported` tells that people have said something of it: a report, a day, evidence.
    """

    step_id: str
    text: str
    newest: bool
    reported: bool = False


def with_step_ids(measure: Measure, stored: Sequence[StoredStep]) -> Measure:
    """Give a measure whose steps have the ids they are stored under; a new one gets a new number.

    `stored` are all versions of its steps, the newest first.
    """
    kept = _kept([squeeze(step) for step in measure.steps], stored)
    numbers = [int(one.step_id.rpartition("/")[2]) for one in stored]
    number = max(numbers, default=0)
    ids = []
    for place in range(len(measure.steps)):
        if place not in kept:
            number += 1
        ids.append(kept.get(place) or f"{measure.measure_id}/{number}")
    return replace(measure, step_ids=tuple(ids))


def left_out(measure: Measure, stored: Sequence[StoredStep]) -> Iterator[StoredStep]:
    """Give the steps with reports that a measure, its own already named, no longer has."""
    return (
        one for one in stored if one.newest and one.reported and one.step_id not in measure.step_ids
    )


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
