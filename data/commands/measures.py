"""Measures of action plans with the state they had on a day."""

from argparse import Namespace
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, replace
from typing import Any, Final

import pandas as pd

from data.commands.arguments import Parser, Run, day, fiscal_year, number, state, states
from data.commands.keeping.stores import opened
from data.commands.output import Answer, records, write_handout
from data.commands.printed_tables import table_lines
from data.database import Database
from data.framework import organisation
from data.model.columns import Table, day_of
from data.model.records import Flag, Status
from data.model.refusals import Refusal, RefusedError
from data.model.thai_time import today
from data.roundtrip.values import DAYS, REPORT_KEYS
from data.tables.filters import Filters
from data.tables.handouts import Handout, batch_names
from data.tables.measures import measure_details, measure_table
from data.tables.work.steps import step_table
from data.words import command_line
from data.words import commands as words
from data.words import filters as filter_words
from data.words.work import measures as measure_words
from queries import measures as measure_queries
from queries import steps as step_queries
from queries.batches import batches
from queries.divisions import divisions
from queries.frames import records_of

ROW: Final = (
    "measure_id",
    "plan_year",
    "indicator",
    "items",
    "analysis",
    "action",
    "alignment",
    "steps",
    "period_text",
    "start",
    "end",
    "responsible_text",
    "lead",
    "support",
    *REPORT_KEYS,
    "flags",
    "batch_id",
    "position",
    "item_year",
    "question",
    "reported_by",
    "reported_at",
    "file_name",
    "sheet",
    "cell",
    "withdrawn",
    "proposed_percent",
)
STEP: Final = ("step_id", "number", "text", "division", "due", "state")
"""What `steps` of a row tells of each."""
_CLOSED: Final = frozenset({Status.DONE.value, Status.CANCELLED.value})
_SHOWN: Final = ("measure_id", "indicator_name", "lead", "status", "percent", "flags", "end_date")


def command(parser: Parser) -> Run:
    """Describe `measures`."""
    parser.option("--year", text="plan_year", action="append", type=fiscal_year, metavar="YEAR")
    parser.option("--division", action="append", metavar="DIVISION")
    parser.option("--role", choices=list(filter_words.ROLES), default="all")
    status_help = command_line.ARGUMENTS["status"].format(states=states())
    parser.options.add_argument(
        "--status", action="append", type=state, metavar="STATUS", help=status_help
    )
    parser.option("--indicator", action="append", type=number, metavar="N")
    parser.option("--as-of", type=day, metavar="YYYY-MM-DD")
    parser.option("--known-at", type=day, metavar="YYYY-MM-DD")
    parser.answer_as(file=True)
    return run


def run(arguments: Namespace) -> Answer:
    """Give the measures asked for, or write them to a file."""
    arguments.as_of = arguments.as_of or today()
    with opened() as database:
        filters = _filters(arguments, named_divisions(database, arguments.division))
        found = measure_queries.measures(database, withdrawn=True, **asdict(filters))
        if arguments.out is None:
            return Answer(_rows(found, _steps(database, found, arguments)), _lines(found))
        in_excel = arguments.out.suffix.lower() == ".xlsx"
        steps = (step_table(_steps(database, found, arguments)),) if in_excel else ()
        handout = Handout(
            lambda: (*_tables(found, in_excel=in_excel), *steps),
            filters.scope(),
            len(measure_queries.measures(database, as_of=arguments.as_of, withdrawn=True)),
            batch_names(batches(database)),
        )
    write_handout(handout, arguments.out)
    done = words.WRITTEN.format(count=len(found), file_name=arguments.out.name)
    return Answer((), [done])


def named_division(database: Database, asked: str) -> str:
    """Give the official name of a division, as `named_divisions` does."""
    return named_divisions(database, [asked])[0]


def named_divisions(database: Database, asked: Sequence[str] | None) -> list[str]:
    """Give the official names of the divisions asked for, none where nobody asked.

    Raises:
        RefusedError: nobody knows a division by this name; an empty answer would hide the slip.
    """
    known = list(divisions(database)["division"])
    named = [organisation().division_named(text) or text.strip() for text in asked or ()]
    for text, name in zip(asked or (), named, strict=True):
        if name not in known:
            raise RefusedError(Refusal.UNKNOWN_DIVISION, value=text, known=", ".join(known))
    return named


def _filters(arguments: Namespace, divisions: Sequence[str]) -> Filters:
    """Take what is asked for as the filters of the pages, which say themselves in words."""
    return Filters(
        years=tuple(arguments.year or ()) or None,
        divisions=tuple(divisions) or None,
        lead_only=arguments.role == "lead",
        states=tuple(arguments.status or ()) or None,
        indicators=tuple(arguments.indicator or ()) or None,
        as_of=arguments.as_of,
        known_at=arguments.known_at,
    )


def _steps(database: Database, found: pd.DataFrame, arguments: Namespace) -> pd.DataFrame:
    return step_queries.steps(
        database,
        as_of=arguments.as_of,
        measure_ids=list(found["measure_id"]),
        known_at=arguments.known_at,
    )


def _rows(found: pd.DataFrame, steps: pd.DataFrame) -> Iterator[dict[str, object]]:
    named = found.rename(columns={"start_date": "start", "end_date": "end"})
    for column in ("start", "end", *DAYS & set(REPORT_KEYS)):
        named[column] = _days(named[column])
    named["flags"] = pd.Series(
        [_flags(row) for row in records_of(found)], index=named.index, dtype="object"
    )
    of_measure: dict[str, list[dict[str, object]]] = {key: [] for key in found["measure_id"]}
    due = steps.assign(due=_days(steps["due_date"]))
    renamed = due.rename(columns={"position": "number", "status": "state"})
    for measure_id, step in zip(steps["measure_id"], records(renamed[list(STEP)]), strict=True):
        of_measure[measure_id].append(step)
    named["steps"] = pd.Series(list(of_measure.values()), index=named.index, dtype="object")
    return records(named[list(ROW)])


def _days(moments: "pd.Series[Any]") -> "pd.Series[Any]":
    return pd.Series(list(map(day_of, moments)), index=moments.index, dtype="object")


def _flags(row: Mapping[Any, Any]) -> list[str]:
    computed = [flag.value for flag in Flag if row.get(flag.column)]
    closed = row["withdrawn"] or row["status"] in _CLOSED
    return computed if closed else [Flag.OPEN.value, *computed]


def _table(found: pd.DataFrame) -> Table:
    return measure_table(found, measure_words.NAME)


def _tables(found: pd.DataFrame, *, in_excel: bool) -> tuple[Table, ...]:
    """Give the sheets of a workbook, or for a text file all of their columns in one table."""
    table = _table(found)
    details = measure_details(table)
    if in_excel:
        return table, details
    keys = {column.key for column in table.columns}
    more = tuple(column for column in details.columns if column.key not in keys)
    return (replace(table, columns=(*table.columns, *more)),)


def _lines(found: pd.DataFrame) -> Iterator[str]:
    if found.empty:
        yield words.NO_MEASURES
        return
    yield from table_lines(_table(found), _SHOWN)
    yield words.ROWS.format(count=len(found))
