"""The bars of budgets: planned behind spent, more than planned in another colour and marked."""

import pytest

from data.words import palette
from pages.charts.budget import budget_bars, budget_bars_alt
from tests.helpers.figures import BUDGET_TOTAL, BUDGETS, DAY, checked


@pytest.fixture
def drawn():
    return checked(budget_bars(BUDGETS, BUDGET_TOTAL, as_of=DAY)).to_dict()


def test_what_is_not_known_has_no_bar(drawn):
    planned, spent = drawn["data"]

    assert (planned["y"], planned["x"]) == ([0, 1], [200.0, 100.0])
    assert (spent["y"], spent["x"]) == ([0, 2], [250.5, 1e6])


def test_more_spent_than_planned_has_its_colour_and_its_mark(drawn):
    _, spent = drawn["data"]
    texts = [note["text"] for note in drawn["layout"]["annotations"]]

    assert spent["marker"]["color"][0] == palette.OVERDUE_MARK.fill.colour
    assert spent["marker"]["color"][1] != palette.OVERDUE_MARK.fill.colour
    assert sum("▲" in text and "250.50" in text for text in texts) == 1


def test_the_sums_stand_in_the_title_and_in_the_words_for_who_cannot_see(drawn):
    assert "1,000,250.50" in drawn["layout"]["title"]["text"].replace("<br>", " ")
    assert "1,000,250.50" in budget_bars_alt(BUDGETS, BUDGET_TOTAL, as_of=DAY)
