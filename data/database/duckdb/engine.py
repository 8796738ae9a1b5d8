"""The one call that starts DuckDB: nothing is fetched, nothing loaded, no Python value is seen."""

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
