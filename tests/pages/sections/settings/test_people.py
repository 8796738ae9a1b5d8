"""Who may do what is kept on a page from the first save on, and follows whoever is signed in."""

from dataclasses import replace

import pytest

from data.catalogue import set_up, write_roster
from data.database import undo
from data.framework import Division, Roster, held, organisation
from data.framework.setting_up import agency_of
from data.model.access import Person, Role
from data.model.errors import NoPlannerLeftError
from data.people.roster import people
from data.words import failures
from data.words import setting_up as words
from pages.shared.session import database
from queries import batches
from queries.audit import entries
from tests.helpers.pages import texts

FILE = """
[[person]]
email = "plan@example.go.th"
name = "สมหญิง"
role = "planner"

[[person]]
email = "mayor@example.go.th"
role = "viewer"
"""


def user(name):
    return {"is_logged_in": True, "email": f"{name}@example.go.th", "name": name}


@pytest.fixture
def file(app_store):
    path = app_store.with_name("people.toml")
    path.write_text(FILE, encoding="utf-8")
    return path


@pytest.fixture
def reporter(open_page_as, file):
    """Let the planner of the file list a reporter; gives the page it was done on."""
    del file
    page = open_page_as(user("plan"), "agency_settings", part=words.PEOPLE)
    page = page.selectbox(key="role_").select(Role.REPORTER).run()
    page.text_input(key="email_").input("Money@Example.go.th")
    page.text_input(key="name_").input("นายการเงิน")
    page.multiselect(key="divisions_").select("กองคลัง")
    return page.button(key="save_person").click().run()


def test_the_first_save_takes_the_file_over_and_a_change_follows_at_once(
    open_page_as, reporter, file
):
    assert not reporter.exception
    assert not reporter.error
    assert reporter.selectbox(key="person").value == "Money@Example.go.th"
    assert len(reporter.dataframe[0].value) == 3
    roles = [(one.email, one.role, one.divisions) for one in held().roster.persons]
    assert roles == [
        ("plan@example.go.th", Role.PLANNER, ()),
        ("mayor@example.go.th", Role.VIEWER, ()),
        ("Money@Example.go.th", Role.REPORTER, ("กองคลัง",)),
    ]
    assert open_page_as(user("money"), "executive_overview").title[0].value != words.PEOPLE

    file.write_text("", encoding="utf-8")
    claims = user("plan") | {"email_verified": True}
    assert people().recognise(claims).role is Role.PLANNER

    write_roster(database(), Roster(held().roster.persons[:1]), "ก")
    assert people().recognise(claims | {"email": "money@example.go.th"}).role is None


def test_what_was_changed_is_audited_and_undone_like_an_import(reporter, file):
    del file
    [newest] = batches.batches(database())["batch_id"].head(1)
    assert words.CHANGED.format(batch_id=newest) in texts(reporter.success)
    last = entries(database()).iloc[0]
    assert (last["person"], last["action"]) == ("สมหญิง <plan@example.go.th>", "settings")
    assert "Money@Example.go.th" in last["subject"]

    undo(database(), int(newest), undone_by="ก")
    assert held().roster is None
    assert [one.email for one in people().roster.persons] == [
        "plan@example.go.th",
        "mayor@example.go.th",
    ]


def test_the_last_planner_stays_and_nobody_is_listed_twice(open_page_as, file):
    del file
    page = open_page_as(user("plan"), "agency_settings", part=words.PEOPLE)
    page.text_input(key="email_").input("MAYOR@example.go.th")
    page = page.button(key="save_person").click().run()
    assert texts(page.error) == [words.EMAIL_TWICE]

    page = page.selectbox(key="person").select("plan@example.go.th").run()
    page = page.button(key="remove_person").click().run()
    assert texts(page.error) == [failures.failure(NoPlannerLeftError())]
    assert held().roster is None


@pytest.mark.parametrize("name", ["mayor", "somebody"])
def test_whoever_may_not_change_settings_is_not_offered_the_list(open_page_as, file, name):
    del file
    page = open_page_as(user(name), "agency_settings", part=words.PEOPLE)

    assert not [one for one in page.selectbox if one.key == "person"]


def test_a_division_that_got_another_name_keeps_its_people(app_store, open_page):
    del app_store
    open_page("agency_settings", part=words.PEOPLE)
    persons = (
        Person("ก", "plan@example.go.th", Role.PLANNER),
        Person("ข", "money@example.go.th", Role.REPORTER, ("กองคลัง", "กองที่ยุบแล้ว")),
    )
    write_roster(database(), Roster(persons), "ก")
    known = agency_of(organisation())
    renamed = (Division("กองการเงิน", ("กองคลัง",)),)
    set_up(database(), replace(known, divisions=renamed), "ก")

    found = people().recognise(user("money") | {"email_verified": True})
    assert found.divisions == ("กองการเงิน",)
