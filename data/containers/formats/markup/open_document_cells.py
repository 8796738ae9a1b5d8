"""What one row of an OpenDocument sheet holds."""

import datetime as dt
import re
from typing import Final
from xml.etree.ElementTree import Element

from data.containers.formats.number_formats import as_percentage
from data.containers.formats.readings import Truth, check_size
from data.containers.gate import limits
from data.containers.gate.reasons import RefusedError, Unreadability
from data.model.grid import Unreadable

NAMESPACE: Final = "urn:oasis:names:tc:opendocument:xmlns"
TABLE: Final = f"{{{NAMESPACE}:table:1.0}}"
_OFFICE: Final = f"{{{NAMESPACE}:office:1.0}}"
_TEXT: Final = f"{{{NAMESPACE}:text:1.0}}"
TEXT_BODY: Final = f"{_OFFICE}text"
PARAGRAPHS: Final = (f"{_TEXT}p", f"{_TEXT}h")
_CALC: Final = "{urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0}"
_CELLS: Final = (f"{TABLE}table-cell", f"{TABLE}covered-table-cell")
_NUMBERS: Final = ("float", "currency")
_TIME: Final = re.compile(r"PT(\d{1,2})H(\d{1,2})M(\d{1,2})(?:[.,]\d+)?S", re.ASCII)
_MOST_SPACES: Final = 1_000

Span = tuple[int, int, int]
"""The column where a merged cell stands, its height and its width."""


def read_count(element: Element, attribute: str) -> int:
    """Read how often something is repeated or how far it spans: at least once."""
    written = element.get(f"{TABLE}{attribute}", "1")
    is_count = written.isascii() and written.isdecimal() and len(written) < 10
    return max(1, int(written)) if is_count else 1


def read_row(row: Element) -> tuple[list[object], list[Span]]:
    """Read the values of a row up to the last one, and the merged cells that begin in it.

    Raises:
        RefusedError: a value is not what it says it is, or stands too far to the right.
    """
    values: list[object] = []
    spans: list[Span] = []
    column = 0
    for cell in row:
        if cell.tag not in _CELLS:
            continue
        repeated = read_count(cell, "number-columns-repeated")
        value = _value(cell)
        if value not in (None, ""):
            check_size(1, column + repeated)
            values += [None] * (column - len(values)) + [value] * repeated
        height, width = (
            read_count(cell, "number-rows-spanned"),
            read_count(cell, "number-columns-spanned"),
        )
        if height * width > 1 and column < limits.COLUMNS:
            spans.append((column, height, width))
        column += repeated
    return values, spans


def _value(cell: Element) -> object:
    kind = cell.get(f"{_OFFICE}value-type")
    if cell.get(f"{_CALC}value-type") == "error":
        return Unreadable(_text(cell) or "#ERROR!")
    if kind is None and not len(cell):
        formula = cell.get(f"{TABLE}formula")
        return Unreadable(formula[formula.find("=") :]) if formula else None
    try:
        return _typed(kind, cell)
    except ValueError:
        raise RefusedError(Unreadability.DAMAGED) from None


def _typed(kind: str | None, cell: Element) -> object:
    if kind in _NUMBERS:
        return _number(cell.get(f"{_OFFICE}value", ""))
    if kind == "percentage":
        return as_percentage(_number(cell.get(f"{_OFFICE}value", "")))
    if kind == "boolean":
        return Truth(cell.get(f"{_OFFICE}boolean-value") == "true")
    if kind == "date":
        written = cell.get(f"{_OFFICE}date-value", "")
        return (dt.datetime if "T" in written else dt.date).fromisoformat(written)
    if kind == "time":
        return _time(cell.get(f"{_OFFICE}time-value", ""))
    return cell.get(f"{_OFFICE}string-value") or _text(cell)


def _number(written: str) -> float:
    # Python also takes 8_5 for 85, and the digits of any script.
    if "_" in written or not written.isascii():
        raise ValueError(written)
    return float(written)


def _time(written: str) -> object:
    match = _TIME.fullmatch(written)
    if not match or int(match[1]) > 23:
        return written
    hour, minute, second = map(int, match.groups())
    return dt.time(hour, minute, second)


def _text(cell: Element) -> str:
    """Join the paragraphs of a cell; comments hanging on it are not part of it."""
    return "\n".join(map(paragraph, cell.findall(f"{_TEXT}p")))


def paragraph(written: Element) -> str:
    """Give the text of a paragraph, its tabs and spaces among it."""
    for spaces in written.iter(f"{_TEXT}s"):
        spaces.text = " " * min(_spaces(spaces), _MOST_SPACES)
    for tag, mark in ((f"{_TEXT}tab", "\t"), (f"{_TEXT}line-break", "\n")):
        for element in written.iter(tag):
            element.text = mark
    return "".join(written.itertext())


def _spaces(spaces: Element) -> int:
    written = spaces.get(f"{_TEXT}c", "1")
    return int(written) if written.isdecimal() and len(written) < 5 else 1
