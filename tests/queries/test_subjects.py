"""A statement says what it stands on: what it leaves out would be answered from before."""

import re

import pytest

import queries
from data.database import open_database
from queries.subjects import TABLES, Subject, noting, parsed

NAMED = re.compile(r"\b(?:from|join|into|update)\s+(?:ita\.(?:main\.)?)?\(*(\w+)", re.IGNORECASE)
WRITTEN = re.compile(r"^(?:insert (?:or replace )?into|update|delete from)\s+(\w+)", re.MULTILINE)
STATEMENTS = sorted(
    path.relative_to(queries.FOLDER).with_suffix("").as_posix()
    for path in queries.FOLDER.rglob("*.sql")
    if "schema" not in path.parts and not path.stem.endswith(".postgresql")
)


@pytest.fixture(scope="module")
def defined(tmp_path_factory):
    """Give the tables of a new store, and view or macro -> its SQL."""
    store = open_database(tmp_path_factory.mktemp("subjects") / "ita.duckdb")
    with store.reading() as cursor:
        tables = {
            name for (name,) in cursor.execute("select table_name from duckdb_tables()").fetchall()
        }
        views = cursor.execute("select view_name, sql from duckdb_views() where not internal")
        definitions = dict(views.fetchall())
        macros = cursor.execute(
            "select function_name, macro_definition from duckdb_functions() where not internal"
        )
        definitions |= dict(macros.fetchall())
    store.close()
    return tables, definitions


def named_in(sql):
    return set(NAMED.findall(re.sub("--.*", "", sql)))


def tables_of(sql, definitions):
    """Every table a statement names, through all its views and macros."""
    reached, ahead = set(), named_in(sql)
    while ahead:
        name = ahead.pop()
        reached.add(name)
        ahead |= named_in(definitions.get(name, "")) - reached
    return reached & set(TABLES)


def line(verb, subjects):
    ordered = [subject for subject in Subject if subject in subjects]
    return f"-- {verb}: {', '.join(ordered)}" if ordered else f"no line -- {verb}:"


def test_every_table_belongs_to_a_subject(defined):
    tables, _definitions = defined
    homeless = sorted(tables - set(TABLES))

    assert homeless == [], (
        f"say in queries/subjects.py TABLES what changes together with {homeless}"
    )
    assert sorted(set(TABLES) - tables) == []


@pytest.mark.parametrize("name", STATEMENTS)
def test_a_statement_declares_what_it_reads_or_writes(name, defined):
    _tables, definitions = defined
    sql = parsed(name).text
    written = WRITTEN.search(sql)
    wanted = (
        line("writes", {TABLES[written[1]]})
        if written
        else line("reads", {TABLES[table] for table in tables_of(sql, definitions)})
    )
    declared = parsed(name).writes if written else parsed(name).reads

    assert line("writes" if written else "reads", declared) == wanted, (
        f"queries/{name}.sql: write “{wanted}” below its question"
    )


def test_what_a_block_inside_reads_counts_for_the_block_outside():
    with noting() as outside:
        with noting() as inside:
            queries.statement("audit/entries")
        queries.statement("imports/undo_batch")

    assert (inside.reads, inside.writes) == ({Subject.AUDIT}, set())
    assert (outside.reads, outside.writes) == ({Subject.AUDIT}, {Subject.BATCHES})
