"""Cached answers: asked for with plain values only, made once for a state of the store."""

import datetime as dt

import pandas as pd
import pytest

from data.model.records import Status
from data.tables.filters import Filters
from pages.shared.session import kept, remembered

PLAIN = (None, 2568, 84.25, "กองคลัง", dt.date(2026, 1, 2), Status.DONE, (2567, (2568,)))


@pytest.mark.parametrize("cached", [kept, remembered])
@pytest.mark.parametrize("given", [pd.DataFrame({"a": [1]}), [1], {"a": 1}, (2568, [1])])
def test_what_is_no_plain_value_cannot_be_a_key(cached, given):
    made = []

    with pytest.raises(TypeError):
        cached(made.append)(given)

    assert made == []


@pytest.mark.usefixtures("app_store")
@pytest.mark.parametrize("cached", [kept, remembered])
@pytest.mark.parametrize("given", [*PLAIN, Filters(years=(2568,), divisions=("กองคลัง",))])
def test_a_plain_value_is_asked_for_once(cached, given):
    made = []

    @cached
    def answer(value):
        made.append(value)
        return f"{value}"

    assert answer(given) == answer(given) == f"{given}"
    assert made == [given]


@pytest.mark.usefixtures("app_store")
def test_other_arguments_give_other_answers():
    @kept
    def answer(year, *, lead_only=False):
        return year, lead_only

    assert answer(2567) == (2567, False)
    assert answer(2568) == (2568, False)
    assert answer(2568, lead_only=True) == (2568, True)
