"""Where a number stands in a file, as people say it."""

import re
from typing import Final

_PRINTED: Final = re.compile(r"p(\d+)(?:t(\d+))?!([A-Z]+)(\d+)")
IN_TABLE: Final = "หน้า {page} ตาราง {table} {cell}"
IN_TEXT: Final = "หน้า {page} บรรทัด {line}"
IN_SHEET: Final = "{sheet}!{cell}"
OF_FILE: Final = "{file_name} · {place}"
OF_SHEET: Final = "{file_name} · {sheet} · {cell}"


def cell_name(cell: str) -> str:
    """Name a cell: C14 as it is, p3t1!D2 of a printed document by its page and table."""
    found = _PRINTED.fullmatch(cell)
    if not found:
        return cell
    page, table, column, row = found.groups()
    if table is None:
        return IN_TEXT.format(page=page, line=row)
    return IN_TABLE.format(page=page, table=table, cell=f"{column}{row}")


def place(sheet: str, cell: str) -> str:
    """Name a cell and its sheet, or the sheet alone; pages stand for the sheets of print."""
    if not cell:
        return sheet
    named = cell_name(cell)
    return named if named != cell else IN_SHEET.format(sheet=sheet, cell=cell)


def source(file_name: str, sheet: str, cell: str) -> str:
    """Name the file of a cell and the cell."""
    named = cell_name(cell)
    if named != cell:
        return OF_FILE.format(file_name=file_name, place=named)
    return OF_SHEET.format(file_name=file_name, sheet=sheet, cell=cell)
