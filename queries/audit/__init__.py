"""Who did what, and who was refused."""

import datetime as dt
from collections.abc import Sequence

import pandas as pd

from queries import Reader, read


def entries(
    reader: Reader,
    *,
    persons: Sequence[str] | None = None,
    actions: Sequence[str] | None = None,
    first_day: dt.date | None = None,
    last_day: dt.date | None = None,
) -> pd.DataFrame:
    """Every write and every refusal, newest first; days are days in Thailand, ends included."""
    return read(
        reader,
        "audit/entries",
        persons=None if persons is None else list(persons),
        actions=None if actions is None else list(actions),
        first_day=first_day,
        last_day=last_day,
    )
