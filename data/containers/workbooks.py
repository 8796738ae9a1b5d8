"""Excel workbooks in zip files: values by calamine, everything else from the XML of each sheet."""

import io
import re
from typing import Final
from xml.parsers import expat

import python_calamine as calamine
from defusedxml import ElementTree

from data.containers import limits
from data.containers.archives import Archive
from data.containers.guard import guarded
from data.containers.readings import Reading, squared
from data.containers.reasons import RefusedError, Unreadability
from data.containers.sheet_parts import SheetPart, read_part
from data.containers.slow_workbooks import slow_rows
from data.containers.tabs import Tab, read_targets, tab_rows, worksheets

WORKBOOK: Final = "xl/workbook.xml"
_RELATIONS: Final = "xl/_rels/workbook.xml.rels"
_SHARED_STRINGS: Final = "xl/sharedStrings.xml"
_CLAIMED: Final = re.compile(rb"\suniqueCount\s*=\s*[\"'](\d{1,20})[\"']")
_END: Final = re.compile(rb"</(?:\w+:)?(?:worksheet|sst)>\s*\Z")
_END_SEARCHED: Final = 200
_QUICKLY_PROVEN: Final = 2 * limits.MEGABYTE
"""Up to this size every tag is checked; a national sheet only has to reach its end tag."""
_SMALLEST_STRING: Final = len(b"<si/>")


def read_workbook(archive: Archive) -> list[Reading]:
    """Read every worksheet of an .xlsx or .xlsm.

    Raises:
        RefusedError: damaged, more than the limits allow, or nothing but charts.
    """
    _check_shared_strings(archive)
    tabs = worksheets(archive, _tabs(archive))
    for name in (_SHARED_STRINGS, *(tab.part for tab in tabs)):
        _check_complete(archive.read(name))
    parts = [read_part(archive.read(tab.part)) for tab in tabs]
    try:
        rows = guarded(lambda: _fast_rows(archive.content, tabs))
    except RefusedError as refusal:
        if refusal.reason is not Unreadability.DAMAGED:
            raise
        rows = guarded(lambda: slow_rows(archive.content, [tab.name for tab in tabs]))
    return [
        _reading(tab, part, values) for tab, part, values in zip(tabs, parts, rows, strict=True)
    ]


def _reading(tab: Tab, part: SheetPart, values: list[list[object]]) -> Reading:
    return Reading(
        tab.name,
        squared(values, part.unreadable),
        merged=part.merged,
        hidden=tab.hidden,
        hidden_rows=part.hidden_rows,
        hidden_columns=part.hidden_columns,
    )


def _fast_rows(content: bytes, tabs: list[Tab]) -> list[list[list[object]]]:
    with calamine.CalamineWorkbook.from_filelike(io.BytesIO(content)) as workbook:
        return [tab_rows(workbook, tab) for tab in tabs]


def _check_shared_strings(archive: Archive) -> None:
    strings = archive.read(_SHARED_STRINGS)
    claimed = _CLAIMED.search(strings)
    if claimed and int(claimed[1]) * _SMALLEST_STRING > len(strings):
        raise RefusedError(Unreadability.LYING_COUNT)


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
