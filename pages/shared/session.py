"""What a page gets from its surroundings: the store, cached answers, the person."""

import atexit
import gc
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import ParamSpec, TypeVar

import streamlit as st

from data.database import Database, open_database
from data.database.permits import log_refusal
from data.examples import load_examples_into_fresh_store
from data.model.access import Action, Person, may, require
from data.model.errors import ItaError, NotAllowedError
from data.model.places import database_path
from data.words import failures
from pages.shared import identity
from pages.shared.safe import plain

Parameters = ParamSpec("Parameters")
Answer = TypeVar("Answer")


def database() -> Database:
    """Give the one store of this process in the hands of the visitor; a fresh one gets examples.

    Raises:
        NotAllowedError: the visitor may not even read.
    """
    visitor = person()
    require(visitor, Action.READ)
    return _store().acting_as(visitor)


def open_store() -> None:
    """Open the store before anybody is let in: who one is depends on the divisions it holds."""
    _store()


def _store() -> Database:
    return _opened(str(database_path()))


@st.cache_resource(show_spinner=False)
def _opened(path: str) -> Database:
    opened = open_database(Path(path))
    load_examples_into_fresh_store(opened)
    return opened


def remembered(
    make: Callable[Parameters, Answer], *args: Parameters.args, **kwargs: Parameters.kwargs
) -> Answer:
    """Give a copy of what `make` gives, made once for each state of the store.

    Arguments must be plain values whose repr tells all of them: a frame in a cache key is only
    sampled and gives wrong answers. `make` gets the store from `database()`.
    """
    return _remembered(_key(make, args, kwargs), lambda: make(*args, **kwargs))


def kept(
    make: Callable[Parameters, Answer], *args: Parameters.args, **kwargs: Parameters.kwargs
) -> Answer:
    """Give what `make` gives like `remembered`, without a copy: for what no one changes."""
    return _kept(_key(make, args, kwargs), lambda: make(*args, **kwargs))


def _key(make: Callable[..., object], args: tuple[object, ...], kwargs: dict[str, object]) -> str:
    name = f"{make.__module__}.{make.__qualname__}"
    state = (str(database_path()), database().revision)
    return repr((name, state, args, sorted(kwargs.items())))


@st.cache_data(max_entries=512, show_spinner=False)
def _remembered(key: str, _make: Callable[[], Answer]) -> Answer:
    del key
    return _make()


@st.cache_resource(max_entries=256, show_spinner=False)
def _kept(key: str, _make: Callable[[], Answer]) -> Answer:
    del key
    return _make()


@contextmanager
def explained(*, stop: bool = True) -> Iterator[None]:
    """Turn a failure into words on the page and stop there or go on below; bugs pass through."""
    try:
        yield
    except ItaError as error:
        said = plain(failures.failure(error))
        st.error(said, title=failures.TITLE, icon=":material/error:")
        if stop:
            st.stop()


def person() -> Person:
    """Give who looks at the page, with the role and the divisions of now."""
    return identity.person()


def can(action: Action) -> bool:
    """Tell whether the visitor may do something anywhere, to leave out what he cannot."""
    visitor = person()
    return may(visitor, action) or any(may(visitor, action, own) for own in visitor.divisions)


def own_lead(leads: Sequence[str]) -> str:
    """Name the lead division the visitor speaks for: of several the first that is his."""
    visitor = person()
    own = [division for division in leads if may(visitor, Action.REPORT, division)]
    return own[0] if own else ""


def log_refused(visitor: Person) -> None:
    """Write down, once a session, that somebody signed in who may do nothing here."""
    if not st.session_state.get("refusal_logged"):
        st.session_state["refusal_logged"] = True
        refusal = NotAllowedError(Action.READ, visitor.label)
        log_refusal(_store().acting_as(visitor), refusal)


@st.cache_resource(show_spinner=False)
def settle() -> None:
    """Take what start-up has left out of every later garbage collection (it dominates reruns)."""
    gc.collect()
    gc.freeze()
    # Frozen to the end, all of DuckDB would be reported as leaked when the server stops.
    atexit.register(gc.unfreeze)
