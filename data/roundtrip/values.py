"""What a report says of a measure, as plain values that travel in a workbook and back."""

import datetime as dt
from collections.abc import Mapping
from typing import Any, Final

import pandas as pd

from data.model.records import ReportKind, ReportValue, Status

FIELDS: Final[Mapping[ReportKind, tuple[str, ...]]] = {
    ReportKind.LEAD: (
        "status",
        "percent",
        "status_on",
        "budget_planned",
        "budget_spent",
        "evidence",
        "note",
    ),
    ReportKind.SUPPORT: ("evidence", "note"),
    ReportKind.STEP: ("status", "status_on", "note"),
}
"""What each kind of report may say, in the order of the workbook."""

BESIDE: Final[Mapping[ReportKind, tuple[str, ...]]] = {
    ReportKind.LEAD: ("new_comment",),
    ReportKind.SUPPORT: ("new_comment",),
    ReportKind.STEP: ("due_date",),
}
"""What a row of a workbook may say beside its report: a new comment, by when a step is due."""

SAID: Final[Mapping[ReportKind, tuple[str, ...]]] = {
    kind: (*FIELDS[kind], *BESIDE[kind]) for kind in ReportKind
}

TEXTS: Final = frozenset({"evidence", "new_comment", "note"})
DAYS: Final = frozenset({"due_date", "status_on"})


def stored_values(row: Mapping[Any, Any], kind: ReportKind) -> dict[str, ReportValue]:
    """Give what a row of a query says; None (and "" of a text) is nothing said."""
    return {name: _plain(name, row.get(name)) for name in SAID[kind]}


def spelled(values: Mapping[str, ReportValue]) -> dict[str, str | int | float]:
    """Write values as JSON takes them, leaving out what is not said."""
    return {
        name: value.isoformat() if isinstance(value, dt.date) else value
        for name, value in values.items()
        if value not in (None, "")
    }


def understood(spelling: Mapping[str, Any], kind: ReportKind) -> dict[str, ReportValue]:
    """Read values as `spelled` wrote them.

    Raises:
        TypeError, ValueError: it was not `spelled` that wrote them.
    """
    return {name: _read(name, spelling.get(name)) for name in SAID[kind]}


def same(one: ReportValue, other: ReportValue) -> bool:
    """Tell whether two values say the same: spaces and line ends of a text do not count."""
    if isinstance(one, str) and isinstance(other, str):
        return one.split() == other.split()
    return one == other


def _plain(name: str, value: Any) -> ReportValue:  # noqa: ANN401  a cell of a frame
    if value is None or value is pd.NA or pd.isna(value):
        return "" if name in TEXTS else None
    if isinstance(value, dt.datetime):
        return value.date()
    if name == "status":
        return None if value == Status.NOT_REPORTED else Status(value)
    if name == "percent":
        return int(value)
    return value if isinstance(value, str | dt.date) else float(value)


def _read(name: str, value: object) -> ReportValue:
    if value is None:
        return "" if name in TEXTS else None
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        raise TypeError(name)
    if name == "status":
        return Status(str(value))
    if name in DAYS:
        return dt.date.fromisoformat(str(value))
    if name in TEXTS:
        return str(value)
    return int(value) if name == "percent" else float(value)
