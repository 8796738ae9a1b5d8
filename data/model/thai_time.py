"""The time in Thailand: one zone for days, moments and the store."""

import datetime as dt
from typing import Final

TIME_ZONE: Final = "Asia/Bangkok"
"""As DuckDB calls it."""
THAI_TIME: Final = dt.timezone(dt.timedelta(hours=7))
"""The same without a table of zones, which Windows lacks; Thailand has no summer time."""


def today() -> dt.date:
    """Give the day it is in Thailand."""
    return dt.datetime.now(tz=THAI_TIME).date()
