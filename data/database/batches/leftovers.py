"""Clearing away files that were being written when a process was killed or a disk failed."""

from pathlib import Path
from typing import Final

from data.database.connection import IN_MEMORY, Database
from data.database.files import EVIDENCE, SOURCES, remove_unfinished, write_ahead_logs

_UNFINISHED: Final = ("backup-*.part", "restore-*.part", f"{SOURCES}/*.part", f"{EVIDENCE}/*.part")


def clear_leftovers(database: Database) -> None:
    """Remove unfinished copies from the folder of a store that is open.

    Who has it open has it alone, so nobody is still writing them; a restore that is just beginning
    fails and says so.
    """
    if database.path == IN_MEMORY:
        return
    for pattern in _UNFINISHED:
        remove_unfinished(*database.folder.glob(pattern))
        for log in write_ahead_logs(Path(pattern)):
            remove_unfinished(*database.folder.glob(str(log)))
