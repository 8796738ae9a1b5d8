"""What came back from a division beside what the store says now, row by row; nothing is written."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby
from typing import Any, Final

import pandas as pd

import queries
from data.database.connection import Database
from data.database.reports.beside import NAMES, beside, says_proposed, without_known_comments
from data.database.reports.report_identity import (
    IdentifiedRows,
    identified_rows,
)
from data.database.reports.report_rows import ReportComparison, ReportRow, RowKind
from data.database.reports.statuses import checked_report
from data.model.errors import InvalidStatusError
from data.model.problems import Problem, ProblemCode
from data.model.records import Import, ReportKind, ReportValue, StatusChange, StatusReport
from data.roundtrip.values import same, stored_values
from queries.frames import records_of

_OF_STEPS: Final = "/"


def compare_reports(database: Database, imported: Import, sha256: str = "") -> ReportComparison:
    """Tell what saving the reports of a file with this fingerprint would change."""
    with database.reading() as cursor:
        return compared(cursor, imported.reports, sha256)


def compare_changes(database: Database, changes: Sequence[StatusChange]) -> ReportComparison:
    """Tell what changes typed in the app would change."""
    with database.reading() as cursor:
        return compared(cursor, changes, "")


def compared(
    cursor: queries.Cursor, changes: Sequence[StatusChange], sha256: str
) -> ReportComparison:
    """Compare inside the caller's transaction; a row that this very file gave is unchanged."""
    years = _years(cursor)
    refused = sorted({change.plan_year for change in changes if change.plan_year} - set(years))
    known = IdentifiedRows(tuple(changes))
    if not refused:
        known = identified_rows(cursor, changes)
    asked = without_known_comments(cursor, known.changes)
    store = queries.fetch(cursor, "store/identity")
    store_id = str(store["store_id"]) if store else ""
    rows = [
        row
        for voice, spoken in groupby(sorted(asked, key=_voice), _voice)
        for row in _rows(cursor, list(spoken), voice, (sha256, store_id))
    ]
    order = {id(change): place for place, change in enumerate(asked)}
    rows.sort(key=lambda row: order[id(row.change)])
    found = [_other_year(year, years, changes) for year in refused] or list(_problems(rows))
    problems = (*known.problems, *found)
    return ReportComparison(tuple(rows), problems, known.left_out, known.plan_year)


def _rows(
    cursor: queries.Cursor,
    changes: list[StatusChange],
    voice: str,
    marks: tuple[str, str],
) -> Iterator[ReportRow]:
    """Compare the changes of one voice; `marks` are those of the file and of the store."""
    sha256, store_id = marks
    stored = _stored(cursor, changes, voice, sha256, {})
    days = _older_days(changes, stored)
    then = _stored(cursor, changes, voice, sha256, days) if days else {}
    for change in changes:
        on_its_day = then[change.subject] if change.subject in days else None
        yield _row(change, stored.get(change.subject), on_its_day, store_id)


def _voice(change: StatusChange) -> str:
    """Name who speaks: "" is the lead, "/" of steps, else the supporting division behind a mark."""
    if change.kind is ReportKind.STEP:
        return _OF_STEPS
    return f"*{change.division}" if change.kind is ReportKind.SUPPORT else ""


def _stored(
    cursor: queries.Cursor,
    changes: list[StatusChange],
    voice: str,
    sha256: str,
    days: Mapping[str, dt.date],
) -> dict[str, dict[Any, Any]]:
    """Give the current reports of one voice; of subjects in `days` what was current on that day."""
    asked = [change.subject for change in changes]
    marks = {"days": [days.get(subject) for subject in asked], "sha256": sha256}
    if voice == _OF_STEPS:
        found = queries.ask(cursor, "steps/current_step_reports", step_ids=asked, **marks).df()
        return {row["step_id"]: row for row in records_of(found)}
    supporter = voice.removeprefix("*") if voice else None
    parameters = {"measure_ids": asked, "supporter": supporter, **marks}
    found = queries.ask(cursor, "statuses/current_reports", **parameters).df()
    return {row["measure_id"]: row for row in records_of(found)}


def _older_days(
    changes: Sequence[StatusChange], stored: Mapping[str, Mapping[Any, Any]]
) -> dict[str, dt.date]:
    """Give the days of changes that are about a day before that of the current report."""
    days = {}
    for change in changes:
        day = change.values.get("status_on")
        current = stored.get(change.subject, {}).get("about_on")
        if isinstance(day, dt.date) and not pd.isna(current) and day < current.date():
            days[change.subject] = day
    return days


def _years(cursor: queries.Cursor) -> list[int]:
    found = queries.ask(cursor, "measures/plan_years").fetchall()
    return [int(row[0]) for row in found]


def _row(
    change: StatusChange,
    stored: Mapping[Any, Any] | None,
    then: Mapping[Any, Any] | None,
    store_id: str,
) -> ReportRow:
    """Put a change beside the current report, an older one beside what was current on its day.

    What its cells do not say is taken from there; where nothing had been reported by that day,
    from the current report, which is what the person had before him.
    """
    if stored is None:
        return ReportRow(change, RowKind.UNKNOWN)
    current = stored_values(stored, change.kind)
    was_reported = then is not None and not pd.isna(then["about_on"])
    base = stored_values(then, change.kind) if then and was_reported else current
    new = {
        name: value
        for name, value in change.values.items()
        if not same(value, base[name]) and not says_proposed(name, value, stored)
    }
    plain = ReportRow(
        change,
        RowKind.UNCHANGED,
        action=stored["action"],
        old={name: base[name] for name in new},
        new=new,
        newest_report=int(stored["report_id"]),
        reported_by=stored["newest_by"] if isinstance(stored["newest_by"], str) else "",
        older_than=stored["about_on"].date() if then else None,
        withdrawn=bool(stored["withdrawn"]),
        beside=beside(new, change, stored),
    )
    if stored["taken"] or not new:
        return plain
    kind = RowKind.CONFLICT if _moved(change, plain, current, store_id) else RowKind.CHANGED
    return _with_report(replace(plain, kind=kind), base, ", ".join(stored["lead"]))


def _moved(
    change: StatusChange, row: ReportRow, now: Mapping[str, ReportValue], store_id: str
) -> bool:
    """Tell whether somebody reported after the row was handed out.

    The numbers of another store say nothing, and a restored store may give one twice: what the
    row was handed out with must still be what the store says. What is said beside a report is
    asked about by itself: a new report is no reason against a new day.
    """
    new = set(row.new or {})
    reported = new - NAMES
    same_store = change.store_id in ("", store_id)
    if reported and same_store and change.seen_report not in (None, row.newest_report):
        return True
    asked = new | (set(now) - NAMES if reported else set())
    was = change.was or {}
    return any(name in asked and not same(value, now[name]) for name, value in was.items())


def _with_report(row: ReportRow, now: Mapping[str, ReportValue], lead: str) -> ReportRow:
    """Add what would be written; a lead's sheet that names nobody speaks for the lead."""
    change = row.change
    unnamed = lead if change.sheet and change.kind is not ReportKind.SUPPORT else ""
    if not set(row.new or {}) - NAMES:
        return row
    said = {**now, **change.values}
    values: dict[str, Any] = {name: said[name] for name in said if name not in NAMES}
    report = StatusReport(
        change.measure_id,
        reported_by=change.reported_by or unnamed,
        kind=change.kind,
        division=change.division,
        step_id=change.step_id,
        **values,
    )
    try:
        return replace(row, report=checked_report(report))
    except InvalidStatusError as error:
        return replace(row, report=report, fault=error.field)


def _other_year(year: int, years: list[int], changes: Sequence[StatusChange]) -> Problem:
    sheet = next(change.sheet for change in changes if change.plan_year == year)
    known = ", ".join(map(str, years))
    return Problem(ProblemCode.OTHER_YEAR, sheet, value=str(year), expected=known)


def _problems(rows: Sequence[ReportRow]) -> Iterator[Problem]:
    for row in rows:
        change = row.change
        if row.kind is RowKind.UNKNOWN:
            yield Problem(ProblemCode.UNKNOWN_MEASURE, change.sheet, change.cell, change.subject)
        elif row.kind is RowKind.CHANGED and row.fault:
            yield row.out_of_range
        elif row.kind is not RowKind.UNCHANGED and row.older_than:
            yield row.older_than_current
        if row.withdrawn and row.kind is not RowKind.UNCHANGED:
            yield Problem(
                ProblemCode.WITHDRAWN_MEASURE, change.sheet, change.cell, change.measure_id
            )
