"""The texts of a sheet that speak of all of it: its titles, its name, the name of its file."""

from collections.abc import Iterable

from data.importers.sheets.head import Text
from data.importers.sheets.readings import WHOLE_SHEET, Finding
from data.model.grid import Sheet
from data.model.identity import Doubt
from data.model.problems import ProblemCode


def speaking_texts(sheet: Sheet, titles: Iterable[Text]) -> tuple[Text, ...]:
    """Give the titles and the names; a name has no place in the sheet."""
    names = dict.fromkeys(name for name in (sheet.name, sheet.file_name) if name)
    return (*titles, *(Text(WHOLE_SHEET, 0, name) for name in names))


def place_of(sheet: Sheet, text: Text) -> str:
    """Give the address of a text, "" for a name."""
    return "" if text.row == WHOLE_SHEET else sheet.address(text.row, text.column)


def asked(code: ProblemCode, doubt: Doubt, text: Text, value: str = "") -> Finding:
    """Ask because of what a text says."""
    return Finding(code, text.row, text.column, value or text.text, doubt.value)
