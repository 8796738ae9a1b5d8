"""A cursor of PostgreSQL that answers as one of DuckDB does, to the type of a column."""

import json
from collections.abc import Iterable, Sequence
from decimal import Decimal
from functools import partial
from itertools import islice
from typing import Any, Final, Literal, cast

import numpy as np
import pandas as pd
import psycopg
import pyarrow as pa
from psycopg.abc import AdaptContext, Buffer
from psycopg.adapt import Loader
from psycopg.types.array import ListDumper
from psycopg.types.json import set_json_loads

import queries
from data.model.thai_time import TIME_ZONE

_WHOLE: Final = {20: "int64", 21: "int16", 23: "int32"}
_DTYPES: Final = {
    701: "float64",
    1082: "datetime64[us]",
    1184: f"datetime64[us, {TIME_ZONE}]",
    1700: "float64",
}
"""What DuckDB makes of a column in a frame, by the number PostgreSQL has for its type."""
_BOOLEAN: Final = 16
_AT_ONCE: Final = 5000
_TEXTS: Final = (19, 25, 1043)


class _NumericLoader(Loader):
    """A number of DuckDB: whole ones are ints, others exact decimals."""

    def load(self, data: Buffer) -> int | Decimal:
        text = bytes(data).decode()
        return Decimal(text) if "." in text else int(text)


def adapted(context: AdaptContext) -> None:
    """Let a connection give the values that DuckDB gives, and take a tuple for a list."""
    context.adapters.register_loader("numeric", _NumericLoader)
    context.adapters.register_dumper(tuple, ListDumper)
    set_json_loads(partial(json.loads, parse_float=Decimal), context)


class PostgresCursor:
    """What `queries.Cursor` asks for, inside the transaction of the connection it is given."""

    def __init__(self, connection: psycopg.Connection[Any]) -> None:
        self._cursor = connection.cursor()

    @property
    def description(self) -> Sequence[Any]:
        """Give a tuple for each column of the answer, its name first."""
        return self._cursor.description or ()

    def execute(self, query: str, parameters: Any = None) -> "PostgresCursor":  # noqa: ANN401
        """Run a statement with psycopg's parameters."""
        self._cursor.execute(query.encode(), parameters)
        return self

    def fetchall(self) -> list[Any]:
        """Give the rows as tuples; a statement that answers nothing gives none."""
        return self._cursor.fetchall() if self._cursor.description else []

    def df(self) -> pd.DataFrame:
        """Give the rows as a frame."""
        columns = list(zip(*self.fetchall(), strict=True)) or [()] * len(self.description)
        frames = {
            number: _series(column.type_code, values)
            for number, (column, values) in enumerate(zip(self.description, columns, strict=True))
        }
        return pd.DataFrame(frames).set_axis(self.columns, axis=1)

    @property
    def columns(self) -> list[str]:
        """Give the names of the columns of the answer."""
        return [column[0] for column in self.description]

    def table(self, name: str) -> "PostgresCursor":
        """Give all rows of a table."""
        self._cursor.execute("select open_rows(%s)", [name])
        self._cursor.execute("fetch all from rows_of_table")
        self._cursor.connection.execute("close rows_of_table")
        return self

    def register(self, view_name: str, python_object: object) -> None:
        """Keep the rows of a frame in a table that lasts as long as the transaction."""
        self._cursor.execute(queries.schema("incoming", of_postgresql=True)[view_name].encode())
        given = python_object.to_pandas() if isinstance(python_object, pa.Table) else python_object
        self.append(view_name, cast("pd.DataFrame", given), by_name=True)

    def unregister(self, view_name: str) -> None:
        """Do nothing: the table goes with the transaction."""

    def append(self, table_name: str, df: pd.DataFrame, *, by_name: Literal[True]) -> None:  # noqa: ARG002
        """Append the rows of a frame to a table by the names of its columns."""
        plain = df.astype(object)
        rows = plain.where(plain.notna(), None).itertuples(index=False, name=None)
        self.append_rows(table_name, list(map(str, df)), rows)

    def append_rows(
        self, table: str, columns: Sequence[str], rows: Iterable[Sequence[object]]
    ) -> None:
        """Append rows to a table, some thousand at a time."""
        waiting = iter(rows)
        while part := list(islice(waiting, _AT_ONCE)):
            listed = [dict(zip(columns, row, strict=True)) for row in part]
            text = json.dumps(listed, default=_json_value, ensure_ascii=False)
            self._cursor.execute("select append_rows(%s::regclass, %s::jsonb)", [table, text])


def _json_value(value: object) -> object:
    """Give a value JSON has no word for as PostgreSQL reads it."""
    if isinstance(value, bytes | bytearray):
        return f"\\x{value.hex()}"
    return value.item() if isinstance(value, np.generic) else str(value)


def _series(type_code: int, values: Sequence[Any]) -> "pd.Series[Any]":
    missing = None in values
    if type_code in _WHOLE:
        dtype = _WHOLE[type_code]
        return pd.Series(values, dtype=dtype.capitalize() if missing else dtype)
    if type_code == _BOOLEAN:
        return pd.Series(values, dtype="boolean" if missing else "bool")
    if type_code in _TEXTS:
        return pd.Series(values, dtype="str" if set(values) - {None} else "object")
    if type_code in _DTYPES:
        return pd.Series(values, dtype=_DTYPES[type_code])
    return pd.Series([_nested(value) for value in values], dtype=object)


def _nested(value: Any) -> Any:  # noqa: ANN401  lists, JSON, bytes
    """Give a list as an array, and what is missing as DuckDB has it in a frame."""
    if value is None:
        return pd.NA
    if isinstance(value, list):
        array = np.empty(len(value), dtype=object)
        array[:] = value
        return array
    return bytearray(value) if isinstance(value, bytes) else value
