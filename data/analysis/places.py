"""The scores a total is made of, what each is worth in it, and how far it may go up."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from typing import Final

from data.analysis.levels import Score, exact
from data.analysis.year_scores import Recomputed, as_decimal, shares
from data.framework import Framework

STEP: Final = Decimal("0.01")
"""Scores are published in steps of this size."""
HIGHEST: Final = Decimal(100)


@dataclass(frozen=True, slots=True)
class Place:
    """One score; a point of it is worth `share` points of the total.

    `indicator` is None where the place is a whole instrument. Only a `free` score may go up.
    """

    instrument: str
    indicator: int | None
    score: Decimal
    share: Fraction
    free: bool

    @property
    def room(self) -> int:
        """How many steps the score may go up."""
        return max(0, int((HIGHEST - self.score) / STEP)) if self.free else 0

    def raised(self, steps: int) -> "Place":
        """Give the same place with its score some steps higher."""
        return replace(self, score=self.score + steps * STEP)


def indicator_places(
    scores: Mapping[int, Score], framework: Framework, only: Collection[int] | None
) -> tuple[Place, ...]:
    """Give a place for each indicator, none at all when one has no score."""
    empty = any(not framework.indicators_of(one.code) for one in framework.instruments)
    if empty or any(one.number not in scores for one in framework.indicators):
        return ()
    worth = shares(framework)
    return tuple(
        Place(
            one.instrument,
            one.number,
            exact(scores[one.number]),
            worth[one.number],
            only is None or one.number in only,
        )
        for one in framework.indicators
    )


def instrument_places(
    instruments: Mapping[str, Score], framework: Framework, only: Collection[str] | None
) -> tuple[Place, ...]:
    """Give a place for each instrument, none at all when one has no score."""
    if any(one.code not in instruments for one in framework.instruments):
        return ()
    return tuple(
        Place(
            one.code,
            None,
            exact(instruments[one.code]),
            Fraction(one.weight),
            only is None or one.code in only,
        )
        for one in framework.instruments
    )


def by_instrument(places: Sequence[Place]) -> dict[str, list[Place]]:
    """Give the places of each instrument, in order."""
    groups: dict[str, list[Place]] = {}
    for place in places:
        groups.setdefault(place.instrument, []).append(place)
    return groups


def exact_total(places: Sequence[Place]) -> Fraction:
    """Give the total that the places add up to."""
    return sum((place.share * Fraction(place.score) for place in places), Fraction(0))


def values(places: Sequence[Place]) -> Recomputed:
    """Give total and instruments that the places add up to."""
    means = {
        code: as_decimal(Fraction(sum((place.score for place in group), Decimal(0))) / len(group))
        for code, group in by_instrument(places).items()
    }
    return Recomputed(as_decimal(exact_total(places)), means)
