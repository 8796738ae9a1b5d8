"""Which report is current: the one about the newest day, whenever it was typed."""

import datetime as dt

import pytest

from data.database import (
    IN_MEMORY,
    RowKind,
    Source,
    compare_changes,
    compare_reports,
    open_database,
    report_status,
    save_changes,
    save_reports,
)
from data.model.access import planner_here
from data.model.errors import StatusConflictError
from data.model.problems import ProblemCode
from data.model.records import ReportKind, Status, StatusChange, StatusReport
from queries import measures
from tests.roundtrips import DAY, came_back, entered, handed_out, plan

MEASURE = "2569-04-i10"
JANUARY, MARCH, MAY = dt.date(2026, 1, 15), dt.date(2026, 3, 15), dt.date(2026, 5, 15)


@pytest.fixture
def store():
    database = open_database(IN_MEMORY).acting_as(planner_here("ผู้วางแผน"))
    plan(database, "i10")
    yield database
    database.close()


def about(day, percent, note="", typed=None, database=None):
    """Report about a day; `typed` is when, noon in Thailand."""
    report = StatusReport(
        MEASURE, Status.IN_PROGRESS, percent, note=note, reported_by="คลัง", status_on=day
    )
    report_id = report_status(database, report)
    if typed is not None:
        with database.writing() as cursor:
            cursor.execute(
                "update status_report set reported_at = $at where report_id = $id",
                {
                    "at": dt.datetime(typed.year, typed.month, typed.day, 5, tzinfo=dt.UTC),
                    "id": report_id,
                },
            )
    return report_id


def state(database, as_of=DAY, known_at=None):
    return measures.measures(database, as_of=as_of, known_at=known_at).iloc[0]


def change(**values):
    return StatusChange(MEASURE, ReportKind.LEAD, "กองคลัง", values, None, None, "คลัง")


def test_a_report_about_an_older_day_goes_into_the_history(store):
    about(MARCH, 80, database=store)
    about(JANUARY, 20, database=store)

    assert state(store).percent == 80
    assert measures.status_history(store, MEASURE)["percent"].tolist() == [80, 20]
    assert measures.status_history(store, MEASURE, most=1)["percent"].tolist() == [80]


def test_a_day_shows_the_newest_report_about_a_day_up_to_it_whenever_typed(store):
    about(MARCH, 80, database=store)
    about(JANUARY, 20, database=store)

    assert state(store, as_of=MARCH).percent == 80
    assert state(store, as_of=dt.date(2026, 3, 14)).percent == 20
    assert state(store, as_of=dt.date(2026, 1, 14)).status == "not-reported"


def test_of_two_reports_about_one_day_the_later_typed_counts(store):
    about(MARCH, 80, database=store)
    about(MARCH, 70, database=store)

    assert state(store).percent == 70


def test_a_report_that_names_no_day_is_about_the_thai_day_of_its_typing(store):
    about(None, 50, typed=MARCH, database=store)
    about(JANUARY, 20, database=store)

    assert state(store).percent == 50
    assert state(store, as_of=dt.date(2026, 3, 14)).percent == 20


def test_what_was_known_on_a_day_leaves_out_what_was_typed_later(store):
    about(JANUARY, 20, typed=JANUARY, database=store)
    about(MARCH, 80, typed=MAY, database=store)

    assert state(store, as_of=MARCH).percent == 80
    assert state(store, as_of=MARCH, known_at=MARCH).percent == 20
    assert state(store, as_of=MARCH, known_at=MAY).percent == 80


def test_silence_counts_from_the_day_reported_about(store):
    about(JANUARY, 20, typed=MAY, database=store)

    assert not state(store, as_of=dt.date(2026, 4, 15)).silent
    assert state(store, as_of=dt.date(2026, 4, 16)).silent


def test_an_older_report_that_came_between_is_still_a_conflict_for_a_stale_writer(store):
    seen = about(MARCH, 80, database=store)
    assert state(store).report_id == seen
    about(JANUARY, 20, database=store)

    stale = StatusReport(MEASURE, Status.DONE, 100, reported_by="ข", status_on=MAY)
    with pytest.raises(StatusConflictError):
        report_status(store, stale, seen_report=seen)
    report_status(store, stale, seen_report=int(state(store).report_id))

    assert state(store).status == "done"


def test_cells_about_an_older_day_are_completed_from_what_held_on_that_day(store):
    about(JANUARY, 20, "เริ่มแล้ว", database=store)
    about(MAY, 90, "ใกล้เสร็จ", database=store)

    row = compare_changes(store, [change(status_on=MARCH, percent=50)]).rows[0]
    save_changes(store, [change(status_on=MARCH, percent=50)], {})

    assert (row.kind, row.older_than, row.old) == (
        RowKind.CHANGED,
        MAY,
        {"status_on": JANUARY, "percent": 20},
    )
    assert (state(store).percent, state(store).note) == (90, "ใกล้เสร็จ")
    then = state(store, as_of=MARCH)
    assert (then.status, then.percent, then.note) == ("in-progress", 50, "เริ่มแล้ว")


def test_cells_about_a_day_before_every_report_are_completed_from_the_current_one(store):
    about(MARCH, 80, database=store)

    save_changes(store, [change(status_on=JANUARY, percent=10)], {})

    assert state(store, as_of=JANUARY)[["status", "percent"]].tolist() == ["in-progress", 10]
    assert state(store).percent == 80


def test_a_newer_day_or_the_same_is_not_told_as_older(store):
    about(MARCH, 80, database=store)

    for day in (MARCH, MAY):
        compared = compare_changes(store, [change(status_on=day, percent=90)])
        assert [row.older_than for row in compared.rows] == [None]
        assert compared.problems == ()


def test_a_workbook_about_an_older_day_is_told_and_saved_into_the_history(store):
    about(MARCH, 80, database=store)
    content = entered(handed_out(store), MEASURE, status_on=JANUARY, percent=20)
    imported = came_back(content)

    compared = compare_reports(store, imported)
    save_reports(store, imported, Source("กองคลัง.xlsx", content, "ผู้วางแผน"), {})

    notice = next(iter(compared.problems))
    assert (notice.code, notice.value, notice.expected) == (
        ProblemCode.OLDER_THAN_CURRENT,
        MEASURE,
        "2026-03-15",
    )
    assert notice.cell == imported.reports[0].cells["status_on"]
    assert not notice.blocking
    assert state(store).percent == 80
    assert state(store, as_of=JANUARY).percent == 20
    again = compare_reports(store, imported, Source("กองคลัง.xlsx", content, "ก").sha256)
    assert [row.kind for row in again.rows] == [RowKind.UNCHANGED]
    assert again.problems == ()


def test_a_workbook_handed_out_before_the_plan_came_again_lands_on_the_same_measure(store):
    plan(store, "i10", "i11")
    content = entered(handed_out(store), "2569-04-i11", status="กำลังดำเนินการ", percent=30)

    plan(store, "i11")
    assert compare_reports(store, came_back(content)).problems == ()
    save_reports(store, came_back(content), Source("กองคลัง.xlsx", content, "ก"), {})

    found = measures.measures(store, as_of=DAY, withdrawn=True)
    assert found[["measure_id", "status", "withdrawn"]].values.tolist() == [
        ["2569-04-i11", "in-progress", False],
        [MEASURE, "not-reported", True],
    ]


def test_a_report_on_a_withdrawn_measure_is_told_and_saved_with_it(store):
    plan(store, "i10", "i11")
    content = entered(handed_out(store), MEASURE, status="กำลังดำเนินการ", percent=30)
    plan(store, "i11")
    imported = came_back(content)

    notices = compare_reports(store, imported).problems
    save_reports(store, imported, Source("กองคลัง.xlsx", content, "ก"), {})

    assert [(one.code, one.value, one.blocking) for one in notices] == [
        (ProblemCode.WITHDRAWN_MEASURE, MEASURE, False)
    ]
    found = measures.measures(store, as_of=DAY, withdrawn=True)
    assert ("in-progress", True) in list(zip(found["status"], found["withdrawn"], strict=True))
