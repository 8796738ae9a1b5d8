"""The catalogue that counts in this process: the packaged one until a store hands over its own."""

from dataclasses import dataclass
from typing import Final

from data.framework.agency import Organisation
from data.framework.breaks import Comparisons
from data.framework.files import packaged_catalogue
from data.framework.model import Framework
from data.framework.whole import Catalogue
from data.model.errors import UnknownYearError


@dataclass(frozen=True, slots=True)
class _Held:
    catalogue: Catalogue
    revision: int


class _Holder:
    """One reference, swapped as a whole: threads read the old catalogue or the new one."""

    def __init__(self) -> None:
        self._held: _Held | None = None

    @property
    def held(self) -> _Held:
        if self._held is None:
            # Where no store was opened, as by an importer that is used by itself.
            self._held = _Held(packaged_catalogue(), 0)
        return self._held

    def hold(self, catalogue: Catalogue) -> None:
        known = self.held
        if known.catalogue != catalogue:
            self._held = _Held(catalogue, known.revision + 1)


_holder: Final = _Holder()


def hold(catalogue: Catalogue) -> None:
    """Let this catalogue count from now on; whoever opens or changes a store hands over its own."""
    _holder.hold(catalogue)


def held() -> Catalogue:
    """Give the catalogue that counts."""
    return _holder.held.catalogue


def catalogue_revision() -> int:
    """Give a number that is another one after each change; a part of the key of what is kept."""
    return _holder.held.revision


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


def agency_key(text: str) -> str:
    """Give the form of an agency's name that is the same for every way of writing it."""
    return organisation().agency_key(text)
