"""Binary Excel workbooks (.xlsb): values by calamine, everything else from the records."""

from typing import Final

from data.containers.formats.excel.binary_records import records, u32, wide_text
from data.containers.formats.excel.binary_sheets import BinarySheet, read_records
from data.containers.formats.excel.tabs import Tab, read_targets, tab_rows, worksheets
from data.containers.formats.number_formats import PERCENT_FORMATS, is_percent, percentages
from data.containers.formats.readings import Reading, squared
from data.containers.gate.archives import Archive
from data.containers.gate.guard import guarded
from data.containers.gate.reasons import RefusedError, Unreadability

BINARY_WORKBOOK: Final = "xl/workbook.bin"
_RELATIONS: Final = "xl/_rels/workbook.bin.rels"
_SHARED_STRINGS: Final = "xl/sharedStrings.bin"
_STYLES: Final = "xl/styles.bin"
_FORMAT, _STYLE = 44, 47
_STYLES_OF_CELLS, _STYLES_END = 617, 618
_BUNDLED_SHEET: Final = 156
_STRINGS_BEGIN: Final = 159
_SMALLEST_STRING: Final = 7
"""Record type, size, flags and the length of an empty text."""


def read_binary_workbook(archive: Archive) -> list[Reading]:
    """Read every worksheet of an .xlsb.

    Raises:
        RefusedError: damaged, more than the limits allow, or nothing but charts.
    """
    _check_shared_strings(archive)
    tabs = worksheets(archive, _tabs(archive))
    percent = _percent_styles(archive.read(_STYLES))
    sheets = [read_records(archive.read(tab.part), percent) for tab in tabs]
    rows = guarded(lambda: tab_rows(archive.content, tabs))
    return [_reading(*found) for found in zip(tabs, sheets, rows, strict=True)]


def _reading(tab: Tab, sheet: BinarySheet, values: list[list[object]]) -> Reading:
    return Reading(
        tab.name,
        squared(values, {**dict(percentages(values, sheet.percent)), **sheet.unreadable}),
        merged=tuple(sheet.merged),
        hidden=tab.hidden,
        hidden_rows=frozenset(sheet.hidden_rows),
        hidden_columns=frozenset(sheet.hidden_columns),
    )


def _check_shared_strings(archive: Archive) -> None:
    strings = archive.read(_SHARED_STRINGS)
    for kind, body in records(strings):
        if kind == _STRINGS_BEGIN and u32(body, 4) * _SMALLEST_STRING > len(strings):
            raise RefusedError(Unreadability.LYING_COUNT)
        return


def _percent_styles(part: bytes) -> frozenset[int]:
    """Give the numbers of the styles that show numbers in percent."""
    formats, styles, of_cells = set(PERCENT_FORMATS), [], False
    for kind, body in records(part):
        if kind == _FORMAT:
            number = u32(body, 0) & 0xFFFF
            (formats.add if is_percent(wide_text(body, 2)[0]) else formats.discard)(number)
        elif kind in (_STYLES_OF_CELLS, _STYLES_END):
            of_cells = kind == _STYLES_OF_CELLS
        elif kind == _STYLE and of_cells:
            styles.append(u32(body, 0) >> 16)
    return frozenset([at for at, number in enumerate(styles) if number in formats])


def _tabs(archive: Archive) -> list[Tab]:
    targets = read_targets(archive, _RELATIONS)
    tabs = []
    for kind, body in records(archive.read(BINARY_WORKBOOK)):
        if kind == _BUNDLED_SHEET:
            relation, end = wide_text(body, 8)
            name, _ = wide_text(body, end)
            tabs.append(Tab(name, targets.get(relation, ""), hidden=u32(body, 0) != 0))
    return tabs
