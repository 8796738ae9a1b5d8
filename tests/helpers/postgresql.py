"""A PostgreSQL of the tests' own: started in a folder of its own, reached by its socket alone."""

import os
import shutil
import subprocess
import tempfile
from contextlib import contextmanager
from pathlib import Path

import psycopg
import pytest

import queries
from data.database.postgresql.cursor import PostgresCursor, adapted
from data.model.thai_time import TIME_ZONE

OWNER = "ita"
SETTINGS = ("fsync=off", "full_page_writes=off", "listen_addresses=''", "max_connections=100")


def programs():
    """Give the folder of the newest PostgreSQL of this machine, where Debian and others put it."""
    found = [
        *Path("/usr/lib/postgresql").glob("*/bin"),
        *(Path(path).parent for path in [shutil.which("pg_ctl")] if path),
    ]
    return max((path for path in found if (path / "initdb").exists()), default=None)


@contextmanager
def server():
    """Run a server; gives the address of its socket. Without PostgreSQL only CI fails."""
    folder = programs()
    if folder is None:
        missing = "PostgreSQL is not installed: apt-get install postgresql"
        if os.environ.get("CI"):
            pytest.fail(missing)
        pytest.skip(missing)
    home = Path(tempfile.mkdtemp(prefix="ita-postgresql-"))
    as_owner = []
    if os.geteuid() == 0:  # PostgreSQL refuses to be run by root
        shutil.chown(home, "postgres")
        as_owner = ["runuser", "-u", "postgres", "--"]

    def run(program, *arguments):
        subprocess.run(
            [*as_owner, folder / program, "-D", home / "data", *arguments],
            check=True,
            stdout=subprocess.DEVNULL,
            cwd="/",
        )

    run("initdb", "--locale=C", "--encoding=UTF8", f"--username={OWNER}", "--auth=trust")
    settings = [*SETTINGS, f"unix_socket_directories={home}"]
    options = " ".join(f"-c {setting}" for setting in settings)
    run("pg_ctl", "-w", "-l", home / "log", "-o", options, "start")
    try:
        yield f"host={home} user={OWNER}"
    finally:
        run("pg_ctl", "-w", "-m", "immediate", "stop")
        shutil.rmtree(home)


def connected(address, **more):
    """Connect as the store does."""
    options = f"-c timezone={TIME_ZONE}"
    connection = psycopg.connect(address, options=options, **more)
    adapted(connection)
    return connection


def filled(connection, store):
    """Give a database that is empty the schema, and all that a DuckDB store holds."""
    cursor = PostgresCursor(connection)
    for part in ("functions", "tables", "views"):
        for text in queries.schema(part, of_postgresql=True).values():
            cursor.execute(text)
    connection.execute("delete from store_identity")
    with store.reading() as source:
        for table in queries.read(store, "store/tables")["table_name"]:
            columns = stored_columns(connection, table)
            rows = source.execute(f"select {', '.join(columns)} from {table}").fetchall()  # noqa: S608
            cursor.append_rows(table, columns, rows)
        numbers = source.execute("select sequence_name, last_value from duckdb_sequences()")
        for name, last in numbers.fetchall():
            if last is not None:
                connection.execute("select setval(%s, %s)", [name, last])
    connection.execute("analyze")
    connection.commit()


def stored_columns(connection, table):
    """Give the columns of a table that are not worked out."""
    found = connection.execute(
        "select column_name from information_schema.columns"
        " where table_name = %s and is_generated = 'NEVER' order by ordinal_position",
        [table],
    )
    return [name for (name,) in found.fetchall()]
