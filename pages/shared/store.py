"""The open stores of this process, in a module: a visitor's message can empty any cache.

The one switch between one's own store and the example is `store`: what it gives, and the catalogue
that counts in the thread of a page, are always of the same one of the two.
"""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final, TypeVar

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from data.database import Database, check, hold_catalogue, is_empty, open_database
from data.database.protocol import Place
from data.examples import example_path, open_example
from data.framework import apart, of_process, organisation, turn_to
from data.framework.holding import Holder
from data.model.places import database_path, database_place
from queries.subjects import Subject

Answer = TypeVar("Answer")
EXAMPLE: Final = "example"
"""The parameter of an address that leads to the example, and where a session keeps that it did."""


@dataclass(slots=True)
class _Held:
    """A store, what its control sums told at start, and the catalogue of one opened apart."""

    database: Database
    damaged: tuple[int, ...] = ()
    holder: Holder | None = None
    emptiness: tuple[object, bool] | None = None
    """Whether it was empty in a state."""


_LOCK: Final = threading.RLock()
_REPLACING: Final = threading.Lock()
"""Held before the other one: a page need not wait for a backup, but who brings other files must."""

_BUILDING: Final = threading.Lock()
"""Held while the example is opened: who looks at one's own store need not wait for that."""

_HELD: Final[dict[Place, _Held]] = {}
_EXAMPLES: Final[dict[Place, _Held]] = {}


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
    with _LOCK:
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
    with of_process():
        yield _own().database


def shows_example() -> bool:
    """Tell whether the visitor sees the example: there is nothing else, or he asked for it."""
    return is_own_empty() or _is_asked_for()


def is_own_empty() -> bool:
    """Tell whether nobody has set up one's own store or imported anything into it."""
    with _LOCK, of_process():
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


def damaged_batches() -> tuple[int, ...]:
    """Give the numbers of the batches whose control sum did not fit when the store was opened."""
    with _LOCK:
        return _own().damaged


def replaced(act: Callable[[Path], Answer]) -> Answer:
    """Let go of the store, then let `act` put other files at its path; the next use opens them."""
    with _REPLACING, _LOCK:
        path = database_path()
        held = _HELD.pop(path, None)
        if held:
            held.database.close()
        return act(path)


@contextmanager
def undisturbed() -> Iterator[Database | None]:
    """Lend the store, if anybody has opened it, and let nobody put other files at its path."""
    with _REPLACING:
        with _LOCK:
            held = _HELD.get(database_place())
        yield held.database if held else None


def let_go() -> None:
    """Close every store that is held."""
    with _LOCK:
        for stores in (_HELD, _EXAMPLES):
            while stores:
                stores.popitem()[1].database.close()
        turn_to(None)


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


def _own() -> _Held:
    place = database_place()
    with _LOCK, of_process():
        if place not in _HELD:
            _HELD[place] = _opened(place)
        held = _HELD[place]
        held.database.require_in_place()
        if Subject.CATALOGUE in held.database.hear():
            hold_catalogue(held.database)
        return held


def _opened(place: Place) -> _Held:
    database = open_database(place)
    try:
        return _Held(database, check(database).damaged)
    except BaseException:
        database.close()
        raise


def _example() -> _Held:
    place = database_place()
    with _BUILDING:
        if place not in _EXAMPLES:
            with apart() as holder:
                _EXAMPLES[place] = _Held(open_example(), holder=holder)
        return _EXAMPLES[place]
