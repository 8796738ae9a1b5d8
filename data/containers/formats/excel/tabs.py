"""The sheets a workbook lists, and the entries of the archive that hold them."""

import io
import posixpath
from dataclasses import dataclass
from urllib.parse import unquote

import python_calamine as calamine
from defusedxml import ElementTree

from data.containers.formats.readings import check_size, check_together, distinct
from data.containers.gate import limits
from data.containers.gate.archives import Archive
from data.containers.gate.guard import guarded
from data.containers.gate.reasons import RefusedError, Unreadability


@dataclass(frozen=True, slots=True)
class Tab:
    """A sheet as the workbook lists it: its name, the entry that holds it, whether it shows."""

    name: str
    part: str
    hidden: bool


def read_targets(archive: Archive, relations: str) -> dict[str, str]:
    """Map the ids of a relations part to the names of entries.

    Raises:
        RefusedError: the part is damaged.
    """
    return guarded(
        lambda: {
            relation.attrib["Id"]: _entry_name(relation.attrib["Target"])
            for relation in ElementTree.fromstring(archive.read(relations))
        }
    )


def _entry_name(target: str) -> str:
    path = unquote(target)
    return path[1:] if path.startswith("/") else posixpath.normpath(f"xl/{path}")


def worksheets(archive: Archive, tabs: list[Tab]) -> list[Tab]:
    """Leave charts out.

    Raises:
        RefusedError: too many sheets, none but charts, or one whose entry is missing.
    """
    if len(tabs) > limits.SHEETS:
        raise RefusedError(Unreadability.TOO_MANY_SHEETS)
    sheets = [tab for tab in tabs if "worksheets/" in tab.part]
    if tabs and not sheets:
        raise RefusedError(Unreadability.CHART_ONLY)
    names = {tab.name for tab in sheets}
    if (
        not tabs
        or len(names) < len(sheets)
        or any(tab.part not in archive.entries for tab in sheets)
    ):
        raise RefusedError(Unreadability.DAMAGED)
    return sheets


def tab_rows(content: bytes, tabs: list[Tab]) -> list[list[list[object]]]:
    """Read the values of each sheet from A1 on, as long as its extent is within the limits."""
    cells, rows = 0, []
    with calamine.CalamineWorkbook.from_filelike(io.BytesIO(content)) as workbook:
        for tab in tabs:
            sheet = workbook.get_sheet_by_name(tab.name)
            if sheet.end:
                height, width = (last + 1 for last in sheet.end)
                check_size(height, width)
                cells += height * width
                check_together(cells)
            rows.append(distinct(sheet.to_python(skip_empty_area=False)))
    return rows
