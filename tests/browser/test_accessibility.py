"""Every page for everybody: read aloud, in the dark, on a phone, by keyboard, and on paper."""

import io
import re
import shutil
from importlib.resources import files
from pathlib import Path
from urllib.parse import urljoin

import pypdfium2
import pytest
import streamlit
from playwright.sync_api import expect

from data.database import Source, open_database, report_status, save
from data.importers import Choices, read_sheets
from data.model.access import planner_here
from data.model.records import Status, StatusReport
from data.people import planner_link
from data.words import navigation as words
from data.words.importing import imports as import_words
from data.words.importing import provenance as source_words
from data.words.work import progress as progress_words
from data.words.work import reporting
from pages.shared import navigation
from tests.running import running_app
from tests.sheet_reading import read

pytestmark = pytest.mark.browser
expect.set_options(timeout=30_000)
# Read as a resource: importing the package reads the script in the letters of the machine.
AXE = (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")
TITLES = {
    stem: title
    for pages in (*navigation.PAGES.values(), navigation.PROFILES)
    for stem, title, *_ in pages
}
PROFILES = [stem for stem, *_ in navigation.PROFILES]
PAGES = [one for one in TITLES if one not in (*PROFILES, navigation.FRESH, navigation.AREAS)]
"""What the navigation leads to in a store of one agency that somebody has set up."""
SCHEMES = ("light", "dark")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
FRAMEWORK = {
    # The sections of the navigation stand as divs between its list and the items.
    "list": "[data-testid=stSidebarNavItems]",
    "listitem": "[data-testid=stSidebarNavItems] li",
    # The area for dropping files is named by the label of the uploader and then called decoration.
    "presentation-role-conflict": "[data-testid=stFileUploaderDropzone]",
}
"""What axe finds in markup of Streamlit's own, by rule and place: no page can change it."""
EXAMINE = """async ([rules, framework]) => {
  const options = {runOnly: rules, resultTypes: ["violations"], elementRef: true}
  const {violations} = await axe.run(document, options)
  return violations.flatMap(({id, nodes}) => nodes.map(node => ({
    rule: id,
    framework: id in framework && node.element.matches(framework[id]),
    html: node.html.slice(0, 200),
    reason: node.failureSummary,
  })))
}"""
QUIET = "[data-testid=stApp][data-test-script-state=notRunning]"
DRAWN = """() => {
  const shown = name => [...document.querySelectorAll(`[data-testid=${name}]`)]
    .filter(box => box.checkVisibility())
  return shown("stSkeleton").length === 0
    && shown("stPlotlyChart").every(chart => chart.querySelector(".main-svg"))
    && shown("stDataFrame").every(table => table.querySelector("canvas"))
}"""
SCHEME = "name => getComputedStyle(document.querySelector('.stApp')).colorScheme === name"
AT_ONCE = """addEventListener("DOMContentLoaded", () => {
  const style = document.createElement("style")
  style.textContent = "*, ::before, ::after { transition: none !important }"
  document.head.append(style)
})"""
"""A colour on its way from light to dark is neither, and axe would measure it."""
FITS = "() => document.scrollingElement.scrollWidth <= innerWidth"
FOCUS = """() => {
  const found = document.activeElement
  const {outlineStyle, boxShadow} = getComputedStyle(found)
  return {name: found.innerText ?? "", seen: outlineStyle !== "none" || boxShadow !== "none"}
}"""
WIDEST = """() => Math.max(...[...document.querySelectorAll(
    "[data-testid=stPlotlyChart], [data-testid=stDataFrame]")]
  .map(box => box.getBoundingClientRect().width))"""
FILLED = """() => [...document.querySelectorAll("[data-testid=stPlotlyChart]")].map(place =>
  [place.querySelector(".main-svg"), place.closest("[class*=st-key-card_chart_]")]
    .map(box => box.getBoundingClientRect().width))"""
ZOOM = """() => Number(
  getComputedStyle(document.querySelector("[data-testid=stMainBlockContainer]")).zoom)"""
CUT = """() => [...document.querySelectorAll(
    "[data-testid=stPlotlyChart], [data-testid=stDataFrame], h1, h2, p")]
  .filter(box => box.getBoundingClientRect().right > document.documentElement.clientWidth)
  .map(box => box.dataset.testid ?? box.textContent)"""
FAINT = """() => [...document.querySelectorAll("[data-testid=stMain] :is(h1, h2, p)")]
  .filter(box => box.checkVisibility())
  .filter(box => /rgba?\\(2\\d\\d, 2\\d\\d/.test(getComputedStyle(box).color))
  .map(box => box.textContent)"""
BARE = """() => [...document.querySelectorAll(
    ".heat td[style], .plot b, .plot u, .bar i, .parts span")]
  .filter(box => box.checkVisibility() && !box.matches(".missing, .dashed"))
  .filter(box => getComputedStyle(box).backgroundColor === "rgba(0, 0, 0, 0)")
  .map(box => box.outerHTML)"""
"""What is drawn by the colour of its ground, and has none."""
PAPER = {"width": 718, "height": 1047}
"""A4 within the margins, in CSS pixels."""
NATION = """หน่วยงาน,อำเภอ,จังหวัด,IIT,EIT,OIT,คะแนนรวม
อบต.เหนือ,ตระการพืชผล,อุบลราชธานี,81.50,82.25,83.10,82.34
อบต.ใต้,ตระการพืชผล,อุบลราชธานี,91.50,92.25,93.10,92.34
"""
CONTENTS = {"width": 1366, "height": 5000}
"""So tall that nothing is scrolled out of sight, where axe does not measure contrast."""


@pytest.fixture(scope="module")
def examples(examples, tmp_path_factory):
    """Add other agencies to the examples, and a report with its link, so that both are shown."""
    folder = tmp_path_factory.mktemp("neighbours") / "store"
    shutil.copytree(examples, folder)
    opened = open_database(folder / "ita.duckdb").acting_as(planner_here("ผู้วางแผน"))
    content = NATION.encode()
    found = read(read_sheets("อำเภอ.csv", content)[0], Choices(year=2569))
    save(opened, found, Source("อำเภอ.csv", content, "ผู้วางแผน", is_sample=True))
    proof = "https://kutsakon.go.th/1"
    report_status(
        opened, StatusReport("2569-01-i1", Status.DONE, evidence=proof, reported_by="สมชาย")
    )
    opened.close()
    return folder


@pytest.fixture(scope="module")
def page(browser, address, let_in):
    context = browser.new_context(locale="th-TH", reduced_motion="reduce")
    context.set_default_timeout(60_000)
    let_in(context, address)
    opened = context.new_page()
    opened.add_init_script(AT_ONCE)
    opened.goto(address)
    yield opened
    context.close()


@pytest.fixture(scope="module")
def nobodys_page(browser, tmp_path_factory):
    """Give a page of an app whose store nobody has set up, in the hands of its planner."""
    store = tmp_path_factory.mktemp("nobodys") / "store" / "ita.duckdb"
    with running_app(store) as app:
        context = browser.new_context(locale="th-TH", reduced_motion="reduce")
        context.set_default_timeout(60_000)
        secret = planner_link.new_link(store.parent).rpartition("/")[2]
        opened = context.new_page()
        opened.add_init_script(AT_ONCE)
        opened.goto(f"http://{app.address}{planner_link.LINK_PATH}{secret}")
        yield opened
        context.close()


def show(page, stem, size=CONTENTS, scheme="light"):
    """Go to a page, by the navigation if it is there, and wait until all of it is drawn."""
    page.set_viewport_size({"width": 1366, "height": 768})
    turn(page, scheme)
    if stem in PROFILES:
        page.goto(urljoin(page.url, f"/{navigation.address(stem)}"))
    else:
        page.get_by_test_id("stSidebarNavLink").filter(has_text=TITLES[stem]).click()
    led_to(page, TITLES[stem])
    page.set_viewport_size(size)
    settle(page)


def led_to(page, title):
    """Wait until the page of this title has taken the place of the one before."""
    page.locator("h1", has_text=title).wait_for()
    page.locator(QUIET).wait_for()
    expect(page.locator("h1")).to_have_text(title)


def turn(page, scheme):
    """Let the system be light or dark, and wait until the page is, too."""
    page.emulate_media(color_scheme=scheme, media="screen")
    page.wait_for_function(SCHEME, arg=scheme)
    settle(page)


def settle(page):
    page.locator(QUIET).wait_for()
    page.wait_for_function(DRAWN)


@pytest.fixture(scope="module")
def examined(page, nobodys_page):
    """Let axe look at every page in both schemes: what it finds, by scheme and page.

    In the dark it looks at contrast alone: the rest of a page is the same.
    """
    shown = [(page, stem) for stem in (*PAGES, *PROFILES)]
    found = {}
    for where, stem in (*shown, (nobodys_page, navigation.FRESH)):
        settle(where)
        show(where, stem)
        where.evaluate(AXE)
        found["light", stem] = where.evaluate(EXAMINE, [RULES, FRAMEWORK])
        turn(where, "dark")
        found["dark", stem] = where.evaluate(EXAMINE, [["color-contrast"], FRAMEWORK])
    return found


@pytest.mark.parametrize("stem", [one for one in TITLES if one != navigation.AREAS])
@pytest.mark.parametrize("scheme", SCHEMES)
def test_axe_finds_nothing_in_what_is_ours(examined, scheme, stem):
    ours = [one for one in examined[scheme, stem] if not one["framework"]]

    assert not ours, "\n".join(f"{one['rule']}: {one['html']}\n{one['reason']}" for one in ours)


@pytest.mark.parametrize(
    ("stem", "opens"),
    [("import_files", import_words.PASTE), ("executive_overview", words.SHARE)],
)
def test_axe_finds_nothing_in_what_opens_over_a_page(page, stem, opens):
    settle(page)
    show(page, stem)
    page.get_by_role("button", name=opens).click()
    page.get_by_test_id("stPopoverBody").wait_for()
    page.evaluate(AXE)

    found = page.evaluate(EXAMINE, [RULES, FRAMEWORK])

    assert [one for one in found if not one["framework"]] == []
    page.keyboard.press("Escape")


def test_what_is_forgiven_is_streamlits_own_and_still_there(examined):
    met = {one["rule"] for found in examined.values() for one in found if one["framework"]}
    scripts = (Path(streamlit.__file__).parent / "static/static/js").glob("*.js")
    code = "".join(path.read_text(encoding="utf-8") for path in scripts)

    assert met == set(FRAMEWORK)
    for selector in FRAMEWORK.values():
        assert re.search(r"data-testid=(\w+)", selector)[1] in code


def test_a_page_says_in_which_language_it_is_and_what_it_is_about(page):
    show(page, "linked_measures")

    assert page.locator("html").get_attribute("lang") == "th"
    assert page.title() == words.WINDOW.format(page=words.MEASURES, app=words.app())


def test_other_agencies_fit_a_phone(page):
    """The other pages do, too: `test_browser` looks at each of them."""
    show(page, "agency_comparison", {"width": 390, "height": 844})
    choose_first(page, source_words.AGENCY)
    expect(page.get_by_role("combobox", name=source_words.SCORE)).to_be_visible()
    settle(page)

    page.wait_for_function(FITS)


def choose_first(page, label):
    box = page.get_by_role("combobox", name=label)
    box.scroll_into_view_if_needed()
    box.focus()
    box.press("ArrowDown")
    page.get_by_role("option").first.wait_for()
    box.press("Enter")
    settle(page)


def test_every_page_is_reached_by_keyboard_and_the_place_is_seen(page):
    show(page, navigation.FIRST, {"width": 1366, "height": 768})
    page.reload()
    settle(page)

    for title in (TITLES[stem] for stem in PAGES):
        tab_to(page, title)
        page.keyboard.press("Enter")
        led_to(page, title)


def tab_to(page, title):
    """Press the key until the link has the focus, as a person would who looks for it."""
    for _ in range(2 * len(PAGES)):
        page.keyboard.press("Tab")
        focus = page.evaluate(FOCUS)
        if title in focus["name"]:
            assert focus["seen"], title
            return
    pytest.fail(f"no key leads to {title}")


@pytest.mark.parametrize(
    "stem", ["linked_measures", "division_progress", "agency_comparison", "status_report"]
)
def test_the_keyboard_is_never_caught_on_a_page(page, stem):
    show(page, stem, {"width": 1366, "height": 768})
    page.locator("h1").click()

    for _ in range(400):
        page.keyboard.press("Tab")
        if page.evaluate("() => document.activeElement === document.body"):
            return
    pytest.fail("the focus never came around")


def paper(page, stem):
    """Show a page as it is printed."""
    show(page, stem)
    page.emulate_media(media="print")


def right_margins(page):
    """Give the right margin of each sheet that the browser prints, as grey pixels."""
    document = pypdfium2.PdfDocument(io.BytesIO(page.pdf(prefer_css_page_size=True)))
    margin = 20  # of 28 points
    return [sheet.render(grayscale=True).to_numpy()[:, -margin:] for sheet in document]


@pytest.mark.parametrize(("scheme", "width"), [("light", 1920), ("dark", 1366)])
@pytest.mark.parametrize("stem", ["executive_overview", "division_progress", "yearly_trends"])
def test_nothing_is_cut_or_too_faint_on_the_sheet(page, stem, scheme, width):
    show(page, stem, {"width": width, "height": 900}, scheme)
    # The browser prints them as wide as they were drawn for the screen.
    drawn = page.evaluate(WIDEST)
    page.emulate_media(media="print")
    margins = right_margins(page)
    page.set_viewport_size(PAPER)

    assert drawn * page.evaluate(ZOOM) <= PAPER["width"]
    assert all((margin == 255).all() for margin in margins)
    assert page.evaluate(CUT) == []
    assert page.evaluate(FAINT) == []
    assert page.evaluate(BARE) == []


def test_on_paper_a_chart_fills_its_place_and_the_overview_one_sheet(page):
    show(page, "executive_overview", {"width": 1366, "height": 768})
    sheets = right_margins(page)
    show(page, "division_progress", {"width": 1366, "height": 768})
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.set_viewport_size(PAPER)
    widths = page.evaluate(FILLED)
    page.evaluate("dispatchEvent(new Event('afterprint'))")

    assert len(sheets) == 1
    assert widths
    assert all(chart == pytest.approx(place, abs=2) for chart, place in widths), widths


def test_forms_and_their_headings_stay_off_the_paper(page):
    paper(page, "division_progress")
    sheets = page.locator("body")

    expect(page.get_by_role("heading", name=progress_words.MEASURES)).to_be_visible()
    for heading in (reporting.HANDING_OUT, progress_words.HAND_OUT_AND_REPORT):
        expect(sheets.get_by_text(heading, exact=True).first).to_be_hidden()
    measures = page.locator("table.paper").nth(1)
    assert measures.locator("tr").count() == 13
    expect(measures).to_be_visible()


def test_what_leads_on_in_a_card_is_read_on_paper_and_what_is_chosen_with_is_not(page):
    show(page, "executive_overview")
    page.emulate_media(media="print")

    expect(page.get_by_role("link", name="การปรับปรุงระบบการทำงาน").first).to_be_visible()
    expect(page.get_by_test_id("stButtonGroup").first).to_be_hidden()
    page.emulate_media(media="screen")


def test_the_question_after_a_source_is_printed_only_with_its_answer(page):
    paper(page, "yearly_trends")
    heading = page.get_by_role("heading", name=source_words.TITLE)
    expect(page.get_by_text(source_words.TITLE, exact=True)).to_be_hidden()

    turn(page, "light")
    choose_first(page, source_words.SCORE)
    settle(page)
    page.emulate_media(media="print")

    expect(heading).to_be_visible()
