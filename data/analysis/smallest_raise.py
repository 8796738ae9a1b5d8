"""The fewest steps that lift groups of scores over their borders: exact whole-number search."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import groupby, product
from math import ceil
from typing import TypeAlias

Steps: TypeAlias = tuple[tuple[int, ...], ...]
"""For each pool, how many steps each of its scores goes up."""


@dataclass(frozen=True, slots=True)
class Pool:
    """Scores of one instrument that may go up; one step of any of them is worth `rate`.

    `needed` steps must be taken in this pool whatever the total does. `rooms` are the steps that
    each score can go up, largest (the lowest score) first.
    """

    rate: Fraction
    needed: int
    rooms: tuple[int, ...]


def smallest_raise(pools: Sequence[Pool], missing: Fraction) -> Steps | None:
    """Give the fewest steps that fulfil each pool and add `missing` to the total.

    Among equals: the fewest scores moved, then the lowest scores, then the largest gain. None
    when all rooms together are not enough.

    Within a pool every step is worth the same, so only the number of steps of each pool matters:
    first those it needs, then steps where they are worth most, since k steps can never add more
    than the k best ones. Who takes them in a pool is free; the roomiest first are the fewest.
    """
    fewest = _pool_steps(pools, [sum(pool.rooms) for pool in pools], missing)
    if fewest is None:
        return None
    return next(
        min(found, key=lambda steps: _preference(pools, steps))
        for counts in _counts(pools)
        if (found := _ways(pools, counts, missing, sum(fewest)))
    )


def _ways(
    pools: Sequence[Pool], counts: Sequence[Sequence[int]], missing: Fraction, fewest: int
) -> list[Steps]:
    """Give the ways of `fewest` steps for each count of scores that may move."""
    found = (_pool_steps(pools, _limits(pools, count), missing) for count in counts)
    return [_spread(pools, steps) for steps in found if steps is not None and sum(steps) == fewest]


def _counts(pools: Sequence[Pool]) -> Iterator[list[tuple[int, ...]]]:
    """Give how many scores of each pool may move, from none at all up to all of them."""
    every = sorted(product(*(range(len(pool.rooms) + 1) for pool in pools)), key=sum)
    for _, counts in groupby(every, key=sum):
        yield list(counts)


def _pool_steps(
    pools: Sequence[Pool], limits: Sequence[int], missing: Fraction
) -> tuple[int, ...] | None:
    """Give the fewest steps of each pool within its limit, those worth most first."""
    steps = [pool.needed for pool in pools]
    if any(taken > limit for taken, limit in zip(steps, limits, strict=True)):
        return None
    left = missing - sum(pool.rate * pool.needed for pool in pools)
    for place in sorted(range(len(pools)), key=lambda place: -pools[place].rate):
        more = min(limits[place] - steps[place], max(0, ceil(left / pools[place].rate)))
        steps[place] += more
        left -= more * pools[place].rate
    return tuple(steps) if left <= 0 else None


def _limits(pools: Sequence[Pool], counts: Sequence[int]) -> list[int]:
    return [sum(pool.rooms[:count]) for pool, count in zip(pools, counts, strict=True)]


def _spread(pools: Sequence[Pool], steps: Sequence[int]) -> Steps:
    return tuple(_fill(pool.rooms, taken) for pool, taken in zip(pools, steps, strict=True))


def _fill(rooms: Sequence[int], taken: int) -> tuple[int, ...]:
    filled = []
    for room in rooms:
        filled.append(min(room, taken))
        taken -= filled[-1]
    return tuple(filled)


def _preference(pools: Sequence[Pool], found: Steps) -> tuple[list[int], Fraction]:
    used = [
        room
        for pool, steps in zip(pools, found, strict=True)
        for room, taken in zip(pool.rooms, steps, strict=True)
        if taken
    ]
    gains = (pool.rate * sum(steps) for pool, steps in zip(pools, found, strict=True))
    return sorted(-room for room in used), -sum(gains, Fraction(0))
