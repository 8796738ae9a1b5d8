"""A store that several servers share: a database of PostgreSQL, reached by some connections."""

import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Final

import psycopg
from psycopg import Connection

from data.database.postgresql.connections import (
    LOCK_OF_AGENCY,
    PATIENCE,
    READ,
    READ_ONLY,
    WRITE,
    WRITER,
    Connections,
    Login,
)
from data.database.postgresql.cursor import PostgresCursor
from data.database.postgresql.listener import Hearing, Listener
from data.database.postgresql.register import register_at
from data.database.protocol import AT_LEAST, CommitFailedError, Landed, require_landed
from data.model.errors import (
    NothingSavedError,
    StoreFailedError,
    UnknownAgencyError,
)
from data.model.places import Address
from queries.subjects import Subject, noting

_LOCK: Final = "select pg_advisory_xact_lock(%s)"
_TELLS: Final = frozenset((Subject.CATALOGUE, Subject.BATCHES, Subject.STORE))
"""What an agency tells the register of itself may be another one when these were written."""


class ServerStore:
    """A `Store` in a database of PostgreSQL: all of it, or what is one agency's of several.

    Writers take turns by a lock of the database, taken before anything is read: their transactions
    never conflict, so none has to be tried again. Files are kept in the database, where each
    server and `pg_dump` finds them. Who only reads one of several shares the connections of all.

    Raises:
        StoreUnreachableError: no server answers, or it does not let us in.
        StoreCollationError: its texts would be in another order than in the file of an office.
        UnknownAgencyError: it holds several, and none of them is meant, or one, and another is.
    """

    def __init__(self, place: Address, *, read_only: bool = False) -> None:
        self._agency = place.agency
        self._reads = READ_ONLY if read_only else READ
        self._login = Login()
        register = register_at(place.text)
        if register.is_made():
            told = register.reader if read_only else register.login
            self._login = told(place.agency)
            self._connections, self._listener = register.connections, register.listener
        elif place.agency:
            raise UnknownAgencyError
        else:
            self._connections = Connections(place.text)
            self._listener = Listener(place.text, PATIENCE)
        self._asking = threading.Lock()
        self._hearing = Hearing(self._listener, self._login.tables)
        self._known: Mapping[str, int] = {}
        """How often each subject was written when this was last asked."""

    @contextmanager
    def reading(self) -> Iterator[PostgresCursor]:
        """Lend a cursor that sees the store as it is at its first statement."""
        with self._lent(self._reads) as connection:
            yield PostgresCursor(connection)

    @contextmanager
    def writing(self, landed: Landed | None = None) -> Iterator[PostgresCursor]:
        """Lend a cursor in its turn, and let other servers know what was written."""
        try:
            with noting() as noted, self._in_turn() as connection:
                cursor = PostgresCursor(connection)
                yield cursor
                # What declares nothing may have changed anything.
                changed = noted.writes or set(Subject)
                cursor.execute("select * from note_changes(%s)", [sorted(changed)])
                revisions = dict(cursor.fetchall())
                if self._agency and changed & _TELLS:
                    cursor.execute("select agencies.tell(%s)", [self._agency])
                _commit(connection)
            self._known = {**self._known, **revisions}
        except StoreFailedError as failure:
            raise NothingSavedError from failure
        except CommitFailedError as failure:
            require_landed(self._settled, landed, failure)

    def heard(self, patience: float = AT_LEAST) -> set[Subject]:
        """Give the subjects that were written more often than this server knows of."""
        with self._asking:
            if not self._hearing.has_heard(patience):
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
        with self._asking:
            self._hearing.forget()
            self._listener.close()
        self._connections.close()

    @contextmanager
    def _lent(self, beginning: bytes) -> Iterator[Connection[Any]]:
        try:
            with self._connections.begun(beginning, self._login) as connection:
                yield connection
        except psycopg.OperationalError as error:
            raise StoreFailedError from error

    @contextmanager
    def _in_turn(self) -> Iterator[Connection[Any]]:
        with self._lent(WRITE) as connection:
            if self._agency:
                connection.execute(LOCK_OF_AGENCY, [WRITER, self._agency])
            else:
                connection.execute(_LOCK, [WRITER])
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


def _commit(connection: Connection[Any]) -> None:
    try:
        connection.commit()
    except psycopg.Error as error:
        raise CommitFailedError from error
