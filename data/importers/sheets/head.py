"""The first rows of a sheet, where every form has its headings: read once for all of them."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final, NamedTuple

from data.importers.sheets.cells import score_of, text_of, without_unit
from data.importers.sheets.printed_text import numbers_apart
from data.importers.sheets.readings import WHOLE_SHEET, Finding
from data.importers.spelling.folding import bare, fold, words
from data.importers.spelling.labels import code_of
from data.model.grid import Cell, Percentage, Row, Sheet
from data.model.identity import Doubt
from data.model.problems import ProblemCode
from data.roundtrip.stamps import MARK, Stamp, read_stamp

_SEARCHED_ROWS: Final = 60
# It begins where digits begin: from every digit of a long number it would be sought to its end.
_FRACTION: Final = re.compile(r"(?<!\d)\d+[.,]\d+")
_MOST_INDICATORS: Final = 20
_CELLS_OF_A_BOX: Final = 2


class Text(NamedTuple):
    """What one cell says, row and column counted from 0."""

    row: int
    column: int
    text: str


class StampedCell(NamedTuple):
    """The stamp of a sheet that was handed out, and its place."""

    row: int
    column: int
    stamp: Stamp


@dataclass(frozen=True, slots=True)
class SheetHead:
    """The first rows of a sheet: enough to find the headings of every form.

    In `filled` merged cells repeat their value. `texts` are the cells of `rows` that say something,
    from the top down; `words` are the same texts bare, to see at once what cannot be in them.
    """

    sheet: Sheet
    rows: tuple[Row, ...]
    filled: tuple[Row, ...]
    texts: tuple[Text, ...]
    words: frozenset[str]
    width: int
    stamped: StampedCell | None

    def columns_below(self, row: int) -> set[int]:
        """Give the columns in which something stands below a row."""
        return {text.column for text in self.texts if text.row > row}


def head_of(sheet: Sheet) -> SheetHead:
    """Read the first rows of a sheet."""
    rows = tuple(sheet.rows[:_SEARCHED_ROWS])
    merged = tuple(area for area in sheet.merged if area[0] < _SEARCHED_ROWS)
    filled = tuple(replace(sheet, rows=rows, merged=merged).unmerged().rows)
    texts = tuple(
        Text(row, column, text)
        for row, cells in enumerate(rows)
        for column, cell in enumerate(cells)
        if cell is not None and (text := text_of(cell))
    )
    width = max(map(len, rows), default=0)
    bared = frozenset([bare(text) for _, _, text in texts])
    return SheetHead(sheet, rows, filled, texts, bared, width, _stamped(rows))


def _stamped(rows: tuple[Row, ...]) -> StampedCell | None:
    for row, cells in enumerate(rows):
        for column, cell in enumerate(cells):
            if isinstance(cell, str) and cell.startswith(MARK) and (stamp := read_stamp(cell)):
                return StampedCell(row, column, stamp)
    return None


def speaking_texts(sheet: Sheet, titles: Iterable[Text]) -> tuple[Text, ...]:
    """Give the texts that speak of all of a sheet: titles, and names, which have no place in it."""
    names = dict.fromkeys(name for name in (sheet.name, sheet.file_name) if name)
    return (*titles, *(Text(WHOLE_SHEET, 0, name) for name in names))


def place_of(sheet: Sheet, text: Text) -> str:
    """Give the address of a text, "" for a name."""
    return "" if text.row == WHOLE_SHEET else sheet.address(text.row, text.column)


def asked(code: ProblemCode, doubt: Doubt, text: Text, value: str = "") -> Finding:
    """Ask because of what a text says."""
    return Finding(code, text.row, text.column, value or text.text, doubt.value)


def likely_headings(head: SheetHead) -> tuple[int, dict[int, str]] | None:
    """Give the row of a sheet without a known table that most looks like headings, and its texts.

    None when no row has two texts or more.
    """
    rows = [_texts(row) if may_be_heading(row) else {} for row in head.filled]
    worded = [len({text for text in texts.values() if not text.isdigit()}) for texts in rows]
    if max(worded, default=0) < 2:
        return None
    top = worded.index(max(worded))
    return top, rows[top]


def _texts(row: Row) -> dict[int, str]:
    return {column: text for column, cell in enumerate(row) if (text := text_of(cell))}


def may_be_heading(row: Row) -> bool:
    """Tell whether a row may hold headings: it has texts, and no scores beside labels.

    Headings hold small whole numbers and years; 86 beside "IIT" is a score, 8 numbers an indicator.
    """
    row = _without_box(row)
    if not any(map(text_of, row)) or any(map(_is_measured, row)):
        return False
    others = [cell for cell in row if not is_label(cell)]
    return len(others) == len(row) or not any(map(_is_above_numbering, others))


def _without_box(row: Row) -> Row:
    """Cut off a box with a label and its score that stands beside headings, behind a gap."""
    blanks = [at for at, cell in enumerate(row) if not text_of(cell)]
    for gap in reversed(blanks):
        beside = [cell for cell in row[gap:] if text_of(cell)]
        if len(beside) == _CELLS_OF_A_BOX:
            left = [cell for cell in row[:gap] if text_of(cell)]
            is_box = isinstance(beside[0], str) and _is_measured(beside[1])
            return row[:gap] if is_box and len(left) > 1 else row
    return row


def is_label(cell: Cell) -> bool:
    """Say whether a cell names what is scored; a number alone may be anything."""
    text = text_of(cell)
    return not text.isdigit() and code_of(text) is not None


def _is_above_numbering(cell: Cell) -> bool:
    value = score_of(cell)
    return isinstance(value, float) and value > _MOST_INDICATORS


def _is_measured(cell: Cell) -> bool:
    """Say whether a cell holds a fraction: "IIT 84.12", but not the full marks of "IIT 100.00"."""
    if isinstance(cell, Percentage):
        cell = cell.shown
    if not isinstance(cell, str):
        return isinstance(cell, float) and not cell.is_integer()
    if not _FRACTION.search(fold(cell)):
        return False
    parts = map(without_unit, map(fold, (cell, *numbers_apart(cell)[1:])))
    return any(_FRACTION.fullmatch(part) and part not in words().full_marks for part in parts)
