"""What the XML of one Excel sheet says beyond its values: errors, bare formulas, hidden rows.

Read from the bytes with regular expressions, because parsing half a million cells a second time
would double the time of an import. The XML has passed the gate and holds no entities.
"""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import chain, islice
from typing import Final

from data.containers.formats.excel.written_cells import (
    Written,
    column_number,
    place_in,
    written_cells,
)
from data.containers.gate import limits
from data.containers.gate.reasons import RefusedError, Unreadability
from data.model.grid import Rectangle, Unreadable

_ERROR: Final = b' t="e"'
_FORMULA: Final = re.compile(rb"<(?:\w+:)?f\b[^<>]*+>([^<]*+)")
_ANY_FORMULA: Final = re.compile(rb"<f[\s/>]")
_COMPUTED: Final = re.compile(rb"(?:</f>|<f [^<>]*+(?<=/)>)<v(?: [^<>]*+)?+>[^<]")
"""How a formula with a value looks in the files that programs write."""
_FAR: Final = (
    re.compile(rb' r="[A-Z]{3}'),
    re.compile(rb'<row r="(?:\d{7}|[2-9]\d{5})"[^<>]*+(?<!/)>'),
)
"""How a cell or a row with cells far away looks there; two patterns are faster than one."""
_CONTENT: Final = (b"<v>", b"<v ", b"<is", b"<f")
_MERGED: Final = re.compile(rb"<(?:\w+:)?mergeCell\s[^<>]*?ref\s*=\s*[\"']([A-Z0-9:]+)[\"']")
_RANGE: Final = re.compile(rb"([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})")
_HIDDEN: Final = re.compile(rb"\shidden\s*=\s*[\"'](?:1|true)[\"']")
_HIDDEN_ROW: Final = re.compile(rb'<(?:\w+:)?row\b(?! r="(?:\d{7}|[2-9]\d{5})")[^<>]*+>')
"""A row within the limits: programs write a million empty ones below a table."""
_COLUMNS: Final = re.compile(rb"<(?:\w+:)?col\b[^<>]*+>")
_SPAN: Final = re.compile(rb"\s(min|max)\s*=\s*[\"'](\d{1,5})[\"']")


@dataclass(frozen=True, slots=True)
class SheetPart:
    """Findings in the XML of a sheet; rows and columns are counted from 0."""

    unreadable: dict[tuple[int, int], Unreadable]
    merged: tuple[Rectangle, ...]
    hidden_rows: frozenset[int]
    hidden_columns: frozenset[int]

    def hiding(self, rows: frozenset[int]) -> "SheetPart":
        """Give it with these rows hidden."""
        return replace(self, hidden_rows=rows)


def read_part(xml: bytes) -> SheetPart:
    """Read a sheet's XML.

    Raises:
        RefusedError: a cell with a value lies beyond the limits.
    """
    _check_far_cells(xml)
    # Looking for plain bytes first is what keeps a sheet without any of this cheap.
    unusual = _is_unusual(xml)
    suspect = unusual or _ERROR in xml or _has_bare_formula(xml)
    has_hidden = b" hidden=" in xml
    return SheetPart(
        unreadable=dict(_unreadable(xml)) if suspect else {},
        merged=tuple(_merged(xml, 0 if unusual else max(0, xml.rfind(b"</sheetData>")))),
        hidden_rows=hidden_rows_in(xml),
        hidden_columns=frozenset(_hidden_columns(xml)) if has_hidden else frozenset(),
    )


def _is_unusual(xml: bytes) -> bool:
    """Tell whether a rarer program wrote this: prefixed names, or single quotes."""
    root = xml.find(b"<worksheet")
    return root < 0 or b"='" in xml[root : root + 2_000]


def _has_bare_formula(xml: bytes) -> bool:
    return b"<f" in xml and len(_ANY_FORMULA.findall(xml)) > len(_COMPUTED.findall(xml))


def _check_far_cells(xml: bytes) -> None:
    for match in chain.from_iterable(pattern.finditer(xml) for pattern in _FAR):
        start = xml.rfind(b"<", 0, match.end())
        place = place_in(xml[start : match.end() + 10])
        if place and _holds_value(xml, start):
            _check_place(*place)


def _check_place(row: int, column: int) -> None:
    if column >= limits.COLUMNS:
        raise RefusedError(Unreadability.TOO_MANY_COLUMNS)
    if row >= limits.ROWS:
        raise RefusedError(Unreadability.TOO_MANY_ROWS)


def _holds_value(xml: bytes, start: int) -> bool:
    """Tell a cell or row with content from one that is only formatted."""
    if xml.find(b"/>", start) == xml.find(b">", start) - 1:
        return False
    end = xml.find(b"</row>" if xml.startswith(b"<row", start) else b"</c>", start)
    return any(xml.find(mark, start, end) >= 0 for mark in _CONTENT)


def _unreadable(xml: bytes) -> Iterator[tuple[tuple[int, int], Unreadable]]:
    for cell in written_cells(xml):
        _check_place(cell.row, cell.column)
        if found := _fault(cell):
            yield (cell.row, cell.column), found


def _fault(cell: Written) -> Unreadable | None:
    value = cell.value
    if cell.kind == b"e":
        return Unreadable(_plain(value or b"") or "#ERROR!")
    formula = _FORMULA.search(cell.inside)
    computed = (value or b"").strip() or (value is not None and cell.kind == b"str")
    if formula and not computed:
        return Unreadable("=" + _plain(formula[1]))
    return None


def _plain(xml: bytes) -> str:
    return html.unescape(xml.decode("utf-8", "replace")).strip()


def _merged(xml: bytes, start: int) -> Iterator[Rectangle]:
    # One more than is allowed is enough to refuse them all.
    for found in islice(_MERGED.finditer(xml, start), limits.MERGED + 1):
        if corners := _RANGE.fullmatch(found[1]):
            left, top, right, bottom = corners.groups()
            yield int(top) - 1, column_number(left), int(bottom) - 1, column_number(right)


def hidden_rows_in(xml: bytes) -> frozenset[int]:
    """Give the hidden rows of a sheet."""
    return frozenset(_hidden_rows(xml)) if b" hidden=" in xml else frozenset()


def _hidden_rows(xml: bytes) -> Iterator[int]:
    row = -1
    for tag in _HIDDEN_ROW.findall(xml):
        place = place_in(tag)
        row = place[0] if place else row + 1
        if _HIDDEN.search(tag):
            yield row


def _hidden_columns(xml: bytes) -> Iterator[int]:
    for tag in _COLUMNS.findall(xml):
        span = {name: int(number) for name, number in _SPAN.findall(tag)}
        if _HIDDEN.search(tag) and b"min" in span:
            last = min(span.get(b"max", span[b"min"]), limits.COLUMNS)
            yield from range(span[b"min"] - 1, last)
