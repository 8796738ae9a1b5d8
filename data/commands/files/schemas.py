"""What exported tables and the answers of commands hold: JSON Schema, a dictionary for people."""

import json
from argparse import Namespace
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

import pandas as pd

from data.commands.arguments import Parser, Run
from data.commands.output import VERSION, Answer
from data.database import IN_MEMORY, open_database
from data.exporters.open_files import column_type
from data.framework import apart
from data.model.thai_time import today
from data.tables.analyst import heading_of
from data.tables.tidy import TidyTables, tidy_tables
from data.words.files import tidy as words

DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"
_ANSWERS: Final = Path(__file__).with_name("answers.json")
"""An answer by its name: [row] of a list, the type of each field, those that end in ? at times."""


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
        "answers": answer_schemas(),
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


def answer_schemas() -> Mapping[str, object]:
    """Give the JSON Schema of what each command answers with --json, by name: check/1."""
    told = json.loads(_ANSWERS.read_text(encoding="utf-8"))
    return {
        f"{name}/{VERSION}": _described(
            fields if isinstance(fields, list) else {"schema": "string", **fields}
        )
        for name, fields in told.items()
    }


def _described(shape: Any, *, at_times: bool = False) -> Mapping[str, object]:  # noqa: ANN401  JSON
    """Unfold the short form of a shape; a single value, or what is there at times, may be null."""
    if isinstance(shape, str):
        return {"type": [*shape.split("|"), "null"]}
    if isinstance(shape, list):
        return {"type": "array", "items": _described(shape[0])}
    return {
        "type": ["object", "null"] if at_times else "object",
        "properties": {
            key.removesuffix("?"): _described(held, at_times=key.endswith("?"))
            for key, held in shape.items()
        },
        "required": [key for key in shape if not key.endswith("?")],
        # What is empty here is told elsewhere: the schemas themselves.
        "additionalProperties": not shape,
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
