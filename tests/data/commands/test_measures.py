"""A plan that comes again on the command line, and measures as they were known on a day."""

import datetime as dt
import shutil
from dataclasses import replace
from functools import cache

import openpyxl
import pytest

from data.commands.running import main
from data.database import Source as StoredSource
from data.database import compare, open_database, report_status, save
from data.examples import PLAN_FILE
from data.importers import read_sheets
from data.model.access import planner_here
from data.model.places import database_path
from data.model.records import ReportKind, Status, StatusReport
from data.model.thai_time import today
from tests.corpus.awkward_plans import HEADINGS, TITLE, changed
from tests.roundtrips import entered, handed_out
from tests.sheet_reading import read

OLD, NEW = "จัดอบรมให้ความรู้ด้านการปฏิบัติหน้าที่", "ประชาสัมพันธ์ขั้นตอนการให้บริการบนเว็บไซต์"
TODAY = today()
JANUARY, MARCH = dt.date(2026, 1, 15), dt.date(2026, 3, 15)


def step_done(step_id):
    measure_id = step_id.partition("/")[0]
    told = {"kind": ReportKind.STEP, "step_id": step_id, "reported_by": "ก"}
    return StatusReport(measure_id, Status.DONE, **told)


def plan_file(folder, name, *actions, **cells):
    book = openpyxl.Workbook()
    for row in (TITLE, HEADINGS, *(changed(c3=action, **cells) for action in actions)):
        book.active.append(row)
    book.save(folder / name)
    return folder / name


@pytest.fixture(scope="module")
def imported(tmp_path_factory, blank):
    """Give a function: the folder of a store that took a plan of these actions in, made once."""

    @cache
    def made(*actions):
        folder = tmp_path_factory.mktemp("imported")
        shutil.copytree(blank, folder / "store")
        path = plan_file(folder, "a.xlsx", *actions)
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("ITA_DATABASE", str(folder / "store" / "ita.duckdb"))
            assert main(["import", str(path), "--agency", "อบต.กุศกร"]) == 0
        return folder

    return made


@pytest.fixture
def planned(imported, empty_store, tmp_path):
    """Give a function that lets the commands begin where a plan of these actions, a.xlsx, is in."""

    def begin(*actions):
        shutil.copy(imported(*actions) / "a.xlsx", tmp_path)
        shutil.copytree(imported(*actions) / "store", empty_store.parent, dirs_exist_ok=True)

    return begin


def stored():
    return open_database(database_path()).acting_as(planner_here("ผู้วางแผน"))


def listed(run, *typed):
    return {row["action"]: row for row in run("measures", *typed)[1]}


def test_a_rewritten_measure_is_a_question_with_its_cell_and_stops_the_import(
    run, planned, tmp_path
):
    planned(OLD)

    code, answers = run("import", plan_file(tmp_path, "b.xlsx", NEW))

    asked = [problem for problem in answers[0]["problems"] if problem["blocking"]]
    assert (code, answers[0]["saved"]) == (1, False)
    assert [(one["code"], one["cell"], one["value"], one["expected"]) for one in asked] == [
        ("ask-measure", "B3", "1", "2569-01-i1")
    ]
    assert list(listed(run)) == [OLD]


@pytest.mark.parametrize(
    ("match", "ids"),
    [
        ("2569-01-i1=1", {NEW: ("2569-01-i1", False)}),
        ("new=1", {NEW: ("2569-01-i1-2", False), OLD: ("2569-01-i1", True)}),
    ],
)
def test_a_match_answers_the_question(run, planned, tmp_path, match, ids):
    planned(OLD)

    dry, _ = run("import", plan_file(tmp_path, "b.xlsx", NEW), "--match", match, "--dry-run")
    code, answers = run("import", tmp_path / "b.xlsx", "--match", match)

    assert (dry, code, answers[0]["saved"]) == (0, 0, True)
    found = {action: (row["measure_id"], row["withdrawn"]) for action, row in listed(run).items()}
    assert found == ids


def test_a_match_answers_what_a_step_is_and_takes_its_report_along(run, planned, tmp_path):
    planned(OLD)
    first, *_ = listed(run)[OLD]["steps"]
    report_status(stored(), step_done(first["step_id"]))
    reworded = plan_file(tmp_path, "b.xlsx", OLD, c5="1. แจกแผ่นพับทุกหมู่บ้านและประเมินผล")

    code, answers = run("import", reworded)
    asked = [(one["code"], one["value"]) for one in answers[0]["problems"] if one["blocking"]]
    assert (code, asked) == (1, [("ask-step", "1.1")])

    assert run("import", reworded, "--match", f"{first['step_id']}=1.1")[0] == 0
    (step,) = listed(run)[OLD]["steps"]
    assert (step["step_id"], step["state"]) == (first["step_id"], "done")


def test_a_match_moves_no_measure_that_is_clear(run, planned, tmp_path):
    planned(OLD, NEW)

    code, _ = run("import", plan_file(tmp_path, "b.xlsx", NEW, OLD), "--match", "2569-01-i1=1")

    assert code == 0
    ids = {action: row["measure_id"] for action, row in listed(run).items()}
    assert ids == {OLD: "2569-01-i1", NEW: "2569-01-i1-2"}


@pytest.mark.parametrize("match", ["2569-01-i1", "=1", "new=0", "new=ก", "2569-01-i9=1"])
def test_a_match_that_names_no_measure_or_no_place_is_wrong_usage(run, planned, tmp_path, match):
    planned(OLD)

    assert run("import", tmp_path / "a.xlsx", "--match", match)[0] == 2


def test_a_withdrawn_measure_is_told_as_a_flag_and_can_be_asked_for(run, planned, tmp_path):
    planned(OLD, NEW)
    run("import", plan_file(tmp_path, "b.xlsx", NEW))

    assert listed(run)[OLD]["flags"] == ["withdrawn"]
    assert list(listed(run, "--status", "withdrawn")) == [OLD]
    assert list(listed(run, "--status", "open")) == [NEW]


def test_a_workbook_about_an_older_day_is_told_as_a_notice_and_saved(run, planned, tmp_path):
    planned(OLD)
    store = stored()
    blank = handed_out(store)
    first = entered(blank, "2569-01-i1", status="กำลังดำเนินการ", percent=80, status_on=MARCH)
    (tmp_path / "first.xlsx").write_bytes(first)
    store.close()
    run("import", tmp_path / "first.xlsx")
    store = stored()
    late = entered(handed_out(store), "2569-01-i1", percent=20, status_on=JANUARY)
    (tmp_path / "late.xlsx").write_bytes(late)
    store.close()

    code, answers = run("import", tmp_path / "late.xlsx")

    told = [one for answer in answers for one in answer["problems"]]
    assert code == 0
    assert [one["code"] for one in told if one["code"] == "older-than-current"] == [
        "older-than-current"
    ]
    assert listed(run)[OLD]["percent"] == 80
    assert listed(run, "--as-of", JANUARY)[OLD]["percent"] == 20
    assert listed(run, "--as-of", MARCH, "--known-at", MARCH)[OLD]["status"] == "not-reported"
    assert listed(run, "--as-of", MARCH, "--known-at", TODAY)[OLD]["percent"] == 80


def test_the_plan_that_comes_with_the_app_never_asks_not_even_with_its_rows_swapped(run):
    run("import", PLAN_FILE)
    store = stored()
    seed = next(
        imported
        for sheet in read_sheets(PLAN_FILE.name, PLAN_FILE.read_bytes())
        if (imported := read(sheet)).measures
    )
    ids = {one.action: one.measure_id for one in seed.measures}
    for order in (seed.measures, seed.measures[::-1], seed.measures[1::2] + seed.measures[::2]):
        placed = tuple(replace(one, position=at) for at, one in enumerate(order, start=1))
        compared = compare(store, replace(seed, measures=placed))
        assert not compared.questions
        assert {one.action: one.measure_id for one in compared.imported.measures} == ids
        save(
            store, replace(seed, measures=placed), StoredSource("แผน.txt", str(order).encode(), "ก")
        )
    store.close()
