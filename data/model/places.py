"""Where the store is kept."""

import os
from pathlib import Path


def database_path() -> Path:
    """Give the place of the store: ITA_DATABASE, or data/store/ita.duckdb."""
    named = os.environ.get("ITA_DATABASE")
    return Path(named) if named else Path(__file__).parents[1] / "store" / "ita.duckdb"
