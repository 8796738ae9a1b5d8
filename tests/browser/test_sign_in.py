"""Signing in at a real OIDC provider as each role, and what the door lets through."""

import contextlib
import json
import os
import re
import secrets
import shutil
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

import pytest
from playwright.sync_api import expect

from data.database import open_database
from data.model.access import Role
from data.people import planner_link
from data.words import access as words
from data.words import navigation as navigation_words
from data.words import setting_up as setting_words
from data.words.files import tables as table_words
from data.words.importing import imports as import_words
from data.words.work import progress as progress_words
from pages.shared import navigation
from queries import audit
from tests.running import free_port, running_app

pytestmark = pytest.mark.browser
ROOT = Path(__file__).parents[2]
ADMIN = ROOT / "data" / "ADMIN.md"
PATIENCE = 30
OWN, NEITHER = "2569-04-i11", "2569-03-i7"
LAN = "ita.kutsakon.test"
TITLES = {stem: title for pages in navigation.PAGES.values() for stem, title, *_ in pages}
USERS = {
    sub: {"email": email, "name": name, "email_verified": True}
    for sub, email, name in (
        ("planner", "plan@kutsakon.go.th", "แผน"),
        ("reporter", "finance@kutsakon.go.th", "คลัง"),
        ("viewer", "mayor@kutsakon.go.th", "นายก"),
        ("stranger", "who@example.org", "ใคร"),
    )
}
PEOPLE = """
[[person]]
email = "plan@kutsakon.go.th"
role = "planner"

[[person]]
email = "finance@kutsakon.go.th"
name = "เจ้าหน้าที่คลัง"
role = "reporter"
divisions = ["กองคลัง"]

[[person]]
email = "mayor@kutsakon.go.th"
role = "viewer"
"""
SECRETS = """
[auth]
redirect_uri = "http://localhost:{port}/oauth2callback"
cookie_secret = "{secret}"
client_id = "ita"
client_secret = "ita"
server_metadata_url = "http://localhost:{provider}/.well-known/openid-configuration"
"""


@contextlib.contextmanager
def running(command, url, environment=None):
    """Run a server until the block ends; it has answered before the block begins."""
    with subprocess.Popen(
        [sys.executable, "-m", *command],
        cwd=ROOT,
        env=os.environ | (environment or {}),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as server:
        try:
            wait_for(server, url)
            yield
        finally:
            server.terminate()


def wait_for(server, url):
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        assert server.poll() is None, "a server stopped while starting"
        try:
            with urllib.request.urlopen(url):  # noqa: S310  on this machine
                return
        except urllib.error.URLError:
            time.sleep(0.1)
    pytest.fail(f"no answer from {url}")


@pytest.fixture(scope="module")
def store(tmp_path_factory, examples):
    path = tmp_path_factory.mktemp("door") / "store" / "ita.duckdb"
    shutil.copytree(examples, path.parent)
    path.with_name("people.toml").write_text(PEOPLE, encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def door(store, tmp_path_factory):
    """Run a provider and the app behind it; gives the app's address and how to stop it."""
    provider, port = free_port(), free_port()
    settings = tmp_path_factory.mktemp("secrets") / "secrets.toml"
    told = SECRETS.format(port=port, provider=provider, secret=secrets.token_urlsafe(48))
    settings.write_text(told, encoding="utf-8")
    users = [f"--user-claims={json.dumps({'sub': sub} | told)}" for sub, told in USERS.items()]
    metadata = f"http://localhost:{provider}/.well-known/openid-configuration"
    with (
        running(["oidc_provider_mock", f"--port={provider}", *users], metadata),
        running_app(store, f"--secrets.files={settings}", port=port),
    ):
        yield f"http://localhost:{port}"


@pytest.fixture
def visit(browser):
    """Give a function that opens an address in a window of its own."""
    contexts = []

    def open_window(url):
        context = browser.new_context(locale="th-TH", viewport={"width": 1366, "height": 768})
        context.set_default_timeout(PATIENCE * 1000)
        contexts.append(context)
        page = context.new_page()
        page.goto(url)
        settle(page)
        return page

    yield open_window
    for context in contexts:
        context.close()


def settle(page):
    page.locator("h1").first.wait_for()
    page.locator("[data-testid=stApp][data-test-script-state=notRunning]").wait_for()


def sign_in(page, sub):
    page.get_by_role("button", name=words.SIGN_IN).click()
    page.get_by_role("button", name=sub, exact=True).click()
    page.wait_for_url("http://localhost:*/**")
    page.get_by_role("button", name=words.SIGN_OUT).wait_for()
    settle(page)


def nav_titles(page):
    page.get_by_test_id("stSidebarNavLink").first.wait_for()
    links = page.get_by_test_id("stSidebarNavLink")
    return [
        next(title for title in TITLES.values() if title in text)
        for text in links.all_inner_texts()
    ]


def entries(store, folder):
    """Read the audit from a copy: the app holds the store itself."""
    copied = Path(shutil.copy(store, folder / "copy.duckdb"))
    opened = open_database(copied)
    found = audit.entries(opened)
    opened.close()
    return [(row.person, row.action, row.subject, row.outcome) for row in found.itertuples()]


def open_form(page, door, measure_id):
    """Open the page on which one reports, at a measure."""
    page.goto(f"{door}/status-report?measure={measure_id}")
    page.get_by_role("heading", name=measure_id).wait_for()
    settle(page)


def save_button(page):
    return page.get_by_role("button", name=progress_words.SAVE, exact=True)


def report(page):
    save_button(page).click()
    page.get_by_text(progress_words.SAVED.format(measure_id=OWN)).first.wait_for()
    settle(page)


def test_past_the_router_a_page_shows_nothing_to_who_is_signed_out(door, browser):
    # A page under its file's own name: the first such request runs it without the gate.
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{door}/division_progress")
    door_or_failure = page.get_by_role("button", name=words.SIGN_IN)
    door_or_failure.or_(page.get_by_test_id("stException")).first.wait_for()

    assert page.get_by_test_id("stPlotlyChart").count() == 0
    assert page.get_by_test_id("stDataFrame").count() == 0
    context.close()


def test_signed_out_every_address_shows_the_door_only(door, visit):
    page = visit(f"{door}/linked-measures")

    expect(page.locator("h1")).to_have_text(navigation_words.app())
    expect(page.get_by_role("button", name=words.SIGN_IN)).to_be_visible()
    assert page.get_by_test_id("stDataFrame").count() == 0
    assert page.get_by_test_id("stSidebarNavLink").count() == 0


def test_a_reporter_reports_for_his_division_and_loses_the_right_at_once(
    door, visit, store, tmp_path
):
    page = visit(door)
    sign_in(page, "reporter")
    assert TITLES["import_files"] not in nav_titles(page)
    assert TITLES["audit_log"] not in nav_titles(page)

    open_form(page, door, NEITHER)
    expect(page.get_by_text(words.MAY_NOT_REPORT)).to_be_visible()
    assert save_button(page).count() == 0
    open_form(page, door, OWN)
    report(page)
    open_form(page, door, OWN)

    people = store.with_name("people.toml")
    people.write_text(PEOPLE.replace("กองคลัง", "กองช่าง"), encoding="utf-8")
    save_button(page).click()
    expect(page.get_by_text(words.MAY_NOT_REPORT)).to_be_visible()
    people.write_text(PEOPLE, encoding="utf-8")

    me = "เจ้าหน้าที่คลัง <finance@kutsakon.go.th>"
    found = [line for line in entries(store, tmp_path) if line[0] == me]
    assert found == [(me, "report", OWN, "allowed")]


def test_a_viewer_sees_the_results_and_nothing_that_writes(door, visit, store, tmp_path):
    page = visit(door)
    sign_in(page, "viewer")
    titles = nav_titles(page)
    assert TITLES["executive_overview"] in titles
    assert not {TITLES["import_files"], TITLES["audit_log"]} & set(titles)

    open_form(page, door, OWN)
    assert save_button(page).count() == 0
    page.goto(f"{door}/import-files")
    settle(page)
    expect(page.locator("h1")).to_have_text(TITLES["executive_overview"])
    assert not [line for line in entries(store, tmp_path) if "mayor@" in line[0]]


def test_a_stranger_is_told_whom_to_ask_and_leaves_again(door, visit, store, tmp_path):
    page = visit(door)
    sign_in(page, "stranger")

    expect(page.locator("h1")).to_have_text(navigation_words.app())
    expect(page.get_by_text("who@\u2060example.org")).to_be_visible()
    assert page.get_by_test_id("stDataFrame").count() == 0
    refused = ("ใคร <who@example.org>", "read", "", "refused")
    assert refused in entries(store, tmp_path)

    page.get_by_role("button", name=words.SIGN_OUT).click()
    page.wait_for_url("**/end_session**")
    page.goto(door)
    expect(page.get_by_role("button", name=words.SIGN_IN)).to_be_visible()


def test_a_planner_writes_everything_and_reads_who_did_what(door, visit, store, tmp_path):
    page = visit(door)
    sign_in(page, "planner")
    assert {TITLES["import_files"], TITLES["audit_log"]} <= set(nav_titles(page))

    open_form(page, door, OWN)
    report(page)
    me = "plan@kutsakon.go.th"
    assert entries(store, tmp_path)[0] == (me, "report", OWN, "allowed")

    page.goto(f"{door}/audit-log?action={words.ACTIONS['report']}")
    settle(page)
    expect(page.locator("h1")).to_have_text(TITLES["audit_log"])
    with page.expect_download() as download:
        page.get_by_role("button", name=table_words.DOWNLOAD_CSV).click()
    told = Path(download.value.path()).read_text(encoding="utf-8-sig")
    assert me in told
    assert words.ACTIONS["report"] in told
    assert words.ACTIONS["import"] not in told


def lan_options():
    """Give the options of the line in ADMIN.md that opens the app to the network."""
    line = re.search("`streamlit run dashboard.py (--server[^`]+)`", ADMIN.read_text("utf-8"))[1]
    return line.replace("ชื่อเครื่อง", LAN).split()


def test_opened_to_the_network_only_who_came_by_the_link_writes(browser, store, tmp_path):
    copied = tmp_path / "lan" / "ita.duckdb"
    copied.parent.mkdir()
    shutil.copy(store, copied)
    told = tmp_path / "told.txt"
    # Chromium asks this machine under a name of the network, as a colleague's browser would.
    chromium = browser.browser_type.launch(
        executable_path=os.environ.get("CHROMIUM") or shutil.which("chromium"),
        args=["--no-sandbox", f"--host-resolver-rules=MAP {LAN} 127.0.0.1"],
    )
    with told.open("wb") as file, running_app(copied, *lan_options(), told=file) as listening:
        port = listening.address.rpartition(":")[2]
        page = chromium.new_page()
        for host in (LAN, "127.0.0.1"):
            page.goto(f"http://{host}:{port}/import-history")
            settle(page)
            expect(page.get_by_text(words.READ_ONLY)).to_be_visible()
            assert TITLES["import_files"] not in nav_titles(page)
            assert page.get_by_role("button", name=import_words.UNDO).count() == 0

        links = (word for word in told.read_text("utf-8").split() if "/planner/" in word)
        at_the_machine = next(links)
        assert at_the_machine.startswith(f"http://localhost:{port}/")
        secret = planner_link.new_link(copied.parent).rpartition("/")[2]
        in_the_network = f"http://{LAN}:{port}{planner_link.LINK_PATH}{secret}"
        page.goto(in_the_network)
        page.goto(f"http://{LAN}:{port}/import-history")
        settle(page)
        expect(page.get_by_role("button", name=import_words.UNDO)).to_be_visible()
        assert TITLES["import_files"] in nav_titles(page)
        secret = planner_link.new_link(copied.parent).rpartition("/")[2]
        page.goto(f"http://localhost:{port}{planner_link.LINK_PATH}{secret}")
        page.goto(f"http://localhost:{port}/import-history")
        settle(page)
        assert TITLES["import_files"] in nav_titles(page)
    chromium.close()


@pytest.mark.long
def test_who_is_listed_in_the_settings_reports_as_listed_and_is_out_at_once(
    door, visit, store, tmp_path
):
    """The last test of the module at this store: from now on the roster is in the store."""
    email = USERS["stranger"]["email"]
    planner, listed = visit(door), visit(door)
    sign_in(planner, "planner")
    sign_in(listed, "stranger")
    planner.goto(f"{door}/agency-settings?part={setting_words.PEOPLE}")
    settle(planner)
    choose(planner, setting_words.ROLE, words.ROLES[Role.REPORTER])
    planner.get_by_role("textbox", name=setting_words.EMAIL).fill(email)
    choose(planner, setting_words.PERSON_DIVISIONS, "กองคลัง")
    planner.keyboard.press("Escape")
    planner.get_by_role("button", name=setting_words.SAVE_PERSON).click()
    planner.get_by_test_id("stAlertContentSuccess").wait_for()

    listed.goto(door)
    settle(listed)
    assert not {TITLES["import_files"], TITLES["agency_settings"]} & set(nav_titles(listed))
    open_form(listed, door, NEITHER)
    expect(listed.get_by_text(words.MAY_NOT_REPORT)).to_be_visible()
    open_form(listed, door, OWN)
    report(listed)
    open_form(listed, door, OWN)

    planner.get_by_role("button", name=setting_words.REMOVE_PERSON).click()
    expect(planner.get_by_role("button", name=setting_words.REMOVE_PERSON)).to_have_count(0)
    save_button(listed).click()
    expect(listed.get_by_text(f"{USERS['stranger']['name']} <who@")).to_be_visible()
    assert save_button(listed).count() == 0
    listed.reload()
    expect(listed.get_by_text(words.UNKNOWN.rpartition("} ")[2])).to_be_visible()
    found = [(line[1], line[3]) for line in entries(store, tmp_path) if email in line[0]]
    assert found.count(("report", "allowed")) == 1


def choose(page, label, option):
    """Choose an option by its beginning; what follows is drawn when the script has run."""
    box = page.get_by_role("combobox", name=label)
    box.click()
    page.get_by_role("option", name=option).first.click()
    settle(page)
