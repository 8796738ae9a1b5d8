"""The catalogue in its folder: every file is read once, checked, and kept."""

import os
import re
from functools import cache
from pathlib import Path
from typing import Final

from data.errors import FaultyFrameworkError, UnknownYearError
from data.framework.agency import Organisation, parse_organisation
from data.framework.breaks import Comparisons, parse_comparisons
from data.framework.checks import check_framework
from data.framework.model import Framework
from data.framework.parsing import parse_framework
from data.framework.tables import Fault, read_table

YEAR_FILE: Final = re.compile(r"2[56][0-9]{2}")


def years() -> tuple[int, ...]:
    """Give the fiscal years (B.E.) that the catalogue describes, ascending.

    Raises:
        FaultyFrameworkError: the folder holds no file of a year.
    """
    return _years(_folder())


def framework(year: int) -> Framework:
    """Give what was assessed in one fiscal year.

    Raises:
        UnknownYearError: no file describes the year.
        FaultyFrameworkError: its file contradicts itself.
    """
    return _framework(_folder(), year)


def comparisons() -> Comparisons:
    """Give the breaks between years and the pairs of items.

    Raises:
        FaultyFrameworkError: comparisons.toml names what no year has.
    """
    return _comparisons(_folder())


def organisation() -> Organisation:
    """Give the home agency and the names of divisions and kinds of agency.

    Raises:
        FaultyFrameworkError: organisation.toml is incomplete or ambiguous.
    """
    return _organisation(_folder())


def agency_key(text: str) -> str:
    """Give the form of an agency's name that is the same for every way of writing it."""
    return organisation().agency_key(text)


def _folder() -> Path:
    """Give the folder of the catalogue; ITA_FRAMEWORK names another one, complete in itself."""
    return Path(os.environ.get("ITA_FRAMEWORK") or Path(__file__).parent)


@cache
def _years(folder: Path) -> tuple[int, ...]:
    found = sorted(
        int(path.stem) for path in folder.glob("*.toml") if YEAR_FILE.fullmatch(path.stem)
    )
    if not found:
        raise FaultyFrameworkError(folder.name, "", Fault.NO_YEAR_FILE)
    return tuple(found)


@cache
def _framework(folder: Path, year: int) -> Framework:
    if year not in _years(folder):
        raise UnknownYearError(year)
    path = folder / f"{year}.toml"
    read = parse_framework(read_table(path))
    if read.year != year:
        raise FaultyFrameworkError(path.name, "year", Fault.YEAR_DIFFERS)
    check_framework(read, path.name)
    return read


@cache
def _comparisons(folder: Path) -> Comparisons:
    frameworks = {year: _framework(folder, year) for year in _years(folder)}
    return parse_comparisons(read_table(folder / "comparisons.toml"), frameworks)


@cache
def _organisation(folder: Path) -> Organisation:
    return parse_organisation(read_table(folder / "organisation.toml"))
