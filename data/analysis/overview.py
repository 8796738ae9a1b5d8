"""The facts behind the five answers: level, movement and its cause, weak points, work, decisions.

Whoever answers one of them (overview, one page, yearly report) takes the facts from here and the
words from the module of words with this name.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

import pandas as pd

from data.analysis.indicators import Reading, reading_of
from data.analysis.movement import Movement, movement
from data.analysis.plan.weak_points import WeakIndicators, weak_indicators
from data.analysis.plan.work import Work, work_of
from data.analysis.scorebook import Scorebook
from data.analysis.standing import Standing
from data.framework import framework
from queries import readings


@dataclass(frozen=True, slots=True)
class TotalMovement:
    """How the total moved between two years and what moved it: the largest contributions.

    `before` is the total of the earlier year, `names` those of the indicators in the
    later one; `known` of the `expected` indicators have a score in both. Across a break (not
    `comparable`) neither the change nor its parts may be read.
    """

    apart: Movement
    before: Decimal | None
    names: Mapping[int, str]
    known: int
    expected: int
    comparable: bool
    steady_band: Decimal

    @property
    def reading(self) -> Reading:
        """Which way the total went; unknown across a break, and where a total is missing."""
        if not self.comparable or self.apart.change is None:
            return Reading.UNKNOWN
        return reading_of(self.apart.change, self.steady_band)


@dataclass(frozen=True, slots=True)
class TotalOfYear:
    """The total of a year; `broken`: it is not to be compared with that of the year before."""

    year: int
    value: Decimal | None
    mark: str
    broken: bool


class Matter(StrEnum):
    """What an executive may have to decide."""

    NEXT_LEVEL = "next-level"
    PLAN = "plan"
    NO_REPORT = "no-report"
    LATE = "late"
    EVIDENCE = "evidence"
    SILENT = "silent"


@dataclass(frozen=True, slots=True)
class Decision:
    """One matter; `count` is of unmet conditions, weak indicators, or measures."""

    matter: Matter
    count: int


@dataclass(frozen=True, slots=True)
class Overview:
    """The five facts of the newest shown year and the newest plan on a day.

    `standing` and `weak` are None without scores, `moved` also with one year only.
    """

    standing: Standing | None
    moved: TotalMovement | None
    weak: WeakIndicators | None
    work: Work
    decisions: tuple[Decision, ...]
    totals: tuple[TotalOfYear, ...] = ()


def overview(book: Scorebook | None, measures: pd.DataFrame) -> Overview:
    """Gather the five facts; `measures` is what `queries.measures.measures` gives."""
    work = work_of(measures)
    if book is None:
        return Overview(None, None, None, work, tuple(_decisions(None, None, work)))
    weak = weak_indicators(book)
    moved = None
    if len(book.years) > 1:
        moved = total_movement(book.standing(book.years[-2]), book.newest, book.broken)
    decisions = tuple(_decisions(book.newest, weak, work))
    return Overview(book.newest, moved, weak, work, decisions, totals_of(book))


def total_movement(
    before: Standing, after: Standing, broken: Collection[readings.Comparison]
) -> TotalMovement:
    """Take the change of the total between two years apart, unless that comparison is broken.

    Raises:
        UnknownYearError: no file describes the later year.
    """
    described = framework(after.year)
    span = readings.Comparison(min(before.year, after.year), max(before.year, after.year))
    return TotalMovement(
        movement(before, after),
        before.value,
        {indicator.number: indicator.name or "" for indicator in described.indicators},
        len(before.indicators.keys() & after.indicators.keys()),
        after.indicators_expected,
        span not in broken,
        described.steady_band,
    )


def totals_of(book: Scorebook) -> tuple[TotalOfYear, ...]:
    """Give the total of each year of the book, oldest first."""
    pairs = zip((0, *book.years), book.years, strict=False)
    return tuple(
        TotalOfYear(one.year, one.value, one.mark, pair in book.broken_totals)
        for pair, one in zip(pairs, book.standings, strict=True)
    )


def _decisions(
    standing: Standing | None, weak: WeakIndicators | None, work: Work
) -> list[Decision]:
    """List what the facts ask for, most consequential first; one unmet level is one decision."""
    counts = {
        Matter.NEXT_LEVEL: len(standing.blocks) if standing else 0,
        Matter.PLAN: len(weak.weak) if weak and _awaits_plan(weak.year, work) else 0,
        Matter.NO_REPORT: work.unreported,
        Matter.LATE: work.late - work.late_unreported,
        Matter.EVIDENCE: work.awaiting_evidence,
        Matter.SILENT: work.silent,
    }
    return [Decision(matter, count) for matter, count in counts.items() if count]


def _awaits_plan(result_year: int, work: Work) -> bool:
    """Whether no plan is newer than the result: the plan of 2569 answers the result of 2568."""
    return work.plan_year is None or work.plan_year <= result_year
