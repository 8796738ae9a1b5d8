"""Bringing a store to the schema of this version, and the organisation file into it."""

import duckdb

import queries
from data.database.connection import Database
from data.framework import Organisation, agency_key, organisation
from data.model.errors import ForeignStoreError, StoreTooNewError

FIRST_STATEMENT = "010_applied_schema"


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
                _apply(cursor, name)


def sync_organisation(database: Database) -> None:
    """Bring the home agency and its divisions in line with the organisation file."""
    home = organisation()
    if not _in_line(database, home):
        with database.writing() as cursor:
            _write_organisation(cursor, home)


def _applied(database: Database) -> list[str]:
    tables = set(queries.read(database, "store/tables")["table_name"])
    if not tables:
        return []
    if "applied_schema" not in tables:
        raise ForeignStoreError
    return list(queries.read(database, "store/applied_schema")["name"])


def _apply(cursor: duckdb.DuckDBPyConnection, name: str) -> None:
    cursor.execute(queries.statement(f"schema/{name}"))
    queries.run(cursor, "store/insert_applied_schema", name=name)


def _in_line(database: Database, home: Organisation) -> bool:
    row = queries.read(database, "store/home_agency")
    stored = list(queries.read(database, "store/own_divisions")["division"])
    expected = [(home.name, home.district, home.province)]
    return stored == [division.name for division in home.divisions] and expected == list(
        row.itertuples(index=False, name=None)
    )


def _write_organisation(cursor: duckdb.DuckDBPyConnection, home: Organisation) -> None:
    queries.run(
        cursor,
        "store/upsert_home_agency",
        match_key=agency_key(home.name),
        name=home.name,
        district=home.district,
        province=home.province,
    )
    queries.run(cursor, "store/delete_divisions")
    for position, division in enumerate(home.divisions, start=1):
        queries.run(cursor, "store/insert_division", division=division.name, position=position)
