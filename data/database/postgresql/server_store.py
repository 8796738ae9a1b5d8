"""A store that several servers share: a database of PostgreSQL, reached by some connections."""

import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Final

import psycopg
from psycopg import Connection

from data.database.postgresql.connections import PATIENCE, READ, WRITE, Connections
from data.database.postgresql.cursor import PostgresCursor
from data.database.postgresql.listener import Listener
from data.database.protocol import CommitFailedError, Landed, require_landed
from data.model.errors import (
    NothingSavedError,
    StoreCollationError,
    StoreFailedError,
    StoreUnreachableError,
)
from queries.subjects import Subject, noting

WRITER: Final = 17
"""The lock whoever writes holds until its transaction ends, on whichever server it began."""

_COLLATION: Final = """
    select datcollate, pg_encoding_to_char(encoding)
    from pg_database
    where datname = current_database()"""


class ServerStore:
    """A `Store` in a database of PostgreSQL.

    Writers take turns by a lock of the database, taken before anything is read: their transactions
    never conflict, so none has to be tried again. Files are kept in the database, where each
    server and `pg_dump` finds them.

    Raises:
        StoreUnreachableError: no server answers, or it does not let us in.
        StoreCollationError: its texts would be in another order than in the file of an office.
    """

    def __init__(self, address: str) -> None:
        _require_usable(address)
        self._connections = Connections(address)
        self._hearing = threading.Lock()
        self._listener = Listener(address, PATIENCE)
        self._known: Mapping[str, int] = {}
        """How often each subject was written when this was last asked."""

    @contextmanager
    def reading(self) -> Iterator[PostgresCursor]:
        """Lend a cursor that sees the store as it is at its first statement."""
        with self._lent(READ) as connection:
            yield PostgresCursor(connection)

    @contextmanager
    def writing(self, landed: Landed | None = None) -> Iterator[PostgresCursor]:
        """Lend a cursor in its turn, and let other servers know what was written."""
        try:
            with noting() as noted, self._in_turn() as connection:
                cursor = PostgresCursor(connection)
                yield cursor
                # What declares nothing may have changed anything.
                changed = [subject.value for subject in noted.writes or Subject]
                cursor.execute("select * from note_changes(%s)", [changed])
                revisions = dict(cursor.fetchall())
                _commit(connection)
            self._known = {**self._known, **revisions}
        except StoreFailedError as failure:
            raise NothingSavedError from failure
        except CommitFailedError as failure:
            require_landed(self._settled, landed, failure)

    def heard(self) -> set[Subject]:
        """Give the subjects that were written more often than this server knows of."""
        with self._hearing:
            if not self._listener.has_heard():
                return set()
            with self.reading() as cursor:
                rows = cursor.execute("select subject, revision from store_revision").fetchall()
            before, self._known = self._known, dict(rows)
            return {one for one in Subject if self._known.get(one) != before.get(one)}

    def keep(self, folder: str, name: str, content: bytes) -> None:
        """Write a file into the table of files, in a transaction of its own."""
        try:
            with self._lent(WRITE) as connection:
                connection.execute(
                    "insert into kept_file values (%s, %s, %s) on conflict do nothing",
                    [folder, name, content],
                )
                connection.commit()
        except StoreFailedError as failure:
            raise NothingSavedError from failure

    def kept(self, folder: str, name: str) -> "KeptRow | None":
        """Give a row of the table of files; its content is read when it is asked for."""
        row = KeptRow(self, folder, name)
        with self.reading() as cursor:
            asked = "select 1 from kept_file where folder = %s and stored_name = %s"
            return row if cursor.execute(asked, [folder, name]).fetchall() else None

    def require_in_place(self) -> None:
        """Do nothing: a database that is gone fails whoever asks it."""

    def close(self) -> None:
        """Let go of the server; the next use opens it again."""
        with self._hearing:
            self._listener.close()
        self._connections.close()

    @contextmanager
    def _lent(self, beginning: bytes) -> Iterator[Connection[Any]]:
        try:
            with self._connections.begun(beginning) as connection:
                yield connection
        except psycopg.OperationalError as error:
            raise StoreFailedError from error

    @contextmanager
    def _in_turn(self) -> Iterator[Connection[Any]]:
        with self._lent(WRITE) as connection:
            connection.execute("select pg_advisory_xact_lock(%s)", [WRITER])
            yield connection

    @contextmanager
    def _settled(self) -> Iterator[PostgresCursor]:
        """Lend a cursor when the server has ended the transaction of a connection that broke."""
        with self._in_turn() as connection:
            yield PostgresCursor(connection)


@dataclass(frozen=True, slots=True)
class KeptRow:
    """A file in the table of files."""

    store: ServerStore
    folder: str
    name: str

    def read_bytes(self) -> bytes:
        """Give all of it."""
        with self.store.reading() as cursor:
            asked = "select content from kept_file where folder = %s and stored_name = %s"
            [[content]] = cursor.execute(asked, [self.folder, self.name]).fetchall()
            return bytes(content)


def _require_usable(address: str) -> None:
    try:
        with psycopg.connect(address, connect_timeout=PATIENCE) as connection:
            found = connection.execute(_COLLATION).fetchone()
    except psycopg.Error as error:
        raise StoreUnreachableError from error
    if found not in {("C", "UTF8"), ("POSIX", "UTF8")}:
        raise StoreCollationError


def _commit(connection: Connection[Any]) -> None:
    try:
        connection.commit()
    except psycopg.Error as error:
        raise CommitFailedError from error
