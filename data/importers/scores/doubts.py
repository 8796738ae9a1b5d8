"""What makes it doubtful that a table holds published scores: its words and its columns."""

from collections.abc import Iterator

from data.importers.identity.kinds import doubtful_words, kind_said, strange_headings
from data.importers.scores.layout.rivals import column_doubts
from data.importers.scores.layout.scope import speaking
from data.importers.scores.layout.tables import ScoreTable
from data.importers.sheets.head import Text
from data.importers.sheets.opening import Sheet
from data.importers.sheets.readings import WHOLE_SHEET, Finding, Readings
from data.model.choices import Choices
from data.model.identity import Doubt, SheetKind
from data.model.problems import ProblemCode


def kind_findings(
    sheet: Sheet, table: ScoreTable, readings: Readings, choices: Choices
) -> Iterator[Finding]:
    """Ask what the numbers are, as long as nobody said; targets are told to have no place yet."""
    texts = speaking(sheet, table)
    if choices.kind is SheetKind.TARGET:
        yield Finding(ProblemCode.TARGETS_NOT_KEPT)
    if choices.kind is not None or not len(readings.scores.value):
        return
    doubts = [*_by_words(table, texts), *column_doubts(sheet, table)]
    if not doubts and kind_said(texts) is None:
        doubts = [Finding(ProblemCode.ASK_KIND, expected=Doubt.NOTHING_SAID.value)]
    yield from doubts


def _by_words(table: ScoreTable, texts: tuple[Text, ...]) -> Iterator[Finding]:
    """Ask about titles, names and what stands over the numbers; other columns say nothing here."""
    valued = {*table.value_columns, *table.year_columns}
    yield from doubtful_words(
        text
        for text in texts
        if text.row == WHOLE_SHEET or text.row < table.top or text.column in valued
    )
    yield from strange_headings(
        Text(max(table.bottom, 0), column, table.headings.get(column, ""))
        for column in table.year_columns
    )
