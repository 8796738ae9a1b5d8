"""One's own score beside those of other agencies, from the imported agency sheets."""

from dataclasses import dataclass

import pandas as pd

from data.analysis.comparison import changes, groups
from data.framework import organisation
from queries import Reader, catalogue, readings
from queries import scores as score_queries


@dataclass(frozen=True, slots=True)
class Neighbours:
    """One code in one year among all agencies.

    `agencies` and `groups`: see `data.analysis.comparison`; `agencies` has the `agency_id` and the
    `mark` of the score ("", "p" or "r") besides; `moved` holds the groups of the change
    since `before` (None without such a year); `broken` tells that the two years do not compare;
    `published` is the national average of that year where it is known, `published_note` tells what
    is known of its source.
    """

    year: int
    before: int | None
    agencies: pd.DataFrame
    groups: pd.DataFrame
    moved: pd.DataFrame | None
    broken: bool
    published: float | None
    published_note: str


def neighbours(reader: Reader, year: int, level: str, code: str) -> Neighbours:
    """Read one code of a year and of the year before for every agency."""
    both = score_queries.agency_scores(reader, years=[year - 1, year], level=level, code=code)
    both = both.assign(kind=_kinds(both["match_key"]))
    now, then = both[both["year"] == year], both[both["year"] == year - 1]
    compared = len(then) > 0
    return Neighbours(
        year,
        year - 1 if compared else None,
        now,
        groups(now),
        groups(changes(then, now)) if compared else None,
        readings.Comparison(year - 1, year, level, code) in readings.broken_comparisons(reader),
        *_published(reader, year, code),
    )


def _kinds(keys: "pd.Series[str]") -> "pd.Series[str]":
    """Tell the kind of an agency by the short prefix its compared name begins with."""
    kinds = pd.Series("", index=keys.index, dtype="str")
    for prefix in organisation().prefixes:
        kinds = kinds.mask(keys.str.startswith(prefix.short), prefix.short)
    return kinds


def _published(reader: Reader, year: int, code: str) -> tuple[float | None, str]:
    known = catalogue.national_scores(reader, [year])
    found = known[known["code"] == code]
    return (float(found["value"].iloc[0]), str(found["note"].iloc[0])) if len(found) else (None, "")
