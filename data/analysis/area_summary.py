"""What those who look after an area see of each of its agencies: no more than these facts.

Each is worked out by what the agency's own pages ask, so that the two never differ.
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from data.analysis.next_level import nearest_level
from data.analysis.plan.work import Work, counted_work
from data.analysis.standing import Standing, standings
from data.framework import Evidence, LevelRule
from data.model.access import ListedAgency
from queries import Lent, Reader, rows
from queries.measures import states


@dataclass(frozen=True, slots=True)
class AreaSummary:
    """One agency: the newest year with scores, and the newest plan on a day.

    `lacking` are the points its scores go up together on the smallest way to the next level that
    can be reached; None at the best level, and where the scores do not allow to work it out.
    """

    standing: Standing | None
    next_level: str | None
    lacking: Decimal | None
    work: Work


def nearest_first(
    summaries: Mapping[ListedAgency, AreaSummary | str],
) -> Mapping[ListedAgency, AreaSummary | str]:
    """Order the agencies by what they lack to the next level, those of which it is not known last.

    A text says why an agency has no facts.
    """

    def lacking(one: tuple[ListedAgency, AreaSummary | str]) -> tuple[bool, Decimal, int]:
        agency, summary = one
        points = None if isinstance(summary, str) else summary.lacking
        return points is None, points or Decimal(0), agency.number

    return dict(sorted(summaries.items(), key=lacking))


def area_summary(reader: Reader, as_of: dt.date) -> AreaSummary:
    """Gather the facts of the agency of a store, whichever catalogue counts."""
    with reader.reading() as cursor:
        within = Lent(cursor)
        work = counted_work(states(within, as_of=as_of))
        newest = next(reversed(standings(within)), None)
        if newest is None:
            return AreaSummary(None, None, None, work)
        nearest = nearest_level(newest, _level_rules(within, newest.year))
    level, points = nearest or (None, None)
    return AreaSummary(newest, level, points, work)


def _level_rules(reader: Reader, year: int) -> list[LevelRule]:
    return [
        LevelRule(row["name"], row["total_from"], row["each_from"], Evidence(row["evidence"]))
        for row in rows(reader, "catalogue/level_rules")
        if row["year"] == year
    ]
