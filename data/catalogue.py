"""Completing the catalogue with a sheet somebody filled in: told before, written once, logged."""

from collections import defaultdict
from dataclasses import dataclass

from data.access import Action
from data.database import Database
from data.database.permits import permitted
from data.errors import BlockedImportError, NothingToImportError
from data.framework import Division, framework, organisation
from data.framework.agency import name_key
from data.framework.writing import ItemFacts, complete_catalogue
from data.importers.catalogue import CatalogueSheet


@dataclass(frozen=True, slots=True)
class CatalogueChange:
    """One fact that would be another one; `year` is None for a division, `old` empty when new."""

    year: int | None
    subject: str
    old: str
    new: str


def catalogue_changes(sheet: CatalogueSheet) -> tuple[CatalogueChange, ...]:
    """Tell what a sheet would change in the catalogue as it is now."""
    return (*_item_changes(sheet), *_division_changes(sheet))


def import_catalogue(database: Database, sheet: CatalogueSheet, file_name: str) -> tuple[str, ...]:
    """Write a sheet into the files of the catalogue and give the names of their older copies.

    Raises:
        BlockedImportError: it still has blocking problems.
        NothingToImportError: it tells nothing.
        NotAllowedError: the person at the store may not import.
        FaultyFrameworkError: the catalogue would contradict itself; nothing was written.
        CatalogueNotWritableError: a file could not be replaced.
    """
    if sheet.blocking:
        raise BlockedImportError(len(sheet.blocking))
    if not sheet.items and not sheet.divisions:
        raise NothingToImportError
    facts: dict[int, list[ItemFacts]] = defaultdict(list)
    for item in sheet.items:
        facts[item.year].append((item.code, item.indicator, item.name))
    told = [Division(division.name, division.aliases) for division in sheet.divisions]
    with permitted(database, Action.IMPORT, file_name) as permit:
        kept = complete_catalogue(facts, told)
        permit.log(file_name, ", ".join(kept))
    return kept


def _item_changes(sheet: CatalogueSheet) -> list[CatalogueChange]:
    found = []
    for told in sheet.items:
        known = framework(told.year).item(told.code)
        old_name = known.name or "" if known else ""
        old_number = known.indicator if known else None
        new_name = told.name or old_name
        new_number = told.indicator or old_number
        if known is None or (new_name, new_number) != (old_name, old_number):
            old = "" if known is None else _described(old_number, old_name)
            found.append(
                CatalogueChange(told.year, told.code, old, _described(new_number, new_name))
            )
    return found


def _division_changes(sheet: CatalogueSheet) -> list[CatalogueChange]:
    found = []
    for told in sheet.divisions:
        keys = set(map(name_key, (told.name, *told.aliases)))
        known = next(
            (
                one
                for one in organisation().divisions
                if keys & set(map(name_key, (one.name, *one.aliases)))
            ),
            None,
        )
        spellings = (known.name, *known.aliases) if known else ()
        new = [
            text
            for text in (told.name, *told.aliases)
            if name_key(text) not in set(map(name_key, spellings))
        ]
        if new:
            name = known.name if known else told.name
            all_spellings = ", ".join(dict.fromkeys((*spellings, *new)))
            found.append(CatalogueChange(None, name, ", ".join(spellings), all_spellings))
    return found


def _described(number: int | None, name: str) -> str:
    return f"{number} · {name}" if number else name
