"""Appending what divisions report on their measures."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import queries
from data.database.connection import Database
from data.database.permits import Permit, permitted
from data.model.access import Action
from data.model.columns import Kind
from data.model.errors import InvalidStatusError, StatusConflictError, UnknownMeasureError
from data.model.links import is_safe_link
from data.model.records import LONGEST_TEXT, REPORT_COLUMNS, ReportKind, Status, StatusReport
from data.model.thai_time import today
from data.roundtrip.values import REPORT_KEYS, TEXTS


def report_status(
    database: Database, report: StatusReport, *, seen_report: int | None = None
) -> int:
    """Append a report and give its number.

    `seen_report` is the number of the newest report the writer knew (0 = none): the lead's, the
    supporter's own, or that on the step. When somebody has reported since, nothing is written.

    Raises:
        InvalidStatusError: a field is outside its range.
        UnknownMeasureError: there is no such current measure, or step of one.
        StatusConflictError: there is a newer report than the one seen.
        NotAllowedError: none of the person's divisions answers for the measure.
    """
    return report_statuses(database, [report], {report.subject: seen_report})[0]


def report_statuses(
    database: Database,
    reports: Sequence[StatusReport],
    seen: Mapping[str, int | None] | None = None,
) -> list[int]:
    """Append reports, all of them or none, and give their numbers.

    `seen` has by subject what `report_status` takes as `seen_report`.

    Raises:
        ItaError: as `report_status`.
    """
    by = database.person.signature
    tidy = [checked_report(replace(one, reported_by=by(one.reported_by))) for one in reports]
    first = tidy[0]
    with permitted(database, report_action(first), first.subject) as permit:
        return [_reported(permit, one, (seen or {}).get(one.subject)) for one in tidy]


def _reported(permit: Permit, report: StatusReport, seen_report: int | None) -> int:
    permit.action = report_action(report)  # of several kinds each is asked for as what it is
    known = _newest_report(permit.cursor, report)
    if known is None or not known["subjects"]:
        raise UnknownMeasureError(report.subject)
    require_division(permit, report)
    if seen_report is not None and known["report_id"] != seen_report:
        raise StatusConflictError(report.subject)
    report_id = append_report(permit.cursor, report)
    permit.log(report.subject, f"#{report_id}")
    return report_id


def _newest_report(cursor: queries.Cursor, report: StatusReport) -> Mapping[str, Any] | None:
    if report.kind is ReportKind.STEP:
        return queries.fetch(cursor, "steps/newest_report", step_id=report.step_id)
    return queries.fetch(
        cursor,
        "statuses/newest_report",
        measure_id=report.measure_id,
        supporter=_supporter(report),
    )


def report_action(report: StatusReport) -> Action:
    """Give the right a report needs."""
    return Action.SUPPORT if report.kind is ReportKind.SUPPORT else Action.REPORT


def require_division(permit: Permit, report: StatusReport) -> None:
    """Refuse a report on a measure the person's divisions do not lead, or do not support.

    A step is reported on by the division that takes it, or by a lead of its measure.

    Raises:
        NotAllowedError: with the measure or the step as its subject.
    """
    if report.kind is ReportKind.STEP:
        found = queries.fetch(permit.cursor, "steps/answering", step_id=report.step_id)
    else:
        role = "support" if report.kind is ReportKind.SUPPORT else "lead"
        found = queries.fetch(
            permit.cursor, "statuses/answering", measure_id=report.measure_id, role=role
        )
    answering = set(found["divisions"] if found else ())
    if report.division:
        answering &= {report.division}
    permit.require(report.subject, answering)


def append_report(cursor: queries.Cursor, report: StatusReport, batch_id: int | None = None) -> int:
    """Write a checked report inside the caller's transaction and give its number."""
    report_id = queries.number(cursor, "statuses/next_report_id")
    queries.run(
        cursor,
        "statuses/insert_report",
        report_id=report_id,
        measure_id=report.measure_id,
        step_id=report.step_id,
        kind=report.kind.value,
        division=report.division,
        **{key: getattr(report, key) for key in REPORT_KEYS},
        reported_by=report.reported_by,
        batch_id=batch_id,
    )
    return report_id


def checked_report(report: StatusReport) -> StatusReport:
    """Give a report without the spaces around its texts.

    Raises:
        InvalidStatusError: a field is outside its range; the error names it.
    """
    texts = {name: getattr(report, name).strip() for name in _TEXTS}
    tidy = replace(report, **texts)
    if fault := _said_by_others(tidy) or _state_fault(tidy) or _text_fault(tidy):
        raise InvalidStatusError(fault)
    return tidy


_TEXTS = (*(key for key in REPORT_KEYS if key in TEXTS), "reported_by", "division")
_AMOUNTS = tuple(column.key for column in REPORT_COLUMNS if column.kind is Kind.MONEY)


def _supporter(report: StatusReport) -> str | None:
    return report.division if report.kind is ReportKind.SUPPORT else None


def _said_by_others(report: StatusReport) -> str | None:
    """Name what this kind of report may not say: of a step no percent, of support no state."""
    theirs = (column.key for column in REPORT_COLUMNS if report.kind not in column.said_by)
    return next((key for key in theirs if getattr(report, key) not in (None, "")), None)


def _state_fault(report: StatusReport) -> str | None:
    if report.kind is ReportKind.SUPPORT:
        return None if report.division else "division"
    if report.status in (None, Status.NOT_REPORTED):
        return "status"
    if report.percent is not None and not 0 <= report.percent <= 100:
        return "percent"
    if report.status is Status.DONE and report.percent not in (None, 100):
        return "percent"
    if report.status_on and report.status_on > today():
        return "status_on"
    return next((name for name in _AMOUNTS if not _is_amount(getattr(report, name))), None)


def _is_amount(baht: float | None) -> bool:
    return baht is None or (math.isfinite(baht) and baht >= 0)


def _text_fault(report: StatusReport) -> str | None:
    too_long = (name for name in _TEXTS if len(getattr(report, name)) > LONGEST_TEXT)
    if fault := next(too_long, None):
        return fault
    if not report.reported_by:
        return "reported_by"
    if report.evidence and not is_safe_link(report.evidence):
        return "evidence"
    return None
