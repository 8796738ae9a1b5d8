"""The lines above a plan's table: the year of the plan and whose plan it is."""

import re
from collections.abc import Iterator

from data.framework import organisation
from data.importers.plan.layout import PlanLayout, cell_text
from data.importers.recognised import Answer, Identity
from data.importers.sheets.head import SheetHead
from data.importers.spelling.plan_words import pattern, squeeze, word_list
from data.importers.spelling.thai_text import repair_letters
from data.model.grid import Sheet
from data.model.problems import Problem, ProblemCode

_ERA_OFFSET = 543
_FIRST_BUDDHIST = 2400

_Text = tuple[str, str]
_Year = tuple[int, int, str]


def identify_plan(head: SheetHead, layout: PlanLayout) -> Identity:
    """Tell whose plan it is and of which year, by the lines above its table."""
    sheet = head.sheet
    kind = Answer(layout.form, sheet.address(layout.heading, min(layout.columns.values())))
    named = next(_organisations(sheet, layout), None)
    agency = Answer(named[1], named[0]) if named else None
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


def foreign_organisation(sheet: Sheet, layout: PlanLayout) -> tuple[Problem, ...]:
    """Report an organisation in the title that is not the home agency."""
    home = organisation().name
    return tuple(
        Problem(ProblemCode.OTHER_ORGANISATION, sheet.name, cell, name, home)
        for cell, name in _organisations(sheet, layout)
        if not _is_home(name)
    )


def _organisations(sheet: Sheet, layout: PlanLayout) -> Iterator[_Text]:
    """Give the organisations that title lines name, each behind its cell."""
    sought = re.compile(pattern("title", "organisation"))
    for cell, text in _title_cells(sheet, layout):
        if named := sought.search(text):
            yield cell, named[1].strip()


def _is_home(name: str) -> bool:
    home = organisation()
    # A title may go on without a space behind the name.
    goes_on = home.agency_key(name).startswith(home.agency_key(home.name))
    return home.is_home(name) or (home.is_set_up and goes_on)


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
