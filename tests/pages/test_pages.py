"""What must hold for every page, present and future: it opens on any store and by any link."""

import random
import shutil
import subprocess
import sys
from functools import cache

import pytest

from data.database import open_database, undo
from data.model.access import planner_here
from data.model.errors import StoreHeaderDamagedError, StoreLockedError
from data.words import failures
from data.words import navigation as words
from data.words.importing import imports as import_words
from data.words.scores import overview as overview_words
from data.words.work import measures as measure_words
from pages.shared import navigation
from pages.shared.safe import plain
from queries import batches
from tests.conftest import app_on, open_by_link
from tests.helpers.pages import press, upload
from tests.helpers.workbooks import LONG, book_of

# The page of the first start is there only while nobody has set up the store: see test_example.
STEMS = sorted({*navigation.STEMS} - {navigation.FRESH, navigation.AREAS})
TITLES = {
    stem: title
    for pages in (*navigation.PAGES.values(), navigation.PROFILES)
    for stem, title, *_ in pages
}
DATA_PAGES = ("import_files", "import_history", "audit_log", "agency_settings", "user_guide")
SCORE_PAGES = ("executive_overview", "yearly_trends", "score_movement", "next_level")
PLAN_PAGES = ("linked_measures", "division_progress", "status_report")
LINK = {
    "years": ["2568", "2569"],
    "divisions": ["กองคลัง"],
    "role": "เฉพาะเจ้าภาพ",
    "states": ["เลยกำหนด", "ยังไม่รายงาน"],
    "indicators": ["4. การใช้ทรัพย์สินของราชการ"],
    "as_of": "2026-11-22",
}
ODD_LINK = {
    "years": ["abc", "-1", "2569.5", "๒๕๖๙"],
    "divisions": ["กองที่ไม่มี", "' or 1=1 --", "<b>"],
    "role": ["ผู้ชม"],
    "states": ["%00", "open"],
    "indicators": ["99", "4"],
    "as_of": ["2026-13-45"],
    "measure": ["../../etc"],
    "unknown": ["x"],
}
HOLD_THE_STORE = """
import sys, duckdb
held = duckdb.connect(sys.argv[1])
print("held", flush=True)
sys.stdin.read()
"""


@pytest.fixture(scope="module")
def without(examples, read_store, tmp_path_factory):  # noqa: ARG001  it lets go of what is open
    """Give a function: the path of a store whose imports of these kinds were undone, made once."""

    @cache
    def undone(*kinds):
        path = tmp_path_factory.mktemp("undone") / "store" / "ita.duckdb"
        shutil.copytree(examples, path.parent)
        opened = open_database(path).acting_as(planner_here("ผู้วางแผน"))
        for row in batches.batches(opened).itertuples():
            if row.kind in kinds:
                undo(opened, row.batch_id, undone_by="ผู้วางแผน")
        opened.close()
        return path

    return undone


@pytest.fixture(scope="module")
def held_store(examples, tmp_path_factory):
    """Give the path of a store that another program holds."""
    path = tmp_path_factory.mktemp("held") / "store" / "ita.duckdb"
    shutil.copytree(examples, path.parent)
    with subprocess.Popen(
        [sys.executable, "-c", HOLD_THE_STORE, str(path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as holder:
        holder.stdout.readline()
        yield path
        holder.stdin.close()


@pytest.mark.parametrize("stem", STEMS)
def test_a_page_opens_on_the_examples_under_its_own_title(read_page, stem):
    page = read_page(stem)

    assert not page.exception
    assert not page.error
    assert [title.value for title in page.title] == [TITLES[stem]]


@pytest.mark.parametrize("stem", STEMS)
def test_a_page_says_what_to_do_when_every_import_was_undone(without, stem):
    with app_on(without("plan", "scores")):
        page = open_by_link({}, stem)

    assert not page.exception
    assert not page.error
    if stem not in DATA_PAGES:
        assert page.header
        found = [link.label for link in page.main.get("page_link")]
        assert found == [words.GO_IMPORT, words.SEE_EXAMPLE]


@pytest.mark.parametrize("stem", SCORE_PAGES)
def test_a_page_of_scores_names_the_missing_scores(without, stem):
    with app_on(without("scores")):
        page = open_by_link({}, stem)

    assert not page.exception
    assert overview_words.NO_SCORES in [text.value for text in page.markdown]


def test_a_year_of_totals_alone_says_what_is_missing_and_how_it_comes_in(open_page):
    rows = [LONG, (2566, "รวม", 84.2), (2566, "IIT", 82.1), (2566, "EIT", 79.4), (2566, "OIT", 90)]
    press(upload(open_page("import_files"), ("คะแนน.xlsx", book_of(*rows))), import_words.SAVE)

    for stem in ("executive_overview", "yearly_trends"):
        page = open_page(stem, years=["2566"])
        said = [one.value for one in (*page.markdown, *page.info)]
        assert overview_words.NO_INDICATORS in said, stem
        assert words.IMPORT in [link.label for link in page.get("page_link")], stem


@pytest.mark.parametrize("stem", PLAN_PAGES)
def test_a_page_of_measures_names_the_missing_plan(without, stem):
    with app_on(without("plan")):
        page = open_by_link({}, stem)

    assert not page.exception
    assert measure_words.NO_MEASURES in [text.value for text in page.markdown]


@pytest.mark.parametrize("kind", ["plan", "scores"])
def test_every_page_opens_with_only_a_plan_or_only_scores(without, kind):
    with app_on(without(kind)):
        opened = {stem: open_by_link({}, stem) for stem in STEMS}

    assert {stem for stem, page in opened.items() if page.exception or page.error} == set()


@pytest.mark.parametrize("link", [LINK, ODD_LINK], ids=["known", "unknown"])
def test_every_page_opens_by_a_link_with_every_filter(read_page, link):
    opened = {stem: read_page(stem, **link) for stem in STEMS}

    assert {stem for stem, page in opened.items() if page.exception or page.error} == set()


@pytest.mark.parametrize("stem", STEMS)
def test_a_page_explains_a_store_that_another_program_holds(held_store, stem):
    with app_on(held_store):
        page = open_by_link({}, stem)

    assert not page.exception
    assert [error.value for error in page.error] == [plain(failures.failure(StoreLockedError()))]


@pytest.mark.parametrize("stem", STEMS)
def test_a_page_explains_a_damaged_store_and_leaves_it_as_it_is(open_page, app_store, stem):
    app_store.write_bytes(b"\x00" * 40_000)

    page = open_page(stem)

    assert not page.exception
    assert [error.value for error in page.error] == [
        plain(failures.failure(StoreHeaderDamagedError()))
    ]
    assert app_store.read_bytes() == b"\x00" * 40_000


def test_no_failure_tells_where_the_store_is(open_page, app_store):
    app_store.write_bytes(b"no database")

    page = open_page("executive_overview")

    assert page.error
    assert str(app_store.parent) not in "".join(error.value for error in page.error)


def test_no_value_of_a_link_breaks_a_page(read_page):
    for seed in range(12):
        chance = random.Random(seed)  # noqa: S311  only to be the same again

        page = read_page("linked_measures", **{name: strange(chance) for name in ODD_LINK})

        assert not page.exception, seed
        assert len(page.title) == 1, seed


def strange(chance):
    """Some values for a parameter of a link: letters of any script, numbers, days, near misses."""
    letters = "".join(chr(chance.randrange(1, 0xD7FF)) for _ in range(chance.randrange(30)))
    values = (
        letters,
        str(chance.randrange(-(10**20), 10**20)),
        f"{chance.randrange(1, 9999):04}-{chance.randrange(1, 13):02}-{chance.randrange(1, 31):02}",
        chance.choice([value for values in LINK.values() for value in values]),
        "x" * 5_000,
        "",
    )
    return chance.choices(values, k=chance.randrange(1, 4))
