"""Divisions a workbook tells of, taken over among those of the home agency."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from data.framework import Division, Evidence, Fault, Organisation
from data.framework.agency import name_key
from data.importers.catalogue.cells import alias_parts
from data.importers.catalogue.reading import CatalogueBook, Entry
from data.importers.catalogue.tables import CatalogueTable
from data.model.problems import Problem


def with_divisions(book: CatalogueBook, home: Organisation) -> Organisation:
    """Give the home agency with what is newly known of its divisions; none is taken away.

    A division that was only known from elsewhere becomes an own one.
    """
    own, elsewhere = list(home.divisions), list(home.known_divisions)
    for entry in book.of(CatalogueTable.DIVISIONS, None):
        told = _told(entry)
        at, moved = _place(own, told), _place(elsewhere, told)
        if at is not None:
            own[at] = _merged(own[at], told, entry)
        else:
            known = None if moved is None else elsewhere.pop(moved)
            own.append(_merged(known or replace(told, aliases=()), told, entry, is_new=True))
    return replace(home, divisions=tuple(own), known_divisions=tuple(elsewhere))


def nameless_divisions(book: CatalogueBook) -> Iterator[Problem]:
    """Name the rows that tell other names, but not of which division."""
    for entry in book.of(CatalogueTable.DIVISIONS, None):
        if "name" not in entry.facts:
            yield entry.fault("name", Fault.MISSING)


def entry_named(book: CatalogueBook, key: str) -> Entry | None:
    """Give the row that gives a division this name."""
    for entry in book.of(CatalogueTable.DIVISIONS, None):
        told = _told(entry)
        if key in map(name_key, (told.name, *told.aliases)):
            return entry
    return None


def _told(entry: Entry) -> Division:
    aliases = entry.facts.get("aliases", ())
    return Division(str(entry.facts.get("name", "")), aliases if isinstance(aliases, tuple) else ())


def _place(divisions: Sequence[Division], wanted: Division) -> int | None:
    keys = set(map(name_key, (wanted.name, *wanted.aliases)))
    for at, division in enumerate(divisions):
        if keys & _keys(division):
            return at
    return None


def _keys(division: Division) -> set[str]:
    """Give the keys of all spellings, and of what a cell of other names makes of them."""
    spellings = (division.name, *division.aliases)
    return {name_key(one) for text in spellings for one in (text, *alias_parts(text))}


def _merged(known: Division, told: Division, entry: Entry, *, is_new: bool = False) -> Division:
    spellings = _keys(known)
    new = [text for text in (told.name, *told.aliases) if name_key(text) not in spellings]
    mark = entry.facts.get("evidence")
    found = mark if isinstance(mark, Evidence) else known.evidence
    if is_new and not isinstance(mark, Evidence) and found is Evidence.UNKNOWN:
        found = Evidence.ONE_SOURCE
    return replace(known, aliases=(*known.aliases, *dict.fromkeys(new)), evidence=found)
