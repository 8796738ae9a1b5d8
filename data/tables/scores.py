"""Tables of scores: indicators by years, totals, items, and a score with its mark."""

from collections.abc import Mapping, Sequence
from typing import Any

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


def indicator_table(
    scores: pd.DataFrame, changes: pd.DataFrame, national: pd.DataFrame, title: str
) -> Table:
    """Show indicators as rows and years as columns, the newest change and the national values."""
    shown_years = sorted(int(year) for year in scores["year"].unique())
    wide = scores[["indicator", "name", "instrument"]].drop_duplicates("indicator", keep="last")
    named = {"name": words.HEADINGS["indicator_name"]}
    shown = list(columns(("indicator", "name", "instrument"), named, name=Kind.TEXT))
    for year in shown_years:
        of_year = scores[scores["year"] == year]
        values = dict(zip(of_year["indicator"], map(marked, records_of(of_year)), strict=True))
        wide = wide.assign(**{f"y{year}": wide["indicator"].map(values).astype("object")})
        heading = words.YEAR_HEADING.format(year=year)
        shown.append(Column(f"y{year}", heading, Kind.MARKED_SCORE))
    if len(changes):
        wide, added = _with_changes(wide, changes)
        shown += added
    wide, added = _with_national(wide, national)
    steady = words.STEADY_NOTE.format(band=framework(shown_years[-1]).steady_band)
    notes = (steady, words.MARKS_EXPLAINED)
    return Table(words.SHEETS["data"], title, (*shown, *added), wide, notes)


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


def _with_changes(wide: pd.DataFrame, changes: pd.DataFrame) -> tuple[pd.DataFrame, list[Column]]:
    from_year = int(changes["from_year"].iloc[0])
    values: dict[int, float | str] = {}
    for row in records_of(changes):
        missing = pd.isna(row["change"])
        plain = "" if missing else float(row["change"])
        values[int(row["indicator"])] = mark_words.NOT_COMPARABLE if row["broken"] else plain
    readings = dict(zip(changes["indicator"], changes["reading"].map(words.READINGS), strict=True))
    named = {"change": words.CHANGE_HEADING.format(from_year=from_year)}
    table = wide.assign(
        change=wide["indicator"].map(values).astype("object"),
        reading=wide["indicator"].map(readings),
    )
    return table, list(columns(("change", "reading"), named))


def _with_national(wide: pd.DataFrame, national: pd.DataFrame) -> tuple[pd.DataFrame, list[Column]]:
    known = national[national["code"].isin(wide["indicator"].astype(str))]
    shown = []
    for year in sorted(int(year) for year in known["year"].unique()):
        of_year = known[known["year"] == year]
        values = dict(zip(of_year["code"].astype(int), of_year["value"], strict=True))
        wide = wide.assign(**{f"n{year}": wide["indicator"].map(values)})
        heading = words.NATIONAL_HEADING.format(year=year)
        shown.append(Column(f"n{year}", heading, Kind.SCORE))
    return wide, shown
