"""What a workbook says beside its reports: by when steps are due, and new comments."""

import datetime as dt

import pytest

from data.database import (
    RowKind,
    Source,
    add_comment,
    compare_reports,
    report_status,
    save_reports,
    save_schedules,
    undo,
)
from data.database.reports.report_saving import Decision
from data.model.access import Person, Role
from data.model.errors import NotAllowedError, StatusConflictError
from data.model.records import Keep, ReportKind, Status, StatusReport, StepSchedule
from queries.comments import comments
from queries.statuses import all_reports
from queries.steps import steps
from tests.roundtrips import DAY, LEAD, STEPS, SUPPORT, came_back, entered, handed_out, plan

ID = "2569-04-i11"
STEP = f"{ID}/1"
NEW = dt.date(2026, 3, 15)
END = dt.date(2026, 9, 30)


@pytest.fixture
def store(database):
    plan(database, "i10", "i11")
    return database


def due(store):
    found = steps(store, as_of=DAY).set_index("step_id").loc[STEP]
    return found["due_date"].date(), bool(found["proposed"])


def saved(store, content, sheet, decisions=None, person=None):
    source = Source("กองคลัง.xlsx", content, "ผู้วางแผน")
    acting = store.acting_as(person) if person else store
    return save_reports(acting, came_back(content, sheet), source, decisions or {})


def rows(store, content, sheet):
    return {one.subject: one for one in compare_reports(store, came_back(content, sheet)).rows}


def dated(store, day, **more):
    return entered(handed_out(store), STEP, STEPS, due_date=day, **more)


def test_a_day_in_the_sheet_of_steps_becomes_the_due_date_and_no_report(store):
    assert due(store) == (END, True)
    content = dated(store, NEW)

    batch = saved(store, content, STEPS)

    assert due(store) == (NEW, False)
    assert (batch.added, batch.changed) == (1, 0)
    assert all_reports(store).empty
    assert rows(store, content, STEPS)[STEP].kind is RowKind.UNCHANGED


def test_a_day_and_a_state_of_one_row_are_saved_together_and_undone_together(store):
    batch = saved(store, dated(store, NEW, status="เสร็จ"), STEPS)
    assert due(store) == (NEW, False)
    assert list(all_reports(store)["status"]) == ["done"]

    undo(store, batch.batch_id, undone_by="ผู้วางแผน")

    assert due(store) == (END, True)


def test_a_day_that_is_taken_out_gives_way_to_the_proposed_one(store):
    save_schedules(store, [StepSchedule(STEP, "กองช่าง", NEW, 0)])

    saved(store, dated(store, None), STEPS)

    assert due(store) == (END, True)
    assert steps(store, as_of=DAY).set_index("step_id").loc[STEP, "division"] == "กองช่าง"
    assert rows(store, dated(store, None), STEPS)[STEP].kind is RowKind.UNCHANGED


def test_a_day_somebody_changed_meanwhile_is_a_conflict_and_nobody_is_overruled(store):
    content = dated(store, NEW)
    save_schedules(store, [StepSchedule(STEP, "", dt.date(2026, 5, 1), 0)])

    row = rows(store, content, STEPS)[STEP]
    assert (row.kind, row.old) == (RowKind.CONFLICT, {"due_date": dt.date(2026, 5, 1)})
    with pytest.raises(StatusConflictError):
        saved(store, content, STEPS)
    saved(store, content, STEPS, {STEP: Decision(Keep.THEIRS, row.newest_report)})
    assert due(store) == (dt.date(2026, 5, 1), False)
    saved(store, content, STEPS, {STEP: Decision(Keep.OURS, row.newest_report)})
    assert due(store) == (NEW, False)


def test_a_report_typed_meanwhile_is_no_conflict_of_a_day_alone(store):
    content = dated(store, NEW)
    report_status(
        store,
        StatusReport(ID, Status.DONE, reported_by="ก", kind=ReportKind.STEP, step_id=STEP),
    )

    assert rows(store, content, STEPS)[STEP].kind is RowKind.CHANGED


def test_a_day_set_meanwhile_is_no_conflict_of_a_state_alone(store):
    content = entered(handed_out(store), STEP, STEPS, status="เสร็จ")
    save_schedules(store, [StepSchedule(STEP, "", NEW, 0)])

    assert rows(store, content, STEPS)[STEP].kind is RowKind.CHANGED
    saved(store, content, STEPS)
    assert due(store) == (NEW, False)


@pytest.mark.parametrize("day", ["ปลายปี", "31/2/2569"])
def test_a_day_that_is_none_blocks_with_its_cell(store, day):
    imported = came_back(dated(store, day), STEPS)

    assert [(one.code.value, one.blocking) for one in imported.problems] == [
        ("date-not-understood", True)
    ]


def test_who_only_takes_a_step_cannot_move_its_day(store):
    save_schedules(store, [StepSchedule(STEP, "กองช่าง", None, 0)])
    engineer = Person("ช่าง", "works@kutsakon.go.th", Role.REPORTER, ("กองช่าง",))
    content = entered(handed_out(store, "กองช่าง"), STEP, STEPS, due_date=NEW)

    with pytest.raises(NotAllowedError):
        saved(store, content, STEPS, person=engineer)
    assert due(store) == (END, True)


@pytest.mark.parametrize(("division", "sheet"), [("กองคลัง", LEAD), ("กองช่าง", SUPPORT)])
def test_a_new_comment_comes_in_behind_the_others_once(store, division, sheet):
    add_comment(store, ID, "เดิม", "ปลัด")
    content = entered(
        handed_out(store, division), ID, sheet, new_comment="ขอเลื่อน\nหนึ่งเดือน", reported_by="สมศรี"
    )

    batch = saved(store, content, sheet)
    assert [(one["text"], one["commented_by"]) for one in comments(store).to_dict("records")] == [
        ("เดิม", "ปลัด"),
        ("ขอเลื่อน\nหนึ่งเดือน", "สมศรี"),
    ]
    assert all_reports(store).empty

    saved(store, content, sheet)
    assert len(comments(store)) == 2
    undo(store, batch.batch_id, undone_by="ผู้วางแผน")
    assert list(comments(store)["text"]) == ["เดิม"]


def test_a_comment_of_a_row_whose_report_is_not_taken_is_kept_all_the_same(store):
    content = entered(handed_out(store), ID, status="เสร็จ", new_comment="เสร็จตั้งแต่ มี.ค.")
    report_status(store, StatusReport(ID, Status.IN_PROGRESS, 40, reported_by="ข"))
    newest = rows(store, content, LEAD)[ID].newest_report

    saved(store, content, LEAD, {ID: Decision(Keep.THEIRS, newest)})

    assert list(comments(store)["text"]) == ["เสร็จตั้งแต่ มี.ค."]
    assert list(all_reports(store)["status"]) == ["in-progress"]


def test_the_comments_of_others_are_read_in_the_workbook_and_change_nothing(store):
    add_comment(store, ID, "ขอข้อมูลเพิ่ม", "ปลัด")
    content = handed_out(store)

    assert not any(one.values for one in came_back(content).reports)
    changed = entered(content, ID, comments="ลบแล้ว")
    assert not any(one.values for one in came_back(changed).reports)
