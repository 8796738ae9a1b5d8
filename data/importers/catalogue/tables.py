"""The tables of a catalogue workbook: which one a sheet holds, by its headings."""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any, Final

from data.framework import Evidence, Fault
from data.importers.sheets.cells import text_of
from data.importers.sheets.opening import Sheet
from data.importers.spelling.folding import bare
from data.model.problems import Problem, ProblemCode

_SEARCHED_ROWS: Final = 30


class CatalogueTable(StrEnum):
    """What a sheet tells of; the values are the keys of the lists in a year's file."""

    YEARS = "years"
    INSTRUMENTS = "instruments"
    INDICATORS = "indicators"
    ITEMS = "items"
    LEVELS = "levels"
    NATIONAL = "national"
    DIVISIONS = "divisions"


@dataclass(frozen=True, slots=True)
class Layout:
    """How one table is called and written: a heading (the form's own first) for each field."""

    table: CatalogueTable
    sheet_name: str
    needs: tuple[frozenset[str], ...]
    headings: Mapping[str, str]
    fields: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Headed:
    """A sheet whose headings make it a table: the row they stand in, and field -> column."""

    layout: Layout
    sheet: Sheet
    top: int
    columns: Mapping[str, int]

    def cell(self, field: str, row: int | None = None) -> str:
        """Give the address of a field in a row, by default of its heading; A where it has none."""
        return self.sheet.address(self.top if row is None else row, self.columns.get(field, 0))

    def heading(self, field: str) -> str:
        """Give the heading of a field as it stands in the sheet, else the form's own."""
        if field in self.columns:
            return text_of(self.sheet.rows[self.top][self.columns[field]])
        return self.layout.headings[field]

    def fault(self, field: str, reason: Fault, value: str = "", row: int | None = None) -> Problem:
        """Give the problem of a fact that cannot stand; the heading names one that is blank."""
        told = value or self.heading(field)
        place = self.cell(field, row)
        return Problem(ProblemCode.CATALOGUE_FAULT, self.sheet.name, place, told, reason.value)

    def problems(self) -> Iterator[Problem]:
        """Name the columns that stand there twice, and those nobody knows."""
        for column, cell in enumerate(self.sheet.rows[self.top]):
            text = text_of(cell)
            if not text or column in self.columns.values():
                continue
            field = self.layout.fields.get(bare(text))
            again = field is not None and bare(self.heading(field)) == bare(text)
            code = ProblemCode.DUPLICATE_COLUMN if again else ProblemCode.COLUMN_IGNORED
            yield Problem(code, self.sheet.name, self.sheet.address(self.top, column), text)


def layouts() -> Mapping[CatalogueTable, Layout]:
    """Give how each table is laid out, in the order of the form."""
    return _layouts()


def evidence_words() -> Mapping[Evidence, str]:
    """Give the word for how sure a fact is, as the form writes it."""
    return {Evidence(code): listed[0] for code, listed in _words()["evidence"].items()}


def form_words() -> Mapping[str, Any]:
    """Give the words of the form that is handed out, as they stand in the file."""
    found: Mapping[str, Any] = _words()["form"]
    return found


@cache
def evidence_meanings() -> Mapping[str, Evidence]:
    """Give what each of the words for evidence means, by its bare form."""
    return {
        bare(word): Evidence(code)
        for code, listed in _words()["evidence"].items()
        for word in (*listed, code)
    }


@cache
def number_words() -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Give the words that make a number a percentage, and those that mean nothing beside it."""
    found = _words()["numbers"]
    return tuple(found["percent"]), tuple(found["units"])


def headed(sheet: Sheet) -> Headed | None:
    """Find the headings of a table among the first rows; None when the sheet holds none."""
    for top, row in enumerate(sheet.rows[:_SEARCHED_ROWS]):
        texts = [bare(text_of(cell)) for cell in row]
        found = [
            Headed(layout, sheet, top, columns)
            for layout in layouts().values()
            if (columns := _columns(layout, texts)) and _is_known(layout, columns)
        ]
        if found:
            return max(found, key=lambda one: len(one.columns))
    return None


def is_form(sheet: Sheet) -> bool:
    """Whether a sheet is one of the form handed out; its numbers are no scores."""
    found = headed(sheet)
    if found is None:
        return False
    title = form_words()["title"].format(sheet=found.layout.sheet_name)
    above = sheet.rows[: found.top]
    return any(bare(text_of(cell)) == bare(title) for row in above for cell in row)


def lacking_headings(sheet: Sheet) -> Iterator[Problem]:
    """Name the headings by which a sheet of the form would be known, where it has lost them."""
    for layout in layouts().values():
        if bare(sheet.name) == bare(layout.sheet_name):
            texts = {bare(text_of(cell)) for row in sheet.rows[:_SEARCHED_ROWS] for cell in row}
            found = {layout.fields[text] for text in texts if text in layout.fields}
            for field in sorted(layout.needs[0] - found):
                heading = layout.headings[field]
                yield Problem(ProblemCode.MISSING_COLUMN, sheet.name, "A1", expected=heading)


def _columns(layout: Layout, texts: Sequence[str]) -> dict[str, int]:
    """Give the column of each field; the form's own heading goes before another word for it."""
    columns: dict[str, int] = {}
    for column, text in enumerate(texts):
        field = layout.fields.get(text)
        if field is None:
            continue
        own = bare(layout.headings[field])
        if field not in columns or (text == own and texts[columns[field]] != own):
            columns[field] = column
    return columns


def _is_known(layout: Layout, columns: Mapping[str, int]) -> bool:
    return any(needed <= columns.keys() for needed in layout.needs)


@cache
def _layouts() -> Mapping[CatalogueTable, Layout]:
    return {table: _layout(table, _words()[table.value]) for table in CatalogueTable}


def _layout(table: CatalogueTable, raw: Mapping[str, Any]) -> Layout:
    listed: Mapping[str, list[str]] = raw["columns"]
    return Layout(
        table,
        raw["sheet"],
        tuple(map(frozenset, raw["needs"])),
        {field: words[0] for field, words in listed.items()},
        {bare(word): field for field, words in listed.items() for word in words},
    )


@cache
def _words() -> Mapping[str, Any]:
    path = Path(__file__).with_name("catalogue_words.toml")
    found: Mapping[str, Any] = tomllib.loads(path.read_text(encoding="utf-8"))
    return found
