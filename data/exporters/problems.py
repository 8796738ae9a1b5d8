"""The imported sheets written again, with the faulty cells coloured and commented."""

import io
import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final, TypeAlias

import pandas as pd

from data.exporters.cells.cell_text import clean_text
from data.exporters.sheets.book import Book, open_book
from data.exporters.sheets.data_sheet import write_table
from data.exporters.sheets.source_sheet import Place, Remark, write_source
from data.importers.sheets.opening import Sheet
from data.model.columns import Column, Kind, StatusStyle, Table

Finding: TypeAlias = tuple[str, str, str, bool]
"""Sheet, cell such as C14 (empty: the whole sheet), the finding in words, whether it blocks."""

_ADDRESS: Final = re.compile(r"\$?([A-Za-z]{1,3})\$?([1-9][0-9]{0,6})")
_LAST_ROW: Final = 1_048_576
_LAST_COLUMN: Final = 16_384
_MOST_CELLS: Final = 600_000
_MOST_FINDINGS: Final = 50_000
_FIRST_ROWS: Final = 50


@dataclass(frozen=True, slots=True)
class ListWords:
    """The words of the sheet that lists the findings; `shown` is what does not block.

    `partly` is said under its title when a file was too large to write all of its rows again, and
    `more`, with the number as `{count}`, when there are more findings than are listed.
    """

    name: str
    title: str
    sheet: str
    cell: str
    finding: str
    weight: str
    blocking: str
    shown: str
    partly: str
    more: str
    notes: tuple[str, ...] = ()


BLOCKING_STYLE: Final = StatusStyle("#9C0006", "#FFC7CE")
SHOWN_STYLE: Final = StatusStyle("#7F4F00", "#FFEB9C")


def marked_workbook(
    sheets: Sequence[Sheet], findings: Sequence[Finding], words: ListWords
) -> bytes:
    """Write every sheet with its cells where they were, then the list of all findings.

    A cell with several findings has one comment with all of them and the colour of the gravest. A
    finding that has no cell, or whose sheet is not given, stands in the list alone. Of sheets with
    more than 600,000 cells together, only the first rows and those with a finding are written, and
    of more than 50,000 findings the first; the list says both.
    """
    target = io.BytesIO()
    listed = findings[:_MOST_FINDINGS]
    remarks = _remarks(listed, words)
    too_large = sum(sum(map(len, sheet.rows)) for sheet in sheets) > _MOST_CELLS
    notes = [*words.notes, *([words.partly] if too_large else [])]
    if len(findings) > len(listed):
        notes.append(words.more.format(count=len(findings) - len(listed)))
    with open_book(target, in_memory=True, title=words.title) as book:
        for sheet in sheets:
            found = remarks.get(sheet.name, {})
            write_source(book, _essence(sheet, found) if too_large else sheet, found)
        _write_list(book, listed, words, tuple(notes))
    return target.getvalue()


def _essence(sheet: Sheet, remarks: Mapping[Place, Remark]) -> Sheet:
    marked = {row for row, _ in remarks}
    rows = enumerate(sheet.rows[:_LAST_ROW])
    kept = (row if number < _FIRST_ROWS or number in marked else () for number, row in rows)
    return replace(sheet, rows=tuple(kept), merged=())


def _remarks(findings: Sequence[Finding], words: ListWords) -> Mapping[str, dict[Place, Remark]]:
    found: defaultdict[str, dict[Place, Remark]] = defaultdict(dict)
    for sheet, cell, text, blocking in findings:
        if place := _place(cell):
            word = words.blocking if blocking else words.shown
            style = BLOCKING_STYLE if blocking else SHOWN_STYLE
            remark = Remark(clean_text(f"{word}: {text}"), style, blocking)
            earlier = found[sheet].get(place)
            found[sheet][place] = earlier.joined(remark) if earlier else remark
    return found


def _place(cell: str) -> Place | None:
    address = _ADDRESS.fullmatch(cell)
    if address is None:
        return None
    column = 0
    for letter in address[1].upper():
        column = column * 26 + ord(letter) - ord("A") + 1
    row = int(address[2])
    return (row - 1, column - 1) if row <= _LAST_ROW and column <= _LAST_COLUMN else None


def _write_list(
    book: Book, findings: Sequence[Finding], words: ListWords, notes: tuple[str, ...]
) -> None:
    weights = [words.blocking if finding[3] else words.shown for finding in findings]
    frame = pd.DataFrame(
        {
            "sheet": [finding[0] for finding in findings],
            "cell": [finding[1] for finding in findings],
            "weight": weights,
            "finding": [finding[2] for finding in findings],
        }
    )
    columns = (
        Column("sheet", words.sheet, Kind.TEXT),
        Column("cell", words.cell, Kind.TEXT),
        Column("weight", words.weight, Kind.STATUS),
        Column("finding", words.finding, Kind.LONG_TEXT, width=90),
    )
    styles = {words.blocking: BLOCKING_STYLE, words.shown: SHOWN_STYLE}
    write_table(book, Table(words.name, words.title, columns, frame, notes), styles, None)
