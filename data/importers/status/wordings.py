"""What running text tells of a measure: a state, a percent, the number or the items it names."""

import re
from dataclasses import dataclass
from functools import cache
from typing import Final

from data.importers.spelling.folding import fold
from data.importers.spelling.item_codes import item_codes
from data.importers.spelling.status_words import letters, status_words
from data.model.records import Status

_ID: Final = re.compile(r"(?<![\d-])(\d{4}-\d\d-[a-z\d+]+(?:-\d+)?)", re.IGNORECASE)
_BEFORE: Final = re.compile(r"^\s*(?:[(]?\d{1,3}[.)]+|[-•*–])\s*")
_FEWEST_LETTERS: Final = 8


@dataclass(frozen=True, slots=True)
class Named:
    """How a text names a measure; `rest` is what else it says."""

    measure_id: str
    number: int | None
    items: tuple[str, ...]
    rest: str

    @property
    def is_short(self) -> bool:
        """Whether an id, a number or items name it."""
        return bool(self.measure_id or self.number is not None or self.items)

    @property
    def text(self) -> str:
        """What it says of the measure in words; a few letters say nothing."""
        plain = _BEFORE.sub("", self.rest).strip(" :–-")
        return plain if len(letters(plain)) >= _FEWEST_LETTERS else ""


def named_in(text: str) -> Named:
    """Read the id, the number and the items at the beginning of a text about a measure."""
    plain = fold(text) if len(text) < _FEWEST_LETTERS else text.strip()
    found_id = _ID.search(plain)
    if found_id:
        return Named(found_id[1].lower(), None, (), _ID.sub(" ", plain).strip())
    numbered = _numbered().search(fold(plain))
    number = int(numbered["number"]) if numbered else None
    items = tuple(dict.fromkeys(code.code for code in item_codes(plain)))
    before, _, below = plain.rpartition("\n")
    if before and len(letters(_without_codes(below))) < _FEWEST_LETTERS:
        plain = before
    rest = _numbered().sub(" ", fold(plain)) if numbered else plain
    return Named("", number, items, rest.strip())


def _without_codes(text: str) -> str:
    for code in reversed(item_codes(text)):
        text = text[: code.span[0]] + text[code.span[1] :]
    return text


def state_in(text: str) -> tuple[Status | None, int | None, str]:
    """Read the state and the percent that a text is about, and give what else it says.

    A state is one only where it is all that is said, or all of its first line: of "done twice out
    of four times" nobody can tell.
    """
    percents = list(_percent().finditer(text))
    percent = _whole(percents[0]["number"] or percents[0]["before"]) if len(percents) == 1 else None
    plain = _percent().sub(" ", text, count=1) if percent is not None else text
    statuses = status_words().statuses
    for part in (plain, plain.strip().partition("\n")[0]):
        status = statuses.get(letters(part))
        if status is not None:
            return status, percent, plain.replace(part, "", 1).strip()
    return None, percent, plain.strip()


def status_word_in(text: str) -> tuple[Status | None, str]:
    """Find the one state that a short line names anywhere, and give the line without it."""
    found = {status_words().statuses[letters(one[0])] for one in _any_status().finditer(text)}
    if len(found) != 1:
        return None, text
    return found.pop(), _any_status().sub(" ", text)


def names_state_or_number(text: str) -> bool:
    """Tell at a glance whether a text may be a line about a measure."""
    return bool(_any_status().search(text) or _numbered().search(text))


def _whole(text: str) -> int | None:
    plain = fold(text)
    if plain.isdecimal():
        return int(plain) if int(plain) <= 100 else None
    return status_words().numbers.get(letters(plain))


@cache
def _numbered() -> re.Pattern[str]:
    before = "|".join(map(re.escape, status_words().numbered))
    return re.compile(rf"(?:{before})\s*(?P<number>\d{{1,3}})(?![\d.%])[.)]?")


@cache
def _percent() -> re.Pattern[str]:
    units = "|".join(map(re.escape, status_words().percent_units))
    spelt = "|".join(sorted(map(re.escape, status_words().numbers), key=len, reverse=True))
    number = rf"[\d\u0e50-\u0e59]{{1,3}}(?![\d.,])|{spelt}"
    return re.compile(rf"(?:(?:{units})\s*(?P<number>{number})|(?P<before>{number})\s*(?:{units}))")


@cache
def _any_status() -> re.Pattern[str]:
    words = [word for word, status in status_words().statuses.items() if status is not None]
    listed = "|".join(map(re.escape, sorted(words, key=len, reverse=True)))
    before = "".join(f"(?<!{word})" for word in status_words().no_state_behind)
    return re.compile(f"{before}(?:{listed})")
