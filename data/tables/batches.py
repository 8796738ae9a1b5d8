"""The ledger of imports as a table."""

import json
from collections.abc import Mapping
from typing import Any

import pandas as pd

from data.model.columns import Table
from data.tables.columns import columns
from data.words.files import tables as words
from data.words.importing.identity import sentence
from queries.frames import records_of

# What a batch is called comes first: a phone shows three columns.
BATCH_KEYS = (
    "batch_id",
    "state",
    "file_name",
    "sheet",
    "kind",
    "form",
    "identity",
    "imported_at",
    "imported_by",
    "rows_read",
    "rows_imported",
    "rows_reported",
    "added",
    "changed",
    "unchanged",
    "undone_at",
    "undone_by",
)


def batch_table(batches: pd.DataFrame, title: str) -> Table:
    """Show the import ledger in words."""
    shown = batches.copy()
    shown["file_name"] = batches["file_name"].map(words.source_name)
    shown["kind"] = batches["kind"].map(words.KINDS)
    shown["form"] = batches["form"].map(words.FORMS)
    shown["identity"] = batches["identity"].map(identity_sentence)
    shown["state"] = [batch_state(row) for row in records_of(batches)]
    return Table(words.SHEETS["data"], title, columns(BATCH_KEYS), shown)


def identity_sentence(said: str) -> str:
    """Say what was settled about a sheet, "" of a batch from before that was asked."""
    told = json.loads(said)
    return sentence(told) if told else ""


def batch_state(row: Mapping[Any, Any]) -> str:
    """Say whether the values of a batch count."""
    if row["state"] == "undone":
        return words.STATES["undone"]
    return words.STATES["seen" if row["seen"] else "retired"]
