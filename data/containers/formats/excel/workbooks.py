"""Excel workbooks in zip files: values by calamine, everything else from the XML of each sheet."""

import re
from collections.abc import Iterator
from typing import Final
from xml.parsers import expat

from defusedxml import ElementTree

from data.containers.formats.excel.cell_styles import CellStyles, read_styles
from data.containers.formats.excel.plain_sheets import PlainSheets
from data.containers.formats.excel.sheet_parts import SheetPart, read_part
from data.containers.formats.excel.slow_workbooks import slow_rows
from data.containers.formats.excel.tabs import Tab, read_targets, tab_rows, worksheets
from data.containers.formats.excel.written_cells import check_all_read, styled_places
from data.containers.formats.number_formats import percentages
from data.containers.formats.readings import Columns, Reading, squared
from data.containers.gate import limits
from data.containers.gate.archives import Archive
from data.containers.gate.guard import guarded
from data.containers.gate.plain_xml import is_plain, plain_xml
from data.containers.gate.reasons import RefusedError, Unreadability

WORKBOOK: Final = "xl/workbook.xml"
_RELATIONS: Final = "xl/_rels/workbook.xml.rels"
_SHARED_STRINGS: Final = "xl/sharedStrings.xml"
_CLAIMED: Final = re.compile(rb"\suniqueCount\s*=\s*[\"'](\d{1,20})[\"']")
_END: Final = re.compile(rb"</(?:\w+:)?(?:worksheet|sst)>\s*\Z")
_END_SEARCHED: Final = 200
_QUICKLY_PROVEN: Final = 2 * limits.MEGABYTE
"""Up to this size every tag is checked; a national sheet only has to reach its end tag."""
_LARGE: Final = limits.MEGABYTE
"""From this size on it pays to load numpy, for a sheet that may turn out to be plain."""
_SMALLEST_STRING: Final = len(b"<si/>")


def read_workbook(archive: Archive) -> list[Reading]:
    """Read every worksheet of an .xlsx or .xlsm.

    Raises:
        RefusedError: damaged, more than the limits allow, or nothing but charts.
    """
    _check_shared_strings(archive)
    tabs = worksheets(archive, _tabs(archive))
    styles = read_styles(archive)
    plain = dict(_plainly_read(archive, tabs, styles))
    others = [tab for tab in tabs if tab.name not in plain]
    strictly = dict(_strictly_read(archive, others, styles)) if others else {}
    return [(plain | strictly)[tab.name] for tab in tabs]


def _plainly_read(
    archive: Archive, tabs: list[Tab], styles: CellStyles
) -> Iterator[tuple[str, Reading]]:
    """Read the large sheets that are plain."""
    large = [tab for tab in tabs if len(archive.read(tab.part)) >= _LARGE]
    sheets = PlainSheets(archive, _SHARED_STRINGS, styles)
    for tab in large:
        if found := sheets.read(tab.part):
            yield tab.name, _reading(tab, found.part, found.columns)


def _strictly_read(
    archive: Archive, tabs: list[Tab], styles: CellStyles
) -> Iterator[tuple[str, Reading]]:
    archive = _plain(archive, {_SHARED_STRINGS, *(tab.part for tab in tabs)})
    parts = [read_part(archive.read(tab.part)) for tab in tabs]
    try:
        rows = guarded(lambda: tab_rows(archive.content, tabs))
    except RefusedError as refusal:
        if refusal.reason is not Unreadability.DAMAGED:
            raise
        rows = guarded(lambda: slow_rows(archive.content, [tab.name for tab in tabs]))
    for tab, values in zip(tabs, rows, strict=True):
        check_all_read(archive.read(tab.part), values)
    for tab, part, values in zip(tabs, parts, rows, strict=True):
        percent = styled_places(archive.read(tab.part), styles.percent)
        overlay = {**dict(percentages(values, percent)), **part.unreadable}
        yield tab.name, _reading(tab, part, squared(values, overlay))


def _reading(tab: Tab, part: SheetPart, cells: list[list[object]] | Columns) -> Reading:
    return Reading(
        tab.name,
        cells,
        merged=part.merged,
        hidden=tab.hidden,
        hidden_rows=part.hidden_rows,
        hidden_columns=part.hidden_columns,
    )


def _check_shared_strings(archive: Archive) -> None:
    strings = archive.read(_SHARED_STRINGS)
    claimed = _CLAIMED.search(strings)
    if claimed and int(claimed[1]) * _SMALLEST_STRING > len(strings):
        raise RefusedError(Unreadability.LYING_COUNT)


def _plain(archive: Archive, names: set[str]) -> Archive:
    """Write parts that are whole, but no program's way of writing, the plain way."""
    written = {name: archive.read(name) for name in names}
    for xml in written.values():
        _check_complete(xml)
    odd = {name: plain_xml(xml) for name, xml in written.items() if not is_plain(xml)}
    return archive.rewritten(odd) if odd else archive


def _check_complete(xml: bytes) -> None:
    """Refuse XML that the lenient first reader would quietly read only in part."""
    looks_whole = _END.search(xml, max(0, len(xml) - _END_SEARCHED))
    if xml and not (looks_whole and len(xml) > _QUICKLY_PROVEN):
        guarded(lambda: expat.ParserCreate().Parse(xml, True))  # noqa: FBT003 - not our API


def _tabs(archive: Archive) -> list[Tab]:
    targets = read_targets(archive, _RELATIONS)
    return guarded(
        lambda: [
            Tab(
                element.attrib["name"],
                targets[next(value for key, value in element.items() if key.endswith("}id"))],
                hidden=element.get("state", "visible") != "visible",
            )
            for element in ElementTree.fromstring(archive.read(WORKBOOK)).iterfind(
                "{*}sheets/{*}sheet"
            )
        ]
    )
