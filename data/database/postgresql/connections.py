"""Connections to a server: each is lent to one user at a time, and none that has ended."""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any, Final

import psycopg
from psycopg import Connection

from data.database.postgresql.cursor import adapted
from data.model.thai_time import TIME_ZONE

PATIENCE: Final = 10
"""Seconds to wait for a connection: for one of the others, or for a server that starts anew."""
READ: Final = b"begin isolation level repeatable read"
"""Begins a transaction that sees the store as it is at its first statement."""
WRITE: Final = b"begin isolation level read committed"
"""Begins one that sees what others wrote while it waited for its turn."""
_MOST: Final = 10
_BETWEEN_TRIES: Final = 0.1
_OPTIONS: Final = f"-c timezone={TIME_ZONE} -c search_path=public,answers -c lock_timeout=120s"


class Connections:
    """The connections of one store, opened when they are needed and kept for the next one."""

    def __init__(self, address: str) -> None:
        self._address = address
        self._idle: list[Connection[Any]] = []
        self._lent = threading.BoundedSemaphore(_MOST)
        self._closed = False

    @contextmanager
    def begun(self, beginning: bytes) -> Iterator[Connection[Any]]:
        """Lend a connection in a transaction; what is not committed in the block is undone.

        Raises:
            psycopg.OperationalError: the server does not answer, or all connections are lent.
        """
        if not self._lent.acquire(timeout=PATIENCE):
            raise psycopg.OperationalError
        try:
            connection = self._kept(beginning) or self._new(beginning)
            try:
                yield connection
            finally:
                self._take_back(connection)
        finally:
            self._lent.release()

    def close(self) -> None:
        """Let go of all that nobody has; the others are closed when they come back."""
        self._closed = True
        while self._idle:
            self._idle.pop().close()

    def _kept(self, beginning: bytes) -> Connection[Any] | None:
        """Give one that was used before; what ends a transaction tells those that have ended."""
        while self._idle:
            with suppress(IndexError):  # another thread was faster
                connection = self._idle.pop()
                with suppress(psycopg.OperationalError):
                    connection.execute(beginning)
                    return connection
                connection.close()
        return None

    def _new(self, beginning: bytes) -> Connection[Any]:
        end = time.monotonic() + PATIENCE
        while True:
            try:
                connection = self._connected()
            except psycopg.OperationalError:
                if time.monotonic() > end:
                    raise
                time.sleep(_BETWEEN_TRIES)
            else:
                self._closed = False
                connection.execute(beginning)
                return connection

    def _connected(self) -> Connection[Any]:
        connection = psycopg.connect(
            self._address,
            # Transactions are begun by us: the first statement of one needs no second way.
            autocommit=True,
            options=_OPTIONS,
            connect_timeout=PATIENCE,
            # A machine that has vanished says nothing: without this one waits a quarter of an hour.
            tcp_user_timeout=1000 * PATIENCE,
            keepalives_idle=60,
            # Planned for the values that are asked for: nearly all of them may be null.
            prepare_threshold=None,
        )
        adapted(connection)
        return connection

    def _take_back(self, connection: Connection[Any]) -> None:
        with suppress(psycopg.Error):
            connection.rollback()
            if not self._closed:
                self._idle.append(connection)
                return
        connection.close()
