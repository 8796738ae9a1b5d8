"""The one open store of this process, in a module: a visitor's message can empty any cache."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final, TypeVar

from data.database import Database, check, open_database
from data.examples import load_examples_into_fresh_store
from data.model.places import database_path

Answer = TypeVar("Answer")


@dataclass(slots=True)
class _Held:
    """A store, and what its control sums told at start."""

    database: Database
    damaged: tuple[int, ...]


_LOCK: Final = threading.RLock()
_REPLACING: Final = threading.Lock()
"""Held before the other one: a page need not wait for a backup, but who brings other files must."""

_HELD: Final[dict[Path, _Held]] = {}


def store() -> Database:
    """Give the store, opened once for each path whoever comes first; a fresh one gets examples.

    Raises:
        StoreMovedError: it is open, but no longer at its path.
        ItaError: as `open_database`.
    """
    with _LOCK:
        held = _held()
        held.database.require_in_place()
        return held.database


def damaged_batches() -> tuple[int, ...]:
    """Give the numbers of the batches whose control sum did not fit when the store was opened."""
    with _LOCK:
        return _held().damaged


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
            held = _HELD.get(database_path())
        yield held.database if held else None


def let_go() -> None:
    """Close every store that is held."""
    with _LOCK:
        while _HELD:
            _HELD.popitem()[1].database.close()


def _held() -> _Held:
    path = database_path()
    if path not in _HELD:
        _HELD[path] = _opened(path)
    return _HELD[path]


def _opened(path: Path) -> _Held:
    database = open_database(path)
    try:
        load_examples_into_fresh_store(database)
        return _Held(database, check(database).damaged)
    except BaseException:
        database.close()
        raise
