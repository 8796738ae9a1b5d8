"""The example is seen where there is nothing else, or by its address, and mixes with nothing."""

import datetime as dt
import shutil

import pytest

import queries
from data.catalogue import set_up
from data.database import Database, open_database, report_status
from data.examples import EXAMPLE_DAY, example_path, example_store, open_example
from data.framework import apart, organisation
from data.framework.setting_up import Agency, proposed_divisions
from data.model.access import planner_here
from data.model.errors import ExampleStandsError
from data.model.records import Status, StatusReport
from data.words import navigation as words
from data.words import setting_up as setup_words
from data.words.dates import thai_date
from pages.shared import store
from tests.conftest import open_by_link
from tests.helpers.pages import texts, upload
from tests.helpers.workbooks import book_of

PAGES = (
    "executive_overview",
    "yearly_trends",
    "score_movement",
    "next_level",
    "agency_comparison",
    "linked_measures",
    "division_progress",
    "status_report",
    "official_reports",
    "import_history",
)
WITHOUT_A_TABLE = ("official_reports", "status_report", "next_level")  # cards and forms
NAUDOM = Agency("ทต.", "นาอุดม", "นิคมคำสร้อย", "มุกดาหาร", proposed_divisions("ทต."))


def page_of(stem, **link):
    return open_by_link({}, stem, **link)


def own(path, agency=NAUDOM):
    opened = open_database(path).acting_as(planner_here("ก"))
    set_up(opened, agency, "ก")
    opened.close()


@pytest.mark.usefixtures("example_app")
def test_a_store_that_nobody_has_set_up_opens_on_the_example_with_no_empty_page():
    for stem in PAGES:
        page = page_of(stem)

        assert not page.exception, stem
        assert not page.error, stem
        assert words.SAMPLE_ON_PAGE in texts(page.warning), stem
        assert page.button(key="start_own").label == words.START_OWN
        drawn = [one for one in page.get("html") if 'role="img"' in one.proto.body]
        shown = page.get("plotly_chart") or page.dataframe or drawn
        assert shown or stem in WITHOUT_A_TABLE, stem


@pytest.mark.usefixtures("example_app")
def test_the_example_stands_at_its_day():
    page = page_of("division_progress")

    assert page.text_input(key="as_of").value == thai_date(EXAMPLE_DAY)


def test_setting_up_leads_to_ones_own_empty_store(example_app):
    page = page_of("first_start")
    page.selectbox(key="agency_kind").select("ทต.").run()
    page.text_input(key="agency_name").input("นาอุดม")
    page.selectbox(key="agency_province").select("มุกดาหาร")
    page.text_input(key="agency_district").input("นิคมคำสร้อย")
    page.text_area(key="agency_divisions_ทต.").input("สำนักปลัด\nกองคลัง = ส่วนการคลัง\nกองช่าง")
    page = page.button(key="set_up").click().run()

    assert not page.exception
    assert not page.error
    assert words.SAMPLE_ON_PAGE not in texts(page.warning)
    home = organisation()
    assert (home.name, home.short_name) == ("เทศบาลตำบลนาอุดม", "ทต.นาอุดม")
    assert [division.name for division in home.divisions] == ["สำนักปลัด", "กองคลัง", "กองช่าง"]
    assert home.division_named("ส่วนการคลัง") == "กองคลัง"
    assert store.store().path == example_app


@pytest.mark.usefixtures("example_app")
def test_the_first_file_proposes_the_agency_it_names_with_its_place():
    title = "ผลการประเมิน ITA เทศบาลตำบลนาอุดม อำเภอนิคมคำสร้อย จังหวัดมุกดาหาร"
    file = book_of((title,), ("ปีงบประมาณ", "รหัส", "คะแนน"), (2568, "รวม", 86.5))
    page = upload(page_of("first_start"), ("คะแนน.xlsx", file))

    assert not store.is_set_up()
    page = page.button(key="set_up").click().run()
    assert not page.exception
    home = organisation()
    told = (home.short_name, home.district, home.province)
    assert told == ("ทต.นาอุดม", NAUDOM.district, NAUDOM.province)


@pytest.mark.usefixtures("example_app")
def test_who_sets_up_a_store_is_not_called_by_the_name_of_the_example():
    def named(page):
        return [one for one in page.get("html") if "ตำบลกุศกร" in one.proto.body]

    assert named(page_of("division_progress"))
    assert not named(page_of("first_start"))


@pytest.mark.usefixtures("example_app")
def test_an_agency_without_a_name_is_not_set_up():
    page = page_of("first_start")
    page = page.button(key="set_up").click().run()

    assert texts(page.error) == [setup_words.NAME_MISSING]
    assert not store.is_set_up()


@pytest.mark.usefixtures("example_app")
def test_kutsakon_begins_with_one_click_and_its_plan():
    page = page_of("first_start")
    page = page.button(key="use_example_agency").click().run()

    assert not page.exception
    own_measures = queries.read(store.store(), "measures/plan_years")
    assert own_measures["year"].tolist() == [2569]


def test_what_is_set_up_sees_the_example_by_its_address_only_and_comes_back(example_app):
    own(example_app)

    assert words.SAMPLE_ON_PAGE not in texts(page_of("division_progress").warning)
    shown = page_of("division_progress", example="1")
    assert words.SAMPLE_ON_PAGE in texts(shown.warning)
    assert shown.dataframe
    back = shown.button(key="leave_example").click().run()
    assert words.SAMPLE_ON_PAGE not in texts(back.warning)
    assert not back.dataframe


def test_a_file_of_the_example_is_built_of_it_though_another_thread_does_it(example_app, downloads):
    own(example_app)
    page_of("division_progress", example="1")
    page_of("executive_overview")
    built = downloads["progress_csv"]().decode("utf-8-sig")

    assert words.SAMPLE_MARK in built.splitlines()[0]


def test_nobody_writes_to_the_example(example_app):
    with apart():
        example = open_example(example_app).acting_as(planner_here("ก"))
        report = StatusReport("2569-01-i1", Status.DONE, reported_by="ก")
        with pytest.raises(ExampleStandsError):
            report_status(example, report)
        path = example.path
        example.close()
    copied = Database(path).acting_as(planner_here("ก"))
    with pytest.raises(ExampleStandsError):
        report_status(copied, report)
    copied.close()


def test_the_example_counts_only_where_it_was_opened(example_app):
    with apart():
        open_example(example_app).close()
        inside = organisation().short_name

    assert inside == "อบต.กุศกร"
    assert dt.date.today() != EXAMPLE_DAY  # noqa: DTZ011
    own(example_app)
    assert organisation().short_name == "ทต.นาอุดม"


@pytest.mark.usefixtures("nobody_set_up")
def test_the_server_has_the_example_ready_only_where_somebody_will_see_it(tmp_path, monkeypatch):
    monkeypatch.setenv("ITA_DATABASE", str(tmp_path / "ita.duckdb"))
    monkeypatch.setattr(example_store, "_fill", lambda _database: None)
    store.build_example_ahead()
    fresh = example_path()
    assert fresh.exists()

    store.let_go()
    own(tmp_path / "ita.duckdb")
    monkeypatch.setattr(example_store, "version", lambda: "9.9.9")
    store.build_example_ahead()
    assert not fresh.exists()
    assert example_path().exists()

    store.let_go()
    shutil.rmtree(tmp_path / "example")
    store.build_example_ahead()
    assert not example_path().exists()
