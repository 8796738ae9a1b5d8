"""What a sheet says about all of its rows: the fiscal year and the organisation in its titles."""

from collections.abc import Iterable, Iterator
from itertools import chain, repeat
from typing import Final

import numpy as np

from data.containers.cell_columns import Column, Grid
from data.framework import organisation
from data.importers.identity.bodies import bodies_said, home_body, other_body
from data.importers.identity.fiscal_years import ask_year, only_year, years_said
from data.importers.identity.kinds import kind_said
from data.importers.scores.layout.meanings import AGENCY_SCORES
from data.importers.scores.layout.tables import ScoreTable
from data.importers.sheets.cells import text_of
from data.importers.sheets.head import SheetHead, Text, asked, place_of, speaking_texts
from data.importers.sheets.readings import HOME, WHOLE_SHEET, Body, Finding, Units
from data.importers.spelling.folding import words
from data.importers.spelling.title_places import province_of
from data.model.choices import Choices
from data.model.grid import Cell, Sheet
from data.model.identity import Answer, Doubt, Identity, SheetKind
from data.model.problems import ProblemCode

_SAYS_NOTHING: Final = frozenset({"agency", "district", "province", "provisional", "ignored"})


def identify_scores(head: SheetHead, table: ScoreTable) -> Identity:
    """Tell what scores a sheet holds, whose and of which year.

    The agency of a table with one in each row is "", at the heading over them; the year of a table
    with years in its rows or columns is none.
    """
    sheet = head.sheet
    kind, agency, year = kind_of_sheet(sheet, table), _agency(sheet, table), None
    if not (table.column("year") is not None or table.year_columns or table.heading_years):
        said = only_year(years_said(speaking(sheet, table)))
        told = said is not None and not _only_of_file(sheet, said.text)
        year = Answer(said.year, place_of(sheet, said.text)) if said and told else None
    return Identity(kind, agency, year)


def kind_of_sheet(sheet: Sheet, table: ScoreTable) -> Answer[SheetKind] | None:
    """Tell what scores a sheet says that it holds, None where it says nothing."""
    said = kind_said(speaking(sheet, table))
    return Answer(said[0], place_of(sheet, said[1])) if said else None


def _agency(sheet: Sheet, table: ScoreTable) -> Answer[str] | None:
    column = table.column("agency")
    if column is None:
        column = table.column(AGENCY_SCORES)
    if column is not None:
        return Answer("", sheet.address(max(table.bottom, 0), column))
    said = bodies_said(speaking(sheet, table))
    named = other_body(said) or home_body(said)
    return Answer(named.name, place_of(sheet, named.text)) if named else None


def speaking(sheet: Sheet, table: ScoreTable) -> tuple[Text, ...]:
    """Give the texts that speak of all scores: titles, headings over the scores, names."""
    telling = {column for column, name in table.fields.items() if name not in _SAYS_NOTHING}
    titles = (
        Text(row, column, text)
        for text, (row, column) in table.titles.items()
        if row < table.top or column in telling
    )
    return speaking_texts(sheet, titles)


def year_of_sheet(
    sheet: Sheet, table: ScoreTable, choices: Choices
) -> tuple[int | None, list[Finding]]:
    """Give the year of the choices, else the only one that the sheet, its name and its file say.

    The name of a file is given by whoever sends it: a year that stands nowhere else is asked.
    """
    if choices.year is not None:
        return choices.year, []
    said = years_said(speaking(sheet, table))
    only = only_year(said)
    if only is None:
        return None, [ask_year(said)]
    if _only_of_file(sheet, only.text):
        return None, [asked(ProblemCode.ASK_YEAR, Doubt.FILE_YEAR, only.text, str(only.year))]
    return only.year, [conversion(only.year)] if only.converted else []


def _only_of_file(sheet: Sheet, text: Text) -> bool:
    return text.row == WHOLE_SHEET and text.text == sheet.file_name


def conversion(year: int, row: int = -1, column: int = 0, text: str = "") -> Finding:
    """Say that a year was written in C.E."""
    return Finding(ProblemCode.YEAR_CONVERTED, row, column, text or str(year - 543), str(year))


def organisation_of_sheet(
    sheet: Sheet, table: ScoreTable, choices: Choices
) -> tuple[str, list[Finding]]:
    """Give the organisation of the choices or the titles; another than ours has to be chosen."""
    if choices.agency is not None:
        return choices.agency, []
    other = other_body(bodies_said(speaking(sheet, table)))
    if other is None:
        return HOME, []
    return other.name, [asked(ProblemCode.ASK_AGENCY, Doubt.OTHER_BODY, other.text, other.name)]


def one_unit(agency: str, years: Iterable[int]) -> Units:
    """Give the units of one organisation, one for each year."""
    listed = list(years)
    name = text_of(agency)
    own = HOME if not name or organisation().is_home(name) else name
    blank = [""] * len(listed)
    return Units([own] * len(listed), blank, blank, np.array(listed, dtype=np.int64))


def agency_cells(
    sheet: Sheet, table: ScoreTable, body: Body, choices: Choices
) -> tuple[Column[Cell], list[Finding]]:
    """Give the agency of each row: from its column, else the organisation of the sheet."""
    column = table.column("agency")
    if column is not None:
        return body.labels(column), []
    named, findings = organisation_of_sheet(sheet, table, choices)
    return Column.same(named, len(body.numbers)), findings


def place_cells(
    sheet: Sheet, table: ScoreTable, whole: Body, body: Body
) -> tuple[Column[Cell], Column[Cell]]:
    """Give district and province of each row: from their columns, else from titles above the rows.

    A district may stand in a row of its own above its agencies, a province in the title; `whole`
    has the rows that are not in `body` because they name no agency.
    """
    district, province = table.column("district"), table.column("province")
    districts, provinces = body.labels(district), body.labels(province)
    if table.column("agency") is None:
        return districts, provinces
    if district is None:
        above = Column.of(_district_titles(whole))
        districts = above.where(np.isin(whole.numbers, body.numbers))
    if province is None:
        provinces = Column.same(province_of(table.titles, sheet.name), len(body.numbers))
    return districts, provinces


def _district_titles(body: Body) -> Iterator[Cell]:
    current = None
    if isinstance(body.rows, Grid) and not any(map(_begins_district, _distinct(body.rows))):
        yield from repeat(None, len(body.rows))
        return
    for row in body.rows:
        first = next((cell for cell in row if cell), None)
        if _begins_district(first):
            texts = {text_of(cell) for cell in row} - {""}
            current = first if len(texts) == 1 else current
        yield current


def _begins_district(cell: Cell) -> bool:
    return isinstance(cell, str) and cell.startswith(words().districts)


def _distinct(rows: Grid) -> Iterator[Cell]:
    return chain.from_iterable(column.distinct for column in rows.columns)
