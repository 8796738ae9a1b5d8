"""Where an agency stands in a year: total, instruments, their basis, level, what blocks the next.

The rules live in the view `year_reading`: a published value, else one recomputed from all its
parts and rounded last, else none; the level follows from that.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from math import floor
from typing import Any

from data.analysis.levels import Level, Shortfall, shortfalls
from data.framework import Evidence, LevelRule
from queries import Reader, readings


class Basis(StrEnum):
    """Where a number comes from."""

    PUBLISHED = "published"
    RECOMPUTED = "recomputed"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class InstrumentReading:
    """One instrument in a year, 0-100.

    `value` is the published score, else the mean of the indicators rounded half up to 0.01, None
    while only `known` of `expected` indicators have a score. `recomputed` is that mean to nine
    decimals, also beside a published value. `mark` is "", "p", "r", "c" (recomputed) or "x".
    `indicators` lists all that the catalogue has, None without a score.
    """

    code: str
    name: str
    weight: Decimal
    value: Decimal | None
    basis: Basis
    mark: str
    published: Decimal | None
    recomputed: Decimal | None
    known: int
    expected: int
    indicators: Mapping[int, Decimal | None]

    @property
    def complete(self) -> bool:
        """Whether every indicator of it has a score, of which there is at least one."""
        return 0 < self.known == self.expected

    @property
    def mean(self) -> Fraction | None:
        """The exact mean of the indicators, thirds and all, if every one has a score."""
        if not self.complete:
            return None
        scores = (Fraction(score) for score in self.indicators.values() if score is not None)
        return sum(scores, Fraction(0)) / self.expected

    @property
    def follows_parts(self) -> bool:
        """Whether the value is what the indicators give, but for rounding."""
        return _follows(self.published, self.mean)

    @property
    def unrounded(self) -> Fraction | None:
        """The exact number behind the value; a published one that differs stands as it is."""
        return self.mean if self.follows_parts else _fraction(self.published)


@dataclass(frozen=True, slots=True)
class Standing:
    """One year of one agency; None is "not known", and a year without scores has no `parts`.

    `value`, `basis`, `mark`, `published` and `recomputed` are those of the total, as in
    `InstrumentReading`. `level` follows from them by the rules of the year; without a total it is
    the published one (`level_kept`). `level_differs`: the published level is another one.
    """

    year: int
    sample: bool = False
    target: Decimal | None = None
    value: Decimal | None = None
    total_basis: Basis = Basis.MISSING
    mark: str = "x"
    published: Decimal | None = None
    recomputed: Decimal | None = None
    parts: tuple[InstrumentReading, ...] = ()
    indicators_known: int = 0
    indicators_expected: int = 0
    level: Level | None = None
    level_kept: bool = False
    published_level: str | None = None
    level_differs: bool = False
    next_level: LevelRule | None = None

    @property
    def total(self) -> float | None:
        """The total as a number to show."""
        return None if self.value is None else float(self.value)

    @property
    def sum_of_parts(self) -> Fraction | None:
        """What the instruments add up to by weight, published ones as they were published."""
        weighed = [
            Fraction(part.weight) * value
            for part in self.parts
            if (value := part.mean if part.published is None else _fraction(part.published))
            is not None
        ]
        whole = self.parts and len(weighed) == len(self.parts)
        return sum(weighed, Fraction(0)) if whole else None

    @property
    def follows_parts(self) -> bool:
        """Whether the total is what the instruments give, but for rounding."""
        return _follows(self.published, self.sum_of_parts)

    @property
    def unrounded(self) -> Fraction | None:
        """The exact number behind the total; a published one that differs stands as it is."""
        return self.sum_of_parts if self.follows_parts else _fraction(self.published)

    @property
    def instruments(self) -> dict[str, float]:
        """The instruments that have a value, by code."""
        return {part.code: float(part.value) for part in self.parts if part.value is not None}

    @property
    def indicators(self) -> dict[int, Decimal]:
        """The listed indicators that have a score, by number."""
        return {
            number: score
            for part in self.parts
            for number, score in part.indicators.items()
            if score is not None
        }

    @property
    def basis(self) -> dict[str, Basis]:
        """The basis of each number, the total first."""
        return {"total": self.total_basis} | {part.code: part.basis for part in self.parts}

    @property
    def blocks(self) -> tuple[Shortfall, ...]:
        """What is known to keep the agency from the next better level, the total first."""
        if self.next_level is None or self.value is None:
            return ()
        known = {part.code: part.value for part in self.parts if part.value is not None}
        return shortfalls(self.next_level, self.value, known)


def rounded(number: Fraction) -> Decimal:
    """Round half up to hundredths, as scores are published."""
    return floor(number * 100 + Fraction(1, 2)) * Decimal("0.01")


def _follows(published: Decimal | None, parts: Fraction | None) -> bool:
    return parts is not None and published in {None, rounded(parts)}


def _fraction(published: Decimal | None) -> Fraction | None:
    return None if published is None else Fraction(published)


def standings(
    reader: Reader, years: Sequence[int] | None = None, *, agency_id: int = readings.HOME_ID
) -> tuple[Standing, ...]:
    """Read each year that has a score or a published level, oldest first."""
    found = readings.year_readings(reader, years=years, agency_id=agency_id)
    return tuple(map(_standing, found))


def standing(reader: Reader, year: int) -> Standing:
    """Read one year of the home agency; one without scores stands nowhere."""
    return next(iter(standings(reader, [year])), Standing(year))


def _standing(row: Mapping[str, Any]) -> Standing:
    level = None
    if row["level"] is not None:
        level = Level(row["level"], row["certain"], row["level_rank"])
    next_level = None
    if row["next_level"] is not None:
        next_level = LevelRule(
            row["next_level"],
            row["next_total_from"],
            row["next_each_from"],
            Evidence(row["next_evidence"]),
        )
    return Standing(
        year=row["year"],
        sample=row["is_sample"],
        target=row["target"],
        value=row["total"],
        total_basis=Basis(row["basis"]),
        mark=row["mark"],
        published=row["published"],
        recomputed=row["recomputed"],
        parts=tuple(map(_instrument, row["instruments"])),
        indicators_known=row["indicators_known"],
        indicators_expected=row["indicators_expected"],
        level=level,
        level_kept=row["level_basis"] == Basis.PUBLISHED,
        published_level=row["published_level"],
        level_differs=row["level_differs"],
        next_level=next_level,
    )


def _instrument(part: Mapping[str, Any]) -> InstrumentReading:
    return InstrumentReading(
        code=part["instrument"],
        name=part["name"],
        weight=part["weight"],
        value=part["value"],
        basis=Basis(part["basis"]),
        mark=part["mark"],
        published=part["published"],
        recomputed=part["recomputed"],
        known=part["known"],
        expected=part["expected"],
        indicators={one["number"]: one["score"] for one in part["indicators"]},
    )
