"""What a report says of a measure: its columns, and their values as they travel and come back."""

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Any, Final

from data.model.columns import Kind, ReportColumn, is_missing
from data.model.records import REPORT_COLUMNS, ReportKind, ReportValue, Status

BESIDE_REPORTS: Final = (
    ReportColumn("new_comment", Kind.LONG_TEXT, (ReportKind.LEAD, ReportKind.SUPPORT)),
    ReportColumn("due_date", Kind.DATE, (ReportKind.STEP,)),
)
"""What a row of a workbook may say beside its report: a new comment, by when a step is due."""

REPORT_KEYS: Final = tuple(column.key for column in REPORT_COLUMNS)


def _said(columns: Iterable[ReportColumn]) -> dict[ReportKind, tuple[str, ...]]:
    return {
        kind: tuple(column.key for column in columns if kind in column.said_by)
        for kind in ReportKind
    }


FIELDS: Final[Mapping[ReportKind, tuple[str, ...]]] = _said(REPORT_COLUMNS)
"""What each kind of report may say, in the order of the workbook."""

BESIDE: Final[Mapping[ReportKind, tuple[str, ...]]] = _said(BESIDE_REPORTS)

SAID: Final[Mapping[ReportKind, tuple[str, ...]]] = {
    kind: (*FIELDS[kind], *BESIDE[kind]) for kind in ReportKind
}

HOLDS: Final = {column.key: column.kind for column in (*REPORT_COLUMNS, *BESIDE_REPORTS)}
TEXTS: Final = frozenset(key for key, kind in HOLDS.items() if kind in {Kind.TEXT, Kind.LONG_TEXT})
DAYS: Final = frozenset(key for key, kind in HOLDS.items() if kind is Kind.DATE)


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
    if is_missing(value):
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
