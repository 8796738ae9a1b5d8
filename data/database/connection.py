"""The one holder of the DuckDB connection: a cursor for each use, one writer at a time."""

import threading
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from copy import copy
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, TypeVar

import duckdb

from data.database.answers import Answers
from data.database.damage import is_checksum_fault
from data.database.files import file_identity
from data.database.opening import IN_MEMORY, connect
from data.model.access import NOBODY, Person
from data.model.errors import (
    ItaError,
    NothingSavedError,
    StoreBlockDamagedError,
    StoreFailedError,
    StoreMovedError,
)
from queries.subjects import Subject, noting

__all__ = ["IN_MEMORY", "Database", "Landed"]

PATIENCE: Final = 10
"""Seconds to wait for others to leave a store that failed; their reads fail, or end, at once."""

Answer = TypeVar("Answer")
Landed = Callable[[duckdb.DuckDBPyConnection], bool]
"""Asked after a commit that failed: is what it wrote in the store all the same?"""


@dataclass(slots=True)
class _Shared:
    """What everybody at one store has in common."""

    path: Path
    read_only: bool = False
    connection: duckdb.DuckDBPyConnection | None = None
    identity: tuple[int, int] | None = None
    """Which file is open, or was: another one may get its name."""
    revisions: dict[Subject, int] = field(
        default_factory=lambda: dict.fromkeys(Subject, time.monotonic_ns())
    )
    """Never those of an earlier opening, whose answers may still be remembered."""
    answers: Answers = field(init=False)
    lent: int = 0
    failed: bool = False
    writer: threading.RLock = field(default_factory=threading.RLock)
    changed: threading.Condition = field(default_factory=threading.Condition)

    def __post_init__(self) -> None:
        """Keep answers by the revisions of this opening."""
        self.answers = Answers(self.revisions)

    def open(self) -> duckdb.DuckDBPyConnection:
        """Give the connection, made anew after it was let go of; only the first may make a file."""
        if self.connection is None:
            if self.identity and not file_identity(self.path):
                raise StoreMovedError
            self.connection = connect(self.path, read_only=self.read_only)
            self.identity = file_identity(self.path)
        self.require_in_place()
        return self.connection

    def require_in_place(self) -> None:
        """Refuse to go on with a file that has lost its name: what it takes would be gone."""
        if file_identity(self.path) != self.identity:
            raise StoreMovedError

    @contextmanager
    def changing(self) -> Iterator[None]:
        """Let one write at a time; what it writes is new even if whether it landed is unknown."""
        with self.writer, noting() as noted:
            try:
                yield
            except BaseException:
                self._changed(noted.writes)
                raise
            # What declares nothing may have changed anything.
            self._changed(noted.writes or set(Subject))

    def _changed(self, subjects: set[Subject]) -> None:
        for subject in subjects:
            self.revisions[subject] += 1

    def let_go(self) -> None:
        """Close the file; whoever comes next opens it again."""
        if self.connection is not None:
            self.connection.close()
            self.connection = None
        self.failed = False
        self.changed.notify_all()


class Database:
    """A store that many threads read and one writes; give it the path of a DuckDB file.

    It acts for a `person`, at first for nobody, who may write nothing: see `acting_as`.

    Raises:
        StoreLockedError: another process has it open.
        StoreUnusableError: the file is no whole database; the class says what is wrong.
        StoreTooNewError: a newer DuckDB wrote it.
        StoreUnreachableError: the place cannot be used.
    """

    def __init__(self, path: Path, *, read_only: bool = False) -> None:
        self.path = path
        self.person = NOBODY
        self._shared = _Shared(path, read_only)
        self._shared.open()

    def acting_as(self, person: Person) -> "Database":
        """Give the same store in the hands of a person, whose rights every write is held to."""
        handed = copy(self)
        handed.person = person
        return handed

    @property
    def folder(self) -> Path:
        """Where backups in the making and kept source files live."""
        return self.path.parent

    def state(self, subjects: Iterable[Subject] = Subject) -> tuple[int, ...]:
        """Give numbers that grow with every committed change of these subjects, for cache keys."""
        return tuple(self._shared.revisions[subject] for subject in subjects)

    def once(self, name: str, parameters: object, make: Callable[[], Answer]) -> Answer:
        """Give what `make` gives, made again when what it read was written."""
        return self._shared.answers.once(f"{name} {parameters}", make)

    @contextmanager
    def reading(self) -> Iterator[duckdb.DuckDBPyConnection]:
        """Lend a cursor of its own; sharing one would hand threads each other's rows.

        Raises:
            StoreBlockDamagedError: what was to be read is damaged.
            StoreMovedError: the file is no longer at its path.
            StoreFailedError: the disk or the database failed.
        """
        with self._guarded() as cursor:
            yield cursor

    @contextmanager
    def writing(self, landed: Landed | None = None) -> Iterator[duckdb.DuckDBPyConnection]:
        """Lend the only writing cursor; all of the block is committed, or none of it.

        Whose right it is, is asked by `permits.permitted`; only migrations need no person.

        Raises:
            NothingSavedError: the disk or the database failed, and nothing of it is in the store.
            StoreMovedError: the file is no longer at its path, and nothing was written.
            StoreFailedError: it failed, and whether it is in the store could not be asked.
        """
        with self._shared.changing():
            try:
                with self._guarded() as cursor:
                    cursor.begin()
                    try:
                        yield cursor
                        self._shared.require_in_place()
                    except duckdb.FatalException:
                        raise
                    except BaseException:
                        cursor.rollback()
                        raise
                    _commit(cursor)
            except StoreFailedError as failure:
                raise NothingSavedError from failure
            except _CommitFailedError as failure:
                self._require_landed(landed, failure)
            self._checkpoint()

    @contextmanager
    def exclusive(self) -> Iterator[duckdb.DuckDBPyConnection]:
        """Lend a cursor while no one writes, outside any transaction (for backups)."""
        with self._shared.writer, self._guarded() as cursor:
            yield cursor

    def require_in_place(self) -> None:
        """Refuse to go on with a file that was moved, deleted or replaced.

        Raises:
            StoreMovedError: what is at the path is not the file that was opened.
        """
        self._shared.require_in_place()

    def close(self) -> None:
        """Let go of the file; the next use opens it again."""
        with self._shared.changed:
            self._shared.let_go()

    @contextmanager
    def _guarded(self) -> Iterator[duckdb.DuckDBPyConnection]:
        """Lend a cursor; after a failure of the database the store is opened anew."""
        with self._lent() as connection:
            try:
                with connection.cursor() as cursor:
                    cursor.execute("use ita")
                    yield cursor
            except duckdb.Error as error:
                if is_checksum_fault(error):
                    raise StoreBlockDamagedError from error
                if not _is_fatal(error, connection):
                    raise
                self._shared.failed = True
                raise StoreFailedError from error
            except _CommitFailedError:
                self._shared.failed = True
                raise

    @contextmanager
    def _lent(self) -> Iterator[duckdb.DuckDBPyConnection]:
        """Lend the connection; once the store failed, the last to leave closes it.

        A fatal error poisons the database for every cursor until all are closed, and a second
        connection beside one still in use would be two writers of one file.
        """
        shared = self._shared
        with shared.changed:
            if not shared.changed.wait_for(lambda: not shared.failed, PATIENCE):
                raise StoreFailedError
            connection = shared.open()
            shared.lent += 1
        try:
            yield connection
        finally:
            with shared.changed:
                shared.lent -= 1
                if shared.failed and not shared.lent:
                    shared.let_go()

    def _require_landed(self, landed: Landed | None, failure: "_CommitFailedError") -> None:
        """Ask the store, opened anew, what became of a commit that failed."""
        if landed is None:
            raise StoreFailedError from failure
        try:
            with self.reading() as cursor:
                if landed(cursor):
                    return
        except ItaError as unknown:
            raise StoreFailedError from unknown
        raise NothingSavedError from failure

    def _checkpoint(self) -> None:
        """Move what is committed out of the write-ahead log, which would be lost with its file.

        When that fails, the log still holds all of it, so nobody is told of a failed save.
        """
        with suppress(ItaError, duckdb.TransactionException), self._guarded() as cursor:
            cursor.execute("checkpoint")


class _CommitFailedError(Exception):
    """A commit failed; it may be written all the same."""


def _is_fatal(error: duckdb.Error, connection: duckdb.DuckDBPyConnection) -> bool:
    """Tell whether the store must be opened anew.

    A read that ends after somebody's checkpoint failed gets an error of transactions like any
    other; then only a further read of the store shows that it serves nobody any more.
    """
    if isinstance(error, duckdb.FatalException | duckdb.IOException):
        return True
    try:
        with connection.cursor() as cursor:
            cursor.execute("use ita")
            cursor.execute("select table_name from duckdb_tables()").fetchall()
    except duckdb.Error:
        return True
    return False


def _commit(cursor: duckdb.DuckDBPyConnection) -> None:
    try:
        cursor.commit()
    except duckdb.Error as error:
        raise _CommitFailedError from error
