"""Who may enter which of several agencies in one database; deny by default.

A person enters where an agency lists him, or where its administrator has opened it to readers. The
planner's link counts nowhere: it would be a right to all agencies at once.
"""

import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from data.database import Database
from data.database.protocol import AT_LEAST, Place
from data.framework import Roster, counting, held
from data.framework.holding import Holder
from data.model.access import NOBODY, Area, ListedAgency, Person, Role
from data.model.errors import NoAgencyError
from data.model.places import Address, database_place
from data.people.roster import People
from data.words import access as words
from pages.shared import identity
from pages.shared.home.held import Held, held_at, read_at, register

if TYPE_CHECKING:
    from data.database.postgresql.register import Register

AGENCY: Final = "agency"
"""The parameter of an address that says which agency a link leads to."""
_ENTERED: Final = "agency_entered"
"""Where a session keeps which one that is: it never looks at two."""
_SLOT: Final = "belonging"


@dataclass(frozen=True, slots=True)
class Belonging:
    """The agencies that a visitor may enter, as whom, and the areas whose sums he may see.

    `stranger` is who he is where he may do nothing; `asked` the code that he or his link has
    chosen, "" where that is open.
    """

    people: Mapping[ListedAgency, Person]
    areas: tuple[Area, ...] = ()
    stranger: Person = NOBODY
    asked: str = ""

    @property
    def agency(self) -> ListedAgency | None:
        """The one he has entered: what was asked for, or the only one."""
        if not self.asked and len(self.people) == 1:
            return next(iter(self.people))
        return next((one for one in self.people if one.code == self.asked), None)

    @property
    def person(self) -> Person:
        """As whom he acts there; without an agency he may do nothing."""
        return self.people[self.agency] if self.agency else self.stranger


def belonging() -> Belonging | None:
    """Give where the visitor belongs, None where the database is one agency's.

    Raises:
        ItaError: as `register` and `held_at`.
    """
    known = register()
    if known is None:
        return None
    if get_script_run_ctx(suppress_warning=True) is None:
        return Belonging({})
    kept: tuple[float, Belonging] | None = st.session_state.get(_SLOT)
    now = time.monotonic()
    if kept is None or now - kept[0] >= identity.FRESH:
        kept = st.session_state[_SLOT] = (now, _asked_for(_belonging(known)))
    return kept[1]


def look_again() -> None:
    """Forget where the visitor belonged: each run of the app asks anew."""
    st.session_state.pop(_SLOT, None)


def own_place() -> Place:
    """Give the place of the visitor's own store.

    Raises:
        NoAgencyError: he has entered none of several agencies.
        ItaError: as `belonging`.
    """
    place, belongs = database_place(), belonging()
    if belongs is None or not isinstance(place, Address):
        return place
    if belongs.agency is None:
        raise NoAgencyError
    return replace(place, agency=belongs.agency.code)


def enter(code: str) -> None:
    """Let the session be in an agency from its next run on; whether it may, that run asks.

    What it keeps is forgotten: it may be of an agency that the visitor had to leave.
    """
    st.session_state.clear()
    st.session_state[_ENTERED] = code


def held_of(agency: ListedAgency, patience: float = AT_LEAST) -> Held:
    """Give the store of an agency, as `held_at` does."""
    return held_at(_place_of(agency), patience)


def sums_of(agency: ListedAgency, patience: float = AT_LEAST) -> Database:
    """Give the store of an agency, as `read_at` does."""
    return read_at(_place_of(agency), patience)


def _place_of(agency: ListedAgency) -> Address:
    place = database_place()
    if not isinstance(place, Address):
        raise NoAgencyError
    return replace(place, agency=agency.code)


def _asked_for(belongs: Belonging) -> Belonging:
    """Add what was chosen; the session keeps it, and its address says it to who gets the link."""
    asked = st.session_state.get(_ENTERED) or st.query_params.get(AGENCY, "")
    found = replace(belongs, asked=asked)
    if found.agency is not None:
        st.session_state[_ENTERED] = found.agency.code
        if st.query_params.get(AGENCY) != found.agency.code:
            st.query_params[AGENCY] = found.agency.code
    return found


def _belonging(known: "Register") -> Belonging:
    agencies = known.agencies()
    if not identity.signs_in():
        visitor = Person(words.VISITOR, role=Role.VIEWER)
        return Belonging({one: visitor for one in agencies if one.open_to_readers})
    if not identity.is_signed_in():
        return Belonging({})
    claims = st.user.to_dict()
    email = str(claims.get("email") or "")
    stranger = People(Roster()).recognise(claims)
    people = dict(_people(agencies, known.listed(email), claims, stranger))
    areas = (one for one in known.areas() if one.email == email.strip().lower())
    vouched = tuple(one for one in areas if claims.get(one.verified_claim) is True)
    return Belonging(people, vouched, stranger)


def _people(
    agencies: tuple[ListedAgency, ...],
    listed: frozenset[str],
    claims: Mapping[str, object],
    stranger: Person,
) -> Iterator[tuple[ListedAgency, Person]]:
    """Give each agency that lets the person in, with what he is there."""
    for agency in agencies:
        person = stranger
        if agency.code in listed:
            person = recognised(held_of(agency).holder, claims)
        if person.role is None and agency.open_to_readers:
            person = replace(person, role=Role.VIEWER)
        if person.role is not None:
            yield agency, person


def recognised(holder: Holder | None, claims: Mapping[str, object]) -> Person:
    """Ask the list of people of an agency, which alone decides; `holder` has its catalogue."""
    with counting(holder):
        return People(held().roster or Roster()).recognise(claims)
