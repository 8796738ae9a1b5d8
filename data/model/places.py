"""Where the store is kept, and where older versions kept the catalogue."""

import os
from pathlib import Path


def database_path() -> Path:
    """Give the place of the store: ITA_DATABASE, or data/store/ita.duckdb."""
    named = os.environ.get("ITA_DATABASE")
    return Path(named) if named else Path(__file__).parents[1] / "store" / "ita.duckdb"


def former_catalogue_folder() -> str:
    """Give the folder ITA_FRAMEWORK names, "" without it: the catalogue is in the store now."""
    return os.environ.get("ITA_FRAMEWORK", "")
