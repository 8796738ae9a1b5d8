"""The catalogue as a workbook would make it, and what could not stand in it, cell by cell."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any, Final

from data.catalogue.changes import CatalogueChange, division_changes, year_changes
from data.catalogue.divisions import nameless_divisions, with_divisions
from data.catalogue.merging import KINDS, cell_text, items_in_order, merged
from data.catalogue.places import faults_elsewhere, faults_inside
from data.framework import Fault, Framework, Organisation, framework, organisation, years
from data.importers.catalogue.reading import CatalogueBook
from data.importers.catalogue.tables import CatalogueTable, layouts
from data.model.problems import Problem, ProblemCode

_NEEDED: Final = (CatalogueTable.INSTRUMENTS, CatalogueTable.LEVELS)
"""The tables without which nothing can be said of a year."""


@dataclass(frozen=True, slots=True)
class CatalogueDraft:
    """The years and the home agency as they would be, what would change, and what is wrong.

    With a blocking problem nothing would change.
    """

    frameworks: tuple[Framework, ...]
    home: Organisation | None
    changes: tuple[CatalogueChange, ...]
    problems: tuple[Problem, ...]

    @property
    def blocking(self) -> tuple[Problem, ...]:
        """The problems that keep it from being written."""
        return tuple(problem for problem in self.problems if problem.blocking)


def draft_catalogue(book: CatalogueBook) -> CatalogueDraft:
    """Take a workbook over into the catalogue as it is now, without writing anything.

    Every fact that cannot stand is a problem with its cell. Where no table of the workbook holds
    it, the problem stands at its first sheet and names the file.
    """
    problems = list(book.problems)
    drafted = {}
    for year in book.years:
        wanted, found = _year(book, year)
        problems += found or faults_inside(book, wanted)
        drafted[year] = wanted
    problems += nameless_divisions(book)
    home = _home(book)
    if not any(problem.blocking for problem in problems):
        problems += faults_elsewhere(book, drafted.values(), home)
    if any(problem.blocking for problem in problems):
        return CatalogueDraft((), None, (), tuple(dict.fromkeys(problems)))
    changes = [
        one for wanted in drafted.values() for one in year_changes(_known(wanted.year), wanted)
    ]
    changes += division_changes(organisation(), home) if home else ()
    return CatalogueDraft(tuple(drafted.values()), home, tuple(changes), tuple(problems))


def _home(book: CatalogueBook) -> Organisation | None:
    """Give the home agency as it would be, None where it stays as it is."""
    wanted = with_divisions(book, organisation())
    return wanted if wanted != organisation() else None


def _known(year: int) -> Framework | None:
    return framework(year) if year in years() else None


def _year(book: CatalogueBook, year: int) -> tuple[Framework, list[Problem]]:
    """Give a year as it would be, and what the workbook lacks of it."""
    known = _known(year)
    base = known or Framework(year, (), (), (), (), Decimal(0))
    problems = [*_missing(book, year, known), *_other_targets(book, year)]
    tables: dict[str, Any] = {}
    for table, kind in KINDS.items():
        found = merged(book, table, year, getattr(base, kind.attribute))
        problems += found.problems
        tables[kind.attribute] = found.rows
    wanted = replace(base, **tables, **_told_of_year(book, base))
    if book.year != year and wanted.items != base.items:
        wanted = replace(wanted, items=items_in_order(wanted.items, wanted.instruments))
    return wanted, problems


def _missing(book: CatalogueBook, year: int, known: Framework | None) -> Iterator[Problem]:
    """Name what a new year cannot do without."""
    if known is not None:
        return
    first = book.tables[0].sheet.name
    for table in _NEEDED:
        if book.headed(table) is None:
            name = layouts()[table].sheet_name
            yield Problem(ProblemCode.CATALOGUE_FAULT, first, "", name, Fault.MISSING.value)
    told = book.of(CatalogueTable.YEARS, year)
    if told and not any("target" in entry.facts for entry in told):
        yield told[0].fault("target", Fault.MISSING)
    if not told:
        name = layouts()[CatalogueTable.YEARS].headings["target"]
        yield Problem(ProblemCode.CATALOGUE_FAULT, first, "", name, Fault.MISSING.value)


def _other_targets(book: CatalogueBook, year: int) -> Iterator[Problem]:
    """Name the rows of the year that tell another target than the first."""
    told = [entry for entry in book.of(CatalogueTable.YEARS, year) if "target" in entry.facts]
    for entry in told[1:]:
        if entry.facts["target"] != told[0].facts["target"]:
            yield entry.fault("target", Fault.REPEATED)


def _told_of_year(book: CatalogueBook, base: Framework) -> Mapping[str, Any]:
    """Give the target and the notes, where the workbook describes the whole year."""
    headed = book.headed(CatalogueTable.YEARS)
    if headed is None or book.year != base.year:
        return {}
    told = [entry.facts for entry in book.of(CatalogueTable.YEARS, base.year)]
    target = next((facts["target"] for facts in told if "target" in facts), base.target)
    if "note" not in headed.columns:
        return {"target": target}
    known = {cell_text(note): note for note in base.notes}
    notes = [str(facts["note"]) for facts in told if "note" in facts]
    return {"target": target, "notes": tuple(known.get(note, note) for note in notes)}
