"""Stores that older versions wrote: one plan, sample and own scores, an undone batch, reports.

Each is the very file of that version (`git archive aba52e5` and `ae1c587`), packed; the one on a
server is what `pg_dump --inserts --no-owner` gave of a database of fca767d, the first with any.
"""

import lzma
from contextlib import contextmanager
from pathlib import Path

import duckdb
import psycopg

FOLDER = Path(__file__).parent / "data" / "database" / "old_stores"
BEFORE_THE_CATALOGUE = "before-the-catalogue"
BEFORE_THE_BASELINE = "before-the-baseline"
FIRST_ON_A_SERVER = "first-on-a-server"


def unpack(name, path):
    """Put an old store at a path."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(lzma.decompress((FOLDER / f"{name}.duckdb.xz").read_bytes()))
    return path


def unpack_on_server(name, place):
    """Put what an older version wrote into an empty database."""
    told = lzma.decompress((FOLDER / f"{name}.sql.xz").read_bytes())
    with psycopg.connect(place.text) as connection:
        connection.execute(told)


@contextmanager
def opened_as_it_is(path):
    """Lend a connection to a store that nobody brings to the schema of today."""
    with duckdb.connect(str(path)) as connection:
        yield connection


def rows_of_tables(connection):
    """Give the names of the columns and the sorted rows of each table."""
    tables = connection.execute("select table_name from duckdb_tables()").fetchall()
    return {table: rows_of(connection, table) for (table,) in tables}


def rows_of(connection, table):
    """Give the names of the columns and the sorted rows of a table or view."""
    result = connection.execute(f'from "{table}"')
    columns = [column[0] for column in result.description]
    return columns, sorted(result.fetchall(), key=repr)
