"""A store of an older version opens with nothing lost, and is then like a fresh one."""

import datetime as dt
import re

import pytest

import queries
from data.analysis.standing import standing
from data.database import check, open_database, report_status
from data.database.connection import Database
from data.database.migrations import migrate
from data.model.access import planner_here
from data.model.errors import ForeignStoreError
from data.model.records import Status, StatusReport
from queries import measures
from queries.divisions import divisions
from tests.old_stores import (
    BEFORE_THE_BASELINE,
    BEFORE_THE_CATALOGUE,
    opened_as_it_is,
    rows_of,
    rows_of_tables,
    unpack,
)

REPORTED = "2569-01-i1"
SHAPE = (
    "select table_name, column_index, column_name, data_type, is_nullable, column_default"
    " from duckdb_columns() where database_name = 'ita' and not internal"
    " order by table_name, column_index"
)
CONSTRAINTS = (
    "select table_name, constraint_text from duckdb_constraints() where database_name = 'ita'"
    " order by all"
)
MACROS = "select function_name, macro_definition from duckdb_functions() where not internal"
EXCLUDED = re.compile(r"(?<=EXCLUDE \()[^)]*")


def leave_out_invented(tables):
    """Take the scores that were samples away: the example has a store of its own."""
    columns, batches = tables["import_batch"]
    invented = {
        row[columns.index("batch_id")] for row in batches if row[columns.index("is_sample")]
    }
    assert invented
    for table in ("import_batch", "score", "published_level"):
        columns, rows = tables[table]
        at = columns.index("batch_id")
        tables[table] = (columns, [row for row in rows if row[at] not in invented])


@pytest.fixture(params=[BEFORE_THE_CATALOGUE, BEFORE_THE_BASELINE])
def old(request, tmp_path):
    return unpack(request.param, tmp_path / "ita.duckdb")


def shape(database):
    with database.reading() as cursor:
        tables = [cursor.execute(sql).fetchall() for sql in (SHAPE, CONSTRAINTS)]
        macros = dict(cursor.execute(MACROS).fetchall())
    # DuckDB gives the columns an EXCLUDE names in another order after a store was closed.
    return tables, {name: EXCLUDED.sub(_in_order, text) for name, text in macros.items()}


def _in_order(listed):
    return ", ".join(sorted(listed[0].split(", ")))


def test_a_cell_of_an_older_store_is_named_afterwards_as_it_was(old):
    cells = ["A1", "Z9", "AA10", "SR200000", "p3!B7", "p12t4!AB2", "", "ไม่มีเซลล์", "ABC1"]
    with opened_as_it_is(old) as connection:
        connection.execute("delete from score")
        connection.execute(
            "insert into score select 1, 2568, 'item', 'i' || i, 1, 80, false, 's', $cells[i + 1]"
            " from range(len($cells)) as numbers(i)",
            {"cells": cells},
        )
    open_database(old).close()
    with opened_as_it_is(old) as connection:
        found = connection.execute("select cell from addressed_score order by code").fetchall()
    assert [cell for (cell,) in found] == cells


def test_every_row_of_an_older_store_is_there_afterwards(old):
    with opened_as_it_is(old) as connection:
        before = rows_of_tables(connection)
    open_database(old).close()
    with opened_as_it_is(old) as connection:
        after = rows_of_tables(connection)
        # The address of a score is made in a view since, and its batch tells the sheet.
        connection.execute(
            "create temp view told_score as"
            " from addressed_score natural join (select batch_id, sheet from import_batch)"
        )
        after["score"] = rows_of(connection, "told_score")

    before.pop("division", None)  # the organisation has them now
    assert len(before["score"][1]) == 162
    leave_out_invented(before)
    for table, (columns, rows) in before.items():
        now, held = after[table]
        kept = [tuple(row[now.index(column)] for column in columns) for row in held]
        # What the app brings in a newer revision stands beside what it brought before.
        grown = table.startswith("applied") or table.endswith("_version")
        kept = [row for row in kept if row in rows] if grown else kept
        assert rows == sorted(kept, key=repr)


def test_an_older_store_has_the_tables_and_views_of_a_fresh_one(old, database):
    opened = open_database(old)

    assert shape(opened) == shape(database)
    opened.close()


def test_an_older_store_answers_as_it_did_and_takes_new_reports(old):
    opened = open_database(old).acting_as(planner_here("ผู้วางแผน"))

    read = standing(opened, 2568)
    # 10.00 was a batch that was undone; 86.80 replaced 86.73.
    assert (str(read.value.normalize()), read.mark) == ("86.8", "r")
    listed = measures.measures(opened, as_of=dt.date(2027, 1, 1)).set_index("measure_id")
    assert len(listed) == 12
    assert listed.loc[REPORTED, "status"] == "done"
    assert listed.loc[REPORTED, "evidence"] == "https://example.org/1"
    assert len(divisions(opened)) == 5
    assert (
        queries.rows(opened, "imports/heading_match", fingerprint="f" * 8)[0]["form"]
        == "scores-long"
    )
    report_status(opened, StatusReport(REPORTED, Status.IN_PROGRESS, reported_by="คลัง"))
    assert measures.status_history(opened, REPORTED)["report_id"].max() == 4
    assert check(opened).sound
    opened.close()


def test_views_are_made_anew_when_their_text_changed_and_only_then(tmp_path, monkeypatch):
    database = Database(tmp_path / "ita.duckdb")
    migrate(database)
    before = database.state()
    migrate(database)
    assert database.state() == before

    def changed(part, real=queries.schema, **engine):
        answer = "-- Another text.\ncreate or replace view division as select 'ก' as division;"
        return real(part, **engine) | ({"2542_division": answer} if part == "views" else {})

    monkeypatch.setattr(queries, "schema", changed)
    migrate(database)

    with database.reading() as cursor:
        assert cursor.execute("from division").fetchall() == [("ก",)]
    database.close()


def test_a_store_of_before_the_oldest_known_version_is_refused(old):
    with opened_as_it_is(old) as connection:
        connection.execute("delete from applied_schema where name >= '150'")

    with pytest.raises(ForeignStoreError):
        open_database(old)
