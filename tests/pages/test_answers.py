"""What single pages show of the examples: the numbers a person reads, not how they look."""

from contextlib import closing
from urllib.parse import parse_qsl

import pytest

from data.database import Source, open_database, save
from data.importers import Choices, read_sheets
from data.model.access import planner_here
from data.words import filters as filter_words
from data.words.scores import movement as movement_words
from data.words.scores import overview as words
from data.words.scores import trends as trend_words
from data.words.work import measures as measure_words
from data.words.work import statuses
from pages.shared import identity
from pages.shared.safe import plain
from pages.shared.session import database
from queries import scores
from tests.conftest import forget_app, open_by_link
from tests.sheet_reading import read

TODAY = "2026-11-22"
LINE = '<div class="plot levels" role="img"'


def warnings_of(page):
    return [warning.value for warning in page.warning]


def cards(page):
    """heading -> all that the card below it says, as a person reads it."""
    shown = {}
    for element in page.main:
        if element.type == "header":
            shown[element.value] = ""
        elif shown and element.type in ("html", "markdown", "page_link", "caption"):
            said = {"html": lambda one: one.proto.body, "page_link": lambda one: one.label}
            value = said.get(element.type, lambda one: one.value)(element)
            shown[list(shown)[-1]] += value.replace("\\", "") + "\n"
    return shown


def test_the_overview_gives_its_answers_from_the_scores_and_the_plan(read_page):
    shown = cards(read_page("executive_overview", as_of=TODAY))
    frame = scores.home_scores(database())
    newest = frame[frame["level"] == "total"].sort_values("year").iloc[-1]
    result, decide, weak, late = shown.values()
    decide, _, instruments = decide.partition("● IIT")

    assert next(iter(shown)) == words.RESULT.format(year=2569)
    assert [f"{newest['score']:.2f}" in result, "▲ ผ่าน" in result] == [True, True]
    assert "↑ " + words.UP.format(change=90.28 - 87.06) in result
    assert "EIT เพิ่มอีก 0.89" in decide
    assert "10. การป้องกันการทุจริต +0.54" in result
    assert len(decide.splitlines()) <= words.MOST_DECISIONS + 1
    assert [code in instruments for code in ("EIT", "OIT")] == [True] * 2
    assert [line.split(".")[0] for line in weak.splitlines() if line[0].isdigit()] == [
        "8",
        "5",
        "2",
    ]
    assert words.NO_REPORT in late


def test_each_decision_leads_to_its_page_with_its_state_set(read_page):
    page = read_page("executive_overview", as_of=TODAY)

    links = {one.label.replace("\\", ""): one.proto for one in page.main.get("page_link")}

    asked = next(proto for label, proto in links.items() if "ที่ยังไม่มีรายงาน" in label)
    assert asked.page == "division-progress"
    assert parse_qsl(asked.query_string) == [("states", statuses.STATES["not-reported"])]


def test_nothing_is_late_on_a_day_before_the_first_end(read_page):
    shown = cards(read_page("executive_overview", as_of="2025-10-01"))

    assert words.NO_REPORT in shown[words.LATE]
    assert "เลยกำหนด" not in shown[words.LATE]


def test_one_chosen_year_cannot_be_compared(read_page):
    shown = cards(read_page("executive_overview", years="2568", as_of=TODAY))

    assert words.ONE_YEAR.format(year=2568) in shown[words.RESULT.format(year=2568)]


@pytest.fixture
def totals_alone(own_store, monkeypatch):
    """Let the app of this test run on a store with the total and the instruments of one year."""
    content = "รหัส,คะแนน\nรวม,83.15\nIIT,79.12\nEIT,78.06\nOIT,88.00\n".encode()
    found = read(read_sheets("รวม.csv", content)[0], Choices(year=2569))
    with closing(open_database(own_store)) as opened:
        own = opened.acting_as(planner_here("ผู้วางแผน"))
        save(own, found, Source("รวม.csv", content, "ผู้วางแผน", is_sample=True))
    monkeypatch.setattr(identity, "came_by_link", lambda: True)
    forget_app()
    yield
    forget_app()


@pytest.mark.usefixtures("totals_alone")
def test_totals_alone_are_shown_without_charts_of_what_nobody_knows():
    overview = open_by_link({}, "executive_overview")
    trends = open_by_link({}, "yearly_trends")
    movement = open_by_link({}, "score_movement")

    told = trend_words.INCOMPLETE.format(year=2569, known=0, expected=10)
    assert told in [one.value for page in (overview, trends) for one in page.info]
    for page in (overview, trends):
        drawn = [one.proto.body.count(LINE) for one in page.get("html")]
        assert not page.get("plotly_chart")
        assert sum(drawn) == 1
    assert movement_words.ONE_YEAR_TITLE.format(year=2569) in [one.value for one in movement.header]


@pytest.mark.parametrize(
    ("link", "rows", "first"),
    [
        ({}, 12, "2569-01-i1"),
        ({"divisions": "กองคลัง"}, 7, None),
        ({"divisions": "กองคลัง", "role": "เฉพาะเจ้าภาพ"}, 1, "2569-04-i11"),
        ({"states": "เลยกำหนด", "as_of": TODAY}, 12, "2569-01-i1"),
        ({"years": "2569"}, 12, "2569-01-i1"),
    ],
)
def test_the_measures_page_shows_the_rows_the_link_asks_for(read_page, link, rows, first):
    page = read_page("linked_measures", **link)
    shown = page.dataframe[0].value

    assert len(shown) == rows
    assert first in (None, shown["measure_id"].iloc[0])
    assert measure_words.COUNT.format(shown=rows, all=12) in [one.value for one in page.caption]


def test_filters_that_let_nothing_through_say_how_many_there_are(read_page):
    page = read_page("linked_measures", states="เลยกำหนด", as_of="2025-10-01")

    assert not page.dataframe
    assert [one.value for one in page.info] == [measure_words.NONE_MATCH.format(all=12)]


@pytest.mark.parametrize(
    ("stem", "link"),
    [
        ("linked_measures", {"states": "เลยกำหนด", "divisions": "กองช่าง"}),
        ("yearly_trends", {"years": 2570}),
    ],
)
def test_filters_that_let_nothing_through_are_taken_back_by_a_button(read_page, stem, link):
    first = read_page(stem)
    page = read_page(stem, as_of="2025-10-01", **link)
    if not link.get("years"):
        page = page.button(key="clear_filters").click().run()

    assert not page.exception
    assert len(page.dataframe[0].value) == len(first.dataframe[0].value)


def test_the_scope_line_says_every_filter_of_the_link(read_page):
    page = read_page(
        "linked_measures",
        years="2569",
        divisions="กองคลัง",
        role="เฉพาะเจ้าภาพ",
        states="เลยกำหนด",
        indicators="4. การใช้ทรัพย์สินของราชการ",
        as_of=TODAY,
    )

    said = page.caption[0].value.replace("\\", "")
    assert said == (
        "ขอบเขต: ปี 2569 · กองคลัง (เฉพาะเจ้าภาพ) · สถานะ: เลยกำหนด · ตัวชี้วัดที่ 4 · ณ วันที่ 22 พ.ย. 2569"
    )


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("years", "2599"),
        ("divisions", "กองที่ไม่มี"),
        ("role", "ผู้ชม"),
        ("states", "overdue"),
        ("indicators", "99. ไม่มี"),
        ("as_of", "2026-13-45"),
        ("as_of", "20260102"),
        ("as_of", "0001-01-01"),
    ],
)
def test_an_unknown_value_of_a_link_is_named_and_not_used(read_page, name, value):
    page = read_page("linked_measures", **{name: value})

    assert filter_words.UNKNOWN_IN_LINK.format(values=plain(value)) in warnings_of(page)
    assert len(page.dataframe[0].value) == 12


def test_known_values_beside_an_unknown_one_still_count(read_page):
    page = read_page("linked_measures", divisions=["กองคลัง", "กองที่ไม่มี"])

    assert filter_words.UNKNOWN_IN_LINK.format(values="กองที่ไม่มี") in warnings_of(page)
    assert len(page.dataframe[0].value) == 7


def test_the_notice_of_an_unknown_value_goes_with_the_next_click(read_page):
    page = read_page("linked_measures", divisions="กองที่ไม่มี")

    page.multiselect(key="divisions").select("กองคลัง").run()

    assert not any("กองที่ไม่มี" in said for said in warnings_of(page))
    assert len(page.dataframe[0].value) == 7
