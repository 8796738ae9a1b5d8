"""OpenDocument spreadsheets and tables of texts (.ods, .odt), read from their content alone."""

import io
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Final
from xml.etree.ElementTree import Element

from defusedxml import ElementTree

from data.containers.formats.markup.open_document_cells import (
    NAMESPACE,
    PARAGRAPHS,
    TABLE,
    TEXT_BODY,
    paragraph,
    read_count,
    read_row,
)
from data.containers.formats.readings import GrowingSheet, Reading, check_size
from data.containers.gate import limits
from data.containers.gate.archives import Archive
from data.containers.gate.guard import guarded_each
from data.containers.gate.reasons import RefusedError, Unreadability

CONTENT: Final = "content.xml"
_STYLE: Final = f"{{{NAMESPACE}:style:1.0}}"


@dataclass(slots=True)
class _Table(GrowingSheet):
    """A sheet that counts its column definitions."""

    columns: int = 0

    def add_row(self, row: Element) -> None:
        """Add a row as often as it says it is repeated; blank ones are only counted."""
        repeated = read_count(row, "number-rows-repeated")
        values, spans = read_row(row)
        if row.get(f"{TABLE}visibility", "visible") != "visible":
            last = min(self.next_row + repeated, limits.ROWS)
            self.hidden_rows.update(range(self.next_row, last))
        if values:
            check_size(self.next_row + repeated, len(values))
            self.rows += [[] for _ in range(self.next_row - len(self.rows))]
            self.rows += [list(values) for _ in range(repeated)]
            if sum(map(len, self.rows[-repeated:])) + self.next_row > limits.CELLS:
                raise RefusedError(Unreadability.TOO_MANY_CELLS)
        for column, height, width in spans:
            bottom = self.next_row + height - 1
            self.merged.append((self.next_row, column, bottom, column + width - 1))
        self.next_row += repeated

    def add_column(self, column: Element) -> None:
        """Count a column definition, which may stand for many."""
        repeated = read_count(column, "number-columns-repeated")
        if column.get(f"{TABLE}visibility", "visible") != "visible":
            last = min(self.columns + repeated, limits.COLUMNS)
            self.hidden_columns.update(range(self.columns, last))
        self.columns += repeated


def read_open_document(archive: Archive) -> list[Reading]:
    """Read every sheet, of a text every table; the paragraphs before it become its first rows.

    Raises:
        RefusedError: damaged, no sheet, or more than the limits allow.
    """
    return read_flat(archive.read(CONTENT))


def read_flat(xml: bytes) -> list[Reading]:
    """Read a document that is one XML file, as `read_open_document` reads one that is packed.

    Raises:
        RefusedError: as it does.
    """
    readings = list(islice(_readings(xml), limits.SHEETS + 1))
    if not readings:
        raise RefusedError(Unreadability.NOT_A_TABLE)
    if len(readings) > limits.SHEETS:
        raise RefusedError(Unreadability.TOO_MANY_SHEETS)
    return readings


def _readings(xml: bytes) -> Iterator[Reading]:
    """Walk through the document once; a row is forgotten as soon as it is read."""
    hidden_styles: set[str] = set()
    tables: list[_Table] = []
    lines: list[str] = []
    in_text = False
    events = ElementTree.iterparse(io.BytesIO(xml), events=("start", "end"))
    for event, element in guarded_each(iter(events)):
        if event == "start":
            in_text = in_text or element.tag == TEXT_BODY
            if element.tag == f"{TABLE}table":
                tables.append(_opened(element, hidden_styles, lines))
                lines = []
        elif element.tag == f"{_STYLE}style":
            hidden_styles |= _hidden_style(element)
        elif tables and element.tag == f"{TABLE}table-column":
            tables[-1].add_column(element)
        elif tables and element.tag == f"{TABLE}table-row":
            tables[-1].add_row(element)
            element.clear()
        elif tables and element.tag == f"{TABLE}table":
            yield tables.pop().reading()
        elif in_text and not tables and element.tag in PARAGRAPHS:
            lines += filter(None, [paragraph(element).strip()])


def _opened(table: Element, hidden_styles: set[str], lines: list[str]) -> _Table:
    name = table.get(f"{TABLE}name", "")
    hidden = table.get(f"{TABLE}style-name", "") in hidden_styles
    above: list[list[object]] = [[line] for line in lines]
    return _Table(name, hidden, above, len(above))


def _hidden_style(style: Element) -> set[str]:
    properties = style.find(f"{_STYLE}table-properties")
    if properties is None or properties.get(f"{TABLE}display", "true") == "true":
        return set()
    return {style.get(f"{_STYLE}name", "")}
