"""What makes it doubtful that a table holds published scores: its words and its columns."""

from collections.abc import Iterator
from typing import Final

from data.importers.identity.kinds import doubtful_words, kind_said, strange_headings
from data.importers.scores.layout.rivals import column_doubts
from data.importers.scores.layout.scope import speaking
from data.importers.scores.layout.tables import ScoreTable
from data.importers.sheets.cells import is_written_oddly, text_of
from data.importers.sheets.head import Text
from data.importers.sheets.opening import Sheet
from data.importers.sheets.readings import WHOLE_SHEET, Finding, Readings
from data.importers.spelling.folding import bare, words
from data.model.choices import Choices
from data.model.identity import Doubt, SheetKind
from data.model.problems import ProblemCode

_MARKS: Final = frozenset("*\u2020\u2021#")


def kind_findings(
    sheet: Sheet, table: ScoreTable, readings: Readings, choices: Choices
) -> Iterator[Finding]:
    """Ask what the numbers are, as long as nobody said; targets are told to have no place yet."""
    texts = speaking(sheet, table)
    if choices.kind is SheetKind.TARGET:
        yield Finding(ProblemCode.TARGETS_NOT_KEPT)
    # Without a year no score is read yet, and what they are is asked at once all the same.
    year_open = any(one.code is ProblemCode.ASK_YEAR for one in readings.findings)
    if choices.kind is not None or not (len(readings.scores.value) or year_open):
        return
    doubts = [*_by_words(table, texts), *column_doubts(sheet, table)]
    doubts += doubtful_words(_footnotes(sheet, table))
    if not doubts and kind_said(texts) is None:
        doubts = [Finding(ProblemCode.ASK_KIND, expected=Doubt.NOTHING_SAID.value)]
    yield from doubts


def _footnotes(sheet: Sheet, table: ScoreTable) -> Iterator[Text]:
    """Give the notes below a table whose mark stands behind one of its scores: 92.82*."""
    below = range(table.bottom + 1, len(sheet.rows))
    notes = {}
    for row in reversed(below):
        filled = [(at, text) for at, cell in enumerate(sheet.rows[row]) if (text := text_of(cell))]
        if len(filled) == 1 and (mark := filled[0][1][:1]) in _MARKS:
            notes[mark] = Text(row, *filled[0])
        elif len(filled) > 1:
            break
    if not notes:
        return
    cells = (cell for row in below for cell in sheet.rows[row] if isinstance(cell, str))
    marked = {cell[-1:] for cell in cells if is_written_oddly(cell)}
    yield from (note for mark, note in notes.items() if mark in marked)


def _by_words(table: ScoreTable, texts: tuple[Text, ...]) -> Iterator[Finding]:
    """Ask about titles, names and what stands over the numbers; other columns say nothing here."""
    valued = {*table.value_columns, *table.year_columns}
    # A pivot table says over its labels what it did with the numbers.
    corner = {
        Text(*place, text)
        for text, place in table.titles.items()
        if bare(text).startswith(words().pivot_values)
    }
    yield from doubtful_words(
        text
        for text in dict.fromkeys((*texts, *corner))
        if text.row == WHOLE_SHEET
        or text.row < table.top
        or text.column in valued
        or text in corner
    )
    yield from strange_headings(
        Text(max(table.bottom, 0), column, table.headings.get(column, ""))
        for column in table.year_columns
    )
