"""The agencies of an area: what their own pages say, for those alone who may see it."""

import io
import json

import openpyxl
import pytest

from data.database.registers import register_for
from data.model.access import Area
from data.model.errors import StoreTooNewError
from data.words import navigation as navigation_words
from data.words.navigation import VIEWS
from data.words.scores import area_summary as area_words
from pages.sections.areas import area_summary
from pages.shared import navigation
from tests.conftest import forget_app, open_by_link
from tests.helpers.agencies import HERE, THERE, user

BOSS = "boss@mukdahan.go.th"


@pytest.fixture(scope="module")
def areas(several_kept):
    """Let one person see the province, and another one a district in which no agency lies."""
    register = register_for(several_kept)
    province = register.agencies()[0].province
    register.allow(Area(BOSS, province))
    register.allow(Area("plan@naudom.go.th", province))
    register.allow(Area("elsewhere@mukdahan.go.th", province, "อำเภอที่ไม่มี"))
    register.allow(Area("entra@mukdahan.go.th", province, verified_claim="xms_edov"))
    yield
    for area in register.areas():
        register.forbid(area.email)
    register.close()


@pytest.fixture
def allowed(several_read, areas):  # noqa: ARG001  who may see what
    return several_read


def opened(email, **claims):
    page = open_by_link(user(email, **claims), navigation.AREAS)
    assert not page.exception
    return page


def titles(page):
    return [one.value for one in page.title]


def rows_of(page):
    """Give the table beside the chart, by agency."""
    frame = page.segmented_control(key="view").set_value(VIEWS[1]).run().dataframe[0].value
    return {row["agency"]: row for row in frame.to_dict("records")}


def test_the_numbers_are_those_of_the_agencies_themselves(run, allowed):
    rows = rows_of(opened(BOSS))
    assert len(rows) == 2

    for agency in register_for(allowed).agencies():
        row = rows[agency.name]
        newest = run("levels", "--agency", agency.code)[1][-1]
        way = run("next-level", "--year", newest["year"], "--agency", agency.code)[1]
        measures = run("measures", "--agency", agency.code)[1]
        assert int(row["year"]) == newest["year"]
        assert str(row["total"]).startswith(f"{newest['total']:.2f}")
        assert row["level"] == newest["level"]
        reachable = [one for one in way["targets"] if one["reachable"]]
        assert row["next_level"] == reachable[0]["level"]
        assert row["lacking"] == f"+{reachable[0]['sum_of_changes']:.2f}"
        newest_plan = [one for one in measures if one["plan_year"] == row["plan_year"]]
        assert row["measures"] == len(newest_plan)
        assert row["late"] == sum("overdue" in one["flags"] for one in newest_plan)
        assert row["not-reported"] == sum(one["status"] == "not-reported" for one in newest_plan)


def test_the_one_that_is_nearest_to_the_next_level_stands_first(allowed):
    assert allowed
    lacking = [float(row["lacking"]) for row in rows_of(opened(BOSS)).values()]

    assert lacking == sorted(lacking)


@pytest.mark.usefixtures("allowed")
def test_a_person_of_an_agency_who_may_see_the_area_has_the_page_beside_his_own():
    page = opened("plan@naudom.go.th")

    assert titles(page) == [navigation_words.AREAS]
    assert len(rows_of(page)) == 2


@pytest.mark.parametrize("email", ["plan@kutsakon.go.th", "who@example.org"])
@pytest.mark.usefixtures("allowed")
def test_whoever_may_not_see_it_is_led_elsewhere(email):
    page = opened(email)

    assert navigation_words.AREAS not in titles(page)


def test_the_chart_has_the_agencies_in_the_order_of_the_table(allowed):
    page = opened(BOSS)
    sent = json.loads(page.get("plotly_chart")[0].proto.spec)

    names = {one.code: one.name for one in register_for(allowed).agencies()}
    assert [names[code] for code in sent["data"][1]["customdata"]] == list(rows_of(page))


def test_a_click_opens_an_agency_for_its_people_alone(allowed, monkeypatch):
    assert allowed
    clicked = [HERE]
    monkeypatch.setattr(
        area_summary, "chart_or_table", lambda _drawn, _table, leads, *_: leads.point(clicked[0])
    )
    page = opened("plan@naudom.go.th")
    assert [one.value for one in page.info] == [area_words.SUMS_ALONE]

    clicked[0] = THERE
    page.run()

    assert not page.exception
    assert titles(page) == [navigation_words.OVERVIEW]


@pytest.mark.usefixtures("allowed")
def test_an_area_without_agencies_shows_none():
    page = opened("elsewhere@mukdahan.go.th")

    assert [one.value for one in page.info] == [area_words.NONE]
    assert not page.dataframe


@pytest.mark.usefixtures("allowed")
def test_the_claim_that_vouches_for_the_email_is_the_one_that_is_told():
    assert titles(opened("entra@mukdahan.go.th")) != [navigation_words.AREAS]
    assert titles(opened("entra@mukdahan.go.th", xms_edov=True)) == [navigation_words.AREAS]
    assert titles(opened(BOSS, email_verified="true")) != [navigation_words.AREAS]


@pytest.mark.usefixtures("allowed")
def test_the_file_holds_what_is_shown_and_says_of_what(downloads):
    rows = rows_of(opened(BOSS))

    book = openpyxl.load_workbook(io.BytesIO(downloads["areas_xlsx"]()))

    texts = {
        str(cell) for sheet in book for row in sheet.iter_rows(values_only=True) for cell in row
    }
    assert rows.keys() <= texts
    assert any("จังหวัด" in text for text in texts)


def test_an_agency_that_cannot_be_opened_is_a_row_that_says_so(allowed, monkeypatch):
    sums_of = area_summary.sums_of

    def failing(agency, patience):
        if agency.code == THERE:
            raise StoreTooNewError
        return sums_of(agency, patience)

    forget_app()  # it tells nothing of an agency that is kept
    monkeypatch.setattr(area_summary, "sums_of", failing)
    rows = rows_of(opened(BOSS))
    here, there = register_for(allowed).agencies()

    assert rows[here.name]["level"]
    assert rows[there.name]["note"]
    forget_app()


@pytest.mark.usefixtures("app_store")
def test_a_store_of_one_agency_has_no_such_page():
    assert navigation_words.AREAS not in titles(open_by_link({}, navigation.AREAS))
    assert titles(open_by_link(user(BOSS), navigation.AREAS)) != [navigation_words.AREAS]
