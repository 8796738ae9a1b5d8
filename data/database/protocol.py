"""What a store must be able to do, whatever engine it is: all above it knows no other words."""

from collections.abc import Callable, Collection
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Final, Protocol

from data.model.errors import ItaError, NothingSavedError, StoreFailedError
from data.model.places import Address
from queries import Cursor
from queries.subjects import Subject

AT_LEAST: Final = 1.0
"""Seconds until one asks all the same: a pooler in between keeps the server's words to itself."""

Place = Path | Address
"""Where a store is: a file of this machine, or a database of a server."""

Landed = Callable[[Cursor], bool]
"""Asked after a commit that failed: is what it wrote in the store all the same?"""


class KeptFile(Protocol):
    """A file that a store keeps; of a store in a file it is a path."""

    def read_bytes(self) -> bytes:
        """Give all of it."""
        ...


class Store(Protocol):
    """One place where everything is kept, for many threads.

    Raises:
        StoreFailedError: the disk, the server or the way to it failed.
        StoreMovedError: a file that is a store is no longer at its path.
    """

    def reading(self) -> AbstractContextManager[Cursor]:
        """Lend a cursor of its own; sharing one would hand threads each other's rows."""
        ...

    def writing(self, landed: Landed | None = None) -> AbstractContextManager[Cursor]:
        """Lend the only writing cursor of the store; all of the block is committed, or none of it.

        Raises:
            NothingSavedError: it failed, and nothing of the block is in the store.
            StoreFailedError: it failed, and whether the block is in the store could not be asked.
        """
        ...

    def heard(self, patience: float = AT_LEAST) -> Collection[Subject]:
        """Give what others have written since this was asked before: another server, a command.

        What nobody tells of is asked for when that was not done for `patience` seconds.
        """
        ...

    def keep(self, folder: str, name: str, content: bytes) -> None:
        """Keep a file for good, unless it is there.

        Raises:
            NothingSavedError: the disk or the server does not take it.
        """
        ...

    def kept(self, folder: str, name: str) -> KeptFile | None:
        """Give a file that is kept, None when it is gone."""
        ...

    def require_in_place(self) -> None:
        """Refuse to go on with a store that is no longer the one that was opened."""
        ...

    def close(self) -> None:
        """Let go of the file or the server; the next use opens it again."""
        ...


Lend = Callable[[], AbstractContextManager[Cursor]]


class CommitFailedError(Exception):
    """A commit failed; it may be written all the same."""


def require_landed(lend: Lend, landed: Landed | None, failure: CommitFailedError) -> None:
    """Ask a store, opened anew, what became of a commit that failed.

    Raises:
        NothingSavedError: it is not there.
        StoreFailedError: that cannot be told.
    """
    if landed is None:
        raise StoreFailedError from failure
    try:
        with lend() as cursor:
            if landed(cursor):
                return
    except ItaError as unknown:
        raise StoreFailedError from unknown
    raise NothingSavedError from failure
