"""The agency that a file plainly is of, for a store that nobody has set up yet."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import product

from data.framework import organisation
from data.framework.setting_up import Agency, agency_named
from data.importers.files import read_sheets
from data.importers.identity.bodies import bodies_said
from data.importers.recognised import Recognised
from data.importers.recognition import recognise_sheets
from data.importers.sheets.cells import text_of
from data.importers.sheets.head import Text, speaking_texts
from data.importers.spelling.title_places import district_of, province_of
from data.model.identity import Answer


def agency_of_file(file_name: str, content: bytes) -> Agency | None:
    """Give the one agency a file names, with its place; None where it names none, or several.

    Raises:
        UnreadableFileError: the file cannot be opened.
    """
    return agency_of_sheets(recognise_sheets(read_sheets(file_name, content)))


def agency_of_sheets(sheets: Iterable[Recognised]) -> Agency | None:
    """Give the one agency that recognised sheets name, as `agency_of_file` does."""
    words = organisation()
    named: dict[str, str] = {}
    titles: list[str] = []
    for sheet in sheets:
        if sheet.identity.agency:
            texts, names = _said(sheet, sheet.identity.agency)
            titles += (text.text for text in texts)
            named |= {words.agency_key(name): name for name in names}
    agency = agency_named(next(iter(named.values())), words) if len(named) == 1 else None
    district, province = district_of(titles), province_of(titles, "")
    return replace(agency, district=district, province=province) if agency else None


def _said(sheet: Recognised, agency: Answer[str]) -> tuple[Sequence[Text], Iterable[str]]:
    """Give the texts down to the line below the cell that tells the agency, and who is named.

    That is whoever stands in the column of agencies, where a table has one.
    """
    if not agency.cell:
        names = speaking_texts(sheet.sheet, ())
        return names, _of_known_kind(names)
    row, column = _place(sheet, agency.cell)
    texts = [text for text in sheet.head.texts if text.row <= row + 1]
    if agency.value:
        return texts, _of_known_kind([text for text in texts if text[:2] == (row, column)])
    below = (cells[column] for cells in sheet.sheet.rows[row + 1 :] if column < len(cells))
    return texts, {text_of(cell) for cell in below} - {""}


def _of_known_kind(texts: Sequence[Text]) -> Iterator[str]:
    for body in bodies_said(texts):
        if agency_named(body.name, organisation()):
            yield body.name


def _place(sheet: Recognised, cell: str) -> tuple[int, int]:
    """Give the row and the column, counted from 0, of a cell that the sheet calls so."""
    places = product(range(len(sheet.head.rows)), range(sheet.head.width))
    return next(place for place in places if sheet.sheet.address(*place) == cell)
