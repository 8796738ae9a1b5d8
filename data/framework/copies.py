"""The copies that were kept of catalogue files when they were replaced, and bringing one back."""

import datetime as dt
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from data.framework.folders import ORGANISATION, year_of
from data.framework.loading import catalogue_folder
from data.framework.writing import Written, read_text, write_text
from data.model.errors import UnknownCopyError

_COPY: Final = re.compile(r"([a-z0-9]+\.toml)\.(\d{8}-\d{6}-\d{6})\.bak", re.ASCII)
_MADE: Final = "%Y%m%d-%H%M%S-%f"


@dataclass(frozen=True, slots=True)
class Copy:
    """One kept copy: its name, the file it was, when it was replaced; empty: there was no file."""

    name: str
    file_name: str
    made_at: dt.datetime
    empty: bool


def kept_copies() -> tuple[Copy, ...]:
    """Give the copies beside the files of the catalogue, newest first."""
    found = [copy for path in catalogue_folder().glob("*.bak") if (copy := _copy(path))]
    return tuple(sorted(found, key=lambda copy: copy.made_at, reverse=True))


def bring_back(copy_name: str) -> Written:
    """Put a copy in the place of its file; what was there is kept as one more copy.

    Raises:
        UnknownCopyError: no copy has this name.
        FaultyFrameworkError: with it the catalogue would be wrong; nothing was written.
        CatalogueNotWritableError: the file could not be replaced.
    """
    for copy in kept_copies():
        if copy.name == copy_name:
            text = None if copy.empty else read_text(catalogue_folder(), copy.name)
            return write_text(copy.file_name, text)
    raise UnknownCopyError(copy_name)


def _copy(path: Path) -> Copy | None:
    """Read what a file is a copy of from its name, None where it is none of ours."""
    name = _COPY.fullmatch(path.name)
    if not name or (year_of(name[1]) is None and name[1] != ORGANISATION):
        return None
    try:
        made_at = dt.datetime.strptime(name[2], _MADE).replace(tzinfo=dt.UTC)
        return Copy(path.name, name[1], made_at, empty=not path.stat().st_size)
    except (ValueError, FileNotFoundError):
        return None
