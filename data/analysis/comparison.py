"""One's own place among other agencies: rank, averages, and what neighbours gained or lost."""

from collections.abc import Mapping  # noqa: TC003
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

import pandas as pd

from queries import Reader, catalogue, readings

GROUP_COLUMNS: Final = [
    "group",
    "name",
    "n",
    "recomputed",
    "own",
    "mean",
    "median",
    "difference",
    "rank",
    "tied",
    "percentile",
    "own_change",
    "mean_change",
]
NONE: Final = float("nan")
DECIMALS: Final = 6
"""Differences are cleared of the noise of binary fractions."""


class Group(StrEnum):
    """Whom an agency is compared with."""

    DISTRICT = "district"
    PROVINCE = "province"
    KIND = "kind"
    ALL = "all"


@dataclass(frozen=True, slots=True)
class Neighbours:
    """One code in one year among all agencies.

    `places`: see `queries.readings.places`. `groups` has GROUP_COLUMNS, one row a group the home
    agency belongs to and anybody has a score in; what cannot be told without an own score, or
    without others, is NaN, and so are the changes without scores of the year before or across a
    break (`broken`). `published` is the national average of that year where it is known,
    `published_note` what is known of its source.
    """

    year: int
    places: pd.DataFrame
    groups: pd.DataFrame
    broken: bool
    published: float | None
    published_note: str

    @property
    def own(self) -> float | None:
        """The score of the home agency."""
        scores = self.groups["own"].dropna()
        return None if scores.empty else float(scores.iloc[0])

    def counted(self, group: Group) -> int:
        """Tell how many agencies of a group have a score."""
        return int(self.groups.loc[self.groups["group"] == group, "n"].sum())

    def members(self, group: Group) -> pd.DataFrame:
        """Give the agencies of a group, best first."""
        return self.places[self.places["among"] == group]


def neighbours(reader: Reader, year: int, level: str, code: str) -> Neighbours:
    """Read one code of a year, and its change since the year before, for every agency."""
    places = readings.places(reader, year, level, code)
    change = readings.Comparison(year - 1, year, level, code)
    broken = change in readings.broken_comparisons(reader)
    changes: Mapping[str, tuple[float, float]] = {}
    if not broken:
        changes = readings.place_changes(reader, change)
    rows = [
        (*_group(str(group), members), *changes.get(str(group), (NONE, NONE)))
        for group, members in places.groupby("among", sort=False)
    ]
    groups = pd.DataFrame(rows, columns=GROUP_COLUMNS)
    return Neighbours(year, places, groups, broken, *_published(reader, year, code))


def _group(group: str, members: pd.DataFrame) -> tuple[object, ...]:
    """Give what `place` tells of a group, from the row of the home agency where it has a score."""
    home = members[members["is_home"]]
    row = (members if home.empty else home).iloc[0]
    n, mean = int(row["n"]), float(row["mean"])
    facts = (group, str(row["name"]), n, int(row["recomputed"]))
    if home.empty:
        return (*facts, NONE, mean, float(row["median"]), NONE, NONE, NONE, NONE)
    own, rank, tied = float(row["score"]), int(row["rank"]), int(row["tied"])
    lower = 100 * (n - rank - tied) / (n - 1) if n > 1 else NONE
    difference = round(own - mean, DECIMALS) if n > 1 else NONE
    return (*facts, own, mean, float(row["median"]), difference, rank, tied, lower)


def _published(reader: Reader, year: int, code: str) -> tuple[float | None, str]:
    known = catalogue.national_scores(reader, [year])
    rows = known[known["code"] == code]
    return (float(rows["value"].iloc[0]), str(rows["note"].iloc[0])) if len(rows) else (None, "")
