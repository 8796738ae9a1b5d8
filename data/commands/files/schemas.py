"""What the exported tables hold, as JSON Schema and as a dictionary for people."""

from argparse import Namespace
from collections.abc import Iterator, Mapping
from typing import Any, Final

import pandas as pd

from data.commands.arguments import Parser, Run
from data.commands.output import Answer
from data.database import IN_MEMORY, open_database
from data.exporters.open_files import column_type
from data.framework import apart
from data.model.thai_time import today
from data.tables.analyst import heading_of
from data.tables.tidy import TidyTables, tidy_tables
from data.words.files import tidy as words

DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"


def command(_parser: Parser) -> Run:
    """Describe `schema`."""
    return run


def run(_arguments: Namespace) -> Answer:
    """Give the tables of `export` with their columns, read off a store that holds nothing."""
    with apart():
        database = open_database(IN_MEMORY)
        tables = tidy_tables(database, today(), every_agency=True)
        database.close()
    document = {
        "$schema": DIALECT,
        "tables": {name: table_schema(name, frame) for name, frame in tables.items()},
    }
    return Answer(document, _lines(tables))


def table_schema(name: str, frame: pd.DataFrame) -> Mapping[str, object]:
    """Give the JSON Schema of one table: a list of rows, each a flat object."""
    properties = {
        str(key): {"type": [_type(frame[key]), "null"], "title": heading_of(name, str(key))}
        for key in frame.columns
    }
    return {
        "type": "array",
        "title": words.SHEETS[name],
        "description": words.TITLES[name].format(as_of="").strip(),
        "items": {
            "type": "object",
            "properties": properties,
            "required": list(properties),
            "additionalProperties": False,
        },
    }


def _type(values: "pd.Series[Any]") -> str:
    """Give the type as JSON has it, where a moment is a text."""
    held = column_type(values)
    return "string" if held == "datetime" else held


def _lines(tables: TidyTables) -> Iterator[str]:
    for name, frame in tables.items():
        yield f"{name} · {words.SHEETS[name]}"
        for key in frame.columns:
            yield f"    {key} · {heading_of(name, str(key))}"
