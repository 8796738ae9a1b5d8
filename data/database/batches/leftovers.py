"""Clearing away files that were being written when a process was killed or a disk failed."""

from pathlib import Path
from typing import Final

from data.database.backups.automatic import BACKUPS
from data.database.backups.requests import ASKED_FOR
from data.database.connection import Database
from data.database.files import FOLDERS, remove_unfinished, write_ahead_logs

_UNFINISHED: Final = (
    "backup-*.part",
    *(f"{ASKED_FOR}.{part}" for part in ("taken", "zip", "refused")),
    "restore-*.part",
    f"{BACKUPS}/*.part",
    *(f"{folder}/*.part" for folder in FOLDERS),
)


def clear_leftovers(database: Database) -> None:
    """Remove unfinished copies from the folder of a store that is open.

    Who has it open has it alone, so nobody is still writing them; a restore that is just beginning
    fails and says so.
    """
    if not database.is_file:
        return
    for pattern in _UNFINISHED:
        remove_unfinished(*database.folder.glob(pattern))
        for log in write_ahead_logs(Path(pattern)):
            remove_unfinished(*database.folder.glob(str(log)))
