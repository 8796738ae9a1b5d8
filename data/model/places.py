"""Where the store is kept, what the app says of itself, and where older versions kept things."""

import os
import re
import tomllib
from functools import cache
from pathlib import Path
from typing import Final

from platformdirs import user_data_path

_PROJECT: Final = Path(__file__).parents[2] / "pyproject.toml"
CHANGELOG: Final = Path(__file__).parents[1] / "CHANGELOG.md"
"""What each version brought, in words for those who use it."""
_ADDRESS: Final = re.compile(r"[a-z][a-z0-9+.-]+:[/\\]", re.IGNORECASE)
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


def is_address(path: Path) -> bool:
    """Tell an address such as postgresql://… from a file; one letter before a colon is a drive."""
    return _ADDRESS.match(str(path)) is not None


def former_catalogue_folder() -> str:
    """Give the folder ITA_FRAMEWORK names, "" without it: the catalogue is in the store now."""
    return os.environ.get("ITA_FRAMEWORK", "")


@cache
def version() -> str:
    """Give the version as its users see it: 1.1.0."""
    return str(tomllib.loads(_PROJECT.read_text(encoding="utf-8"))["project"]["version"])
