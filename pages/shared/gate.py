"""The door: who is let in, how one signs in and out, and what one may do here."""

from typing import Final

import streamlit as st

from data.model.access import NOBODY, Action, ListedAgency, Person, Role
from data.words import access as words
from data.words import navigation
from pages.shared import identity, session, store
from pages.shared.front_door import uploads
from pages.shared.home import membership
from pages.shared.home.membership import Belonging
from pages.shared.navigation import sections
from pages.shared.safe import plain

_NAMED: Final = "named"
"""The name that whoever sits at the planner's browser has given in this session."""


def keep() -> None:
    """End the page for whoever may not even read, with words on how to get in.

    Who sees the sums of an area and nothing else goes on, in no agency.

    Raises:
        UnsafeSignInError, FaultyPeopleError: nobody can be let in.
    """
    session.look_again()
    belongs = membership.belonging()
    if belongs is None or belongs.agency:
        session.open_store()  # before anybody is let in: who one is depends on what it holds
    else:
        store.leave()
    visitor = session.visitor()
    _admit_uploads()
    if visitor.role is None and not session.is_outside():
        # Without pages told, Streamlit would show the page files; told ones wait for their run().
        st.navigation(sections(lambda _action: True), position="hidden")
        title = navigation.app() if belongs is None else navigation.UNNAMED
        st.title(title, anchor=False)
        if belongs is not None and (belongs.people or not identity.signs_in()):
            _choose(belongs)
        elif identity.is_signed_in():
            _unknown(visitor)
        else:
            _sign_in()
        st.stop()


def greet() -> None:
    """Tell in the sidebar as whom one is here, where that is not the planner's own browser."""
    visitor = session.visitor()
    if visitor.local or (visitor.role is None and not session.is_outside()):
        return
    with st.sidebar:
        if identity.is_signed_in():
            role = words.ROLES[visitor.role] if visitor.role else words.AREA_ROLE
            st.caption(plain(words.SIGNED_IN.format(person=visitor.name, role=role)))
            _sign_out()
        elif visitor.role is Role.VIEWER:
            shared = membership.belonging() is not None
            st.caption(words.READ_ONLY, help=None if shared else words.READ_ONLY_HELP)
        _other_agencies()


def signature(label: str, key: str) -> str:
    """Ask in the planner's own browser who speaks, once a session; who signed in is known."""
    visitor = session.visitor()
    if not visitor.local:
        return visitor.label
    named = st.text_input(label, value=st.session_state.get(_NAMED, visitor.name), key=key)
    if named.strip():
        st.session_state[_NAMED] = named
    return str(named)


def _choose(belongs: Belonging) -> None:
    """Let a person of several agencies say which one this session is about."""
    if not belongs.people:
        st.info(words.NOTHING_OPEN, icon=":material/lock:")
        return
    if belongs.asked:
        st.warning(words.LINK_OF_ANOTHER, icon=":material/block:")
    st.header(words.CHOOSE_AGENCY, anchor=False)
    for agency, person in belongs.people.items():
        st.button(
            plain(_named(agency)),
            on_click=membership.enter,
            args=(agency.code,),
            help=words.ROLES[person.role] if person.role else None,
            key=f"enter_{agency.code}",
            icon=":material/apartment:",
        )
    if identity.is_signed_in():
        _sign_out()


def _other_agencies() -> None:
    """Lead to the other agencies, each in a session of its own: none ever looks at two."""
    belongs = membership.belonging()
    others = [one for one in belongs.people if one != belongs.agency] if belongs else []
    if others:
        with st.popover(words.OTHER_AGENCIES, icon=":material/apartment:", width="stretch"):
            for agency in others:
                address = f"?{membership.AGENCY}={agency.code}"
                st.link_button(plain(_named(agency)), address, width="stretch")


def _named(agency: ListedAgency) -> str:
    return agency.name or agency.code


def _admit_uploads() -> None:
    """Let in the files of who may import or report, as long as he may."""
    if number := identity.session_id():
        uploads.admit(number, allowed=_may_bring_files())


def _may_bring_files() -> bool:
    come = session.visitor()
    return any(session.may_somewhere(come, action) for action in (Action.IMPORT, Action.REPORT))


def _sign_in() -> None:
    st.info(words.SIGNED_OUT, icon=":material/lock:")
    for provider in identity.providers():
        label = words.SIGN_IN_WITH.format(provider=provider) if provider else words.SIGN_IN
        st.button(
            label,
            on_click=st.login,
            args=(provider or None,),
            type="primary",
            key=f"sign_in_{provider}",
        )


def _unknown(visitor: Person) -> None:
    session.log_refused(visitor)
    told = words.UNKNOWN if identity.is_verified() else words.UNVERIFIED
    st.warning(plain(told.format(person=visitor.label or NOBODY.name)), icon=":material/block:")
    _sign_out()


def _sign_out() -> None:
    st.button(words.SIGN_OUT, on_click=st.logout, key="sign_out", icon=":material/logout:")
