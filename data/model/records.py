"""The values that travel from a file to the store: scores, levels, measures, an import."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import KW_ONLY, dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Final, TypeAlias

from data.model.columns import Kind, report_columns, said
from data.model.identity import Identity
from data.model.measure_said import MeasureSaid
from data.model.problems import Problem

if TYPE_CHECKING:
    import pandas as pd

CELL_COLUMNS: Final = ("cell_part", "cell_row", "cell_column")
"""A cell as `data.model.grid.address` names it; a nation has a million of them."""

SCORE_COLUMNS: Final = (
    "agency",
    "district",
    "province",
    "year",
    "level",
    "code",
    "value",
    "provisional",
    *CELL_COLUMNS,
)
"""Columns of `Import.scores`. An empty agency is the home agency; level is a `ScoreLevel`;
code is "total", "IIT", "3" (indicator number) or "o14" (item); value is 0-100 as published."""

LEVEL_COLUMNS: Final = (
    "agency",
    "district",
    "province",
    "year",
    "published_level",
    "sheet",
    "cell",
)
"""Columns of `Import.levels`: the level as the sheet prints it."""

LONGEST_TEXT: Final = 4000
"""Letters of what a person may say in one text of a report, comment or round."""

ALL_OTHERS: Final = "*"
"""In `Measure.support`: every division of the agency but the lead."""


class Form(StrEnum):
    """The layouts an importer recognises, named as on the command line."""

    SCORES_LONG = "scores-long"
    SCORES_YEARS = "scores-years"
    SCORES_REPORT = "scores-report"
    SCORES_AGENCIES = "scores-agencies"
    PLAN = "plan"
    STATUS = "status"
    CATALOGUE = "catalogue"

    @property
    def kind(self) -> str:
        """What a sheet of it holds, whatever its layout: scores, plan, status or catalogue."""
        return self.value.partition("-")[0]


class ScoreLevel(StrEnum):
    """What a score is about, from the whole down to one question."""

    TOTAL = "total"
    INSTRUMENT = "instrument"
    INDICATOR = "indicator"
    ITEM = "item"


class Status(StrEnum):
    """What a division says of a measure; NOT_REPORTED is the absence of any report."""

    NOT_REPORTED = "not-reported"
    NOT_STARTED = "not-started"
    IN_PROGRESS = "in-progress"
    DONE = "done"
    CANCELLED = "cancelled"


class ReportKind(StrEnum):
    """Who speaks of what: the lead of a measure's state, a supporter adds to it; or of one step."""

    LEAD = "lead"
    SUPPORT = "support"
    STEP = "step"


class Flag(StrEnum):
    """What is computed of a measure on a day, never typed in.

    OPEN: neither done nor cancelled. WITHDRAWN: a newer plan lacks it; it counts nowhere.
    """

    OPEN = "open"
    OVERDUE = "overdue"
    DUE_SOON = "due-soon"
    SILENT = "silent"
    AWAITING_EVIDENCE = "awaiting-evidence"
    WITHDRAWN = "withdrawn"

    @property
    def column(self) -> str:
        """Its column in what `queries.measures` and `queries.steps` give."""
        return self.replace("-", "_")


@dataclass(frozen=True, slots=True)
class Measure:
    """One measure of an action plan: the eight columns of the official form, understood.

    `items` are codes of the framework of `item_year` (the analysed year, plan year - 1).
    `position` counts measures of the same plan from 1; `repeat` counts measures of one indicator
    that name the same items, from 1. `kept_id` is the id the store knows it by, "" before the two
    were compared. `lead` and `support` hold division names; `support` may be
    (ALL_OTHERS,). `sheet` and `cell` are where the measure begins in the file, `step_cells` where
    each of its steps does; `step_ids` are theirs in the store, () before the two were compared.
    `budget_planned` is in baht, None where the plan tells none.
    """

    plan_year: int
    indicator: int
    position: int
    items: tuple[str, ...]
    item_year: int
    question: str
    analysis: str
    action: str
    alignment: str
    steps: tuple[str, ...]
    period_text: str
    start: dt.date | None
    end: dt.date | None
    responsible_text: str
    lead: tuple[str, ...]
    support: tuple[str, ...]
    sheet: str
    cell: str
    repeat: int = 1
    kept_id: str = ""
    step_cells: tuple[str, ...] = ()
    step_ids: tuple[str, ...] = ()
    budget_planned: float | None = None
    budget_cell: str = ""

    @property
    def measure_id(self) -> str:
        """The id the store keeps it under, else the one it would get in a store without a plan."""
        return self.kept_id or self.id_of_repeat(self.repeat)

    def id_of_repeat(self, repeat: int) -> str:
        """Give a readable id of plan year, indicator, items: `2569-01-i1`, then `2569-01-i1-2`."""
        again = f"-{repeat}" if repeat > 1 else ""
        return f"{self.plan_year}-{self.indicator:02}-{'+'.join(self.items) or '0'}{again}"


@dataclass(frozen=True, slots=True)
class StatusReport:
    """What a division reports on one measure, or on the step of it that `step_id` names.

    `percent` is 0-100, budgets are baht, `status_on` is the day the state held; None when not
    given. Each field tells which kinds of report say it; a supporter names its `division`.
    """

    measure_id: str
    status: Status | None = said(Kind.STATUS, ReportKind.LEAD, ReportKind.STEP)
    percent: int | None = said(Kind.PERCENT, ReportKind.LEAD)
    _: KW_ONLY
    status_on: dt.date | None = said(Kind.DATE, ReportKind.LEAD, ReportKind.STEP)
    budget_planned: float | None = said(Kind.MONEY, ReportKind.LEAD)
    budget_spent: float | None = said(Kind.MONEY, ReportKind.LEAD)
    evidence: str = said(Kind.TEXT, ReportKind.LEAD, ReportKind.SUPPORT, blank="")
    note: str = said(Kind.LONG_TEXT, *ReportKind, blank="")
    reported_by: str = ""
    kind: ReportKind = ReportKind.LEAD
    division: str = ""
    step_id: str = ""

    @property
    def subject(self) -> str:
        """The id of what it is about: the step, else the measure."""
        return self.step_id or self.measure_id


REPORT_COLUMNS: Final = report_columns(StatusReport)
"""What reports say, in the order of forms and files: all that read, save or show one ask here."""

ReportValue: TypeAlias = Status | str | int | float | dt.date | None
"""What one cell of a status report says; None says nothing."""


@dataclass(frozen=True, slots=True)
class StatusChange:
    """One row that came back from a division: `values` holds only the cells that were changed.

    `was` is what was handed out, `seen_report` the newest report then (0 = none); both are None
    when the row does not tell, and then `values` holds all its cells. `store_id` is the store that
    counted the reports, "" when unknown. `cell` is the row's own, `cells` are those of `values`.
    A row without an id has `said` in its place until it is put beside the plan.
    """

    measure_id: str
    kind: ReportKind
    division: str
    values: Mapping[str, ReportValue]
    was: Mapping[str, ReportValue] | None
    seen_report: int | None
    reported_by: str = ""
    plan_year: int | None = None
    store_id: str = ""
    sheet: str = ""
    cell: str = ""
    cells: Mapping[str, str] = field(default_factory=dict)
    step_id: str = ""
    said: MeasureSaid | None = None

    @property
    def subject(self) -> str:
        """The id of what it is about: the step, else the measure; of neither its row."""
        return self.step_id or self.measure_id or (f"#{self.said.place}" if self.said else "")


@dataclass(frozen=True, slots=True)
class StepSchedule:
    """Who takes a step and by when: "" is the lead of the measure, None the proposed day.

    `seen_schedule` is the newest decision the one who decides had before him (0 = none).
    """

    step_id: str
    division: str
    due_date: dt.date | None
    seen_schedule: int


def _no_rows(columns: Sequence[str]) -> "pd.DataFrame":
    import pandas as pd  # noqa: PLC0415  not for those who ask for codes and states only

    return pd.DataFrame(columns=list(columns))


class Keep(StrEnum):
    """Which side of a conflict stands."""

    OURS = "ours"
    THEIRS = "theirs"


class RowsLostError(AssertionError):
    """A row was neither imported nor reported: a bug in an importer."""


@dataclass(frozen=True, slots=True)
class Import:
    """What one sheet holds, and everything that was found in it.

    `identity` is what was settled about it, by the sheet or by a person.
    rows_read counts the rows with content below the headings; each one is either imported (it gave
    a score, text of a measure or the state of one) or reported (a problem names it).
    """

    form: Form | None
    sheet: str
    rows_read: int
    rows_imported: int
    rows_reported: int
    scores: "pd.DataFrame" = field(default_factory=lambda: _no_rows(SCORE_COLUMNS))
    levels: "pd.DataFrame" = field(default_factory=lambda: _no_rows(LEVEL_COLUMNS))
    measures: tuple[Measure, ...] = ()
    reports: tuple[StatusChange, ...] = ()
    problems: tuple[Problem, ...] = ()
    identity: Identity = field(default_factory=Identity)

    def __post_init__(self) -> None:
        if self.rows_read != self.rows_imported + self.rows_reported:
            raise RowsLostError(self.sheet, self.rows_read, self.rows_imported, self.rows_reported)

    @property
    def blocking(self) -> tuple[Problem, ...]:
        """The problems that keep it from being saved."""
        return tuple(problem for problem in self.problems if problem.blocking)

    @property
    def years(self) -> list[int]:
        """The fiscal years of its scores, of its plan."""
        planned = {measure.plan_year for measure in self.measures}
        return sorted({*map(int, self.scores["year"].unique()), *planned})

    @property
    def empty(self) -> bool:
        """Whether there is nothing in it to store."""
        return self.scores.empty and self.levels.empty and not self.measures and not self.reports
