"""One item over the years: joined only where the crosswalk says that it is the same item."""

from typing import Final

import pandas as pd

from data.framework import comparisons, framework, years

TREND_COLUMNS: Final = ["year", "code", "name", "score", "joined"]


def item_trend(items: pd.DataFrame, year: int, code: str) -> pd.DataFrame:
    """Give the item of a year with the same item of other years, and namesakes that are not it.

    Args:
        items: year, code, score; scores of items of one agency.
        year: the year of the item.
        code: its code in that year.

    Returns:
        TREND_COLUMNS by year: joined rows are the same item (under whatever code), the others
        only share its code and are another question. Only rows with a score are given.
    """
    same = _same_item(year, code)
    held = zip(items["year"], items["code"], items["score"], strict=True)
    scores = {(int(at), str(name)): float(score) for at, name, score in held}
    rows = [
        (at, name, _name(at, name), score, same.get(at) == name)
        for (at, name), score in sorted(scores.items())
        if same.get(at) == name or name == code
    ]
    return pd.DataFrame(rows, columns=TREND_COLUMNS)


def _same_item(year: int, code: str) -> dict[int, str]:
    """Give the code of the item in each year it can be followed to, its own year included."""
    found = {year: code}
    for step in (1, -1):
        at, name = year, code
        while (following := _neighbour(at, name, step)) is not None:
            at, name = at + step, following
            found[at] = name
    return found


def _neighbour(year: int, code: str, step: int) -> str | None:
    first, second = sorted((year, year + step))
    pairs = comparisons().same_items(first, second)
    return (pairs if step > 0 else {new: old for old, new in pairs.items()}).get(code)


def _name(year: int, code: str) -> str:
    item = framework(year).item(code) if year in years() else None
    return item.name if item and item.name else ""
