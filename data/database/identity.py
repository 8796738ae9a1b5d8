"""Which store this is: what a workbook handed out is stamped with, and whether it is real."""

import datetime as dt

import queries


def store_id(reader: queries.Reader) -> str:
    """Give the identity of a store; its copies and backups share it."""
    return str(queries.read_once(reader, "store/identity")["store_id"].iloc[0])


def is_empty(reader: queries.Reader) -> bool:
    """Tell whether no scores, plan or report count in a store."""
    batches = queries.read(reader, "batches/batches")
    return not ((batches["state"] == "active") & (batches["kind"] != "catalogue")).any()


def example_day(cursor: queries.Cursor) -> dt.date | None:
    """Give the day at which an example stands still; None of a store that is real."""
    found = queries.fetch(cursor, "store/identity")
    return found["example_day"] if found else None
