"""The home agency, its divisions, and how names of agencies and divisions are matched."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from typing import Final

from data.framework.model import Evidence
from data.framework.tables import Table

BLANKS: Final = re.compile("[\\s\u200b\u200c\u200d\u2060\ufeff]+")
# Nikhahit + sara aa, with a tone mark between them or not, is sara am typed in two strokes.
SPLIT_SARA_AM: Final = re.compile("\u0e4d([\u0e48-\u0e4b]?)\u0e32")


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


@dataclass(frozen=True, slots=True)
class Organisation:
    """The agency whose dashboard this is, and the names it must understand."""

    name: str
    short_name: str
    aliases: tuple[str, ...]
    kind: str
    district: str
    province: str
    divisions: tuple[Division, ...]
    known_divisions: tuple[Division, ...]
    prefixes: tuple[AgencyPrefix, ...]
    district_words: tuple[str, ...]
    province_words: tuple[str, ...]

    def division_named(self, text: str) -> str | None:
        """Give the division a text names, own or known elsewhere, spaces ignored."""
        wanted = name_key(text)
        for division in (*self.divisions, *self.known_divisions):
            if wanted in map(name_key, (division.name, *division.aliases)):
                return division.name
        return None

    def is_home(self, agency_text: str) -> bool:
        """Whether a text names the home agency, with or without its district and province."""
        return self.agency_key(agency_text) in self._home_keys()

    def agency_key(self, text: str) -> str:
        """Give the form of an agency's name that is the same for every way of writing it."""
        key = name_key(text)
        for prefix in self.prefixes:
            for long in sorted(map(name_key, prefix.long), key=len, reverse=True):
                if key.startswith(long) and not key.startswith(prefix.short):
                    return prefix.short + key.removeprefix(long)
        return key

    def _home_keys(self) -> set[str]:
        names = {self.agency_key(name) for name in (self.name, self.short_name, *self.aliases)}
        districts = ("", *(name_key(word + self.district) for word in self.district_words))
        provinces = ("", *(name_key(word + self.province) for word in self.province_words))
        return {"".join(parts) for parts in product(names, districts, provinces)}


def name_key(text: str) -> str:
    """Remove blanks and compose sara am, so that two spellings of one name are equal."""
    return SPLIT_SARA_AM.sub("\\1\u0e33", BLANKS.sub("", text))


def parse_organisation(table: Table) -> Organisation:
    """Turn the table of organisation.toml into values; no name may mean two divisions."""
    organisation = Organisation(
        name=table.text("name"),
        short_name=table.text("short_name"),
        aliases=table.texts("aliases"),
        kind=table.text("kind"),
        district=table.text("district"),
        province=table.text("province"),
        divisions=tuple(_division(row) for row in table.tables("divisions")),
        known_divisions=tuple(_division(row) for row in table.tables("known_divisions")),
        prefixes=tuple(_prefix(row) for row in table.tables("prefixes")),
        district_words=table.texts("district_words"),
        province_words=table.texts("province_words"),
    )
    table.finish()
    for name in _names_of_two(organisation):
        raise table.fault("names-two-divisions", name)
    return organisation


def _division(row: Table) -> Division:
    division = Division(
        name=row.text("name"),
        aliases=row.texts("aliases"),
        evidence=row.word("evidence", Evidence, Evidence.UNKNOWN),
    )
    row.finish()
    return division


def _prefix(row: Table) -> AgencyPrefix:
    prefix = AgencyPrefix(short=row.text("short"), long=row.texts("long"))
    row.finish()
    return prefix


def _names_of_two(organisation: Organisation) -> Iterator[str]:
    owner: dict[str, str] = {}
    for division in (*organisation.divisions, *organisation.known_divisions):
        own_keys = {name_key(name) for name in (division.name, *division.aliases)}
        yield from (key for key in sorted(own_keys) if key in owner)
        owner.update(dict.fromkeys(own_keys, division.name))
