"""Why a store does not open: told by the bytes of its files and a try at its lock.

The texts of DuckDB tell nothing for certain: "block" contains "lock". All of this is for files that
this process does not have open: closing a file takes it all its POSIX locks on it.
"""

import os
import struct
import sys
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory, TemporaryFile
from typing import IO, Final

import duckdb

from data.database.duckdb.engine import engine
from data.database.files import has_log, keep_as, remove_unfinished, write_ahead_logs
from data.model.errors import (
    DamagedLogError,
    ForeignLogError,
    ItaError,
    SqliteStoreError,
    StoreBlockDamagedError,
    StoreEmptyError,
    StoreHeaderDamagedError,
    StoreLockedError,
    StoreTooNewError,
    StoreTruncatedError,
    StoreUnreachableError,
)

_SQLITE: Final = b"SQLite format 3\0"
_MARK_AT: Final = 8
_MARK: Final = b"DUCK"
_HEADER: Final = 4096
"""Bytes of each of three headers: one of the file, then two of its state, written in turns."""
_VERSION: Final = struct.Struct("<12xQ")
_STATE: Final = struct.Struct("<8xQ16xQQ8xQ")  # iteration, blocks, bytes of a block, version
_LOG_HEAD: Final = b"\x64\x00\x62"
_IN_USE: Final = (32, 33)  # what Windows says of a file that somebody else has open


@dataclass(frozen=True, slots=True)
class _Headers:
    """What a file says of itself at its beginning."""

    content: bytes
    size: int

    @property
    def sound(self) -> bool:
        marked = self.content[_MARK_AT:].startswith(_MARK)
        return marked and len(self.content) == 3 * _HEADER and all(map(_fits, self._parts))

    @property
    def cut_short(self) -> bool:
        _, blocks, block_size, _ = self._state
        return self.size < 3 * _HEADER + blocks * block_size

    @property
    def version(self) -> tuple[int, int]:
        """The versions of the file and of its state; a program reads those up to its own."""
        (version,) = _VERSION.unpack_from(self.content)
        return version, self._state[3]

    @property
    def _parts(self) -> tuple[bytes, ...]:
        return tuple(self.content[at : at + _HEADER] for at in range(0, 3 * _HEADER, _HEADER))

    @property
    def _state(self) -> tuple[int, int, int, int]:
        first, second = (_STATE.unpack_from(part) for part in self._parts[1:])
        return max(first, second)


def is_replaceable(path: Path) -> bool:
    """Tell whether a file is empty or begins as DuckDB files do; anything else is not ours."""
    head = _read(path, _MARK_AT + len(_MARK))
    return not head or head[_MARK_AT:] == _MARK


def refuse_unusable(path: Path) -> None:
    """Refuse a file DuckDB would not open, or would open without what was in its log.

    Raises:
        StoreLockedError: another process has it open.
        StoreUnusableError: it is no whole database; the class says what is wrong.
        StoreUnreachableError: it cannot be read.
    """
    fault = _file_fault(path) or _log_fault(path)
    if fault:
        raise StoreLockedError if is_locked(path) else fault


def explained(path: Path, error: duckdb.Error) -> ItaError:
    """Give our failure for what DuckDB said on opening a file that `refuse_unusable` let pass."""
    if is_locked(path):
        return StoreLockedError()
    if _is_newer(path):
        return StoreTooNewError()
    of_the_system = isinstance(error, duckdb.IOException)
    if of_the_system and not _takes_writes(path.parent):
        return StoreUnreachableError()
    if has_log(path) and _opens_without_log(path):
        return ForeignLogError() if of_the_system else DamagedLogError()
    if is_cut_short(path):
        return StoreTruncatedError()
    return StoreUnreachableError() if of_the_system else StoreBlockDamagedError()


def _takes_writes(folder: Path) -> bool:
    """Tell whether the disk takes anything: full, it fails an opening like a foreign log."""
    try:
        with TemporaryFile(dir=folder) as probe:
            probe.write(b"?")
    except OSError:
        return False
    return True


def is_cut_short(path: Path) -> bool:
    """Tell whether a file is shorter than it says.

    A store is sound without its last blocks when a full disk never took them and nothing uses them.
    """
    return _headers(path).cut_short


def require_whole(connection: duckdb.DuckDBPyConnection) -> None:
    """Read all of a store that is cut short, before what is written makes blocks of its gaps.

    Raises:
        StoreTruncatedError: what it lacks is in use.
    """
    connection.execute("attach ':memory:' as whole")
    try:
        connection.execute("copy from database ita to whole")
    except duckdb.Error as error:
        raise StoreTruncatedError from error
    connection.execute("detach whole")


def is_checksum_fault(error: duckdb.Error) -> bool:
    """Tell whether a block did not fit its checksum: the one failure DuckDB has no class for."""
    return type(error) is duckdb.Error


def is_locked(path: Path) -> bool:
    """Tell whether another process has the file open.

    Raises:
        StoreUnreachableError: the file cannot be opened for writing.
    """
    try:
        with path.open("rb+") as file:
            return _is_taken(file)
    except OSError as error:
        if getattr(error, "winerror", None) in _IN_USE:
            return True
        raise StoreUnreachableError from error


def _is_taken(file: IO[bytes]) -> bool:
    if sys.platform == "win32":  # who has a store open there lets nobody else open it
        return False
    import fcntl  # noqa: PLC0415  only POSIX has it

    try:
        fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return True
    return False


def _file_fault(path: Path) -> ItaError | None:
    headers = _headers(path)
    if not headers.size:
        return StoreEmptyError()
    if headers.content.startswith(_SQLITE):
        return SqliteStoreError()
    return None if headers.sound else StoreHeaderDamagedError()


def _log_fault(path: Path) -> ItaError | None:
    """Find a log that DuckDB would take for one never begun, and drop.

    One that is nothing but zeros was never begun: so a power cut leaves it.
    """
    log = write_ahead_logs(path)[0]
    head = _read(log, len(_LOG_HEAD)) if log.exists() else b""
    begun = len(head) == len(_LOG_HEAD) and any(head)
    return DamagedLogError() if begun and head != _LOG_HEAD else None


def _is_newer(path: Path) -> bool:
    """Compare the versions in a file with those this DuckDB writes."""
    with TemporaryDirectory() as folder:
        ours = Path(folder) / "new.duckdb"
        engine(ours).close()
        return _headers(path).version > _headers(ours).version


def _opens_without_log(path: Path) -> bool:
    alone = path.with_name(f"restore-{os.getpid()}-probe.part")
    try:
        keep_as(path, alone)
        with engine(alone, read_only=True):
            return True
    except duckdb.Error:
        return False
    except OSError as error:
        raise StoreUnreachableError from error
    finally:
        remove_unfinished(alone)


def _headers(path: Path) -> _Headers:
    content = _read(path, 3 * _HEADER)
    try:
        return _Headers(content, path.stat().st_size)
    except OSError as error:
        raise StoreUnreachableError from error


def _read(path: Path, size: int) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(size)
    except OSError as error:
        if getattr(error, "winerror", None) in _IN_USE:
            raise StoreLockedError from error
        raise StoreUnreachableError from error


def _fits(header: bytes) -> bool:
    """Compare the checksum a header begins with and the one DuckDB would compute of the rest."""
    stored, *words = struct.unpack(f"<{_HEADER // 8}Q", header)
    found = 5381
    for word in words:
        found ^= word * 0xBF58476D1CE4E5B9 & 0xFFFFFFFFFFFFFFFF
    return bool(stored == found)
