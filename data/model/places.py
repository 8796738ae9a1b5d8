"""Where the store is kept, and where older versions kept the catalogue."""

import os
from pathlib import Path
from typing import Final

from platformdirs import user_data_path

_STORE: Final = "ita.duckdb"
_BESIDE_THE_CODE: Final = Path(__file__).parents[1] / "store"


def database_path() -> Path:
    """Give the place of the store: ITA_DATABASE, else the folder for data of this user.

    A store that older versions kept in data/store stays where it is.
    """
    named = os.environ.get("ITA_DATABASE")
    if named:
        return Path(named)
    older = _BESIDE_THE_CODE / _STORE
    return older if older.exists() else user_data_path("ita-dashboard", appauthor=False) / _STORE


def former_catalogue_folder() -> str:
    """Give the folder ITA_FRAMEWORK names, "" without it: the catalogue is in the store now."""
    return os.environ.get("ITA_FRAMEWORK", "")
