"""Who may do what: roles, actions and the matrix between them; what is not in it is refused.

Of several agencies in one database each has its own people; the sums of an area are a right apart.
"""

import getpass
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from data.model.errors import NotAllowedError


class Role(StrEnum):
    """What a person is to the app."""

    VIEWER = "viewer"
    REPORTER = "reporter"
    PLANNER = "planner"


class Action(StrEnum):
    """What can be done; REPORT tells the state of a measure, SUPPORT adds a note or evidence.

    SCHEDULE says who takes a step of a measure and by when, COMMENT writes beside a measure,
    EVIDENCE keeps a file or link that proves something of it, ROUND opens, checks and closes.
    """

    READ = "read"
    IMPORT = "import"
    UNDO = "undo"
    REPORT = "report"
    SUPPORT = "support"
    SCHEDULE = "schedule"
    COMMENT = "comment"
    EVIDENCE = "evidence"
    ROUND = "round"
    BACKUP = "backup"
    RESTORE = "restore"
    AUDIT = "audit"
    SETTINGS = "settings"


class Reach(StrEnum):
    """How far a right goes: everywhere, or only where an own division answers."""

    ALL = "all"
    OWN = "own"


RIGHTS: Final[Mapping[Role, Mapping[Action, Reach]]] = {
    Role.VIEWER: {Action.READ: Reach.ALL},
    Role.REPORTER: {
        Action.READ: Reach.ALL,
        Action.REPORT: Reach.OWN,
        Action.SUPPORT: Reach.OWN,
        Action.SCHEDULE: Reach.OWN,
        Action.COMMENT: Reach.OWN,
        Action.EVIDENCE: Reach.OWN,
    },
    Role.PLANNER: dict.fromkeys(Action, Reach.ALL),
}


@dataclass(frozen=True, slots=True)
class Person:
    """Who acts; without a role nothing is allowed.

    `divisions` are those a reporter speaks for. `local` is the person at the machine itself, who
    may sign with a name of his own choice.
    """

    name: str
    email: str = ""
    role: Role | None = None
    divisions: tuple[str, ...] = ()
    local: bool = False

    @property
    def label(self) -> str:
        """The name a change is recorded under."""
        named = self.name.strip()
        if not self.email or named == self.email:
            return named or self.email
        return f"{named} <{self.email}>" if named else self.email

    def signature(self, given: str) -> str:
        """Give the name to record: his own choice at the machine itself, else who signed in."""
        return given if self.local else self.label


NOBODY: Final = Person("-")


def login_name() -> str:
    """Give the name of who is signed in to this computer."""
    try:
        return getpass.getuser()
    except (ImportError, KeyError, OSError):  # a service account without a name
        return NOBODY.name


def planner_here(name: str) -> Person:
    """Give the person at the machine itself, who may do everything."""
    return Person(name, role=Role.PLANNER, local=True)


def reach(person: Person, action: Action) -> Reach | None:
    """Tell how far a person's right to an action goes, None where there is no right."""
    return RIGHTS[person.role].get(action) if person.role else None


def may(person: Person, action: Action, division: str | None = None) -> bool:
    """Tell whether a person may do something, for a division where the right ends at own ones."""
    found = reach(person, action)
    return found is Reach.ALL or (found is Reach.OWN and division in person.divisions)


def answers(person: Person, action: Action, divisions: Iterable[str]) -> bool:
    """Tell whether a person may do something to what these divisions answer for."""
    everywhere = reach(person, action) is Reach.ALL
    return everywhere or any(may(person, action, division) for division in divisions)


def require(
    person: Person, action: Action, subject: str = "", divisions: Iterable[str] | None = None
) -> None:
    """Refuse what a person may not do; `divisions` are those that answer for the subject.

    Without `divisions` it is enough to have the right somewhere.

    Raises:
        NotAllowedError: there is no such right, or it does not reach these divisions.
    """
    somewhere = reach(person, action) is not None
    if not (somewhere if divisions is None else answers(person, action, divisions)):
        raise NotAllowedError(action, person.label, subject)


@dataclass(frozen=True, slots=True)
class ListedAgency:
    """One of several agencies: its number and code never change, the rest it tells itself."""

    number: int
    code: str
    name: str = ""
    short_name: str = ""
    kind: str = ""
    district: str = ""
    province: str = ""
    open_to_readers: bool = False


@dataclass(frozen=True, slots=True)
class Area:
    """Whose sums a person may see: those of a district, or without one of a province.

    `verified_claim` tells that the e-mail is the person's own, as in a list of people.
    """

    email: str
    province: str
    district: str = ""
    verified_claim: str = "email_verified"

    def holds(self, agency: ListedAgency) -> bool:
        """Tell whether an agency lies in it."""
        return agency.province == self.province and self.district in ("", agency.district)
