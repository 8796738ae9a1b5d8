"""The pages of one indicator, one measure, one division: reached by a link, and what they say."""

import datetime as dt
from urllib.parse import parse_qs

import pytest

from data.framework import framework
from data.words import filters as filter_words
from data.words import navigation
from data.words import setting_up as setting_words
from data.words.scores import profile as words
from pages.sections.scores.comparison import district_means
from pages.shared import drawing
from pages.shared.session import database
from queries import measures, scores
from tests.conftest import open_by_link

DAY = dt.date(2026, 11, 22)
TODAY = DAY.isoformat()
WEAK = filter_words.indicator(8, "การปรับปรุงระบบการทำงาน")
UNKNOWN = filter_words.indicator(1, "การปฏิบัติหน้าที่")
DISCLOSURE = filter_words.indicator(9, "การเปิดเผยข้อมูล")
DISTRICT = '<div class="line district">'


def said(page):
    kinds = {"html": lambda one: one.proto.body, "page_link": lambda one: one.label}
    shown = [
        kinds.get(element.type, lambda one: getattr(one, "value", ""))(element)
        for element in page.main
        if element.type in ("html", "markdown", "caption", "info", "page_link")
    ]
    return "\n".join(map(str, shown)).replace("\\", "")


def test_the_page_of_an_indicator_shows_its_newest_score_and_how_sure_its_name_is(read_page):
    page = read_page("profiles/indicator", indicator=WEAK, as_of=TODAY)
    frame = scores.home_scores(database())
    own = frame[(frame["level"] == "indicator") & (frame["code"] == "8")].sort_values("year")

    assert not page.exception
    assert f"{own['score'].iloc[-1]:.2f}" in said(page)
    assert words.EVIDENCE[framework(2569).indicator(8).evidence] in said(page)


def test_the_scores_of_an_indicator_are_handed_out_as_pictures(read_page, downloads):
    read_page("profiles/indicator", indicator=WEAK)
    begun = {key: make()[:4] for key, make in downloads.items() if key.startswith("chart_")}

    assert sorted(begun.values()) == [b"<svg", b"\x89PNG"]


def test_items_nobody_knows_of_are_told_as_such(read_page):
    page = read_page("profiles/indicator", indicator=UNKNOWN)

    assert words.UNKNOWN_ITEMS.format(instrument="IIT", year=2569) in said(page)
    [way] = [one.proto for one in page.main.get("page_link") if one.proto.page == "agency-settings"]
    assert parse_qs(way.query_string) == {"part": [setting_words.ITEMS], "item_year": ["2569"]}


def test_the_line_of_an_indicator_stands_beside_the_average_of_the_district(example_app):
    assert example_app
    page = open_by_link({}, "profiles/indicator", indicator=WEAK)
    means = district_means((2567, 2568, 2569), 8)
    year, mean = means[-1]
    (drawn,) = [body for one in page.get("html") if DISTRICT in (body := one.proto.body)]
    _, _, line = drawn.partition(DISTRICT)

    assert not page.exception
    assert line.partition("</div>")[0].count("<u ") == len(means)
    assert words.LEGEND_DISTRICT.format(year=year, mean=mean) in said(page)


def test_items_of_an_indicator_stand_weakest_first(read_page):
    page = read_page("profiles/indicator", indicator=DISCLOSURE)

    listed = page.dataframe[0].value
    assert len(listed) == 19
    assert list(listed["score"]) == sorted(listed["score"])


def test_each_measure_of_an_indicator_leads_to_its_own_page(read_page):
    page = read_page("profiles/indicator", indicator=WEAK, as_of=TODAY)
    plan = measures.measures(database(), as_of=DAY)
    own = plan[plan["indicator"] == 8]

    links = [one.proto for one in page.main.get("page_link") if one.proto.page == "measure"]
    named = [parse_qs(one.query_string)["measure"][0] for one in links]
    opened = read_page("profiles/measure", measure=named[0])

    assert [name.split(" ")[0] for name in named] == list(own["measure_id"])
    assert own["action"].iloc[0] in said(opened)


@pytest.mark.parametrize("beside", ["", " · กองที่เปลี่ยนชื่อไปแล้ว"])
def test_a_link_names_a_measure_by_its_id_whatever_its_division_is_called_today(read_page, beside):
    page = read_page("profiles/measure", measure=f"2569-08-e8{beside}")

    assert page.selectbox(key="measure").value == "2569-08-e8"
    assert not page.warning


@pytest.mark.parametrize(
    ("stem", "key", "value"),
    [
        ("profiles/measure", "measure", "ข้อที่ไม่มี"),
        ("profiles/indicator", "indicator", "99"),
        ("profiles/division", "division", "กองที่ไม่มี"),
    ],
)
def test_a_link_to_what_is_not_here_says_so_on_the_page(read_page, stem, key, value):
    page = read_page(stem, **{key: value})

    assert any(value in warning.value for warning in page.warning)


def test_an_indicator_is_named_by_its_number_alone(read_page):
    page = read_page("profiles/indicator", indicator="8")

    assert said(page) == said(read_page("profiles/indicator", indicator=WEAK))


def test_the_page_of_a_division_lists_its_measures_alone(read_page):
    page = read_page("profiles/division", division="กองคลัง", as_of=TODAY)
    plan = measures.measures(database(), as_of=DAY, divisions=["กองคลัง"])

    assert not page.exception
    assert list(page.dataframe[0].value["measure_id"]) == list(plan["measure_id"])


def test_a_click_in_a_chart_leads_to_the_page_with_the_filters(read_page, monkeypatch):
    """A filter kept in the address by its widget may not be written there by anybody else."""
    monkeypatch.setattr(drawing.st, "plotly_chart", clicked(drawing.st.plotly_chart))

    page = read_page("yearly_trends", years=["2568", "2569"])

    assert not page.exception
    assert [title.value for title in page.title] == [navigation.INDICATOR]
    assert page.selectbox(key="indicator").value == "8"
    assert page.get("pills")[0].value == [2568, 2569]


def clicked(draw):
    """Let the charts that lead on come back with a click on the eighth indicator."""

    def draw_and_click(*args, on_select="ignore", **settings):
        draw(*args, on_select=on_select, **settings)
        points = [{"customdata": 8}] if on_select == "rerun" else []
        return {"selection": {"points": points}}

    return draw_and_click
