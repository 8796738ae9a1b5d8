"""A table as CSV that Excel opens with Thai letters and without running anything."""

import csv
import datetime as dt
import io
from typing import Final

from data.containers.gate.apostrophes import escape_formula
from data.exporters.cells.cell_text import clean_text
from data.exporters.cells.cell_values import Value, cell_rows
from data.model.columns import Table

BYTE_ORDER_MARK: Final = "\ufeff"


def csv_bytes(table: Table) -> bytes:
    """Write headings and rows, nothing else: UTF-8 with byte order mark, CRLF, texts in quotes.

    Numbers are plain with every digit they have, dates are ISO with the common era, a datetime has
    a space before the time. A text that Excel would run as a formula gets a leading apostrophe;
    `restore_formula` takes exactly those off again, so what an importer that applies it
    reads is what was exported. Line ends inside a text are a line feed.
    """
    target = io.StringIO(newline="")
    writer = csv.writer(target, quoting=csv.QUOTE_NONNUMERIC, lineterminator="\r\n")
    writer.writerow([escape_formula(clean_text(column.heading)) for column in table.columns])
    writer.writerows([plain_value(value) for value in row] for row in cell_rows(table))
    return (BYTE_ORDER_MARK + target.getvalue()).encode()


def plain_value(value: Value) -> str | int | float:
    """Spell a value for CSV, a text so that Excel does not run it."""
    if isinstance(value, dt.datetime):
        return value.isoformat(sep=" ", timespec="seconds")
    if isinstance(value, dt.date):
        return value.isoformat()
    return escape_formula(value) if isinstance(value, str) else value
