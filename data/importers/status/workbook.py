"""Status reports: the workbook of a division, filled in, becomes the changes it asks for."""

from collections.abc import Iterator
from typing import Final

from data.framework import organisation
from data.importers.nearest import nearest_finding
from data.importers.recognised import Recognised
from data.importers.sheets.cells import text_of
from data.importers.sheets.opening import column_letters
from data.importers.sheets.readings import Body, crowded_rows, not_recognised
from data.importers.sheets.title_years import title_years
from data.importers.status.layout import StatusLayout
from data.importers.status.named_rows import NamedRows
from data.importers.status.rows import StatusRows
from data.model.choices import Choices
from data.model.grid import Sheet
from data.model.identity import Doubt
from data.model.problems import Problem, ProblemCode
from data.model.records import Form, Import
from data.roundtrip.values import FIELDS

_LINK: Final = "://"


def read_status(recognised: Recognised, layout: StatusLayout | None, choices: Choices) -> Import:
    """Read the report of a division, row by row."""
    sheet = recognised.sheet
    if layout is None:
        return not_recognised(sheet, nearest=nearest_finding(recognised, Form.STATUS))
    rows_of = NamedRows if layout.by_name else StatusRows
    rows = rows_of(sheet, layout, layout.plan_year or choices.year)
    rows.read()
    count = len(rows.body.rows)
    imported = len(rows.changes) + rows.joined
    return Import(
        Form.STATUS,
        sheet.name,
        rows_read=count,
        rows_imported=imported,
        rows_reported=count - imported,
        reports=tuple(rows.changes.values()),
        problems=(*_sheet_problems(rows, choices), *rows.problems, *rows.missing()),
    )


def _sheet_problems(rows: StatusRows, choices: Choices) -> Iterator[Problem]:
    sheet, layout = rows.sheet, rows.layout

    def at(code: ProblemCode, column: int) -> Problem:
        value = layout.headings.get(column) or column_letters(column)
        return Problem(code, sheet.name, sheet.address(layout.heading, column), value)

    home = organisation()
    if layout.agency and not home.is_home(layout.agency):
        yield Problem(
            ProblemCode.OTHER_ORGANISATION, sheet.name, value=layout.agency, expected=home.name
        )
    if layout.plan_year and choices.year and layout.plan_year != choices.year:
        year, expected = str(layout.plan_year), str(choices.year)
        yield Problem(ProblemCode.OTHER_YEAR, sheet.name, value=year, expected=expected)
    yield from _year_question(sheet, layout, choices)
    if layout.stamp is None and not layout.by_name:
        yield Problem(ProblemCode.STAMP_LOST, sheet.name)
    for name in FIELDS[layout.kind] if layout.stamp else ():
        if name not in layout.columns and name not in layout.left_out:
            yield Problem(ProblemCode.MISSING_COLUMN, sheet.name, expected=name)
    for column in layout.doubled:
        yield at(ProblemCode.DUPLICATE_COLUMN, column)
    for row, column in crowded_rows(sheet, layout.top):
        value = text_of(sheet.rows[row][column])
        yield Problem(ProblemCode.ROW_SKIPPED, sheet.name, sheet.address(row, column), value)
    for column in sorted({*layout.unknown, *layout.unread, *_unheaded(layout, rows.body)}):
        yield at(ProblemCode.COLUMN_IGNORED, column)
    yield from _links_aside(rows)


def _year_question(sheet: Sheet, layout: StatusLayout, choices: Choices) -> Iterator[Problem]:
    """Ask for the year of the plan where the titles name several."""
    years = sorted({year for year, _ in title_years(layout.titles)})
    if layout.by_name and len(years) > 1 and choices.year is None:
        listed = ", ".join(map(str, years))
        yield Problem(
            ProblemCode.ASK_YEAR, sheet.name, value=listed, expected=Doubt.SEVERAL_YEARS.value
        )


def _links_aside(rows: StatusRows) -> Iterator[Problem]:
    """Name the links to evidence that slipped into a column nobody fills in."""
    layout = rows.layout
    read = {*layout.columns.values(), *(at for columns in layout.more.values() for at in columns)}
    aside = set(layout.headings) - read - {*layout.unknown, *layout.unread, *layout.doubled}
    for number, cells in zip(rows.body.numbers.tolist(), rows.body.rows, strict=True):
        for column in sorted(aside & set(range(len(cells))) - {layout.stamp_column}):
            text = text_of(cells[column])
            if _LINK in text:
                place = rows.sheet.address(number, column)
                yield Problem(ProblemCode.COLUMN_IGNORED, rows.sheet.name, place, text)


def _unheaded(layout: StatusLayout, body: Body) -> set[int]:
    """Give the columns that hold something below and have neither heading nor meaning."""
    if layout.heading < 0:
        return set()
    filled = {at for row in body.rows for at, cell in enumerate(row) if text_of(cell)}
    return filled - {*layout.headings, *layout.columns.values(), layout.stamp_column}
