"""What is on screen is what the file holds, and both are what the query gives."""

import csv
import datetime as dt
import io
import zipfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import openpyxl
import pandas as pd
import pytest
from streamlit import runtime

from data.analysis.plan.division_counts import division_progress
from data.database import check, open_database
from data.framework import organisation
from data.model.thai_time import THAI_TIME
from data.words import dates
from data.words import navigation as navigation_words
from data.words.files import tables as words
from data.words.work import statuses
from pages.shared.session import database
from queries import batches, measures, scores
from tests.conftest import open_by_link

TODAY = dt.date(2026, 11, 22)
LINKS = [
    ("executive_overview", "overview", {"view": "ตาราง"}),
    ("executive_overview", "overview", {"years": ["2568", "2569"], "view": "ตาราง"}),
    ("yearly_trends", "trends", {"years": ["2567"], "view": "ตาราง"}),
    ("yearly_trends", "items", {}),
    ("linked_measures", "measures", {}),
    ("linked_measures", "measures", {"divisions": "กองคลัง", "states": "เลยกำหนด"}),
    (
        "division_progress",
        "progress",
        {"divisions": "กองคลัง", "role": "เฉพาะเจ้าภาพ", "measures_view": "ตาราง"},
    ),
    ("import_history", "history", {}),
]

# openpyxl does not know the newer kind of data bar that Excel writes.
pytestmark = pytest.mark.filterwarnings("ignore:.*extension is not supported")


def build(downloads, key):
    """Open the workbook of a button; the server builds it in a thread where nobody is known."""
    with pytest.MonkeyPatch.context() as patch, ThreadPoolExecutor(1) as thread:
        patch.setattr(runtime, "exists", lambda: True)
        content = thread.submit(downloads[key]).result()
    return openpyxl.load_workbook(io.BytesIO(content))


def table_of(sheet):
    """headings and rows of the table on a sheet: the range of its filter."""
    headings, *rows = sheet[sheet.auto_filter.ref]
    return [cell.value for cell in headings], [[cell.value for cell in row] for row in rows]


def shown(value):
    """A value of a cell as the page writes it."""
    if isinstance(value, dt.datetime) and (value.hour, value.minute, value.second) != (0, 0, 0):
        return dates.thai_moment(value.replace(tzinfo=THAI_TIME))
    if isinstance(value, dt.date):
        return dates.thai_date(value)
    return same(value)


def same(value):
    """One spelling for a value of a table on screen and of a cell."""
    text = "" if pd.isna(value) else str(value)
    try:
        return f"{float(text):.2f}"
    except ValueError:
        return text


def on_screen(page):
    return [
        [[same(value) for value in row] for row in frame.value.itertuples(index=False)]
        for frame in page.dataframe
    ]


@pytest.mark.parametrize(("stem", "key", "link"), LINKS)
def test_the_workbook_holds_the_rows_on_screen_in_their_order(
    read_page, downloads, stem, key, link
):
    page = read_page(stem, **link)

    _headings, rows = table_of(build(downloads, f"{key}_xlsx").worksheets[0])

    assert [[shown(value) for value in row] for row in rows] in on_screen(page)


@pytest.mark.parametrize(("stem", "key", "link"), LINKS)
def test_the_text_table_holds_as_many_rows_as_the_workbook(read_page, downloads, stem, key, link):
    read_page(stem, **link)

    headings, rows = table_of(build(downloads, f"{key}_xlsx").worksheets[0])
    text = downloads[f"{key}_csv"]().decode("utf-8-sig")
    first, *lines = csv.reader(io.StringIO(text))

    assert len(lines) == len(rows)
    assert first[: len(headings)] == headings


@pytest.mark.parametrize(
    ("stem", "key"), [("executive_overview", "overview"), ("yearly_trends", "items")]
)
@pytest.mark.usefixtures("example_app")
def test_files_of_the_example_say_that_it_is_one(downloads, stem, key):
    open_by_link({}, stem)

    book = build(downloads, f"{key}_xlsx")
    first, *lines = csv.reader(io.StringIO(downloads[f"{key}_csv"]().decode("utf-8-sig")))

    for sheet in book.worksheets:
        assert navigation_words.SAMPLE_MARK in sheet["A1"].value
    assert {line[first.index(navigation_words.SAMPLE_MARK)] for line in lines} == {
        navigation_words.SAMPLE_MARK
    }


def test_the_conditions_say_every_filter_and_how_many_rows_of_how_many(read_page, downloads):
    read_page("linked_measures", divisions="กองคลัง", role="เฉพาะเจ้าภาพ", as_of="2026-11-22")

    sheet = build(downloads, "measures_xlsx")[words.SHEETS["conditions"]]
    said = {row[0].value: row[1].value for row in sheet.iter_rows(max_col=2)}

    scope = said[words.CONDITIONS["scope"]]
    assert scope == "ทุกปี · กองคลัง (เฉพาะเจ้าภาพ) · ณ วันที่ 22 พ.ย. 2569"
    assert said[words.CONDITIONS["rows"]] == words.ROWS.format(shown=1, all=12)
    assert words.CONDITIONS["version"] in said
    assert said[words.CONDITIONS["agency"]] == organisation().name


def test_measures_on_screen_are_those_of_the_query(read_page):
    page = read_page("linked_measures", divisions="กองคลัง", as_of="2026-11-22")
    table = page.dataframe[0].value

    found = measures.measures(database(), as_of=TODAY, divisions=["กองคลัง"])

    assert list(table["measure_id"]) == list(found["measure_id"])
    assert list(table["status"]) == [statuses.status(code) for code in found["status"]]
    assert list(table["action"]) == list(found["action"])


def test_scores_on_screen_are_those_of_the_query(read_page):
    page = read_page("yearly_trends", view="ตาราง")
    table = page.dataframe[0].value.set_index("indicator")
    found = scores.home_scores(database())
    found = found[found["level"] == "indicator"]

    read = {(row.year, int(row.code)): f"{row.score:.2f}" for row in found.itertuples()}
    drawn = {
        (int(column[1:]), indicator): value
        for column in table.columns
        if column.startswith("y")
        for indicator, value in table[column].items()
    }

    assert len(read) == 30
    assert drawn == read


def test_counts_of_divisions_on_screen_are_those_of_the_query(read_page):
    page = read_page("division_progress", as_of="2026-11-22", view="ตาราง")
    table = page.dataframe[0].value.set_index("division")

    found = division_progress(measures.measures(database(), as_of=TODAY), as_of=TODAY)

    assert table["total"].to_dict() == found.groupby("division")["total"].first().to_dict()
    assert table["late"].to_dict() == found.groupby("division")["late"].first().to_dict()


def test_the_backup_offered_on_the_page_is_a_whole_store(open_page, downloads, tmp_path):
    open_page("import_history")
    with zipfile.ZipFile(io.BytesIO(downloads["backup"]())) as archive:
        (name,) = (name for name in archive.namelist() if name.endswith(".duckdb"))
        copy = Path(archive.extract(name, tmp_path))

    opened = open_database(copy)

    assert len(batches.batches(opened)) == len(batches.batches(database()))
    assert len(scores.scores(opened)) == len(scores.scores(database()))
    assert check(opened).sound
    opened.close()
