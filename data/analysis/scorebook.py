"""The home agency's scores as pages and reports need them, judged by the rules of each year."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import pandas as pd

from data.analysis.indicators import Coverage, coverage, indicator_changes, weakest
from data.analysis.standing import Standing, standings
from data.model.records import ScoreLevel
from queries import Reader, catalogue, readings
from queries import scores as score_queries


@dataclass(frozen=True, slots=True)
class Scorebook:
    """Scores of some years of the home agency, oldest year first.

    `scores`: see `queries.scores.home_scores`. `indicators` and `weak` (points of the newest year
    under its target): see `queries.readings`; `changes` (newest two years; empty with one year):
    see `data.analysis.indicators`. `national` averages, see `queries.catalogue`, are empty beside
    samples. `broken` holds what cannot be compared between two of the years.
    """

    years: tuple[int, ...]
    sample: bool
    scores: pd.DataFrame
    indicators: pd.DataFrame
    changes: pd.DataFrame
    weak: pd.DataFrame
    national: pd.DataFrame
    standings: tuple[Standing, ...]
    broken: frozenset[readings.Comparison]

    @property
    def newest(self) -> Standing:
        """The standing of the newest year."""
        return self.standings[-1]

    @property
    def broken_pairs(self) -> frozenset[tuple[int, int]]:
        """Neighbouring years with a break for some indicator."""
        return self._broken(ScoreLevel.INDICATOR)

    @property
    def broken_totals(self) -> frozenset[tuple[int, int]]:
        """Neighbouring years with a break for the total."""
        return self._broken(ScoreLevel.TOTAL)

    @property
    def total_broken(self) -> bool:
        """Whether a break lies between the newest two years."""
        return self.years[-2:] in self.broken_totals

    def _broken(self, level: ScoreLevel) -> frozenset[tuple[int, int]]:
        broken = {found[:3] for found in self.broken}
        return frozenset(years for years in pairwise(self.years) if (*years, level) in broken)

    def standing(self, year: int) -> Standing:
        """Give the standing of one year; a year that is not in the book stands nowhere."""
        return next((read for read in self.standings if read.year == year), Standing(year))

    def weakest(self, year: int) -> pd.DataFrame:
        """Give the scored indicators of a year, lowest first."""
        return weakest(self.indicators, year)

    def coverage(self, year: int) -> Coverage:
        """Count the indicators of a year that have a score."""
        return coverage(self.indicators, year)


def scorebook(reader: Reader, chosen: Sequence[int] | None = None) -> Scorebook | None:
    """Read the chosen years (None: every year); None when they hold no score and no level."""
    read = standings(reader, chosen)
    if not read:
        return None
    shown = tuple(standing.year for standing in read)
    indicators = readings.indicator_readings(reader, years=shown)
    before, newest = shown[-2:] if len(shown) > 1 else (shown[-1], shown[-1])
    sample = any(standing.sample for standing in read)
    return Scorebook(
        shown,
        sample,
        score_queries.home_scores(reader, years=shown),
        indicators,
        indicator_changes(indicators if before < newest else indicators.iloc[:0], before, newest),
        readings.weak_points(reader, newest),
        # Real averages never stand beside invented scores.
        catalogue.national_scores(reader, () if sample else shown),
        read,
        frozenset(
            broken
            for broken in readings.broken_comparisons(reader)
            if {broken.from_year, broken.to_year} <= set(shown)
        ),
    )


def item_scores(book: Scorebook) -> pd.DataFrame:
    """Give item scores with the names of their own year.

    Columns: year, code, name ("" where not known), indicator (<NA> where not known), score, mark.
    """
    items = book.scores[book.scores["level"] == "item"]
    columns = ["year", "code", "name", "indicator", "score", "mark"]
    return items[columns].astype({"indicator": "Int64"}).reset_index(drop=True)
