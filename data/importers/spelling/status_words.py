"""The Thai words of `status_words.toml`, read once and made comparable."""

import tomllib
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

from data.importers.spelling.folding import bare, fold
from data.model.records import Status

_FILE: Final = Path(__file__).parent / "lists" / "status_words.toml"
IGNORED: Final = "ignored"


@dataclass(frozen=True, slots=True)
class StatusWords:
    """Heading -> field, word -> status (None as a blank cell), words of percents and budgets."""

    columns: Mapping[str, str]
    statuses: Mapping[str, Status | None]
    percent_units: tuple[str, ...]
    whole: frozenset[str]
    budget_units: tuple[str, ...]
    no_budget: frozenset[str]


@cache
def status_words() -> StatusWords:
    """Load the word lists, once."""
    raw: dict[str, Any] = tomllib.loads(_FILE.read_text(encoding="utf-8"))
    codes = {code: None if code == "blank" else Status(code) for code in raw["statuses"]}
    return StatusWords(
        columns={bare(word): name for name, words in raw["columns"].items() for word in words},
        statuses={
            letters(word): codes[code] for code, words in raw["statuses"].items() for word in words
        },
        percent_units=tuple(map(fold, raw["percent"]["units"])),
        whole=frozenset(map(letters, raw["percent"]["whole"])),
        budget_units=tuple(map(fold, raw["budget"]["units"])),
        no_budget=frozenset(map(letters, raw["budget"]["nothing"])),
    )


def letters(text: str) -> str:
    """Fold a text and keep its letters, vowel and tone marks and digits: no signs, no spaces."""
    return "".join(one for one in fold(text) if unicodedata.category(one)[0] in "LMN")
