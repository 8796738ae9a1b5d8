"""The province and district that titles and names speak of, where no column tells them."""

import re
from collections.abc import Iterable
from functools import cache

from data.importers.spelling.folding import fold, words


def province_of(texts: Iterable[str], sheet_name: str) -> str:
    """Give the one province that titles name behind the word for it, or that a sheet is called.

    Several different ones, or none that exists, are "".
    """
    found = {name for text in texts for name in _pattern().findall(fold(text))}
    found |= set(_whole().findall(fold(sheet_name)))
    return found.pop() if len(found) == 1 else ""


def district_of(texts: Iterable[str]) -> str:
    """Give the one district that titles name behind the word for it; several ones are ""."""
    found = {name for text in texts for name in _district().findall(fold(text))}
    return found.pop() if len(found) == 1 else ""


@cache
def _names() -> str:
    from pythainlp.corpus import provinces  # noqa: PLC0415  loads all of PyThaiNLP

    return "|".join(sorted(map(str, provinces()), key=len, reverse=True))


@cache
def _before() -> str:
    return _any(words().provinces)


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(rf"(?:{_before()})\s*({_names()})")


@cache
def _whole() -> re.Pattern[str]:
    return re.compile(rf"^(?:{_before()})?\s*({_names()})$")


@cache
def _district() -> re.Pattern[str]:
    """Match the name behind the word, to a blank or to the province that is run together with it.

    A word cut short begins behind a blank; with a dot behind it, it is within a kind of agency.
    """
    return re.compile(
        rf"(?:(?<![^\s(])|(?!..?\.))(?:{_any(words().districts)})\s*([^\s().]+?)(?=[\s()]|{_before()}|$)"
    )


def _any(listed: Iterable[str]) -> str:
    return "|".join(map(re.escape, listed))
