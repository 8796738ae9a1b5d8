"""Clearing away files that were being written when a process was killed or a disk failed."""

from contextlib import suppress
from pathlib import Path
from typing import Final

from data.database.connection import IN_MEMORY, Database

_UNFINISHED: Final = ("backup-*.part", "restore-*.part", "sources/*.part")
_LOGS: Final = (".wal", ".wal.checkpoint", ".wal.recovery")


def clear_leftovers(database: Database) -> None:
    """Remove unfinished copies from the folder of a store that is open.

    Who has it open has it alone, so nobody is still writing them; a restore that is just beginning
    fails and says so.
    """
    if database.path == IN_MEMORY:
        return
    for pattern in _UNFINISHED:
        remove_unfinished(*database.folder.glob(pattern))
        for log in _LOGS:
            remove_unfinished(*database.folder.glob(f"{pattern}{log}"))


def remove_unfinished(*paths: Path) -> None:
    """Remove files that may or may not be there, with their write-ahead logs.

    A disk that does not even let go of a file keeps it until the next opening.
    """
    for path in paths:
        for found in (path, *write_ahead_logs(path)):
            with suppress(OSError):
                found.unlink(missing_ok=True)


def write_ahead_logs(path: Path) -> tuple[Path, ...]:
    """Give the places where DuckDB keeps what is not yet in the file at `path`."""
    return tuple(path.with_name(f"{path.name}{suffix}") for suffix in _LOGS)
