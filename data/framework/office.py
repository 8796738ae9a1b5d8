"""What an office has decided for itself: when work is late, who signs, its picture."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from data.framework.tables import Fault

MOST_DAYS: Final = 366
LONGEST: Final = 200


class SignatoryRole(StrEnum):
    """Why somebody signs a document, in the order of signing."""

    PREPARED = "prepared"
    CHECKED = "checked"
    APPROVED = "approved"


@dataclass(frozen=True, slots=True)
class Signatory:
    """Who signs a document, and what he or she is; several roles may be the same person's."""

    role: SignatoryRole
    name: str
    title: str = ""


@dataclass(frozen=True, slots=True)
class Office:
    """A measure is late `late_days` after its end, and due soon `due_soon_days` before it.

    It is silent when nothing was reported for more than `silent_days`. `logo` is a small PNG, b""
    where there is none.
    """

    late_days: int
    due_soon_days: int
    silent_days: int
    signatories: tuple[Signatory, ...] = ()
    logo: bytes = b""


def office_faults(office: Office) -> Iterator[tuple[str, Fault]]:
    """Give place and reason of each number of days that is none, and of each role filled twice."""
    for place in ("late_days", "due_soon_days", "silent_days"):
        if not 0 <= getattr(office, place) <= MOST_DAYS:
            yield place, Fault.OUTSIDE_SCALE
    roles = [one.role for one in office.signatories]
    for role in sorted(set(roles)):
        if roles.count(role) > 1:
            yield f"signatories {role}", Fault.REPEATED
    for one in office.signatories:
        if not one.name.strip() or max(len(one.name), len(one.title)) > LONGEST:
            yield f"signatories {one.role}", Fault.NOT_A_TEXT
