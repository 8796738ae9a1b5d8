"""A store that does not serve: everybody is told, and the planner goes on from the page."""

import shutil
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest
import streamlit as st

from data import database as engine
from data.database import backup, check, open_database, report_status
from data.database.backups.archives import unpack
from data.model import errors
from data.model.access import Action, planner_here
from data.model.records import Status, StatusReport
from data.words import failures, repair
from pages.shared import session, store
from pages.shared.home import held
from pages.shared.safe import plain
from queries import audit
from tests.data.database.duckdb.test_damage import (
    damaged_blocks,
    damaged_first_header,
    empty,
    half,
    missing_without_log,
)

WAYS = {"restore_newest", "own_backup", "new_store", "new_store_sure", "restore_own", "look_again"}
VIEWER = {"is_logged_in": True, "email": "mayor@kutsakon.go.th", "name": "นายก"}
PEOPLE = '[[person]]\nemail = "mayor@kutsakon.go.th"\nrole = "viewer"\n'
DAMAGES = {
    damaged_first_header: errors.StoreHeaderDamagedError,
    damaged_blocks: errors.StoreBlockDamagedError,
    half: errors.StoreTruncatedError,
    empty: errors.StoreEmptyError,
    missing_without_log: errors.StoreMissingError,
}


@pytest.fixture
def kept(app_store):
    """Keep a backup where backups lie, and one elsewhere; gives the one elsewhere."""
    folder = app_store.parent / "backups"
    folder.mkdir()
    with closing(open_database(app_store)) as whole:
        backup(whole.acting_as(planner_here("ผู้วางแผน")), folder / "kept.zip")
    return shutil.copy(folder / "kept.zip", app_store.parents[1] / "mine.zip")


def keys(page):
    kinds = ("button", "file_uploader", "checkbox")
    return {one.key for kind in kinds for one in page.get(kind)} & WAYS


def said(page):
    return [error.value for error in page.error]


@pytest.mark.usefixtures("kept")
@pytest.mark.parametrize("damage", DAMAGES)
def test_the_newest_backup_is_restored_by_a_click(open_page, app_store, damage):
    damage(app_store)
    page = open_page("executive_overview")
    assert said(page) == [plain(failures.failure(DAMAGES[damage]()))]

    page.button(key="restore_newest").click().run()

    assert not page.error
    assert not page.exception
    entry = audit.entries(session.database()).iloc[0]
    assert (entry["action"], entry["subject"]) == (Action.RESTORE, "kept.zip")


def test_a_backup_of_ones_own_is_restored(open_page, app_store, kept):
    half(app_store)
    with open(kept, "rb") as file:  # noqa: PTH123
        content = file.read()
    page = open_page("executive_overview")

    page.file_uploader(key="own_backup").upload("mine.zip", content).run()
    page.button(key="restore_own").click().run()

    assert not page.error
    assert check(session.database()).batches == 2


def test_a_new_store_is_begun_only_when_it_is_confirmed(open_page, app_store):
    half(app_store)
    page = open_page("executive_overview")
    assert page.button(key="new_store").disabled

    page.checkbox(key="new_store_sure").check().run()
    page.button(key="new_store").click().run()

    assert not page.error
    assert len(list(app_store.parent.glob("replaced-*/ita.duckdb"))) == 1


def test_who_may_not_restore_is_told_whom_to_ask(open_page_as, app_store):
    app_store.with_name("people.toml").write_text(PEOPLE, encoding="utf-8")
    half(app_store)

    page = open_page_as(VIEWER, "executive_overview")

    assert said(page) == [plain(failures.failure(errors.StoreTruncatedError()))]
    assert repair.ASK_PLANNER in [info.value for info in page.info]
    assert keys(page) == set()


def test_a_damage_found_while_a_page_is_drawn_is_told_there(open_page, monkeypatch):
    page = open_page("import_history")
    assert not page.error

    def fail(*_args, **_kwargs):
        raise errors.StoreBlockDamagedError

    monkeypatch.setattr("queries.batches.batches", fail)
    st.cache_resource.clear()
    page.run()

    assert plain(failures.failure(errors.StoreBlockDamagedError())) in said(page)
    assert keys(page) >= {"new_store", "own_backup"}


def test_batches_that_lost_rows_are_named_on_every_page(open_page, app_store):
    with closing(open_database(app_store)) as opened, opened.writing() as cursor:
        cursor.execute("delete from score where code = 'i1'")

    pages = [open_page(stem) for stem in ("executive_overview", "import_history")]

    told = plain(repair.DAMAGED_BATCHES.format(batches="2"))
    assert [told in said(page) for page in pages] == [True, True]


def report():
    return StatusReport("2569-04-i11", Status.IN_PROGRESS, 40, reported_by="ก")


@pytest.mark.usefixtures("kept")
@pytest.mark.parametrize("what", ["moved", "deleted", "replaced"])
def test_everybody_is_told_that_the_store_was_moved_and_nothing_is_saved(
    open_page_as, app_store, what
):
    app_store.with_name("people.toml").write_text(PEOPLE, encoding="utf-8")
    pages = [open_page_as(user, "executive_overview") for user in ({}, VIEWER)]
    assert [said(page) for page in pages] == [[], []]
    aside = app_store.with_name("aside.duckdb")
    {
        "moved": lambda: app_store.rename(aside),
        "deleted": app_store.unlink,
        "replaced": lambda: shutil.copy(app_store, aside) and aside.replace(app_store),
    }[what]()

    with pytest.raises(errors.StoreMovedError):
        report_status(session.database(), report())
    for page in pages:
        page.run()

    told = plain(failures.failure(errors.StoreMovedError()))
    assert [said(page) for page in pages] == [[told], [told]]
    assert keys(pages[0]) >= {"look_again", "restore_newest"}
    assert keys(pages[1]) == set()


def test_work_goes_on_when_the_file_is_back(open_page, app_store):
    page = open_page("executive_overview")
    aside = app_store.rename(app_store.with_name("aside.duckdb"))
    page.run()
    assert page.error

    aside.rename(app_store)
    page.run()

    assert not page.error
    assert report_status(session.database(), report()) > 0


def test_another_file_in_the_place_of_the_store_is_opened_when_asked(open_page, app_store, kept):
    page = open_page("executive_overview")
    report_status(session.database(), report())
    app_store.rename(app_store.with_name("aside.duckdb"))
    unpack(Path(kept), app_store, app_store.with_name("files"))
    page.run()

    page.button(key="look_again").click().run()

    assert not page.error
    with session.database().reading() as cursor:
        assert cursor.execute("select count(*) from status_report").fetchone() == (0,)


def test_a_missing_store_that_is_looked_for_again_is_not_made_anew(open_page, app_store):
    page = open_page("executive_overview")
    app_store.unlink()
    page.run()

    page.button(key="look_again").click().run()

    assert said(page) == [plain(failures.failure(errors.StoreMissingError()))]
    assert not app_store.exists()


def test_an_emptied_cache_does_not_open_the_store_again(open_page):
    page = open_page("executive_overview")
    before = store.store()
    st.cache_resource.clear()

    page.run()

    assert not page.error
    assert store.store() is before


def test_of_many_who_come_first_only_one_opens_the_store(app_store, monkeypatch):
    opened = []
    real = engine.open_database

    def counted(path):
        opened.append(path)
        return real(path)

    monkeypatch.setattr(held, "open_database", counted)
    with ThreadPoolExecutor(8) as crowd:
        stores = list(crowd.map(lambda _: store.store(), range(8)))

    assert opened == [app_store]
    assert len({id(one) for one in stores}) == 1
