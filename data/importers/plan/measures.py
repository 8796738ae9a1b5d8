"""Measures out of drafts: text repaired and joined, codes, period and divisions understood."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from data.framework import Framework
from data.importers.plan.drafts import Draft, Piece
from data.importers.plan.headings import OFFICIAL, Column
from data.importers.plan.repeats import Repeats
from data.importers.spelling.item_codes import ItemCode, item_codes
from data.importers.spelling.periods import period
from data.importers.spelling.plan_steps import are_lines, placed_steps
from data.importers.spelling.responsibility import responsibility
from data.importers.spelling.thai_text import Repair, Repaired, repair, suspects
from data.importers.status.cells import value_of
from data.model.problems import Problem, ProblemCode
from data.model.records import Measure

_BETWEEN: Final = " \u00b7 "
# How many letters before a seam decide how it is read.
_SEAM: Final = 60


@dataclass(frozen=True, slots=True)
class PlanContext:
    """How the plan of one sheet is read: its year, the analysed year, whether lines were broken."""

    sheet: str
    plan_year: int
    analysed: Framework
    broken_lines: bool


class MeasureReader:
    """Turns drafts into measures one after the other and collects what it finds on the way."""

    def __init__(self, reading: PlanContext, repeats: Repeats) -> None:
        self.problems: list[Problem] = []
        self._reading = reading
        self._repeats = repeats
        self._begun: dict[Column, list[tuple[int, str]]] = {}
        self._position = 0

    def _report(self, code: ProblemCode, cell: str, value: str, expected: str = "") -> None:
        self.problems.append(Problem(code, self._reading.sheet, cell, value, expected))

    def measure(self, draft: Draft) -> Measure:
        """Read one measure."""
        texts: dict[Column, str] = {
            column: self._text(draft, column) for column in OFFICIAL if column != Column.INDICATOR
        }
        items = self._items(draft, texts[Column.QUESTION]) or self._items_elsewhere(draft, texts)
        steps = tuple(placed_steps(texts[Column.STEPS]))
        when = period(texts[Column.PERIOD], self._reading.plan_year)
        if when is None:
            cell = _cell(draft, Column.PERIOD)
            self._report(ProblemCode.PERIOD_NOT_UNDERSTOOD, cell, texts[Column.PERIOD])
        who = responsibility(texts[Column.RESPONSIBLE])
        self._report_divisions(draft, texts[Column.RESPONSIBLE], who.lead, who.unknown)
        budget, budget_cell = self._budget(draft)
        self._position += 1
        return Measure(
            plan_year=self._reading.plan_year,
            indicator=draft.indicator,
            position=self._position,
            items=items,
            item_year=self._reading.analysed.year,
            question=texts[Column.QUESTION],
            analysis=texts[Column.ANALYSIS],
            action=texts[Column.ACTION],
            alignment=texts[Column.ALIGNMENT],
            steps=tuple(step for _, step in steps),
            period_text=texts[Column.PERIOD],
            start=when.start if when else None,
            end=when.end if when else None,
            responsible_text=texts[Column.RESPONSIBLE],
            lead=who.lead,
            support=who.support,
            sheet=self._reading.sheet,
            cell=draft.cell,
            repeat=self._repeats.number(draft.indicator, items, texts[Column.ACTION]),
            step_cells=self._step_cells(texts[Column.STEPS], [begin for begin, _ in steps]),
            budget_planned=budget,
            budget_cell=budget_cell,
        )

    def _budget(self, draft: Draft) -> tuple[float | None, str]:
        """Give the one amount that stands beside a measure, in baht, and its cell.

        Several amounts may be those of its steps or of other years: they are told, never summed.
        """
        pieces = draft.pieces.get(Column.BUDGET, [])
        amounts = [value_of("budget_planned", piece.text, None) for piece in pieces]
        if not pieces or amounts == [None]:
            return None, ""
        if len(amounts) == 1 and isinstance(amounts[0], float) and not draft.shares_budget:
            return amounts[0], pieces[0].address
        written = _BETWEEN.join(piece.text for piece in pieces)
        self._report(ProblemCode.BUDGET_NOT_TAKEN, pieces[0].address, written)
        return None, ""

    def _report_divisions(
        self, draft: Draft, text: str, lead: tuple[str, ...], unknown: tuple[str, ...]
    ) -> None:
        cell = _cell(draft, Column.RESPONSIBLE)
        if not lead:
            self._report(ProblemCode.NO_LEAD_DIVISION, cell, text)
        for name in unknown:
            self._report(ProblemCode.UNKNOWN_DIVISION, cell, name)

    def _step_cells(self, text: str, begins: Sequence[int]) -> tuple[str, ...]:
        """Give the cell in which each step begins, found by the letters before it."""
        pieces = self._begun[Column.STEPS][::-1]
        before = [_letters(text[:begin]) for begin in begins]
        return tuple([next(cell for first, cell in pieces if first <= at) for at in before])

    def _text(self, draft: Draft, column: Column) -> str:
        """Repair each cell of a column, then the seam to what stands before it."""
        lines = column is Column.STEPS and are_lines(draft.text(column))
        if lines and not self._reading.broken_lines:
            return self._joined(draft, column, self._repaired_lines, "\n")
        return self._joined(draft, column, self._repaired, " ")

    def _joined(
        self, draft: Draft, column: Column, repaired: Callable[[str], Repaired], joint: str
    ) -> str:
        settled: list[str] = []
        end = ""
        offered: set[str] = set()
        begun = self._begun[column] = []
        for piece in draft.pieces.get(column, []):
            begun.append((_letters("".join(settled) + end), piece.address))
            part = repaired(piece.text)
            seam = repaired(f"{end}{joint}{part.text}") if end else part
            if column not in draft.inherited:
                self._report_repairs(piece, (*part.repairs, *(seam.repairs if end else ())))
                offered |= self._report_suspects(piece, seam.text, offered)
            cut = seam.text.rfind(" ", 0, max(len(seam.text) - _SEAM, 0)) + 1
            settled.append(seam.text[:cut])
            end = seam.text[cut:]
        return "".join(settled) + end

    def _repaired(self, text: str) -> Repaired:
        found = repair(text, broken_lines=self._reading.broken_lines)
        return Repaired(found.text.replace("\n", " ").strip(), found.repairs)

    def _repaired_lines(self, text: str) -> Repaired:
        found = [self._repaired(line) for line in text.splitlines()]
        repairs = tuple(change for line in found for change in line.repairs)
        return Repaired("\n".join(line.text for line in found), repairs)

    def _report_repairs(self, piece: Piece, repairs: tuple[Repair, ...]) -> None:
        once = dict.fromkeys((change.before, change.after) for change in repairs)
        if once:
            before = _BETWEEN.join(before for before, _ in once)
            after = _BETWEEN.join(after for _, after in once)
            self._report(ProblemCode.TEXT_REPAIRED, piece.address, before, after)

    def _report_suspects(self, piece: Piece, text: str, offered: set[str]) -> set[str]:
        """Offer each spelling once a column, in the cell that completes it."""
        fresh = [suspect for suspect in suspects(text) if suspect.text not in offered]
        for suspect in fresh:
            code = ProblemCode.SPELLING_SUSPECT
            self._report(code, piece.address, suspect.text, suspect.suggestion)
        return {suspect.text for suspect in fresh}

    def _items(self, draft: Draft, question: str) -> tuple[str, ...]:
        cell = _cell(draft, Column.QUESTION)
        found = item_codes(question)
        for code, value in _respelt(question, found):
            place = _cell_with(draft.pieces[Column.QUESTION], value) or cell
            self._report(ProblemCode.CODE_REPAIRED, place, value, code)
        items = tuple(dict.fromkeys(code for code, _ in found))
        for item in items:
            self._check_item(draft, cell, item)
        return items

    def _items_elsewhere(self, draft: Draft, texts: Mapping[Column, str]) -> tuple[str, ...]:
        """Give the items of the indicator that analysis or action name, where no question does."""
        told = " ".join(texts[column] for column in (Column.ANALYSIS, Column.ACTION))
        analysed = self._reading.analysed
        codes = dict.fromkeys(code for code, _ in item_codes(told))
        own = [code for code in codes if analysed.indicator_of_item(code) == draft.indicator]
        question = texts[Column.QUESTION]
        if question or not own:
            self._report(ProblemCode.MEASURE_WITHOUT_ITEM, _cell(draft, Column.QUESTION), question)
            return ()
        return tuple(own)

    def _check_item(self, draft: Draft, cell: str, item: str) -> None:
        known = self._reading.analysed.item(item)
        if known is None or known.indicator not in {None, draft.indicator}:
            indicator = self._reading.analysed.indicator(draft.indicator)
            first, last = (indicator.first_item, indicator.last_item) if indicator else ("", "")
            expected = f"{first}-{last}" if first and last else ""
            self._report(ProblemCode.UNKNOWN_ITEM, cell, item, expected)


def _letters(text: str) -> int:
    return len("".join(text.split()))


def _cell(draft: Draft, column: Column) -> str:
    pieces = draft.pieces.get(column)
    return pieces[0].address if pieces else draft.cell


def _cell_with(pieces: list[Piece], value: str) -> str | None:
    return next((piece.address for piece in pieces if value in piece.text), None)


def _respelt(text: str, found: tuple[ItemCode, ...]) -> Iterator[tuple[str, str]]:
    """Give the codes whose spelling differs by more than capitals and spaces."""
    codes_of = Counter(span for _, span in found)
    for code, (start, end) in found:
        written = text[start:end]
        if codes_of[start, end] == 1 and "".join(written.split()).lower() != code:
            yield code, written
