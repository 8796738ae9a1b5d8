"""Text that comes from files, links and forms is shown letter by letter: never markup."""

import dataclasses
import io
import re
import shutil
from contextlib import closing
from functools import partial

import openpyxl
import pytest
from google.protobuf.json_format import MessageToDict

from data.database import Source, open_database, report_status, save
from data.examples import PLAN_FILE
from data.importers import Choices, read_sheets
from data.model.access import planner_here
from data.model.records import Status, StatusReport
from pages.shared import navigation, safe
from tests.conftest import app_on, open_by_link
from tests.sheet_reading import read

# The page of the first start is there only while nobody has set up the store: see test_example.
STEMS = sorted({*navigation.STEMS} - {navigation.FRESH, navigation.AREAS})
NASTY = (
    "![x](http://evil.example/x.png) <script>alert(1)</script> [y](javascript:1) :red[z] $1$ "
    "https://evil.example www.evil.example me@evil.example"
)
MARKUP = re.compile(r"(?<!\\)!\[|(?<!\\)\]\(|(?<!\\)<(?:script|a |b>|img)|(?<!\\):red\[")
# What the browser makes a link of, in a text it has taken the escapes from.
LINK_LIKE = re.compile(r"https?://[-.\w]|www\.|[-.\w+]@[-\w]+\.", re.IGNORECASE)
UNESCAPED = re.compile(r"\\([^\w\s])")
EVIDENCE = "https://evidence.example/1"
# What the browser draws as plain text or as data; figures and HTML have tests of their own.
PLAIN_KINDS = {"code", "dataframe", "plotly_chart", "html"}
PLAIN_FIELDS = {"options", "value", "default", "rawValues", "altText", "alt", "url", "id", "formId"}
PLAIN_FIELDS |= {"queryString"}


def texts_of(node):
    """Every text of a message that a browser may read as Markdown."""
    if isinstance(node, str):
        yield node
    elif isinstance(node, dict):
        for name, value in node.items():
            if name not in PLAIN_FIELDS:
                yield from texts_of(value)
    elif isinstance(node, list):
        for value in node:
            yield from texts_of(value)


def drawn(page):
    """Every text on a page, of elements and of what holds them, that may be read as Markdown."""
    for root in (page.main, page.sidebar):
        for node in root:
            if node.proto is not None and node.type not in PLAIN_KINDS:
                yield from texts_of(MessageToDict(node.proto))


def links(page):
    """Every address in the texts of a page that the browser would make a link of."""
    for text in drawn(page):
        shown = UNESCAPED.sub(r"\1", text).replace(EVIDENCE, "")
        yield from LINK_LIKE.findall(shown)


def figures(page):
    return "".join(element.proto.spec for element in page.get("plotly_chart"))


def nasty_plan():
    """The plan of the examples, every free text of its measures replaced."""
    content = PLAN_FILE.read_bytes()
    imported = read(read_sheets(PLAN_FILE.name, content)[0], Choices())
    measures = tuple(
        dataclasses.replace(
            measure,
            question=NASTY,
            analysis=NASTY,
            action=NASTY,
            alignment=NASTY,
            steps=(NASTY, NASTY),
            step_cells=(NASTY, NASTY),
            period_text=NASTY,
            responsible_text=NASTY,
            lead=(*measure.lead, NASTY),
            sheet=NASTY,
        )
        for measure in imported.measures
    )
    return dataclasses.replace(imported, measures=measures, sheet=NASTY)


def nasty_workbook():
    book = openpyxl.Workbook()
    book.active.title = "<b>![x]"[:31].replace("[", "(").replace("]", ")")
    for row in (("ปีงบประมาณ", "รหัส", "คะแนน"), (2569, NASTY, 90), (2569, "รวม", NASTY)):
        book.active.append(row)
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


@pytest.fixture(scope="module")
def nasty_store(examples, read_store, tmp_path_factory):  # noqa: ARG001  it lets go of what is open
    """Give the path of a store where every text a person can bring in is filled with markup."""
    path = tmp_path_factory.mktemp("nasty") / "store" / "ita.duckdb"
    shutil.copytree(examples, path.parent)
    plan = nasty_plan()
    # Rewritten as a whole, each measure is asked about: it is the one of the same place.
    same = {measure.position: measure.measure_id for measure in plan.measures}
    with closing(open_database(path).acting_as(planner_here("ผู้วางแผน"))) as store:
        save(store, plan, Source(f"{NASTY}.xlsx", b"nasty", NASTY), matches=same)
        for status in (Status.IN_PROGRESS, Status.DONE):
            report = StatusReport(
                "2569-01-i1", status, note=NASTY, evidence=EVIDENCE, reported_by=NASTY
            )
            report_status(store, report)
    return path


@pytest.fixture
def nasty_page(nasty_store):
    """Give a function that opens a page on that store."""
    with app_on(nasty_store):
        yield partial(open_by_link, {})


@pytest.mark.parametrize("stem", STEMS)
def test_no_page_draws_markup_that_came_from_a_file_or_a_form(nasty_page, stem):
    page = nasty_page(stem)

    assert not page.exception
    assert [text for text in drawn(page) if MARKUP.search(text)] == []
    assert list(links(page)) == []
    assert "<script" not in figures(page)
    assert "<a " not in figures(page)
    assert not re.search("<(script|a|img)", "".join(one.proto.body for one in page.get("html")))


def test_the_evidence_of_a_report_is_the_only_link_on_a_page(nasty_page):
    page = nasty_page("status_report", measure="2569-01-i1")

    assert any(f"<{EVIDENCE}>" in text for text in drawn(page))
    assert list(links(page)) == []


@pytest.mark.parametrize("stored", ['https://a.example/"onclick=alert(1)', "https://a@b.example"])
def test_evidence_stored_before_links_were_checked_is_text(stored):
    assert LINK_LIKE.findall(UNESCAPED.sub(r"\1", safe.linked(stored))) == []


def test_the_text_itself_is_there_letter_by_letter(nasty_page):
    page = nasty_page("profiles/measure")

    said = [text.replace("\\", "").replace("\u2060", "") for text in drawn(page)]

    assert NASTY in said


def test_the_name_and_the_cells_of_an_uploaded_file_are_no_markup(read_page):
    page = read_page("import_files")
    page.file_uploader[0].upload(f"{NASTY}.xlsx", nasty_workbook())
    page.file_uploader[0].upload(f"{NASTY}2.xlsx", b"\x00\x01 no workbook")

    page = page.run()

    assert not page.exception
    assert len(page.error) == 2
    assert [text for text in drawn(page) if MARKUP.search(text)] == []
    assert list(links(page)) == []


@pytest.mark.parametrize("name", ["years", "divisions", "states", "indicators", "role", "as_of"])
def test_a_value_of_a_link_is_no_markup(read_page, name):
    page = read_page("linked_measures", **{name: NASTY})

    assert page.warning
    assert [text for text in drawn(page) if MARKUP.search(text)] == []
