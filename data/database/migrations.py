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
    applied = _applied(database)
    needed = {*queries.schema("tables"), *queries.schema("migrations")}
    return bool(applied) and not applied >= needed


def migrate(database: Database) -> None:
    """Give a store the tables and views of this version, all of them or none.

    A fresh store gets the tables as they are; an older one what it lacks of tables and migrations,
    in the order of their names. Views hold no data: they are made anew whenever their text changed.

    Raises:
        ForeignStoreError: the file holds tables of something else.
        StoreTooNewError: a newer version of the app has written it.
    """
    tables, migrations, views = map(queries.schema, ("tables", "migrations", "views"))
    applied = _applied(database)
    if not applied <= {*tables, *migrations, *views, *_TAKEN_IN}:
        raise StoreTooNewError
    lacking = dict(sorted((tables | migrations).items())) if applied else tables
    missing = {name: text for name, text in lacking.items() if name not in applied}
    digest = sha256("\n".join(views.values()).encode()).hexdigest()
    if not missing and _views(database) == digest:
        return
    with database.writing() as cursor:
        for text in (*missing.values(), *views.values()):
            cursor.execute(text).fetchall()
        noted = [name for name in (*tables, *migrations) if name not in applied]
        queries.run(cursor, "store/insert_applied_schema", names=noted)
        queries.run(cursor, "store/insert_applied_views", digest=digest)


def _applied(database: Database) -> frozenset[str]:
    tables = set(queries.read(database, "store/tables")["table_name"])
    if not tables:
        return frozenset()
    applied = set()
    if "applied_schema" in tables:
        applied = set(queries.read(database, "store/applied_schema")["name"])
    if _OLDEST not in applied:
        raise ForeignStoreError
    return frozenset(applied)


def _views(database: Database) -> object:
    return queries.rows(database, "store/applied_views")[0]["digest"]
