"""Taking the catalogue of the years over into the tables that the views of scores join."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import fields
from enum import Enum
from hashlib import sha256
from typing import Final, TypeAlias

import duckdb
import pandas as pd

import queries
from data.database.connection import Database
from data.framework import (
    Break,
    Comparisons,
    Framework,
    Indicator,
    Instrument,
    Item,
    LevelRule,
    NationalScore,
    Pairing,
    comparisons,
    framework,
    years,
)
from data.model.errors import FaultyFrameworkError

_COMPARISONS: Final = "comparisons"
_Value: TypeAlias = Instrument | Indicator | Item | LevelRule | NationalScore | Break | Pairing
_Rows: TypeAlias = Iterable[Mapping[str, object]]


def sync_catalogue(database: Database) -> None:
    """Bring the catalogue tables in line with the files of the years, if one of them changed.

    A faulty comparisons.toml leaves the breaks and pairs as the store last knew them.
    """
    frameworks = [framework(year) for year in years()]
    compared = _comparisons()
    parts: dict[str, object] = {str(known.year): known for known in frameworks}
    if compared is not None:
        parts[_COMPARISONS] = compared
    wanted = {part: _fingerprint(content) for part, content in parts.items()}
    stored = _stored(database)
    if compared is None and _COMPARISONS in stored:
        wanted[_COMPARISONS] = stored[_COMPARISONS]
    if wanted == stored:
        return
    with database.writing() as cursor:
        for table, rows in _year_tables(frameworks).items():
            _fill(cursor, table, rows)
        if compared is not None:
            _fill(cursor, "comparison_break", _numbered(compared.breaks))
            _fill(cursor, "item_pair", _numbered(compared.crosswalk))
        seeds = ({"part": part, "fingerprint": told} for part, told in wanted.items())
        _fill(cursor, "catalogue_seed", seeds)


def _comparisons() -> Comparisons | None:
    try:
        return comparisons()
    except FaultyFrameworkError:
        return None


def _fingerprint(content: object) -> str:
    """Tell one state of a part from another; the repr of its frozen values tells all of them."""
    return sha256(repr(content).encode()).hexdigest()


def _stored(database: Database) -> dict[str, str]:
    seeds = queries.read(database, "catalogue/seeds")
    return dict(zip(seeds["part"], seeds["fingerprint"], strict=True))


def _year_tables(frameworks: Iterable[Framework]) -> Mapping[str, _Rows]:
    """Give table -> rows; the order of a year's file stays as position, of levels as rank."""
    known = tuple(frameworks)
    return {
        "fiscal_year": (
            {"year": one.year, "target": one.target, "notes": list(one.notes)} for one in known
        ),
        "instrument": _of_years(known, lambda one: one.instruments),
        "indicator": _of_years(known, lambda one: one.indicators),
        "item": _of_years(known, lambda one: one.items),
        "level_rule": _of_years(known, lambda one: one.level_rules, place="rank"),
        "national_score": _of_years(known, lambda one: one.national),
    }


def _of_years(
    frameworks: Iterable[Framework],
    values: Callable[[Framework], Iterable[_Value]],
    *,
    place: str = "position",
) -> Iterator[dict[str, object]]:
    for known in frameworks:
        for row in _numbered(values(known), place=place):
            yield {"year": known.year, **row}


def _numbered(values: Iterable[_Value], *, place: str = "position") -> Iterator[dict[str, object]]:
    for number, value in enumerate(values, start=1):
        yield {place: number, **_columns(value)}


def _columns(value: _Value) -> dict[str, object]:
    """Give the fields of a value of the catalogue as DuckDB takes them."""
    return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}


def _plain(value: object) -> object:
    if isinstance(value, Enum):
        return str(value.value)
    return list(value) if isinstance(value, tuple) else value


def _fill(cursor: duckdb.DuckDBPyConnection, table: str, rows: _Rows) -> None:
    queries.run(cursor, f"clearing/{table}")
    frame = pd.DataFrame(list(map(dict, rows)), dtype=object)
    if not frame.empty:
        cursor.append(table, frame, by_name=True)
