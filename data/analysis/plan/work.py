"""How far the plan is on a day: what is done, late, silent, and what nobody has reported on."""

from dataclasses import dataclass

import pandas as pd

from data.model.records import Status


@dataclass(frozen=True, slots=True)
class Work:
    """The newest plan on a day; `plan_year` is None without any measure.

    No report is neither "not started" nor a late report: `unreported` measures are counted apart,
    `late_unreported` are those of them whose end has passed. `late` counts all whose end has
    passed, `silent` only measures that were reported on before. Only those that lead a measure are
    late with it: `late_by_division` names no supporter.
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
    )
