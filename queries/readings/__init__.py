"""What the scores of an agency come to: published first, else recomputed from all parts."""

from collections.abc import Mapping, Sequence
from operator import itemgetter
from typing import Any, Final, NamedTuple

import pandas as pd

from queries import Reader, read, read_once, rows_once
from queries.frames import records_of

HOME_ID: Final = 1
"""The agency whose store it is."""
_NOT_ASSESSED: Final = "z"


class Comparison(NamedTuple):
    """One score in two years, the earlier first; `level` and `code` as in scores."""

    from_year: int
    to_year: int
    level: str = "total"
    code: str = "total"


def year_readings(
    reader: Reader, *, years: Sequence[int] | None = None, agency_id: int = HOME_ID
) -> list[Mapping[str, Any]]:
    """Total, instruments, their basis and the level of each year, numbers as exact decimals.

    `data.analysis.standing.standings` gives them a type.
    """
    every = rows_once(reader, "readings/year_readings", years=None, agency_id=agency_id)
    return [row for row in every if years is None or row["year"] in years]


def indicator_readings(
    reader: Reader, *, years: Sequence[int] | None = None, agency_id: int = HOME_ID
) -> pd.DataFrame:
    """Every indicator in every year: indicator, name, instrument, year, score, mark, target, gap.

    score is 0-100, NaN where there is none; gap is how many points it is under the target, 0 where
    it reaches it. changes lists {from_year, change, broken, reading} for each earlier year with
    scores; reading is "up", "down", "steady" (by the band of the later year) or "unknown".
    """
    every = read_once(reader, "readings/indicator_readings", years=None, agency_id=agency_id)
    if years is None:
        return every
    if not set(years) <= set(every["year"]):
        return read(reader, "readings/indicator_readings", years=years, agency_id=agency_id)
    return _of_years(every, years)


def weak_points(reader: Reader, year: int, *, agency_id: int = HOME_ID) -> pd.DataFrame:
    """What is under the target of a year, indicators before items, the lowest first.

    Columns: level ("indicator", "item"), code ("3", "o14"), indicator, name, score, mark, target,
    gap; change since the year before, NaN where it cannot be told; rank among all of the level;
    lowest (it is one of the lowest three) and fallen (by more than the steady band).
    """
    return read_once(reader, "readings/weak_points", year=year, agency_id=agency_id)


def places(
    reader: Reader, year: int, level: str, code: str, *, agency_id: int = HOME_ID
) -> pd.DataFrame:
    """Everybody's place in each group of one agency for a code of a year, the best first.

    Columns: among ("district", "province", "kind", "all") and name of the group; agency_id, agency,
    district, province, kind, is_home (it is the one asked for); score, mark; rank, tied (how many
    others have that score); n, recomputed, mean, median of the group.
    """
    return read(
        reader,
        "readings/places",
        agency_id=agency_id,
        year=year,
        level=level,
        code=code,
        recomputed=_recomputed(reader, year, level, code),
    )


def place_changes(
    reader: Reader, change: "Comparison", *, agency_id: int = HOME_ID
) -> Mapping[str, tuple[float, float]]:
    """The change of one agency and the mean change of each of its groups; NaN where unknown."""
    recomputed = any(
        _recomputed(reader, year, change.level, change.code)
        for year in (change.from_year, change.to_year)
    )
    changes = read(
        reader,
        "readings/place_changes",
        agency_id=agency_id,
        recomputed=recomputed,
        **change._asdict(),
    )
    return {
        str(row["among"]): (float(row["own"]), float(row["mean"])) for row in records_of(changes)
    }


def _recomputed(reader: Reader, year: int, level: str, code: str) -> bool:
    """Whether any score may have to be recomputed: for all of the nation that takes a second."""
    if level not in {"total", "instrument"}:
        return False
    (row,) = rows_once(reader, "readings/unpublished_agencies", year=year, level=level, code=code)
    return bool(row["agencies"])


def recomputed_scores(
    reader: Reader,
    *,
    years: Sequence[int] | None = None,
    levels: Sequence[str] | None = None,
    agency: str | None = None,
    all_agencies: bool = False,
) -> pd.DataFrame:
    """Instruments and totals that were recomputed, of whom `queries.scores.scores` would give.

    Columns: agency, is_home, year, level, code, score (0-100, half up to two decimals),
    provisional, revised, mark ("c", or "cp" where a part is provisional), sample.
    """
    return read(
        reader,
        "readings/recomputed_scores",
        years=years,
        levels=levels,
        agency=agency,
        all_agencies=all_agencies,
    )


def broken_comparisons(reader: Reader) -> frozenset[Comparison]:
    """Give everything of two years that cannot be compared, by the breaks of the catalogue.

    A break of an instrument breaks its indicators and the total.
    """
    found = rows_once(reader, "readings/broken_comparisons")
    return frozenset(Comparison(**row) for row in found)


def _of_years(every: pd.DataFrame, years: Sequence[int]) -> pd.DataFrame:
    """Leave out other years, and what no year that is left knows; see the statement itself."""
    rows = [(place, row) for place, row in enumerate(records_of(every)) if row["year"] in years]
    assessed = (row for _, row in rows if row["mark"] != _NOT_ASSESSED)
    newest = {row["indicator"]: row for row in sorted(assessed, key=itemgetter("year"))}
    kept = [(place, row) for place, row in rows if row["indicator"] in newest]
    known = every.iloc[[place for place, _ in kept]].reset_index(drop=True)
    for key in ("name", "instrument"):
        known[key] = [
            (newest[row["indicator"]] if row["mark"] == _NOT_ASSESSED else row)[key]
            for _, row in kept
        ]
    known["changes"] = [
        [change for change in row["changes"] if change["from_year"] in years] for _, row in kept
    ]
    return known.astype({"year": "int32"})
