"""What the server does by itself: the example before anybody comes, then backups, due or asked."""

import asyncio
import time
from contextlib import suppress
from typing import Final

from data.database import answer_requests, keep_daily
from data.model.errors import ItaError
from pages.shared import store

_PAUSE: Final = 1.0
_BETWEEN_TRIES: Final = 600.0
"""Seconds until the backup of the day is looked for again, also after it failed."""


async def look_after_the_store() -> None:
    """Go on until the server stops; a failure is for the next time, the history page tells."""
    with suppress(ItaError):
        await asyncio.to_thread(store.build_example_ahead)
    next_daily = 0.0
    while True:
        due = time.monotonic() >= next_daily
        opened = True
        with suppress(ItaError):
            opened = await asyncio.to_thread(look_after, daily=due)
        if due and opened:
            next_daily = time.monotonic() + _BETWEEN_TRIES
        await asyncio.sleep(_PAUSE)


def look_after(*, daily: bool) -> bool:
    """Make the backups that are due; False while nobody has opened the store."""
    with store.undisturbed() as database:
        if database is None:
            return False
        answer_requests(database)
        if daily:
            keep_daily(database)
        return True
