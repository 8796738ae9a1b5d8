"""Where the agency stands in a year: total, instruments, level, and what blocks the next one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

import pandas as pd

from data.analysis.levels import Level, Shortfall, blocks, level, next_level, recomputed_total
from data.framework import LevelRule, framework, years


@dataclass(frozen=True, slots=True)
class Standing:
    """One year of one agency; None is "not known". `level` follows the rules of that year."""

    year: int
    total: float | None
    instruments: Mapping[str, float]
    recomputed: Decimal | None
    level: Level | None
    published_level: str | None
    next_level: LevelRule | None
    blocks: tuple[Shortfall, ...]


def standings(
    scores: pd.DataFrame, published: pd.DataFrame, shown_years: Sequence[int]
) -> tuple[Standing, ...]:
    """Give the standing of each year that a framework file describes, oldest first.

    `scores` is what `queries.scores.home_scores` gives, `published` the printed levels.
    """
    printed = dict(zip(published["year"], published["published_level"], strict=True))
    return tuple(
        _standing(scores[scores["year"] == year], year, printed.get(year))
        for year in sorted(shown_years)
        if year in years()
    )


def _standing(of_year: pd.DataFrame, year: int, printed: str | None) -> Standing:
    totals = of_year.loc[of_year["level"] == "total", "score"]
    total = float(totals.iloc[0]) if len(totals) else None
    rows = of_year[of_year["level"] == "instrument"]
    instruments = {str(row["code"]): float(row["score"]) for row in rows.to_dict("records")}
    described = framework(year)
    return Standing(
        year,
        total,
        instruments,
        recomputed_total(instruments, described),
        level(total, instruments, described),
        printed,
        next_level(total, instruments, described),
        blocks(total, instruments, described),
    )
