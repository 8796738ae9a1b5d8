"""Everything in the store and the catalogue as tidy tables: one fact a row, flat columns."""

import datetime as dt
from collections.abc import Mapping
from typing import Final

import pandas as pd

from data.analysis.scorebook import item_scores, scorebook
from data.model.records import REPORT_COLUMNS, ReportKind
from queries import (
    Reader,
    batches,
    comments,
    evidence,
    measures,
    read,
    rounds,
    scores,
    statuses,
    steps,
)

TidyTables = Mapping[str, pd.DataFrame]
"""The name of a table -> its rows; names and columns are English and make good identifiers."""

_INDICATOR: Final = ["indicator", "name", "instrument", "year", "score", "mark"]
_ITEM: Final = ["year", "code", "name", "indicator", "score", "mark"]
_CATALOGUE: Final = {
    "instruments": ("instruments", "year instrument name weight item_count evidence"),
    "indicators": (
        "indicators",
        "year indicator name instrument first_item last_item evidence range_evidence note",
    ),
    "items": ("items", "year code indicator name evidence note"),
    "levels": ("level_rules", "year position level total_from each_from evidence"),
    "national": ("national", "year code score note"),
}
"""Table -> its query and the columns it shows, after `_RENAMED`."""
_RENAMED: Final = {
    "instruments": {"code": "instrument"},
    "indicators": {"number": "indicator"},
    "levels": {"rank": "position", "name": "level"},
    "national": {"value": "score"},
}
_TEXTS: Final = ("name", "first_item", "last_item", "note")
_WHOLE: Final = ("indicator", "item_count")
PERSONS: Final = (
    "reported_by",
    "imported_by",
    "undone_by",
    "set_by",
    "added_by",
    "withdrawn_by",
    "opened_by",
    "closed_by",
    "made_by",
    "commented_by",
    *(column.key for column in REPORT_COLUMNS if column.names_person),
)
_IN_TABLES_OF_THEIR_OWN: Final = ["items", "lead", "support"]
_OF_QUERIES: Final = ["agency_id", "about_on", "reported_on", "sha256"]
_NOT_OF_STEPS: Final = [
    *("lead", "action", "withdrawn"),
    *(column.key for column in REPORT_COLUMNS if ReportKind.STEP not in column.said_by),
]
_TOLD_BY_THE_STATUS: Final = ["closed"]


def tidy_tables(
    reader: Reader, as_of: dt.date, *, every_agency: bool, with_names: bool = False
) -> TidyTables:
    """Read every table; the state of the measures is that of the day.

    `scores` holds those of every agency, or of the home agency alone; all others are the home
    agency's in any case. Names of persons are left blank unless they are asked for.
    """
    tables = {
        "scores": scores.scores(reader, all_agencies=every_agency),
        **_scored(reader),
        "measures": _flat(measures.measures(reader, as_of=as_of, withdrawn=True)),
        "measure_items": measures.measure_items(reader),
        "measure_divisions": measures.measure_divisions(reader),
        "steps": steps.steps(reader, as_of=as_of).drop(columns=_NOT_OF_STEPS),
        "step_schedules": steps.schedules(reader),
        "evidence": evidence.every_evidence(reader),
        "rounds": rounds.rounds(reader),
        "round_events": rounds.round_events(reader),
        "round_measures": rounds.round_measures(reader),
        "comments": comments.comments(reader),
        "status_history": statuses.all_reports(reader).drop(columns=_OF_QUERIES),
        **_catalogue(reader),
        "batches": batches.batches(reader),
    }
    if with_names:
        return tables
    return {
        name: table.assign(**{key: "" for key in PERSONS if key in table})
        for name, table in tables.items()
    }


def _scored(reader: Reader) -> TidyTables:
    """Give indicators (with what is missing) and items; without scores both have no rows."""
    book = scorebook(reader)
    if book is None:
        columns = {"year": "int64", "indicator": "Int64", "name": "str", "score": "float64"}
        empty = pd.DataFrame({key: pd.Series(dtype=kind) for key, kind in columns.items()})
        texts = empty.assign(mark=pd.Series(dtype="str"), sample=pd.Series(dtype="bool"))
        instrument, code = pd.Series(dtype="str"), pd.Series(dtype="str")
        return {
            "indicators": texts.assign(instrument=instrument)[[*_INDICATOR, "sample"]],
            "items": texts.assign(code=code)[[*_ITEM, "sample"]],
        }
    return {
        "indicators": book.indicators[_INDICATOR].assign(sample=book.sample),
        "items": item_scores(book).assign(sample=book.sample),
    }


def _flat(found: pd.DataFrame) -> pd.DataFrame:
    flat: pd.DataFrame = found.drop(columns=[*_IN_TABLES_OF_THEIR_OWN, *_TOLD_BY_THE_STATUS])
    return flat.assign(steps=pd.Series(["\n".join(steps) for steps in found["steps"]], dtype="str"))


def _catalogue(reader: Reader) -> TidyTables:
    """Give the parts of every year; what is not known is blank, a weight is a share of 1."""
    return {
        f"catalogue_{name}": read(reader, f"catalogue/{query}")
        .rename(columns=_RENAMED.get(name, {}))[columns.split()]
        .fillna(dict.fromkeys(_TEXTS, ""))
        .astype({key: "Int64" for key in _WHOLE if key in columns.split()})
        for name, (query, columns) in _CATALOGUE.items()
    }
