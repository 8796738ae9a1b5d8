"""Workbooks of Excel 2003 in one XML file ("XML Spreadsheet"), which portals name .xls."""

import io
import re
from dataclasses import dataclass
from typing import Final
from xml.etree.ElementTree import Element

from defusedxml import ElementTree

from data.containers.formats.markup.xml_sheet_cells import SHEET, read_count, read_index, value_of
from data.containers.formats.number_formats import as_percentage, is_percent
from data.containers.formats.readings import GrowingSheet, Reading, check_size, check_together
from data.containers.gate import limits
from data.containers.gate.guard import guarded_each
from data.containers.gate.reasons import RefusedError, Unreadability

_EXCEL: Final = "{urn:schemas-microsoft-com:office:excel}"
_PERCENT: Final = "Percent"
_THAI: Final = re.compile(
    rb"(<\?xml[^<>]*\sencoding\s*=\s*[\"'])(?:windows-874|tis-620|iso-8859-11)", re.IGNORECASE
)
"""Names of the Thai encoding that Python does not know, or knows without the quotes of Windows."""


@dataclass(slots=True)
class _Table(GrowingSheet):
    """A sheet that counts its columns and the cells it has grown to.

    `percent` are the styles of the file that show numbers in percent.
    """

    percent: frozenset[str] = frozenset()
    next_column: int = 0
    cells: int = 0

    def add_column(self, column: Element) -> None:
        """Take a column definition; only whether it is hidden matters."""
        first = read_index(column, self.next_column)
        self.next_column = first + 1 + read_count(column, "Span")
        if column.get(f"{SHEET}Hidden") == "1":
            self.hidden_columns.update(range(first, min(self.next_column, limits.COLUMNS)))

    def add_row(self, row: Element) -> None:
        """Add a row where it stands; one without values is only counted."""
        number = read_index(row, self.next_row)
        self.next_row = number + 1 + read_count(row, "Span")
        if row.get(f"{SHEET}Hidden") == "1":
            self.hidden_rows.update(range(number, min(self.next_row, limits.ROWS)))
        column, style = 0, row.get(f"{SHEET}StyleID")
        for cell in row.iterfind(f"{SHEET}Cell"):
            column = read_index(cell, column)
            right = column + read_count(cell, "MergeAcross")
            bottom = number + read_count(cell, "MergeDown")
            if (number, column) != (bottom, right):
                self.merged.append((number, column, bottom, right))
            value = value_of(cell)
            if value is not None:
                in_percent = cell.get(f"{SHEET}StyleID", style) in self.percent
                self._put(number, column, as_percentage(value) if in_percent else value)
            column = right + 1

    def _put(self, row: int, column: int, value: object) -> None:
        check_size(row + 1, column + 1)
        self.rows += [[] for _ in range(row + 1 - len(self.rows))]
        cells = self.rows[row]
        if column < len(cells):
            raise RefusedError(Unreadability.DAMAGED)
        self.cells += column + 1 - len(cells)
        check_together(self.cells)
        cells += [None] * (column - len(cells)) + [value]


def read_xml_sheets(content: bytes) -> list[Reading]:
    """Read every sheet; its values are those that Excel stored, nothing is computed.

    Raises:
        RefusedError: damaged, no sheet, or more than the limits allow.
    """
    tables: list[_Table] = []
    percent: set[str] = set()
    # Portals print an empty line before the declaration, where XML allows none.
    xml = _THAI.sub(rb"\1cp874", content.lstrip(), count=1)
    events = ElementTree.iterparse(io.BytesIO(xml), events=("start", "end"), forbid_dtd=True)
    for event, element in guarded_each(iter(events)):
        if event == "start":
            if element.tag == f"{SHEET}Worksheet":
                tables.append(_opened(element, tables, frozenset(percent)))
        elif tables:
            _take(tables[-1], element)
        elif element.tag == f"{SHEET}Style" and _shows_percent(element):
            percent.add(element.get(f"{SHEET}ID", ""))
    if not tables:
        raise RefusedError(Unreadability.NOT_A_TABLE)
    return [table.reading() for table in tables]


def _shows_percent(style: Element) -> bool:
    number_format = style.find(f"{SHEET}NumberFormat")
    code = number_format.get(f"{SHEET}Format", "") if number_format is not None else ""
    return code == _PERCENT or is_percent(code)


def _opened(sheet: Element, earlier: list[_Table], percent: frozenset[str]) -> _Table:
    if len(earlier) == limits.SHEETS:
        raise RefusedError(Unreadability.TOO_MANY_SHEETS)
    return _Table(sheet.get(f"{SHEET}Name", ""), percent=percent)


def _take(table: _Table, element: Element) -> None:
    """Take what just ended; a row is forgotten as soon as it is read."""
    if element.tag == f"{SHEET}Row":
        table.add_row(element)
        element.clear()
    elif element.tag == f"{SHEET}Column":
        table.add_column(element)
    elif element.tag == f"{_EXCEL}Visible":
        table.hidden = element.text != "SheetVisible"
