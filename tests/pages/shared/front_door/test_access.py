"""What each role sees and can do on the pages, and who is let in at all."""

import secrets
import time

import pytest
import streamlit as st
from streamlit import config
from streamlit.runtime.secrets import secrets_singleton

from data.model.access import Action, Role
from data.model.errors import FaultyPeopleError, NotAllowedError, UnsafeSignInError
from data.people.sign_in import Weakness
from data.words import access as words
from data.words import failures
from data.words import navigation as navigation_words
from pages.shared import identity, navigation, session
from queries import audit
from tests.roundtrips import entered, handed_out

PEOPLE = """
[[person]]
email = "plan@kutsakon.go.th"
name = "สมหญิง"
role = "planner"

[[person]]
email = "finance@kutsakon.go.th"
name = "สมชาย"
role = "reporter"
divisions = ["กองคลัง"]

[[person]]
email = "mayor@kutsakon.go.th"
name = "นายก"
role = "viewer"
"""
# The page of the first start is there only while nobody has set up the store: see test_example.
STEMS = sorted({*navigation.STEMS} - {navigation.FRESH, navigation.AREAS})
TITLES = {
    stem: title
    for pages in (*navigation.PAGES.values(), navigation.PROFILES)
    for stem, title, *_ in pages
}
PLANNER_ONLY = ("audit_log", "import_files", "agency_settings")
SIGNED_OUT = {"is_logged_in": False}


def user(name):
    return {"is_logged_in": True, "email": f"{name}@kutsakon.go.th", "name": name}


@pytest.fixture
def listed(app_store):
    """Write the file of people beside the store."""
    path = app_store.with_name("people.toml")
    path.write_text(PEOPLE, encoding="utf-8")
    return path


@pytest.fixture
def settings(tmp_path):
    """Give a function that configures a provider with a secret, until the test is over."""
    before = st.get_option("secrets.files")

    def write(secret):
        path = tmp_path / "secrets.toml"
        path.write_text(
            f'[auth]\nredirect_uri = "http://localhost:8501/oauth2callback"\n'
            f'cookie_secret = "{secret}"\nclient_id = "ita"\nclient_secret = "s"\n'
            f'server_metadata_url = "http://localhost:1/.well-known/openid-configuration"\n',
            encoding="utf-8",
        )
        config.set_option("secrets.files", [str(path)])

    yield write
    config.set_option("secrets.files", before)
    # Streamlit keeps what it has read; the next test would still have a provider.
    secrets_singleton._reset()  # noqa: SLF001


@pytest.fixture
def without_link(monkeypatch, app_store):
    """Let the browser be one that never used a link."""
    del app_store
    monkeypatch.setattr(identity, "came_by_link", lambda: False)


def keys(page):
    """Give the keys of everything that can be pressed or filled in."""
    kinds = ("button", "text_area", "text_input", "download_button", "file_uploader", "checkbox")
    return {one.key for kind in kinds for one in page.get(kind) if getattr(one, "key", None)}


def captions(page):
    return [caption.value for caption in page.caption]


@pytest.mark.usefixtures("listed")
@pytest.mark.parametrize("stem", STEMS)
@pytest.mark.parametrize("name", ["plan", "finance", "mayor"])
def test_a_page_opens_for_those_it_is_for_and_leads_others_to_the_first(open_page_as, name, stem):
    page = open_page_as(user(name), stem)

    assert not page.exception
    shown = TITLES[stem]
    if stem in PLANNER_ONLY and name != "plan":
        shown = TITLES[navigation.FIRST]
    assert [title.value for title in page.title] == [shown]
    assert not page.error


@pytest.mark.usefixtures("listed")
@pytest.mark.parametrize("stem", ["executive_overview", *PLANNER_ONLY])
@pytest.mark.parametrize("given", [SIGNED_OUT, user("somebody"), {"is_logged_in": True}])
def test_nothing_but_the_gate_is_shown_to_who_has_no_role(open_page_as, given, stem):
    page = open_page_as(given, stem)

    assert not page.exception
    assert [title.value for title in page.title] == [navigation_words.app()]
    assert not page.get("arrow_data_frame")
    assert not page.get("plotly_chart")
    assert not page.get("download_button")
    assert keys(page) <= {"sign_out"}


@pytest.mark.usefixtures("listed")
def test_who_is_not_listed_is_told_whom_to_ask_and_is_logged_once(open_page_as):
    page = open_page_as(user("somebody"), "executive_overview")
    page.run()

    assert "somebody@\u2060kutsakon" in page.warning[0].value.replace("\\", "")
    entries = audit.entries(session.database(), actions=[Action.READ])
    assert [(row.person, row.outcome) for row in entries.itertuples()] == [
        ("somebody <somebody@kutsakon.go.th>", "refused")
    ]


@pytest.mark.usefixtures("listed")
def test_an_email_that_is_not_confirmed_is_not_let_in(open_page_as):
    page = open_page_as(user("plan") | {"email_verified": False}, "executive_overview")

    assert [title.value for title in page.title] == [navigation_words.app()]
    assert len(page.warning) == 1


@pytest.mark.usefixtures("listed")
def test_a_session_ends_with_its_token(open_page_as):
    page = open_page_as(user("plan") | {"exp": time.time() + 60}, "executive_overview")
    assert [title.value for title in page.title] != [navigation_words.app()]

    page.user = page.user | {"exp": time.time() - 1}
    page.run()

    assert [title.value for title in page.title] == [navigation_words.app()]
    assert words.SIGNED_OUT in [info.value for info in page.info]


def test_without_a_file_of_people_nobody_who_signs_in_gets_further(open_page_as):
    page = open_page_as(user("plan"), "executive_overview")

    assert [title.value for title in page.title] == [navigation_words.app()]


def test_a_faulty_file_of_people_closes_the_app_and_says_where(open_page_as, listed):
    listed.write_text(PEOPLE.replace('"planner"', '"boss"'), encoding="utf-8")

    page = open_page_as(user("plan"), "executive_overview")

    fault = FaultyPeopleError("people.toml", "person[1].role", "unknown-word")
    said = [error.value.replace("\\", "") for error in page.error]
    assert said == [failures.failure(fault)]
    assert not page.title


@pytest.mark.usefixtures("listed")
@pytest.mark.parametrize(
    ("name", "shown"), [("plan", {"undo_batch", "backup"}), ("finance", set()), ("mayor", set())]
)
def test_only_a_planner_takes_imports_back_and_the_store_away(open_page_as, downloads, name, shown):
    page = open_page_as(user(name), "import_history")

    assert (
        {key for key in keys(page) if key == "undo_batch"} | (downloads.keys() & {"backup"})
    ) == shown


@pytest.mark.usefixtures("listed")
@pytest.mark.parametrize(
    ("name", "offered"), [("plan", "save_report"), ("finance", "save_support"), ("mayor", None)]
)
def test_the_form_offers_the_voice_one_has_on_a_measure(open_page_as, name, offered):
    page = open_page_as(user(name), "status_report", measure="2569-01-i1")

    forms = keys(page) & {"save_report", "save_support"}
    assert forms == ({offered} if offered else set())
    assert any(info.value == words.MAY_NOT_REPORT for info in page.info) is (offered is None)


@pytest.mark.usefixtures("listed")
def test_a_reporter_reports_under_his_own_name_on_what_his_division_leads(open_page_as):
    page = open_page_as(user("finance"), "status_report")
    page = page.button(key="tap_measure_2569-04-i11").click().run()

    page.button(key="save_report").click().run()

    assert not page.error
    newest = audit.entries(session.database()).iloc[0]
    assert (newest["person"], newest["action"], newest["outcome"]) == (
        "สมชาย <finance@kutsakon.go.th>",
        Action.REPORT,
        "allowed",
    )


@pytest.mark.usefixtures("listed")
def test_a_reporter_sends_the_filled_workbook_of_his_division_in(open_page_as):
    page = open_page_as(user("finance"), "division_progress")
    content = entered(handed_out(session.database()), "2569-04-i11", status="เสร็จ")

    before = {one.key for one in page.button}
    page.file_uploader(key="filled_workbooks").upload("กองคลัง.xlsx", content).run()
    save = next(one for one in page.button if one.key not in before and "save_" in one.key)
    save.click().run()

    assert not page.exception
    newest = audit.entries(session.database()).iloc[0]
    assert (newest["action"], newest["outcome"]) == (Action.REPORT, "allowed")


@pytest.mark.usefixtures("listed")
@pytest.mark.parametrize("name", ["plan", "mayor"])
def test_only_a_reporter_finds_the_way_for_workbooks_on_the_division_page(open_page_as, name):
    assert "filled_workbooks" not in keys(open_page_as(user(name), "division_progress"))


@pytest.mark.usefixtures("listed")
@pytest.mark.parametrize("name", ["plan", "finance", "mayor"])
def test_who_is_signed_in_sees_as_whom_and_can_leave(open_page_as, name):
    page = open_page_as(user(name), "executive_overview")

    role = {"plan": Role.PLANNER, "finance": Role.REPORTER, "mayor": Role.VIEWER}[name]
    assert any(words.ROLES[role].replace("/", "\\/") in text for text in captions(page))
    assert "sign_out" in keys(page)


def test_of_who_came_by_the_link_nothing_is_asked(open_page):
    page = open_page("executive_overview")

    assert "sign_out" not in keys(page)
    assert words.READ_ONLY not in captions(page)


@pytest.mark.usefixtures("without_link")
@pytest.mark.parametrize("stem", STEMS)
def test_without_a_link_and_a_provider_everything_is_read_only(open_page, downloads, stem):
    page = open_page(stem)

    assert not page.exception
    assert words.READ_ONLY in captions(page)
    forbidden = {"undo_batch", "save_report", "save_support", "table_save", "backup", "upload"}
    assert not (keys(page) | downloads.keys()) & forbidden
    assert page.title[0].value == TITLES["executive_overview" if stem in PLANNER_ONLY else stem]


@pytest.mark.usefixtures("listed")
@pytest.mark.parametrize(
    ("secret", "weakness"), [("xxx", Weakness.SHORT), ("x" * 40, Weakness.SAMPLE)]
)
@pytest.mark.parametrize("given", [{}, SIGNED_OUT, user("plan")])
def test_a_weak_cookie_secret_keeps_every_page_closed(
    open_page_as, settings, given, secret, weakness
):
    settings(secret)

    page = open_page_as(given, "executive_overview")

    said = [error.value.replace("\\", "") for error in page.error]
    assert said == [failures.failure(UnsafeSignInError("secrets.toml", weakness))]
    assert not page.title


def test_with_a_provider_even_who_came_by_the_link_has_to_sign_in(open_page, settings):
    settings(secrets.token_urlsafe(48))

    page = open_page("import_files")

    assert [title.value for title in page.title] == [navigation_words.app()]
    assert [button.label for button in page.button] == [words.SIGN_IN]


def test_a_thread_of_the_server_without_its_visitor_may_not_even_read(app_store, monkeypatch):
    del app_store
    with monkeypatch.context() as patched:
        patched.setattr("streamlit.runtime.exists", lambda: True)
        with pytest.raises(NotAllowedError):
            session.database()


@pytest.mark.parametrize("action", Action)
def test_every_action_has_words(action):
    assert words.ACTIONS[action]


@pytest.mark.parametrize("role", Role)
def test_every_role_has_words(role):
    assert words.ROLES[role]
