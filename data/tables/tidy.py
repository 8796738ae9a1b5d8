"""Everything in the store and the catalogue as tidy tables: one fact a row, flat columns."""

import datetime as dt
from collections.abc import Mapping
from typing import Final

import pandas as pd

from data.analysis.scorebook import item_scores, scorebook
from data.framework import framework, years
from queries import Reader, batches, comments, evidence, measures, rounds, scores, statuses, steps

TidyTables = Mapping[str, pd.DataFrame]
"""The name of a table -> its rows; names and columns are English and make good identifiers."""

_INDICATOR: Final = ["indicator", "name", "instrument", "year", "score", "mark"]
_IN_TABLES_OF_THEIR_OWN: Final = ["items", "lead", "support"]


def tidy_tables(reader: Reader, as_of: dt.date, *, every_agency: bool) -> TidyTables:
    """Read every table; the state of the measures is that of the day.

    `scores` holds those of every agency, or of the home agency alone; all others are the home
    agency's in any case.
    """
    return {
        "scores": scores.scores(reader, all_agencies=every_agency),
        **_scored(reader),
        "measures": _flat(measures.measures(reader, as_of=as_of, withdrawn=True)),
        "measure_items": _named(measures.measure_items(reader)),
        "measure_divisions": measures.measure_divisions(reader),
        "steps": steps.steps(reader, as_of=as_of).drop(columns=["lead", "action", "withdrawn"]),
        "step_schedules": steps.schedules(reader),
        "evidence": evidence.every_evidence(reader),
        "rounds": rounds.rounds(reader),
        "round_events": rounds.round_events(reader),
        "comments": comments.comments(reader),
        "status_history": statuses.all_reports(reader),
        **_catalogue(),
        "batches": batches.batches(reader),
    }


def _scored(reader: Reader) -> TidyTables:
    """Give indicators (with what is missing) and items; without scores both have no rows."""
    book = scorebook(reader)
    if book is None:
        columns = {"year": "int64", "indicator": "Int64", "name": "str", "score": "float64"}
        empty = pd.DataFrame({key: pd.Series(dtype=kind) for key, kind in columns.items()})
        texts = empty.assign(mark=pd.Series(dtype="str"), sample=pd.Series(dtype="bool"))
        instrument, code = pd.Series(dtype="str"), pd.Series(dtype="str")
        return {"indicators": texts.assign(instrument=instrument), "items": texts.assign(code=code)}
    return {
        "indicators": book.indicators[_INDICATOR].assign(sample=book.sample),
        "items": item_scores(book).assign(sample=book.sample),
    }


def _flat(found: pd.DataFrame) -> pd.DataFrame:
    flat: pd.DataFrame = found.drop(columns=_IN_TABLES_OF_THEIR_OWN)
    return flat.assign(steps=pd.Series(["\n".join(steps) for steps in found["steps"]], dtype="str"))


def _named(found: pd.DataFrame) -> pd.DataFrame:
    """Put the name an item has in its own year beside its code; blank where it is not known."""
    names = {(year, one.code): one.name or "" for year in years() for one in framework(year).items}
    pairs = zip(found["year"], found["code"], strict=True)
    told = [names.get((int(year), str(code)), "") for year, code in pairs]
    return found.assign(name=pd.Series(told, dtype="str"))


def _catalogue() -> TidyTables:
    known = [framework(year) for year in years()]
    return {
        "catalogue_instruments": pd.DataFrame(
            [
                {
                    "year": of.year,
                    "instrument": one.code,
                    "name": one.name,
                    "weight": float(one.weight),
                    "item_count": one.item_count,
                    "evidence": one.evidence.value,
                }
                for of in known
                for one in of.instruments
            ]
        ),
        "catalogue_indicators": pd.DataFrame(
            [
                {
                    "year": of.year,
                    "indicator": one.number,
                    "name": one.name or "",
                    "instrument": one.instrument,
                    "first_item": one.first_item or "",
                    "last_item": one.last_item or "",
                    "evidence": one.evidence.value,
                    "range_evidence": one.range_evidence.value,
                    "note": one.note,
                }
                for of in known
                for one in of.indicators
            ]
        ),
        "catalogue_items": pd.DataFrame(
            [
                {
                    "year": of.year,
                    "code": one.code,
                    "indicator": one.indicator,
                    "name": one.name or "",
                    "evidence": one.evidence.value,
                    "note": one.note,
                }
                for of in known
                for one in of.items
            ]
        ).astype({"indicator": "Int64"}),
        "catalogue_levels": pd.DataFrame(
            [
                {
                    "year": of.year,
                    "position": position,
                    "level": one.name,
                    "total_from": float(one.total_from),
                    "each_from": None if one.each_from is None else float(one.each_from),
                    "evidence": one.evidence.value,
                }
                for of in known
                for position, one in enumerate(of.level_rules, start=1)
            ]
        ),
        "catalogue_national": pd.DataFrame(
            [
                {"year": of.year, "code": one.code, "score": float(one.value), "note": one.note}
                for of in known
                for one in of.national
            ],
            columns=["year", "code", "score", "note"],
        ),
    }
