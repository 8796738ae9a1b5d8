"""The hidden column of a workbook handed out: whose it is, and what each row said then."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from data.model.records import ReportKind, ReportValue
from data.roundtrip.values import spelled, understood

MARK: Final = "ita-status-1:"
"""What the heading of the hidden column begins with; the number is the version of its format."""


@dataclass(frozen=True, slots=True)
class Stamp:
    """Where a sheet comes from: the store, the plan, whose it is, when, and which measures."""

    store_id: str
    plan_year: int
    agency: str
    division: str
    kind: ReportKind
    made_at: str
    measure_ids: tuple[str, ...]

    def text(self) -> str:
        """Write it for the heading of the hidden column."""
        facts = {name: getattr(self, name) for name in self.__slots__}
        return MARK + json.dumps(facts, ensure_ascii=False)


@dataclass(frozen=True, slots=True)
class RowStamp:
    """What a row was handed out with: its measure, the newest report, and what that said."""

    measure_id: str
    seen_report: int
    was: Mapping[str, ReportValue]

    def text(self) -> str:
        """Write it for the row's cell of the hidden column."""
        facts = {"id": self.measure_id, "seen": self.seen_report, "was": spelled(self.was)}
        return json.dumps(facts, ensure_ascii=False)


def read_stamp(text: str) -> Stamp | None:
    """Read the heading of the hidden column; None when it is none, or was tampered with."""
    if not text.startswith(MARK):
        return None
    facts = _facts(text.removeprefix(MARK))
    try:
        return Stamp(
            store_id=str(facts["store_id"]),
            plan_year=int(facts["plan_year"]),
            agency=str(facts["agency"]),
            division=str(facts["division"]),
            kind=ReportKind(facts["kind"]),
            made_at=str(facts["made_at"]),
            measure_ids=tuple(map(str, facts["measure_ids"])),
        )
    except (KeyError, TypeError, ValueError):
        return None


def read_row_stamp(text: str, kind: ReportKind) -> RowStamp | None:
    """Read a row's cell of the hidden column; None when it is none, or was tampered with."""
    facts = _facts(text)
    try:
        was = understood(facts["was"], kind)
        return RowStamp(str(facts["id"]), int(facts["seen"]), was)
    except (AttributeError, KeyError, TypeError, ValueError):
        return None


def _facts(text: str) -> dict[str, Any]:
    try:
        facts = json.loads(text)
    except ValueError:
        return {}
    return facts if isinstance(facts, dict) else {}
