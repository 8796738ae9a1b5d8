"""Tables as people see them: one definition of columns for the page and for the file."""

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from data.analysis.indicators import STEADY_BAND
from data.analysis.standing import Standing
from data.framework import framework, years
from data.model.columns import Column, Kind, Table
from data.words.files import tables as words
from data.words.work import statuses

MEASURE_KINDS = {
    "plan_year": Kind.YEAR,
    "indicator_name": Kind.TEXT,
    "items": Kind.TEXT,
    "action": Kind.LONG_TEXT,
    "lead": Kind.TEXT,
    "support": Kind.LONG_TEXT,
    "status": Kind.STATUS,
    "percent": Kind.PERCENT,
    "flags": Kind.TEXT,
    "end_date": Kind.DATE,
    "measure_id": Kind.TEXT,
}
DETAIL_KINDS = {
    "measure_id": Kind.TEXT,
    "question": Kind.LONG_TEXT,
    "analysis": Kind.LONG_TEXT,
    "alignment": Kind.LONG_TEXT,
    "steps": Kind.LONG_TEXT,
    "period_text": Kind.TEXT,
    "start_date": Kind.DATE,
    "responsible_text": Kind.TEXT,
    "status_on": Kind.DATE,
    "budget_planned": Kind.MONEY,
    "budget_spent": Kind.MONEY,
    "note": Kind.LONG_TEXT,
    "evidence": Kind.TEXT,
    "reported_by": Kind.TEXT,
    "reported_at": Kind.DATETIME,
    "source": Kind.TEXT,
}
FOLLOW_UP_FIRST = ("indicator_name", "items", "lead", "status", "percent", "flags", "end_date")
PROGRESS_KINDS = {
    "division": Kind.TEXT,
    "total": Kind.INTEGER,
    "done": Kind.INTEGER,
    "due": Kind.INTEGER,
    "late": Kind.INTEGER,
    "due_soon": Kind.INTEGER,
    "silent": Kind.INTEGER,
    "awaiting_evidence": Kind.INTEGER,
    "in-progress": Kind.INTEGER,
    "not-started": Kind.INTEGER,
    "not-reported": Kind.INTEGER,
    "cancelled": Kind.INTEGER,
}
# What a batch is called comes first: a phone shows three columns.
BATCH_KINDS = {
    "batch_id": Kind.INTEGER,
    "state": Kind.TEXT,
    "file_name": Kind.TEXT,
    "sheet": Kind.TEXT,
    "kind": Kind.TEXT,
    "form": Kind.TEXT,
    "imported_at": Kind.DATETIME,
    "imported_by": Kind.TEXT,
    "rows_read": Kind.INTEGER,
    "rows_imported": Kind.INTEGER,
    "rows_reported": Kind.INTEGER,
    "added": Kind.INTEGER,
    "changed": Kind.INTEGER,
    "unchanged": Kind.INTEGER,
    "undone_at": Kind.DATETIME,
    "undone_by": Kind.TEXT,
}


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
    ordered = dict.fromkeys((*first, *MEASURE_KINDS))
    kinds = {key: MEASURE_KINDS[key] for key in ordered}
    return Table(words.SHEETS["data"], title, _columns(kinds), shown)


def measure_details(table: Table) -> Table:
    """Give the rest of what is known of the measures of a `measure_table`: same rows and order."""
    name = words.SHEETS["details"]
    return Table(name, name, _columns(DETAIL_KINDS), table.frame)


def indicator_table(
    scores: pd.DataFrame, changes: pd.DataFrame, national: pd.DataFrame, title: str
) -> Table:
    """Show indicators as rows and years as columns, the newest change and the national values."""
    shown_years = sorted(int(year) for year in scores["year"].unique())
    wide = scores[["indicator", "name", "instrument"]].drop_duplicates("indicator", keep="last")
    columns = [
        Column("indicator", words.HEADINGS["indicator"], Kind.INTEGER),
        Column("name", words.HEADINGS["indicator_name"], Kind.TEXT),
        Column("instrument", words.HEADINGS["instrument"], Kind.TEXT),
    ]
    for year in shown_years:
        of_year = scores[scores["year"] == year]
        values = dict(
            zip(of_year["indicator"], map(marked, of_year.to_dict("records")), strict=True)
        )
        wide = wide.assign(**{f"y{year}": wide["indicator"].map(values).astype("object")})
        heading = words.YEAR_HEADING.format(year=year)
        columns.append(Column(f"y{year}", heading, Kind.MARKED_SCORE))
    if len(changes):
        wide, added = _with_changes(wide, changes)
        columns += added
    wide, added = _with_national(wide, national)
    notes = (words.STEADY_NOTE.format(band=STEADY_BAND), words.MARKS_EXPLAINED)
    return Table(words.SHEETS["data"], title, (*columns, *added), wide, notes)


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
    columns = (
        Column("year", words.HEADINGS["year"], Kind.YEAR),
        Column("total", words.LEVELS["total"], Kind.SCORE),
        *(Column(code, code, Kind.SCORE) for code in codes),
        Column("level", words.COMPUTED_LEVEL, Kind.TEXT),
        Column("published_level", words.PUBLISHED_LEVEL, Kind.TEXT),
    )
    return Table(words.SHEETS["summary"], title, columns, pd.DataFrame(rows))


def instrument_codes(standings: Sequence[Standing]) -> list[str]:
    """List the instruments that have a score, in the order of the newest framework."""
    known = {code for one in standings for code in one.instruments}
    official = [one.code for one in framework(standings[-1].year).instruments]
    return [code for code in official if code in known] + sorted(known - set(official))


def item_table(items: pd.DataFrame, title: str) -> Table:
    """Show item scores of several years, one row an item and year: never joined across years."""
    kinds = {
        "year": Kind.YEAR,
        "code": Kind.TEXT,
        "name": Kind.LONG_TEXT,
        "indicator_name": Kind.TEXT,
        "score": Kind.SCORE,
        "mark": Kind.TEXT,
    }
    return Table(words.SHEETS["data"], title, _columns(kinds), items)


def progress_table(progress: pd.DataFrame, title: str) -> Table:
    """Show `queries.divisions.division_progress` with one row a division."""
    totals = progress.drop_duplicates("division").set_index("division")
    by_status = progress.pivot_table(
        index="division", columns="status", values="measures", aggfunc="sum"
    )
    others = by_status.reindex(columns=["in-progress", "not-started", "not-reported", "cancelled"])
    counts = totals.drop(columns=["status", "measures"]).join(others.fillna(0).astype(int))
    frame = counts.reset_index()
    return Table(words.SHEETS["data"], title, _columns(PROGRESS_KINDS), frame)


def batch_table(batches: pd.DataFrame, title: str) -> Table:
    """Show the import ledger in words."""
    shown = batches.copy()
    shown["kind"] = batches["kind"].map(words.KINDS)
    shown["form"] = batches["form"].map(words.FORMS)
    shown["state"] = [batch_state(row) for row in batches.to_dict("records")]
    return Table(words.SHEETS["data"], title, _columns(BATCH_KINDS), shown)


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
        withdrawn=bool(row["withdrawn"]),
    )


def source_place(row: Mapping[Any, Any]) -> str:
    """Say the file, sheet and cell of a row."""
    return words.SOURCE_PLACE.format(
        file_name=row["file_name"], sheet=row["sheet"], cell=row["cell"]
    )


def marked(row: Mapping[Any, Any]) -> float | str:
    """Write a score with its mark, [p] or [r]; a plain one stays a number."""
    if not row["mark"]:
        return float(row["score"])
    return words.MARKS[row["mark"]].format(score=f"{row['score']:.2f}")


def _columns(kinds: Mapping[str, Kind]) -> tuple[Column, ...]:
    return tuple(Column(key, words.HEADINGS[key], kind) for key, kind in kinds.items())


def _indicator_label(number: int, year: int) -> str:
    one = framework(year).indicator(number) if year in years() else None
    return f"{number}. {one.name}" if one and one.name else str(number)


def _with_changes(wide: pd.DataFrame, changes: pd.DataFrame) -> tuple[pd.DataFrame, list[Column]]:
    from_year = int(changes["from_year"].iloc[0])
    values: dict[int, float | str] = {}
    for row in changes.to_dict("records"):
        missing = pd.isna(row["change"])
        plain = "" if missing else float(row["change"])
        values[int(row["indicator"])] = words.NOT_COMPARABLE if row["broken"] else plain
    readings = dict(zip(changes["indicator"], changes["reading"].map(words.READINGS), strict=True))
    heading = words.CHANGE_HEADING.format(from_year=from_year)
    table = wide.assign(
        change=wide["indicator"].map(values).astype("object"),
        reading=wide["indicator"].map(readings),
    )
    return table, [
        Column("change", heading, Kind.CHANGE),
        Column("reading", words.HEADINGS["reading"], Kind.TEXT),
    ]


def _with_national(wide: pd.DataFrame, national: pd.DataFrame) -> tuple[pd.DataFrame, list[Column]]:
    known = national[national["code"].isin(wide["indicator"].astype(str))]
    columns = []
    for year in sorted(int(year) for year in known["year"].unique()):
        of_year = known[known["year"] == year]
        values = dict(zip(of_year["code"].astype(int), of_year["value"], strict=True))
        wide = wide.assign(**{f"n{year}": wide["indicator"].map(values)})
        heading = words.NATIONAL_HEADING.format(year=year)
        columns.append(Column(f"n{year}", heading, Kind.SCORE))
    return wide, columns
