"""The fiscal year and the organisation that headings, titles and sheet names speak of."""

import re
from collections.abc import Iterable, Sequence
from typing import Final

from data.importers.sheets.cells import year_of
from data.importers.spelling.folding import LONGEST_LABEL, bare, fold, without, without_scale, words

_CENTURY: Final = 2500
_FOUR_DIGITS: Final = re.compile(r"(?<!\d)\d{4}(?!\d)")
_TWO_DIGITS: Final = re.compile(r"\d\d")

Year = tuple[int, bool]
"""A fiscal year B.E., and whether it was written in C.E."""


def heading_year(text: str) -> Year | None:
    """Read a heading that is a year and nothing else: 2567, FY 2024, or two digits after a word."""
    plain = bare(without_scale(text)) if len(text) <= LONGEST_LABEL else ""
    rest = without(plain, words().around["year"])
    if _TWO_DIGITS.fullmatch(rest):
        known = plain.startswith(words().short_years)
        return (_CENTURY + int(rest), False) if known else None
    return year_of(rest)


def without_year(text: str) -> tuple[str, Year] | None:
    """Part a heading with exactly one year in it into what else it says, bare, and that year."""
    years = name_years(text)
    if len(years) != 1:
        return None
    rest = bare(_FOUR_DIGITS.sub(" ", fold(without_scale(text))))
    if _short_years(bare(text)):
        rest = re.sub(rf"(?:{'|'.join(words().short_years)})\d\d", "", rest)
    return without(rest, words().around["year"]), next(iter(years))


def short_year(text: str) -> int | None:
    """Read two digits as a year; only a row of such headings makes it one."""
    plain = bare(text)
    return _CENTURY + int(plain) if _TWO_DIGITS.fullmatch(plain) else None


def title_years(texts: Iterable[str]) -> frozenset[Year]:
    """Give the years in titles, those behind the most telling word only: none, one or several."""
    plains = [bare(text) for text in texts]
    for before in words().title_years:
        found = {
            year
            for plain in plains
            for digits in _digits_behind(plain, before)
            if (year := year_of(digits))
        }
        if found:
            return frozenset(found)
    return frozenset(year for plain in plains for year in _short_years(plain))


def _short_years(plain: str) -> frozenset[Year]:
    told = "|".join(map(re.escape, words().short_years))
    shorts = re.findall(rf"(?:{told})(\d\d)(?!\d)", plain)
    return frozenset((_CENTURY + int(digits), False) for digits in shorts)


def _digits_behind(plain: str, before: Sequence[str]) -> set[str]:
    """Give the four digits behind one of the words, and those of more years right behind them."""
    told, between = ("|".join(map(re.escape, one)) for one in (before, words().between_years))
    runs = re.findall(rf"(?:{told})(\d{{4}}(?:(?:{between})?\d{{4}})*)(?!\d)", plain)
    return {digits for run in set(runs) for digits in re.findall(r"\d{4}", run)}


def name_years(name: str) -> frozenset[Year]:
    """Give every year in the name of a sheet or a file: four digits, or two after a word for it."""
    found = {year for digits in set(_FOUR_DIGITS.findall(fold(name))) if (year := year_of(digits))}
    return frozenset(found) | _short_years(bare(name))


def organisation_in(texts: Iterable[str]) -> str | None:
    """Give the first organisation that titles name, without its district and province."""
    beginnings = "|".join(map(re.escape, words().organisation_beginnings))
    ends = "|".join(map(re.escape, words().organisation_ends))
    pattern = re.compile(rf"(?:{beginnings})\s*\S+?(?=\s|{ends}|$)")
    for text in texts:
        found = pattern.search(text)
        if found:
            return found[0]
    return None
