"""The columns of the workbook: what is locked, what may be entered, what is hidden."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from data.exporters.forms import FormColumn
from data.model.columns import Kind
from data.model.records import ReportKind, Status
from data.roundtrip.values import FIELDS, HOLDS
from data.roundtrip.words import Words

COLUMNS: Final[Mapping[ReportKind, tuple[str, ...]]] = {
    ReportKind.LEAD: (
        "measure_id",
        "indicator",
        "action",
        "end_date",
        "flags",
        *FIELDS[ReportKind.LEAD],
        "reported_by",
        "step_count",
        "comments",
        "new_comment",
    ),
    ReportKind.SUPPORT: (
        "measure_id",
        "indicator",
        "action",
        "end_date",
        "lead",
        "state",
        *FIELDS[ReportKind.SUPPORT],
        "reported_by",
        "comments",
        "new_comment",
    ),
    ReportKind.STEP: (
        "step_id",
        "action",
        "text",
        "division",
        "due_date",
        *FIELDS[ReportKind.STEP],
        "reported_by",
    ),
}
"""The columns a person sees on each sheet; behind them stands the hidden one."""

_HIDDEN: Final = FormColumn(width=10, locked=True, hidden=True)
_LARGEST_AMOUNT: Final = 1e12
_LOCKED: Final = {
    "measure_id": FormColumn(width=14, locked=True),
    "indicator": FormColumn(Kind.INTEGER, width=8, locked=True),
    "action": FormColumn(Kind.LONG_TEXT, width=38, locked=True),
    "end_date": FormColumn(Kind.DATE, width=13, locked=True),
    "flags": FormColumn(width=15, locked=True),
    "step_count": FormColumn(width=12, locked=True),
    "lead": FormColumn(width=16, locked=True),
    "comments": FormColumn(Kind.LONG_TEXT, width=38, locked=True),
    "state": FormColumn(width=16, locked=True),
    "step_id": FormColumn(width=16, locked=True),
    "text": FormColumn(Kind.LONG_TEXT, width=38, locked=True),
    "division": FormColumn(width=16, locked=True),
}
_ENTERED: Final = {
    Kind.STATUS: FormColumn(Kind.STATUS, width=17),
    Kind.PERCENT: FormColumn(Kind.PERCENT, width=9, lowest=0, highest=100),
    Kind.DATE: FormColumn(Kind.DATE, width=14),
    Kind.MONEY: FormColumn(Kind.MONEY, width=14, lowest=0, highest=_LARGEST_AMOUNT),
    Kind.TEXT: FormColumn(width=20),
    Kind.LONG_TEXT: FormColumn(Kind.LONG_TEXT, width=30),
}


def form_columns(kind: ReportKind, words: Words) -> tuple[FormColumn, ...]:
    """Give the columns of a sheet, the hidden one last."""
    return (*(_column(name, words) for name in COLUMNS[kind]), _HIDDEN)


def _column(name: str, words: Words) -> FormColumn:
    if name in _LOCKED:
        return _LOCKED[name]
    entered = _ENTERED[HOLDS.get(name, Kind.TEXT)]
    said = [words.statuses[one] for one in Status if one is not Status.NOT_REPORTED]
    choices = tuple(said) if entered.kind is Kind.STATUS else ()
    return replace(entered, choices=choices, advice=words.advice.get(name, ""))
