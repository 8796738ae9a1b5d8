"""The register of a database that holds several agencies: which, who is listed, who sees sums.

Each agency has two schemas of its own and a login of its own, which has rights there alone. The
register is a schema beside them; an agency's login writes there what it tells of itself.
"""

import secrets
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

import psycopg
from psycopg.rows import class_row

import queries
from data.database.postgresql.connections import (
    LOCK_OF_AGENCY,
    PATIENCE,
    READ,
    WRITE,
    WRITER,
    Connections,
    Login,
)
from data.database.postgresql.listener import Listener
from data.model.access import Area, ListedAgency
from data.model.errors import (
    StoreCollationError,
    StoreFailedError,
    StoreUnreachableError,
    UnknownAgencyError,
)
from data.model.refusals import Refusal, RefusedError

_STATE: Final = """
    select
        datcollate,
        pg_encoding_to_char(encoding),
        to_regclass('agencies.agency') is not null,
        to_regclass('public.applied_schema') is not null
    from pg_database
    where datname = current_database()"""
_AGENCIES: Final = """
    select number, code, name, short_name, kind, district, province, open_to_readers
    from agencies.agency
    order by number"""
_ROLES: Final = "select code, login from agencies.login"
_LOGIN: Final = "select login, secret from agencies.login where code = %s"
_SHARE_IN_TURN: Final = "select pg_advisory_xact_lock(18)"
_LISTED: Final = "select code from agencies.listed_person where email = any(%s)"
_OPENED: Final = """
    update agencies.agency set open_to_readers = %s where code = %s returning code"""
_AREAS: Final = """
    select email, province, district, verified_claim
    from agencies.summary_right
    order by email, province, district"""
_ALLOWED: Final = """
    insert into agencies.summary_right (email, province, district, verified_claim)
    values (%s, %s, %s, %s)
    on conflict (email, province, district) do update
    set verified_claim = excluded.verified_claim"""
_FORBIDDEN: Final = "delete from agencies.summary_right where email = %s returning email"
ANYBODY: Final = "*"
"""Listed where an agency takes roles from the provider: anybody may be one of its people."""


@dataclass(frozen=True, slots=True)
class _State:
    has_register: bool
    holds_one: bool


class Register:
    """The register, and the connections that all agencies of the database share.

    Raises:
        StoreFailedError: the server or the way to it failed.
    """

    def __init__(self, address: str) -> None:
        self._address = address
        self.connections = Connections(address)
        self.listener = Listener(address, PATIENCE)
        self._is_made = False
        self._sharing = threading.Lock()
        self._shared: tuple[str, str] | None = None
        self._roles: dict[str, str] = {}

    def is_made(self) -> bool:
        """Tell whether the database has one, and so holds several agencies.

        Raises:
            StoreUnreachableError: no server answers, or it does not let us in.
            StoreCollationError: texts would be in another order than in the file of an office.
        """
        self._is_made = self._is_made or _state(self._address).has_register
        return self._is_made

    def agencies(self) -> tuple[ListedAgency, ...]:
        """Give the agencies in the order in which they came."""
        with self._asked(READ) as connection:
            cursor = connection.cursor(row_factory=class_row(ListedAgency))
            return tuple(cursor.execute(_AGENCIES).fetchall())

    def login(self, code: str) -> Login:
        """Give as whom the store of an agency is opened.

        Raises:
            UnknownAgencyError: there is none of that code, or none is given.
        """
        with self._asked(READ) as connection:
            found = connection.execute(_LOGIN, [code]).fetchone()
        if found is None:
            raise UnknownAgencyError(self._codes())
        return Login(f"of_{code}", f"of_{code}_answers", *found)

    def reader(self, code: str) -> Login:
        """Give as whom the store of an agency is read, in connections that all agencies share.

        A connection of its own costs a server most of what it takes to read an agency's sums.

        Raises:
            UnknownAgencyError: there is none of that code.
        """
        with self._sharing:
            if self._shared is None or code not in self._roles:
                with self._asked(WRITE) as connection:
                    self._shared = _share(connection)
                    self._roles = dict(connection.execute(_ROLES).fetchall())
                    connection.commit()
            if code not in self._roles:
                raise UnknownAgencyError(self._codes())
            return Login(f"of_{code}", f"of_{code}_answers", *self._shared, self._roles[code])

    def listed(self, email: str) -> frozenset[str]:
        """Give the codes of the agencies that may know the person of an e-mail: they are asked."""
        with self._asked(READ) as connection:
            rows = connection.execute(_LISTED, [[email.strip().lower(), ANYBODY]]).fetchall()
        return frozenset(code for [code] in rows)

    def areas(self) -> tuple[Area, ...]:
        """Give who sees the sums of which district or province."""
        with self._asked(READ) as connection:
            cursor = connection.cursor(row_factory=class_row(Area))
            return tuple(cursor.execute(_AREAS).fetchall())

    def add(self, code: str) -> None:
        """Make the schemas and the login of an agency; the first one makes the register, too.

        Raises:
            RefusedError: there is one of that code, or the database is the store of one agency.
            StoreUnreachableError: the login of the address may not do that.
        """
        state = _state(self._address)
        if state.holds_one:
            raise RefusedError(Refusal.HOLDS_ONE_AGENCY)
        try:
            with self._asked(WRITE) as connection:
                if not state.has_register:
                    for text in queries.schema("agencies", of_postgresql=True).values():
                        connection.execute(text.encode())
                new = _password(connection, f"{connection.info.dbname}_{code}")
                connection.execute("select agencies.add(%s, %s, %s)", [code, *new])
                _share(connection)
                connection.commit()
        except (psycopg.errors.UniqueViolation, psycopg.errors.DuplicateObject) as error:
            raise RefusedError(Refusal.AGENCY_KNOWN, code=code) from error
        except psycopg.errors.InsufficientPrivilege as error:
            raise StoreUnreachableError from error

    @contextmanager
    def removing(self, code: str) -> Iterator[None]:
        """Hold the writers of an agency up for a block, and drop all that is its own after it.

        A block that raises leaves everything as it was.

        Raises:
            UnknownAgencyError: there is none of that code.
        """
        self.login(code)
        with self._asked(WRITE) as connection:
            connection.execute(LOCK_OF_AGENCY, [WRITER, code])
            yield
            # A register of before has no such function.
            connection.execute(
                queries.schema("agencies", of_postgresql=True)["032_remove"].encode()
            )
            connection.execute("select agencies.remove(%s)", [code])
            connection.commit()

    def open_to_readers(self, code: str, *, is_open: bool) -> None:
        """Let whoever reaches the pages read an agency, or end that.

        Raises:
            UnknownAgencyError: there is none of that code.
        """
        with self._asked(WRITE) as connection:
            found = connection.execute(_OPENED, [is_open, code]).fetchone()
            connection.commit()
        if found is None:
            raise UnknownAgencyError(self._codes())

    def allow(self, area: Area) -> None:
        """Let a person see the sums of a district, or of a province."""
        with self._asked(WRITE) as connection:
            listed = [area.email.strip().lower(), area.province, area.district]
            connection.execute(_ALLOWED, [*listed, area.verified_claim])
            connection.commit()

    def forbid(self, email: str) -> int:
        """Take away what a person may see, and give how many areas that were."""
        with self._asked(WRITE) as connection:
            gone = connection.execute(_FORBIDDEN, [email.strip().lower()]).fetchall()
            connection.commit()
        return len(gone)

    def close(self) -> None:
        """Let go of the server; the next use opens it again."""
        self.listener.close()
        self.connections.close()
        self._is_made, self._shared = False, None

    def _codes(self) -> str:
        return ", ".join(agency.code for agency in self.agencies())

    @contextmanager
    def _asked(self, beginning: bytes) -> Iterator[psycopg.Connection[Any]]:
        try:
            with self.connections.begun(beginning, Login()) as connection:
                yield connection
        except psycopg.OperationalError as error:
            raise StoreFailedError from error


@cache
def register_at(address: str) -> Register:
    """Give the register of a database, one for all stores that this process opens there."""
    return Register(address)


def _state(address: str) -> _State:
    try:
        with psycopg.connect(address, connect_timeout=PATIENCE) as connection:
            [[collation, encoding, *held]] = connection.execute(_STATE).fetchall()
    except psycopg.Error as error:
        raise StoreUnreachableError from error
    if (collation, encoding) not in {("C", "UTF8"), ("POSIX", "UTF8")}:
        raise StoreCollationError
    return _State(*held)


def _share(connection: psycopg.Connection[Any]) -> tuple[str, str]:
    """Give the login that may read any agency in turn, and its password; make what it lacks."""
    connection.execute(_SHARE_IN_TURN)
    # A register of before has no such function.
    connection.execute(queries.schema("agencies", of_postgresql=True)["033_share"].encode())
    new = _password(connection, f"{connection.info.dbname} shared")
    [[login, secret]] = connection.execute("select * from agencies.share(%s, %s)", new).fetchall()
    return login, secret


def _password(connection: psycopg.Connection[Any], login: str) -> tuple[str, str]:
    """Make one for a login, and give how the server is to keep it beside it."""
    secret = secrets.token_urlsafe(32)
    stored = connection.pgconn.encrypt_password(secret.encode(), login.encode(), b"scram-sha-256")
    return secret, stored.decode()
