"""The scores a total is made of, what each is worth in it, and how far it may go up."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from math import ceil
from typing import Final

from data.analysis.standing import Standing, rounded

STEP: Final = Decimal("0.01")
"""Scores are published in steps of this size."""
HIGHEST: Final = Decimal(100)


@dataclass(frozen=True, slots=True)
class Place:
    """One score; a point of it is worth `share` points of the total, `part` of its instrument.

    `indicator` is None where the place is a whole instrument. Only a `free` score may go up.
    """

    instrument: str
    indicator: int | None
    score: Decimal
    share: Fraction
    part: Fraction
    free: bool

    @property
    def room(self) -> int:
        """How many steps the score may go up."""
        return max(0, int((HIGHEST - self.score) / STEP)) if self.free else 0


@dataclass(frozen=True, slots=True)
class Values:
    """Total and instruments, 0-100, as they would read."""

    total: Decimal
    instruments: Mapping[str, Decimal]


def indicator_places(standing: Standing, only: Collection[int] | None) -> tuple[Place, ...]:
    """Give a place for each indicator, none at all when one has no score."""
    if not all(part.complete for part in standing.parts):
        return ()
    return tuple(
        Place(
            part.code,
            number,
            score,
            Fraction(part.weight) / part.expected,
            Fraction(1, part.expected),
            only is None or number in only,
        )
        for part in standing.parts
        for number, score in part.indicators.items()
        if score is not None
    )


def instrument_places(standing: Standing) -> tuple[Place, ...]:
    """Give a place for each instrument, none at all when one has no score."""
    places = tuple(
        Place(part.code, None, part.value, Fraction(part.weight), Fraction(1), free=True)
        for part in standing.parts
        if part.value is not None
    )
    return places if len(places) == len(standing.parts) else ()


def by_instrument(places: Sequence[Place]) -> dict[str, list[Place]]:
    """Give the places of each instrument, in order."""
    groups: dict[str, list[Place]] = {}
    for place in places:
        groups.setdefault(place.instrument, []).append(place)
    return groups


def moved_values(
    standing: Standing, places: Sequence[Place], points: Sequence[Fraction]
) -> Values | None:
    """Give what the year would read as when each place moves by some points; None without a total.

    What follows from its parts is worked out anew and rounded last. What was published as another
    number moves from there: a published 82.00 whose indicators average 80.35 goes up from 82.00.
    """
    if standing.unrounded is None:
        return None
    effects = dict.fromkeys((part.code for part in standing.parts), Fraction(0))
    total = standing.unrounded
    for place, change in zip(places, points, strict=True):
        effects[place.instrument] += place.part * change
        total += place.share * change
    instruments = {
        part.code: _as_read(part.unrounded + effects[part.code], rounds=part.follows_parts)
        for part in standing.parts
        if part.unrounded is not None
    }
    return Values(_as_read(total, rounds=standing.follows_parts), instruments)


def border(threshold: Decimal, *, rounds: bool) -> Fraction:
    """Give the unrounded value from which a number reads as the threshold or more.

    A mean of 84.995 reads as 85.00. A published number that its parts do not explain is moved by
    all that it lacks.
    """
    if not rounds:
        return Fraction(threshold)
    return (ceil(threshold / STEP) - Fraction(1, 2)) * Fraction(STEP)


def as_decimal(number: Fraction) -> Decimal:
    """Give a fraction as a decimal number, exact where it ends within 28 digits."""
    return Decimal(number.numerator) / Decimal(number.denominator)


def _as_read(number: Fraction, *, rounds: bool) -> Decimal:
    """Round what is recomputed half up; a published value may lie above its own indicators."""
    within = min(max(number, Fraction(0)), Fraction(HIGHEST))
    return rounded(within) if rounds else as_decimal(within)
