"""The home agency's scores as pages and reports need them, judged by the rules of each year."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

import pandas as pd

from data.analysis.indicators import Coverage, coverage, indicator_changes, weakest
from data.analysis.standing import Standing, standings
from data.framework import framework
from queries import Reader, catalogue, readings
from queries import scores as score_queries


@dataclass(frozen=True, slots=True)
class Scorebook:
    """Scores of some years of the home agency, oldest year first.

    `scores`: see `queries.scores.home_scores`. `indicators`: see `queries.readings`; `changes`
    (newest two years; empty with one year): see `data.analysis.indicators`. `national` averages,
    see `queries.catalogue`, are empty beside samples.
    `broken_pairs` are neighbouring years with a break for some indicator, `broken_totals` those
    with one for the total.
    """

    years: tuple[int, ...]
    sample: bool
    scores: pd.DataFrame
    indicators: pd.DataFrame
    changes: pd.DataFrame
    national: pd.DataFrame
    standings: tuple[Standing, ...]
    broken_pairs: frozenset[tuple[int, int]]
    broken_totals: frozenset[tuple[int, int]]

    @property
    def total_broken(self) -> bool:
        """Whether a break lies between the newest two years."""
        return self.years[-2:] in self.broken_totals

    @property
    def newest(self) -> Standing:
        """The standing of the newest year."""
        return self.standings[-1]

    def standing(self, year: int) -> Standing:
        """Give the standing of one year; a year that is not in the book stands nowhere."""
        return next((one for one in self.standings if one.year == year), Standing(year))

    def weakest(self, year: int) -> pd.DataFrame:
        """Give the scored indicators of a year, lowest first."""
        return weakest(self.indicators, year)

    def coverage(self, year: int) -> Coverage:
        """Count the indicators of a year that have a score."""
        return coverage(self.indicators, year)


def scorebook(reader: Reader, chosen: Sequence[int] | None = None) -> Scorebook | None:
    """Read the chosen years (None: every year); None when they hold no score."""
    scores = score_queries.home_scores(reader, years=chosen)
    scored = set(scores["year"])
    read = tuple(one for one in standings(reader, chosen) if one.year in scored)
    shown = tuple(one.year for one in read)
    if not shown:
        return None
    indicators = readings.indicator_readings(reader, years=shown)
    before, newest = shown[-2:] if len(shown) > 1 else (shown[-1], shown[-1])
    sample = bool(scores["sample"].any())
    broken = readings.broken_comparisons(reader)
    return Scorebook(
        shown,
        sample,
        scores,
        indicators,
        indicator_changes(indicators if before < newest else indicators.iloc[:0], before, newest),
        # Real averages never stand beside invented scores.
        catalogue.national_scores(reader, () if sample else shown),
        read,
        _broken_pairs(broken, "indicator", shown),
        _broken_pairs(broken, "total", shown),
    )


def _broken_pairs(
    broken: Iterable[readings.Comparison], level: str, shown: Sequence[int]
) -> frozenset[tuple[int, int]]:
    neighbours = set(pairwise(shown))
    pairs = ((one.from_year, one.to_year) for one in broken if one.level == level)
    return frozenset(pair for pair in pairs if pair in neighbours)


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
