"""The catalogue as a workbook would make it, and what could not stand in it, cell by cell."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from functools import partial
from typing import Any, Final

from data.catalogue.changes import CatalogueDraft, drafted_of
from data.catalogue.divisions import nameless_divisions, with_divisions
from data.catalogue.merging import KINDS, cell_text, items_in_order, merged
from data.catalogue.places import faults_elsewhere, faults_inside, placed
from data.framework import CataloguePart, Fault, Framework, framework, organisation, years
from data.importers.catalogue.reading import CatalogueBook
from data.importers.catalogue.tables import CatalogueTable, layouts
from data.model.problems import Problem, ProblemCode

_NEEDED: Final = (CatalogueTable.INSTRUMENTS, CatalogueTable.LEVELS)
"""The tables without which nothing can be said of a year."""


def draft_catalogue(book: CatalogueBook) -> CatalogueDraft:
    """Take a workbook over into the catalogue as it is now, without writing anything.

    Every fact that cannot stand is a problem with its cell. Where no table of the workbook holds
    it, the problem stands at its first sheet and names the file.
    """
    problems = list(book.problems)
    drafted: list[CataloguePart] = []
    for year in book.years:
        wanted, found = _year(book, year)
        problems += found or faults_inside(book, wanted)
        drafted.append(wanted)
    problems += nameless_divisions(book)
    drafted.append(with_divisions(book, organisation()))
    if not any(problem.blocking for problem in problems):
        problems += faults_elsewhere(book, drafted)
    if any(problem.blocking for problem in problems):
        told = tuple(dict.fromkeys(problems))
        return CatalogueDraft(problems=told, rows_read=book.rows_read)
    return drafted_of(drafted, problems, book.rows_read, partial(placed, book))


def _year(book: CatalogueBook, year: int) -> tuple[Framework, list[Problem]]:
    """Give a year as it would be, and what the workbook lacks of it."""
    known = framework(year) if year in years() else None
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
