"""Where in a workbook a fault of the catalogue stands: the sheet and the cell to put right."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Final

from data.catalogue.changes import CatalogueChange
from data.catalogue.divisions import entry_named
from data.catalogue.merging import KINDS
from data.framework import CataloguePart, Fault, Framework, catalogue_faults, held
from data.framework.agency import name_key
from data.framework.checks import framework_faults
from data.importers.catalogue.reading import CatalogueBook, Entry
from data.importers.catalogue.tables import CatalogueTable
from data.model.problems import Problem, ProblemCode

_TARGET: Final = "target"
_HIGHEST: Final = 100
_FIELDS: Final = {
    (CatalogueTable.INSTRUMENTS, Fault.WEIGHTS_NOT_ONE): ("weight",),
    (CatalogueTable.INSTRUMENTS, Fault.WEIGHT_NOT_POSITIVE): ("weight",),
    (CatalogueTable.INSTRUMENTS, Fault.NOT_A_LETTER): ("letter",),
    (CatalogueTable.INSTRUMENTS, Fault.TOO_MANY_ITEMS): ("item_count",),
    (CatalogueTable.INDICATORS, Fault.UNKNOWN_INSTRUMENT): ("instrument",),
    (CatalogueTable.INDICATORS, Fault.NOT_AN_ITEM_CODE): ("first_item", "last_item"),
    (CatalogueTable.INDICATORS, Fault.OTHER_INSTRUMENT): ("first_item", "last_item"),
    (CatalogueTable.INDICATORS, Fault.RANGE_BACKWARDS): ("first_item",),
    (CatalogueTable.INDICATORS, Fault.RANGES_OVERLAP): ("first_item", "last_item"),
    (CatalogueTable.ITEMS, Fault.UNKNOWN_INDICATOR): ("indicator",),
    (CatalogueTable.ITEMS, Fault.OTHER_INSTRUMENT): ("indicator",),
    (CatalogueTable.ITEMS, Fault.OUTSIDE_RANGE): ("indicator",),
    (CatalogueTable.LEVELS, Fault.OUTSIDE_SCALE): ("total_from", "each_from"),
    (CatalogueTable.LEVELS, Fault.NOT_BEST_FIRST): ("total_from",),
    (CatalogueTable.LEVELS, Fault.NEVER_REACHED): ("total_from",),
    (CatalogueTable.LEVELS, Fault.NO_LOWEST_LEVEL): ("total_from",),
    (CatalogueTable.NATIONAL, Fault.OUTSIDE_SCALE): ("value",),
}
"""The field a fault of a table is about; of several the first that the row fills in."""


def faults_inside(book: CatalogueBook, wanted: Framework) -> Iterator[Problem]:
    """Name everything in which a year as it would be contradicts itself, once a place."""
    first: dict[str, Fault] = {}
    for place, reason in framework_faults(wanted):
        first.setdefault(place, reason)
    for place, reason in first.items():
        yield _inside(book, wanted.year, place, reason)


def faults_elsewhere(book: CatalogueBook, parts: Sequence[CataloguePart]) -> Iterator[Problem]:
    """Name what else of the catalogue could not stand beside these parts."""
    for fault in catalogue_faults(held().replaced(tuple(parts))):
        entry = entry_named(book, fault.place)
        if fault.reason == Fault.TWO_MEANINGS and entry is not None:
            yield entry.fault("aliases", Fault.TWO_MEANINGS)
        else:
            yield _outside(book, f"{fault.file_name} {fault.place}".strip(), fault.reason)


def placed(book: CatalogueBook, change: CatalogueChange) -> CatalogueChange:
    """Give a change with the cell its new value stands in, or the row it follows from.

    A row taken out has none, and neither has a division that is known from elsewhere no more.
    """
    found = _told_at(book, change)
    if found is None:
        return change
    entry, name = found
    return replace(change, sheet=entry.source.sheet.name, cell=entry.source.cell(name, entry.row))


def _told_at(book: CatalogueBook, change: CatalogueChange) -> tuple[Entry, str] | None:
    """Find the row and the field that tell a change."""
    table = change.table
    if not isinstance(table, CatalogueTable):
        return None
    if table is CatalogueTable.DIVISIONS:
        entry, key = entry_named(book, name_key(change.subject)), "name"
    elif table is CatalogueTable.YEARS:
        rows = book.of(table, change.year)
        entry, key = next((row for row in rows if change.field in row.facts), None), change.field
    else:
        key = KINDS[table].key
        rows = book.of(table, change.year)
        told = (row for row in rows if str(row.facts.get(key)) == change.subject)
        entry = next(told, None)
    if entry is None:
        return None
    # A mark that follows from another fact has no cell of its own: its row is named by the key.
    return entry, change.field if change.field in entry.source.columns else key


def _inside(book: CatalogueBook, year: int, place: str, reason: Fault) -> Problem:
    if place == _TARGET:
        return _at(book, year, CatalogueTable.YEARS, _TARGET, reason)
    name, _, keys = place.partition(" ")
    table = CatalogueTable(name)
    fields = _FIELDS.get((table, reason), (KINDS[table].key,))
    entry = _entry(book, table, year, keys)
    if entry is not None:
        return entry.fault(_field(entry, fields, reason), reason)
    headed = book.headed(table)
    if not keys and headed is not None:
        return headed.fault(fields[0], reason)
    return _outside(book, f"{year}.toml {place}", reason)


def _field(entry: Entry, fields: Sequence[str], reason: Fault) -> str:
    """Choose the field of a row that is to blame."""
    told = [name for name in fields if name in entry.facts]
    if reason is Fault.OUTSIDE_SCALE:
        told = [name for name in told if not 0 <= Decimal(str(entry.facts[name])) <= _HIGHEST]
    return next(iter(told), fields[0])


def _at(book: CatalogueBook, year: int, table: CatalogueTable, name: str, reason: Fault) -> Problem:
    told = [entry for entry in book.of(table, year) if name in entry.facts]
    return told[0].fault(name, reason) if told else _outside(book, f"{year}.toml {name}", reason)


def _entry(book: CatalogueBook, table: CatalogueTable, year: int, keys: str) -> Entry | None:
    """Find the row of a place; of a pair the first one that the workbook tells of."""
    key = KINDS[table].key
    told = {str(entry.facts.get(key)): entry for entry in book.of(table, year)}
    letters = {str(entry.facts.get("letter")): entry for entry in told.values()}
    found = told.get(keys) or letters.get(keys)
    pairs = (told[one] for one in told if keys.startswith(f"{one}, ") or keys.endswith(f", {one}"))
    return found or next(pairs, None)


def _outside(book: CatalogueBook, place: str, reason: str) -> Problem:
    sheet = book.tables[0].sheet.name
    return Problem(ProblemCode.CATALOGUE_FAULT, sheet, "", place, reason)
