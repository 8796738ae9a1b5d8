"""The sheets of a file, where a plan goes on over several tables or sheets of it."""

import io
import zipfile
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from typing import Final

from data.containers.gate.signatures import Container, container_of
from data.importers.cards import with_cards_as_rows
from data.importers.copied_plans.parting import with_plan_columns
from data.importers.plan.heading_rows import cell_text
from data.importers.plan.indicators import looks_like_indicator
from data.importers.plan.layout import PlanLayout, find_layout
from data.importers.plan.title import plan_year_of
from data.importers.sheets import opening
from data.model.grid import Row, Sheet

_DOCUMENT: Final = "word/document.xml"


def read_sheets(file_name: str, content: bytes, password: str = "") -> tuple[Sheet, ...]:
    """Read every sheet of a file as `sheets.read_sheets` does, with a plan in pieces put together.

    Tables of a document become one sheet when the plan of the first goes on in them. A sheet of a
    workbook keeps its own addresses.

    Raises:
        UnreadableFileError: with an `Unreadability` as its reason.
    """
    read = opening.read_sheets(file_name, content, password)
    sheets = tuple(with_plan_columns(with_cards_as_rows(sheet)) for sheet in read)
    return tuple(_joined(sheets)) if len(sheets) > 1 and _is_document(content) else sheets


def _is_document(content: bytes) -> bool:
    if container_of(content) in {Container.PAGE, Container.PDF}:
        return True
    with suppress(zipfile.BadZipFile), zipfile.ZipFile(io.BytesIO(content)) as archive:
        return _DOCUMENT in archive.namelist()
    return False


def _joined(tables: tuple[Sheet, ...]) -> Iterator[Sheet]:
    whole, layout = tables[0], find_layout(tables[0])
    for table in tables[1:]:
        own = find_layout(table)
        if layout and _goes_on(whole, layout, table, own):
            whole = _below(whole, table, own)
        else:
            yield whole
            whole, layout = table, own
    yield whole


def _goes_on(plan: Sheet, layout: PlanLayout, table: Sheet, own: PlanLayout | None) -> bool:
    """Tell whether a table has the plan's columns and no other year, or its rows and no heading."""
    if own:
        years = {plan_year_of(plan, layout)[0], plan_year_of(table, own)[0]}
        return own.columns == layout.columns and len(years - {None}) < 2
    names = [cell_text(row[0]) for row in table.rows if any(map(cell_text, row[1:]))]
    # Blank columns at the end of a table are cut off.
    fits = _width(table) == _width(plan) if any(names) else _width(table) <= _width(plan)
    return fits and bool(names) and (not names[0] or looks_like_indicator(names[0]))


def _width(sheet: Sheet) -> int:
    return max(map(len, sheet.rows), default=0)


def _below(plan: Sheet, table: Sheet, own: PlanLayout | None) -> Sheet:
    """Put a table below the plan without its headings, which are no break of a page here."""
    furniture = range(own.heading + 1) if own else range(0)
    rows = (
        () if at in furniture and not _is_band(row) else row for at, row in enumerate(table.rows)
    )
    down = len(plan.rows)
    merged = tuple(
        (top + down, left, low + down, right)
        for top, left, low, right in table.merged
        if low not in furniture
    )
    return replace(
        plan,
        rows=(*plan.rows, *rows),
        merged=(*plan.merged, *merged),
        places=(*plan.places, *table.places),
    )


def _is_band(row: Row) -> bool:
    """Tell whether a row is the name of an indicator or an instrument over the table."""
    texts = [text for cell in row if (text := cell_text(cell))]
    return len(texts) == 1 and looks_like_indicator(texts[0])
