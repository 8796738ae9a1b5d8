"""Who takes a step and by when: decided by the planner, or by the lead of its measure."""

from collections.abc import Sequence

import queries
from data.database.connection import Database
from data.database.permits import Permit, permitted
from data.framework import organisation
from data.model.access import Action, require
from data.model.errors import InvalidStatusError, StatusConflictError, UnknownMeasureError
from data.model.records import StepSchedule


def save_schedules(database: Database, schedules: Sequence[StepSchedule]) -> int:
    """Append decisions, all of them or none, and give how many.

    Raises:
        InvalidStatusError: a division is none of the agency's own.
        UnknownMeasureError: there is no such step in force.
        StatusConflictError: somebody has decided since the one who decides now looked.
        NotAllowedError: none of the person's divisions leads the measure of a step.
    """
    if not schedules:
        return 0
    subject = ", ".join(one.step_id for one in schedules)
    with permitted(database, Action.SCHEDULE, subject) as permit:
        for one in schedules:
            append_schedule(permit, one, None)
    return len(schedules)


def append_schedule(permit: Permit, one: StepSchedule, batch_id: int | None) -> None:
    """Append a decision in a transaction, under the number of the file it came in.

    Raises:
        InvalidStatusError, UnknownMeasureError, StatusConflictError, NotAllowedError: as above.
    """
    faulty = "division"
    if one.division and one.division not in {own.name for own in organisation().divisions}:
        raise InvalidStatusError(faulty)
    known = queries.fetch(permit.cursor, "steps/newest_schedule", step_id=one.step_id)
    if known is None or not known["steps"]:
        raise UnknownMeasureError(one.step_id)
    require(permit.person, Action.SCHEDULE, one.step_id, known["lead"])
    if known["schedule_id"] != one.seen_schedule:
        raise StatusConflictError(one.step_id)
    queries.run(
        permit.cursor,
        "steps/insert_schedule",
        step_id=one.step_id,
        division=one.division,
        due_date=one.due_date,
        set_by=permit.person.label,
        batch_id=batch_id,
    )
    permit.log(one.step_id, f"{one.division} {one.due_date or ''}".strip())
