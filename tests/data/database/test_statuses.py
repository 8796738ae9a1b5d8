"""What leads and supporters report."""

import datetime as dt

import pytest

import queries
from data.database import (
    Source,
    open_database,
    report_status,
    save,
    store_id,
    undo,
)
from data.model.errors import InvalidStatusError, StatusConflictError
from data.model.records import ReportKind, Status, StatusReport
from data.model.thai_time import today
from queries import measures
from tests.helpers.plans import measure_of_plan, plan_of

FINANCE = "2569-04-i11"


@pytest.fixture
def plan(database):
    """Give a store with one measure of กองคลัง that กองช่าง supports."""
    imported = plan_of(measure_of_plan(support=("กองช่าง",)))
    batch = save(database, imported, Source("แผน.xlsx", b"plan", "ผู้วางแผน"))
    return database, batch.batch_id


def support(note="", evidence="", division="กองช่าง", **more):
    return StatusReport(
        FINANCE,
        None,
        note=note,
        evidence=evidence,
        reported_by="ช่าง",
        kind=ReportKind.SUPPORT,
        division=division,
        **more,
    )


def state(database):
    found = measures.measures(database, as_of=today())
    return found.iloc[0]


def test_a_report_keeps_budget_and_the_day_its_state_held(plan):
    database, _ = plan
    report_status(
        database,
        StatusReport(
            FINANCE,
            Status.IN_PROGRESS,
            40,
            reported_by="คลัง",
            status_on=dt.date(2024, 3, 31),
            budget_planned=20000.5,
            budget_spent=0,
            division="กองคลัง",
        ),
    )

    found = state(database)

    assert (found.budget_planned, found.budget_spent) == (20000.5, 0)
    assert found.status_on.date() == dt.date(2024, 3, 31)
    history = measures.status_history(database, FINANCE).iloc[0]
    assert (history.kind, history.division, history.budget_spent) == ("lead", "กองคลัง", 0)


@pytest.mark.parametrize("baht", [-1, float("nan"), float("inf")])
@pytest.mark.parametrize("field", ["budget_planned", "budget_spent"])
def test_a_budget_that_is_no_amount_names_its_field(plan, field, baht):
    database, _ = plan
    report = StatusReport(FINANCE, Status.IN_PROGRESS, reported_by="ก", **{field: baht})

    with pytest.raises(InvalidStatusError) as caught:
        report_status(database, report)

    assert caught.value.field == field


def test_a_state_cannot_hold_on_a_day_to_come(plan):
    database, _ = plan
    tomorrow = today() + dt.timedelta(days=1)

    with pytest.raises(InvalidStatusError) as caught:
        report_status(
            database,
            StatusReport(FINANCE, Status.IN_PROGRESS, reported_by="ก", status_on=tomorrow),
        )

    assert caught.value.field == "status_on"


def test_a_supporter_adds_to_the_history_and_leaves_the_state_alone(plan):
    database, _ = plan
    report_status(database, StatusReport(FINANCE, Status.IN_PROGRESS, 40, reported_by="คลัง"))
    report_status(database, support("ส่งช่างไปช่วยแล้ว"))

    found = state(database)
    history = measures.status_history(database, FINANCE)

    assert (found.status, found.percent, found.note) == ("in-progress", 40, "")
    assert list(history["kind"]) == ["support", "lead"]
    assert list(history["division"]) == ["กองช่าง", ""]
    assert history["note"].iloc[0] == "ส่งช่างไปช่วยแล้ว"
    assert history["status"].isna().tolist() == [True, False]


def test_the_evidence_of_a_supporter_ends_the_wait_for_evidence(plan):
    database, _ = plan
    report_status(database, StatusReport(FINANCE, Status.DONE, 100, reported_by="คลัง"))
    assert state(database).awaiting_evidence

    report_status(database, support(evidence="https://kutsakon.go.th/1"))
    assert not state(database).awaiting_evidence
    report_status(database, support("ลิงก์ผิด"))

    assert state(database).awaiting_evidence


def test_a_supporter_is_silent_for_the_lead(plan):
    database, _ = plan
    report_status(database, support("ช่วยแล้ว"))

    found = measures.measures(database, as_of=dt.date(2100, 1, 1)).iloc[0]

    assert found.silent
    assert found.status == "not-reported"


def test_supporters_and_leads_do_not_disturb_each_other(plan):
    database, _ = plan
    report_status(database, support("หนึ่ง"), seen_report=0)
    report_status(
        database, StatusReport(FINANCE, Status.NOT_STARTED, reported_by="คลัง"), seen_report=0
    )
    report_status(database, support("การศึกษา", division="กองการศึกษา"), seen_report=0)

    with pytest.raises(StatusConflictError):
        report_status(database, support("สอง"), seen_report=0)
    report_status(database, support("สอง"), seen_report=1)


@pytest.mark.parametrize(
    ("report", "field"),
    [
        (StatusReport(FINANCE, None, reported_by="ก"), "status"),
        (support(percent=10), "percent"),
        (support(budget_spent=1), "budget_spent"),
        (support(status_on=dt.date(2026, 1, 1)), "status_on"),
        (support(division=" "), "division"),
        (support(evidence="แฟ้มที่ 3"), "evidence"),
        (support(evidence='https://a.th/"onclick=alert(1)'), "evidence"),
    ],
)
def test_each_kind_of_report_says_only_what_it_may(plan, report, field):
    database, _ = plan

    with pytest.raises(InvalidStatusError) as caught:
        report_status(database, report)

    assert caught.value.field == field


def test_a_report_of_an_undone_batch_neither_counts_nor_blocks(plan):
    database, plan_batch = plan
    with database.writing() as cursor:
        queries.run(
            cursor,
            "imports/insert_batch",
            batch_id=plan_batch + 1,
            kind="status",
            form="status",
            file_name="กองคลัง.xlsx",
            sha256="0",
            identity=None,
            stored_name="",
            sheet="รายงาน",
            imported_by="ก",
            is_sample=False,
            rows_read=1,
            rows_imported=1,
            rows_reported=0,
            added=1,
            changed=0,
            unchanged=0,
            control_sum=0,
        )
        cursor.execute(
            "insert into status_report (report_id, measure_id, status, note, evidence, reported_by,"
            " batch_id) values (7, $id, 'done', '', '', 'ก', $batch)",
            {"id": FINANCE, "batch": plan_batch + 1},
        )
    assert state(database).report_id == 7

    undo(database, plan_batch + 1, undone_by="ก")

    assert state(database).report_id == 0
    report_status(database, StatusReport(FINANCE, Status.DONE, reported_by="ก"), seen_report=0)


def test_every_store_has_an_identity_of_its_own_that_lasts(tmp_path):
    first = open_database(tmp_path / "a" / "ita.duckdb")
    named = store_id(first)
    first.close()
    again = open_database(tmp_path / "a" / "ita.duckdb")
    second = open_database(tmp_path / "b" / "ita.duckdb")

    assert store_id(again) == named
    assert store_id(second) != named
    again.close()
    second.close()
