"""Budgets on pages: a division's own, and those of the plan for who asks."""

import pytest

from data.database import report_status
from data.model.records import Status, StatusReport
from data.words.work import budget as words

ID = "2569-04-i11"


@pytest.fixture
def budgeted(sample_store):
    """Give a store in which one measure has spent more than was planned."""
    from data.database import open_database  # noqa: PLC0415  the store is named by then
    from data.model.access import planner_here  # noqa: PLC0415

    opened = open_database(sample_store).acting_as(planner_here("ก"))
    report_status(
        opened,
        StatusReport(
            ID, Status.IN_PROGRESS, 50, reported_by="ก", budget_planned=20000, budget_spent=25000.5
        ),
    )
    opened.close()
    return sample_store


def tables(page):
    return [list(one.value.columns) for one in page.dataframe]


@pytest.mark.usefixtures("budgeted")
def test_a_division_sees_its_budgets_by_measure_and_by_quarter(open_page):
    page = open_page("profiles/division", division="กองคลัง")

    assert not page.exception
    (spent,) = [one.value for one in page.dataframe if "budget_state" in one.value]
    assert [state[:1] for state in spent["budget_state"]] == [words.OVERDUE_SYMBOL]
    assert any("ends_on" in one for one in tables(page))


@pytest.mark.usefixtures("budgeted")
def test_the_plan_shows_budgets_by_division_to_who_asks(open_page):
    page = open_page("linked_measures")
    assert not any("planned_known" in one for one in tables(page))

    page.toggle(key="budget").set_value(True).run()

    assert not page.exception
    (found,) = [one.value for one in page.dataframe if "planned_known" in one.value]
    row = found[found["division"] == "กองคลัง"].iloc[0]
    assert (row["budget_planned"], row["budget_spent"], row["overspent"]) == (20000, 25000.5, 1)


@pytest.mark.usefixtures("sample_store")
def test_where_nobody_told_a_budget_that_is_said_and_nothing_drawn(read_page):
    for name, asked in (
        ("profiles/division", {"division": "กองคลัง"}),
        ("linked_measures", {"budget": "true"}),
    ):
        page = read_page(name, **asked)
        assert not page.exception
        assert words.NONE in [one.value.replace("\\", "") for one in page.caption]
        assert not any("budget_state" in one for one in tables(page))
