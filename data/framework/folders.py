"""The files of a catalogue folder: which ones they are, and when they were last written."""

import re
from pathlib import Path
from typing import Final, NamedTuple

COMPARISONS: Final = "comparisons.toml"
ORGANISATION: Final = "organisation.toml"
YEAR_FILE: Final = re.compile(r"(2[56][0-9]{2})\.toml")


class Stamp(NamedTuple):
    """What tells one state of a file from another."""

    name: str
    modified: int
    size: int
    inode: int


def year_of(name: str) -> int | None:
    """Give the fiscal year (B.E.) a file is named after, None when it is no file of a year."""
    found = YEAR_FILE.fullmatch(name)
    return int(found[1]) if found else None


def stamps_of(folder: Path) -> tuple[Stamp, ...]:
    """Give the stamps of the files of a catalogue, by name; a file that just went is left out."""
    found = []
    for path in folder.glob("*.toml"):
        if year_of(path.name) is None and path.name not in {COMPARISONS, ORGANISATION}:
            continue
        try:
            state = path.stat()
        except FileNotFoundError:
            continue
        found.append(Stamp(path.name, state.st_mtime_ns, state.st_size, state.st_ino))
    return tuple(sorted(found))
