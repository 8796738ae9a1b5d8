"""The Thai words and patterns of `plan_words.toml`, read once."""

import re
import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

_FILE: Final = Path(__file__).parent / "lists" / "plan_words.toml"
# Thai digits and those of any other script.
_OTHER_DIGITS: Final = re.compile(r"(?![0-9])\d")
_MOST_SIGNATURES: Final = 4
_SPACES: Final = re.compile(r"[\s\u00a0\u200b-\u200d\ufeff]+")


@cache
def _words() -> Mapping[str, Any]:
    return MappingProxyType(tomllib.loads(_FILE.read_text(encoding="utf-8")))


def word_list(section: str, key: str) -> tuple[str, ...]:
    """Give one list of the file."""
    return tuple(_words()[section][key])


def word_lists(section: str) -> Mapping[str, Sequence[str]]:
    """Give a section that holds lists only."""
    lists: Mapping[str, Sequence[str]] = _words()[section]
    return lists


def word_table(*path: str) -> Mapping[str, str]:
    """Give a section that maps a text to a text."""
    table = _words()
    for name in path:
        table = table[name]
    return table


def word_ranges(section: str, key: str) -> tuple[tuple[str, tuple[int, int]], ...]:
    """Give a table of regular expressions and the two numbers each stands for."""
    return tuple((name, (first, last)) for name, (first, last) in _words()[section][key].items())


def pattern(section: str, key: str) -> str:
    """Give one regular expression of the file, as its text."""
    return str(_words()[section][key])


def alternatives(section: str, key: str) -> str:
    """Give a list of regular expressions as one group, tried in the order of the file."""
    return "(?:" + "|".join(word_list(section, key)) + ")"


def are_signatures(texts: Sequence[str]) -> bool:
    """Tell whether the cells of a row that have a text are where people sign."""
    signed = (re.search(pattern("rows", "signatures"), squeeze(text)) for text in texts)
    return len(texts) <= _MOST_SIGNATURES and any(signed)


def squeeze(text: str) -> str:
    """Drop all spaces and write every digit as 0-9: what headings and names are compared by."""
    compact = _SPACES.sub("", text).casefold()
    return _OTHER_DIGITS.sub(lambda digit: str(int(digit[0])), compact)
