"""Tidy tables as Parquet, CSV and DuckDB files that any analysis tool opens."""

from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

import pandas as pd

from data.database.duckdb.opening import new_file
from data.exporters.archive import archive
from data.exporters.text_table import csv_bytes
from data.model.columns import Column, Kind, Table
from data.model.files import put_in_place

DATABASE: Final = "ita-tidy.duckdb"


def write_folder(folder: Path, tables: Mapping[str, pd.DataFrame]) -> tuple[str, ...]:
    """Write each table as Parquet and CSV, all of them into one DuckDB file; name the files.

    The headings are the names of the columns. Existing files of the same names are replaced.

    Raises:
        OSError: the folder cannot be made or written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(dir=folder, prefix="unfinished-") as name:
        unfinished = Path(name)
        with new_file(unfinished / DATABASE) as connection:
            for table, frame in tables.items():
                relation = connection.from_df(_typed(frame))
                relation.create(table)
                relation.write_parquet(str(unfinished / f"{table}.parquet"), compression="zstd")
        for table, frame in tables.items():
            (unfinished / f"{table}.csv").write_bytes(csv_bytes(_plain_table(table, frame)))
        written = sorted(path for path in unfinished.iterdir() if path.suffix != ".wal")
        for path in written:
            put_in_place(path, folder / path.name)
    return tuple(path.name for path in written)


def zipped_folder(tables: Mapping[str, pd.DataFrame]) -> bytes:
    """Give the same files in one ZIP."""
    with TemporaryDirectory() as name:
        written = write_folder(Path(name), tables)
        return archive({file_name: (Path(name) / file_name).read_bytes() for file_name in written})


def _typed(frame: pd.DataFrame) -> pd.DataFrame:
    """Make texts of the columns of objects: an empty one would have no type at all."""
    objects = [key for key, kind in frame.dtypes.items() if kind == "object"]
    return frame.astype(dict.fromkeys(objects, "str"))


def column_type(values: "pd.Series[Any]") -> str:
    """Tell what a column holds: boolean, integer, number, datetime or string."""
    if pd.api.types.is_bool_dtype(values):
        return "boolean"
    if pd.api.types.is_integer_dtype(values):
        return "integer"
    if pd.api.types.is_float_dtype(values):
        return "number"
    return "datetime" if pd.api.types.is_datetime64_any_dtype(values) else "string"


def _plain_table(name: str, frame: pd.DataFrame) -> Table:
    columns = tuple(Column(str(key), str(key), _kind(frame[key])) for key in frame.columns)
    return Table(name, name, columns, frame)


def _kind(values: "pd.Series[Any]") -> Kind:
    held = column_type(values)
    if held == "number":
        return Kind.PERCENT if values.dropna().map(float.is_integer).all() else Kind.SCORE
    return {"integer": Kind.INTEGER, "datetime": Kind.DATETIME}.get(held, Kind.TEXT)
