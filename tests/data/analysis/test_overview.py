"""The facts behind the five answers, from a store and from frames made on the spot."""

import datetime as dt

import pandas as pd
import pytest

from data.analysis.overview import Matter, overview, total_movement
from data.analysis.plan.division_counts import division_progress
from data.analysis.plan.work import work_of
from data.analysis.scorebook import scorebook
from data.database import Source, save
from data.importers import Choices, read_sheets
from data.model.identity import SheetKind
from data.model.work import WorkState
from queries.measures import measures
from tests.helpers.plans import measure_of_plan, plan_of
from tests.sheet_reading import read

DAY = dt.date(2026, 11, 22)
ENDED = dt.date(2026, 1, 31)


def planned(database, *rows):
    """rows: (lead, support); each measure ended long before DAY."""
    made = tuple(
        measure_of_plan(
            indicator=1,
            position=number,
            items=(f"i{number}",),
            steps=(),
            end=ENDED,
            lead=lead,
            support=support,
            cell=f"A{number}",
        )
        for number, (lead, support) in enumerate(rows, start=1)
    )
    save(database, plan_of(*made), Source("plan.xlsx", b"plan", "ผู้วางแผน"))
    return measures(database, as_of=DAY)


def scored(database, *lines):
    """lines: year, code, score as a person types them."""
    text = "ปี,รหัส,คะแนน\n" + "\n".join(lines)
    (sheet,) = read_sheets("scores.csv", text.encode())
    published = read(sheet, Choices(agency="อบต.กุศกร", kind=SheetKind.RESULT))
    save(database, published, Source("scores.csv", text.encode(), "ผู้วางแผน"))
    return scorebook(database)


def rows_of(*rows):
    """rows: (status, overdue, silent) of measures that สำนักปลัด leads."""
    frame = pd.DataFrame(list(rows), columns=["status", "overdue", "silent"])
    leads = [["สำนักปลัด"]] * len(frame)
    return frame.assign(plan_year=2569, indicator=1, awaiting_evidence=False, lead=leads)


def test_a_supporter_is_never_late_and_its_support_is_counted_apart(database):
    plan = planned(database, (("สำนักปลัด",), ("กองช่าง",)), (("กองคลัง",), ()))

    shown = division_progress(plan, as_of=DAY)

    counts = shown.set_index("division")[["total", "led", "supported", "late", "due"]]
    assert counts.loc["กองช่าง"].tolist() == [1, 0, 1, 0, 0]
    assert counts.loc["สำนักปลัด"].tolist() == [1, 1, 0, 1, 1]
    assert dict(work_of(plan).late_by_division) == {"กองคลัง": 1, "สำนักปลัด": 1}


def test_no_report_is_counted_apart_from_late_and_silent_measures():
    rows = (("not-reported", True, True), ("in-progress", True, True), ("done", False, False))
    work = work_of(rows_of(*rows))

    assert (work.total, work.done, work.unreported) == (3, 1, 1)
    assert (work.late, work.late_unreported, work.silent) == (2, 1, 1)
    assert not work.nothing_reported


def test_each_measure_is_in_exactly_one_state_and_lateness_of_the_silent_is_kept_apart():
    plan = rows_of(
        ("done", True, False),
        ("in-progress", True, False),
        ("in-progress", False, False),
        ("not-reported", True, False),
        ("not-reported", False, False),
        ("cancelled", False, False),
    )

    work = work_of(plan)

    assert work.by_lead == {"สำนักปลัด": dict.fromkeys(WorkState, 1)}
    assert work.by_indicator == {1: dict.fromkeys(WorkState, 1)}


def test_a_plan_nobody_reported_on_says_so():
    assert work_of(rows_of(("not-reported", False, False))).nothing_reported
    assert not work_of(rows_of().iloc[:0]).nothing_reported


def test_only_the_newest_plan_counts():
    old = rows_of(("in-progress", True, False)).assign(plan_year=2568)
    work = work_of(pd.concat([old, rows_of(("done", False, False))]))

    assert (work.plan_year, work.total, work.late) == (2569, 1, 0)


def test_one_unmet_level_is_one_decision_however_many_conditions_it_misses(database):
    book = scored(database, "2568,total,80", "2568,IIT,80", "2568,EIT,80", "2568,OIT,80")

    facts = overview(book, rows_of(("in-progress", False, False)))

    assert facts.standing is not None
    assert [one.matter for one in facts.decisions] == [Matter.NEXT_LEVEL]


@pytest.mark.parametrize(
    ("status", "overdue", "matter"),
    [
        ("not-reported", True, Matter.NO_REPORT),
        ("in-progress", True, Matter.LATE),
    ],
)
def test_a_measure_asks_for_one_decision(status, overdue, matter):
    facts = overview(None, rows_of((status, overdue, True)))

    assert matter in [one.matter for one in facts.decisions]
    assert Matter.LATE not in [one.matter for one in facts.decisions] or matter is Matter.LATE


def test_weak_indicators_ask_for_a_plan_until_there_is_one_of_the_next_year(database):
    book = scored(database, "2569,total,97", "2569,1,80")
    plan = rows_of(("in-progress", False, False))

    before = [one.matter for one in overview(book, plan).decisions]
    after = [one.matter for one in overview(book, plan.assign(plan_year=2570)).decisions]

    assert (Matter.PLAN in before, Matter.PLAN in after) == (True, False)


def test_the_movement_counts_what_is_known_of_both_years(database):
    book = scored(database, "2567,total,80", "2567,1,80", "2567,2,80", "2568,total,81", "2568,1,90")

    moved = total_movement(book.standing(2567), book.standing(2568), book.broken)

    assert (moved.known, moved.expected, moved.comparable) == (1, 10, True)
    assert overview(book, rows_of()).moved == moved


def test_totals_do_not_compare_across_a_break(database):
    facts = overview(scored(database, "2565,total,80", "2566,total,81"), rows_of())

    assert facts.moved is not None
    assert not facts.moved.comparable
