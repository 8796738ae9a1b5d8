"""The lines above a plan's table: the year of the plan and whose plan it is."""

import re
from collections.abc import Iterator

from data.framework import organisation
from data.importers.plan_layout import Layout, cell_text
from data.importers.plan_words import pattern, word_list
from data.importers.sheets import Sheet
from data.importers.thai_text import repair_letters
from data.problems import Problem, ProblemCode

_ERA_OFFSET = 543
_FIRST_BUDDHIST = 2400


def plan_year_of(sheet: Sheet, layout: Layout) -> tuple[int | None, tuple[Problem, ...]]:
    """Find the plan's year (B.E.) in its title; a year C.E. is converted and reported.

    A title that names the analysed year too names the plan's year as the later one. Where there is
    no title at all the name of the sheet stands for it.
    """
    for expression in word_list("title", "year"):
        years = {
            (_buddhist(int(found[1])), int(found[1]), cell)
            for cell, text in _year_cells(sheet, layout)
            for found in re.finditer(expression, text)
        }
        if years:
            year, written, cell = max(years)
            converted = Problem(
                ProblemCode.YEAR_CONVERTED, sheet.name, cell, str(written), str(year)
            )
            return year, (converted,) if year != written else ()
    return None, ()


def foreign_organisation(sheet: Sheet, layout: Layout) -> tuple[Problem, ...]:
    """Report an organisation in the title that is not the home agency."""
    home = organisation()
    sought = re.compile(pattern("title", "organisation"))
    return tuple(
        Problem(ProblemCode.OTHER_ORGANISATION, sheet.name, cell, found[1].strip(), home.name)
        for cell, text in _title_cells(sheet, layout)
        if (found := sought.search(text)) and not _is_home(found[1])
    )


def _is_home(name: str) -> bool:
    home = organisation()
    # A title may go on without a space behind the name.
    return home.is_home(name) or home.agency_key(name).startswith(home.agency_key(home.name))


def _year_cells(sheet: Sheet, layout: Layout) -> Iterator[tuple[str, str]]:
    """Give the titles, and the name of a sheet that has none."""
    titles = tuple(_title_cells(sheet, layout))
    yield from titles or [("", " ".join(sheet.name.split()))]


def _title_cells(sheet: Sheet, layout: Layout) -> Iterator[tuple[str, str]]:
    for row in layout.titles:
        for position, value in enumerate(sheet.rows[row]):
            if text := cell_text(value):
                yield sheet.address(row, position), " ".join(repair_letters(text).split())


def _buddhist(year: int) -> int:
    return year if year >= _FIRST_BUDDHIST else year + _ERA_OFFSET
