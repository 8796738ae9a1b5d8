"""Tidy tables as Parquet, CSV and DuckDB files that any analysis tool opens."""

import zipfile
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

import pandas as pd

from data.database.opening import new_file
from data.exporters.text_table import csv_bytes
from data.model.columns import Column, Kind, Table
from data.model.files import put_in_place

DATABASE: Final = "ita-tidy.duckdb"
_FIRST_MOMENT: Final = (1980, 1, 1, 0, 0, 0)


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
    target = BytesIO()
    with TemporaryDirectory() as name, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as whole:
        for file_name in write_folder(Path(name), tables):
            entry = zipfile.ZipInfo(file_name, _FIRST_MOMENT)
            entry.compress_type = zipfile.ZIP_DEFLATED
            whole.writestr(entry, (Path(name) / file_name).read_bytes())
    return target.getvalue()


def _typed(frame: pd.DataFrame) -> pd.DataFrame:
    """Make texts of the columns of objects: an empty one would have no type at all."""
    objects = [key for key, kind in frame.dtypes.items() if kind == "object"]
    return frame.astype(dict.fromkeys(objects, "str"))


def _plain_table(name: str, frame: pd.DataFrame) -> Table:
    columns = tuple(Column(str(key), str(key), _kind(frame[key])) for key in frame.columns)
    return Table(name, name, columns, frame)


def _kind(values: "pd.Series[Any]") -> Kind:
    if pd.api.types.is_bool_dtype(values):
        return Kind.TEXT
    if pd.api.types.is_integer_dtype(values):
        return Kind.INTEGER
    if pd.api.types.is_float_dtype(values):
        return Kind.PERCENT if values.dropna().map(float.is_integer).all() else Kind.SCORE
    return Kind.DATETIME if pd.api.types.is_datetime64_any_dtype(values) else Kind.TEXT
