"""The app on PostgreSQL: its pages are those of a file, and it hears what other servers write."""

import time
from contextlib import closing
from dataclasses import replace

import pytest

from data.catalogue import set_up
from data.database import Source, open_database, save
from data.examples import example_agency
from data.framework import apart, organisation
from data.model.access import planner_here
from data.model.errors import StoreNotAFileError
from data.words.failures import failure
from pages.shared import store
from pages.shared.navigation import STEMS
from tests.conftest import forget_app, open_by_link
from tests.faults import deeds

ELSEWHERE = planner_here("อีกเครื่อง")


@pytest.fixture
def app_on_server(server_place, app_store, monkeypatch):  # noqa: ARG001  a planner came by his link
    monkeypatch.setenv("ITA_DATABASE", server_place.text)
    forget_app()
    yield server_place
    forget_app()


def said_within_a_second(name):
    """Tell whether a click of the next second knows an agency by this name."""
    end = time.monotonic() + 1
    while time.monotonic() < end:
        with store.own_store():
            if name in organisation().name:
                return True
    return False


def test_an_agency_that_another_server_was_told_is_the_one_that_counts_here(app_on_server):
    with store.own_store():
        before = organisation().name

    with apart(), closing(open_database(app_on_server).acting_as(ELSEWHERE)) as other:
        set_up(other, replace(example_agency(), name="นาอุดม"), "อีกเครื่อง")

    assert "นาอุดม" not in before
    assert said_within_a_second("นาอุดม")


@pytest.mark.usefixtures("app_on_server")
def test_who_looks_for_a_backup_is_told_how_a_server_is_backed_up():
    page = open_by_link({}, "import_history")

    assert failure(StoreNotAFileError()) in [one.value for one in page.caption]


@pytest.mark.long
@pytest.mark.parametrize("stem", STEMS)
def test_every_page_of_a_store_on_a_server_opens_and_shows_what_came_since(stem, app_on_server):
    assert not open_by_link({}, stem).exception

    with closing(open_database(app_on_server).acting_as(ELSEWHERE)) as other:
        save(other, deeds.scores(1), Source("ก.csv", b"1", "ก"))

    assert not open_by_link({}, stem).exception
