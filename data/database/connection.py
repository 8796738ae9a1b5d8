"""The one holder of the DuckDB connection: a cursor for each use, one writer at a time."""

import datetime as dt
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

import duckdb

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


class Database:
    """A store that many threads read and one writes; give it the path of a DuckDB file.

    Raises:
        StoreLockedError: another process has it open.
        StoreDamagedError: the file is no readable database.
        StoreTooNewError: a newer DuckDB wrote it.
        StoreUnreachableError: the place cannot be used.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._writer = threading.RLock()
        self._opening = threading.Lock()
        self._connection: duckdb.DuckDBPyConnection | None = _connect(path)
        self._revision = 0

    @property
    def folder(self) -> Path:
        """Where backups in the making and kept source files live."""
        return self.path.parent

    @property
    def revision(self) -> int:
        """A number that grows with every committed change; the cache key of everything read."""
        return self._revision

    @contextmanager
    def reading(self) -> Iterator[duckdb.DuckDBPyConnection]:
        """Lend a cursor of its own; sharing one would hand threads each other's rows."""
        with self._guarded() as cursor:
            yield cursor

    @contextmanager
    def writing(self) -> Iterator[duckdb.DuckDBPyConnection]:
        """Lend the only writing cursor; all of the block is committed, or none of it."""
        with self._writer, self._guarded() as cursor:
            cursor.begin()
            try:
                yield cursor
            except duckdb.FatalException:
                raise
            except BaseException:
                cursor.rollback()
                raise
            cursor.commit()
            self._revision += 1
            # What stays only in the write-ahead log is lost with that file.
            cursor.execute("checkpoint")

    @contextmanager
    def exclusive(self) -> Iterator[duckdb.DuckDBPyConnection]:
        """Lend a cursor while no one writes, outside any transaction (for backups)."""
        with self._writer, self._guarded() as cursor:
            yield cursor

    def close(self) -> None:
        """Let go of the file; the next use opens it again."""
        with self._opening:
            if self._connection is not None:
                self._connection.close()
                self._connection = None

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
        with self._opening:
            if self._connection is None:
                self._connection = _connect(self.path)
            return self._connection


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
