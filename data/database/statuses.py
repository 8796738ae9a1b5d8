"""Appending what divisions report on their measures."""

import queries
from data.database.connection import Database
from data.errors import InvalidStatusError, StatusConflictError, UnknownMeasureError
from data.records import Status, StatusReport

LONGEST_TEXT = 4000


def report_status(
    database: Database, report: StatusReport, *, seen_report: int | None = None
) -> int:
    """Append a report and give its number.

    `seen_report` is the number of the newest report the writer knew (0 = none); when somebody has
    reported since, nothing is written.

    Raises:
        InvalidStatusError: a field is outside its range.
        UnknownMeasureError: there is no such current measure.
        StatusConflictError: there is a newer report than the one seen.
    """
    _check(report)
    with database.writing() as cursor:
        known = queries.fetch(cursor, "statuses/newest_report", measure_id=report.measure_id)
        if known is None or not known["measures"]:
            raise UnknownMeasureError(report.measure_id)
        if seen_report is not None and known["report_id"] != seen_report:
            raise StatusConflictError(report.measure_id)
        found = queries.fetch(cursor, "statuses/next_report_id")
        report_id = int(found["report_id"]) if found else 1
        queries.run(
            cursor,
            "statuses/insert_report",
            report_id=report_id,
            measure_id=report.measure_id,
            status=report.status.value,
            percent=report.percent,
            note=report.note.strip(),
            evidence=report.evidence.strip(),
            reported_by=report.reported_by.strip(),
            batch_id=None,
        )
    return report_id


def _check(report: StatusReport) -> None:
    if report.status is Status.NOT_REPORTED:
        raise InvalidStatusError("status")  # noqa: EM101  the name of the field
    if report.percent is not None and not 0 <= report.percent <= 100:
        raise InvalidStatusError("percent")  # noqa: EM101
    if report.status is Status.DONE and report.percent not in (None, 100):
        raise InvalidStatusError("percent")  # noqa: EM101
    for field in ("note", "evidence", "reported_by"):
        if len(getattr(report, field)) > LONGEST_TEXT:
            raise InvalidStatusError(field)
    if not report.reported_by.strip():
        raise InvalidStatusError("reported_by")  # noqa: EM101
    if report.evidence.strip() and not report.evidence.strip().startswith(("http://", "https://")):
        raise InvalidStatusError("evidence")  # noqa: EM101
