"""The only way to write for a person: the right is checked, and what was done is logged."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

import pandas as pd

import queries
from data.database.connection import Database
from data.database.identity import example_day
from data.model import access
from data.model.access import Action, Person
from data.model.errors import ExampleStandsError, NotAllowedError
from queries.audit import entries

LONGEST_SUBJECT = 500
_Line = Mapping[str, Any]
"""What a line of the audit is known by, as `audit/insert_line` gives it."""


class UnloggedWriteError(AssertionError):
    """A write ended without its line in the audit: a bug in the engine."""


class Permit:
    """One permitted write: its cursor, finer checks of the right, and its line in the audit."""

    def __init__(
        self, cursor: queries.Cursor, person: Person, action: Action, logged: list[_Line]
    ) -> None:
        self.cursor = cursor
        self.person = person
        self.action = action
        self._logged = logged

    def require(self, subject: str, divisions: Iterable[str]) -> None:
        """Refuse a subject that none of the person's divisions answers for."""
        access.require(self.person, self.action, subject, divisions)

    def log(self, subject: str, detail: str = "") -> None:
        """Write down what was done, in the transaction that does it."""
        result = ("allowed", detail)
        self._logged.append(_append(self.cursor, self.person, self.action, subject, result))


@contextmanager
def permitted(database: Database, action: Action, subject: str = "") -> Iterator[Permit]:
    """Lend the writing cursor to the person of this database for one action.

    Raises:
        ExampleStandsError: the store is the example, which nobody changes.
        NotAllowedError: the person may not do it; nothing was written but the refusal.
        NothingSavedError: the disk or the database failed, and nothing was written.
        UnloggedWriteError: the block did not log what it wrote.
    """
    _refuse_example(database)
    try:
        access.require(database.person, action, subject)
        logged: list[_Line] = []
        with database.writing(lambda cursor: _is_there(cursor, logged[-1])) as cursor:
            yield Permit(cursor, database.person, action, logged)
            if not logged:
                raise UnloggedWriteError(action)
    except NotAllowedError as refusal:
        log_refusal(database, refusal)
        raise


def log_refusal(database: Database, refusal: NotAllowedError) -> None:
    """Write a refusal down in a transaction of its own."""
    _refuse_example(database)
    with database.writing() as cursor:
        action = Action(refusal.action)
        _append(cursor, database.person, action, refusal.subject, ("refused", ""))


def log_action(database: Database, action: Action, subject: str, detail: str = "") -> None:
    """Write down what was done outside the tables, like a backup, checking the right once more."""
    with permitted(database, action, subject) as permit:
        permit.log(subject, detail)


def read_audit(
    database: Database,
    *,
    persons: Sequence[str] | None = None,
    actions: Sequence[str] | None = None,
    first_day: dt.date | None = None,
    last_day: dt.date | None = None,
) -> pd.DataFrame:
    """Give the lines of the audit, newest first; columns as `queries.audit.entries`.

    Raises:
        NotAllowedError: the person at the store may not see who did what.
    """
    try:
        access.require(database.person, Action.AUDIT)
    except NotAllowedError as refusal:
        log_refusal(database, refusal)
        raise
    return entries(
        database, persons=persons, actions=actions, first_day=first_day, last_day=last_day
    )


def _refuse_example(database: Database) -> None:
    with database.reading() as cursor:
        if example_day(cursor):
            raise ExampleStandsError


def _is_there(cursor: queries.Cursor, line: _Line) -> bool:
    """Tell whether a write landed: the line it logged is in the audit if, and only if, it did."""
    return queries.number(cursor, "audit/count_line", **line) == 1


def _append(
    cursor: queries.Cursor,
    person: Person,
    action: Action,
    subject: str,
    result: tuple[str, str],
) -> _Line:
    outcome, detail = result
    [line] = queries.fetch_all(
        cursor,
        "audit/insert_line",
        person=person.label[:LONGEST_SUBJECT],
        role=person.role.value if person.role else "",
        action=action.value,
        subject=subject[:LONGEST_SUBJECT],
        outcome=outcome,
        detail=detail,
    )
    return line
