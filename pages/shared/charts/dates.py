"""Dates inside figures: short Thai months and years of the Buddhist Era."""

import datetime as dt
from typing import Final

from pages.shared.text import charts as words

ERA: Final = 543
"""Years between the Common and the Buddhist Era."""


def thai_date(day: dt.date) -> str:
    """Write a day like 22 Nov 2569, in Thai."""
    return f"{day.day} {words.MONTHS[day.month - 1]} {day.year + ERA}"
