"""Budgets by plan, division and quarter: the amounts told last, and unknown is not 0."""

import datetime as dt

import pandas as pd
import pytest

from data.database import Source, report_status, save
from data.model.records import Status, StatusReport
from queries.budgets import division_budgets, plan_budget, quarter_budgets
from queries.measures import measure_versions, measures
from tests.helpers.plans import measure_of_plan, plan_of
from tests.roundtrips import plan

DAY = dt.date(2026, 7, 15)
FIRST, SECOND = "2569-04-i10", "2569-04-i11"


@pytest.fixture
def store(database):
    plan(database, "i10", "i11", "i12")
    return database


def told(store, measure_id, day, planned=None, spent=None):
    report_status(
        store,
        StatusReport(
            measure_id,
            Status.IN_PROGRESS,
            50,
            reported_by="ก",
            status_on=dt.date.fromisoformat(day),
            budget_planned=planned,
            budget_spent=spent,
        ),
    )


def ids(store):
    return list(measures(store, as_of=DAY)["measure_id"])


def total(store, day=DAY):
    (row,) = plan_budget(store, as_of=day, measure_ids=ids(store)).to_dict("records")
    return {key: None if pd.isna(value) else value for key, value in row.items()}


def test_what_the_plan_says_is_planned_until_something_else_is_told(database):
    measures_of = [
        measure_of_plan(budget_planned=5000.0, budget_cell="I3"),
        measure_of_plan(position=2, items=("i12",), action="อีกมาตรการ", cell="A4"),
    ]
    save(database, plan_of(*measures_of), Source("แผน.xlsx", b"plan", "ก"))
    assert (total(database)["budget_planned"], total(database)["planned_known"]) == (5000, 1)
    told(database, SECOND, "2026-01-10", spent=2000)
    found = measures(database, as_of=DAY).loc[0]
    assert (found["budget_planned"], found["budget_spent"], found["budget_left"]) == (
        5000,
        2000,
        3000,
    )
    assert total(database)["budget_left"] == 3000
    told(database, SECOND, "2026-02-10", planned=1500)
    assert (total(database)["budget_planned"], total(database)["overspent"]) == (1500, 1)
    (version,) = measure_versions(database, SECOND).to_dict("records")
    assert (version["budget_planned"], version["budget_cell"]) == (5000, "I3")


def test_nothing_told_is_unknown_and_not_zero(store):
    assert total(store) == {
        "measures": 3,
        "budget_planned": None,
        "planned_known": 0,
        "budget_spent": None,
        "spent_known": 0,
        "budget_left": None,
        "overspent": 0,
    }
    told(store, FIRST, "2026-01-10", planned=0, spent=0)
    assert (total(store)["budget_spent"], total(store)["spent_known"]) == (0, 1)


def test_a_report_that_says_nothing_of_an_amount_takes_nothing_back(store):
    told(store, FIRST, "2026-01-10", planned=20000, spent=5000)
    told(store, FIRST, "2026-05-10", spent=21000.5)
    told(store, FIRST, "2026-06-10")

    first = measures(store, as_of=DAY).iloc[0]
    assert (first["budget_planned"], first["budget_spent"], first["budget_left"]) == (
        20000,
        21000.5,
        -1000.5,
    )
    earlier = measures(store, as_of=dt.date(2026, 2, 1)).iloc[0]
    assert (earlier["budget_spent"], earlier["budget_left"]) == (5000, 15000)


def test_an_amount_about_an_earlier_day_typed_later_stays_behind_a_newer_one(store):
    told(store, FIRST, "2026-05-10", spent=9)
    told(store, FIRST, "2026-01-10", planned=5, spent=1)

    assert list(measures(store, as_of=DAY).loc[0, ["budget_planned", "budget_spent"]]) == [5, 9]


def test_what_is_left_is_of_measures_with_both_amounts_and_overspent_ones_are_counted(store):
    told(store, FIRST, "2026-01-10", planned=100, spent=150)
    told(store, SECOND, "2026-01-10", planned=1000)

    found = total(store)
    assert (found["budget_planned"], found["budget_spent"], found["budget_left"]) == (
        1100,
        150,
        -50,
    )
    assert (found["planned_known"], found["spent_known"], found["overspent"]) == (2, 1, 1)


def test_a_division_counts_what_it_leads(store):
    told(store, FIRST, "2026-01-10", planned=100, spent=150)

    found = division_budgets(store, as_of=DAY, measure_ids=ids(store))

    rows = measures(store, as_of=DAY)
    leads = sorted({lead for named in rows["lead"] for lead in named})
    assert sorted(found["division"]) == leads
    assert found["measures"].sum() == rows["lead"].map(len).sum()
    assert found["budget_spent"].sum() == 150 * len(rows["lead"][0])
    one = division_budgets(store, as_of=DAY, measure_ids=ids(store), divisions=leads[:1])
    assert list(one["division"]) == leads[:1]


def test_each_quarter_that_has_begun_has_what_was_spent_up_to_its_end(store):
    told(store, FIRST, "2025-11-10", spent=10)
    told(store, SECOND, "2026-03-31", spent=5)
    told(store, FIRST, "2026-04-01", spent=30)

    found = quarter_budgets(store, year=2569, as_of=DAY, measure_ids=ids(store))

    assert list(found["quarter"]) == [1, 2, 3, 4]
    assert [day.date().isoformat() for day in found["ends_on"]] == [
        "2025-12-31",
        "2026-03-31",
        "2026-06-30",
        "2026-07-15",
    ]
    assert list(found["budget_spent"]) == [10, 15, 35, 35]
    assert list(found["spent_known"]) == [1, 2, 2, 2]
    assert total(store)["budget_spent"] == 35
    early = quarter_budgets(store, year=2569, as_of=dt.date(2025, 12, 31), measure_ids=ids(store))
    assert list(early["quarter"]) == [1]


def test_a_quarter_nobody_told_of_has_no_amount(store):
    told(store, FIRST, "2026-04-01", spent=30)

    found = quarter_budgets(store, year=2569, as_of=DAY, measure_ids=ids(store))

    assert found["budget_spent"].isna().tolist() == [True, True, False, False]
