"""Opening DuckDB: locked down, on a local disk, with every refusal by its reason."""

import os
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Final

import duckdb

from data.database.duckdb.cloud_folders import is_synchronised
from data.database.duckdb.damage import explained, is_cut_short, refuse_unusable, require_whole
from data.database.duckdb.engine import engine
from data.model.errors import StoreSynchronisedError, StoreUnreachableError
from data.model.thai_time import TIME_ZONE

IN_MEMORY: Final = Path(":memory:")
_REMOTE_DRIVE: Final = 4
_ATTACH: Final = {False: "attach $path as ita", True: "attach $path as ita (read_only)"}


@contextmanager
def new_file(path: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """Lend a connection to a new DuckDB file of its own, for tables that are taken away.

    Not the store, and nothing of it is reached: only here may files be written, so no text from a
    user's file may name a path.
    """
    with engine(path) as connection:
        connection.execute("set TimeZone = $zone", {"zone": TIME_ZONE})
        yield connection


def connect(path: Path, *, read_only: bool = False) -> duckdb.DuckDBPyConnection:
    """Open the store at `path`, let nothing but its folder be reached, and lock that in.

    Raises:
        StoreLockedError, StoreUnusableError: as `Database`.
        StoreTooNewError, StoreUnreachableError: as `Database`.
        StoreSynchronisedError: a cloud keeps a copy of its folder.
    """
    cut_short = False
    if path != IN_MEMORY:
        _refuse_shared(path)
        _make_folder(path.parent)
        if path.exists():
            refuse_unusable(path)
            cut_short = is_cut_short(path)
    connection = engine()
    try:
        # Attached under one fixed name, the store may some day be any engine DuckDB can attach.
        connection.execute(_ATTACH[read_only], {"path": str(path)})
    except duckdb.Error as error:
        connection.close()
        raise explained(path, error) from error
    try:
        if cut_short:
            require_whole(connection)
        _lock_down(connection, path)
    except BaseException:
        connection.close()
        raise
    return connection


@contextmanager
def opening(folder: Path, *, alone: bool = False) -> Iterator[None]:
    """Keep others, while a store of a folder is opened, from closing one to open it anew: `alone`.

    The lock of a file ends when it is closed, so this moment has one of its own, on the folder.

    Raises:
        BlockingIOError: somebody opens one, or the system or the disk has no such locks.
    """
    with ExitStack() as held:
        try:
            _lock(folder, held, alone=alone)
        except OSError as error:
            if alone:
                raise BlockingIOError from error
        yield


def _lock(folder: Path, held: ExitStack, *, alone: bool) -> None:
    if sys.platform == "win32":
        raise BlockingIOError
    import fcntl  # noqa: PLC0415  only POSIX has it

    door = os.open(folder, os.O_RDONLY)
    held.callback(os.close, door)
    fcntl.flock(door, fcntl.LOCK_EX | fcntl.LOCK_NB if alone else fcntl.LOCK_SH)


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


def _refuse_shared(path: Path) -> None:
    """Refuse folders that a cloud changes, and network shares: their file locks do not hold."""
    if is_synchronised(path):
        raise StoreSynchronisedError
    text = str(path.absolute())
    if text.startswith(("\\\\", "//")) or _on_mapped_drive(path):
        raise StoreUnreachableError


def _on_mapped_drive(path: Path) -> bool:
    if sys.platform != "win32":
        return False
    import ctypes  # noqa: PLC0415  only Windows has windll

    root = path.absolute().anchor
    return bool(ctypes.windll.kernel32.GetDriveTypeW(root) == _REMOTE_DRIVE)
