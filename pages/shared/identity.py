"""Who looks at the page: signed in at a provider, come by the planner's link, or anybody."""

import time
from functools import lru_cache
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

import streamlit as st
from streamlit import runtime
from streamlit.runtime.scriptrunner import get_script_run_ctx

from data.model.access import NOBODY, Person, Role, login_name, planner_here
from data.model.places import store_folder
from data.people import planner_link, sign_in
from data.people.roster import people
from data.words import access as words

SLOT: Final = "visitor"
FRESH: Final = 0.5
"""Seconds that an answer holds within one run of a page, which asks some fifty times."""


def person() -> Person:
    """Give who looks at the page; whoever cannot be told has no right at all.

    Raises:
        UnsafeSignInError: the sign-in is configured so that anybody could be anybody.
        FaultyPeopleError: the file of people cannot be used.
    """
    if get_script_run_ctx(suppress_warning=True) is None:
        # A thread of the server without its visitor, or no server at all: tests and scripts.
        return NOBODY if runtime.exists() else planner_here(login_name())
    known: tuple[float, Person] | None = st.session_state.get(SLOT)
    now = time.monotonic()
    if known is None or now - known[0] >= FRESH:
        known = st.session_state[SLOT] = (now, _visitor())
    return known[1]


def look_again() -> None:
    """Forget who the visitor was: each run of the app asks anew."""
    st.session_state.pop(SLOT, None)


def _visitor() -> Person:
    if signs_in():
        return people().recognise(st.user.to_dict()) if is_signed_in() else NOBODY
    if came_by_link():
        return planner_here(login_name())
    return Person(words.VISITOR, role=Role.VIEWER)


def signs_in() -> bool:
    """Tell whether people here sign in at a provider.

    Raises:
        UnsafeSignInError: the sign-in is configured so that anybody could be anybody.
    """
    # Asked first: under a weak secret a cookie that says who is signed in means nothing.
    return bool(providers()) or "is_logged_in" in st.user


def is_signed_in() -> bool:
    """Tell whether the visitor has come through a provider, and what that said still holds."""
    claims = st.user.to_dict()
    return claims.get("is_logged_in") is True and sign_in.is_in_time(claims, time.time())


def is_verified() -> bool:
    """Tell whether the provider vouches for the visitor's e-mail."""
    return people().is_verified(st.user.to_dict())


def providers() -> tuple[str, ...]:
    """Name the configured providers; empty when there is none.

    Raises:
        UnsafeSignInError: their settings let anybody in.
    """
    files = [Path(name) for name in st.get_option("secrets.files")]
    return _providers(tuple((path, _state(path)) for path in files))


def came_by_link() -> bool:
    """Tell whether the browser has the cookie of a planner's link, and it was our page that asked.

    Browsers send a cookie to every port of a machine, so a page of another app on it could ask.
    """
    origin, host = (st.context.headers.get(name) for name in ("Origin", "Host"))
    cookie = st.context.cookies.get(planner_link.COOKIE, "")
    ours = bool(origin and host) and urlsplit(origin).netloc == host
    return ours and planner_link.is_planners(store_folder(), cookie)


def session_id() -> str | None:
    """Give the session of the page, by which Streamlit takes in its files."""
    context = get_script_run_ctx(suppress_warning=True)
    return context.session_id if context else None


def _state(path: Path) -> tuple[int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size


@lru_cache(maxsize=4)
def _providers(files: tuple[tuple[Path, tuple[int, int] | None], ...]) -> tuple[str, ...]:
    return sign_in.providers(path for path, _ in files)
