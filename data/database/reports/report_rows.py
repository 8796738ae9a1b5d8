"""What came back from a division beside what the store says, as rows and their problems."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from data.database.reports.beside import NOTHING, Beside
from data.model.identity import Answer
from data.model.problems import Problem, ProblemCode
from data.model.records import Import, ReportValue, StatusChange, StatusReport


class RowKind(StrEnum):
    """What a row would do: a conflict was reported on by somebody after it was handed out."""

    CHANGED = "changed"
    CONFLICT = "conflict"
    UNCHANGED = "unchanged"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class ReportRow:
    """One row: `old` and `new` hold the fields that would change, `newest_report` counts now.

    `report` is what would be written; `fault` names the field for which it could not be, if any.
    `older_than` is the day the current report is about, where this one is about a day before it.
    `withdrawn` tells that the plan no longer has the measure. `beside` is what is no report.
    """

    change: StatusChange
    kind: RowKind
    action: str = ""
    old: Mapping[str, ReportValue] | None = None
    new: Mapping[str, ReportValue] | None = None
    newest_report: int = 0
    reported_by: str = ""
    report: StatusReport | None = None
    fault: str = ""
    older_than: dt.date | None = None
    withdrawn: bool = False
    beside: Beside = NOTHING

    @property
    def subject(self) -> str:
        """The measure or the step it is about."""
        return self.change.subject

    @property
    def out_of_range(self) -> Problem:
        """The problem of a row with a fault, at the cell that makes it; a state is asked for."""
        said = self.change.said
        if said and self.fault == "status":
            place = self.change.sheet, self.change.cell
            return Problem(ProblemCode.ASK_STATUS, *place, str(said.place), self.subject)
        value = getattr(self.report, self.fault)
        return Problem(
            ProblemCode.REPORT_OUT_OF_RANGE,
            self.change.sheet,
            self.change.cells.get(self.fault, self.change.cell),
            "" if value is None else str(value),
            self.fault,
        )

    @property
    def older_than_current(self) -> Problem:
        """The notice of a row that goes into the history without becoming the current report."""
        return Problem(
            ProblemCode.OLDER_THAN_CURRENT,
            self.change.sheet,
            self.change.cells.get("status_on", self.change.cell),
            self.subject,
            str(self.older_than),
        )


@dataclass(frozen=True, slots=True)
class ReportComparison:
    """Every row of an import of reports, and the problems only the store knows of.

    `left_out` counts rows that name no measure of the plan, or one nobody could tell. `plan_year`
    is that of the plan where rows name their measures in words.
    """

    rows: tuple[ReportRow, ...]
    problems: tuple[Problem, ...]
    left_out: int = 0
    plan_year: int | None = None

    def of(self, kind: RowKind) -> tuple[ReportRow, ...]:
        """Give the rows of one kind."""
        return tuple(row for row in self.rows if row.kind is kind)

    def told(self, imported: Import) -> Import:
        """Give the import with these problems; a row of an unknown measure counts as reported."""
        unknown = len(self.of(RowKind.UNKNOWN)) + self.left_out
        said = imported.identity
        if said.year is None and self.plan_year is not None:
            said = replace(said, year=Answer(self.plan_year))
        return replace(
            imported,
            identity=said,
            rows_imported=imported.rows_imported - unknown,
            rows_reported=imported.rows_reported + unknown,
            problems=(*imported.problems, *self.problems),
        )
