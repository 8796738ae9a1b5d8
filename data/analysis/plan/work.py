"""How far the plan is on a day: what is done, late, silent, and what nobody has reported on."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import pandas as pd

from data.model.records import Status, WorkState


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
    if measures.empty:
        return Work(None, 0, 0, 0, 0, 0, 0, 0, ())
    year = int(measures["plan_year"].max())
    newest = measures[measures["plan_year"] == year]
    overdue, silent = newest["overdue"].astype(bool), newest["silent"].astype(bool)
    unreported = newest["status"] == Status.NOT_REPORTED.value
    late = newest[overdue].explode("lead")["lead"].dropna().value_counts()
    states = newest.assign(state=_states(newest))
    leads = sorted(set(newest["lead"].explode().dropna()), key=lambda name: -late.get(name, 0))
    return Work(
        plan_year=year,
        total=len(newest),
        done=int((newest["status"] == Status.DONE.value).sum()),
        unreported=int(unreported.sum()),
        late=int(overdue.sum()),
        late_unreported=int((overdue & unreported).sum()),
        silent=int((silent & ~unreported).sum()),
        awaiting_evidence=int(newest["awaiting_evidence"].sum()),
        late_by_division=tuple((str(division), int(count)) for division, count in late.items()),
        by_lead={
            name: _counts(states[[name in lead for lead in states["lead"]]]) for name in leads
        },
        by_indicator={
            number: _counts(states[states["indicator"] == number])
            for number in sorted(map(int, set(states["indicator"])))
        },
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


def _states(measures: pd.DataFrame) -> "pd.Series[str]":
    status, overdue = measures["status"], measures["overdue"].astype(bool)
    unreported = status == Status.NOT_REPORTED.value
    states = pd.Series(WorkState.IN_TIME.value, index=measures.index, dtype="str")
    for state, holds in (
        (WorkState.UNREPORTED, unreported),
        (WorkState.LATE, overdue),
        (WorkState.LATE_UNREPORTED, overdue & unreported),
        (WorkState.CANCELLED, status == Status.CANCELLED.value),
        (WorkState.DONE, status == Status.DONE.value),
    ):
        states = states.mask(holds, state.value)
    return states


def _counts(measures: pd.DataFrame) -> Mapping[WorkState, int]:
    found = measures["state"].value_counts()
    return {state: int(found[state.value]) for state in WorkState if state.value in found}
