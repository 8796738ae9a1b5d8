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
    """Heading -> field, word -> status (None as a blank cell), words of percents and budgets.

    `tick_columns` are headings over ticks, `questions` the words of long questions by field.
    """

    columns: Mapping[str, str]
    statuses: Mapping[str, Status | None]
    percent_units: tuple[str, ...]
    numbers: Mapping[str, int]
    whole: frozenset[str]
    budget_units: tuple[str, ...]
    numbered: tuple[str, ...]
    no_state_behind: tuple[str, ...]
    polite: tuple[str, ...]
    no_budget: frozenset[str]
    ticks: frozenset[str]
    crosses: frozenset[str]
    no_ticks: frozenset[str]
    tick_columns: Mapping[str, Status]
    result_titles: tuple[str, ...]
    result_headings: tuple[str, ...]
    sent: frozenset[str]
    questions: Mapping[str, tuple[str, ...]]


@cache
def status_words() -> StatusWords:
    """Load the word lists, once."""
    raw: dict[str, Any] = tomllib.loads(_FILE.read_text(encoding="utf-8"))
    codes = {code: None if code == "blank" else Status(code) for code in raw["statuses"]}
    ticks, answers = raw["ticks"], raw["answers"]
    over_ticks = [
        (Status(code), word)
        for listed in (raw["statuses"], ticks["headings"])
        for code, words in listed.items()
        for word in words
        if code != "blank"
    ]
    return StatusWords(
        columns={bare(word): name for name, words in raw["columns"].items() for word in words},
        statuses={
            letters(word): codes[code] for code, words in raw["statuses"].items() for word in words
        },
        percent_units=tuple(map(fold, raw["percent"]["units"])),
        numbers=_spelt_numbers(raw["percent"]),
        whole=frozenset(map(letters, raw["percent"]["whole"])),
        numbered=tuple(raw["chat"]["numbered"]),
        no_state_behind=tuple(raw["chat"]["no_state_behind"]),
        polite=tuple(raw["chat"]["polite"]),
        budget_units=tuple(map(fold, raw["budget"]["units"])),
        no_budget=frozenset(map(letters, raw["budget"]["nothing"])),
        ticks=frozenset(map(fold, ticks["signs"])),
        crosses=frozenset(map(fold, ticks["crosses"])),
        no_ticks=frozenset(map(fold, ticks["empty"])),
        tick_columns={bare(word): status for status, word in over_ticks},
        result_titles=tuple(map(bare, raw["results"]["titles"])),
        result_headings=tuple(map(bare, raw["results"]["headings"])),
        sent=frozenset(map(bare, answers["sent"])),
        questions={
            field: tuple(map(bare, listed)) for field, listed in answers["questions"].items()
        },
    )


def _spelt_numbers(spelt: Mapping[str, Any]) -> dict[str, int]:
    """Give every way the numbers from 1 to 100 are spelt."""
    ones: list[str] = spelt["ones"]
    numbers = {word: value for value, word in enumerate(ones, start=1)}
    tens = {"": 1, spelt["two_before"]: 2} | {word: at for word, at in numbers.items() if at > 2}
    behind = {"": 0, spelt["one_behind"]: 1} | numbers
    for before, count in tens.items():
        for word, value in behind.items():
            numbers[f"{before}{spelt['ten']}{word}"] = 10 * count + value
    hundreds = dict.fromkeys((spelt["hundred"], f"{ones[0]}{spelt['hundred']}"), 100)
    return {letters(word): value for word, value in (numbers | hundreds).items()}


def letters(text: str) -> str:
    """Fold a text and keep its letters, vowel and tone marks and digits: no signs, no spaces."""
    return "".join(one for one in fold(text) if unicodedata.category(one)[0] in "LMN")
