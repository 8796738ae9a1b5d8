"""The ledger of imports, and taking one import back."""

import json
from argparse import Namespace
from collections.abc import Iterator

import pandas as pd

from data.commands.arguments import Parser, Run, number
from data.commands.keeping.stores import opened
from data.commands.output import Answer, records
from data.commands.printed_tables import table_lines
from data.database import undo
from data.model.access import login_name
from data.tables.batches import batch_table
from data.words.importing import imports as import_words
from queries.batches import batches

_SHOWN = ("batch_id", "state", "form", "file_name", "sheet", "imported_at", "imported_by", "added")


def ledger_command(_parser: Parser) -> Run:
    """Describe `batches`."""
    return ledger


def undo_command(parser: Parser) -> Run:
    """Describe `undo`."""
    parser.value("batch_id", text="batch_id", metavar="BATCH_ID", type=number)
    return take_back


def ledger(_arguments: Namespace) -> Answer:
    """Give every import batch, newest first, undone ones included."""
    with opened() as database:
        found = batches(database)
    return Answer(_rows(found), _lines(found))


def take_back(arguments: Namespace) -> Answer:
    """Undo one batch and give its row of the ledger."""
    with opened() as database:
        undo(database, arguments.batch_id, undone_by=login_name())
        found = batches(database)
    row = next(_rows(found[found["batch_id"] == arguments.batch_id]))
    return Answer(row, [import_words.UNDONE.format(batch_id=arguments.batch_id)])


def _rows(found: pd.DataFrame) -> Iterator[dict[str, object]]:
    return records(found.assign(identity=found["identity"].map(json.loads)))


def _lines(found: pd.DataFrame) -> list[str]:
    if found.empty:
        return [import_words.NO_BATCHES]
    return list(table_lines(batch_table(found, import_words.HISTORY_NAME), _SHOWN))
