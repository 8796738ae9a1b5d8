"""Hearing of what other servers write without asking the server at each click."""

import time
from typing import Any, Final

import psycopg

_AT_LEAST: Final = 1.0
"""Seconds until one asks all the same: a pooler in between keeps the server's words to itself."""


class Listener:
    """A connection that the server tells of each commit: looking there costs no way to it.

    One thread at a time may ask.
    """

    def __init__(self, address: str, patience: int) -> None:
        self._address = address
        self._patience = patience
        self._connection: psycopg.Connection[Any] | None = None
        self._due = 0.0

    def has_heard(self) -> bool:
        """Tell whether something may have been written since this was asked before."""
        now = time.monotonic()
        is_due = now >= self._due
        heard = self._is_told(listen=is_due) or is_due
        if heard:
            self._due = now + _AT_LEAST
        return heard

    def close(self) -> None:
        """Let go of the server; who asks next listens again."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None
        self._due = 0.0

    def _is_told(self, *, listen: bool) -> bool:
        try:
            if self._connection is None and listen:
                self._connection = psycopg.connect(
                    self._address, autocommit=True, connect_timeout=self._patience
                )
                self._connection.execute("listen store_revision")
            return bool(self._connection and [*self._connection.notifies(timeout=0)])
        except psycopg.OperationalError:
            self.close()
            return True
