"""The home agency, its divisions, and how names of agencies and divisions are matched."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import product
from typing import Final

from data.framework.model import Evidence
from data.framework.tables import Fault, Table

BLANKS: Final = re.compile("[\\s\u200b\u200c\u200d\u2060\ufeff]+")
# Nikhahit + sara aa, with a tone mark between them or not, is sara am typed in two strokes.
SPLIT_SARA_AM: Final = re.compile("\u0e4d([\u0e48-\u0e4b]?)\u0e32")
_LONGEST_NAME: Final = 500
# No letter of any script: a text that holds it is taken alone.
_APART: Final = "\ue000"
_SETTLED: Final = "\ue001"


@dataclass(frozen=True, slots=True)
class Division:
    """One division of an agency and the other ways of writing its name."""

    name: str
    aliases: tuple[str, ...] = ()
    evidence: Evidence = Evidence.UNKNOWN


@dataclass(frozen=True, slots=True)
class AgencyPrefix:
    """The short prefix of one kind of agency and the longer ones it stands for."""

    short: str
    long: tuple[str, ...]
    beginnings: tuple[str, ...] = field(init=False)
    """The short prefix, then those it stands for, longest first."""

    def __post_init__(self) -> None:
        """Write all of them as names are compared."""
        short, long = name_key(self.short), tuple(map(name_key, self.long))
        object.__setattr__(self, "short", short)
        object.__setattr__(self, "long", long)
        beginnings = (short, *sorted(long, key=len, reverse=True))
        object.__setattr__(self, "beginnings", beginnings)


@dataclass(frozen=True, slots=True)
class Organisation:
    """The agency whose dashboard this is, and the names it must understand.

    `home_keys` are all the keys under which the agency may appear in a file; a store that nobody
    has set up yet has an agency without a name, which no text names.
    """

    name: str = ""
    short_name: str = ""
    aliases: tuple[str, ...] = ()
    kind: str = ""
    district: str = ""
    province: str = ""
    divisions: tuple[Division, ...] = ()
    known_divisions: tuple[Division, ...] = ()
    prefixes: tuple[AgencyPrefix, ...] = ()
    district_words: tuple[str, ...] = ()
    province_words: tuple[str, ...] = ()
    home_keys: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        texts = (self.name, self.short_name, *self.aliases)
        names = {self.agency_key(text) for text in texts if text}
        places = (
            ("", *_placed(self.district_words, self.district)),
            ("", *_placed(self.province_words, self.province)),
        )
        keys = frozenset("".join(parts) for parts in product(names, *places))
        object.__setattr__(self, "home_keys", keys)

    @property
    def is_set_up(self) -> bool:
        """Whether somebody has said whose dashboard this is."""
        return bool(self.name)

    def division_named(self, text: str) -> str | None:
        """Give the division a text names, own or known elsewhere, spaces ignored."""
        wanted = name_key(text)
        for division in (*self.divisions, *self.known_divisions):
            if wanted in map(name_key, (division.name, *division.aliases)):
                return division.name
        return None

    def is_home(self, agency_text: str) -> bool:
        """Whether a text names the home agency, with or without its district and province."""
        return self.agency_key(agency_text) in self.home_keys

    def agency_key(self, text: str) -> str:
        """Give the form of an agency's name that is the same for every way of writing it."""
        key = name_key(text)
        return self._shortened(key if len(text) <= _LONGEST_NAME else _SETTLED + key)

    def agency_keys(self, texts: Sequence[str]) -> list[str]:
        """Do as `agency_key` with the names of a nation."""
        keys = of_many(name_key, texts)
        for at, text in enumerate(texts):
            if len(text) > _LONGEST_NAME:
                keys[at] = _SETTLED + keys[at]
        return of_many(self._shortened, keys)

    def _shortened(self, keys: str) -> str:
        """Write the prefix of each key the short way; the first one that fits is settled."""
        keys = _APART + keys
        for prefix in self.prefixes:
            for beginning in prefix.beginnings:
                keys = keys.replace(_APART + beginning, _APART + _SETTLED + prefix.short)
        return keys.removeprefix(_APART).replace(_SETTLED, "")


def of_many(make: Callable[[str], str], texts: Sequence[str]) -> list[str]:
    """Give what is made of each text, quickly: `make` changes letters, whatever stands far off."""
    whole = _APART.join(texts)
    if whole.count(_APART) != len(texts) - 1:
        return list(map(make, texts))
    return make(whole).split(_APART)


def name_key(text: str) -> str:
    """Remove blanks and compose sara am, so that two spellings of one name are equal."""
    return SPLIT_SARA_AM.sub("\\1\u0e33", BLANKS.sub("", text))


def parse_organisation(table: Table) -> Organisation:
    """Turn the table of organisation.toml into values."""
    # The file the app comes with names no agency: whose dashboard it is, its people say.
    of_nobody = table.has("prefixes") and not table.has("name")
    for key in ("name", "short_name", "kind"):
        if not (of_nobody or table.has(key)):
            raise table.fault(Fault.MISSING, key)
    return table.value(Organisation)


def organisation_faults(organisation: Organisation) -> Iterator[tuple[str, Fault]]:
    """Give place and reason of each name that means two divisions or two kinds of agency."""
    for repeated in _names_with_two_meanings(organisation):
        yield repeated, Fault.TWO_MEANINGS


def _placed(words: tuple[str, ...], place: str) -> Iterator[str]:
    return (name_key(word + place) for word in words if place)


def _names_with_two_meanings(organisation: Organisation) -> Iterator[str]:
    seen: set[str] = set()
    for division in (*organisation.divisions, *organisation.known_divisions):
        keys = {name_key(name) for name in (division.name, *division.aliases)}
        yield from sorted(keys & seen)
        seen |= keys
    longs = [long for prefix in organisation.prefixes for long in prefix.long]
    yield from sorted({long for long in longs if longs.count(long) > 1})
