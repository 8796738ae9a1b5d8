"""What those who look after an area see of each of its agencies: no more than these facts.

Each is worked out by what the agency's own pages ask, so that the two never differ.
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from data.analysis.next_level import outlook
from data.analysis.plan.work import Work, work_of
from data.analysis.standing import Standing, standings
from data.model.access import ListedAgency
from queries import Reader
from queries.measures import measures


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
    """Gather the facts of the agency whose catalogue counts, which is that of the store."""
    work = work_of(measures(reader, as_of=as_of))
    newest = next(reversed(standings(reader)), None)
    if newest is None:
        return AreaSummary(None, None, None, work)
    targets = (one for one in outlook(newest).targets if one.reachable)
    nearest = next(targets, None)
    return AreaSummary(
        newest,
        nearest.level if nearest else None,
        nearest.sum_of_changes if nearest else None,
        work,
    )
