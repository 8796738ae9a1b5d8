"""What only a browser can show: that it fits, loads nothing foreign, and works from end to end."""

import datetime as dt
from contextlib import suppress
from pathlib import Path
from urllib.parse import quote, unquote

import openpyxl
import pytest
from playwright.sync_api import TimeoutError as NotThere
from playwright.sync_api import expect

from data.database import open_database
from data.words import filters as filter_words
from data.words import guide
from data.words import navigation as words
from data.words.files import tables as table_words
from data.words.importing import imports as import_words
from data.words.scores import overview as overview_words
from data.words.work import measures as measure_words
from pages.shared import navigation
from queries import measures
from tests.browser.conftest import settle
from tests.helpers.workbooks import LONG, book_of

pytestmark = [
    pytest.mark.browser,
    # openpyxl does not know the newer kind of data bar that Excel writes.
    pytest.mark.filterwarnings("ignore:.*extension is not supported"),
]
expect.set_options(timeout=30_000)
TITLES = [
    title
    for pages in navigation.PAGES.values()
    for stem, title, *_rest in pages
    if stem not in (navigation.FRESH, navigation.AREAS)  # these stand there for some alone
]
QUESTIONS = (
    overview_words.RESULT.format(year=2569),
    overview_words.DECIDE,
    overview_words.WEAKEST,
    overview_words.LATE,
)
FITS = """() => [document.documentElement, document.querySelector('[data-testid=stMain]')]
    .every(box => box.scrollWidth <= box.clientWidth)"""
IN_SIGHT = """questions => questions.every(question =>
  [...document.querySelectorAll("[class*=st-key-card_]")]
    .filter(card => card.innerText.includes(question))
    .map(card => card.getBoundingClientRect())
    .some(card => card.top >= 0 && card.left >= 0
      && card.bottom <= innerHeight && card.right <= innerWidth))"""
LOADED_FONTS = "() => [...document.fonts].filter(f => f.status === 'loaded').map(f => f.family)"
MARKUP = (
    "![x](https://evil.example/x.png) <img src=x onerror=alert(1)> <script>alert(1)</script> "
    "https://evil.example www.evil.example me@evil.example"
)
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
ROOM_IN_FIELDS = """() => {
  const canvas = document.createElement("canvas").getContext("2d")
  const fields = [...document.querySelectorAll(".stApp input:is([type=text], [role=combobox])")]
  return fields.map(field => {
    const style = getComputedStyle(field)
    canvas.font = `${style.fontWeight} ${style.fontSize} Sarabun`
    const mark = canvas.measureText("ตัวชี้วัดที่ ผู้รู้ กตัญญู")
    const line = mark.fontBoundingBoxAscent + mark.fontBoundingBoxDescent
    const above = (parseFloat(style.lineHeight) - line) / 2
    return [
      above + mark.fontBoundingBoxAscent - mark.actualBoundingBoxAscent,
      above + mark.fontBoundingBoxDescent - mark.actualBoundingBoxDescent,
    ]
  })
}"""


def upload(page, name, content):
    file = {"name": name, "mimeType": XLSX, "buffer": content}
    page.locator("input[type=file]").first.set_input_files(files=[file])


def go_to(page, title):
    """Follow the link of a page in the sidebar."""
    page.get_by_test_id("stSidebarNavLink").filter(has_text=title).click()
    expect(page.locator("h1")).to_have_text(title)
    page.locator("[data-testid=stApp][data-test-script-state=notRunning]").wait_for()


def no_errors(page):
    return page.get_by_test_id("stException").count() == 0


def test_the_first_link_after_a_start_is_not_called_unknown(visit):
    """Only the first request of a server can tell: this test must stay the first."""
    page = visit("linked-measures")

    expect(page.get_by_role("dialog")).to_have_count(0, timeout=2_000)


def test_a_link_with_a_filter_goes_through_the_router(visit):
    page = visit(f"linked-measures?divisions={quote('กองคลัง')}")

    expect(page.locator("h1")).to_have_text(words.MEASURES)
    expect(page.get_by_text(measure_words.COUNT.format(shown=7, all=12))).to_be_visible()
    expect(page.get_by_test_id("stSidebarNavLink")).to_have_count(len(TITLES))


def test_filters_go_along_by_menu_by_link_and_by_a_click_on_a_row_and_stay_on_the_way_back(visit):
    page = visit("?years=2568&years=2569")
    scope = page.get_by_text(filter_words.years([2568, 2569])).first
    weakest = page.get_by_role("link", name="การปรับปรุงระบบการทำงาน").first

    def arrived(title):
        expect(page.locator("h1")).to_have_text(title)
        settle(page)
        expect(scope).to_be_visible()
        page.wait_for_function("() => location.search.match(/years=/g)?.length === 2")

    arrived(words.OVERVIEW)
    steps = page.evaluate("history.length")
    weakest.click()
    arrived(words.INDICATOR)
    page.go_back()
    arrived(words.OVERVIEW)
    go_to(page, words.TRENDS)
    arrived(words.TRENDS)
    page.go_back()
    arrived(words.OVERVIEW)
    page.locator(".heat").click(position={"x": 300, "y": 200}, force=True)  # the row lies over it
    arrived(words.INDICATOR)
    assert page.evaluate("history.length") == steps + 1
    page.go_back()
    arrived(words.OVERVIEW)


def test_back_into_the_guide_shows_the_chapter_that_was_read(visit):
    page = visit("linked-measures")
    chapter = page.get_by_role("combobox", name=words.CHAPTER)
    read = guide.CHAPTERS[guide.CHANGES]

    page.get_by_role("link", name=words.GUIDE_OF_PAGE).click()
    expect(page.locator("h1")).to_have_text(words.GUIDE)
    settle(page)
    page.get_by_test_id("stPageLink").filter(has_text=read).get_by_role("link").first.click()
    expect(chapter).to_have_value(read)
    go_to(page, words.OVERVIEW)
    page.go_back()

    expect(page.locator("h1")).to_have_text(words.GUIDE)
    expect(chapter).to_have_value(read)


def test_no_page_needs_to_be_scrolled_sideways_on_a_phone_or_in_the_office(visit):
    page = visit()

    for title in TITLES:
        page.set_viewport_size({"width": 1366, "height": 768})
        go_to(page, title)
        assert no_errors(page), title
        page.wait_for_function(FITS)
        page.set_viewport_size({"width": 390, "height": 844})
        page.wait_for_function(FITS)


def test_thai_is_set_in_the_font_that_the_app_brings_along(visit, requested):
    page = visit()

    page.wait_for_function(LOADED_FONTS)

    assert "Sarabun" in page.evaluate(LOADED_FONTS)
    assert page.evaluate("() => document.fonts.check(\"16px Sarabun\", 'กุศกร')")
    assert any(url.endswith("/app/static/Sarabun-Regular.ttf") for url in requested)
    assert "Sarabun" in page.locator("h1").evaluate("title => getComputedStyle(title).fontFamily")


def test_marks_over_marks_are_not_cut_off_in_fields_of_one_line(visit):
    page = visit("division-progress")
    page.get_by_test_id("stSelectbox").first.wait_for()
    page.wait_for_function(LOADED_FONTS)

    # What stands in tabs is drawn after the rest of the page.
    page.wait_for_function(f"() => ({ROOM_IN_FIELDS})().length >= 3")
    rooms = page.evaluate(ROOM_IN_FIELDS)

    assert all(min(room) >= 0 for room in rooms), rooms


def test_the_five_answers_are_seen_without_scrolling_in_the_office(visit):
    page = visit(width=1366, height=768)

    # The script has ended before fonts and chart have the size that they will have.
    page.wait_for_function(IN_SIGHT, arg=list(QUESTIONS))


def test_a_division_is_chosen_and_its_measures_are_taken_away_as_excel(visit, examples, tmp_path):
    page = visit("linked-measures")
    expect(page.get_by_text(measure_words.COUNT.format(shown=12, all=12))).to_be_visible()

    choose(page, filter_words.DIVISIONS, "กองคลัง")
    expect(page.get_by_text(measure_words.COUNT.format(shown=7, all=12))).to_be_visible()
    with page.expect_download() as caught:
        page.get_by_role("button", name=table_words.DOWNLOAD_EXCEL).first.click()
    caught.value.save_as(tmp_path / "measures.xlsx")

    book = openpyxl.load_workbook(tmp_path / "measures.xlsx")
    conditions = book[table_words.SHEETS["conditions"]]
    said = {row[0].value: row[1].value for row in conditions.iter_rows(max_col=2)}
    assert "divisions=กองคลัง" in unquote(page.url)
    assert "กองคลัง" in caught.value.suggested_filename
    assert "กองคลัง" in said[table_words.CONDITIONS["scope"]]
    assert said[table_words.CONDITIONS["rows"]] == table_words.ROWS.format(shown=7, all=12)
    assert column(book.worksheets[0], "action") == actions_of("กองคลัง", examples, tmp_path)
    assert column(book.worksheets[0], "action") == on_screen(page, "action")


def choose(page, box, option):
    """Pick an option; on a busy machine a page that still draws closes a list just opened."""
    wanted = page.get_by_role("option", name=option, exact=True)
    for _ in range(12):
        page.get_by_role("combobox", name=box).click()
        with suppress(NotThere):
            wanted.click(timeout=5000)
            break
    page.keyboard.press("Escape")


def column(sheet, key):
    headings, *rows = sheet[sheet.auto_filter.ref]
    place = [cell.value for cell in headings].index(table_words.HEADINGS[key])
    return [row[place].value for row in rows]


def on_screen(page, key):
    """The cells of a column of the first table, as the browser hands them to a screen reader."""
    grid = page.get_by_test_id("stDataFrame").first.locator("canvas table")
    grid.locator("tbody tr").first.wait_for(state="attached")
    headings = grid.locator("thead th").all_text_contents()
    cells = f"tbody td[aria-colindex='{headings.index(table_words.HEADINGS[key]) + 1}']"
    return grid.locator(cells).all_text_contents()


def actions_of(division, examples, folder):
    copy = folder / "copy.duckdb"
    copy.write_bytes((Path(examples) / "ita.duckdb").read_bytes())
    opened = open_database(copy)
    found = measures.measures(opened, as_of=dt.date(2026, 11, 22), divisions=[division])
    opened.close()
    return list(found["action"])


def test_an_uploaded_sheet_is_checked_saved_and_seen(visit):
    page = visit("import-files")
    rows = [(2569, f"ตัวชี้วัดที่ {number}", 91.25) for number in range(1, 11)]

    upload(page, "คะแนนจริง.xlsx", book_of(LONG, (2569, "รวม", 91.25), *rows))
    page.get_by_role("button", name=import_words.SAVE).click()
    expect(page.get_by_test_id("stAlertContentSuccess").last).to_contain_text("11")
    go_to(page, words.TRENDS)

    expect(page.get_by_text("91.25").first).to_be_attached()
    expect(page.get_by_text(words.SAMPLE_ON_PAGE)).to_have_count(0)
    go_to(page, words.HISTORY)
    assert "คะแนนจริง.xlsx" in on_screen(page, "file_name")


def test_what_was_read_and_is_not_saved_is_not_left_without_a_question(visit):
    page = visit("yearly-trends")
    go_to(page, words.IMPORT)
    expect(page.get_by_text("ไม่เกิน 200 เมกะไบต์ต่อไฟล์")).to_be_visible()
    asked = []

    def stay(dialog):
        asked.append(dialog.type)
        dialog.dismiss()

    page.on("dialog", stay)
    upload(page, "ข้างหน้า.xlsx", book_of(LONG, (2569, "ตัวชี้วัดที่ 1", 91.5)))
    page.locator(".st-key-unsaved").get_by_test_id("stAlert").wait_for()
    page.get_by_test_id("stSidebarNavLink").filter(has_text=words.TRENDS).click()
    with suppress(NotThere):
        page.reload(timeout=2_000)
    for _ in range(2):
        with page.expect_event("dialog"):
            page.evaluate("history.back()")

    assert asked == ["confirm", "beforeunload", "confirm", "confirm"]
    expect(page.locator("h1")).to_have_text(words.IMPORT)
    assert page.url.endswith("/import-files")
    page.remove_listener("dialog", stay)
    page.on("dialog", lambda dialog: dialog.accept())
    go_to(page, words.TRENDS)


def test_markup_in_a_file_is_shown_as_text_and_starts_nothing(visit):
    page = visit("import-files")
    opened = []
    page.on("dialog", lambda dialog: (opened.append(dialog.message), dialog.dismiss()))

    upload(
        page,
        "<b>ทดสอบ www.evil.example.xlsx",
        book_of(LONG, (2569, MARKUP, 90), (MARKUP, "รวม", 90)),
    )

    expect(page.get_by_test_id("stAlertContentError").first).to_be_visible()
    expect(page.get_by_text("<b>ทดสอบ").first).to_be_visible()
    assert page.locator("[data-testid=stMain] img").count() == 0
    assert page.locator("a[href*=evil]").count() == 0
    assert opened == []
