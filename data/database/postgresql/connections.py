"""Connections to a server: each is lent to one user at a time, and none that has ended."""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from typing import Any, Final

import psycopg
from psycopg import Connection, sql

from data.database.postgresql.cursor import adapted
from data.model.thai_time import TIME_ZONE

PATIENCE: Final = 10
"""Seconds to wait for a connection: for one of the others, or for a server that starts anew."""
READ: Final = b"begin isolation level repeatable read"
"""Begins a transaction that sees the store as it is at its first statement."""
READ_ONLY: Final = READ + b" read only"
"""The same where nothing may be written."""
WRITE: Final = b"begin isolation level read committed"
"""Begins one that sees what others wrote while it waited for its turn."""
WRITER: Final = 17
"""The lock whoever writes holds until its transaction ends, on whichever server it began."""
LOCK_OF_AGENCY: Final = "select pg_advisory_xact_lock(%s, hashtext(%s))"
_MOST: Final = 10
_BETWEEN_TRIES: Final = 0.1
_OPTIONS: Final = f"-c timezone={TIME_ZONE} -c lock_timeout=120s"


@dataclass(frozen=True, slots=True)
class Login:
    """As whom a connection is made, and the schemas of tables and of answers it finds there.

    Without a user it is the one the address names. With a `role` its connections are those of all
    agencies, one after the other: only statements of this app are asked there.
    """

    tables: str = "public"
    answers: str = "answers"
    user: str | None = None
    password: str | None = field(default=None, repr=False)
    role: str | None = None

    def begins(self, beginning: bytes) -> bytes:
        """Give what begins a transaction in a connection of this login."""
        if self.role is None:
            return beginning
        names = map(sql.Identifier, (self.role, self.tables, self.answers))
        turned = sql.SQL("; set local role {}; set local search_path to {}, {}").format(*names)
        return beginning + turned.as_bytes()


class Connections:
    """The connections of one database, opened when they are needed and kept for the next one.

    Each has one login for its life: nothing that is asked in that of an agency can become another.
    """

    def __init__(self, address: str) -> None:
        self._address = address
        self._idle: list[tuple[Login, Connection[Any]]] = []
        """The one that was used last stands last."""
        self._lent = threading.BoundedSemaphore(_MOST)
        self._taking = threading.Lock()
        self._closed = False

    @contextmanager
    def begun(self, beginning: bytes, login: Login) -> Iterator[Connection[Any]]:
        """Lend a connection in a transaction; what is not committed in the block is undone.

        Raises:
            psycopg.OperationalError: the server does not answer, or all connections are lent.
        """
        if not self._lent.acquire(timeout=PATIENCE):
            raise psycopg.OperationalError
        try:
            connection = self._kept(beginning, login) or self._new(beginning, login)
            try:
                yield connection
            finally:
                self._take_back(login, connection)
        finally:
            self._lent.release()

    def close(self) -> None:
        """Let go of all that nobody has; the others are closed when they come back."""
        self._closed = True
        while (connection := self._taken()) is not None:
            connection.close()

    def _kept(self, beginning: bytes, login: Login) -> Connection[Any] | None:
        """Give one that was used before; what ends a transaction tells those that have ended."""
        while (connection := self._taken(login)) is not None:
            with suppress(psycopg.OperationalError):
                connection.execute(login.begins(beginning))
                return connection
            connection.close()
        return None

    def _taken(self, login: Login | None = None) -> Connection[Any] | None:
        """Take the newest idle one of a login, or the oldest of all."""
        with self._taking:
            listed = reversed(self._idle) if login else self._idle
            found = next((one for one in listed if not login or one[0].user == login.user), None)
            if found is None:
                return None
            self._idle.remove(found)
            return found[1]

    def _new(self, beginning: bytes, login: Login) -> Connection[Any]:
        end = time.monotonic() + PATIENCE
        while True:
            try:
                connection = self._connected(login)
            except psycopg.OperationalError:
                if time.monotonic() > end:
                    raise
                time.sleep(_BETWEEN_TRIES)
            else:
                self._closed = False
                connection.execute(login.begins(beginning))
                return connection

    def _connected(self, login: Login) -> Connection[Any]:
        connection = psycopg.connect(
            self._address,
            user=login.user,
            password=login.password,
            # Transactions are begun by us: the first statement of one needs no second way.
            autocommit=True,
            options=f"{_OPTIONS} -c search_path={login.tables},{login.answers}",
            connect_timeout=PATIENCE,
            # A machine that has vanished says nothing: without this one waits a quarter of an hour.
            tcp_user_timeout=1000 * PATIENCE,
            keepalives_idle=60,
            # Planned for the values that are asked for: nearly all of them may be null.
            prepare_threshold=None,
        )
        adapted(connection)
        return connection

    def _take_back(self, login: Login, connection: Connection[Any]) -> None:
        """Keep one for the next use; of more than may be open at once the oldest goes."""
        going: Connection[Any] | None = connection
        with suppress(psycopg.Error):
            connection.rollback()
            if not self._closed:
                with self._taking:
                    self._idle.append((login, connection))
                    is_more = len(self._idle) > _MOST
                going = self._taken() if is_more else None
        if going is not None:
            going.close()
