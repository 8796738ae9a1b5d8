"""Columns headed by a year, or by what is scored and a year together: IIT 2567, EIT 2567."""

import re
from collections.abc import Mapping
from typing import Final

from data.importers.sheets.title_years import Year, without_year
from data.importers.spelling.folding import is_no_score, words
from data.importers.spelling.labels import TOTAL, code_of

LEVEL_OF_YEAR: Final = "level-"
_IGNORED: Final = "ignored"
_BEFORE_YEAR: Final = re.compile(r"(.+)-(\d{4})")


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
    found = _BEFORE_YEAR.fullmatch(name)
    return (found[1], int(found[2])) if found and is_score_field(found[1]) else None


def scores_of_years(stacks: Mapping[int, tuple[str, ...]]) -> dict[int, tuple[str, bool]]:
    """Give field and whether its year is C.E. for each column that says what is scored and when.

    One year over all columns is the year of the table, not of a column: it takes two.
    """
    parted = {column: _parted(" ".join(stack)) for column, stack in stacks.items()}
    told = {column: found for column, found in parted.items() if found}
    if len({year for _, (year, _) in told.values()}) < 2:
        return {}
    fields = {column: (_field(rest, year), ce) for column, (rest, (year, ce)) in told.items()}
    return {
        column: (field, ce and field != _IGNORED) for column, (field, ce) in fields.items() if field
    }


def _parted(heading: str) -> tuple[str, Year] | None:
    return None if is_no_score(heading) else without_year(heading)


def _field(rest: str, year: int) -> str | None:
    word = words().columns.get(rest)
    if word == "level":
        return f"{LEVEL_OF_YEAR}{year}"
    if word == _IGNORED:
        return word
    if not rest or word == "score":
        return str(year)
    code = code_of(rest)
    return str(year) if code == TOTAL else code and f"{code}-{year}"
