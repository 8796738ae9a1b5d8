"""The workbook a division fills in: one sheet for what it leads, one for what it supports."""

import datetime as dt
import io
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from data.database import store_id
from data.documents.division.columns import COLUMNS, form_columns
from data.exporters.cells.cell_values import Value
from data.exporters.forms import Template
from data.exporters.names import file_name
from data.exporters.templates import forms_workbook
from data.framework import is_example, organisation
from data.model.errors import NoMeasuresError
from data.model.records import Flag, ReportKind, ReportValue, Status
from data.model.thai_time import THAI_TIME
from data.roundtrip.stamps import RowStamp, Stamp
from data.roundtrip.values import FIELDS, stored_values
from data.roundtrip.words import Words
from data.words import navigation
from queries import Reader
from queries.measures import measures
from queries.statuses import current_reports

Row = Mapping[Any, Any]


@dataclass(frozen=True, slots=True)
class _Line:
    """A measure, and the newest report of the voice that is asked."""

    measure: Row
    report: Row

    def stamp(self, kind: ReportKind) -> RowStamp:
        """Keep what the line is handed out with."""
        was = stored_values(self.report, kind)
        return RowStamp(self.measure["measure_id"], int(self.report["report_id"]), was)


def division_workbook(
    reader: Reader, division: str, plan_year: int, as_of: dt.date, words: Words
) -> bytes:
    """Give the xlsx of one division: its measures of a plan with the state of a day.

    Raises:
        NoMeasuresError: the plan of that year has none for this division.
    """
    found = measures(reader, as_of=as_of, years=[plan_year], divisions=[division])
    rows = found.to_dict("records")
    if not rows:
        raise NoMeasuresError(division, plan_year)
    led = [_Line(row, row) for row in rows if division in row["lead"]]
    supported = [row for row in rows if division not in row["lead"]]
    listed = {
        ReportKind.LEAD: led,
        ReportKind.SUPPORT: _with_own_reports(reader, division, supported),
    }
    forms = [
        _form(_stamp(reader, division, plan_year, kind, lines), lines, words)
        for kind, lines in listed.items()
        if lines
    ]
    return forms_workbook(forms, forms[0].title_rows[0])


def division_workbooks(
    reader: Reader, divisions: Sequence[str], plan_year: int, as_of: dt.date, words: Words
) -> bytes:
    """Give a zip with the workbook of each division that has measures in the plan.

    Raises:
        NoMeasuresError: none of them has any.
    """
    target = io.BytesIO()
    missing: list[NoMeasuresError] = []
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for division in divisions:
            try:
                content = division_workbook(reader, division, plan_year, as_of, words)
            except NoMeasuresError as error:
                missing.append(error)
            else:
                archive.writestr(workbook_name(division, plan_year, as_of, words), content)
    if len(missing) == len(divisions):
        raise missing[0]
    return target.getvalue()


def workbook_name(division: str, plan_year: int, as_of: dt.date, words: Words) -> str:
    """Give the name of the file a division gets."""
    parts = (f"{words.file_prefix}{plan_year}", division, words.file_part)
    return file_name(parts, ".xlsx", as_of)


def _with_own_reports(reader: Reader, division: str, rows: Sequence[Row]) -> list[_Line]:
    found = current_reports(reader, [row["measure_id"] for row in rows], supporter=division)
    own = {row["measure_id"]: row for row in found.to_dict("records")}
    return [_Line(row, own[row["measure_id"]]) for row in rows]


def _stamp(
    reader: Reader, division: str, plan_year: int, kind: ReportKind, lines: Sequence[_Line]
) -> Stamp:
    return Stamp(
        store_id(reader),
        plan_year,
        organisation().name,
        division,
        kind,
        dt.datetime.now(tz=THAI_TIME).isoformat(timespec="seconds"),
        tuple(line.measure["measure_id"] for line in lines),
    )


def _form(stamp: Stamp, lines: Sequence[_Line], words: Words) -> Template:
    lead = stamp.kind is ReportKind.LEAD
    headings = (*(words.headings[name] for name in COLUMNS[stamp.kind]), stamp.text())
    return Template(
        sheet_name=words.lead_sheet if lead else words.support_sheet,
        title_rows=(*_mark(), *_filled(words.titles, stamp)),
        heading_rows=(headings,),
        columns=form_columns(stamp.kind, words),
        rows=tuple(_cells(line.measure, line.stamp(stamp.kind), stamp, words) for line in lines),
        notes_name=words.instructions_sheet,
        notes=_filled(words.instructions, stamp),
    )


def _mark() -> tuple[str, ...]:
    return (navigation.SAMPLE_SHORT,) if is_example() else ()


def _filled(texts: Sequence[str], stamp: Stamp) -> tuple[str, ...]:
    names = {
        "year": stamp.plan_year,
        "agency": stamp.agency,
        "division": stamp.division,
    }
    return tuple(text.format(**names) for text in texts)


def _cells(row: Row, row_stamp: RowStamp, stamp: Stamp, words: Words) -> tuple[Value | None, ...]:
    given: dict[str, Value | None] = {
        "measure_id": row["measure_id"],
        "indicator": int(row["indicator"]),
        "action": row["action"],
        "end_date": _day(row["end_date"]),
        "flags": _flags(row, words),
        "lead": ", ".join(row["lead"]),
        "state": words.statuses[Status(row["status"])],
        "reported_by": None,
    }
    said = {name: _shown(row_stamp.was[name], words) for name in FIELDS[stamp.kind]}
    return (*((given | said)[name] for name in COLUMNS[stamp.kind]), row_stamp.text())


def _shown(value: ReportValue, words: Words) -> Value | None:
    return words.statuses[value] if isinstance(value, Status) else value


def _day(moment: Any) -> dt.date | None:  # noqa: ANN401  a cell of a frame
    return moment.date() if moment == moment and moment is not None else None  # noqa: PLR0124  NaT


def _flags(row: Row, words: Words) -> str:
    computed = (Flag.OVERDUE, Flag.DUE_SOON, Flag.SILENT, Flag.AWAITING_EVIDENCE)
    return " · ".join(words.flags[flag] for flag in computed if row[flag.replace("-", "_")])
