"""Reports that came back: what they would change, what was decided, what is stored and undone."""

import datetime as dt

import pytest

from data.database import (
    Decision,
    RowKind,
    Source,
    check,
    compare_changes,
    compare_reports,
    report_status,
    save_changes,
    save_reports,
    save_schedules,
    undo,
)
from data.importers.sheets.opening import Sheet
from data.model.access import Person, Role
from data.model.errors import (
    BlockedImportError,
    InvalidStatusError,
    NotAllowedError,
    StatusConflictError,
)
from data.model.problems import ProblemCode
from data.model.records import Keep, ReportKind, Status, StatusChange, StatusReport, StepSchedule
from queries import batches, measures, steps
from tests.roundtrips import (
    DAY,
    STEPS,
    SUPPORT,
    came_back,
    entered,
    filled_in,
    handed_out,
    plan,
)
from tests.sheet_reading import read

FIRST, SECOND = "2569-04-i10", "2569-04-i11"


@pytest.fixture
def store(database):
    """Give a store with two measures of กองคลัง."""
    plan(database, "i10", "i11")
    return database


def source(content):
    return Source("กองคลัง.xlsx", content, "ผู้วางแผน")


def reported(measure_id=FIRST, status=Status.IN_PROGRESS, percent=30, note="ของเขา"):
    return StatusReport(measure_id, status, percent, note=note, reported_by="คนอื่น")


def bring_back(database, content, decisions=None, sheet="รายงาน"):
    return save_reports(database, came_back(content, sheet), source(content), decisions or {})


def states(database):
    found = measures.measures(database, as_of=DAY)
    return {row.measure_id: (row.status, row.percent, row.note) for row in found.itertuples()}


def kinds(comparison):
    return {row.subject: row.kind for row in comparison.rows}


def test_a_filled_in_workbook_becomes_a_batch_that_pages_and_history_show(store):
    content = entered(
        handed_out(store),
        FIRST,
        status="กำลังดำเนินการ",
        percent=40,
        note="เริ่ม",
        reported_by="นายคลัง",
    )

    batch = bring_back(store, content)

    assert (batch.added, batch.changed, batch.unchanged) == (1, 0, 1)
    assert states(store)[FIRST] == ("in-progress", 40, "เริ่ม")
    history = measures.status_history(store, FIRST).iloc[0]
    assert (history.reported_by, history.division, history.file_name) == (
        "นายคลัง",
        "กองคลัง",
        "กองคลัง.xlsx",
    )
    ledger = batches.batches(store).iloc[0]
    assert (ledger.kind, ledger.form, ledger.rows_read) == ("status", "status", 2)
    assert check(store).sound


def test_the_preview_tells_old_and_new_and_writes_nothing(store):
    report_status(store, reported())
    content = entered(handed_out(store), FIRST, percent=60)

    found = compare_reports(store, came_back(content))

    row = found.of(RowKind.CHANGED)[0]
    assert (dict(row.old), dict(row.new)) == ({"percent": 30}, {"percent": 60})
    assert kinds(found) == {FIRST: RowKind.CHANGED, SECOND: RowKind.UNCHANGED}
    assert states(store)[FIRST][1] == 30


def test_what_was_not_changed_stays_as_it_was_reported(store):
    report_status(store, reported())

    bring_back(store, entered(handed_out(store), FIRST, percent=60))

    assert states(store)[FIRST] == ("in-progress", 60, "ของเขา")


def test_an_untouched_workbook_stores_nothing(store):
    report_status(store, reported())
    content = handed_out(store)

    batch = bring_back(store, content)

    assert (batch.batch_id, batch.added, batch.changed, batch.unchanged) == (0, 0, 0, 2)
    assert len(batches.batches(store)) == 1


def test_a_row_of_an_unknown_measure_does_not_count_as_unchanged(store):
    headings = ("รหัสมาตรการ", "สถานะ", "หมายเหตุ")
    rows = (("แผนปี 2569",), headings, ("2569-09-o40", "เสร็จ", ""), (FIRST, "", ""))
    typed = read(Sheet("รายงาน", rows))

    batch = save_reports(store, typed, source(b"typed"), {})

    assert (batch.batch_id, batch.added, batch.changed, batch.unchanged) == (0, 0, 0, 1)


def test_the_same_file_twice_changes_nothing(store):
    content = entered(handed_out(store), FIRST, status="เสร็จ")
    first = bring_back(store, content)

    again = bring_back(store, content)

    assert (again.batch_id, again.repeated, again.added) == (first.batch_id, True, 0)
    assert len(measures.status_history(store, FIRST)) == 1


def test_the_same_file_again_does_not_come_over_a_newer_report(store):
    content = entered(handed_out(store), FIRST, status="เสร็จ")
    bring_back(store, content)
    report_status(store, reported())

    assert bring_back(store, content).repeated
    assert states(store)[FIRST][0] == "in-progress"


def test_undo_takes_the_reports_of_a_batch_back_and_the_file_can_come_again(store):
    report_status(store, reported())
    content = entered(handed_out(store), FIRST, percent=60)
    batch = bring_back(store, content)

    undo(store, batch.batch_id, undone_by="ผู้วางแผน")
    assert states(store)[FIRST][1] == 30

    assert bring_back(store, content).changed == 1
    assert states(store)[FIRST][1] == 60


def test_a_row_reported_on_meanwhile_is_a_conflict_and_is_not_overwritten_unasked(store):
    content = entered(handed_out(store), FIRST, status="เสร็จ", note="ของเรา")
    report_status(store, reported())

    found = compare_reports(store, came_back(content))

    row = found.of(RowKind.CONFLICT)[0]
    assert (row.subject, row.newest_report, row.reported_by) == (FIRST, 1, "คนอื่น")
    with pytest.raises(StatusConflictError):
        bring_back(store, content)
    assert states(store)[FIRST] == ("in-progress", 30, "ของเขา")


def test_conflicts_are_decided_one_by_one(store):
    report_status(store, reported(SECOND))
    content = filled_in(
        entered(handed_out(store), FIRST, status="ยกเลิก", note="ของเรา"),
        lambda sheet: sheet.__setitem__("G6", 90),
    )
    report_status(store, reported(FIRST))
    report_status(store, reported(SECOND, percent=50))
    decisions = {FIRST: Decision(Keep.OURS, 2), SECOND: Decision(Keep.THEIRS, 3)}

    batch = bring_back(store, content, decisions)

    assert (batch.added, batch.changed, batch.unchanged) == (0, 1, 1)
    assert states(store)[FIRST] == ("cancelled", 30, "ของเรา")
    assert states(store)[SECOND][1] == 50


def test_a_decision_counts_only_for_the_report_that_was_seen(store):
    content = entered(handed_out(store), FIRST, status="ยกเลิก")
    report_status(store, reported())
    decisions = {FIRST: Decision(Keep.OURS, 1)}
    report_status(store, reported(percent=50))

    with pytest.raises(StatusConflictError):
        bring_back(store, content, decisions)

    assert states(store)[FIRST][1] == 50


def test_somebody_who_reported_the_same_is_no_conflict(store):
    content = entered(handed_out(store), FIRST, status="กำลังดำเนินการ", percent=30, note="ของเขา")
    report_status(store, reported())

    assert kinds(compare_reports(store, came_back(content)))[FIRST] is RowKind.UNCHANGED


def test_one_row_that_cannot_be_written_stops_them_all(store):
    content = filled_in(
        entered(handed_out(store), FIRST, status="เสร็จ", percent=80),
        lambda sheet: sheet.__setitem__("F6", "ยังไม่เริ่ม"),
    )

    told = compare_reports(store, came_back(content)).told(came_back(content))

    assert [(one.code, one.cell, one.value, one.expected) for one in told.blocking] == [
        (ProblemCode.REPORT_OUT_OF_RANGE, "G5", "80", "percent")
    ]
    with pytest.raises(BlockedImportError):
        bring_back(store, content)
    assert {state for state, _, _ in states(store).values()} == {"not-reported"}


@pytest.mark.parametrize(
    ("values", "cell", "field"),
    [
        ({"note": "เริ่มแล้ว"}, "A5", "status"),
        ({"status": "เสร็จ", "evidence": "แฟ้มที่ 3"}, "K5", "evidence"),
        ({"status": "เสร็จ", "note": "ก" * 4001}, "L5", "note"),
        ({"status": "เสร็จ", "status_on": dt.date(2099, 1, 1)}, "H5", "status_on"),
    ],
)
def test_a_report_the_engine_would_refuse_is_named_with_its_cell(store, values, cell, field):
    imported = came_back(entered(handed_out(store), FIRST, **values))

    told = compare_reports(store, imported).told(imported)

    assert [(one.cell, one.expected) for one in told.blocking] == [(cell, field)]


def test_a_workbook_of_a_year_the_store_has_no_plan_for_is_refused(store):
    content = handed_out(store)
    undo(store, 1, undone_by="ก")
    plan(store, "i10", year=2570)

    imported = came_back(content)
    told = compare_reports(store, imported).told(imported)

    assert [(one.code, one.value, one.expected) for one in told.blocking] == [
        (ProblemCode.OTHER_YEAR, "2569", "2570")
    ]
    with pytest.raises(BlockedImportError):
        bring_back(store, content)


def test_a_measure_the_store_no_longer_has_is_reported_and_the_others_are_imported(database):
    first = plan(database, "i10", "i11")
    content = entered(handed_out(database), FIRST, status="เสร็จ")
    plan(database, "i10")
    undo(database, first.batch_id, undone_by="ก")

    imported = came_back(content)
    told = compare_reports(database, imported).told(imported)

    assert [(one.code, one.value) for one in told.problems] == [
        (ProblemCode.PERCENT_COMPLETED, ""),
        (ProblemCode.UNKNOWN_MEASURE, SECOND),
    ]
    assert (told.rows_imported, told.rows_reported) == (1, 1)
    assert bring_back(database, content).added == 1


def test_a_report_without_its_hidden_column_is_compared_with_the_store(store):
    report_status(store, reported())
    content = filled_in(
        entered(handed_out(store), FIRST, percent=60, note=None),
        lambda sheet: sheet.delete_cols(sheet.max_column),
    )

    found = compare_reports(store, came_back(content))

    assert {row.subject: dict(row.new or {}) for row in found.of(RowKind.CHANGED)} == {
        FIRST: {"percent": 60}
    }


def test_the_numbers_of_another_store_are_not_believed_but_its_values_are_compared(store):
    def edit(sheet):
        stamp = sheet.cell(4, sheet.max_column)
        stamp.value = stamp.value.replace('"store_id": "', '"store_id": "x')

    report_status(store, reported())
    content = filled_in(entered(handed_out(store), FIRST, percent=60), edit)
    assert kinds(compare_reports(store, came_back(content)))[FIRST] is RowKind.CHANGED

    report_status(store, reported(percent=50))

    assert kinds(compare_reports(store, came_back(content)))[FIRST] is RowKind.CONFLICT


def test_a_supporter_brings_back_notes_without_touching_the_state(store):
    report_status(store, reported())
    content = entered(handed_out(store, "กองช่าง"), FIRST, sheet=SUPPORT, note="ช่วยแล้ว")

    batch = bring_back(store, content, sheet=SUPPORT)

    assert batch.added == 1
    assert states(store)[FIRST] == ("in-progress", 30, "ของเขา")
    assert measures.status_history(store, FIRST).iloc[0].kind == "support"


def change(measure_id=FIRST, seen=0, **values):
    return StatusChange(measure_id, ReportKind.LEAD, "กองคลัง", values, None, seen, "คลัง")


def test_changes_typed_in_a_table_are_stored_together_without_a_batch(store):
    count = save_changes(
        store,
        [change(status=Status.DONE, percent=100), change(SECOND, status=Status.NOT_STARTED)],
        {},
    )

    assert count == 2
    assert {state for state, _, _ in states(store).values()} == {"done", "not-started"}
    assert len(batches.batches(store)) == 1


def test_the_loser_of_a_race_is_told_and_nothing_of_his_is_stored(store):
    report_status(store, reported())
    late = [change(SECOND, status=Status.DONE), change(status=Status.DONE, seen=0)]

    assert kinds(compare_changes(store, late))[FIRST] is RowKind.CONFLICT
    with pytest.raises(StatusConflictError) as caught:
        save_changes(store, late, {})

    assert caught.value.measure_id == FIRST
    assert states(store)[SECOND][0] == "not-reported"
    assert states(store)[FIRST] == ("in-progress", 30, "ของเขา")


def test_a_fault_in_one_change_stores_none(store):
    with pytest.raises(InvalidStatusError) as caught:
        save_changes(store, [change(status=Status.DONE), change(SECOND, percent=5)], {})

    assert caught.value.field == "status"
    assert {state for state, _, _ in states(store).values()} == {"not-reported"}


def test_changes_that_say_what_the_store_says_store_nothing(store):
    report_status(store, reported())

    assert save_changes(store, [change(seen=1, percent=30)], {}) == 0
    assert len(measures.status_history(store, FIRST)) == 1


def test_a_division_may_not_bring_back_the_workbook_of_another(store):
    content = entered(handed_out(store), FIRST, status="เสร็จ")
    stranger = store.acting_as(
        Person("ช่าง", "chang@example.org", Role.REPORTER, divisions=("กองช่าง",))
    )
    own = store.acting_as(Person("คลัง", "khlang@example.org", Role.REPORTER, divisions=("กองคลัง",)))

    with pytest.raises(NotAllowedError):
        bring_back(stranger, content)
    assert states(store)[FIRST][0] == "not-reported"

    bring_back(own, content)
    assert measures.status_history(store, FIRST).iloc[0].reported_by == "คลัง <khlang@example.org>"


STEP = f"{FIRST}/1"


def bring_steps_back(database, content, decisions=None):
    return bring_back(database, content, decisions, STEPS)


def step_state(database, step_id=STEP):
    found = steps.steps(database, as_of=DAY).set_index("step_id").loc[step_id]
    return found["status"], found["note"]


def test_the_sheet_of_steps_comes_back_as_reports_on_steps(store):
    content = entered(
        handed_out(store), STEP, STEPS, status="เสร็จ", note="ครบ", reported_by="นายคลัง"
    )

    batch = bring_steps_back(store, content)

    assert (batch.added, batch.changed, batch.unchanged) == (1, 0, 1)
    assert step_state(store) == ("done", "ครบ")
    assert states(store)[FIRST][0] == "not-reported"
    history = measures.status_history(store, FIRST).iloc[0]
    assert (history.kind, history.step_id, history.reported_by) == ("step", STEP, "นายคลัง")
    assert bring_steps_back(store, content).repeated
    assert check(store).sound
    undo(store, batch.batch_id, undone_by="ผู้วางแผน")
    assert step_state(store) == ("not-reported", "")


def test_a_step_reported_on_since_the_workbook_left_is_a_conflict_for_a_person(store):
    content = entered(handed_out(store), STEP, STEPS, status="เสร็จ")
    theirs = StatusReport(
        FIRST, Status.CANCELLED, kind=ReportKind.STEP, step_id=STEP, reported_by="คนอื่น"
    )
    seen = report_status(store, theirs)

    with pytest.raises(StatusConflictError):
        bring_steps_back(store, content)
    bring_steps_back(store, content, {STEP: Decision(Keep.THEIRS, seen)})
    assert step_state(store)[0] == "cancelled"

    bring_steps_back(store, content, {STEP: Decision(Keep.OURS, seen)})
    assert step_state(store)[0] == "done"


def test_a_sheet_of_steps_without_its_stamp_is_known_by_its_headings(store):
    rows = (("แผนปี 2569",), ("รหัสขั้นตอน", "สถานะ", "หมายเหตุ"), (STEP, "เสร็จ", ""))

    typed = read(Sheet("อะไรก็ได้", rows))

    (change,) = typed.reports
    assert (change.kind, change.measure_id, change.step_id) == (ReportKind.STEP, FIRST, STEP)
    save_reports(store, typed, source(b"typed"), {})
    assert step_state(store)[0] == "done"


def test_a_division_that_takes_one_step_gets_and_reports_that_step_alone(store):
    save_schedules(store, [StepSchedule(STEP, "กองการศึกษา", None, 0)])

    content = handed_out(store, "กองการศึกษา")
    bring_steps_back(store, entered(content, STEP, STEPS, status="กำลังดำเนินการ"))

    assert step_state(store)[0] == "in-progress"
