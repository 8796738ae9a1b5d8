"""Budgets of measures: what was planned against what was spent, in baht; unknown is not 0.

What counts of one measure stands in `queries.measures.measures`: the amounts told last up to a day.
"""

import datetime as dt
from collections.abc import Sequence

import pandas as pd

from queries import Reader, read


def plan_budget(reader: Reader, *, as_of: dt.date, measure_ids: Sequence[str]) -> pd.DataFrame:
    """Give one row of the sums: `budget_left` of the measures of which both amounts are known."""
    return read(reader, "budgets/plan_budget", as_of=as_of, measure_ids=measure_ids)


def division_budgets(
    reader: Reader,
    *,
    as_of: dt.date,
    measure_ids: Sequence[str],
    divisions: Sequence[str] | None = None,
) -> pd.DataFrame:
    """Give the same by division that leads the measures."""
    return read(
        reader,
        "budgets/division_budgets",
        as_of=as_of,
        measure_ids=measure_ids,
        divisions=divisions,
    )


def quarter_budgets(
    reader: Reader, *, year: int, as_of: dt.date, measure_ids: Sequence[str]
) -> pd.DataFrame:
    """Give what was spent in all up to the end of each quarter that has begun."""
    return read(reader, "budgets/quarter_budgets", year=year, as_of=as_of, measure_ids=measure_ids)
