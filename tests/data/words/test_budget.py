"""Words of budgets: unknown is said, and over-spent is said first after the sums."""

import pytest

from data.words.work.budget import OVERDUE_SYMBOL, baht, state, told
from tests.helpers.figures import BUDGET_TOTAL


@pytest.mark.parametrize(
    ("amount", "written"),
    [
        (0, "0"),
        (1234567, "1,234,567"),
        (1234.5, "1,234.50"),
        (0.005, "0.01"),
        (1e11, "100,000,000,000"),
    ],
)
def test_an_amount_has_separators_and_satang_where_there_are_some(amount, written):
    assert baht(amount) == written


@pytest.mark.parametrize(
    ("planned", "spent", "parts"),
    [(None, None, 0), (300.0, None, 3), (None, 5.0, 3), (300.0, 5.0, 3)],
)
def test_the_sums_are_told_as_far_as_they_are_known(planned, spent, parts):
    said = told(BUDGET_TOTAL | {"budget_planned": planned, "budget_spent": spent})

    assert len(said) == parts
    assert all(baht(amount) in said[0] for amount in (planned, spent) if amount is not None)


def test_a_plan_whose_amounts_are_all_known_is_told_without_a_reserve():
    known = {"measures": 2, "planned_known": 2, "spent_known": 2, "overspent": 0}

    assert len(told(BUDGET_TOTAL | known)) == 1


def test_more_spent_than_planned_is_marked_and_unknown_is_no_zero():
    assert state(100, 150, -50).startswith(OVERDUE_SYMBOL)
    said = [state(None, None, None), state(1, None, None), state(None, 1, None), state(1, 1, 0)]
    assert len({*said, state(2, 1, 1)}) == 5
    assert not any("0" in one for one in said)
