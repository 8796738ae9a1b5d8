"""A day as offices write it."""

import datetime as dt

import pandas as pd
import pytest

from pages.shared.elements.thai_day import with_read_days, with_written_days, written_day


@pytest.mark.parametrize(
    "typed", ["30/9/2569", "30 ก.ย. 69", "30 กันยายน 2569", "๓๐/๙/๒๕๖๙", "2026-09-30"]
)
def test_a_day_is_read_in_every_way_it_is_written(typed):
    assert written_day(typed) == dt.date(2026, 9, 30)


@pytest.mark.parametrize("typed", ["", "31/6/2569", "กันยายน 2569", "2026-13-45", "<b>"])
def test_what_is_no_day_is_none(typed):
    assert written_day(typed) is None


def test_every_day_that_is_written_for_editing_is_read_as_the_same_day():
    days = pd.Series(pd.date_range("2024-01-01", "2024-12-31"))
    frame = pd.DataFrame({"status_on": days, "note": "x"})

    read, unread = with_read_days(with_written_days(frame))

    assert unread == []
    assert list(read["status_on"]) == list(days)


def test_what_is_no_day_is_given_back_and_a_blank_is_none():
    frame = pd.DataFrame({"due_date": ["", "1 ต.ค. 68", "เร็ว ๆ นี้"]})

    read, unread = with_read_days(frame)

    assert unread == ["เร็ว ๆ นี้"]
    assert [pd.isna(day) for day in read["due_date"]] == [True, False, True]
