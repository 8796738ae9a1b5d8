"""What a division has to do by when: measures it leads, steps it takes, rounds it is asked."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from data.analysis.plan.asked_rounds import AskedRound, asked_rounds
from data.framework import is_example
from data.model.columns import day_of
from data.model.records import Status
from data.words.files.tidy import SAMPLE_TITLE
from data.words.navigation import SAMPLE_SHORT
from data.words.work import rounds as words
from queries import Reader
from queries.frames import records_of
from queries.measures import measures
from queries.steps import steps


class DutyKind(StrEnum):
    """What is to be done: finish a measure or a step, or send one's part of a round."""

    MEASURE = "measure"
    STEP = "step"
    ROUND = "round"


_CLOSED = (Status.DONE, Status.CANCELLED)


@dataclass(frozen=True, slots=True)
class Duty:
    """A duty with its name, what it says, and the day it is due, where one is known.

    `uid` is what a calendar knows it by: the id of a measure or step, 'round-1' of a round.
    """

    uid: str
    subject: str
    text: str
    due: dt.date | None
    kind: DutyKind


def marked(text: str) -> str:
    """Say of a text of the example that it is one."""
    return SAMPLE_TITLE.format(mark=SAMPLE_SHORT, title=text) if is_example() else text


@dataclass(frozen=True, slots=True)
class Duties:
    """Everything a division answers for on a day; a duty may stand in several lists."""

    division: str
    as_of: dt.date
    open: tuple[Duty, ...]
    late: tuple[Duty, ...]
    due_soon: tuple[Duty, ...]
    unreported: tuple[Duty, ...]
    without_evidence: tuple[Duty, ...]

    @property
    def rounds(self) -> tuple[Duty, ...]:
        """The rounds that wait for the division."""
        return tuple(duty for duty in self.open if duty.kind is DutyKind.ROUND)

    @property
    def dated(self) -> tuple[Duty, ...]:
        """The open ones with a day, the first one first."""
        known = [(duty.due, duty.uid, duty) for duty in self.open if duty.due]
        return tuple(duty for _, _, duty in sorted(known, key=lambda one: one[:2]))


def duties(reader: Reader, division: str, as_of: dt.date) -> Duties:
    """Read what a division leads or takes; what it only supports is nobody's deadline."""
    led = records_of(measures(reader, as_of=as_of, divisions=[division], lead_only=True))
    every = records_of(steps(reader, as_of=as_of))
    taken = [row for row in every if row["division"] == division]
    closed = {row["measure_id"] for row in led if row["status"] in _CLOSED}
    open_measures = [row for row in led if row["status"] not in _CLOSED]
    open_steps = [
        row for row in taken if row["status"] not in _CLOSED and row["measure_id"] not in closed
    ]
    return Duties(
        division,
        as_of,
        open=(
            *_of_measures(open_measures),
            *_of_steps(open_steps),
            *map(_of_round, asked_rounds(reader, division)),
        ),
        late=(*_of_measures(_in(led, "overdue")), *_of_steps(_in(taken, "overdue"))),
        due_soon=(*_of_measures(_in(led, "due_soon")), *_of_steps(_in(taken, "due_soon"))),
        unreported=tuple(
            _of_measures([row for row in led if row["status"] == Status.NOT_REPORTED])
        ),
        without_evidence=tuple(_of_measures(_in(led, "awaiting_evidence"))),
    )


def _in(rows: list[Any], flag: str) -> list[Any]:
    return [row for row in rows if row[flag]]


def _of_measures(rows: Sequence[Mapping[Any, Any]]) -> Iterator[Duty]:
    for row in rows:
        key, due = row["measure_id"], day_of(row["end_date"])
        yield Duty(key, key, row["action"], due, DutyKind.MEASURE)


def _of_steps(rows: Sequence[Mapping[Any, Any]]) -> Iterator[Duty]:
    for row in rows:
        key, due = row["step_id"], day_of(row["due_date"])
        yield Duty(key, key, row["text"], due, DutyKind.STEP)


def _of_round(asked: AskedRound) -> Duty:
    uid, text = f"round-{asked.round_id}", words.asked(asked.as_of, asked.comment)
    return Duty(uid, asked.name, text, asked.deadline, DutyKind.ROUND)
