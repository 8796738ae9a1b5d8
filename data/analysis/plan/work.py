"""How far the plan is on a day: what is done, late, silent, and what nobody has reported on."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final, NamedTuple

import pandas as pd

from data.model.records import Status
from data.model.work import WorkState
from queries.frames import records_of


class _Row(NamedTuple):
    """What is counted of a measure."""

    plan_year: int
    status: str
    overdue: bool
    silent: bool
    awaiting_evidence: bool
    lead: Sequence[str]
    indicator: int

    @property
    def state(self) -> WorkState:
        """The one state a measure is in."""
        closed = _CLOSED.get(Status(self.status))
        if closed:
            return closed
        if self.status == Status.NOT_REPORTED:
            return WorkState.LATE_UNREPORTED if self.overdue else WorkState.UNREPORTED
        return WorkState.LATE if self.overdue else WorkState.IN_TIME


_CLOSED: Final = {Status.DONE: WorkState.DONE, Status.CANCELLED: WorkState.CANCELLED}


@dataclass(frozen=True, slots=True)
class Work:
    """The newest plan on a day; `plan_year` is None without any measure.

    No report is neither "not started" nor a late report: `unreported` measures are counted apart,
    `late_unreported` are those of them whose end has passed. `late` counts all whose end has
    passed, `silent` only measures that were reported on before. Only those that lead a measure are
    late with it: `late_by_division` names no supporter. `by_lead` (most late first) and
    `by_indicator` count the measures by state; one that two divisions lead counts for both.
    """

    plan_year: int | None
    total: int
    done: int
    unreported: int
    late: int
    late_unreported: int
    silent: int
    awaiting_evidence: int
    late_by_division: tuple[tuple[str, int], ...]
    by_lead: Mapping[str, Mapping[WorkState, int]] = field(default_factory=dict)
    by_indicator: Mapping[int, Mapping[WorkState, int]] = field(default_factory=dict)

    @property
    def nothing_reported(self) -> bool:
        """Whether there is a plan and nobody has reported on any of its measures."""
        return self.total > 0 and self.unreported == self.total


def work_of(measures: pd.DataFrame) -> Work:
    """Count the measures of the newest plan year among those `queries.measures` gives."""
    return counted_work(records_of(measures[list(_Row._fields)]))


def counted_work(measures: Iterable[Mapping[str, Any]]) -> Work:
    """Do the same for rows."""
    rows = [_Row(*(row[key] for key in _Row._fields)) for row in measures]
    year = max((row.plan_year for row in rows), default=None)
    newest = [row for row in rows if row.plan_year == year]
    unreported = [row for row in newest if row.status == Status.NOT_REPORTED]
    late = Counter(division for row in newest if row.overdue for division in row.lead)
    by_lead: defaultdict[str, Counter[WorkState]] = defaultdict(Counter)
    by_indicator: defaultdict[int, Counter[WorkState]] = defaultdict(Counter)
    for row in newest:
        by_indicator[int(row.indicator)][row.state] += 1
        for division in row.lead:
            by_lead[division][row.state] += 1
    return Work(
        plan_year=None if year is None else int(year),
        total=len(newest),
        done=sum(row.status == Status.DONE for row in newest),
        unreported=len(unreported),
        late=sum(row.overdue for row in newest),
        late_unreported=sum(row.overdue for row in unreported),
        silent=sum(row.silent for row in newest) - sum(row.silent for row in unreported),
        awaiting_evidence=sum(row.awaiting_evidence for row in newest),
        late_by_division=tuple(late.most_common()),
        by_lead=dict(sorted(by_lead.items(), key=lambda one: -late[one[0]])),
        by_indicator=dict(sorted(by_indicator.items())),
    )


def most_pressing_first(measures: pd.DataFrame) -> pd.DataFrame:
    """Order measures by what wants a report: late, due soon, silent, the rest that is not closed.

    Those of one kind stand by their end; done and cancelled ones come last.
    """
    status = measures["status"]
    rank = pd.Series(3, index=measures.index)
    for place, holds in (
        (2, measures["silent"].astype(bool) | (status == Status.NOT_REPORTED.value)),
        (1, measures["due_soon"].astype(bool)),
        (0, measures["overdue"].astype(bool)),
        (4, status == Status.DONE.value),
        (5, status == Status.CANCELLED.value),
    ):
        rank = rank.mask(holds, place)
    ordered = measures.assign(rank=rank).sort_values(["rank", "end_date"], kind="stable")
    return ordered.drop(columns="rank").reset_index(drop=True)
