"""The only way to write for a person: the right is checked, and what was done is logged."""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

import pandas as pd

import queries
from data.database.connection import Database
from data.database.identity import example_day
from data.model import access
from data.model.access import Action, Person
from data.model.errors import ExampleStandsError, NotAllowedError
from queries.audit import entries

LONGEST_SUBJECT = 500


class UnloggedWriteError(AssertionError):
    """A write ended without its line in the audit: a bug in the engine."""


class Permit:
    """One permitted write: its cursor, finer checks of the right, and its line in the audit."""

    def __init__(self, cursor: queries.Cursor, person: Person, action: Action) -> None:
        self.cursor = cursor
        self.person = person
        self.action = action
        self.logged = 0

    def require(self, subject: str, divisions: Iterable[str]) -> None:
        """Refuse a subject that none of the person's divisions answers for."""
        access.require(self.person, self.action, subject, divisions)

    def log(self, subject: str, detail: str = "") -> None:
        """Write down what was done, in the transaction that does it."""
        _append(self.cursor, self.person, self.action, subject, ("allowed", detail))
        self.logged += 1


@dataclass(slots=True)
class _Entry:
    """The last line a write logged: it is in the audit if, and only if, the write is saved."""

    number: int = 0

    def is_newest(self, cursor: queries.Cursor) -> bool:
        """Tell whether the write landed, asked before anybody else has written."""
        return _newest_entry(cursor) == self.number


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
        entry = _Entry()
        with database.writing(entry.is_newest) as cursor:
            permit = Permit(cursor, database.person, action)
            yield permit
            if not permit.logged:
                raise UnloggedWriteError(action)
            entry.number = _newest_entry(cursor)
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


def _newest_entry(cursor: queries.Cursor) -> int:
    return queries.number(cursor, "audit/newest_entry")


def _append(
    cursor: queries.Cursor,
    person: Person,
    action: Action,
    subject: str,
    result: tuple[str, str],
) -> None:
    outcome, detail = result
    queries.run(
        cursor,
        "audit/insert_entry",
        person=person.label[:LONGEST_SUBJECT],
        role=person.role.value if person.role else "",
        action=action.value,
        subject=subject[:LONGEST_SUBJECT],
        outcome=outcome,
        detail=detail,
    )
