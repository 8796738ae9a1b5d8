"""Steps in the store: kept over re-imports, due evenly, reported on a day, decided once."""

import datetime as dt
from dataclasses import replace

import pytest

from data.database import (
    Source,
    compare,
    report_status,
    save,
    save_schedules,
    undo,
)
from data.model.access import Person, Role
from data.model.errors import (
    BlockedImportError,
    InvalidStatusError,
    NotAllowedError,
    StatusConflictError,
    UnknownMeasureError,
)
from data.model.problems import ProblemCode
from data.model.records import Form, Import, ReportKind, Status, StatusReport, StepSchedule
from queries import audit, measures, statement, steps
from tests.changing_plans import measure

DAY = dt.date(2026, 3, 1)
MIGRATION = statement("schema/migrations/401_step_of_before")
STEPS = ("ประชุมคณะทำงานจัดทำแผน", "แจกเวียนให้ทุกกองทราบ", "ติดตามและรายงานผลต่อผู้บริหาร")
PLAN = measure("จัดทำคู่มือการให้บริการ", steps=STEPS, step_cells=("F3", "F3", "F9"))
ID = "2569-01-i1"
TREASURER = Person("คลัง", "finance@kutsakon.go.th", Role.REPORTER, ("กองคลัง",))
ENGINEER = Person("ช่าง", "works@kutsakon.go.th", Role.REPORTER, ("กองช่าง",))


def store_plan(database, *planned):
    imported = Import(Form.PLAN, "แผน", len(planned), len(planned), 0, measures=planned)
    content = repr([one.steps for one in planned]).encode()
    return save(database, imported, Source("แผน.xlsx", content, "ผู้วางแผน"))


def listed(database, as_of=DAY, **more):
    return steps.steps(database, as_of=as_of, **more).set_index("step_id")


def report(step=1, status=Status.DONE, **more):
    return StatusReport(
        ID, status, kind=ReportKind.STEP, step_id=f"{ID}/{step}", reported_by="คลัง", **more
    )


@pytest.fixture
def store(database):
    store_plan(database, PLAN)
    return database


def test_steps_are_rows_with_text_and_source_cell_due_evenly_over_the_period(store):
    found = listed(store)

    assert list(found.index) == [f"{ID}/1", f"{ID}/2", f"{ID}/3"]
    assert list(found["text"]) == list(STEPS)
    assert list(found["cell"]) == ["F3", "F3", "F9"]
    assert [day.date() for day in found["due_date"]] == [
        dt.date(2026, 1, 30),
        dt.date(2026, 5, 31),
        dt.date(2026, 9, 30),
    ]
    assert found["proposed"].all()
    assert set(found["division"]) == {"กองคลัง"}
    assert list(found["status"]) == ["not-reported"] * 3
    assert list(found["overdue"]) == [True, False, False]


def test_a_measure_without_a_period_proposes_no_days(database):
    store_plan(database, replace(PLAN, start=None, end=None))

    assert listed(database)["due_date"].isna().all()


def test_the_report_about_the_newest_day_counts_and_known_at_leaves_out_what_came_later(store):
    report_status(store, report(status=Status.DONE, status_on=dt.date(2026, 2, 10)))
    report_status(store, report(status=Status.IN_PROGRESS, status_on=dt.date(2026, 1, 5)))

    days = {day: listed(store, day)["status"].iloc[0] for day in (DAY, dt.date(2026, 1, 20))}

    assert list(days.values()) == ["done", "in-progress"]
    assert listed(store, known_at=DAY)["status"].iloc[0] == "not-reported"
    assert not listed(store)["overdue"].iloc[0]


def test_a_report_on_a_step_says_nothing_of_the_measure_but_proposes_its_percent(store):
    report_status(store, report(1, Status.DONE))
    report_status(store, report(2, Status.CANCELLED))

    found = measures.measures(store, as_of=dt.date(2100, 1, 1)).iloc[0]

    assert (found["status"], found["report_id"]) == ("not-reported", 0)
    assert (found["steps_done"], found["steps_counted"], found["proposed_percent"]) == (1, 2, 50)


def test_before_any_report_on_a_step_no_percent_is_proposed(store):
    found = measures.measures(store, as_of=DAY).iloc[0]

    assert found["steps_counted"] == 3
    assert found[["proposed_percent"]].isna().all()


def test_steps_of_a_measure_that_is_done_are_not_late(store):
    report_status(store, StatusReport(ID, Status.DONE, 100, reported_by="คลัง"))

    assert not listed(store, dt.date(2100, 1, 1))["overdue"].any()


def test_who_knew_less_than_the_store_writes_nothing(store):
    first = report_status(store, report(status=Status.IN_PROGRESS), seen_report=0)

    with pytest.raises(StatusConflictError):
        report_status(store, report(), seen_report=0)

    assert report_status(store, report(), seen_report=first) == first + 1


@pytest.mark.parametrize(
    ("said", "field"),
    [({"percent": 40}, "percent"), ({"evidence": "https://a.go.th"}, "evidence")],
)
def test_a_step_has_no_percent_and_no_link_of_its_own(store, said, field):
    with pytest.raises(InvalidStatusError) as fault:
        report_status(store, report(status=Status.IN_PROGRESS, **said))

    assert fault.value.field == field


def test_an_unknown_step_is_refused(store):
    with pytest.raises(UnknownMeasureError):
        report_status(store, report(9))


def test_a_step_is_decided_once_and_the_newest_decision_counts(store):
    due = dt.date(2026, 2, 15)

    assert save_schedules(store, [StepSchedule(f"{ID}/1", "กองช่าง", due, 0)]) == 1

    found = listed(store).loc[f"{ID}/1"]
    assert (found["division"], found["due_date"].date(), bool(found["proposed"])) == (
        "กองช่าง",
        due,
        False,
    )
    with pytest.raises(StatusConflictError):
        save_schedules(store, [StepSchedule(f"{ID}/1", "", None, 0)])
    save_schedules(store, [StepSchedule(f"{ID}/1", "", None, int(found["schedule_id"]))])
    assert listed(store)["proposed"].all()
    assert list(steps.schedules(store)["division"]) == ["กองช่าง", ""]


def test_decisions_are_all_saved_or_none(store):
    with pytest.raises(UnknownMeasureError):
        save_schedules(
            store,
            [StepSchedule(f"{ID}/1", "กองช่าง", None, 0), StepSchedule("nowhere/1", "", None, 0)],
        )

    assert steps.schedules(store).empty


def test_a_division_of_nobody_takes_no_step(store):
    with pytest.raises(InvalidStatusError):
        save_schedules(store, [StepSchedule(f"{ID}/1", "กองอื่น", None, 0)])


def test_only_the_lead_decides_and_who_takes_the_step_may_report_on_it(store):
    one = StepSchedule(f"{ID}/1", "กองช่าง", None, 0)
    with pytest.raises(NotAllowedError):
        save_schedules(store.acting_as(ENGINEER), [one])
    with pytest.raises(NotAllowedError):
        report_status(store.acting_as(ENGINEER), report())

    save_schedules(store.acting_as(TREASURER), [one])

    assert report_status(store.acting_as(ENGINEER), report())
    assert report_status(store.acting_as(TREASURER), report())
    with pytest.raises(NotAllowedError):
        report_status(store.acting_as(ENGINEER), report(2))
    outcomes = audit.entries(store)[["action", "outcome"]].value_counts()
    assert outcomes[("schedule", "refused")] == 1
    assert outcomes[("report", "refused")] == 2


def test_a_newer_plan_keeps_steps_by_content_with_their_reports(store):
    report_status(store, report(2))
    save_schedules(store, [StepSchedule(f"{ID}/2", "", dt.date(2026, 4, 1), 0)])

    store_plan(store, replace(PLAN, steps=(STEPS[1], "ประเมินความพึงพอใจ", STEPS[0])))

    found = listed(store)
    assert list(found.index) == [f"{ID}/2", f"{ID}/4", f"{ID}/1"]
    assert found.loc[f"{ID}/2", "due_date"].date() == dt.date(2026, 4, 1)
    assert listed(store, dt.date(2100, 1, 1)).loc[f"{ID}/2", "status"] == "done"


def test_a_reported_step_that_a_newer_plan_lacks_is_told_and_comes_back_with_undo(store):
    report_status(store, report(3))
    newer = replace(PLAN, steps=STEPS[:2], step_cells=())
    imported = Import(Form.PLAN, "แผน", 1, 1, 0, measures=(newer,))

    told = compare(store, imported).imported.problems

    assert [(one.code, one.cell, one.expected, one.blocking) for one in told] == [
        (ProblemCode.STEP_LEFT_OUT, "A3", f"{ID}/3", False)
    ]
    batch = store_plan(store, newer)
    assert list(listed(store).index) == [f"{ID}/1", f"{ID}/2"]
    undo(store, batch.batch_id, undone_by="ผู้วางแผน")
    assert listed(store, dt.date(2100, 1, 1)).loc[f"{ID}/3", "status"] == "done"


def test_what_a_reworded_step_is_is_asked_and_saved_with_its_report(store):
    report_status(store, report(3))
    newer = replace(PLAN, steps=(*STEPS[:2], "เผยแพร่บนเว็บไซต์"), step_cells=("F3", "F3", "F9"))
    imported = Import(Form.PLAN, "แผน", 1, 1, 0, measures=(newer,))

    compared = compare(store, imported)

    assert [(one.code, one.cell, one.value, one.expected) for one in compared.questions] == [
        (ProblemCode.ASK_STEP, "F9", "1.3", f"{ID}/3")
    ]
    with pytest.raises(BlockedImportError):
        save(store, imported, Source("แผน.xlsx", b"newer", "ผู้วางแผน"))
    answer = {(1, 3): f"{ID}/3"}
    assert compare(store, imported, matches=answer).imported.blocking == ()
    save(store, imported, Source("แผน.xlsx", b"newer", "ผู้วางแผน"), matches=answer)
    found = listed(store, dt.date(2100, 1, 1)).loc[f"{ID}/3"]
    assert (found["text"], found["status"]) == ("เผยแพร่บนเว็บไซต์", "done")
    assert audit.entries(store)["detail"].iloc[0].endswith(f"{ID}/3=1.3")


def test_a_step_with_a_day_of_its_own_that_a_newer_plan_lacks_is_told_too(store):
    save_schedules(store, [StepSchedule(f"{ID}/3", "", dt.date(2026, 4, 1), 0)])
    newer = replace(PLAN, steps=STEPS[:2], step_cells=())

    told = compare(store, Import(Form.PLAN, "แผน", 1, 1, 0, measures=(newer,))).imported.problems

    assert [(one.code, one.expected) for one in told] == [(ProblemCode.STEP_LEFT_OUT, f"{ID}/3")]


def test_a_store_from_before_gets_its_steps_as_rows_the_same_text_the_same_step(store):
    store_plan(store, replace(PLAN, steps=(STEPS[2], *STEPS[:2], STEPS[2]), step_cells=()))
    with store.writing() as cursor:
        cursor.execute("delete from step").fetchall()
        cursor.execute(MIGRATION).fetchall()
        rows = cursor.execute("select batch_id, step_id from step order by batch_id, position")
        found = rows.fetchall()

    assert [step_id.rpartition("/")[2] for _, step_id in found] == [*"123", *"3124"]
