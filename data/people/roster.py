"""Who the people are that sign in: a file gives e-mail addresses their roles, or names a claim."""

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Final

from data.framework import organisation
from data.framework.tables import Fault, Table, read_table
from data.model.access import Person, Role
from data.model.errors import FaultyFrameworkError, FaultyPeopleError
from data.model.places import database_path

FILE_NAME: Final = "people.toml"


@dataclass(frozen=True, slots=True)
class People:
    """Persons by their folded e-mail, and the claims of the provider that may give a role.

    `verified_claim` tells that the e-mail is the person's own; Microsoft has another one for it.
    """

    persons: Mapping[str, Person] = field(default_factory=dict)
    role_claim: str | None = None
    division_claim: str | None = None
    verified_claim: str = "email_verified"

    def is_verified(self, claims: Mapping[str, object]) -> bool:
        """Tell whether the provider vouches for the e-mail: only a true that is no text does."""
        return claims.get(self.verified_claim) is True

    def recognise(self, claims: Mapping[str, object]) -> Person:
        """Give who signed in; somebody unknown, or with an unconfirmed e-mail, has no role."""
        email = str(claims.get("email") or "").strip()
        name = str(claims.get("name") or email)
        if not email or not self.is_verified(claims):
            return Person(name, email)
        listed = self.persons.get(email.casefold())
        return listed or self._by_claim(Person(name, email), claims)

    def _by_claim(self, person: Person, claims: Mapping[str, object]) -> Person:
        """Take the role from the provider, where the file names the claim that has it."""
        told = [role for role in Role if role in _texts(claims, self.role_claim)]
        known = [division.name for division in organisation().divisions]
        divisions = tuple(name for name in known if name in _texts(claims, self.division_claim))
        return Person(person.name, person.email, told[-1] if told else None, divisions)


def people_path() -> Path:
    """Give the place of the file: ITA_PEOPLE, or beside the store."""
    named = os.environ.get("ITA_PEOPLE")
    return Path(named) if named else database_path().with_name(FILE_NAME)


def people(path: Path | None = None) -> People:
    """Read who may do what, anew whenever the file has changed; without a file nobody may.

    Raises:
        FaultyPeopleError: the file cannot be used.
    """
    place = path or people_path()
    try:
        found = place.stat()
    except FileNotFoundError:
        return People()
    except OSError as error:
        raise FaultyPeopleError(place.name, "", Fault.MISSING_FILE) from error
    return _people(place, found.st_mtime_ns, found.st_size)


@lru_cache(maxsize=4)
def _people(path: Path, _changed: int, _size: int) -> People:
    try:
        return _parsed(read_table(path))
    except FaultyFrameworkError as error:
        raise FaultyPeopleError(error.file_name, error.place, error.reason) from error


def _parsed(table: Table) -> People:
    persons: dict[str, Person] = {}
    for row in table.tables("person"):
        person = _person(row)
        if person.email.casefold() in persons:
            raise row.fault(Fault.REPEATED, "email")
        persons[person.email.casefold()] = person
    found = People(
        persons,
        table.optional_text("role_claim"),
        table.optional_text("division_claim"),
        table.optional_text("verified_claim") or "email_verified",
    )
    table.finish()
    return found


def _person(row: Table) -> Person:
    email = row.text("email").strip()
    role = row.word("role", Role)
    person = Person(row.optional_text("name") or email, email, role, row.texts("divisions"))
    known = {division.name for division in organisation().divisions}
    if not set(person.divisions) <= known:
        raise row.fault(Fault.UNKNOWN_WORD, "divisions")
    if role is Role.REPORTER and not person.divisions:
        raise row.fault(Fault.MISSING, "divisions")
    row.finish()
    return person


def _texts(claims: Mapping[str, object], name: str | None) -> tuple[str, ...]:
    """Give the value of a claim as texts; providers send one text or a list."""
    value = claims.get(name) if name else None
    values = value if isinstance(value, list | tuple) else [value]
    return tuple(text for text in values if isinstance(text, str))
