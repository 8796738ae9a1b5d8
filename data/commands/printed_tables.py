"""A table as lines for a terminal: columns by Thai display width, long texts cut."""

from collections.abc import Iterator, Sequence
from typing import Final

import pandas as pd

from data.exporters.cells.widths import display_width
from data.model.columns import Column, Kind, Table, is_missing
from data.words import dates

WIDEST: Final = 48
_NUMBERS: Final = frozenset({Kind.INTEGER, Kind.YEAR, Kind.SCORE, Kind.PERCENT})
_GAP: Final = "  "


def table_lines(table: Table, keys: Sequence[str]) -> Iterator[str]:
    """Give the heading and the rows of some columns of a table."""
    chosen = [column for key in keys for column in table.columns if column.key == key]
    columns = [
        [column.heading, *(_text(value, column.kind) for value in table.frame[column.key])]
        for column in chosen
    ]
    widths = [max(map(display_width, texts)) for texts in columns]
    for row in zip(*columns, strict=True):
        cells = zip(row, widths, chosen, strict=True)
        yield _GAP.join(_padded(text, width, column) for text, width, column in cells).rstrip()


def _padded(text: str, width: int, column: Column) -> str:
    room = " " * (width - display_width(text))
    return room + text if column.kind in _NUMBERS else text + room


def _text(value: object, kind: Kind) -> str:
    if is_missing(value):
        return ""
    if kind is Kind.SCORE and isinstance(value, float):
        return f"{value:.2f}"
    if isinstance(value, pd.Timestamp):
        return dates.thai_moment(value) if kind is Kind.DATETIME else dates.thai_date(value)
    return _cut(" ".join(str(value).split()))


def _cut(text: str) -> str:
    if display_width(text) <= WIDEST:
        return text
    kept = text[:WIDEST]
    while display_width(kept) >= WIDEST:
        kept = kept[:-1]
    return f"{kept}…"
