"""How far each division is with the measures it leads or supports."""

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import Any, Final

import pandas as pd

from data.model.records import Status

COUNTS: Final = (
    "total",
    "led",
    "supported",
    "done",
    "due",
    "late",
    "due_soon",
    "silent",
    "awaiting_evidence",
)
_READ: Final = (
    "withdrawn",
    "status",
    "end_date",
    "overdue",
    "due_soon",
    "silent",
    "awaiting_evidence",
    "lead",
    "support",
)


def division_progress(
    measures: pd.DataFrame,
    *,
    as_of: dt.date,
    divisions: Sequence[str] | None = None,
    lead_only: bool = False,
) -> pd.DataFrame:
    """Count measures in force, as `queries.measures` gives them, by division and status.

    Columns: division, status, measures (of that status), then what counts all of the division, on
    each of its rows: total, led, supported, done; and of the measures it leads alone, for who
    supports one is not late with it: due (ended, not cancelled), late, due_soon, silent,
    awaiting_evidence. Divisions with most late measures stand first.
    """
    counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    by_status: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for withdrawn, status, end, late, soon, silent, bare, lead, support in zip(
        *(measures[key].tolist() for key in _READ), strict=True
    ):
        if withdrawn:
            continue
        done = int(status == Status.DONE)
        due = pd.notna(end) and end <= pd.Timestamp(as_of) and status != Status.CANCELLED
        led = {"due": due, "late": late, "due_soon": soon, "silent": silent}
        for division in lead:
            counts[division].update(total=1, led=1, done=done, awaiting_evidence=bare, **led)
            by_status[division][status] += 1
        for division in () if lead_only else support:
            counts[division].update(total=1, supported=1, done=done)
            by_status[division][status] += 1
    rows: list[tuple[Any, ...]] = [
        (division, status, measures, *(int(counts[division][key]) for key in COUNTS))
        for division in counts.keys() & (counts.keys() if divisions is None else set(divisions))
        for status, measures in by_status[division].items()
    ]
    late, total = (3 + COUNTS.index(key) for key in ("late", "total"))
    rows.sort(key=lambda row: (-row[late], -row[total], row[0], row[1]))
    return pd.DataFrame(rows, columns=["division", "status", "measures", *COUNTS])
