"""What the caller hands over: tables with words, kinds and colours, before any file format."""

import datetime as dt
import math
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Final, TypeAlias

if TYPE_CHECKING:  # not everybody who asks what a column holds has a table at hand
    import pandas as pd

_SAYS: Final = "says"
_MISSING: Final = ("NaTType", "NAType")


class Kind(StrEnum):
    """What a column holds, which decides how a cell is stored, shown and aligned.

    A number kind takes a text as well (a mark such as "[x]"): it is stored as that text.
    """

    TEXT = "text"
    LONG_TEXT = "long-text"
    INTEGER = "integer"
    YEAR = "year"
    SCORE = "score"
    MARKED_SCORE = "marked-score"
    CHANGE = "change"
    EXACT_CHANGE = "exact-change"
    PERCENT = "percent"
    MONEY = "money"
    DATE = "date"
    DATETIME = "datetime"
    STATUS = "status"


TEXT_KINDS = frozenset({Kind.TEXT, Kind.LONG_TEXT, Kind.STATUS})


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table: `key` picks it from the frame, `heading` is what people read.

    A width is in characters; None takes it from the content. `blank` stands where the value is
    missing, infinite or not a number.
    """

    key: str
    heading: str
    kind: Kind
    width: float | None = None
    blank: str = ""


@dataclass(frozen=True, slots=True, eq=False, weakref_slot=True)
class Table:
    """One sheet: `name` becomes its tab, `notes` stand under the title, rows keep their order.

    With a `range_name`, an identifier, the rows are a real Excel table of that name: a pivot table
    works at once. Its headings must differ from each other.
    """

    name: str
    title: str
    columns: tuple[Column, ...]
    frame: "pd.DataFrame"
    notes: tuple[str, ...] = ()
    range_name: str = ""


@dataclass(frozen=True, slots=True)
class StatusStyle:
    """Colours of a STATUS cell that holds a certain word, as `#RRGGBB`."""

    font: str
    fill: str


StatusStyles: TypeAlias = Mapping[str, StatusStyle]
"""The word in the cell -> its colours."""


@dataclass(frozen=True, slots=True)
class Trend:
    """A native Excel line chart under the table named `table` (by default the last one).

    `category` is the key of the column along the axis (years), `series` those of the lines,
    `colours` theirs in the same order (`#RRGGBB`). Missing values and marks are gaps.
    """

    title: str
    category: str
    series: tuple[str, ...]
    table: str | None = None
    colours: tuple[str, ...] = ()
    axis: str = ""
    lowest: float | None = None
    highest: float | None = None


def day_of(value: Any) -> dt.date | None:  # noqa: ANN401  a cell of a frame
    """Give the day of a moment in a frame, None where there is none."""
    return None if is_missing(value) else value.date()


def is_missing(value: object) -> bool:
    """Tell whether a cell of a frame holds nothing: None, NaN, or one of pandas' own."""
    if isinstance(value, float):
        return math.isnan(value)
    return value is None or type(value).__name__ in _MISSING


@dataclass(frozen=True, slots=True)
class ReportColumn:
    """One thing a report says: its field in `StatusReport`, what it holds, which kinds say it.

    `names_person`: it is left blank in files that are to have no names.
    """

    key: str
    kind: Kind
    said_by: tuple[str, ...]
    names_person: bool = False


def said(kind: Kind, *said_by: str, blank: str | None = None, names_person: bool = False) -> Any:  # noqa: ANN401  as `field`
    """Declare a field that reports of some kinds say; `blank` says nothing."""
    return field(default=blank, metadata={_SAYS: (kind, said_by, names_person)})


def report_columns(report: type) -> tuple[ReportColumn, ...]:
    """Give what a report says, in the order of its fields."""
    said_of = {one.name: one.metadata.get(_SAYS) for one in fields(report)}
    return tuple(ReportColumn(key, *says) for key, says in said_of.items() if says)
