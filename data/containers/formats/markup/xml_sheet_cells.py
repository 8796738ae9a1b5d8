"""What one cell of an XML Spreadsheet of Excel 2003 holds."""

import datetime as dt
import re
from typing import Final
from xml.etree.ElementTree import Element

from data.containers.formats.readings import Truth
from data.containers.gate.reasons import RefusedError, Unreadability
from data.model.grid import Unreadable

SHEET: Final = "{urn:schemas-microsoft-com:office:spreadsheet}"
_NUMBER: Final = re.compile(r"\s*[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d{1,3})?\s*", re.ASCII)
_NO_DAY: Final = (dt.date(1899, 12, 30), dt.date(1899, 12, 31), dt.date(1904, 1, 1))
"""The days that Excel writes before a time of day."""
_DIGITS: Final = 9


def read_index(element: Element, following: int) -> int:
    """Read where something stands, counted from 0; without an index it follows the one before.

    Raises:
        RefusedError: it stands before the one before, or nowhere.
    """
    written = element.get(f"{SHEET}Index")
    if written is None:
        return following
    index = _whole(written) - 1
    if index < following:
        raise RefusedError(Unreadability.DAMAGED)
    return index


def read_count(element: Element, attribute: str) -> int:
    """Read how many more rows or columns something covers."""
    return _whole(element.get(f"{SHEET}{attribute}", "0"))


def _whole(written: str) -> int:
    if not (written.isascii() and written.isdecimal() and len(written) <= _DIGITS):
        raise RefusedError(Unreadability.DAMAGED)
    return int(written)


def value_of(cell: Element) -> object:
    """Read the stored value: what is not as its type says is text, an absent result unreadable."""
    data = cell.find(f"{SHEET}Data")
    text = "".join(data.itertext()) if data is not None else ""
    kind = data.get(f"{SHEET}Type") if data is not None else None
    formula = cell.get(f"{SHEET}Formula")
    if kind == "Error":
        return Unreadable(text.strip() or "#ERROR!")
    if not text and kind != "String":
        return Unreadable(formula) if formula else None
    if kind == "Number":
        return float(text) if _NUMBER.fullmatch(text) else text
    if kind == "Boolean":
        return Truth(text.strip() == "1")
    return _moment(text) if kind == "DateTime" else text or None


def _moment(written: str) -> object:
    """Read a moment: a day alone, a time alone, or both; anything else stays text."""
    try:
        moment = dt.datetime.fromisoformat(written.strip())
    except ValueError:
        return written
    if moment.date() in _NO_DAY and moment.time() != dt.time():
        return moment.time()
    return moment if moment.time() != dt.time() else moment.date()
