"""From a frame's column to plain cell values that every file format writes the same way."""

import datetime as dt
import math
from collections.abc import Callable
from decimal import Decimal
from typing import Final, TypeAlias

import pandas as pd

from data.exporters.cells.cell_text import clean_text
from data.model.columns import TEXT_KINDS, Column, Kind, Table

Value: TypeAlias = str | int | float | dt.date | dt.datetime
"""A blank is the empty text; a datetime has no time zone; a text is clean."""

# Beyond 15 digits Excel rounds: such a number is an identifier and stays text.
_LARGEST_WHOLE: Final = 10**15
_WHOLE_KINDS: Final = frozenset({Kind.INTEGER, Kind.YEAR, Kind.PERCENT})


def cell_rows(table: Table) -> list[tuple[Value, ...]]:
    """Give the rows of a table in their order, one value a column.

    Raises:
        KeyError: when the frame lacks the key of a column.
    """
    return list(zip(*(column_values(table.frame, column) for column in table.columns), strict=True))


def column_values(frame: pd.DataFrame, column: Column) -> list[Value]:
    """Give one column as plain values; missing, NaN and infinite ones become `column.blank`."""
    blank = clean_text(column.blank)
    raw = frame[column.key].tolist()
    if column.kind in TEXT_KINDS:
        return [_text(value, blank) for value in raw]
    if column.kind is Kind.DATE:
        return [_day(_any(value, blank, _number)) for value in raw]
    plain = _whole if column.kind in _WHOLE_KINDS else _number
    return [
        plain(value, blank) if type(value) is float else _any(value, blank, plain) for value in raw
    ]


def _text(value: object, blank: str) -> Value:
    if type(value) is str:
        return clean_text(value)
    if _is_missing(value):
        return blank
    return clean_text(str(value))


def _any(value: object, blank: str, plain: Callable[[float, str], Value]) -> Value:
    if isinstance(value, str):
        return clean_text(value)
    if _is_missing(value):
        return blank
    if isinstance(value, dt.datetime):
        return _moment(value)
    if isinstance(value, dt.date):
        return value
    if isinstance(value, Decimal):
        return plain(float(value), blank)
    return _scalar(value, blank, plain)


def _scalar(value: object, blank: str, plain: Callable[[float, str], Value]) -> Value:
    if hasattr(value, "item"):  # a numpy scalar inside a column of objects
        value = value.item()
    if isinstance(value, int):
        whole = int(value)
        return whole if abs(whole) < _LARGEST_WHOLE else str(whole)
    if isinstance(value, float):
        return plain(value, blank)
    return clean_text(str(value))


def _number(value: float, blank: str) -> Value:
    return value if math.isfinite(value) else blank


def _whole(value: float, blank: str) -> Value:
    if not math.isfinite(value):
        return blank
    return int(value) if value.is_integer() and abs(value) < _LARGEST_WHOLE else value


def _day(value: Value) -> Value:
    """Leave the midnight away that pandas gives every date."""
    return value.date() if isinstance(value, dt.datetime) else value


def _moment(value: dt.datetime) -> dt.datetime:
    # Spreadsheets know no time zone: the wall clock of the value's own zone is what people read.
    if isinstance(value, pd.Timestamp):
        value = value.to_pydatetime(warn=False)
    return value.replace(tzinfo=None)


def _is_missing(value: object) -> bool:
    if isinstance(value, float):
        return not math.isfinite(value)
    return value is None or value is pd.NA or value is pd.NaT
