"""Making an agency out of what its people say of it: kind, name, place and divisions."""

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Final

from data.framework.agency import Division, Organisation, name_key
from data.framework.files import packaged_catalogue
from data.framework.model import Evidence
from data.framework.tables import read_table

KINDS_FILE: Final = Path(__file__).with_name("kinds.toml")
_TEXTS: Final = ("name", "short_name", "kind", "district", "province")
_WORDS: Final = ("aliases", "district_words", "province_words")


@dataclass(frozen=True, slots=True)
class AgencyKind:
    """A kind of agency: the words before a name, short and in full, and divisions to propose.

    The last kind has no words: any other agency, under the name its people give it.
    """

    short: str
    name: str = ""
    divisions: tuple[str, ...] = ()

    @property
    def whole(self) -> bool:
        """Whether it is an agency of its own, as Bangkok is: its name is that of the kind."""
        return self.name == self.short


@dataclass(frozen=True, slots=True)
class Agency:
    """Whose dashboard it is to be; `name` is without the words of its kind: Kutsakon."""

    kind: str
    name: str
    district: str
    province: str
    divisions: tuple[Division, ...]


@cache
def agency_kinds() -> tuple[AgencyKind, ...]:
    """Give the kinds of agency in the order they are offered in."""
    table = read_table(KINDS_FILE)
    return tuple(row.value(AgencyKind) for row in table.tables("kind"))


@cache
def provinces() -> tuple[str, ...]:
    """Give the names of the provinces, in the order of the alphabet."""
    from pythainlp.corpus import provinces as listed  # noqa: PLC0415  loads all of PyThaiNLP

    return tuple(sorted(map(str, listed())))


def agency_from(path: Path) -> Agency:
    """Read an agency from a file of its own, as the example has it.

    Raises:
        FaultyFrameworkError: the file cannot be used.
    """
    return read_table(path).value(Agency)


def organisation_of(agency: Agency, known: Organisation | None = None) -> Organisation:
    """Give an agency with every word it must understand, taken from `known` or as packaged.

    A division that is known elsewhere brings its other names along.
    """
    words = known or packaged_catalogue().organisation
    kind = _kind_of(agency.kind)
    own = kind_and_name(agency.name, words)[1]
    full, short = (kind.name, kind.short) if kind.whole else (kind.name + own, kind.short + own)
    named = [division.name for division in agency.divisions]
    elsewhere = (*words.divisions, *words.known_divisions)
    return replace(
        words,
        name=full,
        short_name=short if kind.name else own,
        aliases=(own,) if own and full != own else (),
        kind=kind.short if kind.name else "",
        district=agency.district.strip(),
        province=agency.province.strip(),
        divisions=tuple(_with_aliases(one, elsewhere, named) for one in agency.divisions),
        known_divisions=tuple(_left_over(elsewhere, agency.divisions)),
    )


def agency_of(organisation: Organisation) -> Agency:
    """Give what was said of an agency that is set up, for a form to show."""
    place = (organisation.district, organisation.province)
    return Agency(*kind_and_name(organisation.name, organisation), *place, organisation.divisions)


def agency_named(text: str, words: Organisation) -> Agency | None:
    """Give the agency a text names by its kind and name, None where it shows no kind.

    A district and a province may stand behind it; its divisions are those proposed for its kind.
    """
    whole, province = _split_place(text, words.province_words)
    before, district = _split_place(whole, words.district_words)
    short, own = kind_and_name(before, words)
    kind = _kind_of(short)
    if not (kind.name and own):
        return None
    return Agency(kind.short, own, district, province, proposed_divisions(short))


def proposed_divisions(kind: str) -> tuple[Division, ...]:
    """Give the divisions that agencies of a kind commonly have."""
    return tuple(map(Division, _kind_of(kind).divisions))


def kind_and_name(text: str, words: Organisation) -> tuple[str, str]:
    """Tell the kind of an agency by the words its name begins with, and the name without them."""
    key = words.agency_key(text)
    for kind in agency_kinds():
        if kind.whole and key == name_key(kind.name):
            return kind.short, kind.name
        if kind.name and key.startswith(name_key(kind.short)):
            return kind.short, key.removeprefix(name_key(kind.short))
    return agency_kinds()[-1].short, text.strip()


def organisation_file(organisation: Organisation) -> bytes:
    """Write an agency as the file that can be imported again."""
    lists = {
        "divisions": [_division_line(one) for one in organisation.divisions],
        "known_divisions": [_division_line(one) for one in organisation.known_divisions],
        "prefixes": [
            f"{{ short = {_text(one.short)}, long = {_texts(one.long)} }}"
            for one in organisation.prefixes
        ],
    }
    texts = {name: getattr(organisation, name) for name in _TEXTS}
    words = {name: getattr(organisation, name) for name in _WORDS}
    lines = [
        *(f"{name} = {_text(value)}" for name, value in texts.items() if value),
        *(f"{name} = {_texts(values)}" for name, values in words.items()),
        *(f"{name} = [\n{_indented(rows)}]" for name, rows in lists.items()),
    ]
    return "\n".join([*lines, ""]).encode()


def _kind_of(short: str) -> AgencyKind:
    return next((kind for kind in agency_kinds() if kind.short == short), agency_kinds()[-1])


def _with_aliases(division: Division, known: Sequence[Division], named: Iterable[str]) -> Division:
    """Add the names that are known for a division, but for those of other own ones."""
    taken = {name_key(name) for name in named}
    names = [
        name
        for one in known
        if name_key(division.name) in map(name_key, (one.name, *one.aliases))
        for name in (one.name, *one.aliases)
    ]
    more = [name for name in names if name_key(name) not in taken]
    return replace(division, aliases=tuple(dict.fromkeys((*division.aliases, *more))))


def _left_over(known: Iterable[Division], own: Iterable[Division]) -> Iterator[Division]:
    taken = {name_key(name) for one in own for name in (one.name, *one.aliases)}
    for division in known:
        if not taken & set(map(name_key, (division.name, *division.aliases))):
            yield division


def _split_place(text: str, words: Iterable[str]) -> tuple[str, str]:
    """Split a text before a word for a place that stands behind a space; "" where none does."""
    sought = re.compile(rf"\s(?:{'|'.join(map(re.escape, words))})\s*")
    before, *behind = sought.split(text.strip(), maxsplit=1)
    return before, behind[0].strip() if behind else ""


def _division_line(division: Division) -> str:
    facts = {
        "name": _text(division.name),
        "aliases": _texts(division.aliases) if division.aliases else "",
        "evidence": "" if division.evidence is Evidence.UNKNOWN else _text(division.evidence),
    }
    return f"{{ {', '.join(f'{key} = {fact}' for key, fact in facts.items() if fact)} }}"


def _indented(rows: Iterable[str]) -> str:
    return "".join(f"    {row},\n" for row in rows)


def _texts(values: Iterable[str]) -> str:
    return f"[{', '.join(map(_text, values))}]"


def _text(value: str) -> str:
    return json.dumps(value, ensure_ascii=False)
