"""Hearing of what other servers write without asking the server at each click."""

import threading
import time
from collections import Counter
from typing import Any

import psycopg

Told = tuple[int, int]
"""How often the connection broke, and how often a schema was said to be written."""


class Listener:
    """A connection that the server tells of each commit: looking there costs no way to it."""

    def __init__(self, address: str, patience: int) -> None:
        self._address = address
        self._patience = patience
        self._connection: psycopg.Connection[Any] | None = None
        self._asking = threading.Lock()
        self._breaks = 0
        self._written: Counter[str] = Counter()

    def told(self, tables: str, *, listen: bool) -> Told:
        """Give what was told of a schema so far; `listen` begins again after a break."""
        with self._asking:
            try:
                if self._connection is None and listen:
                    self._connection = psycopg.connect(
                        self._address, autocommit=True, connect_timeout=self._patience
                    )
                    self._connection.execute("listen store_revision")
                if self._connection is not None:
                    heard = self._connection.notifies(timeout=0)
                    self._written.update(one.payload for one in heard)
            except psycopg.OperationalError:
                self._let_go()
                self._breaks += 1
            return self._breaks, self._written[tables]

    def close(self) -> None:
        """Let go of the server; who asks next listens again."""
        with self._asking:
            self._let_go()

    def _let_go(self) -> None:
        if self._connection is not None:
            self._connection.close()
            self._connection = None


class Hearing:
    """What one store makes of that; one thread at a time may ask."""

    def __init__(self, listener: Listener, tables: str) -> None:
        self._listener = listener
        self._tables = tables
        self._told: Told | None = None
        self._asked = float("-inf")

    def has_heard(self, patience: float) -> bool:
        """Tell whether something may have been written since this was asked before."""
        now = time.monotonic()
        is_due = now - self._asked >= patience
        told = self._listener.told(self._tables, listen=is_due)
        heard = is_due or told != self._told
        self._told = told
        if heard:
            self._asked = now
        return heard

    def forget(self) -> None:
        """Ask again at the next time."""
        self._asked = float("-inf")
