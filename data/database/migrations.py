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


def is_current(database: Database) -> bool:
    """Tell whether a store has the tables and the views of this version.

    Raises:
        ForeignStoreError, StoreTooNewError: as `migrate`.
    """
    tables, migrations, views = _parts(database, "tables", "migrations", "views")
    needed = {*tables, *migrations}
    with database.reading() as cursor:
        applied = _applied(cursor)
        if not applied <= {*needed, *views, *_TAKEN_IN}:
            raise StoreTooNewError
        if not applied >= needed:
            return False
        [made] = queries.fetch_all(cursor, "store/applied_views")
    return bool(made["digest"] == _digest(_remade(database)))


def migrate(database: Database) -> None:
    """Give a store the tables and views of this version, all of them or none.

    A fresh store gets the tables as they are; an older one what it lacks of tables and migrations,
    in the order of their names. Views and functions hold no data: they are made anew whenever a
    text of theirs changed.

    Raises:
        ForeignStoreError: the file holds tables of something else.
        StoreTooNewError: a newer version of the app has written it.
    """
    if is_current(database):
        return
    tables, migrations = _parts(database, "tables", "migrations")
    remade = _remade(database)
    with database.writing() as cursor:
        applied = _applied(cursor)  # once more: another server may have come first
        lacking = dict(sorted((tables | migrations).items())) if applied else tables
        missing = [text for name, text in lacking.items() if name not in applied]
        for text in (*missing, *remade):
            cursor.execute(text).fetchall()
        noted = [name for name in (*tables, *migrations) if name not in applied]
        queries.run(cursor, "store/insert_applied_schema", names=noted)
        queries.run(cursor, "store/insert_applied_views", digest=_digest(remade))


def _remade(database: Database) -> list[str]:
    """Give the statements of what holds no data."""
    functions, views = _parts(database, "functions", "views")
    return [*functions.values(), *views.values()]


def _digest(texts: list[str]) -> str:
    return sha256("\n".join(texts).encode()).hexdigest()


def _parts(database: Database, *parts: str) -> list[dict[str, str]]:
    return [queries.schema(part, of_postgresql=database.on_server) for part in parts]


def _applied(cursor: queries.Cursor) -> frozenset[str]:
    if queries.fetch_all(cursor, "store/tables", named="applied_schema"):
        rows = queries.fetch_all(cursor, "store/applied_schema")
        applied = frozenset(row["name"] for row in rows)
        if _OLDEST in applied:
            return applied
    elif not queries.fetch_all(cursor, "store/tables", named=None):
        return frozenset()
    raise ForeignStoreError
