"""The open stores of this process, in a module: a visitor's message can empty any cache."""

import threading
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from data.database import (
    Database,
    check,
    hold_catalogue,
    is_up_to_date,
    open_database,
    register_of,
)
from data.database.protocol import AT_LEAST, Place
from data.framework import apart, counting
from data.framework.holding import Holder
from data.model.places import Address, database_place
from queries.subjects import Subject

if TYPE_CHECKING:
    from data.database.postgresql.register import Register


@dataclass(slots=True)
class Held:
    """A store, what its control sums told at start, and the catalogue of one opened apart."""

    database: Database
    damaged: tuple[int, ...] = ()
    holder: Holder | None = None
    emptiness: tuple[object, bool] | None = None
    """Whether it was empty in a state."""


LOCK: Final = threading.RLock()
STORES: Final[dict[Place, Held]] = {}
_READ: Final[dict[Place, Database]] = {}
_TURNS: Final[dict[Place, "threading.RLock"]] = {}
_REGISTERS: Final[dict[Place, "Register | None"]] = {}


def register() -> "Register | None":
    """Give the register of the agencies that share the database, None where there is one alone.

    Raises:
        ItaError: as `register_of`.
    """
    place = database_place()
    if not isinstance(place, Address):
        return None
    with LOCK:
        if place not in _REGISTERS:
            _REGISTERS[place] = register_of(place)
        return _REGISTERS[place]


def held_at(place: Place, patience: float = AT_LEAST) -> Held:
    """Give the store at a place, opened at the first use, with what others have written since.

    What nobody tells of is asked for when that was not done for `patience` seconds.

    The catalogue of one of several agencies counts in nobody's thread who does not turn to it.

    Raises:
        StoreMovedError: it is open, but no longer at its path.
        ItaError: as `open_database`.
    """
    with _turn(place):
        if place not in STORES:
            STORES[place] = _opened(place)
        held = STORES[place]
        held.database.require_in_place()
        if Subject.CATALOGUE in held.database.hear(patience):
            with counting(held.holder):
                hold_catalogue(held.database)
        return held


def read_at(place: Place, patience: float = AT_LEAST) -> Database:
    """Give the store of one of several agencies to be read alone; its catalogue counts nowhere.

    It is not opened, which takes longer than to read a few sums of it, unless this version has to
    change it first.

    Raises:
        ItaError: as `held_at`.
    """
    with _turn(place):
        if place not in _READ:
            database = Database(place, read_only=True)
            if not is_up_to_date(database):
                held_at(place)
            _READ[place] = database
        _READ[place].hear(patience)
        return _READ[place]


def _turn(place: Place) -> threading.RLock:
    """Give the lock of one agency of several: who opens it holds nobody of another one up."""
    if isinstance(place, Address) and place.agency:
        return _TURNS.setdefault(place, threading.RLock())
    return LOCK


def let_go() -> None:
    """Close every store that is held."""
    with LOCK:
        while STORES:
            STORES.popitem()[1].database.close()
        _READ.clear()
        while _REGISTERS:
            known = _REGISTERS.popitem()[1]
            if known is not None:
                known.close()


def _opened(place: Place) -> Held:
    if isinstance(place, Address) and place.agency:
        with apart() as holder:
            return _checked(place, holder)
    with counting(None):
        return _checked(place)


def _checked(place: Place, holder: Holder | None = None) -> Held:
    database = open_database(place)
    try:
        return Held(database, check(database).damaged, holder)
    except BaseException:
        database.close()
        raise
