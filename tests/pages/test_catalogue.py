"""The catalogue is changed while people look at the pages."""

import pytest

from data.model.access import planner_here
from data.words import navigation as words
from pages.shared.session import database
from queries import divisions
from tests.catalogues import packaged, save_part

NAME = 'name = "การปฏิบัติหน้าที่"'


def change(name, *edits):
    """Import a packaged file with other text into the store of the app."""
    save_part(database().acting_as(planner_here("ก")), name, packaged(name, *edits))


def indicator_names(page):
    return list(page.dataframe[0].value["name"])


def test_a_new_name_stands_on_the_page_at_the_next_look(open_page):
    before = indicator_names(open_page("yearly_trends", view=words.VIEWS[1]))
    for year in (2567, 2568, 2569):
        change(f"{year}.toml", (NAME, 'name = "การทำหน้าที่"'))

    page = open_page("yearly_trends", view=words.VIEWS[1])

    assert before[0] == "การปฏิบัติหน้าที่"
    assert indicator_names(page)[0] == "การทำหน้าที่"


def test_a_renamed_division_is_taken_over_while_the_app_runs(open_page):
    open_page("division_progress")
    change("organisation.toml", ('name = "กองคลัง"', 'name = "กองการคลัง"'))

    page = open_page("division_progress")

    assert not page.exception
    assert "กองการคลัง" in list(divisions.divisions(database())["division"])


@pytest.mark.parametrize("folder", ["", "/ที่อื่น/framework"])
def test_a_folder_that_is_no_longer_read_is_named_on_the_page(read_page, monkeypatch, folder):
    monkeypatch.setenv("ITA_FRAMEWORK", folder)

    page = read_page("executive_overview")

    assert not page.exception
    told = [found.value for found in page.warning if "framework" in found.value]
    assert bool(told) == bool(folder)
