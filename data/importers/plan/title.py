"""The lines above a plan's table: the year of the plan and whose plan it is."""

import re
from collections.abc import Iterator

from data.framework import organisation
from data.importers.identity.bodies import bodies_said, home_body, other_body
from data.importers.identity.fiscal_years import years_said
from data.importers.plan.layout import PlanLayout, cell_text
from data.importers.sheets.head import SheetHead, Text, asked, place_of, speaking_texts
from data.importers.spelling.plan_words import squeeze, word_list
from data.importers.spelling.thai_text import repair_letters
from data.model.grid import Sheet
from data.model.identity import Answer, Doubt, Identity, SheetKind
from data.model.problems import Problem, ProblemCode

_ERA_OFFSET = 543
_FIRST_BUDDHIST = 2400

_Text = tuple[str, str]
_Year = tuple[int, int, str]


def identify_plan(head: SheetHead, layout: PlanLayout) -> Identity:
    """Tell whose plan it is and of which year, by the lines above its table."""
    sheet = head.sheet
    kind = Answer(SheetKind.PLAN, sheet.address(layout.heading, min(layout.columns.values())))
    said = bodies_said(_speaking(sheet, layout))
    named = other_body(said) or home_body(said)
    agency = Answer(named.name, place_of(sheet, named.text)) if named else None
    titled = _year_in(tuple(_year_cells(sheet, layout)))
    return Identity(kind, agency, Answer(titled[0], titled[2]) if titled else None)


def plan_year_of(sheet: Sheet, layout: PlanLayout) -> tuple[int | None, tuple[Problem, ...]]:
    """Find the plan's year (B.E.) in its title; a year C.E. is converted and reported.

    A title that names the analysed year too names the plan's year as the later one. Where there is
    no title at all the name of the sheet stands for it.
    """
    titled = _year_in(tuple(_year_cells(sheet, layout)))
    if titled is None:
        return None, ()
    year, written, cell = titled
    problem = Problem(ProblemCode.YEAR_CONVERTED, sheet.name, cell, str(written), str(year))
    return year, (problem,) if year != written else ()


def contradicting_years(sheet: Sheet, layout: PlanLayout, year: int) -> tuple[Problem, ...]:
    """Ask where titles or names speak of another year than the plan's and the one it analyses."""
    said = years_said(_speaking(sheet, layout))
    others = [one for one in said if one.year not in {year, year - 1}]
    if not others:
        return ()
    listed = ", ".join(map(str, sorted({year, *(one.year for one in others)})))
    doubt = Doubt.SEVERAL_YEARS
    return (asked(ProblemCode.ASK_YEAR, doubt, others[0].text, listed).problem(sheet),)


def _speaking(sheet: Sheet, layout: PlanLayout) -> tuple[Text, ...]:
    titles = (
        Text(row, column, " ".join(repair_letters(text).split()))
        for row in layout.titles
        for column, cell in enumerate(sheet.rows[row])
        if (text := cell_text(cell))
    )
    return speaking_texts(sheet, titles)


def other_years(sheet: Sheet, layout: PlanLayout, year: int) -> tuple[Problem, ...]:
    """Report new titles further down that name another year: two plans stand on one sheet."""
    repeated = {squeeze(text) for _, text in _title_cells(sheet, layout)}
    others = {
        place: titled[0]
        for place, text in _cells_of(sheet, layout.page_titles)
        if squeeze(text) not in repeated and (titled := _year_in(((place, text),)))
    }
    return tuple(
        Problem(ProblemCode.OTHER_YEAR, sheet.name, place, str(other), str(year))
        for place, other in others.items()
        if other != year
    )


def _year_in(cells: tuple[_Text, ...]) -> _Year | None:
    """Give the year, as it is written, and its cell: by the most telling words of the lines."""
    for expression in word_list("title", "year"):
        years = {
            (_buddhist(int(match[1])), int(match[1]), cell)
            for cell, text in cells
            for match in re.finditer(expression, text)
        }
        if years:
            return _planned(max(years), cells)
    return None


def _planned(titled: _Year, cells: tuple[_Text, ...]) -> _Year:
    """Give the year after the analysed one where the same line names it in another way."""
    year, _, cell = titled
    line = next(text for place, text in cells if place == cell)
    later = {
        (year + 1, int(match[1]), cell)
        for expression in word_list("title", "year")
        for match in re.finditer(expression, line)
        if _buddhist(int(match[1])) == year + 1
    }
    return max(later, default=titled)


def foreign_organisation(
    sheet: Sheet, layout: PlanLayout, agency: str | None
) -> tuple[Problem, ...]:
    """Ask whose plan it is where another body is named; one that is not ours has no place here."""
    home = organisation()
    if agency is not None:
        if home.is_home(agency):
            return ()
        return (Problem(ProblemCode.OTHER_ORGANISATION, sheet.name, "", agency, home.name),)
    other = other_body(bodies_said(_speaking(sheet, layout)))
    if other is None:
        return ()
    return (asked(ProblemCode.ASK_AGENCY, Doubt.OTHER_BODY, other.text, other.name).problem(sheet),)


def _year_cells(sheet: Sheet, layout: PlanLayout) -> Iterator[_Text]:
    """Give the titles, and the name of a sheet that has none."""
    titles = tuple(_title_cells(sheet, layout))
    yield from titles or [("", " ".join(sheet.name.split()))]


def _title_cells(sheet: Sheet, layout: PlanLayout) -> Iterator[_Text]:
    return _cells_of(sheet, layout.titles)


def _cells_of(sheet: Sheet, rows: tuple[int, ...]) -> Iterator[_Text]:
    for row in rows:
        for position, value in enumerate(sheet.rows[row]):
            if text := cell_text(value):
                yield sheet.address(row, position), " ".join(repair_letters(text).split())


def _buddhist(year: int) -> int:
    return year if year >= _FIRST_BUDDHIST else year + _ERA_OFFSET
