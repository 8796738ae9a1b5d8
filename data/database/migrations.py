"""Bringing a store to the schema of this version."""

import queries
from data.database.connection import Database
from data.model.errors import ForeignStoreError, StoreTooNewError


def migrate(database: Database) -> None:
    """Apply the schema statements this store lacks, all of them or none.

    Raises:
        ForeignStoreError: the file holds tables of something else.
        StoreTooNewError: a newer version of the app has written it.
    """
    known = queries.schema_names()
    applied = _applied(database)
    if not set(applied) <= set(known):
        raise StoreTooNewError
    missing = [name for name in known if name not in applied]
    if missing:
        with database.writing() as cursor:
            for name in missing:
                cursor.execute(queries.statement(f"schema/{name}"))
            queries.run(cursor, "store/insert_applied_schema", names=missing)


def _applied(database: Database) -> list[str]:
    tables = set(queries.read(database, "store/tables")["table_name"])
    if not tables:
        return []
    if "applied_schema" not in tables:
        raise ForeignStoreError
    return list(queries.read(database, "store/applied_schema")["name"])
