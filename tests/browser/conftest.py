"""The running app and a real Chromium, for what only a browser can show."""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright

ROOT = Path(__file__).parents[2]
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
def address(tmp_path_factory, examples):
    """Run the app as the README says, with a store of its own, and give where it listens."""
    store = tmp_path_factory.mktemp("browser") / "store"
    shutil.copytree(examples, store)
    port = free_port()
    command = [sys.executable, "-m", "streamlit", "run", str(ROOT / "dashboard.py")]
    settings = [f"--server.port={port}", "--server.headless=true"]
    environment = os.environ | {"ITA_DATABASE": str(store / "ita.duckdb")}
    with subprocess.Popen(
        [*command, *settings],
        cwd=ROOT,
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as server:
        try:
            wait_until_healthy(server, port)
            yield f"http://127.0.0.1:{port}"
        finally:
            server.terminate()


@pytest.fixture(scope="module")
def browser(chromium_path):
    """Give one browser for all tests of the module."""
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=chromium_path, args=list(FLAGS))
        yield running
        running.close()


@pytest.fixture(scope="module")
def window(browser):
    """Give one window with one cache, as a person has."""
    context = browser.new_context(accept_downloads=True, locale="th-TH")
    context.set_default_timeout(PATIENCE * 1000)
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
def visit(window, address, requested):
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
    assert [url for url in requested if not url.startswith((address, "data:", "blob:"))] == []


def free_port():
    """Ask the system for a port that nobody uses."""
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        return asked.getsockname()[1]


def wait_until_healthy(server, port):
    """Wait until the app answers, and fail at once when it stopped."""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        assert server.poll() is None, "the app stopped while starting"
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/_stcore/health"):
                return
        except OSError:
            time.sleep(0.1)
    pytest.fail("the app did not start")


def settle(page):
    """Wait until the title stands and the script has run to its end."""
    page.locator("h1").first.wait_for()
    page.locator("[data-testid=stApp][data-test-script-state=notRunning]").wait_for()
