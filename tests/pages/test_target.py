"""With another target in the catalogue nothing shows the old one."""

import datetime as dt
import re
import shutil
from contextlib import closing
from dataclasses import replace
from decimal import Decimal

import pytest

from data.analysis.item_trend import item_trend as item_story
from data.analysis.levels import exact
from data.analysis.overview import overview
from data.analysis.scorebook import item_scores
from data.catalogue import write_year
from data.database import open_database
from data.documents import building
from data.documents.summary import summary
from data.documents.yearly import yearly
from data.framework import framework, held, hold
from data.model.access import planner_here
from data.words.scores.overview import five_answers
from pages.charts import heatmap, items, trends, weakest
from queries import readings
from tests.catalogues import packaged, save_part
from tests.helpers.figures import checked

OLD_TARGET = re.compile(r"(?:เป้า|เป้าหมาย|ถึง) ?85(?![\d.])")


def aim_at_95(store):
    for year in (2567, 2568, 2569):
        name = f"{year}.toml"
        save_part(store, name, packaged(name, ("target = 85", "target = 95")))


@pytest.fixture(scope="module")
def aimed(examples, tmp_path_factory):
    """Give the folder of a store with the examples and another target, made once."""
    folder = tmp_path_factory.mktemp("aimed") / "store"
    shutil.copytree(examples, folder)
    with closing(open_database(folder / "ita.duckdb")) as store:
        aim_at_95(store.acting_as(planner_here("ผู้วางแผน")))
    return folder


@pytest.fixture(scope="module")
def aimed_ground(aimed):
    with closing(open_database(aimed / "ita.duckdb")) as store:
        return held(), building.ground(store, 2569, dt.date(2026, 11, 22))


@pytest.fixture
def ground(aimed_ground):
    catalogue, found = aimed_ground
    hold(catalogue)
    return found


def texts(value):
    """Give every text in a nest of lists, mappings and values."""
    if isinstance(value, dict):
        return [text for held in value.values() for text in texts(held)]
    if isinstance(value, list | tuple):
        return [text for held in value for text in texts(held)]
    return [value] if isinstance(value, str) else []


def test_answers_and_documents_give_the_target_of_the_catalogue(ground):
    facts = overview(ground.book, ground.measures)
    one_page, report = summary(ground, []), yearly(ground, [])
    said = texts([one.headline for one in five_answers(facts)]) + texts(one_page) + texts(report)

    assert facts.weak.targets == (95,)
    assert (one_page["target"], report["target"]) == (95, 95)
    assert {chapter["trend"]["target"] for chapter in report["chapters"]} == {95}
    assert [text for text in said if OLD_TARGET.search(text)] == []


def test_figures_give_the_target_of_the_catalogue(ground):
    book, described = ground.book, framework(2569)
    story = item_story(item_scores(book), 2569, str(item_scores(book)["code"].iloc[-1]))
    multiples = trends.indicator_small_multiples(
        book.indicators, book.national, described, breaks=book.broken_pairs
    )
    dots = weakest.weakest_dots(book.weakest(2569), described)
    item = items.item_trend(story, float(described.target))
    drawn = heatmap.indicator_heatmap(book.indicators, book.changes, described)
    said = [text for one in (multiples, dots, item, drawn) for text in texts(one.to_dict())]

    assert checked(multiples).layout.yaxis.tickvals[1] == 95
    assert checked(item).layout.yaxis.tickvals[2] == 95
    assert checked(dots).layout.shapes[0].x0 == 95
    assert [text for text in said if OLD_TARGET.search(text)] == []


def test_an_indicator_with_a_target_of_its_own_is_weak_by_that_alone(sample_database):
    scored = readings.indicator_readings(sample_database).query("year == 2569 and 85 <= score < 99")
    number = int(scored["indicator"].iloc[0])
    known = framework(2569)
    own = (
        replace(one, target=Decimal("99.95")) if one.number == number else one
        for one in known.indicators
    )
    write_year(sample_database, replace(known, indicators=tuple(own)), "ก")
    ground = building.ground(sample_database, 2569, dt.date(2026, 11, 22))
    described, book = framework(2569), ground.book
    weak = overview(book, ground.measures).weak
    chapters = {one["name"]: one["trend"] for one in yearly(ground, [])["chapters"]}
    dots = weakest.weakest_dots(book.weakest(2569), described)
    panels = trends.indicator_small_multiples(
        book.indicators, book.national, described, breaks=book.broken_pairs
    )

    assert weak.targets == (85, Decimal("99.95"))
    [raised] = [one for one in weak.weak if one.number == number]
    assert raised.gap == exact(99.95) - exact(raised.score)
    assert sorted({one["target"] for one in chapters.values() if one}) == [85, 99.95]
    assert sorted({shape.x0 for shape in checked(dots).layout.shapes}) == [85, 99.95]
    axis = checked(panels).layout[f"yaxis{number}" if number > 1 else "yaxis"]
    assert (axis.tickvals[1], axis.showticklabels) == (99.95, True)


@pytest.mark.parametrize(
    "stem", ["executive_overview", "yearly_trends", "next_level", "linked_measures"]
)
def test_pages_give_the_target_of_the_catalogue(open_page, app_store, aimed, stem):
    shutil.copytree(aimed, app_store.parent, dirs_exist_ok=True)

    page = open_page(stem)

    kinds = ("markdown", "caption", "info", "success", "warning", "header", "subheader", "metric")
    said = [str(element.value) for kind in kinds for element in page.get(kind)]
    tables = [table.value for table in page.dataframe]
    said += [str(value) for table in tables for value in table.to_numpy().ravel()]
    assert not page.exception
    assert [text for text in said if OLD_TARGET.search(text)] == []
    targets = {float(value) for table in tables if "target" in table for value in table["target"]}
    assert targets == ({95} if stem == "linked_measures" else set())
