"""What a workbook says beside reports: new comments, and by when a step is due."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

import queries
from data.database.permits import Permit
from data.database.reports.comments import append_comment
from data.database.reports.schedules import append_schedule
from data.model.records import ReportValue, StatusChange, StepSchedule
from data.roundtrip.values import BESIDE
from queries.frames import records_of

NAMES: Final = frozenset(name for names in BESIDE.values() for name in names)
_COMMENT: Final = "new_comment"
_DUE: Final = "due_date"


@dataclass(frozen=True, slots=True)
class Beside:
    """What is written beside the report of a row, if anything."""

    comment: str = ""
    schedule: StepSchedule | None = None

    def append(self, permit: Permit, measure_id: str, signed: str, batch_id: int | None) -> None:
        """Append it in the transaction of the reports, each with the right it needs by itself.

        Raises:
            NotAllowedError: the person may not say this of the measure or step.
            InvalidStatusError, StatusConflictError, UnknownMeasureError: as for one said alone.
        """
        if self.comment:
            append_comment(permit, measure_id, self.comment, signed, batch_id)
        if self.schedule is not None:
            append_schedule(permit, self.schedule, batch_id)


NOTHING: Final = Beside()


def beside(
    new: Mapping[str, ReportValue], change: StatusChange, stored: Mapping[Any, Any]
) -> Beside:
    """Take out of what a row changes what is no report; who takes a step stays as it is."""
    due = new.get(_DUE)
    schedule = None
    if _DUE in new:
        day = due if isinstance(due, dt.date) else None
        taker, seen = str(stored["taker"]), int(stored["schedule_id"])
        schedule = StepSchedule(change.step_id, taker, day, seen)
    return Beside(str(new.get(_COMMENT) or ""), schedule)


def without_known_comments(
    cursor: queries.Cursor, changes: Sequence[StatusChange]
) -> list[StatusChange]:
    """Leave out comments that the measure has already, so that a file may come twice."""
    asked = sorted({one.measure_id for one in changes if one.values.get(_COMMENT)})
    if not asked:
        return list(changes)
    found = queries.ask(cursor, "comments/comments", measure_ids=asked).df()
    known = {(row["measure_id"], _plain(row["text"])) for row in records_of(found)}
    return [_without(one) if (one.measure_id, _said(one)) in known else one for one in changes]


def says_proposed(name: str, value: ReportValue, stored: Mapping[Any, Any]) -> bool:
    """Tell whether a cleared day says no more than that nobody has set one."""
    return name == _DUE and value is None and not stored["is_set"]


def _without(change: StatusChange) -> StatusChange:
    kept = {name: value for name, value in change.values.items() if name != _COMMENT}
    return replace(change, values=kept)


def _said(change: StatusChange) -> tuple[str, ...]:
    return _plain(str(change.values.get(_COMMENT) or ""))


def _plain(text: str) -> tuple[str, ...]:
    return tuple(text.split())
