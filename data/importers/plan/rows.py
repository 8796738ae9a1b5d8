"""The body rows of a plan, read downwards: indicators, leaked headings, shifted rows, measures."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from typing import Final

from data.framework import Framework
from data.importers.plan.drafts import Draft, Piece, Row, begins_measure, draft_of
from data.importers.plan.heading_rows import cell_text
from data.importers.plan.headings import Column, is_heading_of
from data.importers.plan.indicators import (
    is_band,
    is_bracketed,
    looks_like_indicator,
    named_indicator,
)
from data.importers.plan.layout import PlanLayout
from data.importers.plan.parts import PartCell, Parts, with_parts
from data.importers.sheets.opening import Sheet, Unreadable
from data.importers.spelling.item_codes import item_codes
from data.importers.spelling.plan_words import are_signatures, pattern, squeeze
from data.model.problems import Problem, ProblemCode

# Beside each other below a table: who made it, who checked it, who approved it.
_REMARK: Final = re.compile(r"[(\[][^()\[\]]*[)\]]\s*$")


class Gathering:
    """What one walk down the body found: measures in the making, problems, rows made use of."""

    def __init__(self, sheet: Sheet, layout: PlanLayout, years: tuple[Framework, ...]) -> None:
        self.drafts: list[Draft] = []
        self.problems: list[Problem] = []
        self.used_rows: set[int] = set()
        self._sheet = sheet
        self._layout = layout
        self._years = years
        self._indicator: int | None = None
        self._unfinished_name = ""
        self._signed = False
        self._parts = Parts(sheet, layout.parts)
        for index in layout.body:
            self._take(self._row(index))

    def _report(self, code: ProblemCode, cell: str, value: str, expected: str = "") -> None:
        self.problems.append(Problem(code, self._sheet.name, cell, value, expected))

    def _row(self, index: int) -> Row:
        columns = {position: column for column, position in self._layout.columns.items()}
        cells: dict[Column, Piece] = {}
        parts: list[PartCell] = []
        for position, piece in self._filled(index):
            if position in self._layout.parts:
                parts += self._parts.cells_of(index, position, piece)
            elif position in columns:
                cells[columns[position]] = piece
            elif position not in self._layout.headed:
                self._report_outside(index, piece)
        opens_page = self._layout.repeats_its_heading and index in self._layout.pages
        return Row(index, with_parts(cells, parts), opens_page)

    def _report_outside(self, index: int, piece: Piece) -> None:
        """Report a cell under no heading; of a text without tabs it is lines of no certain cell."""
        if not self._sheet.parted:
            self._report(ProblemCode.ROW_NOT_UNDERSTOOD, piece.address, piece.text)
            return
        written = list(map(squeeze, self._sheet.lines))
        places, below = [], index
        # A row stands at the first line of its measure, whichever of its lines are left over; the
        # headings of a page may stand between them.
        for line in piece.text.splitlines():
            places.append(written.index(squeeze(line), below))
            below = places[-1] + 1
        lines = f"{places[0] + 1}-{places[-1] + 1}"
        self._report(ProblemCode.TEXT_NOT_PARTED, piece.address, piece.text, lines)

    def _filled(self, index: int) -> Iterator[tuple[int, Piece]]:
        for position, value in enumerate(self._sheet.rows[index]):
            text, address = cell_text(value), self._sheet.address(index, position)
            if isinstance(value, Unreadable):
                self._report(ProblemCode.FORMULA_WITHOUT_VALUE, address, text)
            elif text:
                yield position, Piece(text, address)

    def _take(self, row: Row) -> None:
        row = self._unleaked(row)
        if self._is_below_signatures(row) or self._is_sum(row) or self._is_instrument(row):
            self._report(ProblemCode.ROW_SKIPPED, _address(row), _text(row))
            return
        understood = self._with_indicator(row)
        if understood is None:
            return
        if not understood.cells or self._indicator is None:
            # Nothing but the name of an indicator, or a heading that was reported.
            self.used_rows.add(row.index)
        elif self._add(understood, self._indicator):
            self.used_rows.add(row.index)
        else:
            self._report(ProblemCode.ROW_SKIPPED, _address(understood), _text(understood))

    def _add(self, row: Row, indicator: int) -> bool:
        before = self.drafts[-1] if self.drafts else None
        if before is None or before.indicator != indicator or begins_measure(row, before):
            self.drafts.append(draft_of(row, indicator, before))
        return self.drafts[-1].add(row)

    def _is_below_signatures(self, row: Row) -> bool:
        """Tell whether a row is a signature or stands below one, where no measure begins again."""
        first = row.text(Column.INDICATOR)
        named = named_indicator(first, self._years).number is not None if first else False
        if row.opens_page or named or item_codes(row.text(Column.QUESTION)):
            self._signed = False
        else:
            texts = [piece.text for piece in row.cells.values()]
            self._signed = self._signed or are_signatures(texts)
        return self._signed

    def _alone_on_the_left(self, row: Row) -> Piece | None:
        """Give the only cell of a row when it stands where the table begins."""
        leftmost = min(self._layout.columns.values())
        place = self._sheet.address(row.index, leftmost)
        found = [piece for piece in row.cells.values() if piece.address == place]
        return found[0] if len(row.cells) == 1 and found else None

    def _is_instrument(self, row: Row) -> bool:
        piece = self._alone_on_the_left(row)
        if piece is None or named_indicator(piece.text, self._years).number is not None:
            return False
        return re.fullmatch(pattern("rows", "instruments"), squeeze(piece.text)) is not None

    def _is_sum(self, row: Row) -> bool:
        first = next(iter(row.cells.values()), None)
        return bool(first and re.fullmatch(pattern("rows", "sums"), squeeze(first.text)))

    def _unleaked(self, row: Row) -> Row:
        """Take the heading of the first column out of a body row; it ran over from the page."""
        first = row.cells.get(Column.INDICATOR)
        if first is None or not is_heading_of(first.text, Column.INDICATOR):
            return row
        self._report(ProblemCode.TEXT_REPAIRED, first.address, first.text)
        return _without_first(row)

    def _with_indicator(self, row: Row) -> Row | None:
        """Settle the indicator of a row and take it out; None when the row was reported."""
        first = row.cells.get(Column.INDICATOR)
        if first:
            return self._with_first_cell(row, first)
        if self._names_indicator_alone(row):
            return replace(row, cells={})
        if Column.INDICATOR not in self._layout.columns:
            self._indicator = self._indicator_of(row.text(Column.QUESTION)) or self._indicator
        if self._indicator is None and row.cells:
            self._report(ProblemCode.ROW_NOT_UNDERSTOOD, _address(row), _text(row))
            return None
        return row

    def _names_indicator_alone(self, row: Row) -> bool:
        """Take a band over the whole table that names the indicator of the rows below it."""
        piece = self._alone_on_the_left(row)
        if piece is None:
            return False
        named = named_indicator(piece.text, self._years)
        if named.number is None or not named.complete or not is_band(piece.text):
            return False
        self._indicator = named.number
        self._report_remark(piece)
        return True

    def _with_first_cell(self, row: Row, first: Piece) -> Row | None:
        """Understand the first cell: an indicator, the rest of its name, or a shifted row."""
        named = named_indicator(first.text, self._years)
        if named.number is not None:
            self._indicator = named.number
            self._unfinished_name = "" if named.complete else first.text
            self._report_remark(first)
            return _without_first(row)
        if self._completes_name(first.text):
            self._unfinished_name = ""
            return _without_first(row)
        if Column.QUESTION not in self._layout.columns and (of := self._indicator_of(first.text)):
            self._indicator, self._unfinished_name = of, ""
            return replace(row, cells={Column.QUESTION: first, **_without_first(row).cells})
        if looks_like_indicator(first.text) and not item_codes(first.text[:3]):
            self._indicator, self._unfinished_name = None, ""
            self._report(ProblemCode.UNKNOWN_INDICATOR, first.address, first.text)
            return None
        if self._is_shifted(row, first):
            return self._unshifted(row, first)
        # A remark or a signature below the table stands alone in its row.
        alone = len(row.cells) == 1
        code = ProblemCode.ROW_SKIPPED if alone else ProblemCode.UNKNOWN_INDICATOR
        self._report(code, first.address, first.text)
        return None

    def _report_remark(self, name: Piece) -> None:
        """Name what stands in brackets behind an indicator, unless it is its range of items."""
        found = _REMARK.search(name.text)
        if found and not item_codes(found[0]):
            self._report(ProblemCode.TEXT_REPAIRED, name.address, found[0].strip())

    def _completes_name(self, text: str) -> bool:
        if self._indicator is None:
            return False
        if not self._unfinished_name:
            return is_bracketed(text) and bool(item_codes(text))
        return named_indicator(self._unfinished_name + text, self._years).number == self._indicator

    def _is_shifted(self, row: Row, first: Piece) -> bool:
        if self._indicator is None or not self.drafts:
            return False
        columns = sorted(self._layout.columns, key=self._layout.columns.__getitem__)
        if columns[0] is not Column.INDICATOR or columns[-1] in row.cells:
            return False
        return len(row.cells) > 1 or bool(item_codes(first.text))

    def _unshifted(self, row: Row, first: Piece) -> Row:
        columns = self._layout.columns
        in_order = sorted(columns, key=columns.__getitem__)
        right = dict(pairwise(in_order))
        place = self._sheet.address(row.index, columns[right[Column.INDICATOR]])
        self._report(ProblemCode.ROW_SHIFTED, first.address, first.text, place)
        return replace(row, cells={right[column]: piece for column, piece in row.cells.items()})

    def _indicator_of(self, question: str) -> int | None:
        codes = item_codes(question)
        return self._years[0].indicator_of_item(codes[0].code) if codes else None


def _address(row: Row) -> str:
    return next(iter(row.cells.values())).address


def _text(row: Row) -> str:
    return " ".join(piece.text for piece in row.cells.values())


def _without_first(row: Row) -> Row:
    cells = dict(row.cells)
    cells.pop(Column.INDICATOR)
    return replace(row, cells=cells)
