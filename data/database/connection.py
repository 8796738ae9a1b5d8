"""The one holder of the DuckDB connection: a cursor for each use, one writer at a time."""

import datetime as dt
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from copy import copy
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

import duckdb

from data.access import NOBODY, Person
from data.errors import (
    StoreDamagedError,
    StoreFailedError,
    StoreLockedError,
    StoreTooNewError,
    StoreUnreachableError,
)

IN_MEMORY: Final = Path(":memory:")
TIME_ZONE: Final = "Asia/Bangkok"
THAI_TIME: Final = dt.timezone(dt.timedelta(hours=7))

_AT_CONNECT: Final = {
    "autoinstall_known_extensions": False,
    "autoload_known_extensions": False,
    "python_enable_replacements": False,
}
_REMOTE_DRIVE: Final = 4


@dataclass(slots=True)
class _Shared:
    """What everybody at one store has in common."""

    connection: duckdb.DuckDBPyConnection | None
    revision: int = 0
    writer: threading.RLock = field(default_factory=threading.RLock)
    opening: threading.Lock = field(default_factory=threading.Lock)


class Database:
    """A store that many threads read and one writes; give it the path of a DuckDB file.

    It acts for a `person`, at first for nobody, who may write nothing: see `acting_as`.

    Raises:
        StoreLockedError: another process has it open.
        StoreDamagedError: the file is no readable database.
        StoreTooNewError: a newer DuckDB wrote it.
        StoreUnreachableError: the place cannot be used.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.person = NOBODY
        self._shared = _Shared(_connect(path))

    def acting_as(self, person: Person) -> "Database":
        """Give the same store in the hands of a person, whose rights every write is held to."""
        handed = copy(self)
        handed.person = person
        return handed

    @property
    def folder(self) -> Path:
        """Where backups in the making and kept source files live."""
        return self.path.parent

    @property
    def revision(self) -> int:
        """A number that grows with every committed change; the cache key of everything read."""
        return self._shared.revision

    @contextmanager
    def reading(self) -> Iterator[duckdb.DuckDBPyConnection]:
        """Lend a cursor of its own; sharing one would hand threads each other's rows."""
        with self._guarded() as cursor:
            yield cursor

    @contextmanager
    def writing(self) -> Iterator[duckdb.DuckDBPyConnection]:
        """Lend the only writing cursor; all of the block is committed, or none of it.

        Whose right it is, is asked by `permits.permitted`; only migrations need no person.
        """
        with self._shared.writer, self._guarded() as cursor:
            cursor.begin()
            try:
                yield cursor
            except duckdb.FatalException:
                raise
            except BaseException:
                cursor.rollback()
                raise
            cursor.commit()
            self._shared.revision += 1
            # What stays only in the write-ahead log is lost with that file.
            cursor.execute("checkpoint")

    @contextmanager
    def exclusive(self) -> Iterator[duckdb.DuckDBPyConnection]:
        """Lend a cursor while no one writes, outside any transaction (for backups)."""
        with self._shared.writer, self._guarded() as cursor:
            yield cursor

    def close(self) -> None:
        """Let go of the file; the next use opens it again."""
        with self._shared.opening:
            if self._shared.connection is not None:
                self._shared.connection.close()
                self._shared.connection = None

    @contextmanager
    def _guarded(self) -> Iterator[duckdb.DuckDBPyConnection]:
        try:
            with self._open_connection().cursor() as cursor:
                cursor.execute("use ita")
                yield cursor
        except (duckdb.FatalException, duckdb.IOException) as error:
            # A fatal error poisons the database for every cursor until all are closed.
            self.close()
            raise StoreFailedError from error

    def _open_connection(self) -> duckdb.DuckDBPyConnection:
        with self._shared.opening:
            if self._shared.connection is None:
                self._shared.connection = _connect(self.path)
            return self._shared.connection


@contextmanager
def new_file(path: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """Lend a connection to a new DuckDB file of its own, for tables that are taken away.

    Not the store, and nothing of it is reached: only here may files be written, so no text from a
    user's file may name a path.
    """
    with duckdb.connect(str(path), config=dict(_AT_CONNECT)) as connection:
        connection.execute("set TimeZone = $zone", {"zone": TIME_ZONE})
        yield connection


def _connect(path: Path) -> duckdb.DuckDBPyConnection:
    if path != IN_MEMORY:
        _refuse_network(path)
        _make_folder(path.parent)
    connection = duckdb.connect(config=dict(_AT_CONNECT))
    try:
        # Attached under one fixed name, the store may some day be any engine DuckDB can attach.
        connection.execute("attach $path as ita", {"path": str(path)})
    except duckdb.Error as error:
        connection.close()
        raise _explained(error) from error
    _lock_down(connection, path)
    return connection


def _lock_down(connection: duckdb.DuckDBPyConnection, path: Path) -> None:
    if path != IN_MEMORY:
        connection.execute("set allowed_directories = [$folder]", {"folder": str(path.parent)})
    connection.execute("set global TimeZone = $zone", {"zone": TIME_ZONE})
    connection.execute("set enable_external_access = false")
    connection.execute("set lock_configuration = true")


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreUnreachableError from error


def _refuse_network(path: Path) -> None:
    """Refuse network shares: their file locks do not hold."""
    text = str(path.absolute())
    if text.startswith(("\\\\", "//")) or _on_mapped_drive(path):
        raise StoreUnreachableError


def _on_mapped_drive(path: Path) -> bool:
    if sys.platform != "win32":
        return False
    import ctypes  # noqa: PLC0415  only Windows has windll

    root = path.absolute().anchor
    return bool(ctypes.windll.kernel32.GetDriveTypeW(root) == _REMOTE_DRIVE)


def _explained(error: duckdb.Error) -> Exception:
    """Map what DuckDB says on opening to our failures; its texts are the only distinction."""
    said = str(error).lower()
    if "lock" in said or "being used by another process" in said:
        return StoreLockedError()
    if "version number" in said:
        return StoreTooNewError()
    if any(word in said for word in ("not a valid", "corrupt", "checksum", "enough bytes", "wal")):
        return StoreDamagedError()
    if isinstance(error, duckdb.IOException):
        return StoreUnreachableError()
    return StoreDamagedError()
