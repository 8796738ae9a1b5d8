"""The home agency's scores as pages and reports need them, judged by the rules of each year."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import pandas as pd

from data.analysis.indicators import (
    Coverage,
    coverage,
    indicator_changes,
    indicator_scores,
    national,
    weakest,
)
from data.analysis.standing import Standing, standings
from data.framework import Scope, comparisons, framework, years
from queries import Reader
from queries import scores as score_queries


@dataclass(frozen=True, slots=True)
class Scorebook:
    """Scores of some years of the home agency, oldest year first.

    `scores`: see `queries.scores.home_scores`. `indicators` and `changes` (newest two years; empty
    with one year): see `data.analysis.indicators`. `national` averages are empty beside samples.
    `broken_pairs` are neighbouring years with a break for some indicator; `total_broken` tells the
    same of the total of the newest two.
    """

    years: tuple[int, ...]
    sample: bool
    scores: pd.DataFrame
    indicators: pd.DataFrame
    changes: pd.DataFrame
    national: pd.DataFrame
    standings: tuple[Standing, ...]
    broken_pairs: frozenset[tuple[int, int]]
    total_broken: bool

    @property
    def newest(self) -> Standing:
        """The standing of the newest year."""
        return self.standings[-1]

    def weakest(self, year: int) -> pd.DataFrame:
        """Give the scored indicators of a year, lowest first."""
        return weakest(self.indicators, year)

    def coverage(self, year: int) -> Coverage:
        """Count the indicators of a year that have a score."""
        return coverage(self.indicators, year)


def scorebook(reader: Reader, chosen: Sequence[int] | None = None) -> Scorebook | None:
    """Read the chosen years (None: every year); None when they hold no score."""
    scores = score_queries.home_scores(reader, years=chosen)
    shown = tuple(sorted({int(year) for year in scores["year"]} & set(years())))
    if not shown:
        return None
    indicators = indicator_scores(scores, shown)
    newest_pair = shown[-2:]
    published = score_queries.home_published_levels(reader)
    return Scorebook(
        shown,
        bool(scores["sample"].any()),
        scores,
        indicators,
        indicator_changes(indicators, newest_pair[0], newest_pair[-1])
        if len(shown) > 1
        else indicator_changes(indicators.iloc[:0], shown[0], shown[0]),
        # Real averages never stand beside invented scores.
        national(() if bool(scores["sample"].any()) else shown),
        standings(scores, published, shown),
        frozenset(
            pair for pair in pairwise(shown) if _breaks(pair, (Scope.INDICATORS, Scope.INSTRUMENTS))
        ),
        len(shown) > 1 and _breaks((newest_pair[0], newest_pair[1]), (Scope.TOTAL,)),
    )


def item_scores(book: Scorebook) -> pd.DataFrame:
    """Give item scores with the names of their own year.

    Columns: year, code, name ("" where not known), indicator (<NA> where not known), score, mark.
    """
    found = book.scores[book.scores["level"] == "item"]
    rows = [
        (row["year"], row["code"], *_item(int(row["year"]), str(row["code"])), row["score"])
        for row in found.to_dict("records")
    ]
    table = pd.DataFrame(rows, columns=["year", "code", "name", "indicator", "score"])
    table["indicator"] = table["indicator"].astype("Int64")
    table["mark"] = ""
    table.loc[found["revised"].to_numpy(dtype=bool), "mark"] = "r"
    table.loc[found["provisional"].to_numpy(dtype=bool), "mark"] = "p"
    return table


def _item(year: int, code: str) -> tuple[str, int | None]:
    one = framework(year).item(code)
    return (one.name or "", one.indicator) if one else ("", None)


def _breaks(pair: tuple[int, int], scopes: tuple[Scope, ...]) -> bool:
    return any(found.scope in scopes for found in comparisons().breaks_between(*pair))
