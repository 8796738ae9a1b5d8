"""Who may do what among those who sign in: persons by their e-mail, and claims that give a role."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from data.framework.tables import Fault, Table
from data.model.access import Person, Role

VERIFIED: Final = "email_verified"


@dataclass(frozen=True, slots=True)
class Roster:
    """The persons an office has listed, and the claims of its provider that may give a role.

    `verified_claim` tells that the e-mail is the person's own; Microsoft has another one for it.
    """

    persons: tuple[Person, ...] = ()
    role_claim: str | None = None
    division_claim: str | None = None
    verified_claim: str = VERIFIED

    @property
    def keeps_planner(self) -> bool:
        """Whether somebody who signs in can be a planner: by the list, or as the provider says."""
        return bool(self.role_claim) or any(one.role is Role.PLANNER for one in self.persons)


@dataclass(frozen=True, slots=True)
class _Listed:
    email: str
    role: Role
    divisions: tuple[str, ...]
    name: str = ""


@dataclass(frozen=True, slots=True)
class _File:
    persons: tuple[_Listed, ...]
    role_claim: str | None = None
    division_claim: str | None = None
    verified_claim: str = VERIFIED


def parse_roster(table: Table) -> Roster:
    """Turn the table of people.toml into values.

    Raises:
        FaultyFrameworkError: it lists somebody twice, or a reporter who speaks for no division.
    """
    told = table.value(_File, persons="person")
    persons = tuple(
        Person(one.name or one.email.strip(), one.email.strip(), one.role, one.divisions)
        for one in told.persons
    )
    roster = Roster(persons, told.role_claim, told.division_claim, told.verified_claim)
    for place, reason in roster_faults(roster):
        raise table.fault(reason, place)
    return roster


def roster_faults(roster: Roster) -> Iterator[tuple[str, Fault]]:
    """Give place and reason of what cannot stand in a list of persons."""
    seen: set[str] = set()
    for number, person in enumerate(roster.persons, start=1):
        if person.email.casefold() in seen:
            yield f"person[{number}].email", Fault.REPEATED
        if person.role is Role.REPORTER and not person.divisions:
            yield f"person[{number}].divisions", Fault.MISSING
        seen.add(person.email.casefold())
