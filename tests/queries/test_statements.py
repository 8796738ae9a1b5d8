"""What must hold for every .sql file, present and future."""

import datetime as dt
import re

import duckdb
import pytest

import queries
from data.database import open_database

ROOT = queries.FOLDER.parent
NAMES = sorted(
    path.relative_to(queries.FOLDER).with_suffix("").as_posix()
    for path in queries.FOLDER.rglob("*.sql")
    if not path.stem.endswith(".postgresql")
)
CODE = {
    path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8")
    for folder in ("data", "queries", "pages")
    for path in sorted((ROOT / folder).rglob("*.py"))
}
QUERIES = [name for name in NAMES if not name.startswith("schema/")]
REGISTERED = {
    "incoming_score": "select s.*, '' as agency from score as s",
    "incoming_level": "select l.*, '' as agency from published_level as l",
    "incoming_measure": "select * from measure",
    "incoming_step": "select * from step",
    "incoming_agency": "select * from agency",
}
MACROS = {
    "last_report": "('lead', null, [], [], '')",
    "step_progress": "(current_date)",
    "told_on": "(current_date)",
}
SAMPLE_VALUES = {
    "integer": 1,
    "hugeint": 1,
    "varchar": "not-started",
    "boolean": False,
    "date": dt.date(2026, 1, 1),
}
CHECKED = {"outcome": "allowed"}
"""What tables take only some values of."""


def header(name):
    lines = queries.statement(name).splitlines()
    return [line for line in lines if line.startswith("-- ")]


def declared_parameters(name):
    found = (re.match(r"-- \$(\w+) (\w+)(\[\])?( or null)?", line) for line in header(name))
    return {match[1]: match for match in found if match}


def declared_columns(name):
    text = next((line for line in header(name) if line.startswith("-- -> ")), "-- -> ")
    return [column for column in text.removeprefix("-- -> ").split(", ") if column]


def every_column(cursor, declared):
    """Name the columns a header declares: `view.* - one - other` is all of a view but these."""
    whole, *without = declared.split(" - ")
    view, star, _ = whole.partition(".*")
    if not star:
        return [declared]
    given = cursor.execute(f"from {view}{MACROS.get(view, '')} limit 0").description
    named = [column[0] for column in given]
    assert set(without) <= set(named)
    return [name for name in named if name not in without]


def value_for(match):
    if match[3]:
        return None
    return None if match[4] and match[2] != "varchar" else SAMPLE_VALUES[match[2]]


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    opened = open_database(tmp_path_factory.mktemp("store") / "ita.duckdb")
    yield opened
    opened.close()


@pytest.mark.parametrize("name", NAMES)
def test_a_file_holds_one_statement_and_says_what_it_answers(name):
    assert len(duckdb.extract_statements(queries.statement(name))) == 1
    assert re.match(r"-- [A-Z].*\.$", queries.statement(name).splitlines()[0])


@pytest.mark.parametrize("name", QUERIES)
def test_the_header_lists_exactly_the_parameters(name):
    parsed = duckdb.extract_statements(queries.statement(name))[0]

    assert set(declared_parameters(name)) == set(parsed.named_parameters)


@pytest.mark.parametrize("name", [name for name in QUERIES if declared_columns(name)])
def test_the_header_lists_exactly_the_columns(name, store):
    declared = declared_parameters(name).items()
    parameters = {key: CHECKED.get(key, value_for(match)) for key, match in declared}
    with store.reading() as cursor:
        for view, sql in REGISTERED.items():
            cursor.execute(f"create temp view {view} as {sql}")

        result = cursor.execute(queries.statement(name), parameters)

        given = [column[0] for column in result.description]
        result.fetchall()
        declared = declared_columns(name)
        every = [one for column in declared for one in every_column(cursor, column)]
        assert sorted(given) == sorted(every)
        assert given == declared or every != declared


def test_no_query_is_an_orphan():
    texts = CODE.values()
    orphans = []
    for name in QUERIES:
        subject, stem = name.split("/")
        spoken = (
            f'"{name}"' in text or (f'"{stem}"' in text and f"{subject}/{{" in text)
            for text in texts
        )
        if not any(spoken):
            orphans.append(name)

    assert orphans == []


def test_sql_is_never_built_from_strings():
    built = re.compile(r"\.(execute|sql|query)\(\s*(f[\"']|[^)\n]*[\"']\s*(%|\+|\.format))")

    assert [path for path, text in CODE.items() if built.search(text)] == []


def test_only_one_module_connects():
    assert [path for path, text in CODE.items() if "duckdb.connect" in text] == [
        "data/database/duckdb/engine.py"
    ]
