"""The catalogue that counts: the packaged one until a store hands over its own.

A process has one store and its catalogue, or one for each agency of a database that holds several:
which of them is one's own, a thread says by `belong_to`. The example is a store beside it. Such a
catalogue counts only in the thread that shows it, so that nothing of one is ever read with another.
"""

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from itertools import count
from typing import Final

from data.framework.agency import Organisation
from data.framework.breaks import Comparisons
from data.framework.files import packaged_catalogue
from data.framework.model import Framework
from data.framework.office import Office
from data.framework.whole import Catalogue
from data.model.errors import UnknownYearError
from data.model.thai_time import today

_REVISIONS: Final = count(1)
"""No two catalogues of a process share a number, whichever store they are of."""


@dataclass(frozen=True, slots=True)
class _Held:
    catalogue: Catalogue
    revision: int
    example_day: dt.date | None = None


class Holder:
    """One reference, swapped as a whole: threads read the old catalogue or the new one."""

    def __init__(self) -> None:
        self._held: _Held | None = None

    @property
    def held(self) -> _Held:
        """What counts: the packaged one where no store was opened, as by an importer by itself."""
        if self._held is None:
            self._held = _Held(packaged_catalogue(), 0)
        return self._held

    def hold(self, catalogue: Catalogue, example_day: dt.date | None) -> None:
        """Swap, unless all of it is as it was."""
        known = self.held
        if (known.catalogue, known.example_day) != (catalogue, example_day):
            self._held = _Held(catalogue, next(_REVISIONS), example_day)


_OF_PROCESS: Final = Holder()
_own: Final = ContextVar("own", default=_OF_PROCESS)
_current: Final = ContextVar("holder", default=_OF_PROCESS)


def hold(catalogue: Catalogue, example_day: dt.date | None = None) -> None:
    """Let this catalogue count from now on; whoever opens or changes a store hands over its own.

    `example_day` is the day at which an example stands still, None of a real store.
    """
    _current.get().hold(catalogue, example_day)


@contextmanager
def apart() -> Iterator[Holder]:
    """Let a store opened in this block count in this thread alone; `turn_to` shows it later."""
    holder = Holder()
    before = _current.set(holder)
    try:
        yield holder
    finally:
        _current.reset(before)


@contextmanager
def of_own() -> Iterator[None]:
    """Let one's own store count for the block, whatever this thread shows."""
    with counting(_own.get()):
        yield


@contextmanager
def counting(holder: Holder | None) -> Iterator[None]:
    """Let a store that was opened apart count for the block; None is the one of the process."""
    before = _current.set(holder or _OF_PROCESS)
    try:
        yield
    finally:
        _current.reset(before)


def belong_to(holder: Holder | None) -> None:
    """Let a store that was opened apart be one's own in this thread; None: that of the process."""
    _own.set(holder or _OF_PROCESS)


def is_one_of_several() -> bool:
    """Tell whether one's own store in this thread is that of one of several agencies."""
    return _own.get() is not _OF_PROCESS


def turn_to(holder: Holder | None) -> None:
    """Let a store that was opened apart count in this thread; None is one's own."""
    _current.set(holder or _own.get())


def held() -> Catalogue:
    """Give the catalogue that counts."""
    return _current.get().held.catalogue


def is_example() -> bool:
    """Tell whether what counts is the example, whose numbers are invented."""
    return _current.get().held.example_day is not None


def present_day() -> dt.date:
    """Give the day that is now in what counts: today, or the day at which the example stands."""
    return _current.get().held.example_day or today()


def catalogue_revision() -> int:
    """Give a number that is another one after each change; a part of the key of what is kept."""
    return _current.get().held.revision


def years() -> tuple[int, ...]:
    """Give the fiscal years (B.E.) that the catalogue describes, ascending."""
    return tuple(sorted(held().frameworks))


def framework(year: int) -> Framework:
    """Give what was assessed in one fiscal year.

    Raises:
        UnknownYearError: the catalogue does not describe the year.
    """
    try:
        return held().frameworks[year]
    except KeyError:
        raise UnknownYearError(year) from None


def instrument_codes() -> tuple[str, ...]:
    """Give the instruments of every year, those of the newest year first and in its order."""
    newest_first = (framework(year) for year in reversed(years()))
    return tuple(dict.fromkeys(one.code for known in newest_first for one in known.instruments))


def comparisons() -> Comparisons:
    """Give the breaks between years and the pairs of items."""
    return held().comparisons


def organisation() -> Organisation:
    """Give the home agency and the names of divisions and kinds of agency."""
    return held().organisation


def office() -> Office:
    """Give what the office has decided for itself."""
    return held().office


def agency_key(text: str) -> str:
    """Give the form of an agency's name that is the same for every way of writing it."""
    return organisation().agency_key(text)
