"""Who may sign in, and what he may do then; without a sign-in the planner's link alone counts."""

from dataclasses import replace

import pandas as pd
import streamlit as st

from data.catalogue import write_roster
from data.framework import Roster, organisation
from data.model.access import Person, Role
from data.people.roster import people
from data.words import access
from data.words import setting_up as words
from pages.sections.settings.settings import tell
from pages.shared import identity
from pages.shared.safe import plain
from pages.shared.session import database, explained, person

_NOBODY = Person("")
_SAVED = "person_saved"
"""Where a change is kept until the list is drawn that shows it."""


def people_section() -> None:
    """Let a planner list persons, change what one may do, or strike one off."""
    st.caption(words.PEOPLE_HELP)
    with explained():
        roster = people().roster
        if not identity.providers():
            st.caption(words.PEOPLE_WITHOUT_SIGN_IN)
    listed = {one.email: one for one in roster.persons}
    saved_last = st.session_state.pop(_SAVED, None)
    if saved_last:
        tell(saved_last[0])
        st.session_state["person"] = saved_last[1]
    if roster.persons:
        st.dataframe(_table(roster), hide_index=True, width="stretch", key="people")
    chosen = st.selectbox(
        words.PERSON,
        ["", *listed],
        format_func=lambda email: plain(listed[email].label) if email else words.ADD_PERSON,
        key="person",
    )
    wanted = _asked(chosen, listed.get(chosen, _NOBODY))
    with st.container(horizontal=True):
        saved = st.button(words.SAVE_PERSON, key="save_person")
        removed = bool(chosen) and st.button(words.REMOVE_PERSON, key="remove_person")
    others = tuple(one for one in roster.persons if one.email != chosen)
    if saved and (fault := _fault(wanted, others)):
        st.error(fault)
    elif saved or removed:
        position = list(listed).index(chosen) if chosen else len(others)
        kept = (wanted,) if saved else ()
        persons = (*others[:position], *kept, *others[position:])
        with explained(stop=False):
            batch = write_roster(database(), replace(roster, persons=persons), person().label)
            st.session_state[_SAVED] = batch, wanted.email if saved else ""
            st.rerun()


def _asked(chosen: str, known: Person) -> Person:
    with st.container(horizontal=True):
        email = st.text_input(words.EMAIL, known.email, max_chars=254, key=f"email_{chosen}")
        name = st.text_input(words.PERSON_NAME, known.name, max_chars=200, key=f"name_{chosen}")
    role = st.selectbox(
        words.ROLE,
        list(Role),
        index=list(Role).index(known.role or Role.VIEWER),
        format_func=access.ROLES.__getitem__,
        key=f"role_{chosen}",
    )
    divisions: list[str] = []
    if role is Role.REPORTER:
        names = [one.name for one in organisation().divisions]
        now = [organisation().division_named(division) for division in known.divisions]
        divisions = st.multiselect(
            words.PERSON_DIVISIONS,
            names,
            [name for name in names if name in now],
            placeholder=words.CHOOSE,
            key=f"divisions_{chosen}",
        )
    email = (email or "").strip()
    return Person((name or "").strip() or email, email, role, tuple(divisions))


def _fault(wanted: Person, others: tuple[Person, ...]) -> str:
    before, _, host = wanted.email.partition("@")
    if not (before and host) or any(letter.isspace() for letter in wanted.email):
        return words.EMAIL_MISSING
    if wanted.email.casefold() in {one.email.casefold() for one in others}:
        return words.EMAIL_TWICE
    reports = wanted.role is Role.REPORTER
    return words.PERSON_DIVISIONS_MISSING if reports and not wanted.divisions else ""


def _table(roster: Roster) -> pd.DataFrame:
    return pd.DataFrame(
        [
            {
                words.EMAIL: one.email,
                words.PERSON_NAME: one.name,
                words.ROLE: access.ROLES[one.role] if one.role else "",
                words.PERSON_DIVISIONS: ", ".join(one.divisions),
            }
            for one in roster.persons
        ]
    )
