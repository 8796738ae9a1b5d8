"""The catalogue in its folder: a changed file is read and checked anew, a faulty one refused."""

import os
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache, partial
from itertools import count
from pathlib import Path
from typing import Final, Generic, TypeVar

from data.framework.agency import Organisation, parse_organisation
from data.framework.breaks import Comparisons, parse_comparisons
from data.framework.checks import check_framework
from data.framework.folders import COMPARISONS, ORGANISATION, Stamp, stamps_of, year_of
from data.framework.model import Framework
from data.framework.parsing import parse_framework
from data.framework.tables import Fault, read_table
from data.model.errors import FaultyFrameworkError, UnknownYearError

Value = TypeVar("Value")

SECONDS_BETWEEN_LOOKS: Final = 1.0
_PACKAGED: Final = str(Path(__file__).parent / "packaged")
_revisions: Final = count(1)


@dataclass(frozen=True, slots=True)
class _Read(Generic[Value]):
    """What a file said when it was last right, and why it is wrong now, if it is."""

    stamp: object
    good: Value | None
    fault: FaultyFrameworkError | None

    def value(self) -> Value:
        """Give the last good value; without one the fault is a failure."""
        if self.good is not None:
            return self.good
        if self.fault is None:
            raise AssertionError(self.stamp)
        raise FaultyFrameworkError(*self.fault.args)


@dataclass(frozen=True, slots=True)
class _Catalogue:
    """Everything a folder said at one look; it never changes, a later look gives another one."""

    folder: str
    stamps: tuple[Stamp, ...]
    frameworks: dict[int, _Read[Framework]]
    comparisons: _Read[Comparisons]
    organisation: _Read[Organisation]
    revision: int = field(default_factory=lambda: next(_revisions))

    @property
    def faults(self) -> tuple[FaultyFrameworkError, ...]:
        """What is wrong in the files as they are now."""
        every = [one.fault for one in self.frameworks.values()]
        every += [self.comparisons.fault, self.organisation.fault]
        faults = [fault for fault in every if fault is not None]
        if not self.frameworks:
            faults.insert(0, FaultyFrameworkError(self.folder, "", Fault.NO_YEAR_FILE))
        # A fault of a year is one of the comparisons too, as long as the year was never right.
        return tuple({fault.args: fault for fault in faults}.values())


class _Folder:
    """A folder that is looked at once a second at most, by one thread at a time."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._looking = threading.Lock()
        self._looked = float("-inf")
        self._known: _Catalogue | None = None

    def catalogue(self) -> _Catalogue:
        """Give the newest catalogue; what is being read elsewhere keeps nobody waiting."""
        known = self._known
        if known is not None and time.monotonic() - self._looked < SECONDS_BETWEEN_LOOKS:
            return known
        with self._looking:
            stamps = stamps_of(self._path)
            if self._known is None or self._known.stamps != stamps:
                self._known = _look(self._path, stamps, self._known)
            self._looked = time.monotonic()
            return self._known

    def look_again(self) -> None:
        """Look at the files at the next use, however soon that is."""
        self._looked = float("-inf")


def years() -> tuple[int, ...]:
    """Give the fiscal years (B.E.) that the catalogue describes, ascending.

    A new file that never was right is left out: the others go on without it.

    Raises:
        FaultyFrameworkError: the folder holds no file of a year, or none that is right.
    """
    found = _catalogue()
    described = tuple(year for year, read in found.frameworks.items() if read.good is not None)
    if not described:
        raise FaultyFrameworkError(*found.faults[0].args)
    return described


def framework(year: int) -> Framework:
    """Give what was assessed in one fiscal year.

    Raises:
        UnknownYearError: no file describes the year.
        FaultyFrameworkError: its file contradicts itself and never was right before.
    """
    known = _catalogue().frameworks.get(year)
    if known is None:
        years()
        raise UnknownYearError(year)
    return known.value()


def instrument_codes() -> tuple[str, ...]:
    """Give the instruments of every year, those of the newest year first and in its order."""
    newest_first = (framework(year) for year in reversed(years()))
    return tuple(dict.fromkeys(one.code for known in newest_first for one in known.instruments))


def comparisons() -> Comparisons:
    """Give the breaks between years and the pairs of items.

    Raises:
        FaultyFrameworkError: comparisons.toml names what no year has.
    """
    return _catalogue().comparisons.value()


def organisation() -> Organisation:
    """Give the home agency and the names of divisions and kinds of agency.

    Raises:
        FaultyFrameworkError: organisation.toml is incomplete or ambiguous.
    """
    return _catalogue().organisation.value()


def agency_key(text: str) -> str:
    """Give the form of an agency's name that is the same for every way of writing it."""
    return organisation().agency_key(text)


def catalogue_faults() -> tuple[FaultyFrameworkError, ...]:
    """Give what is wrong in the files now; where a file was right before, that still counts."""
    return _catalogue().faults


def catalogue_revision() -> int:
    """Give a number that is another one after each change; a part of the key of what is kept."""
    return _catalogue().revision


def faults_in(folder: Path) -> tuple[FaultyFrameworkError, ...]:
    """Give what is wrong in a folder that is not the catalogue, or not yet."""
    return _look(folder, stamps_of(folder), None).faults


def look_again() -> None:
    """Take what was just written into account at once."""
    _folder(_folder_name()).look_again()


def catalogue_folder() -> Path:
    """Give the folder of the catalogue; ITA_FRAMEWORK names another one, complete in itself."""
    return Path(_folder_name())


def _folder_name() -> str:
    return os.environ.get("ITA_FRAMEWORK") or _PACKAGED


@cache
def _folder(name: str) -> _Folder:
    return _Folder(Path(name))


def _catalogue() -> _Catalogue:
    return _folder(_folder_name()).catalogue()


def _look(path: Path, stamps: tuple[Stamp, ...], old: _Catalogue | None) -> _Catalogue:
    """Read the files that are not as they were at the last look."""
    frameworks = {
        year: _read(
            stamp,
            old.frameworks.get(year) if old else None,
            partial(_year, path / stamp.name, year),
        )
        for stamp in stamps
        if (year := year_of(stamp.name)) is not None
    }
    by_name = {stamp.name: stamp for stamp in stamps}
    return _Catalogue(
        path.name,
        stamps,
        frameworks,
        _read(
            (by_name.get(COMPARISONS), *(one.stamp for one in frameworks.values())),
            old.comparisons if old else None,
            partial(_comparisons, path / COMPARISONS, frameworks),
        ),
        _read(
            by_name.get(ORGANISATION),
            old.organisation if old else None,
            partial(_organisation, path / ORGANISATION),
        ),
    )


def _read(stamp: object, old: _Read[Value] | None, parse: Callable[[], Value]) -> _Read[Value]:
    if old is not None and old.stamp == stamp:
        return old
    try:
        return _Read(stamp, parse(), None)
    except FaultyFrameworkError as fault:
        return _Read(stamp, old.good if old else None, fault)


def _year(path: Path, year: int) -> Framework:
    read = parse_framework(read_table(path))
    if read.year != year:
        raise FaultyFrameworkError(path.name, "year", Fault.YEAR_DIFFERS)
    check_framework(read, path.name)
    return read


def _organisation(path: Path) -> Organisation:
    return parse_organisation(read_table(path))


def _comparisons(path: Path, frameworks: dict[int, _Read[Framework]]) -> Comparisons:
    if not frameworks:
        raise FaultyFrameworkError(path.parent.name, "", Fault.NO_YEAR_FILE)
    return parse_comparisons(
        read_table(path), {year: read.value() for year, read in frameworks.items()}
    )
