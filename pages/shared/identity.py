"""Who looks at the page: signed in at a provider, at the machine itself, or from elsewhere."""

import getpass
import ipaddress
import time
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

import streamlit as st
from streamlit import runtime
from streamlit.runtime.scriptrunner import get_script_run_ctx

from data.model.access import NOBODY, Person, Role, planner_here
from data.people import sign_in
from data.people.roster import people
from data.words import access as words

FORWARDING: Final = ("Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Real-IP", "Via")
"""What proxies add: behind one, everybody seems to sit at the machine itself."""

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
    # Asked first: under a weak secret a cookie that says who is signed in means nothing.
    if providers() or "is_logged_in" in st.user:
        return people().recognise(st.user.to_dict()) if is_signed_in() else NOBODY
    address = st.context.ip_address
    if is_here(address, st.context.headers):
        return planner_here(login_name())
    return Person(f"{words.VISITOR} {address or ''}".strip(), role=Role.VIEWER)


def is_signed_in() -> bool:
    """Tell whether the visitor has come through a provider."""
    return st.user.get("is_logged_in") is True


def providers() -> tuple[str, ...]:
    """Name the configured providers; empty when there is none.

    Raises:
        UnsafeSignInError: their settings let anybody in.
    """
    files = [Path(name) for name in st.get_option("secrets.files")]
    return _providers(tuple((path, _state(path)) for path in files))


def is_here(address: object, headers: Mapping[str, str]) -> bool:
    """Tell whether a request comes from the machine the app runs on, past no proxy.

    `address` is that of the connection; Streamlit leaves it out for the machine itself.
    """
    away = isinstance(address, str) and not _is_loopback(address)
    host, origin = headers.get("Host"), headers.get("Origin")
    asked = [*([f"//{host}"] if host else []), *([origin] if origin else [])]
    names = [urlsplit(name).hostname or "" for name in asked]
    return (
        not away
        and not any(headers.get(name) for name in FORWARDING)
        and all(name == "localhost" or _is_loopback(name) for name in names)
    )


def login_name() -> str:
    """Give the name of who is signed in to this computer."""
    try:
        return getpass.getuser()
    except (ImportError, KeyError, OSError):  # a service account without a name
        return NOBODY.name


def _is_loopback(address: str) -> bool:
    try:
        found = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    mapped = found.ipv4_mapped if isinstance(found, ipaddress.IPv6Address) else None
    return (mapped or found).is_loopback


def _state(path: Path) -> tuple[int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size


@lru_cache(maxsize=4)
def _providers(files: tuple[tuple[Path, tuple[int, int] | None], ...]) -> tuple[str, ...]:
    return sign_in.providers(path for path, _ in files)
