"""The catalogue as the tables of a store hold it, read back into its values."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields
from decimal import Decimal
from enum import Enum
from functools import cache
from typing import Any, Final, TypeVar

import queries
from data.framework import (
    AgencyPrefix,
    Break,
    Catalogue,
    Comparisons,
    Division,
    Evidence,
    Framework,
    Indicator,
    Instrument,
    Item,
    LevelRule,
    NationalScore,
    Office,
    Organisation,
    Pairing,
    Participation,
    Relation,
    Roster,
    Scope,
    Signatory,
    SignatoryRole,
)
from data.model.access import Person, Role

_Fact = TypeVar("_Fact")
_WORDS: Final[Mapping[str, type[Enum]]] = {
    "scope": Scope,
    "relation": Relation,
    "role": SignatoryRole,
}


def read_catalogue(cursor: queries.Cursor) -> Catalogue:
    """Read all parts as they count for this cursor, in a transaction with what it has changed."""
    return Catalogue(
        {framework.year: framework for framework in _frameworks(cursor)},
        Comparisons(
            tuple(_facts(cursor, "comparison_breaks", Break)),
            tuple(_facts(cursor, "item_pairs", Pairing)),
        ),
        _organisation(cursor),
        _office(cursor),
        _roster(cursor),
    )


def _frameworks(cursor: queries.Cursor) -> Iterator[Framework]:
    tables: Mapping[str, Mapping[int, list[Any]]] = {
        "instruments": _by_year(cursor, "instruments", Instrument),
        "indicators": _by_year(cursor, "indicators", Indicator),
        "items": _by_year(cursor, "items", Item),
        "level_rules": _by_year(cursor, "level_rules", LevelRule),
        "national": _by_year(cursor, "national", NationalScore),
    }
    for row in _rows(cursor, "fiscal_years"):
        facts = {name: tuple(of_year.get(row["year"], ())) for name, of_year in tables.items()}
        yield _fact(Framework, {**row, **facts, "participation": _participation(row)})


def _participation(row: Mapping[str, Any]) -> Participation | None:
    if row["agencies"] is None:
        return None
    percent = _value("passed_percent", row["passed_percent"])
    return Participation(row["agencies"], row["passed"], percent, row["participation_note"])


def _organisation(cursor: queries.Cursor) -> Organisation:
    [row] = _rows(cursor, "organisation")
    divisions: dict[bool, list[Division]] = {True: [], False: []}
    for one in _rows(cursor, "divisions"):
        divisions[one["own"]].append(_fact(Division, one))
    prefixes = tuple(AgencyPrefix(short, tuple(long)) for short, *long in row["prefixes"])
    named = {"divisions": tuple(divisions[True]), "known_divisions": tuple(divisions[False])}
    return _fact(Organisation, {**row, **named, "prefixes": prefixes})


def _office(cursor: queries.Cursor) -> Office:
    [row] = _rows(cursor, "office")
    signatories = tuple(_facts(cursor, "signatories", Signatory))
    return Office(**{**row, "logo": bytes(row["logo"])}, signatories=signatories)


def _roster(cursor: queries.Cursor) -> Roster | None:
    persons = tuple(
        Person(row["name"], row["email"], Role(row["role"]), tuple(row["divisions"]))
        for row in _rows(cursor, "persons")
    )
    return next((Roster(persons, **row) for row in _rows(cursor, "roster")), None)


def _by_year(
    cursor: queries.Cursor, name: str, make: Callable[..., _Fact]
) -> Mapping[int, list[_Fact]]:
    facts = defaultdict(list)
    for row in _rows(cursor, name):
        facts[row["year"]].append(_fact(make, row))
    return facts


def _facts(cursor: queries.Cursor, name: str, make: Callable[..., _Fact]) -> Iterator[_Fact]:
    return (_fact(make, row) for row in _rows(cursor, name))


def _rows(cursor: queries.Cursor, name: str) -> list[Mapping[str, Any]]:
    return queries.fetch_all(cursor, f"catalogue/{name}")


def _fact(make: Callable[..., _Fact], row: Mapping[str, Any]) -> _Fact:
    """Build a value of the catalogue from the columns that are called like its fields."""
    return make(**{name: _value(name, row[name]) for name in _names(make)})


@cache
def _names(make: Callable[..., object]) -> tuple[str, ...]:
    return tuple(field.name for field in fields(make) if field.init)  # type: ignore[arg-type]


def _value(name: str, stored: Any) -> Any:  # noqa: ANN401  as many types as columns
    if name.endswith("evidence"):
        return Evidence(stored)
    if name in _WORDS:
        return _WORDS[name](stored)
    if isinstance(stored, list):
        return tuple(stored)
    if isinstance(stored, Decimal):
        # 85.000000000 is 85 again, and 0.300000000 is 0.3: as they were typed.
        whole = stored.to_integral_value()
        return whole if stored == whole else stored.normalize()
    return stored
