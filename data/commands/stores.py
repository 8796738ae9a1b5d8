"""The store and the person of one command."""

import getpass
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from data.database import Database, open_database


@contextmanager
def opened(path: Path | None = None) -> Iterator[Database]:
    """Lend the store for the length of a command and let go of its file."""
    database = open_database(path)
    try:
        yield database
    finally:
        database.close()


def person() -> str:
    """Give the name a change is recorded under: who runs the command."""
    try:
        return getpass.getuser()
    except (ImportError, KeyError, OSError):  # a service account without a name
        return "-"
