"""Scores: as published, newest visible version, with their marks and provenance."""

from collections.abc import Sequence

import pandas as pd

from queries import Reader, read, read_once


def scores(
    reader: Reader,
    *,
    years: Sequence[int] | None = None,
    levels: Sequence[str] | None = None,
    agency: str | None = None,
    all_agencies: bool = False,
) -> pd.DataFrame:
    """Current scores with file, sheet and cell; the home agency unless told otherwise."""
    return read(
        reader,
        "scores/scores",
        years=years,
        levels=levels,
        agency=agency,
        all_agencies=all_agencies,
    )


def home_scores(
    reader: Reader, *, years: Sequence[int] | None = None, levels: Sequence[str] | None = None
) -> pd.DataFrame:
    """Current scores of the home agency: year, level, code, score (0-100), mark, sample.

    An item also has its name ("" where not known) and indicator (<NA> where not known).
    """
    every = read_once(reader, "scores/home_scores", years=None, levels=levels)
    return every if years is None else every[every["year"].isin(years)].reset_index(drop=True)


def home_years(reader: Reader) -> pd.DataFrame:
    """Years with any score of the home agency, and whether they are samples."""
    return read(reader, "scores/home_years")


def agency_years(reader: Reader) -> pd.DataFrame:
    """Years with scores of other agencies, and how many agencies they are."""
    return read(reader, "scores/agency_years")


def score_versions(
    reader: Reader, *, agency_id: int, year: int, level: str, code: str
) -> pd.DataFrame:
    """Every version of one score of an agency with its file, sheet, cell, day and person."""
    return read(
        reader, "scores/score_versions", agency_id=agency_id, year=year, level=level, code=code
    )


def recorded_scores(reader: Reader, *, agency_id: int) -> pd.DataFrame:
    """What an agency has, or had before an undo, a score of: year, level, code."""
    return read(reader, "scores/recorded_scores", agency_id=agency_id)
