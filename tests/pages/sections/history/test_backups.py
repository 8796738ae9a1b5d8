"""The backups that are kept, on the history page: told, and gone back to by a click."""

import pytest

from data.database import undo
from data.model.access import Action
from data.words import repair as words
from pages.shared import caretaker, session
from queries import audit

VIEWER = {"is_logged_in": True, "email": "mayor@kutsakon.go.th", "name": "นายก"}
PEOPLE = '[[person]]\nemail = "mayor@kutsakon.go.th"\nrole = "viewer"\n'


@pytest.fixture
def page(open_page):
    """Give the history page after the backup of the day, and an undo since."""
    page = open_page("import_history")
    assert caretaker.look_after(daily=True)
    undo(session.database(), 2, undone_by="ก")
    return page.run()


def chooser(page):
    return next(one for one in page.selectbox if one.label == words.KEPT_CHOOSE)


def sure(page):
    return next(one for one in page.checkbox if one.label == words.KEPT_SURE)


def test_backups_are_told_with_day_and_reason_the_newest_first(page):
    assert [option.split(" · ")[1] for option in chooser(page).options] == [
        "ก่อนยกเลิกชุดนำเข้า",
        "ประจำวัน",
    ]


def test_a_click_goes_back_to_a_backup_and_keeps_what_was_there(page):
    chooser(page).select_index(1)
    sure(page).check()
    page = page.button(key="restore_kept").click().run()

    assert [one.value for one in page.error] == []
    assert not page.exception
    entry = audit.entries(session.database()).iloc[0]
    assert entry["action"] == Action.RESTORE
    assert entry["subject"].endswith("-daily.zip")
    assert len(chooser(page).options) == 3


def test_without_a_confirmation_nothing_is_restored(page):
    chooser(page).select_index(1)
    page = page.button(key="restore_kept").click().run()

    assert words.KEPT_UNSURE in [warning.value for warning in page.warning]
    assert audit.entries(session.database()).iloc[0]["action"] == Action.UNDO


def test_who_may_not_restore_sees_no_backups(open_page_as, app_store):
    app_store.with_name("people.toml").write_text(PEOPLE, encoding="utf-8")

    page = open_page_as(VIEWER, "import_history")

    assert [one for one in page.selectbox if one.label == words.KEPT_CHOOSE] == []


def test_a_store_nobody_has_opened_is_left_alone(app_store):
    before = sorted(app_store.parent.iterdir())

    assert not caretaker.look_after(daily=True)
    assert sorted(app_store.parent.iterdir()) == before
