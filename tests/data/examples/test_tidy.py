"""Tidy tables: everything, flat, and the same in every file that is written from them."""

import datetime as dt
import io
import shutil
import zipfile

import duckdb
import openpyxl
import pandas as pd
import pytest

from data.examples import open_example
from data.exporters.open_files import DATABASE, write_folder, zipped_folder
from data.framework import apart
from data.tables import analyst as tidy
from data.tables.tidy import tidy_tables
from data.words import navigation

# Data bars are an extension of the format that openpyxl does not know.
pytestmark = pytest.mark.filterwarnings("ignore:.*extension is not supported")
AS_OF = dt.date(2026, 11, 22)


def test_every_measure_has_its_items_and_divisions_in_tables_of_their_own(sample_database):
    tables = tidy_tables(sample_database, AS_OF, every_agency=True)

    assert len(tables["measures"]) == 12
    assert len(tables["measure_items"]) == 17
    assert set(tables["measure_items"]["measure_id"]) == set(tables["measures"]["measure_id"])
    assert set(tables["measure_divisions"]["role"]) == {"lead", "support"}
    assert not {"items", "lead", "support"} & set(tables["measures"])


@pytest.fixture
def example(example_folder, tmp_path):
    """Give the store of the example, whose catalogue counts until the test is over."""
    shutil.copytree(example_folder, tmp_path / "example")
    with apart():
        opened = open_example(tmp_path / "ita.duckdb")
        yield opened
        opened.close()


def test_invented_scores_are_marked_row_by_row(example, sample_database):
    invented = tidy_tables(example, AS_OF, every_agency=True)
    own = tidy_tables(sample_database, AS_OF, every_agency=True)

    for name in ("scores", "indicators", "items"):
        assert invented[name]["sample"].all(), name
        assert not own[name]["sample"].any(), name


def test_the_catalogue_says_how_sure_each_fact_is(sample_database):
    tables = tidy_tables(sample_database, AS_OF, every_agency=True)

    known = tables["catalogue_levels"]
    best = known[(known["year"] == 2568) & (known["position"] == 1)].iloc[0]
    assert (best["total_from"], best["each_from"], best["evidence"]) == (95, 95, "one-source")
    assert "unknown" in set(tables["catalogue_indicators"]["range_evidence"])


def test_a_store_without_scores_has_the_same_tables_and_columns(database, sample_database):
    full = tidy_tables(sample_database, AS_OF, every_agency=True)
    empty = tidy_tables(database, AS_OF, every_agency=True)

    assert {name: set(frame) for name, frame in empty.items()} == {
        name: set(frame) for name, frame in full.items()
    }


def test_parquet_csv_and_duckdb_hold_the_same_rows(sample_database, tmp_path):
    tables = tidy.open_tables(sample_database, AS_OF)

    written = write_folder(tmp_path / "ข้อมูล", tables)

    assert len(written) == 2 * len(tables) + 1
    assert sorted(path.name for path in (tmp_path / "ข้อมูล").iterdir()) == sorted(written)
    with duckdb.connect(str(tmp_path / "ข้อมูล" / DATABASE), read_only=True) as connection:
        for name, frame in tables.items():
            stored = connection.table(name).df()
            flat = pd.read_parquet(tmp_path / "ข้อมูล" / f"{name}.parquet")
            text = pd.read_csv(tmp_path / "ข้อมูล" / f"{name}.csv")
            assert "NULL" not in map(str, connection.table(name).types)
            assert list(stored) == list(flat) == list(text) == list(frame)
            assert len(stored) == len(flat) == len(text) == len(frame)
            if name == "scores":
                assert stored["score"].tolist() == text["score"].tolist()
                assert flat["score"].tolist() == frame["score"].tolist()


def test_writing_again_replaces_the_files(tmp_path):
    for count in (3, 1):
        write_folder(tmp_path, {"t": pd.DataFrame({"a": range(count)})})

    assert len(pd.read_parquet(tmp_path / "t.parquet")) == 1
    assert len(list(tmp_path.iterdir())) == 3


def test_the_same_tables_make_one_zip(tmp_path):
    tables = {"t": pd.DataFrame({"a": ["=1+1", "ก"]})}

    with zipfile.ZipFile(io.BytesIO(zipped_folder(tables))) as whole:
        names = whole.namelist()
        (tmp_path / "t.parquet").write_bytes(whole.read("t.parquet"))
        rows = whole.read("t.csv").decode("utf-8-sig").splitlines()

    assert sorted(names) == [DATABASE, "t.csv", "t.parquet"]
    assert pd.read_parquet(tmp_path / "t.parquet")["a"].tolist() == ["=1+1", "ก"]
    assert rows[1] == '"\'=1+1"'


def test_every_sheet_of_the_workbook_is_an_excel_table_with_unique_headings(sample_database):
    book = openpyxl.load_workbook(io.BytesIO(tidy.analyst_workbook(sample_database, AS_OF)))

    names = [table for sheet in book for table in sheet.tables]
    assert names == ["summary", *tidy_tables(sample_database, AS_OF, every_agency=False)]
    for sheet in book:
        for table in sheet.tables.values():
            headings = [cell.value for cell in sheet[table.ref][0]]
            assert headings == [column.name for column in table.tableColumns]
            assert len(set(headings)) == len(headings)
            assert table.autoFilter.ref == table.ref


def test_the_summary_has_a_native_chart_and_says_sample(example):
    book = openpyxl.load_workbook(io.BytesIO(tidy.analyst_workbook(example, AS_OF)))

    (summary,) = [sheet for sheet in book if "summary" in sheet.tables]
    assert len(summary._charts) == 1  # noqa: SLF001  openpyxl has no other way to ask
    assert summary["A1"].value.startswith(navigation.SAMPLE_MARK)
    assert book["คะแนน"]["A1"].value.startswith(navigation.SAMPLE_MARK)
    assert book["มาตรการ"]["A1"].value.startswith(navigation.SAMPLE_MARK)


def test_an_empty_store_gives_a_workbook_of_empty_tables(database):
    book = openpyxl.load_workbook(io.BytesIO(tidy.analyst_workbook(database, AS_OF)))

    first, last = book["มาตรการ"].tables["measures"].ref.split(":")
    assert (first, last[-1]) == ("A2", "3")
    assert book["มาตรการ"]["A3"].value is None
