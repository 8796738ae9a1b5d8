"""A database that the first version with one on a server wrote opens with nothing lost."""

from contextlib import closing

import psycopg
import pytest
from psycopg import sql
from psycopg.rows import dict_row

from data.database import add_comment, check, kept_source, open_database, report_status
from data.model.access import planner_here
from data.model.records import Status, StatusReport
from data.model.thai_time import today
from queries import measures
from tests.helpers import postgresql
from tests.old_stores import FIRST_ON_A_SERVER, unpack_on_server

REPORTED, MEASURE = "2569-01-i1", "2569-04-i11"
OF_THE_STORE = ("applied_views", "applied_schema", "store_revision")
"""What opening a store writes down of itself."""
SHAPE = """
    select table_name, column_name, data_type, is_nullable, column_default
    from information_schema.columns where table_schema = 'public'
    order by table_name, column_name
"""
TABLES = "select tablename from pg_tables where schemaname = 'public'"


@pytest.fixture
def old(postgresql_server):
    """Give the address of such a database, this test's alone."""
    place = postgresql.new_database(postgresql_server, "older")
    unpack_on_server(FIRST_ON_A_SERVER, place)
    return place


def rows_of_tables(place):
    """Give the rows of each table."""
    with psycopg.connect(place.text, row_factory=dict_row) as connection:
        named = [row["tablename"] for row in connection.execute(TABLES).fetchall()]
        asked = {name: sql.SQL("select * from {}").format(sql.Identifier(name)) for name in named}
        return {name: connection.execute(one).fetchall() for name, one in asked.items()}


def shape(place):
    with psycopg.connect(place.text) as connection:
        return connection.execute(SHAPE).fetchall()


def test_a_database_of_the_first_version_opens_whole_and_goes_on(old, server_place):
    before = rows_of_tables(old)
    with closing(open_database(old).acting_as(planner_here("ผู้วางแผน"))) as store:
        after = rows_of_tables(old)
        sheets = {row["batch_id"]: row["sheet"] for row in after["import_batch"]}
        for row in after["score"]:
            row["sheet"] = sheets[row["batch_id"]]  # its batch tells it since
        for table, rows in before.items():
            kept = [{name: row[name] for name in rows[0]} for row in after[table]] if rows else []
            if table not in OF_THE_STORE:
                assert sorted(map(repr, kept)) == sorted(map(repr, rows))

        assert shape(old) == shape(server_place)
        assert (check(store).sound, check(store).batches) == (True, 5)
        listed = measures.measures(store, as_of=today()).set_index("measure_id")
        assert list(listed.loc[[REPORTED, MEASURE], "status"]) == ["done", "done"]
        assert kept_source(store, 5)[1].read_bytes() == b"kept"
        number = measures.status_history(store, MEASURE)["report_id"].max()
        report_status(store, StatusReport(MEASURE, Status.IN_PROGRESS, reported_by="ก"))
        assert measures.status_history(store, MEASURE)["report_id"].max() == number + 1
        assert add_comment(store, MEASURE, "ยังเขียนได้", "ก") == 2
