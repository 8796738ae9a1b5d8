"""One's own place among other agencies: rank, percentile, and what neighbours reach on average.

Frames hold one score an agency: agency, district, province, kind, is_home, score, for one year
and one code; with a column year, or any other named in `within`, for several at once. A blank
district, province or kind is not known and is never a group.
"""

import math
from collections.abc import Sequence
from enum import StrEnum
from typing import Final

import pandas as pd

IDENTITY: Final = ["agency", "district", "province"]
"""What tells agencies apart: many districts have an agency of the same name."""
GROUP_COLUMNS: Final = [
    "group",
    "name",
    "n",
    "own",
    "mean",
    "median",
    "difference",
    "rank",
    "percentile",
]
NONE: Final = float("nan")
DECIMALS: Final = 6
"""Changes of published scores are cleared of the noise of binary fractions."""


class Group(StrEnum):
    """Whom an agency is compared with."""

    DISTRICT = "district"
    PROVINCE = "province"
    KIND = "kind"
    ALL = "all"


SHARED: Final = {
    Group.DISTRICT: ["province", "district"],
    Group.PROVINCE: ["province"],
    Group.KIND: ["kind"],
    Group.ALL: [],
}
"""The columns that members of a group have in common; provinces have districts of one name."""


def ranked(agencies: pd.DataFrame, *, within: Sequence[str] = ()) -> pd.DataFrame:
    """Give the agencies with rank, n and percentile, all of them within the columns named.

    rank 1 is the highest score and equal scores share a rank; n counts the agencies with a score;
    percentile is the share of the other agencies that score lower, 0-100. NaN without a score,
    the percentile also without others.
    """
    scores = agencies["score"].groupby([agencies[column] for column in within] or _one(agencies))
    rank = scores.rank(method="min", ascending=False)
    n = scores.transform("count")
    lower = scores.rank(method="min") - 1
    percentile = (100 * lower / (n - 1)).where(n > 1)
    return agencies.assign(rank=rank, n=n, percentile=percentile)


def groups(agencies: pd.DataFrame) -> pd.DataFrame:
    """Give one row a group the home agency belongs to: n, own, mean, median, place in it.

    n, mean and median include the home agency if it has a score, as published averages do;
    difference is own minus mean. own, difference, rank and percentile are NaN where the home
    agency has no score, difference also where nobody else has one. A frame without the home
    agency has only the row of all.
    """
    home = agencies[agencies["is_home"].astype(bool)]
    rows = [
        _group_row(group, _members(agencies, home, columns), columns)
        for group, columns in SHARED.items()
        if group is Group.ALL or _known(home, columns)
    ]
    return pd.DataFrame(rows, columns=GROUP_COLUMNS)


def changes(before: pd.DataFrame, after: pd.DataFrame) -> pd.DataFrame:
    """Give the agencies that have a score in both frames, with the change as their score.

    `groups` of it sets one's own change beside the mean change of neighbours and nation: the same
    agencies in both years, whatever else was assessed in one of them.
    """
    old = _told_apart(before)[[*IDENTITY, "score"]]
    both = _told_apart(after).merge(old, on=IDENTITY, suffixes=("", "_before"))
    change = (both["score"] - both["score_before"]).round(DECIMALS)
    return both.drop(columns="score_before").assign(score=change)


def _told_apart(agencies: pd.DataFrame) -> pd.DataFrame:
    """Leave out agencies without a score, and those that nothing tells from another."""
    return agencies.dropna(subset="score").drop_duplicates(IDENTITY, keep=False)


def _one(agencies: pd.DataFrame) -> pd.Series:
    return pd.Series(0, index=agencies.index)


def _known(home: pd.DataFrame, columns: Sequence[str]) -> bool:
    texts = home[list(columns)].fillna("")
    return len(home) == 1 and all(str(text).strip() for text in texts.iloc[0])


def _members(agencies: pd.DataFrame, home: pd.DataFrame, columns: Sequence[str]) -> pd.DataFrame:
    alike = pd.Series(data=True, index=agencies.index)
    for column in columns:
        alike &= agencies[column] == home[column].iloc[0]
    return agencies[alike]


def _group_row(group: Group, members: pd.DataFrame, columns: Sequence[str]) -> tuple[object, ...]:
    scores = members["score"]
    own = float(scores[members["is_home"].astype(bool)].sum(min_count=1))
    n, mean = int(scores.count()), float(scores.mean())
    return (
        group.value,
        str(members[columns[-1]].iloc[0]) if columns else "",
        n,
        own,
        mean,
        float(scores.median()),
        round(own - mean, DECIMALS) if n > 1 else NONE,
        *_place(scores, own, n),
    )


def _place(scores: pd.Series, own: float, n: int) -> tuple[float, float]:
    """Give rank and percentile of one score as `ranked` does, without ranking all the others."""
    if math.isnan(own):
        return NONE, NONE
    lower = int((scores < own).sum())
    return 1.0 + int((scores > own).sum()), 100 * lower / (n - 1) if n > 1 else NONE
