"""The smallest changes that reach each better level, from the indicators or the instruments.

The start is the reading of the year, so that what a level asks for and what it is said to lack are
the same: a published 85.00 lacks nothing, even where its indicators average 84.996; `outlook`
keeps such differences visible. What would be is read like what is: see `places.moved_values`.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from itertools import chain
from math import ceil
from typing import Final

from data.analysis.levels import Level, Shortfall, shortfalls
from data.analysis.places import (
    STEP,
    Place,
    Values,
    border,
    by_instrument,
    indicator_places,
    instrument_places,
    moved_values,
)
from data.analysis.smallest_raise import Pool, smallest_raise
from data.analysis.standing import InstrumentReading, Standing
from data.framework import LevelRule, framework

PRINTED_ALIKE: Final = Decimal("0.01")
"""Up to this far apart, a published and a recomputed value differ by rounding only."""


class Detail(StrEnum):
    """What the scores of a year allow to be worked out with."""

    INDICATORS = "indicators"
    INSTRUMENTS = "instruments"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Change:
    """One score that goes up; `indicator` is None where the whole instrument is meant."""

    instrument: str
    indicator: int | None
    from_score: Decimal
    to_score: Decimal

    @property
    def points(self) -> Decimal:
        """By how much the score goes up."""
        return self.to_score - self.from_score


@dataclass(frozen=True, slots=True)
class Target:
    """A better level and the smallest way to it.

    `total` and `instruments` are what the changes lead to; of a level that cannot be reached they
    are the best that can be, and `shortfalls` tell what is still missing. `single` holds each
    score that could reach the level alone, smallest change first.
    """

    level: str
    rank: int
    reachable: bool
    changes: tuple[Change, ...]
    single: tuple[Change, ...]
    total: Decimal
    instruments: Mapping[str, Decimal]
    shortfalls: tuple[Shortfall, ...] = ()

    @property
    def sum_of_changes(self) -> Decimal:
        """The points all changed scores go up together."""
        return sum((change.points for change in self.changes), Decimal(0))


@dataclass(frozen=True, slots=True)
class Difference:
    """A published value beside the recomputed one; `code` is "total" or an instrument."""

    code: str
    published: Decimal
    recomputed: Decimal

    @property
    def rounding(self) -> bool:
        """Whether the two are as close as rounding explains."""
        return abs(self.published - self.recomputed) <= PRINTED_ALIKE


@dataclass(frozen=True, slots=True)
class Outlook:
    """Where the calculation starts and where it can lead; `targets` has the nearest level first."""

    basis: Detail
    level: Level | None
    start: Values | None
    differences: tuple[Difference, ...]
    targets: tuple[Target, ...]


def outlook(standing: Standing, *, only: Collection[int] | None = None) -> Outlook:
    """Give the smallest change to each better level, by instruments if an indicator is missing.

    `only` names the indicators that may change, None all of them; by instruments all may change.
    """
    basis, places, start = _start(standing, only)
    if start is None:
        return Outlook(Detail.NOTHING, standing.level, None, (), ())
    better = _better(standing, framework(standing.year).level_rules)
    targets = tuple(_target(standing, rank, rule, places) for rank, rule in better)
    return Outlook(basis, standing.level, start, tuple(_differences(standing)), targets)


def nearest_level(standing: Standing, rules: Sequence[LevelRule]) -> tuple[str, Decimal] | None:
    """Give the nearest level of `outlook` that can be reached, and the points it takes together.

    The rules are those of the year, the best first.
    """
    _, places, start = _start(standing, None)
    for _, rule in _better(standing, rules) if start else ():
        steps = _steps(standing, rule, places)
        if steps is not None:
            return rule.name, sum(steps) * STEP
    return None


def _start(
    standing: Standing, only: Collection[int] | None
) -> tuple[Detail, Sequence[Place], Values | None]:
    basis, places = Detail.INDICATORS, indicator_places(standing, only)
    if not places:
        basis, places = Detail.INSTRUMENTS, instrument_places(standing)
    start = moved_values(standing, places, [Fraction(0)] * len(places))
    return basis, places, start if places else None


def _better(standing: Standing, rules: Sequence[LevelRule]) -> Iterator[tuple[int, LevelRule]]:
    """Give the rules of better levels with their ranks, the nearest first."""
    ranked = list(enumerate(rules, start=1))
    return reversed(ranked[: standing.level.rank - 1] if standing.level else ranked)


def _target(standing: Standing, rank: int, rule: LevelRule, places: Sequence[Place]) -> Target:
    steps = _steps(standing, rule, places)
    taken = steps or [place.room for place in places]
    end = moved_values(standing, places, [Fraction(STEP) * up for up in taken])
    if end is None:
        raise AssertionError(standing)
    return Target(
        level=rule.name,
        rank=rank,
        reachable=steps is not None,
        changes=tuple(_changes(places, steps)) if steps else (),
        single=tuple(_single(standing, rule, places)) if steps else (),
        total=end.total,
        instruments=end.instruments,
        shortfalls=shortfalls(rule, end.total, end.instruments),
    )


def _steps(standing: Standing, rule: LevelRule, places: Sequence[Place]) -> Sequence[int] | None:
    """Give for each place its steps in the smallest change, None when there is no way."""
    groups = by_instrument(places)
    movable = [_lowest_first(group) for group in groups.values()]
    parts = {part.code: part for part in standing.parts}
    pools = [
        Pool(
            group[0].share,
            _needed(rule, parts[code], group[0].part),
            tuple(place.room for place in free),
        )
        for (code, group), free in zip(groups.items(), movable, strict=True)
    ]
    start = standing.unrounded or Fraction(0)
    missing = border(rule.total_from, rounds=standing.follows_parts) - start
    found = smallest_raise(pools, missing / Fraction(STEP))
    if found is None:
        return None
    taken = dict(zip(chain(*movable), chain(*found), strict=True))
    return [taken.get(place, 0) for place in places]


def _needed(rule: LevelRule, part: InstrumentReading, worth: Fraction) -> int:
    """Give how many steps of its places an instrument is below what the rule asks of it.

    A place that is worth a third of the instrument needs 120 steps to lift it by 0.40.
    """
    if rule.each_from is None or part.unrounded is None:
        return 0
    gap = border(rule.each_from, rounds=part.follows_parts) - part.unrounded
    return max(0, ceil(gap / Fraction(STEP) / worth))


def _lowest_first(group: Sequence[Place]) -> list[Place]:
    free = [place for place in group if place.room]
    return sorted(free, key=lambda place: (place.score, place.indicator or 0))


def _single(standing: Standing, rule: LevelRule, places: Sequence[Place]) -> list[Change]:
    """Give each score that reaches the rule alone, the smallest change first."""
    found: list[Change] = []
    for place in places:
        alone = [replace(one, free=one.free and one is place) for one in places]
        found += _changes(alone, _steps(standing, rule, alone) or [0] * len(alone))
    return sorted(found, key=lambda one: (one.points, one.from_score, one.indicator or 0))


def _changes(places: Sequence[Place], steps: Sequence[int]) -> Iterator[Change]:
    for place, up in zip(places, steps, strict=True):
        if up:
            raised = place.score + up * STEP
            yield Change(place.instrument, place.indicator, place.score, raised)


def _differences(standing: Standing) -> Iterator[Difference]:
    """Give the published values that are not what their parts add up to, the total first."""
    pairs = [("total", standing.published, standing.recomputed)]
    pairs += [(part.code, part.published, part.recomputed) for part in standing.parts]
    for code, printed, value in pairs:
        if printed is not None and value is not None and printed != value:
            yield Difference(code, printed, value)
