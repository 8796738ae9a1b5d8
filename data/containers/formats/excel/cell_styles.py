"""What the styles of an Excel workbook make of numbers: plain ones, percentages, or dates."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from defusedxml import ElementTree

from data.containers.formats.number_formats import PERCENT_FORMATS, is_percent
from data.containers.gate.archives import Archive
from data.containers.gate.guard import guarded

_STYLES: Final = "xl/styles.xml"
_PLAIN_FORMATS: Final = frozenset([*range(14), *range(37, 41), 48, 49]) - PERCENT_FORMATS
_PLAIN_FORMAT: Final = re.compile(r"[#0?.,;()_*\s\"-]*")


@dataclass(frozen=True, slots=True)
class CellStyles:
    """The numbers of the styles of `plain` numbers and of those shown in `percent`."""

    plain: frozenset[int]
    percent: frozenset[int]


def read_styles(archive: Archive) -> CellStyles:
    """Read the styles of cells; a workbook may have none.

    Raises:
        RefusedError: they are damaged.
    """
    formats = dict(_formats(archive.read(_STYLES)))
    plain = {at for at, (number, code) in formats.items() if _is_plain(number, code)}
    percent = {
        at
        for at, (number, code) in formats.items()
        if (number in PERCENT_FORMATS if code is None else is_percent(code))
    }
    return CellStyles(frozenset(plain), frozenset(percent))


def _is_plain(number: int, code: str | None) -> bool:
    return number in _PLAIN_FORMATS if code is None else bool(_PLAIN_FORMAT.fullmatch(code))


def _formats(xml: bytes) -> Iterator[tuple[int, tuple[int, str | None]]]:
    """Give for each style the number of its format, and the code of one that is not Excel's own."""
    if not xml:
        return
    styles = guarded(lambda: ElementTree.fromstring(xml))
    own = {
        format_.get("numFmtId"): format_.get("formatCode", "")
        for format_ in styles.iterfind("{*}numFmts/{*}numFmt")
    }
    for style, given in enumerate(styles.iterfind("{*}cellXfs/{*}xf")):
        number = given.get("numFmtId", "0")
        yield style, (int(number) if number.isdecimal() else -1, own.get(number))
