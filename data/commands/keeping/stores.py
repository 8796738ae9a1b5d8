"""The store and the person of one command."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from data.database import IN_MEMORY, Database, open_database
from data.model.access import Person, login_name, planner_here
from data.model.places import database_path, is_address


@contextmanager
def opened(path: Path | None = None) -> Iterator[Database]:
    """Lend the store to who runs the command, for its length, and let go of its file."""
    database = open_database(path).acting_as(local_person())
    try:
        yield database
    finally:
        database.close()


def present_store() -> Path | None:
    """Give the store for a command that only looks: where there is none, it leaves none behind."""
    place = database_path()
    return None if place.exists() or is_address(place) else IN_MEMORY


def local_person() -> Person:
    """Give who runs the command: the person at the machine, who may do everything."""
    return planner_here(login_name())
