"""Every table of the store is carried: by a backup, by an export with its dictionary, and shown."""

import datetime as dt
import shutil
from contextlib import closing

import duckdb
import pytest

from data.commands.files.schemas import table_schema
from data.database import IN_MEMORY, backup, open_database, restore
from data.examples import EXAMPLE_DAY, example_path
from data.framework import apart
from data.model.access import planner_here
from data.tables.tidy import tidy_tables
from tests.old_stores import rows_of_tables

EXPORTED = {
    "agency": "scores",
    "evidence": "evidence",
    "import_batch": "batches",
    "indicator_version": "catalogue_indicators",
    "instrument_version": "catalogue_instruments",
    "item_version": "catalogue_items",
    "level_rule_version": "catalogue_levels",
    "measure": "measures",
    "measure_comment": "comments",
    "national_score_version": "catalogue_national",
    "report_round": "rounds",
    "round_event": "round_events",
    "round_snapshot": "round_measures",
    "score": "scores",
    "status_report": "status_history",
    "step": "steps",
    "step_schedule": "step_schedules",
}
"""A table and where an export tells what is in it."""
IN_COLUMNS = {
    "evidence_withdrawal": ("evidence", "withdrawn_at"),
    "round_snapshot": ("rounds", "closed_at"),
}
"""A table that is told in columns of another one."""
BY_OTHER_FILES = {
    "agency_division_version": "the workbook of the catalogue",
    "audit": "a page and a command of its own: it names persons",
    "catalogue_version": "batches",
    "comparison_break_version": "comparisons.toml",
    "fiscal_year_version": "the workbook of the catalogue",
    "item_pair_version": "comparisons.toml",
    "office_version": "office.toml",
    "organisation_version": "the workbook of the catalogue",
    "person_version": "people.toml",
    "published_level": "the command levels",
    "roster_version": "people.toml",
    "signatory_version": "office.toml",
    "withdrawn_measure": "the column withdrawn of measures",
}
OF_THE_STORE_ITSELF = {
    "applied_schema",
    "applied_views",
    "heading_match",
    "store_identity",
}


@pytest.fixture(scope="module")
def shown(tmp_path_factory, example_folder):
    """Give the example as a store that may be written to, and its exported tables."""
    folder = tmp_path_factory.mktemp("carried")
    shutil.copytree(example_folder, folder / "example")
    path = example_path(folder / "ita.duckdb")
    with duckdb.connect(str(path)) as connection:
        connection.execute("update store_identity set example_day = null")
    with apart(), closing(open_database(path)) as store:
        yield store.acting_as(planner_here("ก")), tidy_tables(store, EXAMPLE_DAY, every_agency=True)


def rows_in(store):
    with store.reading() as cursor:
        return rows_of_tables(cursor)


def test_it_is_said_of_every_table_where_it_is_carried():
    with apart(), closing(open_database(IN_MEMORY)) as store:
        known = set(rows_in(store))

    assert known == {*EXPORTED, *IN_COLUMNS, *BY_OTHER_FILES, *OF_THE_STORE_ITSELF}


@pytest.mark.parametrize("table", [*EXPORTED, *IN_COLUMNS])
def test_the_example_shows_it(shown, table):
    store, _tables = shown

    assert rows_in(store)[table][1] != []


@pytest.mark.parametrize("table", EXPORTED)
def test_an_export_and_its_dictionary_tell_it(shown, table):
    name, (store, tables) = EXPORTED[table], shown
    told = tables[name]

    assert len(told) >= len(rows_in(store)[table][1]) > 0
    assert list(table_schema(name, told)["items"]["properties"]) == list(told)


@pytest.mark.parametrize("table", IN_COLUMNS)
def test_an_export_tells_it_in_columns_of_another_table(shown, table):
    name, column = IN_COLUMNS[table]

    assert shown[1][name][column].notna().any()


def test_all_of_the_example_happened_up_to_its_day(shown):
    store, _tables = shown
    moments = [
        (table, column, moment)
        for table, (columns, rows) in rows_in(store).items()
        if table not in OF_THE_STORE_ITSELF
        for row in rows
        for column, moment in zip(columns, row, strict=True)
        if isinstance(moment, dt.datetime)
    ]

    assert {"audit", "import_batch", "round_snapshot"} <= {table for table, *_ in moments}
    assert [one for one in moments if one[2].date() > EXAMPLE_DAY] == []


def test_a_backup_brings_every_table_to_another_machine(shown, tmp_path):
    store, _tables = shown
    backup(store, tmp_path / "backup.zip")
    restore(tmp_path / "there" / "ita.duckdb", tmp_path / "backup.zip", person=store.person)

    with apart(), closing(open_database(tmp_path / "there" / "ita.duckdb")) as arrived:
        there, here = rows_in(arrived), rows_in(store)
    for table in set(here) - {"audit"}:
        assert there[table] == here[table], table
