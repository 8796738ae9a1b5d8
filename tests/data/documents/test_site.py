"""The published site stands by itself: its links resolve, nothing is asked for, nobody is named."""

import csv
import datetime as dt
import hashlib
import io
import json
import re
import shutil
import zipfile
from collections import Counter
from dataclasses import dataclass, field, replace
from html.parser import HTMLParser
from posixpath import join, normpath
from urllib.parse import unquote

import pypdfium2
import pytest

from data.database import add_comment, close_round, open_database, open_round, report_status
from data.documents import building
from data.documents.site.measures import measure_groups
from data.documents.site.publishing import LISTING, newest_year, site, write_site
from data.documents.site.rendering import rendered
from data.exporters.archive import archive
from data.framework import Signatory, SignatoryRole, hold
from data.model.access import planner_here
from data.model.errors import NoSiteFolderError, NothingToPublishError
from data.model.records import ReportKind, Status, StatusReport
from data.model.thai_time import today
from data.model.work import NewRound
from data.words import navigation
from data.words.files.documents import Document
from queries.measures import measures
from queries.steps import steps
from tests.catalogues import as_example, hold_parts, home_catalogue

DAY = dt.date(2026, 6, 30)
TOMORROW = today() + dt.timedelta(days=1)
"""The state that was reported while this runs."""
PERSON = "สมหญิง ลับเฉพาะ"
SIGNER = "วีระ ลงนาม"
HOSTILE = "<img src=https://evil.example/x onerror=alert(1)>&\"'<script>"
CASTS = {
    "integer": int,
    "number": float,
    "boolean": {"True": True, "False": False}.__getitem__,
    "date": dt.date.fromisoformat,
    "string": str,
}
VOID = {"meta", "link", "br", "line", "circle", "rect"}


@dataclass
class Page(HTMLParser):
    """What a page links to, loads and names; its elements are closed in their order."""

    ids: list = field(default_factory=list)
    links: list = field(default_factory=list)
    loaded: list = field(default_factory=list)
    tags: Counter = field(default_factory=Counter)
    texts: list = field(default_factory=list)
    opened: list = field(default_factory=list)
    attributes: set = field(default_factory=set)

    def __post_init__(self):
        super().__init__()

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        assert len(given) == len(attrs), (tag, attrs)
        self.tags[tag] += 1
        self.attributes |= set(given)
        self.ids += [given["id"]] if "id" in given else []
        self.loaded += [given[key] for key in ("src", "srcset", "data", "poster") if key in given]
        if "href" in given:
            (self.loaded if tag == "link" else self.links).append(given["href"])
        if tag not in VOID:
            self.opened.append(tag)

    def handle_endtag(self, tag):
        if tag not in VOID:
            assert self.opened.pop() == tag

    def handle_data(self, text):
        self.texts.append(text)


def page(content):
    read = Page()
    read.feed(content.decode())
    read.close()
    assert read.opened == []
    return read


def about(measure_id, note="", evidence="", **told):
    return StatusReport(
        measure_id,
        Status.DONE,
        100,
        note=note,
        evidence=evidence,
        reported_by=PERSON,
        kind=ReportKind.LEAD,
        **told,
    )


@pytest.fixture(scope="module")
def store(tmp_path_factory, examples):
    """Give a store with scores, a plan, hostile reports of a named person, and a closed round."""
    folder = tmp_path_factory.mktemp("published")
    shutil.copytree(examples, folder, dirs_exist_ok=True)
    opened = open_database(folder / "ita.duckdb").acting_as(planner_here(PERSON))
    reports = [about("2569-01-i1", HOSTILE), about("2569-01-i2")]
    reports.append(about("2569-01-i3", evidence="https://agency.example/a?b=1&c=2"))
    for one in reports:
        report_status(opened, one)
    add_comment(opened, "2569-01-i1", "ความลับ", PERSON)
    close_round(opened, open_round(opened, NewRound(2569, "รอบ 6 เดือน", DAY, DAY)))
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def files(store):
    hold(home_catalogue())
    return site(store, 2569, TOMORROW)


@pytest.fixture(scope="module")
def invented(store):
    """Give the site of an example whose agency has a hostile name."""
    hold(home_catalogue())
    signing = (Signatory(SignatoryRole.APPROVED, SIGNER, "ปลัด"),)
    catalogue = home_catalogue()
    hold_parts(
        replace(catalogue.organisation, name=HOSTILE),
        replace(catalogue.office, signatories=signing),
    )
    as_example()
    return site(store, 2569, DAY)


@pytest.fixture(scope="module")
def read(files):
    return {name: page(content) for name, content in files.items() if name.endswith(".html")}


def test_the_same_input_gives_the_same_bytes_at_any_moment(store, files, monkeypatch):
    monkeypatch.setattr(building, "_now", None)  # nothing asks what time it is

    again = site(store, 2569, TOMORROW)

    assert [name for name in files if files[name] != again[name]] == []
    assert list(again) == list(files)


def test_every_link_leads_to_a_file_and_a_place_of_the_site(files, read):
    for name, one in read.items():
        for link in one.links:
            if link.startswith("https://agency.example/"):
                continue
            path, _, place = unquote(link).partition("#")
            target = normpath(join(name, "..", path)) if path else name
            assert target in files, (name, link)
            assert not place or place in read[target].ids, (name, link)


def test_every_file_is_reached_by_links_from_the_first_page(files, read):
    reached, seen = {"index.html"}, set()
    while reached - seen:
        name = (reached - seen).pop()
        seen.add(name)
        reached |= {link.partition("#")[0] or name for link in getattr(read.get(name), "links", ())}
    apart = {"site.css", LISTING} | {name for name in files if name.startswith("fonts/")}

    assert set(files) - reached == apart


def test_nothing_is_loaded_from_elsewhere_and_nothing_runs(files, read):
    style = files["site.css"].decode()

    assert {asset for one in read.values() for asset in one.loaded} == {"data:,", "site.css"}
    assert set(re.findall(r'url\("([^"]+)"\)', style)) <= set(files)
    assert style.count("url(") == 2
    assert "@import" not in style
    for one in read.values():
        assert not {"script", "iframe", "object", "embed", "form", "img", "base"} & set(one.tags)
        assert not [key for key in one.attributes if key.startswith("on")]


def test_a_hostile_text_is_shown_as_it_is_and_leads_nowhere(files, read):
    told = read["result.html"]

    assert HOSTILE in "".join(told.texts)
    assert "https://agency.example/a?b=1&c=2" in told.links
    assert b"https://agency.example/a?b=1&amp;c=2" in files["result.html"]


def test_text_that_is_no_address_becomes_no_link_and_no_control_character_is_written(store):
    rows = measures(store, as_of=DAY, years=[2569]).head(1)
    rows = rows.assign(evidence="javascript:alert(1)", note="a\x00b\x07c")

    ((one,),) = [group["measures"] for group in measure_groups(rows, steps(store, as_of=DAY))]

    assert not one["linked"]
    assert rendered("about.html", about_page(one["note"])).decode().count("a\ufffdb\ufffdc") == 1


def test_a_hostile_agency_is_escaped_on_every_page(invented):
    for name, content in invented.items():
        if name.endswith(".html"):
            assert {"img", "script"}.isdisjoint(page(content).tags), name
    assert json.loads(invented["dcat.jsonld"])["dct:publisher"]["foaf:name"]["@value"] == HOSTILE


def test_no_person_and_no_file_name_leaves_the_house(files):
    secrets = [PERSON, "ผู้วางแผน", "examples", "ความลับ", ".csv", "action-plan"]
    allowed = {".csv": re.compile(r"data/\w+\.csv")}
    for name, content in files.items():
        for text in texts_of(name, content):
            for secret in secrets:
                plain = allowed[secret].sub("", text) if secret in allowed else text
                assert secret not in plain, (name, secret)


def test_nobody_signs_what_is_on_the_web(store, invented):
    signing = (Signatory(SignatoryRole.APPROVED, SIGNER, "ปลัด"),)
    hold_parts(replace(home_catalogue().office, signatories=signing))
    own = building.build(
        Document.PLAN, ".docx", building.ground(store, 2569, DAY), thai_digits=False
    )

    assert any(SIGNER in text for text in texts_of("plan.docx", own))
    for name, content in invented.items():
        assert not any(SIGNER in text for text in texts_of(name, content)), name


def texts_of(name, content):
    if name.endswith(".docx"):
        with zipfile.ZipFile(io.BytesIO(content)) as parts:
            return [parts.read(part).decode() for part in parts.namelist() if "xml" in part]
    if name.endswith(".pdf"):
        pdf = pypdfium2.PdfDocument(content)
        told = [one.get_textpage().get_text_range() for one in pdf]
        pdf.close()
        return told
    return [] if name.startswith("fonts/") else [content.decode()]


def about_page(text):
    frame = {"organisation": "", "sample": "", "published": ""}
    lists = {"methods": [text], "breaks": [], "conditions": []}
    return {"page": "about", "title": "", "site": frame, **lists}


def rows_of(content):
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"))))


def test_the_tables_are_what_the_data_package_says(files):
    package = json.loads(files["datapackage.json"])
    keys = {}
    for resource in package["resources"]:
        content, schema = files[resource["path"]], resource["schema"]
        heading, *rows = rows_of(content)
        assert heading == [one["name"] for one in schema["fields"]]
        assert resource["bytes"] == len(content)
        assert resource["hash"] == f"sha256:{hashlib.sha256(content).hexdigest()}"
        for row in rows:
            for value, one in zip(row, schema["fields"], strict=True):
                limits = one.get("constraints", {})
                assert value or not limits.get("required"), (resource["name"], one["name"])
                if value:
                    CASTS[one["type"]](value)
                    assert value in limits.get("enum", [value])
        places = [heading.index(key) for key in schema["primaryKey"]]
        ids = [tuple(row[place] for place in places) for row in rows]
        assert rows, resource["name"]
        assert len(set(ids)) == len(ids), resource["name"]
        keys[resource["name"]] = {row[0] for row in rows}
        for foreign in schema.get("foreignKeys", ()):
            (key,) = foreign["fields"]
            assert {row[heading.index(key)] for row in rows} <= keys[
                foreign["reference"]["resource"]
            ]


def test_the_dictionary_tells_every_column_in_thai(files):
    package = json.loads(files["datapackage.json"])
    _, *rows = rows_of(files["data/dictionary.csv"])

    described = [
        [one["path"], field["name"], field["title"]]
        for one in package["resources"]
        for field in one["schema"]["fields"]
    ]
    assert [row[:3] for row in rows] == described
    assert all(re.search("[ก-๙]", row[2]) for row in rows)


def test_the_catalogue_lists_every_table_with_relative_addresses(files):
    dataset = json.loads(files["dcat.jsonld"])["dcat:dataset"]
    paths = [one["dcat:downloadURL"]["@id"] for one in dataset["dcat:distribution"]]

    assert paths == [one["path"] for one in json.loads(files["datapackage.json"])["resources"]]


def test_plan_and_result_are_one_page_each_with_their_documents(files, read):
    plan, result = read["plan.html"], read["result.html"]
    measures = {row[0] for row in rows_of(files["data/measures.csv"])[1:]}

    assert measures <= set(plan.ids)
    assert measures <= set(result.ids)
    assert {"documents/plan-2569.docx", "documents/plan-2569.pdf"} <= set(plan.links)
    assert {"documents/result-2569.docx", "documents/result-2569.pdf"} <= set(result.links)
    assert {"documents/round-1.docx", "documents/round-1.pdf"} <= set(result.links)


def test_every_page_has_one_title_a_language_and_a_way_past_the_navigation(read, files):
    for name, one in read.items():
        assert one.tags["h1"] == one.tags["main"] == 1, name
        assert one.links[0] == "#content"
        assert one.tags["table"] == one.tags["caption"], name
        assert b'<html lang="th">' in files[name]
        assert len(set(one.ids)) == len(one.ids), name


def test_an_indicator_is_drawn_with_words_that_tell_all_of_it(files, read):
    (desc,) = re.findall(r"<desc[^>]*>([^<]+)</desc>", files["indicator-8.html"].decode())

    assert len(re.findall(r"\d\d\.\d\d", desc)) == 5  # two averages of the country, too
    assert sum(name.startswith("indicator-") for name in read) == 10


def test_a_sample_says_so_on_every_page_in_every_document_and_row(invented):
    for name, content in invented.items():
        if name.endswith(".html"):
            assert navigation.SAMPLE_SHORT in content.decode(), name
        if name.endswith((".docx", ".pdf")):
            assert navigation.SAMPLE_SHORT in "".join(texts_of(name, content)), name
        if name.startswith("data/") and name != "data/dictionary.csv":
            assert {row[-1] for row in rows_of(content)[1:]} == {"True"}, name


def test_own_data_is_not_called_a_sample(files):
    assert navigation.SAMPLE_SHORT not in files["index.html"].decode()
    assert {row[-1] for row in rows_of(files["data/measures.csv"])[1:]} == {"False"}


def test_a_plan_without_scores_and_scores_without_a_plan_are_published(database, store):
    with pytest.raises(NothingToPublishError):
        site(database, 2569, DAY)

    assert newest_year(store, DAY) == 2569
    assert newest_year(database, DAY) == 2569  # of the day
    made = site(store, 2568, DAY)
    assert not [name for name in made if name.startswith("documents/plan")]
    assert "2568" in made["plan.html"].decode()


def test_the_zip_holds_the_same_files_in_the_same_order(files):
    packed = archive(files)
    with zipfile.ZipFile(io.BytesIO(packed)) as opened:
        held = {name: opened.read(name) for name in opened.namelist()}

    assert (list(held), held) == (list(files), files)
    assert packed == archive(files)


def test_a_folder_is_renewed_and_what_the_new_site_lacks_is_deleted(tmp_path):
    folder = tmp_path / "site"
    listing = b"0  old.html\n0  a/b.txt\n0  ../../kept.txt\n"
    write_site({"old.html": b"1", "a/b.txt": b"2", LISTING: listing}, folder)
    (tmp_path.parent / "kept.txt").write_bytes(b"of somebody else")
    write_site({"a/b.txt": b"3", LISTING: b"0  a/b.txt\n"}, folder)

    assert sorted(path.name for path in folder.rglob("*.*")) == ["b.txt", LISTING]
    assert (folder / "a/b.txt").read_bytes() == b"3"
    assert (tmp_path.parent / "kept.txt").exists()


def test_a_folder_with_other_files_is_left_alone(tmp_path):
    (tmp_path / "index.html").write_bytes(b"somebody's own")

    with pytest.raises(NoSiteFolderError):
        write_site({"index.html": b"1"}, tmp_path)
    assert (tmp_path / "index.html").read_bytes() == b"somebody's own"
