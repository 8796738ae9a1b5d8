"""A day as offices write it."""

import datetime as dt

import pytest

from pages.shared.elements.thai_day import written_day


@pytest.mark.parametrize(
    "typed", ["30/9/2569", "30 ก.ย. 69", "30 กันยายน 2569", "๓๐/๙/๒๕๖๙", "2026-09-30"]
)
def test_a_day_is_read_in_every_way_it_is_written(typed):
    assert written_day(typed) == dt.date(2026, 9, 30)


@pytest.mark.parametrize("typed", ["", "31/6/2569", "กันยายน 2569", "2026-13-45", "<b>"])
def test_what_is_no_day_is_none(typed):
    assert written_day(typed) is None
