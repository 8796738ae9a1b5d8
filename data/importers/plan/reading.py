"""Action plans: a sheet with the eight columns of the official form becomes measures.

The file may be a workbook, a Word table, a CSV, or text copied out of a PDF whose pages repeat the
title and the headings.
"""

from collections.abc import Iterator
from typing import Final

from data.framework import Framework, framework
from data.importers.nearest import nearest_finding
from data.importers.plan.drafts import fill_merged_cells
from data.importers.plan.headings import Column, is_beside_the_plan
from data.importers.plan.layout import REQUIRED, PlanLayout, cell_text
from data.importers.plan.measures import MeasureReader, PlanContext
from data.importers.plan.repeats import repeats_before, year_before
from data.importers.plan.rows import Gathering
from data.importers.plan.tails import move_tails
from data.importers.plan.title import (
    contradicting_years,
    foreign_organisation,
    other_years,
    plan_year_of,
)
from data.importers.recognised import Recognised
from data.importers.sheets.cells import score_of
from data.importers.sheets.readings import crowded_rows, not_recognised
from data.model.choices import Choices
from data.model.errors import UnknownYearError
from data.model.grid import Sheet
from data.model.identity import Doubt
from data.model.problems import Problem, ProblemCode
from data.model.records import Form, Import

_ROWS_OF_A_TABLE: Final = 1.5
# The largest real plans have some hundred rows; repairing takes about 7 seconds a million letters.
_MOST_ROWS: Final = 5_000
_MOST_LETTERS: Final = 1_000_000


def read_plan(recognised: Recognised, layout: PlanLayout | None, choices: Choices) -> Import:
    """Read the measures of a plan and everything that is doubtful in it.

    The year is the chosen one (B.E.), else the one in the title, else that of the plan on earlier
    sheets of the file. A content that cannot be read is reported, never raised. The items are those
    of the year before, which the plan analyses.
    """
    sheet = recognised.sheet
    if layout is None:
        return not_recognised(sheet, Form.PLAN, nearest_finding(recognised, Form.PLAN))
    if not layout.body:
        problems = (Problem(ProblemCode.EMPTY_SHEET, sheet.name), *_column_problems(sheet, layout))
        return _unread(sheet, layout, problems)
    if _is_too_large(sheet, layout):
        problem = Problem(ProblemCode.NOTHING_RECOGNISED, sheet.name, value=str(len(layout.body)))
        return _unread(sheet, layout, (problem,))
    titled, converted = plan_year_of(sheet, layout)
    year = choices.year or titled or year_before(recognised.before)
    foreign = foreign_organisation(sheet, layout, choices.agency)
    problems = (*converted, *foreign, *_column_problems(sheet, layout))
    if year is None:
        asked = Problem(ProblemCode.ASK_YEAR, sheet.name, expected=Doubt.NO_YEAR.value)
        return _unread(sheet, layout, (*problems, asked))
    if choices.year is None:
        problems = (*problems, *contradicting_years(sheet, layout, year))
    problems = (*problems, *other_years(sheet, layout, year))
    try:
        analysed = framework(year - 1)
    except UnknownYearError:
        unknown = Problem(ProblemCode.UNKNOWN_YEAR, sheet.name, value=str(year - 1))
        return _unread(sheet, layout, (*problems, unknown))
    return _read(recognised, layout, year, analysed, problems)


def _read(
    recognised: Recognised,
    layout: PlanLayout,
    year: int,
    analysed: Framework,
    problems: tuple[Problem, ...],
) -> Import:
    sheet = recognised.sheet
    years = (analysed, *_framework_if_known(year))
    gathering = Gathering(sheet, layout, years)
    fill_merged_cells(sheet, layout, gathering.drafts)
    # Far more rows than measures: text of pages, though somebody took the repeated headings out.
    many_rows = len(gathering.used_rows) > _ROWS_OF_A_TABLE * len(gathering.drafts)
    flowing = many_rows and not all(draft.has_a_row_a_step for draft in gathering.drafts)
    unmarked = flowing and not layout.repeats_its_heading
    tails = move_tails(gathering.drafts, pages_unmarked=unmarked)
    broken_lines = flowing or layout.repeats_its_heading or sheet.text is not None
    repeats = repeats_before(recognised.before, year, years)
    reader = MeasureReader(PlanContext(sheet.name, year, analysed, broken_lines), repeats)
    measures = tuple(reader.measure(draft) for draft in gathering.drafts)
    owners = {id(draft): measure for draft, measure in zip(gathering.drafts, measures, strict=True)}
    moved = tuple(
        Problem(
            ProblemCode.TEXT_MOVED,
            sheet.name,
            tail.piece.address,
            tail.piece.text,
            owners[id(tail.owner)].measure_id,
        )
        for tail in tails
    )
    return Import(
        Form.PLAN,
        sheet.name,
        rows_read=len(layout.body),
        rows_imported=len(gathering.used_rows),
        rows_reported=len(layout.body) - len(gathering.used_rows),
        measures=measures,
        problems=(*problems, *gathering.problems, *moved, *reader.problems),
    )


def _framework_if_known(year: int) -> tuple[Framework, ...]:
    try:
        return (framework(year),)
    except UnknownYearError:
        return ()


def _unread(sheet: Sheet, layout: PlanLayout, problems: tuple[Problem, ...]) -> Import:
    rows = len(layout.body)
    return Import(Form.PLAN, sheet.name, rows, 0, rows, problems=problems)


def _is_too_large(sheet: Sheet, layout: PlanLayout) -> bool:
    letters = sum(len(cell_text(cell)) for row in layout.body for cell in sheet.rows[row])
    return len(layout.body) > _MOST_ROWS or letters > _MOST_LETTERS


def _missing(sheet: Sheet, layout: PlanLayout) -> Iterator[Column]:
    """Give the columns that have to be there and are not.

    A plan may be made by indicators alone, without their questions: where every heading is known.
    """
    strange = [cell_text(sheet.rows[row][at]) for row, at in layout.ignored]
    by_indicator = Column.INDICATOR in layout.columns and all(map(is_beside_the_plan, strange))
    for column in REQUIRED:
        if column not in layout.columns and not (column is Column.QUESTION and by_indicator):
            yield column


def _holds_scores(sheet: Sheet, layout: PlanLayout, column: int) -> bool:
    """Tell whether a column that is none of the plan has decimals of 0-100: what it analyses."""
    cells = (sheet.rows[row][column] for row in layout.body if column < len(sheet.rows[row]))
    values = [value for cell in cells if (value := score_of(cell)) is not None]
    decimals = [one for one in values if isinstance(one, float) and not one.is_integer()]
    return bool(decimals) and all(isinstance(value, float) for value in values)


def _column_problems(sheet: Sheet, layout: PlanLayout) -> tuple[Problem, ...]:
    def at(code: ProblemCode, place: tuple[int, int]) -> Problem:
        text = cell_text(sheet.rows[place[0]][place[1]])
        return Problem(code, sheet.name, sheet.address(*place), text)

    heading = sheet.address(layout.heading, min(layout.columns.values()))
    return (
        *(
            Problem(ProblemCode.MISSING_COLUMN, sheet.name, heading, expected=column)
            for column in _missing(sheet, layout)
        ),
        *(
            Problem(ProblemCode.TEXT_PARTED, sheet.name, heading)
            for parted in (sheet.parted,)
            if parted
        ),
        *(
            Problem(ProblemCode.COLUMN_ABSENT, sheet.name, heading, expected=column)
            for column in (Column.STEPS,)
            if column not in layout.columns
        ),
        *(at(ProblemCode.DUPLICATE_COLUMN, place) for place in layout.doubled),
        *(at(ProblemCode.COLUMN_IGNORED, place) for place in layout.ignored),
        *(
            at(ProblemCode.SCORES_BESIDE, place)
            for place in {column: (row, column) for row, column in layout.ignored}.values()
            if _holds_scores(sheet, layout, place[1])
        ),
        *(
            at(ProblemCode.ROW_SKIPPED, place)
            for place in crowded_rows(sheet, max(layout.titles, default=-1) + 1)
        ),
    )
