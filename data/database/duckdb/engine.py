"""The calls that start and end DuckDB: nothing is fetched or loaded, no Python value is seen."""

import ctypes
import sys
from contextlib import suppress
from pathlib import Path
from typing import Final

import duckdb

_SETTINGS: Final = {
    # Of a new file: many small tables fill a tenth of the disk they fill in blocks of 256 kB, and a
    # save writes half as long; a nation of scores fills a third, and is read as fast.
    "default_block_size": 16_384,
    "autoinstall_known_extensions": False,
    "autoload_known_extensions": False,
    "python_enable_replacements": False,
}


def engine(path: Path | None = None, *, read_only: bool = False) -> duckdb.DuckDBPyConnection:
    """Start DuckDB on a file, or in memory; whoever asks locks it down and closes it."""
    return duckdb.connect(
        str(path) if path else ":memory:", read_only=read_only, config=dict(_SETTINGS)
    )


def stop(connection: duckdb.DuckDBPyConnection) -> None:
    """Close DuckDB; the C library of Linux would keep most of its memory for later."""
    connection.close()
    if sys.platform == "linux":
        with suppress(AttributeError):  # another C library than that of GNU
            ctypes.CDLL(None).malloc_trim(0)
