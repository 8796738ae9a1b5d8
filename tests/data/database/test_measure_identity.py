"""A report stays with the measure it was reported on, whatever becomes of the plan around it."""

import datetime as dt
import itertools
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.analysis.plan.division_counts import division_progress
from data.database import (
    IN_MEMORY,
    Source,
    check,
    compare,
    open_database,
    report_status,
    save,
    undo,
)
from data.model.access import planner_here
from data.model.errors import BlockedImportError, DependentReportsError
from data.model.problems import ProblemCode
from data.model.records import Form, Import, Status, StatusReport
from data.model.thai_time import today
from queries import measures
from tests.changing_plans import changed_plan, first_plan, measure

TODAY = today()
TRAINING = "จัดอบรมให้ความรู้ด้านการปฏิบัติหน้าที่อย่างเป็นธรรมแก่บุคลากรทุกระดับ"
PANEL = "ประชาสัมพันธ์ขั้นตอนและระยะเวลาการให้บริการบนเว็บไซต์ของหน่วยงาน"
REGISTER = "จัดทำทะเบียนคุมการยืมทรัพย์สินของราชการและรายงานผู้บริหาร"
FIRST, SECOND, THIRD = "2569-01-i1", "2569-01-i1-2", "2569-01-i1-3"


def plan(*found, sheet="แผน"):
    """Number measures as the importer does: places from 1, and those of the same items."""
    counted = {}
    numbered = []
    for at, one in enumerate(found, start=1):
        key = (one.indicator, one.items)
        counted[key] = counted.get(key, 0) + 1
        place = {"position": at, "repeat": counted[key], "sheet": sheet, "cell": f"A{at + 2}"}
        numbered.append(replace(one, **place))
    return Import(Form.PLAN, sheet, len(found), len(found), 0, measures=tuple(numbered))


FILES = itertools.count()
YEARS = itertools.count(2570)


def source(content=None):
    return Source("แผน.xlsx", content or str(next(FILES)).encode(), "ผู้วางแผน")


def store():
    return open_database(IN_MEMORY).acting_as(planner_here("ผู้วางแผน"))


@pytest.fixture(scope="module")
def shared():
    """Give a store for many plans, each of a year of its own."""
    database = store()
    yield database
    database.close()


@pytest.fixture
def planned():
    """Give a store with two measures of the same items, each with a report that names it."""
    database = store()
    first = save(database, plan(measure(TRAINING), measure(PANEL)), source(b"first"))
    for measure_id, note in ((FIRST, TRAINING), (SECOND, PANEL)):
        report_status(
            database, StatusReport(measure_id, Status.IN_PROGRESS, note=note, reported_by="ก")
        )
    yield database, first.batch_id
    database.close()


def listed(database, **filters):
    return measures.measures(database, as_of=TODAY, **filters)


def by_action(database, **filters):
    found = listed(database, **filters)
    return {row.action: (row.measure_id, row.note) for row in found.itertuples()}


def questions(compared):
    return [(one.value, one.cell, one.expected) for one in compared.questions]


def test_measures_of_the_same_items_whose_rows_are_swapped_keep_their_reports(planned):
    database, _ = planned

    batch = save(database, plan(measure(PANEL), measure(TRAINING)), source())

    assert (batch.added, batch.changed) == (0, 2)
    assert by_action(database) == {PANEL: (SECOND, PANEL), TRAINING: (FIRST, TRAINING)}
    assert listed(database)["action"].tolist() == [PANEL, TRAINING]


def test_the_identical_plan_again_changes_nothing_even_after_a_swap(planned):
    database, first = planned

    again = save(database, plan(measure(TRAINING), measure(PANEL)), source(b"first"))

    assert (again.batch_id, again.repeated, again.unchanged) == (first, True, 2)
    swapped = save(database, plan(measure(PANEL), measure(TRAINING)), source(b"swapped"))
    once_more = save(database, plan(measure(PANEL), measure(TRAINING)), source(b"swapped"))
    assert (once_more.batch_id, once_more.repeated) == (swapped.batch_id, True)


def test_a_measure_inserted_before_others_of_its_items_gets_an_id_of_its_own(planned):
    database, _ = planned

    save(database, plan(measure(REGISTER), measure(TRAINING), measure(PANEL)), source())

    assert by_action(database) == {
        REGISTER: (THIRD, ""),
        TRAINING: (FIRST, TRAINING),
        PANEL: (SECOND, PANEL),
    }


def test_a_measure_the_plan_no_longer_has_is_withdrawn_with_its_reports_and_counts_nowhere(planned):
    database, _ = planned
    save(database, plan(measure(PANEL)), source())

    assert listed(database)["measure_id"].tolist() == [SECOND]
    every = listed(database, withdrawn=True)
    assert every["withdrawn"].tolist() == [False, True]
    gone = every.iloc[1]
    assert (gone.measure_id, gone.status, gone.note) == (FIRST, "in-progress", TRAINING)
    late = measures.measures(database, as_of=dt.date(2100, 1, 1), withdrawn=True).iloc[1]
    flags = ["overdue", "due_soon", "silent", "awaiting_evidence"]
    assert not late[flags].any()
    progress = division_progress(every, as_of=TODAY)
    assert progress["total"].tolist() == [1]
    assert measures.measure_items(database)["measure_id"].tolist() == [SECOND]
    assert measures.measure_divisions(database)["measure_id"].tolist() == [SECOND]
    assert measures.plan_years(database)["measures"].tolist() == [1]
    assert measures.status_history(database, FIRST)["note"].tolist() == [TRAINING]


def test_withdrawn_is_a_state_to_filter_by(planned):
    database, _ = planned
    save(database, plan(measure(PANEL)), source())

    assert listed(database, states=["withdrawn"])["measure_id"].tolist() == [FIRST]
    assert listed(database, states=["in-progress"])["measure_id"].tolist() == [SECOND]
    both = listed(database, states=["in-progress", "withdrawn"])
    assert both["measure_id"].tolist() == [SECOND, FIRST]
    assert listed(database, states=["open"], withdrawn=True)["measure_id"].tolist() == [SECOND]


def test_a_withdrawn_measure_comes_back_by_undo_and_by_a_plan_that_has_it_again(planned):
    database, _ = planned
    without = save(database, plan(measure(PANEL)), source())

    undo(database, without.batch_id, undone_by="ก")
    assert by_action(database)[TRAINING] == (FIRST, TRAINING)

    save(database, plan(measure(PANEL)), source())
    save(database, plan(measure(PANEL), measure(TRAINING)), source())
    assert by_action(database)[TRAINING] == (FIRST, TRAINING)


def test_a_measure_stays_withdrawn_while_any_newer_plan_lacks_it(planned):
    database, _ = planned
    without = save(database, plan(measure(PANEL)), source())
    save(database, plan(measure(PANEL), measure(REGISTER, items=("i2",))), source())

    undo(database, without.batch_id, undone_by="ก")

    assert FIRST not in set(listed(database)["measure_id"])
    assert FIRST in set(listed(database, withdrawn=True)["measure_id"])


def test_the_id_of_a_withdrawn_measure_is_given_to_no_other(planned):
    database, _ = planned
    save(database, plan(measure(PANEL)), source())

    save(database, plan(measure(PANEL), measure(REGISTER)), source())

    assert by_action(database)[REGISTER] == (THIRD, "")


def test_a_plan_with_reports_cannot_be_undone_though_a_newer_one_has_withdrawn_them(planned):
    database, first = planned
    save(database, plan(measure(PANEL)), source())

    with pytest.raises(DependentReportsError) as caught:
        undo(database, first, undone_by="ก")

    assert caught.value.reports == 1


def test_an_action_written_anew_is_asked_with_its_cell_and_saved_only_when_answered(planned):
    database, _ = planned
    newer = plan(measure(PANEL), measure(REGISTER))

    compared = compare(database, newer)

    assert questions(compared) == [("2", "A4", FIRST)]
    assert compared.questions[0].code is ProblemCode.ASK_MEASURE
    assert compared.imported.blocking
    with pytest.raises(BlockedImportError):
        save(database, newer, source())
    assert by_action(database)[TRAINING] == (FIRST, TRAINING)


@pytest.mark.parametrize(("answer", "expected"), [(FIRST, (FIRST, TRAINING)), ("", (THIRD, ""))])
def test_the_answer_tells_whether_the_reports_go_along(planned, answer, expected):
    database, _ = planned
    newer = plan(measure(PANEL), measure(REGISTER))

    save(database, newer, source(), matches={2: answer})

    assert by_action(database)[REGISTER] == expected


def test_an_answer_is_taken_back_with_its_import_and_asked_again(planned):
    database, _ = planned
    newer = plan(measure(PANEL), measure(REGISTER))
    wrong = save(database, newer, source(b"newer"), matches={2: ""})

    undo(database, wrong.batch_id, undone_by="ก")

    assert questions(compare(database, newer, source(b"newer").sha256)) == [("2", "A4", FIRST)]
    save(database, newer, source(b"newer"), matches={2: FIRST})
    assert by_action(database)[REGISTER] == (FIRST, TRAINING)


def test_a_plan_undone_and_imported_again_gets_the_same_ids_and_another_plan_does_not():
    database = store()
    two = plan(measure(TRAINING), measure(PANEL))
    undo(database, save(database, two, source(b"two")).batch_id, undone_by="ก")
    another = save(database, plan(measure(REGISTER)), source())

    assert by_action(database) == {REGISTER: (THIRD, "")}

    undo(database, another.batch_id, undone_by="ก")
    save(database, two, source(b"two"))
    assert by_action(database) == {TRAINING: (FIRST, ""), PANEL: (SECOND, "")}
    database.close()


def test_comparing_tells_the_pairs_with_what_changed_what_is_new_and_what_is_withdrawn(planned):
    database, _ = planned

    edited = measure(f"{PANEL}และเพจ")
    compared = compare(database, plan(edited, measure(REGISTER, items=("i9",))))

    told = compared.measures[["measure_id", "field", "old_value", "new_value", "change"]]
    assert told.values.tolist() == [
        [SECOND, "position", 2, 1, "changed"],
        [SECOND, "action", PANEL, edited.action, "changed"],
        ["2569-01-i9", "", None, None, "added"],
        [FIRST, "action", TRAINING, None, "withdrawn"],
    ]
    assert compared.count("withdrawn") == 1


def test_the_sheets_of_one_file_add_up_and_withdraw_nothing_of_one_another(planned):
    database, _ = planned
    ours, theirs = plan(measure(TRAINING), sheet="ก"), plan(measure(PANEL), sheet="ข")

    save(database, ours, source(b"sheets"))
    assert compare(database, theirs, source(b"sheets").sha256).count("withdrawn") == 0
    save(database, theirs, source(b"sheets"))

    assert by_action(database) == {TRAINING: (FIRST, TRAINING), PANEL: (SECOND, PANEL)}


def test_another_measure_of_the_same_items_on_a_later_sheet_of_the_file_is_not_asked():
    database = store()
    save(database, plan(measure(TRAINING), sheet="ก"), source(b"sheets"))

    save(database, plan(measure(PANEL), sheet="ข"), source(b"sheets"))

    assert by_action(database) == {TRAINING: (FIRST, ""), PANEL: (SECOND, "")}
    database.close()


def test_control_sums_hold_after_ids_were_kept_by_content(planned):
    database, _ = planned
    save(database, plan(measure(PANEL), measure(TRAINING), measure(REGISTER)), source())

    assert check(database).sound


def answers_of(asked, newer, named):
    """Answer as somebody who knows: the stored measure a row was made of, else a new one."""
    return {int(one.value): named.get(newer[int(one.value) - 1][0], "") for one in asked}


@settings(max_examples=5, deadline=None)
@given(st.randoms(use_true_random=True))
def test_no_report_ever_moves_to_another_measure_silently(shared, rng):
    fresh = itertools.count()
    current = first_plan(rng, fresh)
    database, year = shared, next(YEARS)
    first = compare(database, plan_of(year, current)).imported
    save(database, first, source())
    named = dict(zip((name for name, _ in current), ids_of(first), strict=True))
    said = {one_id: {one.action} for one_id, (_, one) in zip(ids_of(first), current, strict=True)}
    for _ in range(3):
        newer = changed_plan(current, rng, fresh)
        imported = plan_of(year, newer)
        answers = answers_of(compare(database, imported).questions, newer, named)
        settled = compare(database, imported, matches=answers)
        assert not settled.questions
        for (name, one), one_id in zip(newer, ids_of(settled.imported), strict=True):
            # Two measures with one text cannot be told apart, and need not be.
            assert named.get(name, one_id) == one_id or one.action in said.get(one_id, ())
            assert name in named or one_id not in said or one.action in said[one_id]
            named[name] = one_id
            said.setdefault(one_id, set()).add(one.action)
        if newer:
            save(database, imported, source(), matches=answers)
        current = newer


def plan_of(year, named):
    return plan(*(replace(one, plan_year=year) for _, one in named))


def ids_of(imported):
    return [one.measure_id for one in imported.measures]
