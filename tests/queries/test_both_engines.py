"""Every statement gives on PostgreSQL what it gives on DuckDB: rows, order, types, decimals."""

import datetime as dt
import re
from contextlib import closing, contextmanager
from decimal import Decimal

import numpy as np
import pandas as pd
import psycopg
import pytest

import queries
from data.database import Database, copy_store, open_database
from data.model.access import planner_here
from tests.benchmarks.stores_of_benchmarks import prepare
from tests.helpers import postgresql
from tests.helpers.stores import filled_copy
from tests.queries.test_statements import QUERIES, declared_parameters

WRITTEN = re.compile(r"^(?:insert into|update|delete from)\s+(\w+)", re.MULTILINE)
IN_TYPE = {
    "integer": [9001, 9002],
    "hugeint": [90_000_000_000_000_000_000],
    "double": [1250.75, 0.1],
    "varchar": ["%ก'๑", ""],
    "boolean": [False, True],
    "date": [dt.date(2026, 9, 30), dt.date(2026, 2, 1)],
    "varchar[]": [["ก", "ข"], []],
    "integer[]": [[2568, 2567], []],
    "date[]": [[None, dt.date(2026, 6, 30)]],
}
"""What a parameter is given of which nothing else is known."""
NAMED = {
    "moment": ["2026-06-30 09:00"],
    "agency_id": [1, 3],
    "batch_id": [1, 2, 3],
    "code": ["total", "EIT", "3", "o12"],
    "evidence_id": [1, 2],
    "from_year": [2566, 2567],
    "level": ["total", "instrument", "indicator", "item"],
    "levels": [["item"], ["total", "indicator"]],
    "mark": ["sent"],
    "most": [5],
    "outcome": ["allowed"],
    "percent": [40, 100],
    "plan_year": [2569],
    "role": ["lead", "support"],
    "round_id": [1, 2],
    "status": ["in-progress", "done"],
    "to_year": [2567, 2568],
    "year": [2567, 2568, 2566],
    "years": [[2567, 2568], [2568]],
}
"""What the stores here have, or what is checked; values of one place go together."""
STORED = {
    "measure_id": "select distinct measure_id from measure order by 1 limit 3",
    "measure_ids": "select list(distinct measure_id order by measure_id) from measure",
    "step_id": "select distinct step_id from step order by 1 limit 3",
    "step_ids": "select list(distinct step_id order by step_id) from step",
    "sha256": "select distinct sha256 from import_batch order by 1 limit 2",
    "sheet": "select distinct sheet from import_batch order by 1 limit 2",
    "form": "select distinct form from import_batch order by 1 limit 2",
    "supporter": "select min(division) from measure_division where role = 'support'",
    "persons": "select list(distinct person) from audit",
    "sequence": "select sequence_name from duckdb_sequences() where sequence_name = 'audit_number'",
    "last": "select last_value from duckdb_sequences() where sequence_name = 'audit_number'",
    "agency": "select left(name, 5) from agency order by agency_id limit 2",
}
NEW = {"batch_id": [9001], "round_id": [9001], "evidence_id": [9001], "kind": ["scores"]}
"""What a statement that inserts is given, so that no key is there already."""
INCOMING = {
    "incoming_score": """
        select
            agency.name as agency, agency.district, agency.province, current_score.year,
            current_score.level, current_score.code,
            case when current_score.code in ('3', 'o12') then 12.345 else value end as value,
            provisional, '' as cell_part,
            row_number() over (order by agency_id, year, level, code)::integer as cell_row,
            29::smallint as cell_column, agency_id
        from current_score inner join agency using (agency_id)
        where agency_id <= 20 order by all""",
    "incoming_level": """
        select
            '' as agency, '' as district, '' as province, year, 'ผ่าน' as published_level,
            'ชีต' as sheet, 'A1' as cell, 1 as agency_id
        from fiscal_year order by year""",
    "incoming_measure": """
        select measure.* exclude (batch_id, withdrawn) replace (action || '!' as action)
        from current_measure as measure order by measure_id""",
    "incoming_step": "select * exclude (batch_id, agency_id) from step order by step_id",
    "incoming_agency": """
        select agency_id + 900000 as agency_id, * exclude (agency_id)
        from agency order by agency_id limit 3""",
}
MEND = (
    "queries/{name}.sql answers otherwise on PostgreSQL ({parameters}).\n"
    "Write it so that both understand it (distinct on, case, filter (where …), array_agg, an order"
    " that leaves nothing open), or put queries/{name}.postgresql.sql beside it; a view or macro it"
    " reads may have one in queries/schema/views. How to: data/ARCHITECTURE.md, “a query”.\n{found}"
)


@pytest.fixture(
    scope="module",
    params=["home", "example", pytest.param("nation", marks=pytest.mark.long)],
)
def engines(request, postgresql_server, tmp_path_factory):
    """Give a store in a file, and one on PostgreSQL that holds the same."""
    folder = tmp_path_factory.mktemp(request.param)
    place = postgresql.new_database(postgresql_server, request.param)
    with (
        closing(open_database(request.getfixturevalue(f"{request.param}_file")(folder))) as store,
        closing(Database(place)) as server,
    ):
        person = planner_here("ก")
        [known] = queries.rows(store, "store/identity")
        stand_at(None, store)  # nobody takes an example away
        copy_store(store.acting_as(person), server.acting_as(person))
        stand_at(known["example_day"], store, server)
        with store.reading() as given, server.writing() as cursor:
            for table in ("applied_schema", "applied_views"):  # each engine has its own statements
                cursor.execute(f"delete from {table}")  # noqa: S608
                cursor.append(table, given.execute(f"from {table}").df(), by_name=True)
            cursor.execute("analyze")
        yield store, server


def stand_at(day, *stores):
    for store in stores:
        with store.writing() as cursor:
            queries.run(cursor, "store/mark_example", example_day=day)


@pytest.fixture(scope="session")
def home_file(examples):
    return lambda folder: filled_copy(examples / "ita.duckdb", folder)


@pytest.fixture(scope="session")
def example_file(example_folder):
    return lambda folder: filled_copy(next(example_folder.rglob("ita.duckdb")), folder)


@pytest.fixture(scope="session")
def nation_file():
    def made(folder):
        prepare(folder, 8317)
        return folder / "ita.duckdb"

    return made


@contextmanager
def both(engines, text):
    """Lend a cursor of each engine; what is written through them is taken back."""
    store, server = engines
    with store.reading() as duck, server.reading() as post:
        duck.begin()
        try:
            for name in (name for name in INCOMING if name in text):
                frame = duck.execute(INCOMING[name]).df().apply(with_lists)
                for cursor in (duck, post):
                    cursor.register(name, frame)
            yield duck, post
        finally:
            duck.rollback()


def with_lists(column):
    """Give a column as an import has it, lists instead of arrays."""
    return column.map(list) if isinstance(column.iat[0], np.ndarray) else column


def cases(name, duck):
    """Give parameters for a statement: what its header calls them decides, null where it may be."""
    writes = bool(WRITTEN.search(queries.statement(name)))
    listed = {
        parameter: values_for(parameter, match, duck, new=writes and "undo" not in name)
        for parameter, match in declared_parameters(name).items()
    }
    most = max(map(len, listed.values()), default=1)
    for turn in range(most):
        yield {name: values[turn % len(values)] for name, values in listed.items()}


def values_for(parameter, match, duck, *, new):
    kind = match[2] + (match[3] or "")
    if new and parameter in NEW:
        values = NEW[parameter]
    elif parameter in STORED:
        values = [value for (value,) in duck.execute(STORED[parameter]).fetchall()]
    else:
        values = NAMED.get(parameter) or IN_TYPE[kind]
    return [*values, None] if match[4] or parameter == "supporter" else values


def written(cursor, name):
    """Give the table a statement writes, without the moment at which it did."""
    table = WRITTEN.search(queries.statement(name))[1]
    which = " where batch_id = 9001" if table == "score" else ""
    frame = cursor.execute(f"select * from {table}{which}").df()  # noqa: S608
    told = sorted(column for column in frame if not column.endswith("_at"))
    rows = frame[told].itertuples(index=False, name=None)
    return sorted(repr([plain(value) for value in row]) for row in rows)


def plain(value):
    """Give a value with the type that its engine gave it, arrays as lists."""
    if isinstance(value, np.ndarray | list):
        return [plain(one) for one in value]
    if isinstance(value, dict):
        return {key: plain(value[key]) for key in sorted(value)}
    if isinstance(value, int | Decimal | str | bool | bytes | bytearray | dt.date | None):
        return type(value).__name__, value
    return value


def difference(given, wanted):
    """Tell how an answer of PostgreSQL differs from that of DuckDB; nothing when it does not."""
    frame, expected = given.df(), wanted.df()
    if sorted(frame) != sorted(expected):
        return f"columns {sorted(set(frame) ^ set(expected))} are in one of the answers only"
    kinds = pd.DataFrame({"postgresql": frame.dtypes, "duckdb": expected.dtypes}).astype(str)
    other = kinds[kinds["postgresql"] != kinds["duckdb"]]
    if len(other):
        return f"types:\n{other.to_string()}"
    if len(frame) != len(expected):
        return f"{len(frame)} rows instead of {len(expected)}"
    for column in expected:
        if frame[column].dtype != object and frame[column].equals(expected[column]):
            continue
        pairs = zip(map(plain, frame[column]), map(plain, expected[column]), strict=True)
        for row, (one, another) in enumerate(pairs):
            if repr(one) != repr(another):
                return f"{column} of row {row}: {one!r} instead of {another!r}"
    return ""


@pytest.mark.parametrize("name", QUERIES)
def test_a_statement_answers_the_same_on_both_engines(name, engines):
    with both(engines, queries.statement(name)) as (duck, post):
        for parameters in cases(name, duck):
            wanted = queries.ask(duck, name, **parameters)
            try:
                given = queries.ask(post, name, **parameters)
            except psycopg.Error as error:
                pytest.fail(MEND.format(name=name, parameters=parameters, found=error))
            if WRITTEN.search(queries.statement(name)):
                wanted.fetchall()
                assert written(post, name) == written(duck, name)
                break
            found = difference(given, wanted)
            assert not found, MEND.format(name=name, parameters=parameters, found=found)
