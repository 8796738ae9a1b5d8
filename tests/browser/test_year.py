"""A whole year in a browser and by files: from the plan on paper to the site that is published.

Slower than others: what one step leaves behind is what the next one takes up.
"""

import datetime as dt
import io
import re
import shutil
import zipfile
from importlib.resources import files
from urllib.parse import quote, unquote

import icalendar
import openpyxl
import pytest
from playwright.sync_api import expect

from data.examples import PLAN_FILE
from data.model.records import Status
from data.model.work import Mark
from data.words import dates
from data.words.files import documents as document_words
from data.words.files import site as site_words
from data.words.work import evidence as evidence_words
from data.words.work import progress as progress_words
from data.words.work import reminders as reminder_words
from data.words.work import reporting, statuses
from data.words.work import rounds as round_words
from data.words.work import steps as step_words
from tests.browser.conftest import import_file, settle
from tests.roundtrips import LEAD, STEPS, SUPPORT, enter

pytestmark = [
    pytest.mark.browser,
    pytest.mark.long,
    pytest.mark.filterwarnings("ignore:.*extension is not supported"),
]
expect.set_options(timeout=30_000)
AXE = (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
EXAMINE = """async rules => {
  const {violations} = await axe.run(document, {runOnly: rules, resultTypes: ["violations"]})
  return violations.map(({id, nodes}) => [id, nodes.map(node => node.html.slice(0, 200))])
}"""
OFFICE, MONEY = "สำนักปลัด", "กองคลัง"
FIRST, OTHER = "2569-01-i1", "2569-04-i11"
"""A measure that the office of the clerk leads, and one that the treasury leads."""
FILLED = {
    OFFICE: (LEAD, "2569-01-i2", {"status": "กำลังดำเนินการ", "percent": 60, "budget_spent": 150}),
    MONEY: (STEPS, f"{OTHER}/2", {"status": "เสร็จ"}),
    "กองช่าง": (SUPPORT, FIRST, {"note": "ส่งข้อมูลให้แล้ว"}),
}
DUE = dt.date(2026, 12, 15)


@pytest.fixture(scope="module")
def store(tmp_path_factory, blank):
    """Give the path of an empty store of the agency."""
    folder = tmp_path_factory.mktemp("year") / "store"
    shutil.copytree(blank, folder)
    return folder / "ita.duckdb"


def button(page, label):
    return page.get_by_role("button", name=label, exact=True)


def told(page, text):
    """Wait for a message of a save, and for the page that follows it."""
    expect(page.get_by_text(text).first).to_be_visible()
    settle(page)


def downloaded(page, label):
    with page.expect_download() as caught:
        button(page, label).click()
    return caught.value.path().read_bytes()


def upload(page, name, content):
    chosen = {"name": name, "mimeType": "", "buffer": content}
    page.locator("input[type=file]").first.set_input_files(files=[chosen])


def test_a_year_is_played_through_in_a_browser(visit, browser, tmp_path):
    page = visit("import-files")
    import_the_plan(page)
    date_a_step(page)
    report_by_page(page)
    report_by_workbook(page)
    add_evidence(page)
    result = close_a_round(page)
    import_the_result(page, result)
    open_the_reminders(page)
    compare_rounds(page)
    site = publish(page, tmp_path / "site")
    read_the_site(browser, site)


def go_to(page, address):
    """Open an address of the app in the same tab."""
    page.goto(re.match(r"\w+://[^/]+/", page.url)[0] + address)
    settle(page)


def import_the_plan(page):
    import_file(page, PLAN_FILE.name, PLAN_FILE.read_bytes())
    expect(page.get_by_test_id("stAlertContentSuccess").last).to_contain_text("12")


def date_a_step(page):
    """Write a day into the first row of the table of steps."""
    go_to(page, f"status-report?division={quote(MONEY)}")
    page.get_by_role("tab", name=step_words.SCHEDULE).click()
    grid = page.get_by_role("region", name=step_words.SCHEDULE_ALT)
    grid.locator("tbody td").first.wait_for(state="attached")
    grid.scroll_into_view_if_needed()
    # The days are the last column; the first row stands below the headings.
    width = grid.bounding_box()["width"]
    grid.dblclick(position={"x": width - 60, "y": 52})
    cell = page.locator("textarea.gdg-input")
    cell.fill(dates.thai_date(DUE))
    cell.press("Enter")
    page.wait_for_timeout(500)  # a table hands its cells on a moment later than any hand is there
    button(page, step_words.SCHEDULE_SAVE).click()
    told(page, step_words.SCHEDULE_SAVED.format(count=1))


def report_by_page(page):
    report(page, OFFICE, FIRST, Status.IN_PROGRESS)
    report(page, MONEY, OTHER, Status.DONE)


def report(page, division, measure_id, status):
    go_to(page, f"status-report?division={quote(division)}&measure={measure_id}")
    page.get_by_role("radio", name=statuses.STATUSES[status]).click()
    page.get_by_label(progress_words.NOTE).fill("แจกคู่มือแล้ว")
    page.get_by_label(progress_words.REPORTER).fill(f"สมหญิง {division}")
    page.get_by_label(progress_words.REPORTER).press("Tab")
    button(page, progress_words.SAVE).click()
    told(page, progress_words.SAVED.format(measure_id=measure_id))


def report_by_workbook(page):
    go_to(page, "division-progress")
    page.get_by_role("tab", name=reporting.HANDING_OUT).click()
    packed = page.get_by_test_id("stDownloadButton").filter(has_text="zip")
    with page.expect_download() as caught:
        packed.first.click()
    filled = []
    with zipfile.ZipFile(caught.value.path()) as books:
        for division, (sheet, key, values) in FILLED.items():
            name = next(one for one in books.namelist() if division in one)
            book = openpyxl.load_workbook(io.BytesIO(books.read(name)))
            enter(book[sheet], key, **values)
            book.save(target := io.BytesIO())
            filled.append((name, target.getvalue()))
    go_to(page, "import-files")
    for name, content in filled:
        import_file(page, name, content)
        go_to(page, "import-files")


def add_evidence(page):
    go_to(page, f"status-report?division={quote(MONEY)}&measure={OTHER}")
    page.get_by_text(evidence_words.COUNTED.format(name=evidence_words.NAME, count=0)).click()
    # The step that the treasury's workbook told of.
    expect(page.get_by_text(f"{step_words.NAME} 1/3")).to_be_visible()
    button(page, evidence_words.ADD).click()
    upload(page, "ประกาศ.pdf", b"%PDF-1.7\n%%EOF\n")
    page.get_by_label(evidence_words.PROVES).fill("ประกาศใช้คู่มือแล้ว")
    page.get_by_label(evidence_words.PROVES).press("Tab")
    button(page, evidence_words.SAVE).click()
    told(page, evidence_words.SAVED.format(measure_id=OTHER))


def close_a_round(page):
    """A division's part is sent back once, sent again and checked."""
    open_a_round(page, round_words.NAMES[0])
    mark(page, OFFICE, round_words.SEND, Mark.SENT)
    page.get_by_label(round_words.COMMENT).fill("ขอภาพประกาศ")
    page.get_by_label(round_words.COMMENT).press("Tab")
    mark(page, OFFICE, round_words.RETURN, Mark.RETURNED)
    mark(page, OFFICE, round_words.SEND, Mark.SENT)
    mark(page, OFFICE, round_words.CHECK, Mark.CHECKED)
    close_the_open_one(page)
    page.get_by_text(f"· {round_words.CLOSED}").first.click()
    return downloaded(page, round_words.REPORT.format(format=document_words.FORMATS[".docx"]))


def open_a_round(page, name):
    go_to(page, "official-reports")
    page.get_by_text(round_words.NEW, exact=True).first.click()
    page.get_by_label(round_words.NEW_NAME).click()
    page.get_by_role("option", name=name, exact=True).click()
    button(page, round_words.NEW).click()
    told(page, round_words.OPENED.format(name=name))


def mark(page, division, label, state):
    button(page, label).click()
    told(page, round_words.MARKED.format(division=division, state=round_words.STATES[state]))


def close_the_open_one(page):
    button(page, round_words.CLOSE).click()
    button(page, round_words.CLOSE_FOR_GOOD).click()
    told(page, round_words.ROUND_CLOSED.partition(" ")[0])


def compare_rounds(page):
    """What is reported after a round was closed is in the next one alone."""
    report(page, OFFICE, FIRST, Status.DONE)
    open_a_round(page, round_words.NAMES[1])
    close_the_open_one(page)
    page.get_by_text(round_words.COMPARE.format(year=2569)).click()
    row = page.locator("tr").filter(has_text=FIRST).filter(has_text=statuses.STATUSES[Status.DONE])
    expect(row).to_contain_text(statuses.STATUSES[Status.IN_PROGRESS])


def import_the_result(page, result):
    """The official report comes back without a change."""
    go_to(page, "import-files")
    upload(page, "ผล.docx", result)
    expect(page.get_by_text(reporting.UNTOUCHED).first).to_be_visible()


def open_the_reminders(page):
    go_to(page, f"division-progress?divisions={quote(OFFICE)}")
    page.get_by_role("tab", name=reminder_words.NAME).click()
    content = downloaded(page, reminder_words.BUTTONS[".ics"])
    events = icalendar.Calendar.from_ical(content).walk("VEVENT")
    days = {event.decoded("dtstart") for event in events}
    assert DUE in days
    assert all(event["summary"] and event["uid"] for event in events)
    assert OTHER not in {str(event["uid"]).partition("@")[0] for event in events}


def publish(page, folder):
    go_to(page, "official-reports")
    content = downloaded(page, site_words.BUTTON)
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        packed.extractall(folder)
    return folder


def read_the_site(browser, folder):
    """Open every page from disk by the links alone: each is there, each is for everybody."""
    context = browser.new_context(bypass_csp=True)
    page, asked, wrong = context.new_page(), set(), {}
    page.on("request", lambda request: asked.add(request.url.partition(":")[0]))
    reached, opened = {"index.html"}, set()
    while reached - opened:
        name = (reached - opened).pop()
        opened.add(name)
        assert (folder / name).is_file(), name
        if not name.endswith(".html"):
            continue
        page.goto((folder / name).as_uri())
        page.evaluate(AXE)
        if found := page.evaluate(EXAMINE, RULES):
            wrong[name] = found
        links = page.eval_on_selector_all("a[href]", "all => all.map(a => a.getAttribute('href'))")
        reached |= {unquote(one.partition("#")[0]) or name for one in links if ":" not in one}
    page.goto((folder / "result.html").as_uri())
    text = page.inner_text("main")
    context.close()
    assert wrong == {}
    assert asked <= {"file", "data"}
    assert {"plan.html", "items.html", "documents/round-1.pdf"} <= opened
    assert "แจกคู่มือแล้ว" in text
    assert "สมหญิง" not in text
