"""The running app and a real Chromium, for what only a browser can show."""

import os
import re
import shutil

import pytest
from playwright.sync_api import sync_playwright

from data.people import planner_link
from data.words.importing import imports as import_words
from tests.running import running_app

FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
PATIENCE = 60


@pytest.fixture(scope="module")
def chromium_path():
    """Give the browser to drive; only a machine that is no CI may go without."""
    found = os.environ.get("CHROMIUM") or shutil.which("chromium")
    if found is None and os.environ.get("CI") != "true":
        pytest.skip("no Chromium: install one, or name it in CHROMIUM")
    assert found is not None, "CI must have a Chromium"
    return found


@pytest.fixture(scope="module")
def store(tmp_path_factory, examples):
    """Give the path of a store of this module's own."""
    folder = tmp_path_factory.mktemp("browser") / "store"
    shutil.copytree(examples, folder)
    return folder / "ita.duckdb"


@pytest.fixture(scope="module")
def address(store):
    """Run the app as the README says, and give where it listens."""
    with running_app(store) as app:
        yield f"http://{app.address}"


@pytest.fixture(scope="module")
def let_in(store):
    """Give a function that makes a browser the planner's, as the link at start does."""

    def use_link(context, address):
        secret = planner_link.new_link(store.parent).rpartition("/")[2]
        page = context.new_page()
        page.goto(f"{address}{planner_link.LINK_PATH}{secret}")
        page.close()

    return use_link


@pytest.fixture(scope="module")
def browser(chromium_path):
    """Give one browser for all tests of the module."""
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=chromium_path, args=list(FLAGS))
        yield running
        running.close()


@pytest.fixture(scope="module")
def window(browser, address, let_in):
    """Give one window with one cache, as a person has; it is the planner's."""
    context = browser.new_context(accept_downloads=True, locale="th-TH")
    context.set_default_timeout(PATIENCE * 1000)
    let_in(context, address)
    yield context
    context.close()


@pytest.fixture
def requested(window):
    """Collect the address of everything the browser asks for."""
    addresses = []

    def collect(request):
        addresses.append(request.url)

    window.on("request", collect)
    yield addresses
    window.remove_listener("request", collect)


@pytest.fixture
def forbidden(window):
    """Collect what the browser says of things that the rules of the page forbid."""
    told = []

    def collect(message):
        if "Content Security Policy" in message.text:
            told.append(message.text)

    window.on("console", collect)
    yield told
    window.remove_listener("console", collect)


@pytest.fixture
def visit(window, address, requested, forbidden):
    """Give a function that opens a page of the app; nothing may be asked of any other host."""
    opened = []

    def open_tab(path="", width=1366, height=768):
        page = window.new_page()
        opened.append(page)
        page.set_viewport_size({"width": width, "height": height})
        page.goto(f"{address}/{path}")
        settle(page)
        return page

    yield open_tab
    for page in opened:
        page.close()
    assert forbidden == []
    assert [url for url in requested if not url.startswith((address, "data:", "blob:"))] == []


def settle(page):
    """Wait until the title stands, the script has run to its end and all of it is drawn."""
    page.locator("h1").first.wait_for()
    page.locator("[data-testid=stApp][data-test-script-state=notRunning]").wait_for()
    page.get_by_test_id("stSkeleton").first.wait_for(state="detached")


def import_file(page, name, content):
    """Choose a file on the page of imports and save it, to the end: it can be taken back then."""
    file = {"name": name, "mimeType": "", "buffer": content}
    page.locator("input[type=file]").first.set_input_files(files=[file])
    page.get_by_role("button", name=import_words.SAVE, exact=True).click()
    undo = re.compile(import_words.UNDO_THIS.format(batch_id=r"\d+"))
    page.get_by_role("button", name=undo).first.wait_for()
    settle(page)
