"""The workbook a division fills in: what it leads, the steps of that, and what it supports."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from data.analysis.plan.asked_rounds import asked_rounds
from data.database import store_id
from data.documents.division.columns import COLUMNS, form_columns
from data.exporters.archive import archive
from data.exporters.cells.cell_values import Value
from data.exporters.forms import Template
from data.exporters.names import file_name
from data.exporters.templates import forms_workbook
from data.framework import is_example, organisation
from data.model.columns import day_of
from data.model.errors import NoMeasuresError
from data.model.records import Flag, ReportKind, ReportValue, Status
from data.model.thai_time import THAI_TIME
from data.roundtrip.stamps import RowStamp, Stamp
from data.roundtrip.values import FIELDS, stored_values
from data.roundtrip.words import Words
from data.words import navigation
from data.words.dates import thai_date
from data.words.work import rounds as round_words
from data.words.work.comments import line
from queries import Reader
from queries.comments import comments
from queries.frames import records_of
from queries.measures import measures
from queries.statuses import current_reports
from queries.steps import steps

Row = Mapping[Any, Any]


@dataclass(frozen=True, slots=True)
class _Line:
    """A measure or a step, and the newest report of the voice that is asked."""

    subject: Row
    report: Row

    def stamp(self, kind: ReportKind) -> RowStamp:
        """Keep what the line is handed out with."""
        was = stored_values(self.report, kind)
        return RowStamp(_id(self.subject, kind), int(self.report["report_id"]), was)


def division_workbook(
    reader: Reader, division: str, plan_year: int, as_of: dt.date, words: Words
) -> bytes:
    """Give the xlsx of one division: its measures of a plan with the state of a day.

    Raises:
        NoMeasuresError: the plan of that year has none for this division.
    """
    found = measures(reader, as_of=as_of, years=[plan_year], divisions=[division])
    rows = records_of(_with_comments(reader, found))
    led = [_Line(row, row) for row in rows if division in row["lead"]]
    supported = [row for row in rows if division not in row["lead"]]
    listed = {
        ReportKind.LEAD: led,
        ReportKind.STEP: _steps(reader, division, plan_year, as_of),
        ReportKind.SUPPORT: _with_own_reports(reader, division, supported),
    }
    if not any(listed.values()):
        raise NoMeasuresError(division, plan_year)
    asked = _asked(reader, division, plan_year)
    forms = [
        _form(_stamp(reader, division, plan_year, kind, lines), lines, asked, words)
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
    made: dict[str, bytes] = {}
    missing: list[NoMeasuresError] = []
    for division in divisions:
        try:
            content = division_workbook(reader, division, plan_year, as_of, words)
        except NoMeasuresError as error:
            missing.append(error)
        else:
            made[workbook_name(division, plan_year, as_of, words)] = content
    if not made:
        raise missing[0]
    return archive(made)


def workbook_name(division: str, plan_year: int, as_of: dt.date, words: Words) -> str:
    """Give the name of the file a division gets."""
    parts = (f"{words.file_prefix}{plan_year}", division, words.file_part)
    return file_name(parts, ".xlsx", as_of)


def _asked(reader: Reader, division: str, plan_year: int) -> tuple[str, ...]:
    """Say which rounds wait for the division, a line each."""
    return tuple(
        round_words.ASKED_LINE.format(
            name=one.name,
            deadline=thai_date(one.deadline),
            asked=round_words.asked(one.as_of, one.comment),
        )
        for one in asked_rounds(reader, division)
        if one.plan_year == plan_year
    )


def _with_comments(reader: Reader, found: pd.DataFrame) -> pd.DataFrame:
    """Put the comments on each measure into one text, a line each."""
    lines: dict[str, list[str]] = {key: [] for key in found["measure_id"]}
    for row in records_of(comments(reader, list(lines))):
        lines[row["measure_id"]].append(line(row))
    texts = ["\n".join(one) for one in lines.values()]
    return found.assign(comments=pd.Series(texts, index=found.index, dtype="str"))


def _steps(reader: Reader, division: str, plan_year: int, as_of: dt.date) -> list[_Line]:
    """Give the steps a division takes, and those of the measures it leads."""
    return [
        _Line(row, row)
        for row in records_of(steps(reader, as_of=as_of))
        if row["plan_year"] == plan_year and division in (row["division"], *row["lead"])
    ]


def _id(row: Row, kind: ReportKind) -> str:
    return str(row["step_id"] if kind is ReportKind.STEP else row["measure_id"])


def _with_own_reports(reader: Reader, division: str, rows: Sequence[Row]) -> list[_Line]:
    found = current_reports(reader, [row["measure_id"] for row in rows], supporter=division)
    own = {row["measure_id"]: row for row in records_of(found)}
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
        tuple(_id(line.subject, kind) for line in lines),
    )


def _form(stamp: Stamp, lines: Sequence[_Line], asked: Sequence[str], words: Words) -> Template:
    sheets = {
        ReportKind.LEAD: words.lead_sheet,
        ReportKind.SUPPORT: words.support_sheet,
        ReportKind.STEP: words.step_sheet,
    }
    headings = (*(words.headings[name] for name in COLUMNS[stamp.kind]), stamp.text())
    mark = (navigation.SAMPLE_SHORT,) if is_example() else ()
    return Template(
        sheet_name=sheets[stamp.kind],
        title_rows=(*mark, *_filled(words.titles, stamp), *asked),
        heading_rows=(headings,),
        columns=form_columns(stamp.kind, words),
        rows=tuple(_cells(line, stamp, words) for line in lines),
        notes_name=words.instructions_sheet,
        notes=_filled(words.instructions, stamp),
    )


def _filled(texts: Sequence[str], stamp: Stamp) -> tuple[str, ...]:
    names = {"year": stamp.plan_year, "agency": stamp.agency, "division": stamp.division}
    return tuple(text.format(**names) for text in texts)


def _cells(line: _Line, stamp: Stamp, words: Words) -> tuple[Value | None, ...]:
    row, row_stamp = line.subject, line.stamp(stamp.kind)
    given = {"action": row["action"], "reported_by": None, "new_comment": None}
    given |= _of_step(row) if stamp.kind is ReportKind.STEP else _of_measure(row, words)
    said = {name: _shown(row_stamp.was[name], words) for name in FIELDS[stamp.kind]}
    return (*((given | said)[name] for name in COLUMNS[stamp.kind]), row_stamp.text())


def _of_measure(row: Row, words: Words) -> dict[str, Value | None]:
    return {
        "measure_id": row["measure_id"],
        "indicator": int(row["indicator"]),
        "end_date": day_of(row["end_date"]),
        "flags": _flags(row, words),
        "step_count": _step_count(row),
        "lead": ", ".join(row["lead"]),
        "comments": row["comments"] or None,
        "state": words.statuses[Status(row["status"])],
    }


def _step_count(row: Row) -> str:
    """Say how many steps are done, and the percent that proposes: 1/3 (33%)."""
    if pd.isna(row["steps_counted"]) or not row["steps_counted"]:
        return ""
    proposed = row["proposed_percent"]
    percent = "" if pd.isna(proposed) else f" ({int(proposed)}%)"
    return f"{int(row['steps_done'])}/{int(row['steps_counted'])}{percent}"


def _of_step(row: Row) -> dict[str, Value | None]:
    return {
        "step_id": row["step_id"],
        "text": row["text"],
        "division": row["division"],
        "due_date": day_of(row["due_date"]),
    }


def _shown(value: ReportValue, words: Words) -> Value | None:
    return words.statuses[value] if isinstance(value, Status) else value


def _flags(row: Row, words: Words) -> str:
    computed = (Flag.OVERDUE, Flag.DUE_SOON, Flag.SILENT, Flag.AWAITING_EVIDENCE)
    return " · ".join(words.flags[flag] for flag in computed if row[flag.column])
