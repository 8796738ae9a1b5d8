"""The indicators over the years: what marks and changes mean, the weakest ones, how many are known.

Frames are what `queries.readings.indicator_readings` gives.
"""

from dataclasses import dataclass
from decimal import Decimal
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


class Mark(StrEnum):
    """Why a value is special; the same letter in charts, tables and files.

    A recomputed value whose parts are provisional bears both letters, "cp".
    """

    NONE = ""
    MISSING = "x"
    NOT_ASSESSED = "z"
    PROVISIONAL = "p"
    REVISED = "r"
    RECOMPUTED = "c"


class Reading(StrEnum):
    """How a change reads against the steady band of its later year."""

    UP = "up"
    DOWN = "down"
    STEADY = "steady"
    UNKNOWN = "unknown"


def reading_of(change: Decimal, steady_band: Decimal) -> Reading:
    """Tell how a change reads: inside the band of its later year it is neither up nor down."""
    if abs(change) <= steady_band:
        return Reading.STEADY
    return Reading.UP if change > 0 else Reading.DOWN


@dataclass(frozen=True, slots=True)
class Coverage:
    """How many of the indicators of a year have a score."""

    known: int
    expected: int

    @property
    def complete(self) -> bool:
        """Whether every indicator of the year is there."""
        return self.known == self.expected


def indicator_changes(table: pd.DataFrame, from_year: int, to_year: int) -> pd.DataFrame:
    """Give the change of each indicator of a year since an earlier one, with how it reads.

    change is exact to the published decimals, NaN where a side is missing; broken tells that a
    break lies between the years, so that the change is not to be read; reading is a `Reading`.
    """
    later = table[table["year"] == to_year]
    moves: list[dict[str, Any]] = [
        next((move for move in changes if move["from_year"] == from_year), {})
        for changes in later["changes"]
    ]
    unread = {"change": None, "broken": False, "reading": Reading.UNKNOWN.value}
    columns = {key: [move.get(key, default) for move in moves] for key, default in unread.items()}
    return later.assign(
        from_year=from_year,
        to_year=to_year,
        change=pd.Series(columns["change"], later.index, dtype="float64"),
        broken=pd.Series(columns["broken"], later.index, dtype="bool"),
        reading=pd.Series(columns["reading"], later.index, dtype="str"),
    )[CHANGE_COLUMNS].reset_index(drop=True)


def weakest(table: pd.DataFrame, year: int) -> pd.DataFrame:
    """Give the scored indicators of a year, lowest first, with target and gap (points missing)."""
    scored = table[(table["year"] == year) & table["score"].notna()].drop(columns="changes")
    return scored.sort_values(["score", "indicator"], kind="stable").reset_index(drop=True)


def coverage(table: pd.DataFrame, year: int) -> Coverage:
    """Count the indicators of a year that have a score among those its framework lists."""
    # Columns, no frame of the year: the page of trends asks for each year at each click.
    asked = (table["year"].to_numpy() == year) & (table["mark"].to_numpy() != Mark.NOT_ASSESSED)
    return Coverage(int((asked & table["score"].notna().to_numpy()).sum()), int(asked.sum()))
