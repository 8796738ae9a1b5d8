"""Where the store is kept, what the app says of itself, and where older versions kept things."""

import os
import re
import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from typing import Final

from platformdirs import user_data_path

from data.model.errors import StoreAddressError, StoreNotAFileError

_PROJECT: Final = Path(__file__).parents[2] / "pyproject.toml"
CHANGELOG: Final = Path(__file__).parents[1] / "CHANGELOG.md"
"""What each version brought, in words for those who use it."""
_ADDRESS: Final = re.compile(r"[a-z][a-z0-9+.-]+:[/\\]{2}", re.IGNORECASE)
_SERVERS: Final = ("postgresql://", "postgres://")
_STORE: Final = "ita.duckdb"
_BESIDE_THE_CODE: Final = Path(__file__).parents[1] / "store"


@dataclass(frozen=True, slots=True)
class Address:
    """Where a database is on a server: postgresql://ita@host/ita; there may be a password in it.

    `agency` is the code of one of several agencies, each of which has a store in that database.
    """

    text: str = field(repr=False)
    agency: str = ""

    def require_supported(self) -> None:
        """Refuse the address of anything but PostgreSQL.

        Raises:
            StoreAddressError: it is one.
        """
        if not self.text.lower().startswith(_SERVERS):
            raise StoreAddressError


_NAMED_AGENCY: Final = ContextVar("named_agency", default="")


@contextmanager
def of_agency(code: str) -> Iterator[None]:
    """Let the store of the block be that of one agency, where the database holds several."""
    token = _NAMED_AGENCY.set(code)
    try:
        yield
    finally:
        _NAMED_AGENCY.reset(token)


def named_agency() -> str:
    """Give the code of that agency, "" where none is named."""
    return _NAMED_AGENCY.get()


def place_named(text: str) -> Path | Address:
    """Tell an address such as postgresql://… from a file; one letter before a colon is a drive."""
    return Address(text) if _ADDRESS.match(text) else Path(text)


def database_place() -> Path | Address:
    """Give the place of the store: ITA_DATABASE, else the folder for data of this user.

    A store that older versions kept in data/store stays where it is.
    """
    named = os.environ.get("ITA_DATABASE")
    if named:
        place = place_named(named)
        if isinstance(place, Address):
            return replace(place, agency=_NAMED_AGENCY.get())
        return place
    older = _BESIDE_THE_CODE / _STORE
    return older if older.exists() else _of_user() / _STORE


def database_path() -> Path:
    """Give the file of the store, for what only a file can do.

    Raises:
        StoreNotAFileError: the store is on a server.
    """
    return file_of(database_place())


def file_of(place: Path | Address) -> Path:
    """Give the file a store is.

    Raises:
        StoreNotAFileError: it is on a server.
    """
    if isinstance(place, Address):
        raise StoreNotAFileError
    return place


def store_folder() -> Path:
    """Give the folder of this machine for what belongs to the store: keys, people, the example."""
    place = database_place()
    return place.parent if isinstance(place, Path) else _of_user()


def front_address() -> str:
    """Give where people find the front of several servers of the app, "" where there is none."""
    return os.environ.get("ITA_FRONT", "")


def _of_user() -> Path:
    return user_data_path("ita-dashboard", appauthor=False)


def former_catalogue_folder() -> str:
    """Give the folder ITA_FRAMEWORK names, "" without it: the catalogue is in the store now."""
    return os.environ.get("ITA_FRAMEWORK", "")


@cache
def version() -> str:
    """Give the version as its users see it: 1.1.0."""
    return str(tomllib.loads(_PROJECT.read_text(encoding="utf-8"))["project"]["version"])
