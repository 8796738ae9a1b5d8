"""The store a visitor looks at: one's own, or the example beside it.

The one switch between one's own store and the example is `store`: what it gives, and the catalogue
that counts in the thread of a page, are always of the same one of the two.
"""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final, TypeVar

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from data.database import Database, is_empty
from data.database.protocol import Place
from data.examples import example_path, open_example
from data.framework import apart, belong_to, counting, organisation, turn_to
from data.model.places import database_path, database_place
from pages.shared.home import held, membership
from pages.shared.home.held import LOCK, STORES, Held
from queries.subjects import Subject

Answer = TypeVar("Answer")
EXAMPLE: Final = "example"
"""The parameter of an address that leads to the example, and where a session keeps that it did."""


_REPLACING: Final = threading.Lock()
"""Held before the other one: a page need not wait for a backup, but who brings other files must."""

_BUILDING: Final = threading.Lock()
"""Held while the example is opened: who looks at one's own store need not wait for that."""

_EXAMPLES: Final[dict[Place, Held]] = {}


def store() -> Database:
    """Give the store the visitor looks at: one's own, or the example while that holds nothing.

    Raises:
        StoreMovedError: it is open, but no longer at its path.
        ItaError: as `open_database`.
    """
    return shown_store()[0]


def shown_store() -> tuple[Database, bool]:
    """Give the same, and whether it is the example.

    Raises:
        ItaError: as `store`.
    """
    _own()  # opened before: who opens one agency of several holds up nobody of another one
    with LOCK:
        example = shows_example()
        shown = _example() if example else _own()
        turn_to(shown.holder)
        return shown.database, example


@contextmanager
def own_store() -> Iterator[Database]:
    """Lend one's own store whatever is shown: who comes in is decided by it, set-up writes to it.

    Raises:
        ItaError: as `store`.
    """
    own = _own()
    with counting(own.holder):
        yield own.database


def shows_example() -> bool:
    """Tell whether the visitor sees the example: there is nothing else, or he asked for it."""
    return is_own_empty() or _is_asked_for()


def is_own_empty() -> bool:
    """Tell whether nobody has set up one's own store or imported anything into it."""
    with LOCK, own_store():
        own = _own()
        state = own.database.state((Subject.BATCHES, Subject.CATALOGUE))
        if own.emptiness is None or own.emptiness[0] != state:
            own.emptiness = (state, not organisation().is_set_up and is_empty(own.database))
        return own.emptiness[1]


def is_set_up() -> bool:
    """Tell whether somebody has said whose dashboard one's own store is."""
    with own_store():
        return organisation().is_set_up


def build_example_ahead() -> None:
    """Have the example ready for its first visitor, where nothing is or it was seen before.

    Raises:
        ItaError: as `open_database`.
    """
    own = database_place()
    if (isinstance(own, Path) and not own.exists()) or example_path().parents[1].exists():
        _example()


def leave_example() -> None:
    """Show the visitor one's own store again."""
    st.session_state[EXAMPLE] = False
    st.query_params.pop(EXAMPLE, None)


def leave() -> None:
    """Let no store count in this thread: the visitor is in no agency, or in none any more."""
    belong_to(None)
    turn_to(None)


def damaged_batches() -> tuple[int, ...]:
    """Give the numbers of the batches whose control sum did not fit when the store was opened."""
    with LOCK:
        return _own().damaged


def replaced(act: Callable[[Path], Answer]) -> Answer:
    """Let go of the store, then let `act` put other files at its path; the next use opens them."""
    with _REPLACING, LOCK:
        path = database_path()
        before = STORES.pop(path, None)
        if before:
            before.database.close()
        return act(path)


@contextmanager
def undisturbed() -> Iterator[Database | None]:
    """Lend the store, if anybody has opened it, and let nobody put other files at its path."""
    with _REPLACING:
        with LOCK:
            known = STORES.get(database_place())
        yield known.database if known else None


def let_go() -> None:
    """Close every store that is held."""
    with LOCK:
        held.let_go()
        while _EXAMPLES:
            _EXAMPLES.popitem()[1].database.close()
        leave()


def _is_asked_for() -> bool:
    """Tell whether the address of this session was, or is, that of the example."""
    if get_script_run_ctx(suppress_warning=True) is None:
        return False
    if EXAMPLE in st.query_params:
        st.session_state[EXAMPLE] = True
    asked = bool(st.session_state.get(EXAMPLE))
    if asked and EXAMPLE not in st.query_params:
        st.query_params[EXAMPLE] = "1"  # a link that is copied leads to the example again
    return asked


def _own() -> Held:
    """Give one's own store, which is one's own in this thread from now on."""
    own = held.held_at(membership.own_place())
    belong_to(own.holder)
    return own


def _example() -> Held:
    place = database_place()
    with _BUILDING:
        if place not in _EXAMPLES:
            with apart() as holder:
                _EXAMPLES[place] = Held(open_example(), holder=holder)
        return _EXAMPLES[place]
