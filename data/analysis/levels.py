"""Levels by their rules, for numbers that are all known; the view `year_reading` has the others."""

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
    """A condition of a better level that is not met; `code` is "total" or an instrument."""

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


def level(total: Decimal, instruments: Mapping[str, Decimal], framework: Framework) -> Level | None:
    """Give the level of a total and all the instruments of a year: the first rule that holds."""
    for rank, rule in enumerate(framework.level_rules, start=1):
        if not shortfalls(rule, total, instruments):
            return Level(rule.name, certain=True, rank=rank)
    return None


def shortfalls(
    rule: LevelRule, total: Decimal, instruments: Mapping[str, Decimal]
) -> tuple[Shortfall, ...]:
    """Give the conditions of a level that known numbers do not meet, the total first."""
    return tuple(_shortfalls(rule, total, instruments))


def _shortfalls(
    rule: LevelRule, total: Decimal, instruments: Mapping[str, Decimal]
) -> Iterator[Shortfall]:
    if total < rule.total_from:
        yield Shortfall("total", total, rule.total_from)
    for code, value in instruments.items():
        if rule.each_from is not None and value < rule.each_from:
            yield Shortfall(code, value, rule.each_from)
