"""What a label says a score is about: the total, an instrument, an indicator or an item."""

import re
from collections.abc import Iterable, Mapping
from difflib import SequenceMatcher
from functools import lru_cache
from typing import Final

from data.framework import catalogue_revision, framework, years
from data.importers.spelling.folding import (
    LONGEST_LABEL,
    bare,
    fold,
    is_subtotal,
    remembering,
    without,
    without_scale,
    words,
)
from data.model.records import ScoreLevel

TOTAL: Final = "total"
LEVEL_OF_YEAR: Final = "level-"
"""What the field of a column of levels begins with where its heading has the year: level-2567."""

_RANGE_END: Final = r"\s*[-\u2010-\u2015]\s*(?:[ieo]\s?\d{1,2}|\d{1,2}(?!\d))"
_ITEM: Final = re.compile(rf"([ieo])\s?0?([1-9]\d?)(?![\da-z])(?!{_RANGE_END})")
_RANGE: Final = re.compile(rf"\(?\b[ieo]\s?\d{{1,2}}(?:{_RANGE_END})?\s*\)?\s*$")
# The Thai digit zero, or a zero before two digits, stands where the letter o should.
_ZERO_FOR_O: Final = re.compile(r"\s*(?:\u0e50(?=[1-9])|0(?=[1-9]\d(?!\d)))")
_NUMBERING: Final = re.compile(r"^\d{1,2}\s*[.)]\s*")
# A part of an indicator, 9.1 to 10.2: nothing is published of how parts make the whole.
_PART: Final = re.compile(r"(?:10|[1-9])\.[1-9]\d?(?![\d.])(?!\s*\()")
_NUMBERED: Final = re.compile(r"([1-9]\d?)(\D.*)")
_ALIKE: Final = 0.8
_BEFORE_YEAR: Final = re.compile(r"(.+)-(\d{4})")

Names = Mapping[str, int]


def indicator_names(of_years: tuple[int, ...] = ()) -> dict[str, int]:
    """Give the bare names of the indicators of some years (all of them when none are named).

    A name that stands for different numbers in these years tells nothing and is left out.
    """
    return _indicator_names(of_years, catalogue_revision())


@lru_cache(maxsize=64)
def _indicator_names(of_years: tuple[int, ...], _revision: int) -> dict[str, int]:
    numbers: dict[str, set[int]] = {}
    for year in sorted(set(of_years) & set(years())) or years():
        for indicator in framework(year).indicators:
            if indicator.name:
                numbers.setdefault(bare(indicator.name), set()).add(indicator.number)
    return {name: found.pop() for name, found in numbers.items() if len(found) == 1}


def code_of(label: str, of_years: tuple[int, ...] = ()) -> str | None:
    """Give the code a label stands for: "total", "IIT", "3", "o14"; None when it is none."""
    long = len(label) > LONGEST_LABEL
    return None if long else _code(label, of_years, catalogue_revision())


@remembering(16384)
def _code(label: str, of_years: tuple[int, ...], _revision: int) -> str | None:
    label = without_scale(label)
    plain = bare(label)
    if not plain or is_sub_indicator(label):
        return None
    if plain in words().totals:
        return TOTAL
    return _item(label) or _instrument(label) or _indicator(label, indicator_names(of_years))


def is_sub_indicator(label: str) -> bool:
    """Say whether a label is numbered as a part of an indicator: 9.1, 10.2 with its name."""
    text = fold(label)
    for word in words().around["indicator"]:
        text = text.removeprefix(word).lstrip()
    return _PART.match(text) is not None


def most_specific(codes: Iterable[str | None]) -> str | None:
    """Choose among the codes of several label cells of one row: items before wholes."""
    order = list(ScoreLevel)
    found = [code for code in codes if code]
    return max(found, key=lambda code: order.index(level_of(code)), default=None)


def row_code(labels: Iterable[str], of_years: tuple[int, ...] = ()) -> str | None:
    """Give the code that the label cells of one row stand for together.

    A number of its own beside another label is only a count of rows, unless both make sense. A
    whole beside words nobody knows is None: the row is about a part of it, such as a question.
    """
    texts = [label for label in labels if label]
    if len(texts) == 1:
        return code_of(texts[0], of_years)
    telling = {text: code_of(text, of_years) for text in texts if not bare(text).isdigit()}
    found = most_specific(telling.values())
    if found is None:
        return code_of(" ".join(texts), of_years)
    named = [text for text, code in telling.items() if code == found]
    unknown = [text for text, code in telling.items() if not code and not is_subtotal(text)]
    return None if unknown and not any(_is_exact(text) for text in named) else found


def _is_exact(label: str) -> bool:
    """Say whether a label carries the number of what it names, so that no part is meant."""
    return any(map(str.isdigit, label))


def level_of(code: str) -> ScoreLevel:
    """Give the level of a code."""
    if code == TOTAL:
        return ScoreLevel.TOTAL
    if code in words().instruments:
        return ScoreLevel.INSTRUMENT
    return ScoreLevel.INDICATOR if code.isdigit() else ScoreLevel.ITEM


def is_year(name: str) -> bool:
    """Say whether a field is a fiscal year."""
    return len(name) == 4 and name.isdigit()


def is_score_field(name: str) -> bool:
    """Say whether a field is the code of a score."""
    return not is_year(name) and code_of(name) == name


def score_of_year(name: str) -> tuple[str, int] | None:
    """Give code and year of a field such as "IIT-2567"; a year alone is the total of it."""
    if is_year(name):
        return TOTAL, int(name)
    dated = _BEFORE_YEAR.fullmatch(name)
    return (dated[1], int(dated[2])) if dated and is_score_field(dated[1]) else None


def _item(label: str) -> str | None:
    text = fold(_ZERO_FOR_O.sub("o", label, count=1))
    if _ZERO_FOR_O.match(text):
        text = _ZERO_FOR_O.sub("o", text, count=1)
    for word in words().around["item"]:
        text = text.removeprefix(word).lstrip(" .")
    found = _ITEM.match(text)
    return f"{found[1]}{found[2]}" if found else None


def _instrument(label: str) -> str | None:
    plain = bare(_NUMBERING.sub("", fold(label)))
    named = [
        code
        for code, synonyms in words().instruments.items()
        if (rest := without(plain, synonyms)) != plain and not _beside(rest, code)
    ]
    return named[0] if len(named) == 1 else None


def _beside(rest: str, code: str) -> str:
    """Give what else a label says beside an instrument, but for who answers and what it is."""
    for listed in (words().beside_instruments.get(code, ()), words().around["instrument"]):
        rest = without(rest, listed)
    return rest


def _indicator(label: str, names: Names) -> str | None:
    text = _RANGE.sub("", fold(label))
    plain = bare(text)
    around = words().around["indicator"]
    named = next((name for name in names if name in plain), None)
    if named:
        rest = without(plain.replace(named, "", 1), around)
        return str(names[named]) if rest in {"", str(names[named])} else None
    rest = without(plain, around)
    if re.fullmatch(r"[1-9]\d?", rest) and (rest != plain or int(rest) in names.values()):
        return rest
    return _misspelt(rest, names)


def _misspelt(text: str, names: Names) -> str | None:
    # The number and a name that is nearly the one of that number support each other.
    found = _NUMBERED.fullmatch(text)
    if not found:
        return None
    for name, number in names.items():
        if str(number) == found[1] and SequenceMatcher(None, name, found[2]).ratio() >= _ALIKE:
            return str(number)
    return None
