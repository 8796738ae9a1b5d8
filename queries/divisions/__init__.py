"""Divisions and how far their measures are."""

import datetime as dt
from collections.abc import Sequence

import pandas as pd

from queries import Reader, read


def divisions(reader: Reader) -> pd.DataFrame:
    """Divisions to choose from, the agency's own first and in official order."""
    return read(reader, "divisions/divisions")


def division_progress(
    reader: Reader,
    *,
    as_of: dt.date,
    measure_ids: Sequence[str],
    divisions: Sequence[str] | None = None,
    lead_only: bool = False,
) -> pd.DataFrame:
    """The given measures by division and status; the totals of a division stand on each row."""
    return read(
        reader,
        "divisions/division_progress",
        as_of=as_of,
        measure_ids=measure_ids,
        divisions=divisions,
        lead_only=lead_only,
    )
