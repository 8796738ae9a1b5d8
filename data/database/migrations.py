"""Bringing a store to the schema of this version."""

from hashlib import sha256
from typing import Final

import queries
from data.database.connection import Database
from data.model.errors import ForeignStoreError, StoreTooNewError

_OLDEST: Final = "240_heading_match"
"""The last statement of the oldest stores that are still taken over."""
_TAKEN_IN: Final = frozenset(
    (
        "040_score",
        "070_division",
        "120_current_measure",
        "130_measure_division",
        "140_measure_on",
        "150_report_budget_planned",
        "160_report_budget_spent",
        "170_report_status_on",
        "180_report_kind",
        "190_report_division",
        "200_report_without_status",
        "220_active_report",
        "230_measure_on",
        "303_measure_on",
        "406_step_on",
    )
)
"""Statements that older stores name and that tables and views of today have taken in."""


def is_outdated(database: Database) -> bool:
    """Tell whether an older version wrote a store, whose tables `migrate` would change.

    Raises:
        ForeignStoreError: the file holds tables of something else.
    """
    with database.reading() as cursor:
        applied = _applied(cursor)
    tables, migrations = _parts(database, "tables", "migrations")
    return bool(applied) and not applied >= {*tables, *migrations}


def migrate(database: Database) -> None:
    """Give a store the tables and views of this version, all of them or none.

    A fresh store gets the tables as they are; an older one what it lacks of tables and migrations,
    in the order of their names. Views and functions hold no data: they are made anew whenever a
    text of theirs changed.

    Raises:
        ForeignStoreError: the file holds tables of something else.
        StoreTooNewError: a newer version of the app has written it.
    """
    tables, migrations, functions, views = _parts(
        database, "tables", "migrations", "functions", "views"
    )
    known = {*tables, *migrations, *views, *_TAKEN_IN}
    made = [*functions.values(), *views.values()]
    digest = sha256("\n".join(made).encode()).hexdigest()
    with database.reading() as cursor:
        if _is_current(cursor, {*tables, *migrations}, known, digest):
            return
    with database.writing() as cursor:
        applied = _applied(cursor)  # once more: another server may have come first
        lacking = dict(sorted((tables | migrations).items())) if applied else tables
        missing = [text for name, text in lacking.items() if name not in applied]
        for text in (*missing, *made):
            cursor.execute(text).fetchall()
        noted = [name for name in (*tables, *migrations) if name not in applied]
        queries.run(cursor, "store/insert_applied_schema", names=noted)
        queries.run(cursor, "store/insert_applied_views", digest=digest)


def _parts(database: Database, *parts: str) -> list[dict[str, str]]:
    return [queries.schema(part, of_postgresql=database.on_server) for part in parts]


def _is_current(cursor: queries.Cursor, needed: set[str], known: set[str], digest: str) -> bool:
    applied = _applied(cursor)
    if not applied <= known:
        raise StoreTooNewError
    if not applied >= needed:
        return False
    [views] = queries.fetch_all(cursor, "store/applied_views")
    return bool(views["digest"] == digest)


def _applied(cursor: queries.Cursor) -> frozenset[str]:
    tables = {row["table_name"] for row in queries.fetch_all(cursor, "store/tables")}
    if not tables:
        return frozenset()
    applied = set()
    if "applied_schema" in tables:
        applied = {row["name"] for row in queries.fetch_all(cursor, "store/applied_schema")}
    if _OLDEST not in applied:
        raise ForeignStoreError
    return frozenset(applied)
