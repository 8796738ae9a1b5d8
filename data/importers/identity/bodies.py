"""The bodies that the titles and names of a sheet speak of: ours, another one, a group of them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from data.framework import Organisation, organisation
from data.importers.sheets.head import Text
from data.importers.spelling.folding import bare, fold
from data.importers.spelling.identity_words import identity_words

_RUN_TOGETHER = re.compile(r"[_|]+")
_SOURCE_REACH: Final = 40
"""Letters before a name in which "source:" stands, if it does."""


@dataclass(frozen=True, slots=True)
class BodySaid:
    """A body as it is written and the text that names it."""

    name: str
    is_home: bool
    text: Text


def bodies_said(texts: Sequence[Text]) -> tuple[BodySaid, ...]:
    """Give every body that the texts name.

    District and province of ours are no other body where ours is named, nor is who published the
    scores. A whole is one only where nobody is named: the whole of whom?
    """
    said = [body for text in texts for body in _bodies_in(text)]
    if not said:
        whole = (text for text in texts if bare(text.text) in identity_words().whole)
        return tuple(BodySaid(text.text, is_home=False, text=text) for text in whole)
    if not any(body.is_home for body in said):
        return tuple(said)
    home = organisation()
    return tuple(body for body in said if body.is_home or not _belongs_to(home, body.name))


def names_agency(text: str) -> bool:
    """Tell whether a text is nothing but the name of an agency."""
    plain = fold(text)
    named = identity_words().body.match(plain)
    is_body = named is not None and _is_body(_cut(named[0], named.end("kind")), named["kind"])
    return is_body or organisation().is_home(text)


def other_body(said: Sequence[BodySaid]) -> BodySaid | None:
    """Give the first body that is not ours."""
    return next((body for body in said if not body.is_home), None)


def home_body(said: Sequence[BodySaid]) -> BodySaid | None:
    """Give the first place where ours is named."""
    return next((body for body in said if body.is_home), None)


def _bodies_in(text: Text) -> Iterator[BodySaid]:
    words, home = identity_words(), organisation()
    plain = fold(_RUN_TOGETHER.sub(" ", text.text))
    taken: set[int] = set()
    told: set[str] = set()
    for match in words.body.finditer(plain):
        name = _cut(match[0], match.end("kind") - match.start())
        taken.update(range(match.start(), match.end()))
        before = plain[max(match.start() - _SOURCE_REACH, 0) : match.start()]
        if name in told or words.source.search(before):
            continue
        told.add(name)
        if _is_body(name, match["kind"]):
            yield BodySaid(name, home.is_home(name), text)
    if group := words.group.search(plain):
        yield BodySaid(plain[group.start() :], is_home=False, text=text)
    for match in words.of.finditer(plain):
        if match.start(1) not in taken:
            yield BodySaid(name := _cut(match[1], 1), home.is_home(name), text)
    for word in dict.fromkeys(plain.split()):
        if home.is_home(word):
            yield BodySaid(word, is_home=True, text=text)


def _cut(name: str, begun: int) -> str:
    """Take off what begins behind a name without a blank: its district, a year, what it got."""
    end = identity_words().end.search(name, begun)
    return (name[: end.start()] if end else name).strip()


def _is_body(name: str, kind: str) -> bool:
    named = name != kind.strip() or kind in identity_words().alone
    return named and organisation().division_named(name) is None


def _belongs_to(home: Organisation, name: str) -> bool:
    plain = bare(name)
    known = (home.district_words, home.district), (home.province_words, home.province)
    # Of a place that nobody has told yet, none is another one.
    return plain.startswith(identity_words().publishers) or any(
        plain == bare(word + own) if own else plain.startswith(bare(word))
        for words, own in known
        for word in words
    )
