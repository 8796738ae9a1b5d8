"""Tables of scores: indicators by years, totals, items, and a score with its mark."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

import pandas as pd

from data.analysis.standing import Standing
from data.framework import framework
from data.model.columns import Column, Kind, Table, Trend
from data.tables.columns import columns
from data.words import marks as mark_words
from data.words import palette
from data.words.files import tables as words
from queries.frames import records_of

ITEM_KEYS = ("year", "code", "name", "indicator_name", "score", "mark")
_INDICATOR_KEYS: Final = ("indicator", "name", "instrument")
_SCORE: Final = Kind.MARKED_SCORE
Lines = dict[int, dict[str, object]]
"""The cells of each indicator by their column."""


def indicator_table(
    scores: pd.DataFrame, changes: pd.DataFrame, national: pd.DataFrame, title: str
) -> Table:
    """Show indicators as rows and years as columns, the newest change and the national values."""
    shown_years = sorted(int(year) for year in scores["year"].unique())
    of_year = [
        Column(f"y{one}", words.YEAR_HEADING.format(year=one), _SCORE) for one in shown_years
    ]
    named = {"name": words.HEADINGS["indicator_name"]}
    shown = [*columns(_INDICATOR_KEYS, named, name=Kind.TEXT), *of_year]
    lines: Lines = {}
    for row in records_of(scores):
        # A name is that of the newest year.
        line = lines.pop(row["indicator"], {})
        own = {key: row[key] for key in _INDICATOR_KEYS}
        lines[row["indicator"]] = line | own | {f"y{row['year']}": marked(row)}
    if len(changes):
        shown += _add_changes(lines, changes)
    shown += _add_national(lines, national)
    values = {one.key: [line.get(one.key) for line in lines.values()] for one in shown}
    mixed = {one.key for one in of_year} | {"change"}
    frame = pd.DataFrame(
        {
            key: pd.Series(own, dtype="object" if key in mixed else None)
            for key, own in values.items()
        }
    )
    steady = words.STEADY_NOTE.format(band=framework(shown_years[-1]).steady_band)
    return Table(words.SHEETS["data"], title, tuple(shown), frame, (steady, words.MARKS_EXPLAINED))


def totals_table(standings: Sequence[Standing], title: str) -> Table:
    """Show one row a year: total, instruments, level."""
    codes = instrument_codes(standings)
    rows = [
        {
            "year": standing.year,
            "total": marked({"score": standing.total, "mark": standing.mark}),
            **_instruments(standing, codes),
            "level": standing.level.name if standing.level and standing.level.certain else "",
            "published_level": standing.published_level or "",
        }
        for standing in standings
    ]
    named = {
        "total": words.LEVELS["total"],
        **{code: code for code in codes},
        "level": words.COMPUTED_LEVEL,
        "published_level": words.PUBLISHED_LEVEL,
    }
    kinds = dict.fromkeys(("total", *codes), Kind.MARKED_SCORE)
    shown = columns(("year", *named), named, **kinds)
    notes = (words.MARKS_EXPLAINED,)
    return Table(words.SHEETS["summary"], title, shown, pd.DataFrame(rows), notes)


def totals_trend(totals: Table, title: str) -> Trend:
    """Give the native Excel chart of a `totals_table`: a line for the total and each instrument."""
    series = tuple(column.key for column in totals.columns if column.kind is Kind.MARKED_SCORE)
    colours = tuple(
        palette.TOTAL if key == "total" else palette.instrument_mark(key).colour for key in series
    )
    return Trend(title, "year", series, totals.name, colours=colours, lowest=0, highest=100)


def instrument_codes(standings: Sequence[Standing]) -> list[str]:
    """List the instruments that have a score, in the order of the newest framework."""
    known = {code for one in standings for code in one.instruments}
    official = [one.code for one in framework(standings[-1].year).instruments]
    return [code for code in official if code in known] + sorted(known - set(official))


def item_table(items: pd.DataFrame, title: str) -> Table:
    """Show item scores of several years, one row an item and year: never joined across years."""
    return Table(words.SHEETS["data"], title, columns(ITEM_KEYS), items)


def marked(row: Mapping[Any, Any]) -> float | str:
    """Write a score with its mark, or the mark in its place; a plain one stays a number."""
    if pd.isna(row["score"]):
        return mark_words.in_place(row["mark"])
    if not row["mark"]:
        return float(row["score"])
    return mark_words.marked(f"{row['score']:.2f}", row["mark"])


def _instruments(standing: Standing, codes: Sequence[str]) -> dict[str, float | str]:
    """Give the score of each instrument; one that its year does not have has no cell."""
    parts = {part.code: part for part in standing.parts}
    return {
        code: marked({"score": parts[code].value, "mark": parts[code].mark})
        for code in codes
        if code in parts
    }


def _add_changes(lines: Lines, changes: pd.DataFrame) -> list[Column]:
    rows = records_of(changes)
    for row in rows:
        change = "" if pd.isna(row["change"]) else float(row["change"])
        lines.get(row["indicator"], {}).update(
            change=mark_words.NOT_COMPARABLE if row["broken"] else change,
            reading=words.READINGS[row["reading"]],
        )
    named = {"change": words.CHANGE_HEADING.format(from_year=rows[0]["from_year"])}
    return list(columns(("change", "reading"), named))


def _add_national(lines: Lines, national: pd.DataFrame) -> list[Column]:
    codes = {str(indicator): line for indicator, line in lines.items()}
    known = [row for row in records_of(national) if row["code"] in codes]
    for row in known:
        codes[row["code"]][f"n{row['year']}"] = row["value"]
    years = sorted({row["year"] for row in known})
    return [
        Column(f"n{year}", words.NATIONAL_HEADING.format(year=year), Kind.SCORE) for year in years
    ]
