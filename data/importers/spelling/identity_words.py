"""The words that tell the kind, the owner and the year of a sheet, read once."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

from data.importers.spelling.folding import bare, fold
from data.importers.spelling.plan_words import word_list
from data.model.identity import Doubt

_FILE: Final = Path(__file__).parent / "lists" / "identity.toml"


_LETTER: Final = "\u0e01-\u0e4ea-z"


@dataclass(frozen=True, slots=True)
class IdentityWords:
    """The lists of identity.toml; `kinds`, `result`, `provisional`, `beside` are bare."""

    kinds: Mapping[Doubt, tuple[str, ...]]
    result: tuple[str, ...]
    provisional: tuple[str, ...]
    scale: re.Pattern[str]
    beside: tuple[str, ...]
    questions: frozenset[str]
    body: re.Pattern[str]
    alone: frozenset[str]
    group: re.Pattern[str]
    whole: tuple[str, ...]
    of: re.Pattern[str]
    end: re.Pattern[str]
    source: re.Pattern[str]
    publishers: tuple[str, ...]
    no_fiscal_year: re.Pattern[str]


@cache
def identity_words() -> IdentityWords:
    """Load the word lists, once."""
    raw: dict[str, Any] = tomllib.loads(_FILE.read_text(encoding="utf-8"))
    said, bodies = raw["said"], raw["bodies"]
    return IdentityWords(
        kinds={Doubt(name): _bared(listed) for name, listed in raw["kinds"].items()},
        result=_bared(said["result"]),
        provisional=_bared(said["provisional"]),
        scale=re.compile(said["scale"]),
        beside=_bared(raw["beside"]["begins"]),
        questions=frozenset(_bared(raw["questions"]["headings"])),
        body=re.compile(
            rf"(?P<kind>{_any(bodies['begins'])}"
            rf"|(?:(?<![{_LETTER}.])|(?<={bodies['of']}))(?:{_any(bodies['words'])}))"
            r"\s*[^\s\d()/|,]*"
        ),
        alone=frozenset(bodies["alone"]),
        group=re.compile(_any(bodies["groups"])),
        whole=_bared(bodies["whole"]),
        of=re.compile(rf"{bodies['of']}\s*(?!{_any(bodies['of_nobody'])})([{_LETTER}][^\s\d()]*)"),
        # A name may have the letters of a word in it: with another mark they are none.
        end=re.compile(rf"(?<=.)(?:{_any(bodies['ends'])})(?![\u0e31\u0e34-\u0e3a\u0e47-\u0e4e])"),
        source=re.compile(rf"(?:{_any(bodies['sources'])})[\s:]*$"),
        publishers=_bared(bodies["publishers"]),
        no_fiscal_year=_no_fiscal_year(raw["years"]),
    )


def _no_fiscal_year(patterns: Mapping[str, str]) -> re.Pattern[str]:
    months = _any([fold(name) for named in word_list("periods", "months") for name in named])
    day = f"{patterns['before_of_month']}(?:{months}){patterns['behind_month']}"
    return re.compile("|".join((patterns["letters"], patterns["laws"], patterns["days"], day)))


def _any(listed: list[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(listed, key=len, reverse=True))


def _bared(listed: list[str]) -> tuple[str, ...]:
    return tuple(sorted(map(bare, listed), key=len, reverse=True))
