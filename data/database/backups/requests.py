"""Asking the app that has the store open for a backup, by a file beside the store.

Whoever may write there could copy the store anyway. The app writes beside the store alone: the
backup is brought to its place by who asked, with his rights.
"""

import json
import secrets
import time
from contextlib import suppress
from pathlib import Path
from typing import Final

from data.database.backups.archives import about
from data.database.backups.integrity import Integrity
from data.database.backups.taking import backup
from data.database.connection import Database
from data.database.files import copy_file, remove_unfinished
from data.model.access import planner_here
from data.model.errors import BackupFailedError, ItaError, StoreLockedError
from data.model.files import put_in_place

CLAIMED_WITHIN: Final = 10.0
"""Seconds in which the app notices a request; who has the store open and does not is no app."""

ANSWERED_WITHIN: Final = 900.0
_LONGEST: Final = 300
_PAUSE: Final = 0.2
ASKED_FOR: Final = f"backup-{'[0-9a-f]' * 32}"
"""How a request and its answers begin; a file a person calls `backup-1.zip` is his own."""


def ask_for_backup(store: Path, target: Path, person: str) -> Integrity:
    """Let the app that has the store open write a backup to `target`.

    Raises:
        StoreLockedError: no app answers; it is open in another program.
        BackupFailedError: the app could not make it, or it cannot be written to `target`.
    """
    request = store.with_name(f"backup-{secrets.token_hex(16)}.request")
    taken, ready, refused, arriving = (
        request.with_suffix(suffix) for suffix in (".taken", ".zip", ".refused", ".part")
    )
    try:
        asked = {"person": person[:_LONGEST], "file_name": target.name[:_LONGEST]}
        arriving.write_text(json.dumps(asked), encoding="utf-8")
        arriving.rename(request)
        _await((taken, ready, refused), CLAIMED_WITHIN)
        _await((ready, refused), ANSWERED_WITHIN)
        if refused.exists():
            raise BackupFailedError
        target.parent.mkdir(parents=True, exist_ok=True)
        copy_file(ready, target.with_name(f"{target.name}.part"))
        put_in_place(target.with_name(f"{target.name}.part"), target)
        return about(target)
    except OSError as error:
        raise BackupFailedError from error
    finally:
        remove_unfinished(arriving, request, ready, refused)


def answer_requests(database: Database) -> None:
    """Make the backups that were asked for; who no longer waits has taken his request back."""
    if not database.is_file:
        return
    for request in database.folder.glob(f"{ASKED_FOR}.request"):
        with suppress(OSError):
            _answer(database, request)


def _answer(database: Database, request: Path) -> None:
    taken = request.rename(request.with_suffix(".taken"))
    try:
        asked = json.loads(taken.read_text(encoding="utf-8")[: 3 * _LONGEST])
        asking = database.acting_as(planner_here(str(asked["person"])))
        backup(asking, request.with_suffix(".zip"), known_as=str(asked["file_name"]))
    except (ItaError, ValueError, TypeError, KeyError):
        request.with_suffix(".refused").touch()
    finally:
        taken.unlink()


def _await(files: tuple[Path, ...], seconds: float) -> None:
    deadline = time.monotonic() + seconds
    while not any(file.exists() for file in files):
        if time.monotonic() > deadline:
            raise StoreLockedError
        time.sleep(_PAUSE)
