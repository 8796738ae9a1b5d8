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
from data.importers.sheets.head import SheetHead
from data.importers.spelling.folding import bare
from data.model.grid import Sheet
from data.model.problems import Problem, ProblemCode
from data.model.records import Form

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
class CatalogueLayout:
    """How one table is called and written: a heading (the form's own first) for each field."""

    table: CatalogueTable
    sheet_name: str
    needs: tuple[frozenset[str], ...]
    headings: Mapping[str, str]
    fields: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Headed:
    """A sheet whose headings make it a table: the row they stand in, and field -> column."""

    layout: CatalogueLayout
    sheet: Sheet
    top: int
    columns: Mapping[str, int]
    form: Form = Form.CATALOGUE

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


def layouts() -> Mapping[CatalogueTable, CatalogueLayout]:
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
        tables = [
            Headed(layout, sheet, top, columns)
            for layout in layouts().values()
            if (columns := _columns(layout, texts)) and _is_known(layout, columns)
        ]
        if tables:
            return max(tables, key=lambda table: len(table.columns))
    return None


@cache
def form_titles() -> frozenset[str]:
    """Give the bare titles of the form handed out; what stands below them is no score."""
    title: str = form_words()["title"]
    return frozenset(bare(title.format(sheet=one.sheet_name)) for one in layouts().values())


def find_catalogue(head: SheetHead) -> Headed | None:
    """Find a table of the form handed out: its headings below its own title."""
    table = headed(head.sheet)
    if table is None:
        return None
    title = bare(form_words()["title"].format(sheet=table.layout.sheet_name))
    above = (text for row, _, text in head.texts if row < table.top)
    return table if any(bare(text) == title for text in above) else None


def lacking_headings(sheet: Sheet) -> Iterator[Problem]:
    """Name the headings by which a sheet of the form would be known, where it has lost them."""
    for layout in layouts().values():
        if bare(sheet.name) == bare(layout.sheet_name):
            texts = {bare(text_of(cell)) for row in sheet.rows[:_SEARCHED_ROWS] for cell in row}
            found = {layout.fields[text] for text in texts if text in layout.fields}
            for field in sorted(layout.needs[0] - found):
                heading = layout.headings[field]
                yield Problem(ProblemCode.MISSING_COLUMN, sheet.name, "A1", expected=heading)


def _columns(layout: CatalogueLayout, texts: Sequence[str]) -> dict[str, int]:
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


def _is_known(layout: CatalogueLayout, columns: Mapping[str, int]) -> bool:
    return any(needed <= columns.keys() for needed in layout.needs)


@cache
def _layouts() -> Mapping[CatalogueTable, CatalogueLayout]:
    return {table: _layout(table, _words()[table.value]) for table in CatalogueTable}


def _layout(table: CatalogueTable, raw: Mapping[str, Any]) -> CatalogueLayout:
    listed: Mapping[str, list[str]] = raw["columns"]
    return CatalogueLayout(
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
