"""The published site opened from a folder: for everybody, offline, on a phone and on paper."""

import datetime as dt
import io
import shutil
from importlib.resources import files

import pypdfium2
import pytest

from data.database import open_database
from data.documents.site.publishing import site, write_site
from data.framework import apart

pytestmark = pytest.mark.browser
AXE = (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
EXAMINE = """async rules => {
  const {violations} = await axe.run(document, {runOnly: rules, resultTypes: ["violations"]})
  return violations.map(({id, nodes}) => [id, nodes.map(node => node.html.slice(0, 200))])
}"""
WIDER = "() => document.scrollingElement.scrollWidth - innerWidth"
DRAWN = "() => document.fonts.check('16px Sarabun', 'ก')"


@pytest.fixture(scope="module")
def folder(tmp_path_factory, examples):
    """Give the site of the examples, written where nothing else lies."""
    made = tmp_path_factory.mktemp("published")
    shutil.copytree(examples, made / "store")
    with apart():
        store = open_database(made / "store" / "ita.duckdb")
        write_site(site(store, 2569, dt.date(2026, 6, 30)), made / "site")
        store.close()
    return made / "site"


@pytest.mark.parametrize(("scheme", "width"), [("light", 1366), ("dark", 320)])
def test_every_page_is_for_everybody_and_fits_without_anything_from_elsewhere(
    browser, folder, scheme, width
):
    viewport = {"width": width, "height": 800}
    # The site itself forbids scripts; axe is one.
    context = browser.new_context(color_scheme=scheme, viewport=viewport, bypass_csp=True)
    page, asked = context.new_page(), set()
    page.on("request", lambda request: asked.add(request.url.partition(":")[0]))
    wrong = {}
    for path in [*folder.glob("[a-hj-z]*.html"), *folder.glob("ind*[x1].html")]:
        page.goto(path.as_uri())
        wider = page.evaluate(WIDER)
        page.evaluate(AXE)
        found = page.evaluate(EXAMINE, RULES)
        if wider > 0 or found:
            wrong[path.name] = (wider, found)
    assert page.evaluate(DRAWN)
    context.close()

    assert wrong == {}
    assert asked <= {"file", "data"}


def test_it_is_read_by_keyboard_and_printed_without_scripts(browser, folder):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((folder / "index.html").as_uri())
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.url.endswith("#content")
    page.goto((folder / "result.html").as_uri())
    printed = pypdfium2.PdfDocument(io.BytesIO(page.pdf(prefer_css_page_size=True)))
    context.close()

    width, height = (round(side / 72 * 25.4) for side in printed[0].get_size())
    assert (width, height) == (210, 297)
    assert len(printed) < 15
