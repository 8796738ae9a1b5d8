"""The smallest changes that reach each better level, from the indicators or the instruments.

A level is reached when what the scores add up to, not rounded, meets its rule. The start is
recomputed too: published instruments and totals are rounded to hundredths, so a sheet may print
85.00 where the indicators give 84.996; `outlook` keeps such differences visible.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from itertools import chain
from math import ceil
from typing import Final

from data.analysis.levels import Level, Score, Shortfall, level
from data.analysis.places import (
    STEP,
    Place,
    by_instrument,
    exact_total,
    indicator_places,
    instrument_places,
    values,
)
from data.analysis.smallest_raise import Pool, smallest_raise
from data.analysis.year_scores import Recomputed, YearScores
from data.framework import Framework, LevelRule

PRINTED_ALIKE: Final = Decimal("0.01")
"""Up to this far apart, a published and a recomputed value differ by rounding only."""


class Basis(StrEnum):
    """What the scores of a year allow to be worked out."""

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

    basis: Basis
    level: Level | None
    start: Recomputed | None
    differences: tuple[Difference, ...]
    targets: tuple[Target, ...]


def targets(
    scores: Mapping[int, Score], framework: Framework, *, only: Collection[int] | None = None
) -> tuple[Target, ...]:
    """Give the smallest change of indicators to each better level, the nearest level first.

    Empty at the best level, and when an indicator of the framework has no score. `only` names the
    indicators that may change, None all of them.
    """
    return _targets(indicator_places(scores, framework, only), framework)


def instrument_targets(
    instruments: Mapping[str, Score], framework: Framework, *, only: Collection[str] | None = None
) -> tuple[Target, ...]:
    """Give the same by whole instruments, for years whose indicators are not all known."""
    return _targets(instrument_places(instruments, framework, only), framework)


def outlook(
    scores: YearScores, framework: Framework, *, only: Collection[int] | None = None
) -> Outlook:
    """Give the targets of a year by its indicators, by its instruments if one is missing.

    `only` restricts indicators; by instruments all may change.
    """
    basis, places = Basis.INDICATORS, indicator_places(scores.indicators, framework, only)
    if not places:
        basis, places = Basis.INSTRUMENTS, instrument_places(scores.instruments, framework, None)
    if not places:
        known = level(scores.total, scores.instruments, framework)
        return Outlook(Basis.NOTHING, known, None, (), ())
    start = values(places)
    reached = level(start.total, start.instruments, framework)
    differences = tuple(_differences(scores, start))
    return Outlook(basis, reached, start, differences, _targets(places, framework))


def _targets(places: Sequence[Place], framework: Framework) -> tuple[Target, ...]:
    if not places:
        return ()
    start = values(places)
    reached = level(start.total, start.instruments, framework)
    better = framework.level_rules[: reached.rank - 1] if reached else framework.level_rules
    found = [_target(rank, rule, places) for rank, rule in enumerate(better, start=1)]
    return tuple(reversed(found))


def _target(rank: int, rule: LevelRule, places: Sequence[Place]) -> Target:
    steps = _steps(rule, places)
    reachable = steps is not None
    taken = steps or [place.room for place in places]
    end = values([place.raised(up) for place, up in zip(places, taken, strict=True)])
    return Target(
        level=rule.name,
        rank=rank,
        reachable=reachable,
        changes=tuple(_changes(places, taken)) if reachable else (),
        single=tuple(_single(rule, places)) if reachable else (),
        total=end.total,
        instruments=end.instruments,
        shortfalls=tuple(_shortfalls(rule, end)),
    )


def _steps(rule: LevelRule, places: Sequence[Place]) -> Sequence[int] | None:
    """Give for each place its steps in the smallest change, None when there is no way."""
    groups = by_instrument(places).values()
    movable = [_lowest_first(group) for group in groups]
    pools = [
        Pool(group[0].share, _needed(rule, group), tuple(place.room for place in free))
        for group, free in zip(groups, movable, strict=True)
    ]
    missing = (Fraction(rule.total_from) - exact_total(places)) / Fraction(STEP)
    found = smallest_raise(pools, missing)
    if found is None:
        return None
    taken = dict(zip(chain(*movable), chain(*found), strict=True))
    return [taken.get(place, 0) for place in places]


def _lowest_first(group: Sequence[Place]) -> list[Place]:
    free = [place for place in group if place.room]
    return sorted(free, key=lambda place: (place.score, place.indicator or 0))


def _single(rule: LevelRule, places: Sequence[Place]) -> list[Change]:
    """Give each score that reaches the rule alone, the smallest change first."""
    found: list[Change] = []
    for place in places:
        alone = [replace(one, free=one.free and one is place) for one in places]
        found += _changes(alone, _steps(rule, alone) or [0] * len(alone))
    return sorted(found, key=lambda one: (one.points, one.from_score, one.indicator or 0))


def _changes(places: Sequence[Place], steps: Sequence[int]) -> Iterator[Change]:
    for place, taken in zip(places, steps, strict=True):
        if taken:
            after = place.raised(taken)
            yield Change(place.instrument, place.indicator, place.score, after.score)


def _needed(rule: LevelRule, group: Sequence[Place]) -> int:
    """How many steps a whole instrument is below what the rule asks of it."""
    if rule.each_from is None:
        return 0
    gap = rule.each_from * len(group) - sum((place.score for place in group), Decimal(0))
    return max(0, ceil(gap / STEP))


def _shortfalls(rule: LevelRule, best: Recomputed) -> Iterator[Shortfall]:
    if best.total < rule.total_from:
        yield Shortfall("total", best.total, rule.total_from)
    for code, value in best.instruments.items():
        if rule.each_from is not None and value < rule.each_from:
            yield Shortfall(code, value, rule.each_from)


def _differences(scores: YearScores, start: Recomputed) -> Iterator[Difference]:
    published = {"total": scores.total, **scores.instruments}
    for code, value in {"total": start.total, **start.instruments}.items():
        printed = published.get(code)
        if printed is not None and printed != value:
            yield Difference(code, printed, value)
