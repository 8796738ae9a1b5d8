"""A workbook that completes the catalogue or describes a whole year: its rows, and its faults."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from data.framework import Fault, years
from data.importers.catalogue.cells import Fact, fact_of
from data.importers.catalogue.tables import CatalogueTable, Headed, headed, lacking_headings
from data.importers.sheets.cells import text_of
from data.importers.sheets.opening import Row, Sheet, Unreadable
from data.importers.sheets.title_years import heading_year, name_years
from data.model.problems import Problem, ProblemCode

_YEAR: Final = "year"


@dataclass(frozen=True, slots=True)
class Entry:
    """One row of a sheet: `facts` holds what its cells say; `year` is None for a division.

    What a blank cell means is for who takes the entry over.
    """

    source: Headed
    row: int
    year: int | None
    facts: Mapping[str, Fact]

    @property
    def table(self) -> CatalogueTable:
        """What it tells of."""
        return self.source.layout.table

    def fault(self, name: str, reason: Fault) -> Problem:
        """Give the problem of a fact that cannot stand, or of a blank cell, by its heading."""
        column = self.source.columns.get(name)
        cells = self.source.sheet.rows[self.row]
        value = text_of(cells[column]) if column is not None and column < len(cells) else ""
        return self.source.fault(name, reason, value, self.row)


@dataclass(frozen=True, slots=True)
class CatalogueBook:
    """Everything a workbook says of the catalogue, and what is wrong in it.

    `year` is the one a sheet of the year names: the workbook then describes that year, and a table
    it holds is the whole table. Without it every row completes what is known.
    """

    year: int | None
    tables: tuple[Headed, ...]
    entries: tuple[Entry, ...]
    problems: tuple[Problem, ...]
    set_aside: tuple[str, ...] = ()
    rows_read: int = 0

    def of(self, table: CatalogueTable, year: int | None) -> tuple[Entry, ...]:
        """Give the entries of one table and year."""
        return tuple(one for one in self.entries if (one.table, one.year) == (table, year))

    def headed(self, table: CatalogueTable) -> Headed | None:
        """Give the first sheet that holds a table."""
        return next((one for one in self.tables if one.layout.table is table), None)

    @property
    def years(self) -> tuple[int, ...]:
        """The years it tells of, ascending."""
        told = {one.year for one in self.entries if one.year is not None}
        return tuple(sorted(told | ({self.year} if self.year else set())))


@dataclass(slots=True)
class _Reading:
    """What was read so far."""

    year: int | None = None
    entries: list[Entry] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    rows: int = 0


def read_catalogue(sheets: Sequence[Sheet]) -> CatalogueBook:
    """Read the sheets of a workbook and all that is wrong in them.

    A sheet that is no table of the catalogue is set aside, and a problem only where all are.
    """
    found = [headed(sheet) for sheet in sheets]
    tables = tuple(one for one in found if one is not None)
    aside = [sheet for sheet, one in zip(sheets, found, strict=True) if one is None]
    if not tables:
        return CatalogueBook(None, (), (), tuple(map(_nothing, aside)))
    reading = _Reading()
    # The sheet of the year is read first: it names the year of all the others.
    for one in sorted(tables, key=lambda table: table.layout.table is not CatalogueTable.YEARS):
        reading.problems += one.problems()
        _read_table(one, reading)
    for sheet in aside:
        reading.problems += lacking_headings(sheet)
    entries = tuple(_of_known_years(reading))
    problems = tuple(dict.fromkeys(reading.problems))
    names = tuple(sheet.name for sheet in aside)
    return CatalogueBook(reading.year, tables, entries, problems, names, reading.rows)


def _nothing(sheet: Sheet) -> Problem:
    has_text = any(text_of(cell) for row in sheet.rows for cell in row)
    code = ProblemCode.NOTHING_RECOGNISED if has_text else ProblemCode.EMPTY_SHEET
    return Problem(code, sheet.name)


def _read_table(table: Headed, reading: _Reading) -> None:
    for row in range(table.top + 1, len(table.sheet.rows)):
        if not any(map(text_of, table.sheet.rows[row])):
            continue
        reading.rows += 1
        read = _entry(table, row, reading)
        if isinstance(read, Entry):
            _take(read, reading)
        else:
            reading.problems += read


def _entry(table: Headed, row: int, reading: _Reading) -> Entry | list[Problem]:
    cells = table.sheet.rows[row]
    year = _year(table, cells, reading.year)
    if year is None and _is_of_a_year(table):
        return [Problem(ProblemCode.NO_YEAR, table.sheet.name, table.cell(_YEAR, row))]
    facts: dict[str, Fact] = {}
    problems = []
    for name, column in table.columns.items():
        cell = cells[column] if column < len(cells) else None
        if name == _YEAR:
            continue
        fact = fact_of(table.layout.table, name, cell)
        if isinstance(cell, Unreadable):
            code = ProblemCode.FORMULA_WITHOUT_VALUE
            problems.append(Problem(code, table.sheet.name, table.cell(name, row), cell.text))
        elif isinstance(fact, Fault):
            problems.append(table.fault(name, fact, text_of(cell), row))
        elif isinstance(fact, ProblemCode):
            place = table.cell(name, row)
            problems.append(Problem(fact, table.sheet.name, place, text_of(cell)))
        elif fact is not None:
            facts[name] = fact
    if not facts and not problems and table.layout.table is not CatalogueTable.YEARS:
        problems.append(_not_understood(table, row))
    return problems or Entry(table, row, year, facts)


def _take(entry: Entry, reading: _Reading) -> None:
    """Keep an entry; the sheet of the year may name one year only."""
    if entry.table is CatalogueTable.YEARS:
        if reading.year not in (None, entry.year):
            reading.problems.append(entry.fault(_YEAR, Fault.REPEATED))
            return
        reading.year = entry.year
    reading.entries.append(entry)


def _of_known_years(reading: _Reading) -> Iterator[Entry]:
    """Give the entries of years that are known, or described by the workbook itself."""
    described = {one.year for one in reading.entries if one.table is CatalogueTable.INSTRUMENTS}
    known = {*years(), reading.year, *described, None}
    for entry in reading.entries:
        if entry.year in known:
            yield entry
        else:
            place = entry.source.cell(_YEAR, entry.row)
            name, told = entry.source.sheet.name, str(entry.year)
            reading.problems.append(Problem(ProblemCode.UNKNOWN_YEAR, name, place, told))


def _is_of_a_year(table: Headed) -> bool:
    return _YEAR in table.layout.headings


def _year(table: Headed, row: Row, told: int | None) -> int | None:
    """Give the year of a row: its own, that of the workbook, or that of the sheet's name."""
    if not _is_of_a_year(table):
        return None
    column = table.columns.get(_YEAR)
    text = text_of(row[column]) if column is not None and column < len(row) else ""
    if text:
        found = heading_year(text)
        return found[0] if found else None
    named = {year for year, _ in name_years(table.sheet.name)}
    if told is None and column is None and len(named) == 1:
        return named.pop()
    return told


def _not_understood(table: Headed, row: int) -> Problem:
    told = " · ".join(text for cell in table.sheet.rows[row] if (text := text_of(cell)))
    name = table.sheet.name
    return Problem(ProblemCode.ROW_NOT_UNDERSTOOD, name, table.cell(_YEAR, row), told)
