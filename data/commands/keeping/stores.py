"""The store and the person of one command."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from data.database import IN_MEMORY, Database, is_lost, open_database
from data.database.protocol import Place
from data.model.access import Person, login_name, planner_here
from data.model.places import database_place


@contextmanager
def opened(place: Place | None = None) -> Iterator[Database]:
    """Lend the store to who runs the command, for its length, and let go of its file."""
    database = open_database(place).acting_as(local_person())
    try:
        yield database
    finally:
        database.close()


def present_store() -> Path | None:
    """Give the store for a command that only looks: where there is none, it leaves none behind."""
    return IN_MEMORY if is_absent() else None


def is_absent() -> bool:
    """Tell whether the store would be a file, and nothing of one is there."""
    place = database_place()
    return isinstance(place, Path) and not (place.exists() or is_lost(place))


def local_person() -> Person:
    """Give who runs the command: the person at the machine, who may do everything."""
    return planner_here(login_name())
