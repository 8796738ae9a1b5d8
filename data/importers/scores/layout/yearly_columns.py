"""Columns headed by a year, or by what is scored and a year together: IIT 2567, EIT 2567."""

from collections.abc import Mapping
from typing import Final

from data.importers.sheets.title_years import Year, without_year
from data.importers.spelling.folding import is_no_score, words
from data.importers.spelling.labels import LEVEL_OF_YEAR, TOTAL, code_of

_IGNORED: Final = "ignored"


def scores_of_years(stacks: Mapping[int, tuple[str, ...]]) -> dict[int, tuple[str, bool]]:
    """Give field and whether its year is C.E. for each column that says what is scored and when.

    One year over all columns is the year of the table, not of a column: it takes two.
    """
    parted = {column: _parted(" ".join(stack)) for column, stack in stacks.items()}
    dated = {column: parts for column, parts in parted.items() if parts}
    if len({year for _, (year, _) in dated.values()}) < 2:
        return {}
    fields = {column: (_field(rest, year), ce) for column, (rest, (year, ce)) in dated.items()}
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
