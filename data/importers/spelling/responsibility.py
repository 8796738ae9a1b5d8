"""Who is responsible: divisions named in a cell, and the role each one has.

The first division named leads, and so does every one joined to it by a slash or by "and"; any
other one named behind it supports. A label in the cell (lead, support) goes before that rule: it
holds for the names behind it, in parentheses or behind a colon for the name before it.
"""

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final

from data.framework import catalogue_revision, organisation
from data.importers.spelling.plan_words import alternatives, pattern, squeeze, word_list
from data.model.records import ALL_OTHERS

_THAI: Final = "[\u0e01-\u0e4e]"
_INSIDE: Final = re.compile(rf"(?<={_THAI[:-1]}?)])(?={_THAI[:-1]}(])")
# A label closed like this is said of the name before it.
_BEHIND: Final = re.compile(r"\s*[(:]\s*")
_CLOSED: Final = re.compile(r"\s*(?:[),;/\n]|$)")
_UNNAMED: Final = re.compile(r"[\s,;:/|+().\u2022\u2013-]+")


@dataclass(frozen=True, slots=True)
class Responsibility:
    """Names of divisions by role; `support` may be (ALL_OTHERS,).

    `unknown` holds the text that names no division anybody knows.
    """

    lead: tuple[str, ...]
    support: tuple[str, ...]
    unknown: tuple[str, ...]


def responsibility(text: str) -> Responsibility:
    """Read the divisions of a responsible cell; spaces inside their names do not matter."""
    named: list[tuple[str, str]] = []
    unknown: list[str] = []
    label, end = "", 0
    text = _with_single_blanks(text)
    for found in _mention(catalogue_revision()).finditer(text):
        between = text[end : found.start()]
        unknown += _names(between)
        end = found.end()
        if found.lastgroup in {"lead", "support"}:
            if named and _BEHIND.fullmatch(between) and _CLOSED.match(text, end):
                named[-1] = (found.lastgroup, named[-1][1])
            else:
                label = found.lastgroup
        elif found.lastgroup == "others":
            named.append(("support", ALL_OTHERS))
        elif found.lastgroup == "division":
            name = organisation().division_named(found.group()) or found.group()
            named.append((label or _role(named, between), name))
    unknown += _names(text[end:])
    lead = [name for role, name in named if role == "lead"]
    support = [name for role, name in named if role == "support"]
    return Responsibility(_once(lead), _supporting(lead, support), tuple(unknown))


def _with_single_blanks(text: str) -> str:
    """Spare the patterns, which allow blanks between all letters, the search in long runs."""
    lines = (" ".join(line.split()) for line in text.splitlines())
    return "\n".join(line for line in lines if line)


def _role(named: list[tuple[str, str]], between: str) -> str:
    leads = any(role == "lead" for role, _ in named)
    return "support" if leads and not _joins(between) else "lead"


def _supporting(lead: list[str], support: list[str]) -> tuple[str, ...]:
    if ALL_OTHERS in support:
        return (ALL_OTHERS,)
    return tuple(name for name in _once(support) if name not in lead)


def _once(names: list[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))


def _spaced(expression: str) -> str:
    """Allow blanks between the letters of an expression."""
    return _INSIDE.sub(r"\\s*", expression)


@lru_cache(maxsize=4)
def _mention(_revision: int) -> re.Pattern[str]:
    home = organisation()
    divisions = (*home.divisions, *home.known_divisions)
    names = {name for division in divisions for name in (division.name, *division.aliases)}
    agency = {home.name, home.short_name, *home.aliases}
    heads = rf"{pattern('responsible', 'heads')}\s*(?={_any_of(names)})"
    return re.compile(
        f"(?P<head>{heads})|(?P<others>{_spaced(alternatives('responsible', 'all_others'))})"
        f"|(?P<division>{_any_of(names)})|(?P<agency>{_any_of(agency)})"
        f"|(?P<support>{_spaced(alternatives('responsible', 'support'))})"
        f"|(?P<lead>{_spaced(alternatives('responsible', 'lead'))})"
    )


def _any_of(names: set[str]) -> str:
    ordered = sorted(names, key=len, reverse=True)
    return "|".join(r"\s*".join(map(re.escape, "".join(name.split()))) for name in ordered)


@cache
def _joint() -> re.Pattern[str]:
    return re.compile(pattern("responsible", "joint"))


def _joins(between: str) -> bool:
    return bool(_joint().fullmatch(between.strip()))


@cache
def _separator() -> re.Pattern[str]:
    begins = alternatives("responsible", "begins")
    return re.compile(rf"{pattern('responsible', 'separators')}|\s+(?={begins})")


def _names(text: str) -> list[str]:
    parts = (_UNNAMED.sub(" ", part).strip() for part in _separator().split(text))
    quiet = {squeeze(word) for word in word_list("responsible", "between")}
    return [part for part in parts if squeeze(part) not in {"", *quiet} and not part.isdecimal()]
