"""SQL as files: one statement each, bound parameters, a header that a test checks.

A read takes anything that can lend a cursor (`Reader`), so that no connection object is ever
shared between threads.
"""

from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from functools import cache
from typing import Any, Final, Literal, Protocol, TypeVar, runtime_checkable

import duckdb
import pandas as pd

from queries import postgresql
from queries.subjects import FOLDER, note, parsed

Answer = TypeVar("Answer")
_OWN: Final = ".postgresql"
"""Ends the name of a statement that stands beside the common one, for PostgreSQL."""


class Rows(Protocol):
    """All rows of a table."""

    @property
    def columns(self) -> Sequence[str]:
        """Give the names of the columns."""
        ...

    def fetchall(self) -> list[Any]:
        """Give the rows as tuples, decimals exact."""
        ...


class Cursor(Protocol):
    """What DuckDB lends, or PostgreSQL by the same words: see `data.database.postgresql`."""

    @property
    def description(self) -> Sequence[Any]:
        """Give a tuple for each column of the answer, its name first."""
        ...

    def execute(self, query: Any, parameters: Any = None) -> "Cursor":  # noqa: ANN401  as DuckDB
        """Run a statement; the answer is asked of what is given back."""
        ...

    def fetchall(self) -> list[Any]:
        """Give the rows as tuples, decimals exact."""
        ...

    def df(self) -> pd.DataFrame:
        """Give the rows as a frame, decimals as floating point."""
        ...

    def table(self, name: str) -> Rows:
        """Give a table of the store as a whole, to copy it."""
        ...

    def register(self, view_name: str, python_object: object) -> object:
        """Let statements read a frame as a table of that name."""
        ...

    def unregister(self, view_name: str) -> object:
        """Take a frame away."""
        ...

    def append(self, table_name: str, df: pd.DataFrame, *, by_name: Literal[True]) -> object:
        """Append the rows of a frame to a table by the names of its columns."""
        ...


class Reader(Protocol):
    """Whatever lends a fresh cursor for one read."""

    def reading(self) -> AbstractContextManager[Cursor]:
        """Lend a cursor that is closed when the block ends."""
        ...


class Lent:
    """A reader that lends the same cursor each time: all that is asked is of one moment."""

    def __init__(self, cursor: Cursor) -> None:
        self._lending = nullcontext(cursor)

    def reading(self) -> AbstractContextManager[Cursor]:
        """Lend the cursor, which whoever opened it closes."""
        return self._lending


@runtime_checkable
class Keeper(Protocol):
    """A reader that keeps answers as long as nothing they stand on is written."""

    def once(self, name: str, parameters: object, make: Callable[[], Answer]) -> Answer:
        """Give what `make` gives, made again when what it read was written."""
        ...


def statement(name: str) -> str:
    """Give the SQL text of `subject/query` and note its subjects: see `queries.subjects`."""
    found = parsed(name)
    note(found.reads, found.writes)
    return found.text


def ask(cursor: Cursor, name: str, /, **parameters: object) -> Cursor:
    """Run one statement file on whichever engine lent the cursor; its answer is to be fetched."""
    text = statement(name)
    if not isinstance(cursor, duckdb.DuckDBPyConnection):
        text = postgresql.text(name)
    return cursor.execute(text, parameters)


def read(reader: Reader, name: str, /, **parameters: object) -> pd.DataFrame:
    """Run one query file with bound parameters and give its rows as a frame."""
    with reader.reading() as cursor:
        return ask(cursor, name, **parameters).df()


def read_once(reader: Reader, name: str, /, **parameters: object) -> pd.DataFrame:
    """Do as `read`, once for each state of what is read; lists in the cells are not to be changed.

    Planning a statement over the readings takes most of its time, so it is asked for all years.
    """
    return frame_once(reader, name, parameters, lambda: read(reader, name, **parameters))


def frame_once(
    reader: Reader, name: str, parameters: object, make: Callable[[], pd.DataFrame]
) -> pd.DataFrame:
    """Do the same for a frame that is made of what several statements give."""
    if not isinstance(reader, Keeper):
        return make()
    return reader.once(name, parameters, make).copy(deep=False)


def rows_once(reader: Reader, name: str, /, **parameters: object) -> list[Mapping[str, Any]]:
    """Do as `rows`, once for each state of what is read; the rows are not to be changed."""
    if not isinstance(reader, Keeper):
        return rows(reader, name, **parameters)
    return list(reader.once(name, parameters, lambda: rows(reader, name, **parameters)))


def rows(reader: Reader, name: str, /, **parameters: object) -> list[Mapping[str, Any]]:
    """Run one query file and give its rows with the values as DuckDB holds them: exact decimals."""
    with reader.reading() as cursor:
        return fetch_all(cursor, name, **parameters)


def run(cursor: Cursor, name: str, /, **parameters: object) -> None:
    """Run one statement file inside the caller's transaction."""
    ask(cursor, name, **parameters).fetchall()


def fetch(cursor: Cursor, name: str, /, **parameters: object) -> Mapping[str, Any] | None:
    """Run one query file inside the caller's transaction and give its first row, if any."""
    return next(iter(fetch_all(cursor, name, **parameters)), None)


def number(cursor: Cursor, name: str, /, **parameters: object) -> int:
    """Run one statement file inside the caller's transaction that gives a number of the store."""
    [[given]] = ask(cursor, name, **parameters).fetchall()
    return int(given)


def fetch_all(cursor: Cursor, name: str, /, **parameters: object) -> list[Mapping[str, Any]]:
    """Run one query file inside the caller's transaction and give its rows."""
    result = ask(cursor, name, **parameters)
    names = [column[0] for column in result.description]
    # DuckDB streams: a result that is not read to its end blocks the connection.
    return [dict(zip(names, row, strict=True)) for row in result.fetchall()]


@cache
def schema(part: str, *, of_postgresql: bool = False) -> dict[str, str]:
    """Give the statements of a part of the schema by name, in the order they are applied.

    The parts: "tables" as they are today, "migrations" of stores that hold older ones, "views";
    PostgreSQL has "functions" before them, and "incoming" tables that last for a transaction.
    """
    paths = {path.stem: path for path in (FOLDER / "schema" / part).glob("*.sql")}
    own = {name.removesuffix(_OWN): path for name, path in paths.items() if name.endswith(_OWN)}
    common = {name: path for name, path in paths.items() if not name.endswith(_OWN)}
    chosen = common | own if of_postgresql else common
    return {name: path.read_text(encoding="utf-8") for name, path in sorted(chosen.items())}
