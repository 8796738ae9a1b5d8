"""A store in the hands of a person: what was read of it is kept, one thread writes at a time."""

import threading
import time
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager
from copy import copy
from pathlib import Path
from typing import TypeVar

import queries
from data.database.answers import Answers
from data.database.duckdb.file_store import FileStore
from data.database.duckdb.opening import IN_MEMORY
from data.database.protocol import AT_LEAST, KeptFile, Landed, Place, Store
from data.model.access import NOBODY, Person
from data.model.errors import StoreDriverMissingError
from data.model.places import Address, file_of
from queries.subjects import Subject, noting

__all__ = ["IN_MEMORY", "Database"]

Answer = TypeVar("Answer")


class Database:
    """A store that many threads read and one writes: a file, or a database of a server.

    It acts for a `person`, at first for nobody, who may write nothing: see `acting_as`.

    Raises:
        StoreLockedError: another process has it open.
        StoreUnusableError: the file is no whole database; the class says what is wrong.
        StoreTooNewError: a newer DuckDB wrote it.
        StoreUnreachableError: the place cannot be used; the class may say why.
    """

    def __init__(self, place: Place, *, read_only: bool = False) -> None:
        self.place = place
        self.person = NOBODY
        self._store = _opened(place, read_only=read_only)
        # Never those of an earlier opening, whose answers may still be remembered.
        self._revisions = dict.fromkeys(Subject, time.monotonic_ns())
        self._answers = Answers(self._revisions)
        self._writer = threading.RLock()

    def acting_as(self, person: Person) -> "Database":
        """Give the same store in the hands of a person, whose rights every write is held to."""
        handed = copy(self)
        handed.person = person
        return handed

    @property
    def is_file(self) -> bool:
        """Whether the store is a file on the disk, with a folder for what belongs to it."""
        return isinstance(self.place, Path) and self.place != IN_MEMORY

    @property
    def on_server(self) -> bool:
        """Whether the store is a database of PostgreSQL."""
        return isinstance(self.place, Address)

    @property
    def path(self) -> Path:
        """The file of the store.

        Raises:
            StoreNotAFileError: it is on a server.
        """
        return file_of(self.place)

    @property
    def folder(self) -> Path:
        """Where backups in the making and kept files of a store in a file live."""
        return self.path.parent

    def state(self, subjects: Iterable[Subject] = Subject) -> tuple[int, ...]:
        """Give numbers that grow with every committed change of these subjects, for cache keys."""
        return tuple(self._revisions[subject] for subject in subjects)

    def hear(self, patience: float = AT_LEAST) -> Collection[Subject]:
        """Take in, and give, what other servers and commands have written since the last time."""
        subjects = self._store.heard(patience)
        self._changed(subjects)
        return subjects

    def once(self, name: str, parameters: object, make: Callable[[], Answer]) -> Answer:
        """Give what `make` gives, made again when what it read was written."""
        return self._answers.once(f"{name} {parameters}", make)

    def reading(self) -> AbstractContextManager[queries.Cursor]:
        """Lend a cursor of its own; sharing one would hand threads each other's rows.

        Raises:
            StoreBlockDamagedError: what was to be read is damaged.
            StoreMovedError: the file is no longer at its path.
            StoreFailedError: the disk or the database failed.
        """
        return self._store.reading()

    @contextmanager
    def writing(self, landed: Landed | None = None) -> Iterator[queries.Cursor]:
        """Lend the only writing cursor; all of the block is committed, or none of it.

        Whose right it is, is asked by `permits.permitted`; only migrations need no person.

        Raises:
            NothingSavedError: the disk or the database failed, and nothing of it is in the store.
            StoreMovedError: the file is no longer at its path, and nothing was written.
            StoreFailedError: it failed, and whether it is in the store could not be asked.
        """
        with self._writer, noting() as noted:
            try:
                with self._store.writing(landed) as cursor:
                    yield cursor
            except BaseException:
                # What was written is new even if whether it landed is unknown.
                self._changed(noted.writes)
                raise
            # What declares nothing may have changed anything.
            self._changed(noted.writes or set(Subject))

    @contextmanager
    def exclusive(self) -> Iterator[queries.Cursor]:
        """Lend a cursor while no one writes, outside any transaction (for backups)."""
        with self._writer, self._store.reading() as cursor:
            yield cursor

    def keep(self, folder: str, name: str, content: bytes) -> None:
        """Keep a file beside what is said of it, unless it is there; a store in memory keeps none.

        Raises:
            NothingSavedError: the disk or the database does not take it.
        """
        if self.place != IN_MEMORY:
            self._store.keep(folder, name, content)

    def kept(self, folder: str, name: str) -> KeptFile | None:
        """Give a file that is kept, None when it is gone."""
        return self._store.kept(folder, name)

    def require_in_place(self) -> None:
        """Refuse to go on with a file that was moved, deleted or replaced.

        Raises:
            StoreMovedError: what is at the path is not the file that was opened.
        """
        self._store.require_in_place()

    def close(self) -> None:
        """Let go of the file; the next use opens it again."""
        self._store.close()

    def _changed(self, subjects: Iterable[Subject]) -> None:
        for subject in subjects:
            self._revisions[subject] += 1


def _opened(place: Place, *, read_only: bool) -> Store:
    if isinstance(place, Path):
        return FileStore(place, read_only=read_only)
    place.require_supported()
    try:
        from data.database.postgresql.server_store import ServerStore  # noqa: PLC0415  optional
    except ImportError as missing:
        raise StoreDriverMissingError from missing
    return ServerStore(place, read_only=read_only)
