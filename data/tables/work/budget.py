"""Tables of budgets: by measure, by division, by quarter; what nobody told stays blank."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from data.model.columns import Table
from data.tables.columns import columns
from data.words.work import budget as words
from queries.frames import records_of

MEASURE_KEYS = (
    "measure_id",
    "action",
    "lead",
    "budget_planned",
    "budget_spent",
    "budget_left",
    "budget_state",
)
DIVISION_KEYS = (
    "division",
    "measures",
    "planned_known",
    "budget_planned",
    "spent_known",
    "budget_spent",
    "overspent",
)
QUARTER_KEYS = ("quarter", "ends_on", "budget_spent", "spent_known")


def measure_budget_table(measures: pd.DataFrame) -> Table:
    """Show the budgets of what `queries.measures.measures` gives."""
    shown = measures.assign(
        lead=[", ".join(lead) for lead in measures["lead"]],
        budget_state=[budget_state(row) for row in records_of(measures)],
    )
    listed = columns(MEASURE_KEYS, words.HEADINGS)
    return Table(words.SHEETS["measures"], words.BY_MEASURE, listed, shown)


def division_budget_table(divisions: pd.DataFrame) -> Table:
    """Show `queries.budgets.division_budgets`."""
    listed = columns(DIVISION_KEYS, words.HEADINGS)
    return Table(words.SHEETS["divisions"], words.BY_DIVISION, listed, divisions)


def quarter_budget_table(quarters: pd.DataFrame, year: int) -> Table:
    """Show `queries.budgets.quarter_budgets` of a fiscal year."""
    listed = columns(QUARTER_KEYS, words.HEADINGS)
    title = words.BY_QUARTER.format(year=year)
    named = [words.QUARTER.format(quarter=number) for number in quarters["quarter"]]
    return Table(words.SHEETS["quarters"], title, listed, quarters.assign(quarter=named))


def budget_state(row: Mapping[Any, Any]) -> str:
    """Say how what a measure spent stands against what was planned."""
    return words.state(*(known(row[f"budget_{key}"]) for key in ("planned", "spent", "left")))


def budget_total(total: pd.DataFrame) -> dict[str, Any]:
    """Give the row of `queries.budgets.plan_budget` with None for what is not known."""
    row = total.iloc[0]
    sums = {key: known(row[key]) for key in ("budget_planned", "budget_spent", "budget_left")}
    counts = ("measures", "planned_known", "spent_known", "overspent")
    return sums | {key: int(row[key]) for key in counts}


def known(amount: float) -> float | None:
    """Give an amount, or None for one that is missing in a frame."""
    return None if pd.isna(amount) else float(amount)
