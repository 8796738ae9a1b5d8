"""SQL as files: one statement each, bound parameters, a header that a test checks.

A read takes anything that can lend a cursor (`Reader`), so that no connection object is ever
shared between threads.
"""

from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from typing import Any, Protocol, TypeVar, runtime_checkable

import duckdb
import pandas as pd

from queries.subjects import FOLDER, note, parsed

Answer = TypeVar("Answer")


class Reader(Protocol):
    """Whatever lends a fresh cursor for one read."""

    def reading(self) -> AbstractContextManager[duckdb.DuckDBPyConnection]:
        """Lend a cursor that is closed when the block ends."""
        ...


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


def read(reader: Reader, name: str, /, **parameters: object) -> pd.DataFrame:
    """Run one query file with bound parameters and give its rows as a frame."""
    with reader.reading() as cursor:
        return cursor.execute(statement(name), parameters).df()


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


def run(cursor: duckdb.DuckDBPyConnection, name: str, /, **parameters: object) -> None:
    """Run one statement file inside the caller's transaction."""
    cursor.execute(statement(name), parameters).fetchall()


def fetch(
    cursor: duckdb.DuckDBPyConnection, name: str, /, **parameters: object
) -> Mapping[str, Any] | None:
    """Run one query file inside the caller's transaction and give its first row, if any."""
    return next(iter(fetch_all(cursor, name, **parameters)), None)


def number(cursor: duckdb.DuckDBPyConnection, name: str, /, **parameters: object) -> int:
    """Run one statement file inside the caller's transaction that gives a number of the store."""
    [[given]] = cursor.execute(statement(name), parameters).fetchall()
    return int(given)


def fetch_all(
    cursor: duckdb.DuckDBPyConnection, name: str, /, **parameters: object
) -> list[Mapping[str, Any]]:
    """Run one query file inside the caller's transaction and give its rows."""
    result = cursor.execute(statement(name), parameters)
    names = [column[0] for column in result.description]
    # DuckDB streams: a result that is not read to its end blocks the connection.
    return [dict(zip(names, row, strict=True)) for row in result.fetchall()]


def schema(part: str) -> dict[str, str]:
    """Give the statements of a part of the schema by name, in the order they are applied.

    The parts: "tables" as they are today, "migrations" of stores that hold older ones, "views".
    """
    paths = sorted((FOLDER / "schema" / part).glob("*.sql"), key=lambda path: path.stem)
    return {path.stem: path.read_text(encoding="utf-8") for path in paths}
