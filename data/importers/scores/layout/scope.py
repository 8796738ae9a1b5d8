"""What a sheet says about all of its rows: the fiscal year and the organisation in its titles."""

from collections.abc import Iterable, Iterator

import numpy as np

from data.framework import organisation
from data.importers.recognised import Answer, Identity
from data.importers.scores.layout.tables import ScoreTable
from data.importers.sheets.cells import text_of
from data.importers.sheets.head import SheetHead
from data.importers.sheets.readings import HOME, Body, Finding, Units
from data.importers.sheets.title_years import Year, name_years, organisation_in, title_years
from data.importers.spelling.folding import words
from data.importers.spelling.title_places import province_of
from data.model.choices import Choices
from data.model.grid import Cell, Sheet
from data.model.problems import ProblemCode


def identify_scores(head: SheetHead, table: ScoreTable) -> Identity:
    """Tell whose scores a sheet holds and of which year; a table of agencies is nobody's."""
    sheet = head.sheet
    kind = Answer(table.form, sheet.address(max(table.top, 0), min(table.fields)))
    named = None if table.columns("agency") else organisation_in(table.titles)
    agency = Answer(named, _place(sheet, table, named)) if named else None
    years = {year for year, _ in _years_told(sheet, table) or name_years(sheet.file_name)}
    if len(years) != 1:
        return Identity(kind, agency)
    year = years.pop()
    speaking = (text for text in table.titles if year in dict(title_years([text])))
    return Identity(kind, agency, Answer(year, _place(sheet, table, next(speaking, None))))


def _place(sheet: Sheet, table: ScoreTable, words: str | None) -> str:
    """Give the address of the title that says something, "" where none does."""
    places = (place for text, place in table.titles.items() if words and words in text)
    place = next(places, None)
    return sheet.address(*place) if place else ""


def _years_told(sheet: Sheet, table: ScoreTable) -> frozenset[Year]:
    """Give the years in the titles and in the name of the sheet."""
    own_name = "" if sheet.name == sheet.file_name else sheet.name
    return title_years(table.titles) | name_years(own_name)


def year_of_sheet(
    sheet: Sheet, table: ScoreTable, choices: Choices
) -> tuple[int | None, list[Finding]]:
    """Give the year of the choices, the titles or the sheet's name; two different ones are none.

    The name of the file is asked last, and that it was is said.
    """
    if choices.year is not None:
        return choices.year, []
    candidates = _years_told(sheet, table)
    findings = []
    if not candidates and len(candidates := name_years(sheet.file_name)) == 1:
        findings = [_from_file_name(sheet.file_name, candidates)]
    if len({year for year, _ in candidates}) != 1:
        value = ", ".join(str(year) for year in sorted({year for year, _ in candidates}))
        return None, [Finding(ProblemCode.NO_YEAR, value=value)]
    year, written_ce = max(candidates, key=_certainty)
    return year, [*findings, *([conversion(year)] if written_ce else [])]


def _from_file_name(name: str, candidates: frozenset[Year]) -> Finding:
    ((year, _),) = candidates
    return Finding(ProblemCode.YEAR_FROM_FILE_NAME, value=name, expected=str(year))


def _certainty(year: Year) -> bool:
    return not year[1]


def conversion(year: int, row: int = -1, column: int = 0, text: str = "") -> Finding:
    """Say that a year was written in C.E."""
    return Finding(ProblemCode.YEAR_CONVERTED, row, column, text or str(year - 543), str(year))


def organisation_of_sheet(table: ScoreTable, choices: Choices) -> tuple[str, list[Finding]]:
    """Give the organisation of the choices or the titles; a foreign one has to be chosen."""
    if choices.agency is not None:
        return choices.agency, []
    named = organisation_in(table.titles)
    if named is None or organisation().is_home(named):
        return HOME, []
    return named, [Finding(ProblemCode.OTHER_ORGANISATION, 0, 0, named, organisation().name)]


def one_unit(agency: str, years: Iterable[int]) -> Units:
    """Give the units of one organisation, one for each year."""
    listed = list(years)
    name = text_of(agency)
    own = HOME if not name or organisation().is_home(name) else name
    blank = [""] * len(listed)
    return Units([own] * len(listed), blank, blank, np.array(listed, dtype=np.int64))


def agency_cells(
    table: ScoreTable, body: Body, choices: Choices
) -> tuple[list[Cell], list[Finding]]:
    """Give the agency of each row: from its column, else the organisation of the sheet."""
    column = table.column("agency")
    if column is not None:
        return body.labels(column), []
    named, findings = organisation_of_sheet(table, choices)
    return [named] * len(body.numbers), findings


def place_cells(
    sheet: Sheet, table: ScoreTable, whole: Body, body: Body
) -> tuple[list[Cell], list[Cell]]:
    """Give district and province of each row: from their columns, else from titles above the rows.

    A district may stand in a row of its own above its agencies, a province in the title; `whole`
    has the rows that are not in `body` because they name no agency.
    """
    district, province = table.column("district"), table.column("province")
    districts, provinces = body.labels(district), body.labels(province)
    if table.column("agency") is None:
        return districts, provinces
    if district is None:
        above = dict(zip(whole.numbers.tolist(), _district_titles(whole), strict=True))
        districts = [above[row] for row in body.numbers.tolist()]
    if province is None:
        provinces = [province_of(table.titles, sheet.name)] * len(body.numbers)
    return districts, provinces


def _district_titles(body: Body) -> Iterator[Cell]:
    current = None
    for row in body.rows:
        first = next((cell for cell in row if cell), None)
        if isinstance(first, str) and first.startswith(words().districts):
            texts = {text_of(cell) for cell in row} - {""}
            current = first if len(texts) == 1 else current
        yield current
