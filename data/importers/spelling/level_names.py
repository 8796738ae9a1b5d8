"""The names of published levels, alone or in the cell of a score: 86.73 (A)."""

import re
from functools import cache, lru_cache
from typing import Final

from data.framework import catalogue_revision, framework, years
from data.importers.spelling.folding import bare, fold, without, words

_NUMBER: Final = r"(\d+(?:\.\d+)?)"
_BETWEEN: Final = r"\s*[\s(\[,/:]\s*"
_NUMBER_FIRST: Final = re.compile(rf"{_NUMBER}{_BETWEEN}(.+)", re.ASCII)
_LEVEL_FIRST: Final = re.compile(rf"(.+?){_BETWEEN}{_NUMBER}\)?", re.ASCII)
_LONGEST: Final = 100


def level_names() -> dict[str, str]:
    """Give the names of all levels of all years by their bare spelling."""
    return _level_names(catalogue_revision())


@lru_cache(maxsize=4)
def _level_names(_revision: int) -> dict[str, str]:
    return {bare(rule.name): rule.name for year in years() for rule in framework(year).level_rules}


def score_and_level(text: str) -> tuple[float, str] | None:
    """Part a text that holds a score and a level name and nothing else, in either order."""
    folded = fold(text) if len(text) <= _LONGEST else ""
    if found := _NUMBER_FIRST.fullmatch(folded):
        number, told = found[1], found[2]
    elif found := _LEVEL_FIRST.fullmatch(folded):
        told, number = found[1], found[2]
    else:
        return None
    level = level_names().get(without(bare(told), _words_around()))
    return (float(number), level) if level else None


@cache
def _words_around() -> tuple[str, ...]:
    headings = [word for word, field in words().columns.items() if field == "level"]
    return tuple(sorted({*map(bare, words().units), *headings} - {""}, key=len, reverse=True))
