"""The schema says of every exported table what is really written, and names stay out."""

import io
import json
from contextlib import redirect_stdout
from functools import cache

import pandas as pd
import pytest

from data.commands import running
from data.commands.running import main
from data.tables import tidy
from tests.conftest import found_open
from tests.helpers.answers import held_to_schema

TABLES = 20


@pytest.fixture(scope="module")
def exported(shared_store, tmp_path_factory):
    """Give a function that exports the example scores and plan as open files, once for each way."""

    @cache
    def export(*options):
        folder = tmp_path_factory.mktemp("exported") / "-".join(("out", *options))
        with found_open(shared_store):
            assert main(["export", "--out", str(folder), *options]) == 0
        return folder

    return export


@pytest.fixture(scope="module")
def schema():
    """Give what `schema` answers."""
    with redirect_stdout(io.StringIO()) as told:
        assert main(["schema", "--json"]) == 0
    return held_to_schema(told.getvalue(), ["schema"])


def test_every_table_that_is_written_has_a_schema_with_its_columns(schema, exported):
    folder = exported()

    assert len(schema["tables"]) == TABLES
    for name, described in schema["tables"].items():
        written = pd.read_parquet(folder / f"{name}.parquet")
        items = described["items"]
        assert list(written.columns) == list(items["properties"]) == items["required"], name
        assert all(column["title"] for column in items["properties"].values()), name


def test_every_command_has_a_schema_of_its_answer(schema):
    answers = {name.partition("/")[0] for name in schema["answers"]}

    assert {name for name in running._VERBS if not _told_of(name, answers)} == set()  # noqa: SLF001


def _told_of(verb, answers):
    return verb in answers or any(name.startswith(f"{verb}-") for name in answers)


def test_numbers_and_words_are_what_the_schema_says(schema, exported):
    folder = exported()

    for name, described in schema["tables"].items():
        for row in json.loads(pd.read_csv(folder / f"{name}.csv").to_json(orient="records")):
            for key, value in row.items():
                kind = described["items"]["properties"][key]["type"][0]
                if kind in {"integer", "number"} and value is not None:
                    assert isinstance(value, int | float), (name, key, value)


def test_every_column_of_a_person_is_among_those_left_blank(schema):
    tables = schema["tables"].values()
    columns = {key for one in tables for key in one["items"]["properties"]}

    assert {key for key in columns if key.endswith("_by")} == set(tidy.PERSONS)


def test_names_of_persons_are_left_out_unless_asked_for(exported):
    without = pd.read_parquet(exported() / "batches.parquet")
    named = pd.read_parquet(exported("--with-names") / "batches.parquet")

    assert set(without["imported_by"]) == {""}
    assert set(named["imported_by"]) == {"examples"}


@pytest.mark.usefixtures("ask")
@pytest.mark.parametrize(
    ("typed", "about", "others"),
    [
        (["schema"], "schema/1", ["$schema", "tables", "answers"]),
        (["check"], "check/1", ["sound", "store", "catalogue", "examples"]),
        (["catalogue", "show"], "catalogue-show/1", ["years", "divisions"]),
        (["undo", "999"], "error/1", ["error"]),
    ],
)
def test_an_answer_says_first_what_it_is(capsys, typed, about, others):
    main([*typed, "--json"])
    told = json.loads(capsys.readouterr().out)

    assert (list(told), told["schema"]) == (["schema", *others], about)


@pytest.mark.usefixtures("ask")
def test_a_list_is_its_rows_and_nothing_else(capsys):
    main(["levels", "--json"])

    assert [row["year"] for row in json.loads(capsys.readouterr().out)] == [2567, 2568, 2569]
