"""What every form does with its columns: years, provisional marks, columns left over."""

from collections import Counter
from collections.abc import Iterator
from typing import Final

import numpy as np
import numpy.typing as npt

from data.importers.scores.layout.meanings import AGENCY_SCORES
from data.importers.scores.layout.scope import conversion, year_of_sheet
from data.importers.scores.layout.tables import ScoreTable
from data.importers.sheets.cells import score_of, text_of
from data.importers.sheets.opening import Cell, Sheet, column_letters
from data.importers.sheets.readings import (
    Body,
    Finding,
    Ints,
    Scores,
    crowded_rows,
    interned,
    score_values,
)
from data.importers.sheets.title_years import Year, heading_year
from data.importers.spelling.folding import bare, fold, words
from data.importers.spelling.labels import (
    LEVEL_OF_YEAR,
    is_score_field,
    is_sub_indicator,
    is_year,
    score_of_year,
)
from data.model.choices import Choices
from data.model.problems import ProblemCode
from data.model.records import Form

NO_YEAR: Final = 0
_PLACES: Final = frozenset({"agency", "district", "province", "year"})
_READ: Final = {
    Form.SCORES_LONG: {*_PLACES, "code", "score", "level", "provisional"},
    Form.SCORES_YEARS: {"code", "provisional"},
    Form.SCORES_REPORT: {"code", "score", "instrument-score", "level", "provisional"},
    Form.SCORES_AGENCIES: {*_PLACES, "code", AGENCY_SCORES, "level", "provisional"},
}
"""What each form reads beside years, their levels and codes of scores."""
MAY_REPEAT: Final = frozenset({"code", "ignored", AGENCY_SCORES})


def column_findings(sheet: Sheet, table: ScoreTable, body: Body) -> Iterator[Finding]:
    """Name the columns that mean the same as one before, and those nothing is known about."""
    seen: Counter[str] = Counter()
    for column, name in table.fields.items():
        seen[name] += 1
        if seen[name] > 1 and name not in MAY_REPEAT:
            heading = table.headings.get(column, "")
            yield Finding(ProblemCode.DUPLICATE_COLUMN, table.bottom, column, heading, name)
        elif _is_unread(table, name) and any(body.cells(column).told(text_of)):
            yield _ignored(table, column)
        elif name == "provisional":
            yield from _unknown_marks(body, column)
        elif column in table.left_out:
            continue
        elif name == "ignored" or (name == "code" and not _tells_codes(table)):
            yield from _decimals_left_out(table, body, column)
    for column in set(range(sheet.width)) - set(table.fields):
        if table.headings.get(column) or any(body.cells(column).told(text_of)):
            yield _ignored(table, column)


def _ignored(table: ScoreTable, column: int) -> Finding:
    heading = table.headings.get(column) or column_letters(column)
    return Finding(ProblemCode.COLUMN_IGNORED, max(table.bottom, 0), column, heading)


def _decimals_left_out(table: ScoreTable, body: Body, column: int) -> Iterator[Finding]:
    """Name the cells that look like scores where none is sought: a row that slipped sideways.

    Differences and weights are decimals too; only in a row that lacks a score they look odd. Of
    labels, 9.1 is the number of a part of an indicator.
    """
    expected = any(one in bare(table.headings.get(column, "")) for one in words().not_scores)
    cells = body.cells(column)
    values = score_values(cells)
    odd = ~np.isnan(values) & (values != np.floor(values))
    if table.fields[column] == "code":
        odd &= ~cells.answers(_is_part, np.bool_)
    if expected and odd.any():
        scores = [score_values(body.cells(at)) for at in table.value_columns]
        odd &= np.isnan(np.column_stack([values, *scores])).any(axis=1)
    for at in np.flatnonzero(odd).tolist():
        row = int(body.numbers[at])
        yield Finding(ProblemCode.COLUMN_IGNORED, row, column, text_of(cells[at]))


def _tells_codes(table: ScoreTable) -> bool:
    """Say whether one column tells what the score of each row is: not where rows are agencies."""
    of_agencies = table.form is Form.SCORES_AGENCIES and not table.columns(AGENCY_SCORES)
    return not of_agencies and len(table.columns("code")) == 1


def _is_part(cell: Cell) -> bool:
    return is_sub_indicator(text_of(cell))


def _unknown_marks(body: Body, column: int) -> Iterator[Finding]:
    """Name each text, once, that says neither that a score is provisional nor that it is final."""
    known = {"", *words().provisional, *words().final}
    cells = body.cells(column)
    for place, cell in enumerate(cells.distinct):
        text = fold(text_of(cell))
        if text not in known:
            known.add(text)
            row = int(body.numbers[np.argmax(cells.places == place)])
            yield Finding(ProblemCode.MARK_NOT_UNDERSTOOD, row, column, text_of(cell))


def _is_unread(table: ScoreTable, name: str) -> bool:
    """Say whether a column means something that its form has no place for."""
    form = table.form
    if name == "level" and form is Form.SCORES_AGENCIES:
        return not table.score_columns
    if name in {"ignored", *_READ[form]}:
        return False
    if is_year(name.removeprefix(LEVEL_OF_YEAR)):
        return form not in {Form.SCORES_YEARS, Form.SCORES_AGENCIES}
    scored = is_score_field(name) or score_of_year(name)
    return not (scored and form is Form.SCORES_AGENCIES)


def rows_above(sheet: Sheet, table: ScoreTable, scores: Scores) -> Iterator[Finding]:
    """Name the rows above the headings that are no title: with a score, or with many cells.

    A score is a number in a column of scores, or a decimal anywhere. What was read as one of the
    `scores` needs no word.
    """
    above = scores.row < table.top
    taken = set(zip(scores.row[above].tolist(), scores.column[above].tolist(), strict=True))
    rows_taken = {row for row, _ in taken}
    crowded = dict(crowded_rows(sheet, table.top))
    scored_columns = set(table.value_columns)
    for row, cells in enumerate(sheet.rows[: max(table.top, 0)]):
        scored = (
            at
            for at, cell in enumerate(cells)
            if isinstance(value := score_of(cell), float)
            and (at in scored_columns or not value.is_integer())
        )
        left = (at for at in scored if (row, at) not in taken)
        column = next(left, None if row in rows_taken else crowded.get(row))
        if column is not None:
            yield Finding(ProblemCode.ROW_SKIPPED, row, column, text_of(cells[column]))


def row_years(
    sheet: Sheet, table: ScoreTable, body: Body, choices: Choices
) -> tuple[Ints, list[Finding]]:
    """Give the year of each row: from its column, the sheet's where that is blank, else NO_YEAR."""
    own, findings = year_of_sheet(sheet, table, choices)
    column = table.column("year")
    if column is None:
        return np.full(len(body.numbers), own or NO_YEAR, dtype=np.int32), findings
    numbers, read = interned(body.labels(column), _cell_year)
    given = (own or NO_YEAR if year is None else year[0] for year in read)
    years = np.array(list(given), dtype=np.int32)
    of_row = years[numbers] if len(numbers) else numbers
    about_blanks = findings if own and None in read else []
    return of_row, [*about_blanks, *_conversions(body, column, numbers, read)]


def _cell_year(cell: Cell) -> Year | None:
    """Read the year of a row; None is a blank cell, a text that tells none is NO_YEAR."""
    text = text_of(cell)
    return (heading_year(text) or (NO_YEAR, False)) if text else None


def _conversions(
    body: Body, column: int, numbers: Ints, read: list[Year | None]
) -> Iterator[Finding]:
    for number, year in enumerate(read):
        if year and year[1]:
            row = int(body.numbers[np.argmax(numbers == number)])
            yield conversion(year[0], row, column)


def missing_years(table: ScoreTable, body: Body, years: Ints) -> Iterator[Finding]:
    """Name the rows whose year cell tells none."""
    column = table.column("year")
    if column is None:
        return
    cells = body.labels(column)
    for at in np.flatnonzero(years == NO_YEAR).tolist():
        text = text_of(cells[at])
        yield Finding(ProblemCode.NO_YEAR, int(body.numbers[at]), column, text)


def provisional_rows(table: ScoreTable, body: Body, choices: Choices) -> npt.NDArray[np.bool_]:
    """Tell which rows hold provisional scores."""
    column = table.column("provisional")
    if column is None or choices.provisional:
        return np.full(len(body.numbers), choices.provisional)
    return body.cells(column).answers(_is_provisional, np.bool_)


def _is_provisional(cell: Cell) -> bool:
    return fold(text_of(cell)) in words().provisional
