"""What a page gets from its surroundings: the store, cached answers, the person."""

import atexit
import datetime as dt
import gc
import math
import pickle
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar, copy_context
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from functools import wraps
from typing import Final, ParamSpec, TypeVar, cast

import streamlit as st

from data.database import Database
from data.database.permits import log_refusal
from data.framework import of_own
from data.model.access import Action, Area, Person, Role, may, require
from data.model.errors import ItaError, NotAllowedError
from data.words import failures
from pages.shared import identity
from pages.shared.home import membership
from pages.shared.kept_answers import KeptAnswers
from pages.shared.safe import plain
from pages.shared.store import own_store, shown_store, store

Parameters = ParamSpec("Parameters")
Answer = TypeVar("Answer")


_LOOKED: Final[ContextVar[tuple[float, Database] | None]] = ContextVar("looked", default=None)
"""Until when a run of a page need not ask again what it shows to whom: it does so a hundred times.

It goes with the catalogue that counts in the thread, which turns with the store.
"""


def database() -> Database:
    """Give the one store of this process in the hands of the visitor.

    Raises:
        NotAllowedError: the visitor may not even read.
    """
    shown = _shown()
    require(shown.person, Action.READ)
    return shown


def look_again() -> None:
    """Forget who the visitor was and what he saw: each run of the app asks anew."""
    identity.look_again()
    membership.look_again()
    _LOOKED.set(None)


def later(make: Callable[[], Answer]) -> Callable[[], Answer]:
    """Let a file be built on a click, of what the page shows now: nobody is known in its thread."""
    context = copy_context()
    if not is_outside():
        context.run(_LOOKED.set, (math.inf, database()))
    return lambda: context.copy().run(make)


def _shown() -> Database:
    looked, now = _LOOKED.get(), time.monotonic()
    if looked and now < looked[0]:
        return looked[1]
    come = visitor()
    database, example = shown_store()
    looking = replace(come, role=Role.VIEWER) if come.role and example else come
    shown = database.acting_as(looking)
    if identity.session_id():
        _LOOKED.set((now + identity.FRESH, shown))
    return shown


def areas() -> tuple[Area, ...]:
    """Give the areas whose sums the visitor may see; none where a database is one agency's."""
    belongs = membership.belonging()
    return belongs.areas if belongs else ()


def is_outside() -> bool:
    """Tell whether the visitor sees sums of areas and nothing of any agency."""
    belongs = membership.belonging()
    return belongs is not None and bool(belongs.areas) and not belongs.people


def open_store() -> None:
    """Open the store before anybody is let in: who one is depends on the divisions it holds."""
    store()


def remembered(make: Callable[Parameters, Answer]) -> Callable[Parameters, Answer]:
    """Make a function answer once for each state of what it reads, and give copies of that.

    The function gets the store from `database()`, and its arguments are plain values, whose repr
    tells all of them: a frame in a cache key is only sampled and gives wrong answers.

    Raises:
        TypeError: when it is called with anything else.
    """

    @wraps(make)
    def packed(*args: Parameters.args, **kwargs: Parameters.kwargs) -> bytes:
        return pickle.dumps(make(*args, **kwargs))

    unpacked = kept(packed)

    @wraps(make)
    def answer(*args: Parameters.args, **kwargs: Parameters.kwargs) -> Answer:
        return cast("Answer", pickle.loads(unpacked(*args, **kwargs)))  # noqa: S301  our own bytes

    return answer


def kept(make: Callable[Parameters, Answer]) -> Callable[Parameters, Answer]:
    """Do the same as `remembered` without copies: for what no one changes."""

    @wraps(make)
    def answer(*args: Parameters.args, **kwargs: Parameters.kwargs) -> Answer:
        shown = database()
        key = _key(make, shown, args, kwargs)
        return cast("Answer", _answers().ask(key, shown, lambda: make(*args, **kwargs)))

    return answer


def kept_of(asked: Database, key: str, make: Callable[[], Answer]) -> Answer:
    """Do the same for the store of an agency that the visitor need not be in."""
    return cast("Answer", _answers().ask(repr((key, repr(asked.place))), asked, make))


@st.cache_resource(show_spinner=False)
def _answers() -> KeptAnswers:
    return KeptAnswers()


def _key(
    make: Callable[..., object],
    shown: Database,
    args: tuple[object, ...],
    kwargs: dict[str, object],
) -> str:
    name = f"{make.__module__}.{make.__qualname__}"
    for argument in (*args, *kwargs.values()):
        if not _is_plain(argument):
            raise TypeError(name, type(argument))
    return repr((name, repr(shown.place), args, sorted(kwargs.items())))


def _is_plain(value: object) -> bool:
    if isinstance(value, tuple):
        return all(map(_is_plain, value))
    if is_dataclass(value):
        return all(_is_plain(getattr(value, field.name)) for field in fields(value))
    return value is None or isinstance(value, str | int | float | dt.date | Enum)


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


def visitor() -> Person:
    """Give who has come, with the role and the divisions of now in one's own store."""
    belongs = membership.belonging()
    if belongs is not None:
        return belongs.person
    with of_own():
        return identity.person()


def person() -> Person:
    """Give who looks at the page as what he is to what it shows: of the example only a viewer."""
    return _shown().person


def can(action: Action) -> bool:
    """Tell whether the visitor may do something anywhere, to leave out what he cannot."""
    return may_somewhere(person(), action)


def may_somewhere(asking: Person, action: Action) -> bool:
    """Tell whether a person may do something, if only for one division."""
    return may(asking, action) or any(may(asking, action, own) for own in asking.divisions)


def own_lead(leads: Sequence[str]) -> str:
    """Name the lead division the visitor speaks for: of several the first that is his."""
    speaking = person()
    own = [division for division in leads if may(speaking, Action.REPORT, division)]
    return own[0] if own else ""


def log_refused(refused: Person) -> None:
    """Write down, once a session, that somebody signed in who may do nothing here.

    Who belongs to none of several agencies stands in the log of none.
    """
    if membership.belonging() is None and not st.session_state.get("refusal_logged"):
        st.session_state["refusal_logged"] = True
        refusal = NotAllowedError(Action.READ, refused.label)
        with own_store() as own:
            log_refusal(own.acting_as(refused), refusal)


@st.cache_resource(show_spinner=False)
def settle() -> None:
    """Take what start-up has left out of every later garbage collection (it dominates reruns).

    Streamlit collects after each rerun, so the first page need not wait for a collection here.
    """
    gc.freeze()
    # Frozen to the end, all of DuckDB would be reported as leaked when the server stops.
    atexit.register(gc.unfreeze)
