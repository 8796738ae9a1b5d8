"""What every chart asks of its frame: rows at all, the years it spans."""

from collections.abc import Sequence

import pandas as pd

from data.framework import instrument_codes
from data.words import charts as words
from data.words import marks as mark_words
from queries.frames import records_of


def required(frame: pd.DataFrame) -> None:
    """Refuse an empty frame; a page shows a sentence instead of a figure then."""
    if frame.empty:
        message = "a chart needs at least one row"
        raise ValueError(message)


def years_of(frame: pd.DataFrame) -> list[int]:
    """List the years of a frame, oldest first."""
    return [int(year) for year in sorted(frame["year"].unique())]


def span(years: Sequence[int]) -> str:
    """Write years as one range of words."""
    if len(years) == 1:
        return words.YEAR.format(year=years[0])
    return words.YEARS.format(first=years[0], last=years[-1])


def instruments_of(frame: pd.DataFrame) -> list[str]:
    """List the instruments of a frame in the official order, unknown ones last."""
    present = set(frame["instrument"])
    known = [code for code in instrument_codes() if code in present]
    return known + sorted(present - set(known))


def marks_of(scores: pd.DataFrame) -> set[str]:
    """Collect the marks of a frame; a missing score without one counts as not imported."""
    marks = (row["mark"] or ("x" if pd.isna(row["score"]) else "") for row in records_of(scores))
    return set("".join(marks))


def meanings(marks: set[str]) -> str:
    """Explain marks in words."""
    return words.JOIN.join(text for mark, text in mark_words.MEANINGS.items() if mark in marks)


def limited(limits: Sequence[str]) -> tuple[str, ...]:
    """Say under the title of a figure which filters leave something out; nothing when none does."""
    return (words.CHART_SCOPE.format(limits=words.JOIN.join(limits)),) if limits else ()


def and_more(names: Sequence[str]) -> str:
    """Name the first of several equals and count the others."""
    if len(names) == 1:
        return names[0]
    return words.AND_MORE.format(first=names[0], more=len(names) - 1)
