"""A table as CSV that Excel opens with Thai letters and without running anything."""

import csv
import datetime as dt
import io
from collections.abc import Iterable, Sequence
from typing import Final

from data.containers.gate.apostrophes import escape_formula
from data.exporters.cells.cell_text import clean_text
from data.exporters.cells.cell_values import Value, cell_rows
from data.model.columns import Table

_BYTE_ORDER_MARK: Final = "\ufeff"


def csv_bytes(table: Table) -> bytes:
    """Write headings and rows, nothing else: UTF-8 with byte order mark, CRLF, texts in quotes.

    Numbers are plain with every digit they have, dates are ISO with the common era, a datetime has
    a space before the time. A text that Excel would run as a formula gets a leading apostrophe;
    `restore_formula` takes exactly those off again, so what an importer that applies it
    reads is what was exported. Line ends inside a text are a line feed.
    """
    headings = tuple(clean_text(column.heading) for column in table.columns)
    return csv_of([headings, *cell_rows(table)])


def csv_of(rows: Iterable[Sequence[Value]]) -> bytes:
    """Write rows of values, as `csv_bytes` does those of a table."""
    target = io.StringIO(newline="")
    writer = csv.writer(target, quoting=csv.QUOTE_NONNUMERIC, lineterminator="\r\n")
    writer.writerows(map(_plain, row) for row in rows)
    return (_BYTE_ORDER_MARK + target.getvalue()).encode()


def _plain(value: Value) -> str | int | float:
    """Spell a value for CSV, a text so that Excel does not run it."""
    if isinstance(value, dt.datetime):
        return value.isoformat(sep=" ", timespec="seconds")
    if isinstance(value, dt.date):
        return value.isoformat()
    return escape_formula(value) if isinstance(value, str) else value
