"""What a sheet says about all of its rows: the fiscal year and the organisation in its titles."""

from collections.abc import Iterator

from data.framework import organisation
from data.importers.scores.layout.tables import Table
from data.importers.sheets.cells import text_of
from data.importers.sheets.opening import Cell, Sheet
from data.importers.sheets.readings import HOME, Body, Finding
from data.importers.sheets.title_years import Year, name_years, organisation_in, title_years
from data.importers.spelling.folding import words
from data.importers.spelling.title_places import province_of
from data.model.choices import Choices
from data.model.problems import ProblemCode


def titles(sheet: Sheet, table: Table) -> list[str]:
    """Give the texts above the table and in its headings."""
    texts = (text_of(cell) for row in sheet.rows[: table.bottom + 1] for cell in row)
    return list(dict.fromkeys(text for text in texts if text))


def year_of_sheet(sheet: Sheet, table: Table, choices: Choices) -> tuple[int | None, list[Finding]]:
    """Give the year of the choices, the titles or the sheet's name; two different ones are none.

    The name of the file is asked last, and that it was is said.
    """
    if choices.year is not None:
        return choices.year, []
    own_name = "" if sheet.name == sheet.file_name else sheet.name
    found = title_years(titles(sheet, table)) | name_years(own_name)
    findings = []
    if not found and len(found := name_years(sheet.file_name)) == 1:
        findings = [_from_file_name(sheet.file_name, found)]
    if len({year for year, _ in found}) != 1:
        told = ", ".join(str(year) for year in sorted({year for year, _ in found}))
        return None, [Finding(ProblemCode.NO_YEAR, value=told)]
    year, written_ce = max(found, key=_certainty)
    return year, [*findings, *([conversion(year)] if written_ce else [])]


def _from_file_name(name: str, found: frozenset[Year]) -> Finding:
    ((year, _),) = found
    return Finding(ProblemCode.YEAR_FROM_FILE_NAME, value=name, expected=str(year))


def _certainty(found: Year) -> bool:
    return not found[1]


def conversion(year: int, row: int = -1, column: int = 0, text: str = "") -> Finding:
    """Say that a year was written in C.E."""
    return Finding(ProblemCode.YEAR_CONVERTED, row, column, text or str(year - 543), str(year))


def organisation_of_sheet(
    sheet: Sheet, table: Table, choices: Choices
) -> tuple[str, list[Finding]]:
    """Give the organisation of the choices or the titles; a foreign one has to be chosen."""
    if choices.agency is not None:
        return choices.agency, []
    named = organisation_in(titles(sheet, table))
    if named is None or organisation().is_home(named):
        return HOME, []
    return named, [Finding(ProblemCode.OTHER_ORGANISATION, 0, 0, named, organisation().name)]


def agency_cells(
    sheet: Sheet, table: Table, body: Body, choices: Choices
) -> tuple[list[Cell], list[Finding]]:
    """Give the agency of each row: from its column, else the organisation of the sheet."""
    column = table.column("agency")
    if column is not None:
        return body.labels(column), []
    named, findings = organisation_of_sheet(sheet, table, choices)
    return [named] * len(body.numbers), findings


def place_cells(
    sheet: Sheet, table: Table, whole: Body, body: Body
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
        provinces = [province_of(titles(sheet, table), sheet.name)] * len(body.numbers)
    return districts, provinces


def _district_titles(body: Body) -> Iterator[Cell]:
    current = None
    for row in body.rows:
        first = next((cell for cell in row if cell), None)
        if isinstance(first, str) and first.startswith(words().districts):
            texts = {text_of(cell) for cell in row} - {""}
            current = first if len(texts) == 1 else current
        yield current
