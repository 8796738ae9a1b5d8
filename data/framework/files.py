"""Files of the catalogue: one part each, as packaged with the app or written by an office."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from data.framework.agency import Organisation, parse_organisation
from data.framework.breaks import Comparisons
from data.framework.model import Framework
from data.framework.office import Office
from data.framework.roster import parse_roster
from data.framework.tables import Fault, Table, parse_table
from data.framework.whole import COMPARISONS, OFFICE, ROSTER, Catalogue, CataloguePart
from data.model.errors import FaultyFrameworkError

SUFFIX: Final = ".toml"
PACKAGED: Final = Path(__file__).with_name("packaged")
_YEAR_FILE: Final = re.compile(r"([0-9]{4})\.toml", re.ASCII)
_YEARS: Final = range(2500, 2700)


@dataclass(frozen=True, slots=True)
class PartFile:
    """What a file says, and the revision it carries: a newer one replaces what it once seeded."""

    part: CataloguePart
    revision: int


def read_part(name: str, content: bytes) -> PartFile:
    """Read the file of a year (2570.toml), of the comparisons, or one of the agency.

    Which one it is, its name says, or its keys under any other name. Whether its facts can stand
    beside each other and beside the other parts, `catalogue_faults` tells.

    Raises:
        FaultyFrameworkError: it is not UTF-8, no TOML, or holds what no such file holds.
    """
    table = parse_table(name, content)
    revision = table.whole("revision") or 0
    return PartFile(_parser(name, table)(table), revision)


@cache
def packaged_parts() -> tuple[PartFile, ...]:
    """Give the parts the app comes with."""
    return tuple(
        read_part(path.name, path.read_bytes()) for path in sorted(PACKAGED.glob(f"*{SUFFIX}"))
    )


@cache
def packaged_catalogue() -> Catalogue:
    """Give the catalogue the app comes with: what counts where there is no store."""
    parts = [file.part for file in packaged_parts()]
    [compared] = [part for part in parts if isinstance(part, Comparisons)]
    [agency] = [part for part in parts if isinstance(part, Organisation)]
    [office] = [part for part in parts if isinstance(part, Office)]
    frameworks = {part.year: part for part in parts if isinstance(part, Framework)}
    return Catalogue(frameworks, compared, agency, office)


def _parser(name: str, table: Table) -> Callable[[Table], CataloguePart]:
    if _YEAR_FILE.fullmatch(name) or table.has("year"):
        return _year
    if name == f"{COMPARISONS}{SUFFIX}" or table.has("breaks") or table.has("crosswalk"):
        return lambda table: table.value(Comparisons)
    if name == f"{OFFICE}{SUFFIX}" or table.has("silent_days"):
        return lambda table: table.value(Office)
    if name == f"{ROSTER}{SUFFIX}" or table.has("person"):
        return parse_roster
    return parse_organisation


def _year(table: Table) -> Framework:
    read = table.value(Framework, level_rules="levels")
    named = _YEAR_FILE.fullmatch(table.file_name)
    if named and int(named[1]) != read.year:
        raise FaultyFrameworkError(table.file_name, "year", Fault.YEAR_DIFFERS)
    if read.year not in _YEARS:
        raise FaultyFrameworkError(table.file_name, "year", Fault.UNKNOWN_YEAR)
    return read
