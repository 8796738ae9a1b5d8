"""Tables as people see them: one definition of columns for the page and for the file."""

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from data.analysis.indicators import STEADY_BAND
from data.analysis.standing import Standing
from data.framework import framework, years
from data.model.columns import Column, Kind, Table, Trend
from data.tables.columns import columns
from data.words import marks as mark_words
from data.words import palette
from data.words.files import tables as words
from data.words.work import statuses

MEASURE_KEYS = (
    "plan_year",
    "indicator_name",
    "items",
    "action",
    "lead",
    "support",
    "status",
    "percent",
    "flags",
    "end_date",
    "measure_id",
)
DETAIL_KEYS = (
    "measure_id",
    "question",
    "analysis",
    "alignment",
    "steps",
    "period_text",
    "start_date",
    "responsible_text",
    "status_on",
    "budget_planned",
    "budget_spent",
    "note",
    "evidence",
    "reported_by",
    "reported_at",
    "source",
)
FOLLOW_UP_FIRST = ("indicator_name", "items", "lead", "status", "percent", "flags", "end_date")
PROGRESS_KEYS = (
    "division",
    "total",
    "led",
    "supported",
    "done",
    "due",
    "late",
    "due_soon",
    "silent",
    "awaiting_evidence",
    "in-progress",
    "not-started",
    "not-reported",
    "cancelled",
)
ITEM_KEYS = ("year", "code", "name", "indicator_name", "score", "mark")
# What a batch is called comes first: a phone shows three columns.
BATCH_KEYS = (
    "batch_id",
    "state",
    "file_name",
    "sheet",
    "kind",
    "form",
    "imported_at",
    "imported_by",
    "rows_read",
    "rows_imported",
    "rows_reported",
    "added",
    "changed",
    "unchanged",
    "undone_at",
    "undone_by",
)


def measure_table(measures: pd.DataFrame, title: str, *, first: Sequence[str] = ()) -> Table:
    """Show measures as `queries.measures.measures` gives them, with lists written out.

    `first` names the columns that matter most where the table stands; the others follow.
    """
    shown = measures.copy()
    shown["indicator_name"] = [
        _indicator_label(int(row["indicator"]), int(row["item_year"]))
        for row in measures.to_dict("records")
    ]
    for column in ("items", "lead", "support"):
        shown[column] = [", ".join(values) for values in measures[column]]
    shown["steps"] = [numbered(values) for values in measures["steps"]]
    shown["status"] = [statuses.status(code) for code in measures["status"]]
    shown["flags"] = [flag_words(row) for row in measures.to_dict("records")]
    shown["source"] = [source_place(row) for row in measures.to_dict("records")]
    ordered = dict.fromkeys((*first, *MEASURE_KEYS))
    return Table(words.SHEETS["data"], title, columns(ordered), shown)


def measure_details(table: Table) -> Table:
    """Give the rest of what is known of the measures of a `measure_table`: same rows and order."""
    name = words.SHEETS["details"]
    return Table(name, name, columns(DETAIL_KEYS), table.frame)


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
        values = dict(
            zip(of_year["indicator"], map(marked, of_year.to_dict("records")), strict=True)
        )
        wide = wide.assign(**{f"y{year}": wide["indicator"].map(values).astype("object")})
        heading = words.YEAR_HEADING.format(year=year)
        shown.append(Column(f"y{year}", heading, Kind.MARKED_SCORE))
    if len(changes):
        wide, added = _with_changes(wide, changes)
        shown += added
    wide, added = _with_national(wide, national)
    notes = (words.STEADY_NOTE.format(band=STEADY_BAND), words.MARKS_EXPLAINED)
    return Table(words.SHEETS["data"], title, (*shown, *added), wide, notes)


def totals_table(standings: Sequence[Standing], title: str) -> Table:
    """Show one row a year: total, instruments, level."""
    codes = instrument_codes(standings)
    rows = [
        {
            "year": one.year,
            "total": one.total,
            **{code: one.instruments.get(code) for code in codes},
            "level": one.level.name if one.level and one.level.certain else "",
            "published_level": one.published_level or "",
        }
        for one in standings
    ]
    named = {
        "total": words.LEVELS["total"],
        **{code: code for code in codes},
        "level": words.COMPUTED_LEVEL,
        "published_level": words.PUBLISHED_LEVEL,
    }
    shown = columns(("year", *named), named, **dict.fromkeys(("total", *codes), Kind.SCORE))
    return Table(words.SHEETS["summary"], title, shown, pd.DataFrame(rows))


def totals_trend(totals: Table, title: str) -> Trend:
    """Give the native Excel chart of a `totals_table`: a line for the total and each instrument."""
    series = tuple(column.key for column in totals.columns if column.kind is Kind.SCORE)
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


def progress_table(progress: pd.DataFrame, title: str) -> Table:
    """Show `queries.divisions.division_progress` with one row a division."""
    totals = progress.drop_duplicates("division").set_index("division")
    by_status = progress.pivot_table(
        index="division", columns="status", values="measures", aggfunc="sum"
    )
    others = by_status.reindex(columns=["in-progress", "not-started", "not-reported", "cancelled"])
    counts = totals.drop(columns=["status", "measures"]).join(others.fillna(0).astype(int))
    frame = counts.reset_index()
    return Table(words.SHEETS["data"], title, columns(PROGRESS_KEYS), frame)


def batch_table(batches: pd.DataFrame, title: str) -> Table:
    """Show the import ledger in words."""
    shown = batches.copy()
    shown["kind"] = batches["kind"].map(words.KINDS)
    shown["form"] = batches["form"].map(words.FORMS)
    shown["state"] = [batch_state(row) for row in batches.to_dict("records")]
    return Table(words.SHEETS["data"], title, columns(BATCH_KEYS), shown)


def batch_state(row: Mapping[Any, Any]) -> str:
    """Say whether the values of a batch count."""
    if row["state"] == "undone":
        return words.STATES["undone"]
    return words.STATES["seen" if row["seen"] else "retired"]


def numbered(steps: Sequence[str]) -> str:
    """Write steps as numbered lines; a single step stands without a number."""
    if len(steps) == 1:
        return steps[0]
    return "\n".join(f"{number}. {step}" for number, step in enumerate(steps, start=1))


def flag_words(row: Mapping[Any, Any]) -> str:
    """Give the computed states of a measure row as text."""
    return statuses.flags(
        overdue=bool(row["overdue"]),
        due_soon=bool(row["due_soon"]),
        silent=bool(row["silent"]),
        awaiting_evidence=bool(row["awaiting_evidence"]),
    )


def source_place(row: Mapping[Any, Any]) -> str:
    """Say the file, sheet and cell of a row."""
    return words.SOURCE_PLACE.format(
        file_name=row["file_name"], sheet=row["sheet"], cell=row["cell"]
    )


def marked(row: Mapping[Any, Any]) -> float | str:
    """Write a score with its mark, or the mark in its place; a plain one stays a number."""
    if pd.isna(row["score"]):
        return mark_words.in_place(row["mark"])
    if not row["mark"]:
        return float(row["score"])
    return mark_words.marked(f"{row['score']:.2f}", row["mark"])


def _indicator_label(number: int, year: int) -> str:
    one = framework(year).indicator(number) if year in years() else None
    return f"{number}. {one.name}" if one and one.name else str(number)


def _with_changes(wide: pd.DataFrame, changes: pd.DataFrame) -> tuple[pd.DataFrame, list[Column]]:
    from_year = int(changes["from_year"].iloc[0])
    values: dict[int, float | str] = {}
    for row in changes.to_dict("records"):
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
