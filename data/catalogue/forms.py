"""The workbook of a year to fill in and send back: every fact of it, and room for more."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any, Final

from data.catalogue.changes import shown
from data.catalogue.merging import KINDS
from data.exporters.cells.cell_values import Value
from data.exporters.forms import FormColumn, Template
from data.exporters.templates import forms_workbook
from data.framework import Evidence, Framework, Item, framework, organisation, years
from data.importers.catalogue.tables import CatalogueTable, evidence_words, form_words, layouts
from data.model.columns import Kind
from data.model.errors import UnknownYearError

Row = tuple[Value | None, ...]

_YEAR: Final = "year"
_YEAR_IN_NAME: Final = re.compile(r"(?<!\d)25\d\d(?!\d)", re.ASCII)
_BLANK_ROWS: Final = {
    CatalogueTable.YEARS: 4,
    CatalogueTable.INSTRUMENTS: 1,
    CatalogueTable.INDICATORS: 3,
    CatalogueTable.ITEMS: 40,
    CatalogueTable.LEVELS: 2,
    CatalogueTable.NATIONAL: 14,
    CatalogueTable.DIVISIONS: 5,
}
_SCALE: Final = FormColumn(Kind.SCORE, width=13, lowest=0, highest=100)
_CODE: Final = FormColumn(width=11)
_LONG: Final = FormColumn(Kind.LONG_TEXT, width=48)
_SHORT_NAME: Final = FormColumn(Kind.LONG_TEXT, width=30)
_NOTE: Final = FormColumn(Kind.LONG_TEXT, width=24)
_SHORT_NAMES: Final = frozenset(
    {CatalogueTable.INSTRUMENTS, CatalogueTable.INDICATORS, CatalogueTable.LEVELS}
)
_COLUMNS: Final = {
    "year": FormColumn(Kind.YEAR, width=13),
    "target": _SCALE,
    "letter": _CODE,
    "name": _LONG,
    "respondents": FormColumn(Kind.LONG_TEXT, width=24),
    "weight": _SCALE,
    "item_count": FormColumn(Kind.INTEGER, width=10, lowest=0, highest=999),
    "number": FormColumn(Kind.INTEGER, width=11, lowest=1, highest=99),
    "instrument": FormColumn(width=12),
    "indicator": FormColumn(Kind.INTEGER, width=11, lowest=1, highest=99),
    "first_item": _CODE,
    "last_item": _CODE,
    "total_from": _SCALE,
    "each_from": _SCALE,
    "value": _SCALE,
    "aliases": _LONG,
    "note": _NOTE,
}


def form_years() -> tuple[int, ...]:
    """Give the years a form can be had for, newest first: the known ones, and the next one."""
    known = years()
    return (max(known) + 1, *sorted(known, reverse=True))


def year_form(year: int) -> bytes:
    """Give the workbook of a year as it stands; for the next year one begun from the newest.

    What goes back through the importer unchanged changes nothing.

    Raises:
        UnknownYearError: it is neither a known year nor the next one.
    """
    base = max(years())
    if year not in form_years():
        raise UnknownYearError(year)
    started = year not in years()
    described = begun(framework(base)) if started else framework(year)
    told = form_words()
    opening = (told["started"].format(base=base),) if started else ()
    title = told["file"].format(year=described.year)
    notes = (*opening, *told["notes"])
    return forms_workbook([_form(described, table, notes) for table in CatalogueTable], title)


def begun(known: Framework) -> Framework:
    """Give the year after a known one as far as it can be concluded: nothing of it is sure.

    Years in the names of items go on by one. What is told of the whole country, and remarks, are
    of their own year alone.
    """
    tables: dict[str, Any] = {
        kind.attribute: tuple(map(_concluded, getattr(known, kind.attribute)))
        for table, kind in KINDS.items()
        if table is not CatalogueTable.NATIONAL
    }
    return replace(known, year=known.year + 1, national=(), notes=(), participation=None, **tables)


def _concluded(row: Any) -> Any:  # noqa: ANN401
    """Lower every mark of a row: what was sure of one year is only likely of the next."""
    marks = ("evidence", "range_evidence", "item_count_evidence")
    sure = {
        mark: Evidence.INFERRED
        for mark in marks
        if getattr(row, mark, Evidence.UNKNOWN) is not Evidence.UNKNOWN
    }
    told: dict[str, Any] = {"note": ""} if hasattr(row, "note") else {}
    if isinstance(row, Item) and row.name:
        told["name"] = _YEAR_IN_NAME.sub(lambda found: str(int(found[0]) + 1), row.name)
    return replace(row, **sure, **told)


def _form(described: Framework, table: CatalogueTable, notes: Sequence[str]) -> Template:
    layout, told = layouts()[table], form_words()
    # The year stands once, on its own sheet, so that changing it there changes it everywhere.
    fields = [name for name in layout.headings if name != _YEAR or table is CatalogueTable.YEARS]
    return Template(
        sheet_name=layout.sheet_name,
        title_rows=(told["title"].format(sheet=layout.sheet_name),),
        heading_rows=(tuple(layout.headings[name] for name in fields),),
        columns=tuple(_column(table, name) for name in fields),
        rows=tuple(_rows(described, table, fields)),
        blank_rows=_BLANK_ROWS[table],
        notes_name=told["notes_sheet"],
        notes=tuple(notes),
    )


def _column(table: CatalogueTable, name: str) -> FormColumn:
    if name.endswith("evidence"):
        return FormColumn(width=14, choices=tuple(evidence_words().values()))
    if name == "name" and table in _SHORT_NAMES:
        return _SHORT_NAME
    return _COLUMNS.get(name, _CODE)


def _rows(described: Framework, table: CatalogueTable, fields: Sequence[str]) -> list[Row]:
    if table is CatalogueTable.YEARS:
        first: tuple[object, ...] = (described.year, described.target)
        notes = described.notes or ("",)
        starts = (first, *((None, None) for _ in notes[1:]))
        told: list[Sequence[object]] = [
            (*start, note) for start, note in zip(starts, notes, strict=True)
        ]
        return [tuple(map(shown, fields, row)) for row in told]
    rows = (
        organisation().divisions
        if table is CatalogueTable.DIVISIONS
        else getattr(described, KINDS[table].attribute)
    )
    return [tuple(shown(name, getattr(row, name)) for name in fields) for row in rows]
