"""A sheet that completes the catalogue: items of a year by code, or divisions with aliases."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

from data.framework import framework, years
from data.importers.cells import text_of
from data.importers.headings import bare
from data.importers.labels import code_of, level_of
from data.importers.sheets import Row, Sheet
from data.importers.title_years import heading_year, name_years
from data.problems import Problem, ProblemCode
from data.records import RowsLostError, ScoreLevel

_SEARCHED_ROWS: Final = 30
_BETWEEN_ALIASES: Final = re.compile(r"[,;/\n]")


@dataclass(frozen=True, slots=True)
class ItemEntry:
    """What a row says of one item; None where it says nothing."""

    year: int
    code: str
    indicator: int | None
    name: str | None


@dataclass(frozen=True, slots=True)
class DivisionEntry:
    """What a row says of one division."""

    name: str
    aliases: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CatalogueSheet:
    """Everything a sheet says of the catalogue, and what is wrong in it."""

    rows_read: int
    items: tuple[ItemEntry, ...]
    divisions: tuple[DivisionEntry, ...]
    problems: tuple[Problem, ...]

    @property
    def blocking(self) -> tuple[Problem, ...]:
        """The problems that keep it from being written."""
        return tuple(problem for problem in self.problems if problem.blocking)


def read_catalogue(sheet: Sheet) -> CatalogueSheet:
    """Read a catalogue sheet and all that is wrong in it; a sheet of no such form is reported."""
    found = _heading(sheet)
    if found is None:
        code = ProblemCode.NOTHING_RECOGNISED if _has_text(sheet.rows) else ProblemCode.EMPTY_SHEET
        return CatalogueSheet(0, (), (), (Problem(code, sheet.name),))
    top, fields = found
    body = [at for at in range(top + 1, len(sheet.rows)) if any(map(text_of, sheet.rows[at]))]
    read = [_entry(sheet, at, fields) for at in body]
    entries = [entry for entry in read if not isinstance(entry, Problem)]
    problems = [entry for entry in read if isinstance(entry, Problem)]
    if len(body) != len(entries) + len(problems):
        raise RowsLostError(sheet.name, len(body), len(entries), len(problems))
    told: dict[object, ItemEntry | DivisionEntry] = {}
    for at, entry in zip(body, read, strict=True):
        if isinstance(entry, Problem):
            continue
        key = (entry.year, entry.code) if isinstance(entry, ItemEntry) else entry.name
        if told.setdefault(key, entry) != entry:
            problems.append(_not_understood(sheet, at))
    return CatalogueSheet(
        len(body),
        tuple(entry for entry in told.values() if isinstance(entry, ItemEntry)),
        tuple(entry for entry in told.values() if isinstance(entry, DivisionEntry)),
        tuple(problems),
    )


@cache
def _words() -> Mapping[str, str]:
    path = Path(__file__).with_name("catalogue_words.toml")
    raw: dict[str, Any] = tomllib.loads(path.read_text(encoding="utf-8"))
    return {
        bare(word): field
        for fields in raw.values()
        for field, listed in fields.items()
        for word in listed
    }


def _heading(sheet: Sheet) -> tuple[int, dict[str, int]] | None:
    for at, row in enumerate(sheet.rows[:_SEARCHED_ROWS]):
        fields: dict[str, int] = {}
        for column, cell in enumerate(row):
            field = _words().get(bare(text_of(cell)))
            if field:
                fields.setdefault(field, column)
        if {"code", "name"} <= fields.keys() or {"division", "aliases"} <= fields.keys():
            return at, fields
    return None


def _entry(sheet: Sheet, at: int, fields: Mapping[str, int]) -> ItemEntry | DivisionEntry | Problem:
    if "code" not in fields:
        return _division(sheet, at, fields)
    row = sheet.rows[at]
    year = _year(sheet, row, fields)
    if year is None:
        return Problem(ProblemCode.NO_YEAR, sheet.name, sheet.address(at, fields.get("year", 0)))
    if year not in years():
        place = sheet.address(at, fields.get("year", 0))
        return Problem(ProblemCode.UNKNOWN_YEAR, sheet.name, place, str(year))
    code = code_of(_text(row, fields, "code"))
    if code is None or level_of(code) is not ScoreLevel.ITEM:
        return _not_understood(sheet, at, fields["code"])
    told = _text(row, fields, "indicator")
    number = code_of(told) if told else None
    if told and (number is None or not number.isdigit() or not _is_known(year, int(number))):
        place = sheet.address(at, fields["indicator"])
        return Problem(ProblemCode.UNKNOWN_INDICATOR, sheet.name, place, told)
    name = " ".join(_text(row, fields, "name").split())
    return ItemEntry(year, code, int(number) if number else None, name or None)


def _division(sheet: Sheet, at: int, fields: Mapping[str, int]) -> DivisionEntry | Problem:
    row = sheet.rows[at]
    name = " ".join(_text(row, fields, "division").split())
    if not name:
        return _not_understood(sheet, at, fields["division"])
    parts = (
        " ".join(part.split()) for part in _BETWEEN_ALIASES.split(_text(row, fields, "aliases"))
    )
    return DivisionEntry(name, tuple(dict.fromkeys(part for part in parts if part)))


def _year(sheet: Sheet, row: Row, fields: Mapping[str, int]) -> int | None:
    if "year" in fields:
        found = heading_year(_text(row, fields, "year"))
        return found[0] if found else None
    named = {year for year, _ in name_years(sheet.name)}
    return named.pop() if len(named) == 1 else None


def _is_known(year: int, number: int) -> bool:
    return framework(year).indicator(number) is not None


def _text(row: Row, fields: Mapping[str, int], field: str) -> str:
    column = fields.get(field)
    return text_of(row[column]) if column is not None and column < len(row) else ""


def _not_understood(sheet: Sheet, at: int, column: int = 0) -> Problem:
    told = " · ".join(_texts(sheet.rows[at]))
    address = sheet.address(at, column)
    return Problem(ProblemCode.ROW_NOT_UNDERSTOOD, sheet.name, address, told)


def _texts(row: Row) -> Iterator[str]:
    return (text for cell in row if (text := text_of(cell)))


def _has_text(rows: tuple[Row, ...]) -> bool:
    return any(text_of(cell) for row in rows for cell in row)
