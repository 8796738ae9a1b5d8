"""The face in real Chromium: eight tasks in clicks, seconds and screens, and how long clicks take.

Run it by hand from the project folder: `python -m tests.benchmarks.bench_face [clicks]`, on a
quiet machine; it takes five minutes there. A click ends when the script has stopped and every
chart, metric and table on the page is drawn. Seconds of a task are those of the machine: a script
does not read. Screens are the heights of the pages a task passes, in windows.
"""

import contextlib
import os
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

from playwright.sync_api import sync_playwright
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from data.catalogue import set_up
from data.database import open_database, report_statuses
from data.examples import PLAN_FILE, SCORES_FILE, example_agency, import_file
from data.model.access import planner_here
from data.model.records import Status, StatusReport
from data.model.thai_time import today
from data.people import planner_link
from data.words import filters as filter_words
from data.words import navigation as words
from data.words.files import tables as table_words
from data.words.importing import imports as import_words
from data.words.work import progress as progress_words
from data.words.work import reporting
from pages.shared import navigation
from queries.measures import measures
from tests.helpers.workbooks import books_of
from tests.running import running_app

OFFICE, PHONE = (1366, 768), (390, 844)
CLICKS = 20
PATIENCE = 120_000
KEY = 30
"""Milliseconds a key is held down: 33 keys a second, three times the fastest typist."""
ANSWERED = 10
"""Seconds after which a click counts as one that nothing answered."""
ARROWS = {(1, 0): "ArrowRight", (-1, 0): "ArrowLeft", (0, 1): "ArrowDown", (0, -1): "ArrowUp"}
GOALS = {"median": 0.6, "p95": 1.2, "visit": 3.0, "slider": 0.3, "payload": 400_000}
QUIET = "[data-testid=stApp][data-test-script-state=notRunning]"
WATCH = """() => {
  const start = () => { window.begun = performance.now() }
  for (const kind of ["pointerdown", "keydown"]) addEventListener(kind, start, true)
}"""
TOOK = """() => {
  const shown = name => [...document.querySelectorAll(`[data-testid=${name}]`)]
    .filter(box => box.checkVisibility())
  const state = document.querySelector("[data-testid=stApp]").dataset.testScriptState
  const whole = state === "notRunning"
    && shown("stSkeleton").length === 0
    && shown("stPlotlyChart").every(chart => chart.querySelector(".main-svg"))
    && shown("stDataFrame").every(table => table.querySelector("canvas"))
  return whole && performance.now() - begun
}"""


@dataclass
class Visitor:
    """Somebody at a page who counts what he does and how tall the pages are that he passes."""

    page: object
    address: str
    clicks: int = 0
    screens: list = field(default_factory=list)
    runs: int = 0
    sent: int = 0

    def __post_init__(self):
        self.page.on("websocket", lambda one: one.on("framereceived", self._heard))

    def _heard(self, body):
        self.sent += len(body)
        self.runs += ForwardMsg.FromString(body).WhichOneof("type") == "script_finished"

    def answered(self, act):
        """Give the seconds from a click or key to a page that is whole after a run of the script.

        What the page shows of a run that is over at once, nobody sees: the messages tell.
        """
        before, deadline = self.runs, time.monotonic() + ANSWERED
        act()
        while self.runs == before:
            assert time.monotonic() < deadline, "nothing answered"
            self.page.wait_for_timeout(5)
        return self.page.wait_for_function(TOOK).json_value() / 1000

    def open(self, path=""):
        self.page.goto(f"{self.address}/{path}")
        self.settle()

    def settle(self):
        self.page.locator("h1").first.wait_for()
        self.page.locator(QUIET).wait_for()

    def click(self, found):
        found.first.click()
        self.clicks += 1
        self.page.wait_for_timeout(50)
        self.settle()

    def pick(self, label, option):
        self.click(self.page.get_by_role("combobox", name=label))
        self.click(self.page.get_by_role("option", name=option, exact=True))
        self.page.keyboard.press("Escape")

    def menu(self, title):
        self.look()
        self.click(self.page.get_by_test_id("stSidebarNavLink").filter(has_text=title))
        self.page.locator("h1", has_text=title).wait_for()

    def button(self, label):
        return self.page.get_by_role("button", name=label)

    def download(self, label, within=None):
        with self.page.expect_download() as caught:
            self.click((within or self.page).get_by_role("button", name=label))
        return caught.value

    def look(self):
        height = "document.querySelector('[data-testid=stMain]').scrollHeight / innerHeight"
        self.screens.append(self.page.evaluate(height))


def level_and_cause(visitor):
    visitor.page.get_by_text("ผลการประเมิน").first.wait_for()
    visitor.look()
    visitor.click(visitor.page.get_by_role("link", name="เพิ่มคะแนนรวมมากที่สุด"))
    visitor.page.locator("h1", has_text=words.MOVEMENT).wait_for()


def measures_of_the_weakest(visitor):
    visitor.look()
    visitor.click(visitor.page.get_by_role("link", name="8. การปรับปรุงระบบการทำงาน"))
    visitor.page.locator("h1", has_text=words.INDICATOR).wait_for()
    visitor.page.get_by_text("2569-08-e8").first.wait_for()


def division_to_excel(visitor):
    visitor.menu(words.MEASURES)
    visitor.pick(filter_words.DIVISIONS, "กองคลัง")
    visitor.page.get_by_text("แสดง 7 จาก 12 มาตรการ").first.wait_for()
    assert "กองคลัง" in visitor.download(table_words.DOWNLOAD_EXCEL).suggested_filename


def status_by_phone(visitor):
    visitor.look()
    visitor.click(visitor.button("กองคลัง"))
    visitor.look()
    visitor.click(visitor.button("2569-04-i11"))
    visitor.page.get_by_text(progress_words.STATUS).first.wait_for()
    visitor.look()
    visitor.click(visitor.page.get_by_test_id("stCheckbox").locator("label"))
    visitor.click(visitor.button(progress_words.SAVE))
    visitor.page.get_by_test_id("stToast").first.wait_for()


def bulk_of_ten(visitor):
    """Type percent, two amounts and a note of ten measures, each as soon as the cursor is there."""
    visitor.menu(words.REPORT_STATUS)
    visitor.click(visitor.page.get_by_role("tab", name=reporting.TABLE))
    editor = visitor.page.get_by_test_id("stDataFrame").last
    editor.scroll_into_view_if_needed()
    editor.locator(".dvn-scroller").click(position={"x": 60, "y": 52})
    visitor.clicks += 1
    keys = visitor.page.context.new_cdp_session(visitor.page)
    here = (0, 0)
    for column, base in ((4, 10), (6, 1000), (7, 500), (9, "ทำแล้ว ")):
        for row in range(10):
            here = _go(visitor.page, here, (column, row))
            text = f"{base}{row}" if isinstance(base, str) else str(base + row)
            _type(visitor.page, keys, text)
            visitor.page.keyboard.press("Enter", delay=KEY)
            here = _reached(visitor.page, (column, row + 1))
    visitor.click(visitor.button(reporting.TABLE_COMPARE))
    visitor.settle()
    visitor.look()
    visitor.click(visitor.button(reporting.TABLE_SAVE.format(count=10)))
    visitor.page.get_by_test_id("stToast").first.wait_for()


def _type(page, keys, text):
    """Press and release the key of each letter; Playwright has none for those of Thai.

    It would put such letters into a field at once, and where no field is open yet they are lost.
    """
    for letter in text:
        keys.send("Input.dispatchKeyEvent", {"type": "keyDown", "key": letter, "text": letter})
        page.wait_for_timeout(KEY)
        keys.send("Input.dispatchKeyEvent", {"type": "keyUp", "key": letter})


def _go(page, here, there):
    """Walk from a cell of the grid to another; a key too early is told to the old one."""
    while here != there:
        across = (there[0] > here[0]) - (there[0] < here[0])
        down = 0 if across else (there[1] > here[1]) - (there[1] < here[1])
        page.keyboard.press(ARROWS[across, down], delay=KEY)
        here = _reached(page, (here[0] + across, here[1] + down))
    return here


def _reached(page, cell):
    page.locator("[data-testid=glide-cell-{}-{}]:focus".format(*cell)).wait_for(state="attached")
    return cell


def office_workbook():
    """Write three sheets with the labels of offices: titles above, long names, a total below."""
    title = ("ผลการประเมิน ITA องค์การบริหารส่วนตำบลกุศกร ประจำปีงบประมาณ พ.ศ. {}",)
    labels = (
        "แบบวัด IIT (ผู้มีส่วนได้ส่วนเสียภายใน)",
        "แบบวัดการรับรู้ของผู้มีส่วนได้ส่วนเสียภายนอก (EIT)",
        "แบบตรวจการเปิดเผยข้อมูลสาธารณะ OIT",
    )
    return books_of(
        {
            f"ปี {year}": (
                (title[0].format(year),),
                (),
                ("รายการประเมิน", "คะแนนที่ได้"),
                *((label, 80 + place + year % 10) for place, label in enumerate(labels)),
                *((f"ตัวชี้วัดที่ {number}", 79.5 + number) for number in range(1, 11)),
                ("คะแนนรวม", 83.5),
            )
            for year in (2564, 2565, 2566)
        }
    )


def three_sheets(visitor):
    visitor.menu(words.IMPORT)
    mime = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    file = {"name": "ผล ITA ย้อนหลัง.xlsx", "mimeType": mime, "buffer": office_workbook()}
    visitor.page.locator("input[type=file]").first.set_input_files(files=[file])
    visitor.clicks += 2  # the button and the file in the window of the system
    save = visitor.button(import_words.SAVE_ALL.format(count=3))
    save.wait_for()
    visitor.look()
    visitor.click(save)
    visitor.page.get_by_test_id("stAlertContentSuccess").nth(2).wait_for()


def one_page(visitor):
    visitor.menu(words.REPORTS)
    card = visitor.page.locator("[data-testid=stVerticalBlock]", has_text="สรุปหนึ่งหน้า").last
    assert visitor.download("PDF", card).suggested_filename.endswith(".pdf")


def link_to_a_colleague(visitor):
    visitor.click(visitor.button(words.SHARE))
    code = visitor.page.get_by_test_id("stCode")
    code.hover()
    visitor.click(code.get_by_role("button"))


TASKS: dict[str, tuple[Callable, tuple[int, int], str]] = {
    "level and cause": (level_and_cause, OFFICE, ""),
    "weakest indicator's measures": (measures_of_the_weakest, OFFICE, ""),
    "กองคลัง to Excel": (division_to_excel, OFFICE, ""),
    "one status by phone": (status_by_phone, PHONE, "status-report"),
    "bulk of ten, forty cells": (bulk_of_ten, OFFICE, ""),
    "three-sheet workbook": (three_sheets, OFFICE, ""),
    "one page": (one_page, OFFICE, ""),
    "link to a colleague": (link_to_a_colleague, OFFICE, ""),
}


def prepare(store):
    with closing(open_database(store)) as database:
        own = database.acting_as(planner_here("bench"))
        set_up(own, example_agency(), "bench")
        for path in (PLAN_FILE, SCORES_FILE):
            import_file(own, path, "bench")
        begun = StatusReport("", Status.IN_PROGRESS, percent=5, reported_by="bench")
        every = measures(own, as_of=today())["measure_id"]
        report_statuses(own, [replace(begun, measure_id=one) for one in every])


def typed(store):
    """Count how many of the forty cells are in the store as they were typed."""
    with tempfile.TemporaryDirectory() as folder:
        for path in store.parent.glob(f"{store.name}*"):
            shutil.copy(path, folder)
        with closing(open_database(Path(folder) / store.name)) as database:
            found = measures(database, as_of=today()).head(10).reset_index(drop=True)
    return sum(
        int(row["percent"] == 10 + place)
        + int(row["budget_planned"] == 1000 + place)
        + int(row["budget_spent"] == 500 + place)
        + int(row["note"] == f"ทำแล้ว {place}")
        for place, row in enumerate(found.to_dict("records"))
    )


@contextlib.contextmanager
def visiting(browser, app, store, size=OFFICE):
    context = browser.new_context(
        viewport=dict(zip(("width", "height"), size, strict=True)), locale="th-TH"
    )
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    context.set_default_timeout(PATIENCE)
    page = context.new_page()
    secret = planner_link.new_link(store.parent).rpartition("/")[2]
    page.goto(f"http://{app.address}{planner_link.LINK_PATH}{secret}")
    visitor = Visitor(page, f"http://{app.address}")
    visitor.settle()
    yield visitor
    context.close()


def tasks(browser, app, store):
    print("| task | clicks | seconds | screens |\n| --- | --- | --- | --- |")  # noqa: T201
    for name, (do, size, start) in TASKS.items():
        with visiting(browser, app, store, size) as visitor:
            visitor.open(start)
            begun = time.perf_counter()
            try:
                do(visitor)
            except Exception as error:  # noqa: BLE001  the other tasks are worth their figures
                visitor.page.screenshot(path=str(store.parent / "failed.png"), full_page=True)
                print(f"| {name} | failed: {str(error).splitlines()[0]} | | |", flush=True)  # noqa: T201
                continue
            seconds = time.perf_counter() - begun
            visitor.look()
            screens = " + ".join(f"{height:.1f}" for height in visitor.screens)
            print(f"| {name} | {visitor.clicks} | {seconds:.1f} | {screens} |", flush=True)  # noqa: T201
    print(f"cells typed and found in the store: {typed(store)} of 40", flush=True)  # noqa: T201


def clicks_of(visitor, stem, title, clicks):
    """Time clicks on years where a page has them, on its link in the menu and back elsewhere."""
    page = visitor.page
    visitor.open(navigation.address(stem) if stem != navigation.FIRST else "")
    page.evaluate(WATCH)
    years = page.get_by_test_id("stSidebar").get_by_test_id("stButtonGroup").first.locator("button")
    there = [title, words.GUIDE if title != words.GUIDE else words.OVERVIEW]
    found = []
    for turn in range(clicks):
        if years.count():
            aim = years.first  # off and on again: the last one that is on cannot be taken off
        else:
            title = there[(turn + 1) % 2]
            aim = page.get_by_test_id("stSidebarNavLink").filter(has_text=title)
        found.append(visitor.answered(aim.click))
        page.wait_for_timeout(100)
    return found


def quantiles(found):
    ordered = sorted(found)
    return statistics.median(ordered), ordered[int(len(ordered) * 0.95) - 1]


def speeds(browser, app, store, clicks):
    print("\n| page | median s | p95 s |\n| --- | --- | --- |")  # noqa: T201
    every = []
    with visiting(browser, app, store) as visitor:
        for pages in navigation.PAGES.values():
            for stem, title, *_ in pages:
                if stem in (navigation.FRESH, navigation.AREAS):
                    continue
                try:
                    found = clicks_of(visitor, stem, title, clicks)
                except AssertionError as error:
                    print(f"| {title} | {error} | |", flush=True)  # noqa: T201
                    continue
                every += found
                median, p95 = quantiles(found)
                print(f"| {title} | {median:.2f} | {p95:.2f} |", flush=True)  # noqa: T201
        median, p95 = quantiles(every)
        told = f"| all, n = {len(every)} | {median:.2f} (goal {GOALS['median']}) "
        print(f"{told}| {p95:.2f} (goal {GOALS['p95']}) |", flush=True)  # noqa: T201
        visitor.open("next-level")
        visitor.page.evaluate(WATCH)
        slider = visitor.page.get_by_role("slider").first
        slider.focus()
        found = []
        for turn in range(clicks):
            key = "ArrowLeft" if turn % 2 else "ArrowRight"
            found.append(visitor.answered(partial(visitor.page.keyboard.press, key)))
            visitor.page.wait_for_timeout(100)
    median, p95 = quantiles(found)
    print(f"what-if slider: {median:.2f} / {p95:.2f} s (goal {GOALS['slider']})", flush=True)  # noqa: T201


def first_visits(browser, app):
    """Time visits of browsers that have nothing yet, and count what is sent beside files."""
    for turn in ("right after the start", "second", "third"):
        context = browser.new_context(viewport={"width": 1366, "height": 768})
        context.set_default_timeout(PATIENCE)
        page = context.new_page()
        visitor = Visitor(page, f"http://{app.address}")
        begun = time.perf_counter()
        page.goto(f"http://{app.address}/")
        page.locator("h1").first.wait_for()
        titled = time.perf_counter() - begun
        page.locator(QUIET).wait_for()
        page.locator(".heat").wait_for()
        whole = time.perf_counter() - begun
        told = (
            f"first visit, {turn}: title {titled:.2f}, whole {whole:.2f} s (goal {GOALS['visit']})"
        )
        print(f"{told}, {visitor.sent / 1000:.0f} kB (goal {GOALS['payload'] // 1000})", flush=True)  # noqa: T201
        context.close()


def main():
    """Print the tables."""
    clicks = int(sys.argv[1]) if len(sys.argv) > 1 else CLICKS
    chromium = os.environ.get("CHROMIUM") or shutil.which("chromium")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        store = Path(folder) / "store" / "ita.duckdb"
        prepare(store)
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        with running_app(store) as app:
            first_visits(browser, app)
            tasks(browser, app, store)
            speeds(browser, app, store, clicks)
        browser.close()


if __name__ == "__main__":
    main()
