"""A store in a file: the one holder of its DuckDB connection, a cursor for each use."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

import duckdb

from data.database.duckdb.damage import is_checksum_fault
from data.database.duckdb.engine import stop
from data.database.duckdb.opening import connect, opening
from data.database.files import file_identity, write_durably
from data.database.protocol import AT_LEAST, CommitFailedError, Landed, require_landed
from data.model.errors import (
    ItaError,
    NothingSavedError,
    StoreBlockDamagedError,
    StoreFailedError,
    StoreMovedError,
)

PATIENCE: Final = 10
"""Seconds to wait for others to leave a store that failed; their reads fail, or end, at once."""

RENEWED_AFTER = 50
"""Commits after which DuckDB is started anew, in some 50 ms: it keeps 200 bytes of every block it
ever had, until tens of thousands wait."""


class FileStore:
    """A `Store` that is a file of DuckDB; one process has it open, and writes by one thread."""

    def __init__(self, path: Path, *, read_only: bool = False) -> None:
        self._path = path
        self._read_only = read_only
        self._connection: duckdb.DuckDBPyConnection | None = None
        self._identity: tuple[int, int] | None = None
        """Which file is open, or was: another one may get its name."""
        self._lent = 0
        self._failed = False
        self._commits = 0
        """Since it was opened."""
        self._changed = threading.Condition()
        self._open()

    @contextmanager
    def reading(self) -> Iterator[duckdb.DuckDBPyConnection]:
        """Lend a cursor; after a failure of the database the store is opened anew."""
        with self._in_use() as connection:
            try:
                with connection.cursor() as cursor:
                    cursor.execute("use ita")
                    yield cursor
            except duckdb.Error as error:
                if is_checksum_fault(error):
                    raise StoreBlockDamagedError from error
                if not _is_fatal(error, connection):
                    raise
                self._failed = True
                raise StoreFailedError from error
            except CommitFailedError:
                self._failed = True
                raise

    @contextmanager
    def writing(self, landed: Landed | None = None) -> Iterator[duckdb.DuckDBPyConnection]:
        """Lend a cursor in a transaction, and empty the log when it is committed."""
        try:
            with self.reading() as cursor:
                cursor.begin()
                try:
                    yield cursor
                    self.require_in_place()
                except duckdb.FatalException:
                    raise
                except BaseException:
                    cursor.rollback()
                    raise
                _commit(cursor)
        except StoreFailedError as failure:
            raise NothingSavedError from failure
        except CommitFailedError as failure:
            require_landed(self.reading, landed, failure)
        self._checkpoint()

    def heard(self, patience: float = AT_LEAST) -> tuple[()]:  # noqa: ARG002
        """Give nothing: no other process can write to a file that is open."""
        return ()

    def keep(self, folder: str, name: str, content: bytes) -> None:
        """Write a file into a folder beside the store."""
        target = self._path.parent / folder / name
        try:
            target.parent.mkdir(exist_ok=True)
            if not target.exists():
                write_durably(target, content)
        except OSError as error:
            raise NothingSavedError from error

    def kept(self, folder: str, name: str) -> Path | None:
        """Give a file of a folder beside the store."""
        path = self._path.parent / folder / name
        return path if path.is_file() else None

    def require_in_place(self) -> None:
        """Refuse to go on with a file that has lost its name: what it takes would be gone."""
        if file_identity(self._path) != self._identity:
            raise StoreMovedError

    def close(self) -> None:
        """Let go of the file; the next use opens it again."""
        with self._changed:
            self._let_go()

    def _open(self) -> duckdb.DuckDBPyConnection:
        """Give the connection, made anew after it was let go of; only the first may make a file."""
        if self._connection is None:
            if self._identity and not file_identity(self._path):
                raise StoreMovedError
            with opening(self._path.parent):
                self._connection = connect(self._path, read_only=self._read_only)
            self._identity = file_identity(self._path)
        self.require_in_place()
        return self._connection

    def _renew(self) -> None:
        """Close the file and open it again while nobody uses it and nobody else may open it.

        Who was just served is not told of a failure: the next one is.
        """
        with suppress(ItaError, BlockingIOError), opening(self._path.parent, alone=True):
            self.require_in_place()
            self._let_go()
            self.require_in_place()
            self._connection = connect(self._path)

    def _let_go(self) -> None:
        if self._connection is not None:
            stop(self._connection)
            self._connection = None
        self._failed = False
        self._commits = 0
        self._changed.notify_all()

    @contextmanager
    def _in_use(self) -> Iterator[duckdb.DuckDBPyConnection]:
        """Lend the connection; once the store failed, the last to leave closes it.

        A fatal error poisons the database for every cursor until all are closed, and a second
        connection beside one still in use would be two writers of one file.
        """
        with self._changed:
            if not self._changed.wait_for(lambda: not self._failed, PATIENCE):
                raise StoreFailedError
            connection = self._open()
            self._lent += 1
        try:
            yield connection
        finally:
            with self._changed:
                self._lent -= 1
                if self._failed and not self._lent:
                    self._let_go()
                elif self._commits >= RENEWED_AFTER and not self._lent:
                    self._renew()

    def _checkpoint(self) -> None:
        """Move what is committed out of the write-ahead log, which would be lost with its file.

        When that fails, the log still holds all of it, so nobody is told of a failed save.
        """
        # What is in memory alone must stay open.
        self._commits += bool(self._identity)
        with suppress(ItaError, duckdb.TransactionException), self.reading() as cursor:
            cursor.execute("checkpoint")


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
        raise CommitFailedError from error
