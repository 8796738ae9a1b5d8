"""Reading one sheet in the form it has, or the form a person chose for it."""

from collections.abc import Callable, Mapping
from typing import Final

from data.importers.lost_text import lost_text
from data.importers.plan.reading import read_plan
from data.importers.recognition import SCORE_FORMS, recognise, score_table
from data.importers.scores.agencies import read_agencies
from data.importers.scores.checking import checked, problems_of
from data.importers.scores.layout.columns import rows_above
from data.importers.scores.layout.tables import Table
from data.importers.scores.long import read_long
from data.importers.scores.report import read_report
from data.importers.scores.years import read_years
from data.importers.sheets.opening import Sheet
from data.importers.sheets.readings import Finding, Readings, body_of
from data.importers.status.workbook import read_status
from data.model.choices import Choices
from data.model.problems import ProblemCode
from data.model.records import Form, Import

_READERS: Final[Mapping[Form, Callable[[Sheet, Table, Choices], Readings]]] = {
    Form.SCORES_LONG: read_long,
    Form.SCORES_YEARS: read_years,
    Form.SCORES_REPORT: read_report,
    Form.SCORES_AGENCIES: read_agencies,
}


def read(sheet: Sheet, choices: Choices | None = None) -> Import:
    """Read a sheet and everything that is wrong in it; choices settle what the sheet leaves open.

    A sheet of no known form gives an import without a form that reports all its rows.
    """
    chosen = choices or Choices()
    if lost := lost_text(sheet):
        return _refused(sheet, lost)
    form = chosen.form or recognise(sheet)
    if form is Form.PLAN:
        return read_plan(sheet, plan_year=chosen.year, columns=chosen.columns)
    if form is Form.STATUS:
        return read_status(sheet, chosen) or _not_recognised(sheet)
    table = score_table(sheet, chosen) if form in SCORE_FORMS or form is None else None
    if table is None:
        return _not_recognised(sheet)
    readings = _READERS[table.form](sheet, table, chosen)
    readings.findings.extend(rows_above(sheet, table, readings.scores))
    return checked(readings, sheet, table.form)


def _not_recognised(sheet: Sheet) -> Import:
    rows = len(body_of(sheet, -1).numbers)
    return _refused(
        sheet, Finding(ProblemCode.NOTHING_RECOGNISED if rows else ProblemCode.EMPTY_SHEET)
    )


def _refused(sheet: Sheet, why: Finding) -> Import:
    rows = len(body_of(sheet, -1).numbers)
    return Import(
        form=None,
        sheet=sheet.name,
        rows_read=rows,
        rows_imported=0,
        rows_reported=rows,
        problems=problems_of([why], sheet),
    )
