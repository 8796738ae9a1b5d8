"""The indicators over the years: what marks and changes mean, the weakest ones, how many are known.

Frames are what `queries.readings.indicator_readings` gives.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final

import pandas as pd

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
    RECOMPUTED = "c"


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


def indicator_changes(
    table: pd.DataFrame, from_year: int, to_year: int, *, band: float = STEADY_BAND
) -> pd.DataFrame:
    """Give the change of each indicator of a year since an earlier one, with how it reads.

    change is exact to the published decimals, NaN where a side is missing; broken tells that a
    break lies between the years, so that the change is not to be read.
    """
    later = table[table["year"] == to_year]
    moves: list[dict[str, Any]] = [
        next((one for one in changes if one["from_year"] == from_year), {})
        for changes in later["changes"]
    ]
    change = pd.Series([one.get("change") for one in moves], later.index, dtype="float64")
    broken = pd.Series([one.get("broken", False) for one in moves], later.index, dtype="bool")
    reading = pd.Series(Reading.STEADY.value, later.index, dtype="str")
    reading = reading.mask(change > band, Reading.UP.value).mask(change < -band, Reading.DOWN.value)
    return later.assign(
        from_year=from_year,
        to_year=to_year,
        change=change,
        broken=broken,
        reading=reading.mask(broken | change.isna(), Reading.UNKNOWN.value),
    )[CHANGE_COLUMNS].reset_index(drop=True)


def weakest(table: pd.DataFrame, year: int) -> pd.DataFrame:
    """Give the scored indicators of a year, lowest first, with target and gap (points missing)."""
    scored = table[(table["year"] == year) & table["score"].notna()].drop(columns="changes")
    return scored.sort_values(["score", "indicator"], kind="stable").reset_index(drop=True)


def coverage(table: pd.DataFrame, year: int) -> Coverage:
    """Count the indicators of a year that have a score among those its framework lists."""
    of_year = table[(table["year"] == year) & (table["mark"] != Mark.NOT_ASSESSED)]
    return Coverage(int(of_year["score"].notna().sum()), len(of_year))
