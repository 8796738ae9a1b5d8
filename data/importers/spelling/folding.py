"""The words of headings and labels, and how text is made comparable with them."""

import re
import tomllib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache, wraps
from pathlib import Path
from typing import Any, Concatenate, Final, ParamSpec, TypeVar

from data.framework.agency import of_many

_THAI_DIGITS: Final = [(chr(0x0E50 + digit), str(digit)) for digit in range(10)]
_SPLIT_AM: Final = ("\u0e4d\u0e32", "\u0e33")
_SPACES: Final = re.compile(r"[\s\u00a0\u200b-\u200d\ufeff]+")
_IN_BRACKETS: Final = re.compile(r"[(\[]([^()\[\]]*)[)\]]")
_PUNCTUATION: Final = re.compile(r"[!-/:-@\[-`{-~\u2010-\u2027\u2030-\u205e\u00b7]+")
LONGEST_LABEL: Final = 5_000
"""Letters of a heading or label: what is longer is none, and is not asked for what it means."""
_LONGEST_KEPT: Final = 500
_LONG_ONES: Final = 4
"""Answers kept about texts of more letters; thousands about a megabyte would fill the memory."""

Others = ParamSpec("Others")
Answer = TypeVar("Answer")
About = Callable[Concatenate[str, Others], Answer]


def remembering(count: int) -> Callable[[About[Others, Answer]], About[Others, Answer]]:
    """Let a function keep its last `count` answers about short texts, and a few about long ones."""

    def decorate(make: About[Others, Answer]) -> About[Others, Answer]:
        kept, last = lru_cache(maxsize=count)(make), lru_cache(maxsize=_LONG_ONES)(make)

        @wraps(make)
        def answer(text: str, /, *others: Others.args, **named: Others.kwargs) -> Answer:
            of_its_length = last if len(text) > _LONGEST_KEPT else kept
            return of_its_length(text, *others, **named)  # type: ignore[arg-type]

        return answer

    return decorate


@remembering(8192)
def fold(text: str) -> str:
    """Lower the letters, write digits as ASCII and a split sara am as one, make spaces single."""
    return _folded(text)


@remembering(8192)
def bare(text: str) -> str:
    """Fold the text and take out spaces and punctuation: what two spellings have in common."""
    return _bared(text)


def _folded(text: str) -> str:
    for replaced in (*_THAI_DIGITS, _SPLIT_AM):
        text = text.replace(*replaced)
    return _SPACES.sub(" ", text.lower()).strip()


def _bared(text: str) -> str:
    return _PUNCTUATION.sub("", _folded(text)).replace(" ", "")


def without(text: str, words: Iterable[str]) -> str:
    """Take each of the words out of a bare text, in the order given."""
    for word in words:
        text = text.replace(word, "")
    return text


def says(text: str, words: tuple[str, ...]) -> bool:
    """Tell whether one of the words stands in a bare text."""
    return _any_of(words).search(text) is not None


@cache
def _any_of(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, words)) or "(?!)")


@dataclass(frozen=True, slots=True)
class Words:
    """The word lists of headings.toml, bare and longest first where they are searched for."""

    columns: Mapping[str, str]
    pivot_rows: frozenset[str]
    pivot_values: tuple[str, ...]
    not_scores: tuple[str, ...]
    totals: frozenset[str]
    instruments: Mapping[str, tuple[str, ...]]
    beside_instruments: Mapping[str, tuple[str, ...]]
    around: Mapping[str, tuple[str, ...]]
    title_years: tuple[tuple[str, ...], ...]
    between_years: tuple[str, ...]
    short_years: tuple[str, ...]
    scales: frozenset[str]
    full_marks: frozenset[str]
    no_value: frozenset[str]
    units: tuple[str, ...]
    provisional: frozenset[str]
    final: frozenset[str]
    score_levels: frozenset[str]
    subtotals: frozenset[str]
    subtotal_beginnings: tuple[str, ...]
    parts: tuple[str, ...]
    places: tuple[str, ...]
    provinces: tuple[str, ...]
    districts: tuple[str, ...]
    organisation_beginnings: tuple[str, ...]
    organisation_ends: tuple[str, ...]


@cache
def words() -> Words:
    """Load the word lists, once."""
    path = Path(__file__).parent / "lists" / "headings.toml"
    raw: dict[str, Any] = tomllib.loads(path.read_text(encoding="utf-8"))
    return Words(
        columns={bare(word): name for name, listed in raw["columns"].items() for word in listed},
        pivot_rows=frozenset(_all_bared(raw["pivots"]["rows"])),
        pivot_values=_all_bared(raw["pivots"]["before"]),
        not_scores=_all_bared(raw["not_scores"]["words"]),
        totals=frozenset(_all_bared(raw["totals"]["words"])),
        instruments={code: _all_bared(listed) for code, listed in raw["instruments"].items()},
        beside_instruments={
            code: _all_bared(listed) for code, listed in raw["beside_instruments"].items()
        },
        around={kind: _all_bared(listed) for kind, listed in raw["around"].items()},
        title_years=tuple(_all_bared(listed) for listed in raw["title_years"]["before"]),
        between_years=_all_bared(raw["title_years"]["between"]),
        short_years=_all_bared(raw["short_years"]["before"]),
        scales=frozenset(map(bare, raw["scales"]["in_brackets"])),
        full_marks=frozenset(raw["scales"]["full_marks"]),
        no_value=frozenset(map(fold, raw["scores"]["no_value"])),
        units=tuple(map(fold, raw["scores"]["units"])),
        provisional=frozenset(map(fold, raw["scores"]["provisional"])),
        final=frozenset(map(fold, raw["scores"]["final"])),
        score_levels=frozenset(_all_bared(raw["scores"]["score_levels"])),
        subtotals=frozenset(_all_bared(raw["subtotals"]["whole"])),
        subtotal_beginnings=_all_bared(raw["subtotals"]["begins"]),
        parts=_all_bared(raw["parts"]["words"]),
        places=tuple(raw["places"]["before"]),
        provinces=tuple(raw["places"]["provinces"]),
        districts=tuple(raw["places"]["districts"]),
        organisation_beginnings=tuple(raw["organisations"]["begins"]),
        organisation_ends=tuple(raw["organisations"]["ends"]),
    )


@remembering(8192)
def without_scale(text: str) -> str:
    """Take out what only says how a score is counted: (percent), (out of 100), 100.00 behind it."""
    text = _IN_BRACKETS.sub(lambda one: "" if bare(one[1]) in words().scales else one[0], text)
    before, _, last = text.rstrip().rpartition(" ")
    return before if before and fold(last) in words().full_marks else text


def _all_bared(listed: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted({bare(word) for word in listed}, key=len, reverse=True))


def is_subtotal(label: str) -> bool:
    """Say whether a row label names an average, a sum or a footnote instead of an agency."""
    return _names_subtotal(bare(label))


def are_subtotals(labels: Sequence[str]) -> list[bool]:
    """Say it of many labels: a nation has more names than are remembered."""
    return list(map(_names_subtotal, of_many(_bared, labels)))


def _names_subtotal(plain: str) -> bool:
    return plain in words().subtotals or plain.startswith(words().subtotal_beginnings)


def is_part(label: str) -> bool:
    """Say whether a row label names a part of an instrument, such as EIT part 1."""
    plain = bare(label)
    synonyms = (word for listed in words().instruments.values() for word in listed)
    return any(part in plain for part in words().parts) and any(word in plain for word in synonyms)


def is_no_score(heading: str) -> bool:
    """Say whether a column so headed never holds scores: full marks, weights, changes, targets."""
    return heading[:1].isalpha() and bare(without_scale(heading)).startswith(words().not_scores)
