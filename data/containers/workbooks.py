"""Excel workbooks in zip files: values by calamine, everything else from the XML of each sheet."""

import io
import posixpath
import re
from dataclasses import dataclass
from typing import Final
from urllib.parse import unquote

import python_calamine as calamine
from defusedxml import ElementTree

from data.containers import limits
from data.containers.archives import Archive
from data.containers.guard import guarded
from data.containers.readings import Reading, check_size, distinct, squared
from data.containers.reasons import RefusedError, Unreadability
from data.containers.sheet_parts import SheetPart, read_part
from data.containers.slow_workbooks import slow_rows

WORKBOOK: Final = "xl/workbook.xml"
_RELATIONS: Final = "xl/_rels/workbook.xml.rels"
_SHARED_STRINGS: Final = "xl/sharedStrings.xml"
_CLAIMED: Final = re.compile(rb"\suniqueCount\s*=\s*[\"'](\d{1,20})[\"']")
_SMALLEST_STRING: Final = len(b"<si/>")


@dataclass(frozen=True, slots=True)
class _Tab:
    """A sheet as the workbook lists it: its name, the entry that holds it, whether it shows."""

    name: str
    part: str
    hidden: bool


def read_workbook(archive: Archive) -> list[Reading]:
    """Read every worksheet of an .xlsx or .xlsm.

    Raises:
        RefusedError: damaged, more than the limits allow, or nothing but charts.
    """
    _check_shared_strings(archive)
    tabs = _tabs(archive)
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


def _reading(tab: _Tab, part: SheetPart, values: list[list[object]]) -> Reading:
    return Reading(
        tab.name,
        squared(values, part.unreadable),
        merged=part.merged,
        hidden=tab.hidden,
        hidden_rows=part.hidden_rows,
        hidden_columns=part.hidden_columns,
    )


def _fast_rows(content: bytes, tabs: list[_Tab]) -> list[list[list[object]]]:
    with calamine.CalamineWorkbook.from_filelike(io.BytesIO(content)) as workbook:
        return [sheet_rows(workbook, tab.name) for tab in tabs]


def sheet_rows(workbook: calamine.CalamineWorkbook, name: str) -> list[list[object]]:
    """Read the values of one sheet from A1 on, once its extent is within the limits."""
    sheet = workbook.get_sheet_by_name(name)
    if sheet.end:
        bottom, right = sheet.end
        check_size(bottom + 1, right + 1)
    return distinct(sheet.to_python(skip_empty_area=False))


def _check_shared_strings(archive: Archive) -> None:
    strings = archive.read(_SHARED_STRINGS)
    claimed = _CLAIMED.search(strings)
    if claimed and int(claimed[1]) * _SMALLEST_STRING > len(strings):
        raise RefusedError(Unreadability.LYING_COUNT)


def _tabs(archive: Archive) -> list[_Tab]:
    targets = guarded(lambda: _targets(archive.read(_RELATIONS)))
    tabs = guarded(lambda: _listed(archive.read(WORKBOOK), targets))
    if len(tabs) > limits.SHEETS:
        raise RefusedError(Unreadability.TOO_MANY_SHEETS)
    sheets = [tab for tab in tabs if "chartsheet" not in tab.part]
    if tabs and not sheets:
        raise RefusedError(Unreadability.CHART_ONLY)
    if not tabs or any(tab.part not in archive.entries for tab in sheets):
        raise RefusedError(Unreadability.DAMAGED)
    return sheets


def _targets(relations: bytes) -> dict[str, str]:
    return {
        relation.attrib["Id"]: _entry_name(relation.attrib["Target"])
        for relation in ElementTree.fromstring(relations)
    }


def _entry_name(target: str) -> str:
    path = unquote(target)
    return path[1:] if path.startswith("/") else posixpath.normpath(f"xl/{path}")


def _listed(workbook: bytes, targets: dict[str, str]) -> list[_Tab]:
    return [
        _Tab(
            element.attrib["name"],
            targets[next(value for key, value in element.items() if key.endswith("}id"))],
            hidden=element.get("state", "visible") != "visible",
        )
        for element in ElementTree.fromstring(workbook).iterfind("{*}sheets/{*}sheet")
    ]
