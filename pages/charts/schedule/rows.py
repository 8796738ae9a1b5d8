"""The rows of the schedule: divisions with their measures, alike ones as one row."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

import pandas as pd

from data.model.records import Status
from data.words import charts as words
from data.words import palette
from queries.frames import records_of


@dataclass(frozen=True, slots=True)
class Row:
    """One measure, or several that are alike: when they run, their state, whose they are.

    `measure_ids` are theirs; steps are drawn where `has_steps`.
    """

    measure_ids: tuple[str, ...]
    name: str
    start: dt.date | None
    end: dt.date | None
    mark: palette.StatusMark
    division: str
    has_steps: bool

    @property
    def state(self) -> str:
        """The mark in words, and who is responsible."""
        return words.JOIN.join(text for text in (self.mark.name, self.division) if text)


@dataclass(frozen=True, slots=True)
class Group:
    """The rows of one division."""

    division: str
    measures: int
    rows: tuple[Row, ...]


def rows_of(measures: pd.DataFrame, steps: pd.DataFrame) -> list[Row]:
    """Give a row for each measure, in the order of the frame."""
    stepped = set(steps["measure_id"])
    return [
        _row(record, has_steps=record["measure_id"] in stepped) for record in records_of(measures)
    ]


def grouped(measures: pd.DataFrame, steps: pd.DataFrame) -> list[Group]:
    """Give the rows by division, in the order in which divisions come first in the frame.

    Measures of a division with one state and period, whose steps are all in one state, too, make
    one row: their bars would only repeat each other.
    """
    every = rows_of(measures, steps)
    states = _states_of_steps(steps)
    order = list(dict.fromkeys(row.division for row in every))
    ordered = sorted(every, key=lambda row: order.index(row.division))
    groups = []
    for division, own in groupby(ordered, key=lambda row: row.division):
        listed = list(own)
        groups.append(Group(division, len(listed), tuple(_joined(listed, states))))
    return groups


def _joined(rows: Sequence[Row], states: dict[str, frozenset[object]]) -> Iterator[Row]:
    """Give each row, or the first of those alike for all of them."""
    keys = [_likeness(row, states.get(row.measure_ids[0], frozenset())) for row in rows]
    for row, key in zip(rows, keys, strict=True):
        alike = [other for other, its in zip(rows, keys, strict=True) if its == key]
        if key is None or len(alike) == 1:
            yield row
        elif alike[0] is row:
            ids = tuple(one.measure_ids[0] for one in alike)
            name = words.TIMELINE_ALIKE.format(measures=len(ids), ids=words.JOIN.join(ids))
            yield Row(ids, name, row.start, row.end, row.mark, row.division, has_steps=False)


def _likeness(row: Row, states: frozenset[object]) -> object:
    """Give what must be equal of rows that are drawn as one; None of one that stands alone."""
    return None if len(states) > 1 else (row.mark, row.start, row.end, states)


def _states_of_steps(steps: pd.DataFrame) -> dict[str, frozenset[object]]:
    found: dict[str, set[object]] = {}
    for row in records_of(steps):
        found.setdefault(row["measure_id"], set()).add((row["status"], bool(row["overdue"])))
    return {measure_id: frozenset(states) for measure_id, states in found.items()}


def _row(record: dict[str, Any], *, has_steps: bool) -> Row:
    overdue = bool(record.get("overdue", False))
    mark = palette.OVERDUE_MARK if overdue else palette.STATUSES[Status(record["status"])]
    start, end = _day(record["start"]), _day(record["end"])
    dated = start is not None and end is not None
    division = record["division"]
    return Row(
        (str(record["measure_id"]),),
        str(record["label"]),
        start if dated else None,
        end if dated else None,
        mark,
        "" if pd.isna(division) else str(division),
        has_steps,
    )


def _day(value: object) -> dt.date | None:
    if value is None or pd.isna(value):  # type: ignore[call-overload]
        return None
    return pd.Timestamp(value).date()  # type: ignore[arg-type]
