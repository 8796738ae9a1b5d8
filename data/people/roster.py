"""Who the people are that sign in: the store or a file gives e-mail addresses their roles."""

import os
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Final

from data.framework import Roster, held, is_one_of_several, of_own, organisation
from data.framework.roster import parse_roster
from data.framework.tables import Fault, Table, read_table
from data.model.access import Person, Role
from data.model.errors import FaultyFrameworkError, FaultyPeopleError
from data.model.places import store_folder

FILE_NAME: Final = "people.toml"


@dataclass(frozen=True, slots=True)
class People:
    """Those an office has listed, asked by who signs in."""

    roster: Roster

    def is_verified(self, claims: Mapping[str, object]) -> bool:
        """Tell whether the provider vouches for the e-mail: only a true that is no text does."""
        return claims.get(self.roster.verified_claim) is True

    def recognise(self, claims: Mapping[str, object]) -> Person:
        """Give who signed in; somebody unknown, or with an unconfirmed e-mail, has no role."""
        email = str(claims.get("email") or "").strip()
        name = str(claims.get("name") or email)
        if not email or not self.is_verified(claims):
            return Person(name, email)
        for person in self.roster.persons:
            if person.email.casefold() == email.casefold():
                return replace(person, divisions=_now(person.divisions))
        return self._by_claim(Person(name, email), claims)

    def _by_claim(self, person: Person, claims: Mapping[str, object]) -> Person:
        """Take the role from the provider, where the file names the claim that has it."""
        told = [role for role in Role if role in _texts(claims, self.roster.role_claim)]
        known = [division.name for division in organisation().divisions]
        divisions = tuple(
            name for name in known if name in _texts(claims, self.roster.division_claim)
        )
        return Person(person.name, person.email, told[-1] if told else None, divisions)


def _now(divisions: tuple[str, ...]) -> tuple[str, ...]:
    """Name divisions as they are called now: one that got another name keeps its people."""
    return tuple(name for told in divisions if (name := organisation().division_named(told)))


def people_path() -> Path:
    """Give the place of the file: ITA_PEOPLE, or beside the store."""
    named = os.environ.get("ITA_PEOPLE")
    return Path(named) if named else store_folder() / FILE_NAME


def people(path: Path | None = None) -> People:
    """Give who may do what: those in the store, else in the file, else nobody.

    Raises:
        FaultyPeopleError: the file cannot be used.
    """
    with of_own():
        stored = held().roster
    return People(stored if stored is not None and path is None else listed_beside(path))


def listed_beside(path: Path | None = None) -> Roster:
    """Give those of the file, which lists nobody for one of several agencies in a database.

    Raises:
        FaultyPeopleError: it cannot be used.
    """
    return Roster() if path is None and is_one_of_several() else listed_in_file(path)


def listed_in_file(path: Path | None = None) -> Roster:
    """Read the file of people, anew whenever it has changed; without one nobody is listed.

    Raises:
        FaultyPeopleError: it cannot be used.
    """
    place = path or people_path()
    try:
        found = place.stat()
    except FileNotFoundError:
        return Roster()
    except OSError as error:
        raise FaultyPeopleError(place.name, "", Fault.MISSING_FILE) from error
    return _listed(place, found.st_mtime_ns, found.st_size)


@lru_cache(maxsize=4)
def _listed(path: Path, _changed: int, _size: int) -> Roster:
    try:
        table = read_table(path)
        roster = parse_roster(table)
        _require_divisions(table, roster)
    except FaultyFrameworkError as error:
        raise FaultyPeopleError(error.file_name, error.place, error.reason) from error
    return roster


def _require_divisions(table: Table, roster: Roster) -> None:
    known = {division.name for division in organisation().divisions}
    for number, person in enumerate(roster.persons, start=1):
        if not set(person.divisions) <= known:
            raise table.fault(Fault.UNKNOWN_WORD, f"person[{number}].divisions")


def _texts(claims: Mapping[str, object], name: str | None) -> tuple[str, ...]:
    """Give the value of a claim as texts; providers send one text or a list."""
    value = claims.get(name) if name else None
    values = value if isinstance(value, list | tuple) else [value]
    return tuple(text for text in values if isinstance(text, str))
