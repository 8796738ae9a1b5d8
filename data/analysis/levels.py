"""The level an agency reaches and what keeps it from the next one, in exact arithmetic."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import TypeAlias

from data.framework.model import Framework, LevelRule

Score: TypeAlias = float | Decimal
"""0-100; a float is taken as the decimal number it prints as."""


@dataclass(frozen=True, slots=True)
class Level:
    """A level by name; `rank` 1 is the best one of its year.

    Not `certain` means: at least this level, a better one cannot be told without the instruments.
    """

    name: str
    certain: bool
    rank: int


@dataclass(frozen=True, slots=True)
class Shortfall:
    """A condition of the next level that is not met; `code` is "total" or an instrument."""

    code: str
    value: Decimal
    needed: Decimal

    @property
    def gap(self) -> Decimal:
        """How many points are missing, always positive."""
        return self.needed - self.value


def exact(score: Score) -> Decimal:
    """Give the decimal number a score was published as, without the error of binary fractions.

    Raises:
        ValueError: the score is NaN or infinite; a missing score is left out, not NaN.
    """
    number = score if isinstance(score, Decimal) else Decimal(repr(float(score)))
    if not number.is_finite():
        raise ValueError(score)
    return number


def recomputed_total(instruments: Mapping[str, Score], framework: Framework) -> Decimal | None:
    """Give the weighted total of the instruments, 0-100, None when one is missing."""
    if any(instrument.code not in instruments for instrument in framework.instruments):
        return None
    parts = (one.weight * exact(instruments[one.code]) for one in framework.instruments)
    return sum(parts, Decimal(0))


def instrument_means(indicators: Mapping[int, Score], framework: Framework) -> dict[str, Decimal]:
    """Give the plain mean of each instrument that has all its indicators."""
    means = {}
    for instrument in framework.instruments:
        numbers = [indicator.number for indicator in framework.indicators_of(instrument.code)]
        if numbers and all(number in indicators for number in numbers):
            total = sum((exact(indicators[number]) for number in numbers), Decimal(0))
            means[instrument.code] = total / len(numbers)
    return means


def level(
    total: Score | None, instruments: Mapping[str, Score], framework: Framework
) -> Level | None:
    """Give the best level that surely holds, None without a total.

    A missing instrument leaves a rule that needs it open, so the level is then not certain.
    """
    if total is None:
        return None
    certain = True
    for rank, rule in enumerate(framework.level_rules, start=1):
        if any(_shortfalls(rule, total, instruments, framework)):
            continue
        if _is_open(rule, instruments, framework):
            certain = False
            continue
        return Level(rule.name, certain, rank)
    return None


def next_level(
    total: Score | None, instruments: Mapping[str, Score], framework: Framework
) -> LevelRule | None:
    """Give the rule of the next better level, None at the top or without a total."""
    reached = level(total, instruments, framework)
    if reached is None or reached.rank == 1:
        return None
    return framework.level_rules[reached.rank - 2]


def blocks(
    total: Score | None, instruments: Mapping[str, Score], framework: Framework
) -> tuple[Shortfall, ...]:
    """Give what is known to keep an agency from the next better level, the total first.

    Empty at the top, and where only the missing instruments could tell.
    """
    rule = next_level(total, instruments, framework)
    if rule is None or total is None:
        return ()
    return tuple(_shortfalls(rule, total, instruments, framework))


def _shortfalls(
    rule: LevelRule, total: Score, instruments: Mapping[str, Score], framework: Framework
) -> Iterator[Shortfall]:
    needs = [("total", total, rule.total_from)]
    if rule.each_from is not None:
        known = [one.code for one in framework.instruments if one.code in instruments]
        needs += [(code, instruments[code], rule.each_from) for code in known]
    for code, score, needed in needs:
        if exact(score) < needed:
            yield Shortfall(code, exact(score), needed)


def _is_open(rule: LevelRule, instruments: Mapping[str, Score], framework: Framework) -> bool:
    return rule.each_from is not None and any(
        instrument.code not in instruments for instrument in framework.instruments
    )
