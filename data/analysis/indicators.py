"""The ten indicators over the years: scores with their marks, changes, the weakest ones."""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Any, Final

import pandas as pd

from data.analysis.levels import exact
from data.framework import Framework, Scope, comparisons, framework, years

SCORE_COLUMNS: Final = ["indicator", "name", "instrument", "year", "score", "mark"]
CHANGE_COLUMNS: Final = [
    "indicator",
    "name",
    "instrument",
    "from_year",
    "to_year",
    "change",
    "broken",
    "reading",
]
STEADY_BAND: Final = 1.0
"""Changes up to this many points count as steady: three survey years are noisy."""


class Mark(StrEnum):
    """Why a value is special; the same letter in charts, tables and files."""

    NONE = ""
    MISSING = "x"
    NOT_ASSESSED = "z"
    PROVISIONAL = "p"
    REVISED = "r"


class Reading(StrEnum):
    """How a change reads against the steady band."""

    UP = "up"
    DOWN = "down"
    STEADY = "steady"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Coverage:
    """How many of the indicators of a year have a score."""

    known: int
    expected: int

    @property
    def complete(self) -> bool:
        """Whether every indicator of the year is there."""
        return self.known == self.expected


def indicator_scores(scores: pd.DataFrame, shown_years: Sequence[int]) -> pd.DataFrame:
    """Give every indicator in every year with score (NaN = none) and mark.

    `scores` is what `queries.scores.home_scores` gives. The rows are sorted by indicator and year;
    an indicator that any shown year knows has a row in each of them.
    """
    known = _by_indicator(scores)
    numbers = sorted(
        {one.number for year in _described(shown_years) for one in framework(year).indicators}
        | {number for number, year in known if year in shown_years}
    )
    rows = [
        _score_row(number, year, known.get((number, year)), shown_years)
        for number in numbers
        for year in sorted(shown_years)
    ]
    return pd.DataFrame(rows, columns=SCORE_COLUMNS)


def indicator_changes(
    table: pd.DataFrame, from_year: int, to_year: int, *, band: float = STEADY_BAND
) -> pd.DataFrame:
    """Give the change of each indicator between two years of an `indicator_scores` table.

    change is exact to the published decimals, NaN where a side is missing; broken tells that a
    break lies between the years, so that the change is not to be read.
    """
    before, after = (_column(table, year) for year in (from_year, to_year))
    rows = []
    for number, (name, instrument, new) in after.items():
        old = before.get(number, ("", "", float("nan")))[2]
        change = _difference(old, new)
        broken = _broken(number, from_year, to_year)
        reading = _reading(change, band=band, broken=broken)
        rows.append((number, name, instrument, from_year, to_year, change, broken, reading.value))
    return pd.DataFrame(rows, columns=CHANGE_COLUMNS)


def weakest(table: pd.DataFrame, year: int) -> pd.DataFrame:
    """Give the scored indicators of a year, lowest first, with target and gap (points missing)."""
    scored = table[(table["year"] == year) & table["score"].notna()].copy()
    target = float(framework(year).target)
    scored["target"] = target
    scored["gap"] = [float(max(exact(target) - exact(one), Decimal(0))) for one in scored["score"]]
    return scored.sort_values(["score", "indicator"], kind="stable").reset_index(drop=True)


def coverage(table: pd.DataFrame, year: int) -> Coverage:
    """Count the indicators of a year that have a score among those its framework lists."""
    of_year = table[(table["year"] == year) & (table["mark"] != Mark.NOT_ASSESSED)]
    return Coverage(int(of_year["score"].notna().sum()), len(of_year))


def national(shown_years: Sequence[int]) -> pd.DataFrame:
    """Give the national averages of years as year, code ("total", "3"), value, note."""
    rows = [
        (year, one.code, float(one.value), one.note)
        for year in _described(shown_years)
        for one in framework(year).national
    ]
    return pd.DataFrame(rows, columns=["year", "code", "value", "note"])


def _described(shown_years: Sequence[int]) -> list[int]:
    return [year for year in sorted(shown_years) if year in years()]


def _by_indicator(scores: pd.DataFrame) -> dict[tuple[int, int], tuple[float, Mark]]:
    found = scores[scores["level"] == "indicator"]
    return {
        (int(row["code"]), int(row["year"])): (float(row["score"]), _mark_of(row))
        for row in found.to_dict("records")
    }


def _mark_of(row: Mapping[Hashable, Any]) -> Mark:
    if row["provisional"]:
        return Mark.PROVISIONAL
    return Mark.REVISED if row["revised"] else Mark.NONE


def _score_row(
    number: int,
    year: int,
    found: tuple[float, Mark] | None,
    shown_years: Sequence[int],
) -> tuple[int, str, str, int, float, str]:
    name, instrument = _naming(number, year, shown_years)
    if found is not None:
        return (number, name, instrument, year, found[0], found[1].value)
    assessed = year in years() and framework(year).indicator(number) is not None
    mark = Mark.MISSING if assessed else Mark.NOT_ASSESSED
    return (number, name, instrument, year, float("nan"), mark.value)


def _naming(number: int, year: int, shown_years: Sequence[int]) -> tuple[str, str]:
    """Give name and instrument by the year itself, else by the newest year that knows it."""
    for candidate in (year, *reversed(_described(shown_years))):
        one = framework(candidate).indicator(number) if candidate in years() else None
        if one is not None:
            return one.name or str(number), one.instrument
    return str(number), ""


def _column(table: pd.DataFrame, year: int) -> dict[int, tuple[str, str, float]]:
    of_year = table[table["year"] == year]
    return {
        int(row["indicator"]): (str(row["name"]), str(row["instrument"]), float(row["score"]))
        for row in of_year.to_dict("records")
    }


def _difference(old: float, new: float) -> float:
    if pd.isna(old) or pd.isna(new):
        return float("nan")
    return float(exact(new) - exact(old))


def _broken(number: int, from_year: int, to_year: int) -> bool:
    instrument = _instrument_code(number, to_year)
    found = comparisons()
    return bool(
        found.breaks_of(Scope.INDICATORS, str(number), from_year, to_year)
        or found.breaks_of(Scope.INSTRUMENTS, instrument, from_year, to_year)
    )


def _instrument_code(number: int, year: int) -> str:
    described: Framework | None = framework(year) if year in years() else None
    one = described.indicator(number) if described else None
    return one.instrument if one else ""


def _reading(change: float, *, band: float, broken: bool) -> Reading:
    if broken or pd.isna(change):
        return Reading.UNKNOWN
    if abs(change) <= band:
        return Reading.STEADY
    return Reading.UP if change > 0 else Reading.DOWN
