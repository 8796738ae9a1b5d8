"""Measures while their rows are gathered: where one begins, goes on, and what merged cells say."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from data.importers.plan.layout import Column, PlanLayout, cell_text
from data.importers.sheets.opening import Sheet
from data.importers.spelling.item_codes import item_codes

FIRST_STEP: Final = re.compile(r"(?<![\d.(])(?:\([1\u0e51]\)|[1\u0e51]\s?[.)])(?!\d)")
_QUESTIONS_OF_PEOPLE: Final = ("i", "e")
_SAID: Final = (Column.ANALYSIS, Column.ACTION, Column.STEPS)
_NOT_OF_A_STEP: Final = (Column.QUESTION, Column.ANALYSIS, Column.ACTION, Column.ALIGNMENT)
_SHARED_BY_AN_INDICATOR: Final = (Column.ALIGNMENT, Column.PERIOD, Column.RESPONSIBLE)


@dataclass(frozen=True, slots=True)
class Piece:
    """What one cell says for a measure, and the address of that cell."""

    text: str
    address: str


@dataclass(frozen=True, slots=True)
class Row:
    """The filled cells of one body row; `opens_page` right below a repeated heading."""

    index: int
    cells: Mapping[Column, Piece]
    opens_page: bool = False

    def text(self, column: Column) -> str:
        """Give the text of a column, empty when its cell is."""
        return self.cells[column].text if column in self.cells else ""


@dataclass(slots=True)
class Draft:
    """A measure in the making; `inherited` are the columns that another measure's cell fills.

    It `shares_budget` where one amount stands beside several measures.
    """

    indicator: int
    first_row: Row
    pieces: dict[Column, list[Piece]] = field(default_factory=dict)
    inherited: set[Column] = field(default_factory=set)
    shares_budget: bool = False

    @property
    def cell(self) -> str:
        """Where the measure begins in the file."""
        return next(iter(self.first_row.cells.values())).address

    def text(self, column: Column) -> str:
        """Give everything a column says, unrepaired."""
        return " ".join(piece.text for piece in self.pieces.get(column, ()))

    def first_text(self, column: Column) -> str:
        """Give what the first cell of a column says."""
        pieces = self.pieces.get(column)
        return pieces[0].text if pieces else ""

    @property
    def has_a_row_a_step(self) -> bool:
        """Whether all rows but the first add steps alone, with their time and who takes them."""
        return all(len(self.pieces.get(column, ())) < 2 for column in _NOT_OF_A_STEP)

    def _last_text(self, column: Column) -> str:
        pieces = self.pieces.get(column)
        return pieces[-1].text if pieces else ""

    def add(self, row: Row) -> bool:
        """Join a row column by column; False when all its cells were only filled down."""
        new = [
            (column, piece)
            for column, piece in row.cells.items()
            if row is self.first_row or piece.text != self._last_text(column)
        ]
        for column, piece in new:
            self.pieces.setdefault(column, []).append(piece)
        return bool(new)

    def inherit(self, column: Column, pieces: list[Piece]) -> None:
        """Take over what a merged cell says."""
        if pieces:
            self.pieces[column] = list(pieces)
            self.inherited.add(column)


def draft_of(row: Row, indicator: int, before: Draft | None) -> Draft:
    """Begin a measure; without a question of its own it answers the question above it."""
    draft = Draft(indicator, row)
    if before and before.indicator == indicator and not row.text(Column.QUESTION):
        for column in (Column.QUESTION, Column.ANALYSIS):
            if column not in row.cells:
                draft.inherit(column, before.pieces.get(column, []))
    return draft


def begins_measure(row: Row, current: Draft) -> bool:
    """Tell whether a row of the same indicator begins another measure.

    Below a page heading an item code of IIT or EIT does; a code of OIT may also go on a list of
    documents and needs a first step beside it. In a table a row does that has its own action and
    its own period or responsible, or an item code in front and a text beside it,
    or an item code anywhere and a first step.
    """
    question = row.text(Column.QUESTION)
    codes = item_codes("" if question == current.first_text(Column.QUESTION) else question)
    in_front = bool(codes) and codes[0].span[0] == 0
    if row.opens_page:
        if codes and codes[0].code.startswith(_QUESTIONS_OF_PEOPLE):
            return True
        return in_front and bool(FIRST_STEP.search(row.text(Column.STEPS)))
    if codes and FIRST_STEP.match(row.text(Column.STEPS)):
        return True
    new_action = row.text(Column.ACTION) not in {"", current.first_text(Column.ACTION)}
    if new_action and (row.text(Column.PERIOD) or row.text(Column.RESPONSIBLE)):
        return True
    return in_front and any(row.text(column) for column in _SAID)


def fill_merged_cells(sheet: Sheet, layout: PlanLayout, drafts: list[Draft]) -> None:
    """Fill the empty cells of each measure from merged cells.

    What the file merged over the rows of several measures holds for each; without merged cells
    (PDF, CSV) the alignment, period and responsible of the first measure of an indicator hold for
    its others.
    """
    _mark_shared_budgets(sheet, layout, drafts)
    merged = sheet.unmerged()
    firsts: dict[int, Draft] = {}
    for draft in drafts:
        first = firsts.setdefault(draft.indicator, draft)
        for column, position in layout.columns.items():
            if column in {Column.INDICATOR, Column.BUDGET} or draft.pieces.get(column):
                continue
            cell = (draft.first_row.index, position)
            whole = sheet.merged and position not in layout.parts
            text = cell_text(merged.rows[cell[0]][position]) if whole else ""
            if text:
                draft.inherit(column, [Piece(text, sheet.address(*cell))])
            elif column in _SHARED_BY_AN_INDICATOR:
                draft.inherit(column, first.pieces.get(column, []))


def _mark_shared_budgets(sheet: Sheet, layout: PlanLayout, drafts: list[Draft]) -> None:
    position = layout.columns.get(Column.BUDGET, -1)
    for top, left, bottom, right in sheet.merged:
        beside = [draft for draft in drafts if top <= draft.first_row.index <= bottom]
        if left <= position <= right and len(beside) > 1:
            for draft in beside:
                draft.shares_budget = True
