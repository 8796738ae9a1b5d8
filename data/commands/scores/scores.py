"""Scores as published or recomputed, with their marks and where each one comes from."""

from argparse import Namespace
from collections.abc import Iterator

import pandas as pd

from data.analysis.standing import Basis
from data.commands.arguments import Parser, Run, fiscal_year
from data.commands.keeping.stores import opened
from data.commands.output import Answer, records, write_handout
from data.commands.printed_tables import table_lines
from data.database import Database
from data.framework import Indicator, Instrument, Item, framework, organisation, years
from data.model.columns import Table
from data.model.records import ScoreLevel
from data.tables.columns import columns
from data.tables.handouts import Handout, batch_names
from data.words import commands as words
from data.words import filters as filter_words
from data.words.files import tables as table_words
from data.words.marks import sign
from queries import readings
from queries import scores as score_queries
from queries.batches import batches

ROW = (
    "agency",
    "year",
    "level",
    "code",
    "name",
    "score",
    "basis",
    "provisional",
    "revised",
    "sample",
    "batch_id",
    "sheet",
    "cell",
    "file_name",
    "previous_score",
)
_SHOWN = ("agency", "year", "level", "code", "name", "score", "mark")
_WRITTEN = (*_SHOWN, "batch_id", "file_name", "sheet", "cell")


def command(parser: Parser) -> Run:
    """Describe `scores`."""
    parser.option("--year", action="append", type=fiscal_year, metavar="YEAR")
    parser.option("--level", action="append", choices=[level.value for level in ScoreLevel])
    whose = parser.options.add_mutually_exclusive_group()
    parser.option("--agency", among=whose, metavar="NAME")
    parser.option("--all-agencies", among=whose, action="store_true")
    parser.answer_as(file=True)
    return run


def run(arguments: Namespace) -> Answer:
    """Give the scores asked for, or write them to a file."""
    with opened() as database:
        found = _named(_read(database, arguments, arguments.year, arguments.level))
        if arguments.out is None:
            return Answer(records(found[list(ROW)]), _lines(found))
        every = len(found)
        if arguments.year or arguments.level:
            every = len(_read(database, arguments, None, None))
        handout = Handout(
            lambda: (_table(found),),
            _scope(arguments),
            every,
            batch_names(batches(database)),
            sample=bool(found["sample"].any()),
        )
    write_handout(handout, arguments.out)
    done = words.WRITTEN.format(count=len(found), file_name=arguments.out.name)
    return Answer((), [done])


def _read(
    database: Database,
    arguments: Namespace,
    chosen_years: list[int] | None,
    levels: list[str] | None,
) -> pd.DataFrame:
    asked = arguments.agency
    home = asked is not None and organisation().is_home(asked)
    published, recomputed = (
        asked_for(
            database,
            years=chosen_years,
            levels=levels,
            agency=None if home else asked,
            all_agencies=arguments.all_agencies,
        ).assign(basis=basis.value)
        for asked_for, basis in (
            (score_queries.scores, Basis.PUBLISHED),
            (readings.recomputed_scores, Basis.RECOMPUTED),
        )
    )
    if recomputed.empty:
        return published
    # What was recomputed stands last: it has no file and no cell.
    return pd.concat([published, recomputed], ignore_index=True).astype({"batch_id": "Int64"})


def _named(found: pd.DataFrame) -> pd.DataFrame:
    """Add what each code is called in its own year; None where the catalogue does not know."""
    keys = found[["year", "level", "code"]].drop_duplicates()
    names = [_name(*key) for key in keys.itertuples(index=False, name=None)]
    named = keys.assign(name=pd.Series(names, index=keys.index, dtype="object"))
    return found.merge(named, on=["year", "level", "code"], how="left")


def _name(year: int, level: str, code: str) -> str | None:
    if level == ScoreLevel.TOTAL:
        return table_words.LEVELS["total"]
    if year not in years():
        return None
    found: Instrument | Indicator | Item | None
    if level == ScoreLevel.INSTRUMENT:
        found = framework(year).instrument(code)
    elif level == ScoreLevel.INDICATOR:
        found = framework(year).indicator(int(code))
    else:
        found = framework(year).item(code)
    return found.name if found else None


def _table(found: pd.DataFrame) -> Table:
    shown = found.assign(level=found["level"].map(table_words.LEVELS), mark=found["mark"].map(sign))
    notes = (table_words.MARKS_EXPLAINED,)
    listed = columns(_WRITTEN)
    return Table(table_words.SHEETS["data"], words.SCORES_TITLE, listed, shown, notes)


def _lines(found: pd.DataFrame) -> Iterator[str]:
    if found.empty:
        yield words.NO_SCORES
        return
    yield from table_lines(_table(found), _SHOWN)
    yield words.ROWS.format(count=len(found))
    if found["sample"].any():
        yield words.SAMPLES


def _scope(arguments: Namespace) -> tuple[str, ...]:
    levels = [table_words.LEVELS[level] for level in arguments.level or ()]
    whose = words.EVERY_AGENCY if arguments.all_agencies else arguments.agency
    return (
        filter_words.years(arguments.year) if arguments.year else filter_words.EVERY_YEAR,
        whose or organisation().name,
        *([", ".join(levels)] if levels else []),
    )
