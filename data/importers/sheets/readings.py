"""Scores as they are read, before they are checked: columns of numbers, fast at any size."""

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import compress
from operator import itemgetter
from typing import Final, NamedTuple, TypeVar

import numpy as np
import numpy.typing as npt

from data.importers.sheets.cells import decoded, score_of, text_of
from data.model.grid import Cell, Row, Sheet
from data.model.problems import Problem, ProblemCode
from data.model.records import Form, Import

WHOLE_SHEET: Final = -1
_CELLS_OF_A_TITLE: Final = 3
HOME: Final = ""

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]
Mask = npt.NDArray[np.bool_]
Raw = TypeVar("Raw", bound=Hashable)
Value = TypeVar("Value")


class Finding(NamedTuple):
    """A problem at a row and a column counted from 0; row WHOLE_SHEET has no cell."""

    code: ProblemCode
    row: int = WHOLE_SHEET
    column: int = 0
    value: str = ""
    expected: str = ""

    def problem(self, sheet: Sheet) -> Problem:
        """Give the problem with the address a person sees."""
        cell = "" if self.row == WHOLE_SHEET else sheet.address(self.row, self.column)
        return Problem(self.code, sheet.name, cell, self.value, self.expected)


@dataclass(frozen=True, slots=True)
class Units:
    """Who was assessed when: one entry for each agency and year, HOME for the home agency."""

    agency: list[str]
    district: list[str]
    province: list[str]
    year: Ints


@dataclass(frozen=True, slots=True)
class Scores:
    """One entry for each score: its place, its unit, its code (index into `Readings.codes`)."""

    row: Ints
    column: Ints
    unit: Ints
    code: Ints
    value: Floats
    provisional: npt.NDArray[np.bool_]

    def where(self, chosen: npt.NDArray[np.bool_]) -> "Scores":
        """Keep the chosen entries."""
        return Scores(*(getattr(self, name)[chosen] for name in self.__slots__))

    @classmethod
    def joined(cls, several: Sequence["Scores"]) -> "Scores":
        """Put the scores of several columns together, of one at least."""
        if len(several) == 1:
            return several[0]
        return cls(
            *(np.concatenate([getattr(one, name) for one in several]) for name in cls.__slots__)
        )


@dataclass(frozen=True, slots=True)
class Levels:
    """One entry for each published level: its place, its unit, its text."""

    row: Ints
    column: Ints
    unit: Ints
    text: list[str]

    @classmethod
    def joined(cls, several: Sequence["Levels"]) -> "Levels":
        """Put levels of several places together."""
        filled = [levels for levels in several if levels.text]
        if not filled:
            return NO_LEVELS
        return cls(
            np.concatenate([levels.row for levels in filled]),
            np.concatenate([levels.column for levels in filled]),
            np.concatenate([levels.unit for levels in filled]),
            [text for levels in filled for text in levels.text],
        )


NO_LEVELS: Final = Levels(*(np.array([], dtype=np.int64),) * 3, [])


@dataclass(frozen=True, slots=True)
class Readings:
    """Everything one sheet says: `body` are the rows with content below the headings."""

    body: Ints
    units: Units
    codes: tuple[str, ...]
    scores: Scores
    levels: Levels
    findings: list[Finding] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Body:
    """The rows with content below the headings; in `filled` merged cells repeat their value."""

    numbers: Ints
    rows: list[Row]
    filled: list[Row]

    def cells(self, column: int | None) -> list[Cell]:
        """Give one column of scores: a merged value counts once."""
        return column_cells(self.rows, column)

    def labels(self, column: int | None) -> list[Cell]:
        """Give one column of labels: a merged name stands for all its rows."""
        return column_cells(self.filled, column)

    def cell(self, at: int, column: int) -> Cell:
        """Give one cell of a row counted from 0 within the body."""
        row = self.rows[at]
        return row[column] if column < len(row) else None

    def where(self, chosen: Iterable[int]) -> "Body":
        """Keep the chosen rows, counted from 0 within the body."""
        kept = list(chosen)
        return Body(
            self.numbers[np.array(kept, dtype=np.int64)],
            [self.rows[at] for at in kept],
            [self.filled[at] for at in kept],
        )


def body_of(sheet: Sheet, bottom: int) -> Body:
    """Give the rows with content below row `bottom`."""
    below = sheet.rows[bottom + 1 :]
    filled = np.fromiter(map(any, below), dtype=np.bool_, count=len(below))
    for at in np.flatnonzero(~filled).tolist():
        # `any` is the fast answer; a row of zeros alone has content too.
        filled[at] = below[at].count(None) + below[at].count("") < len(below[at])
    numbers = np.flatnonzero(filled) + bottom + 1
    own = list(compress(below, filled.tolist()))
    merged = any(last > bottom for _, _, last, _ in sheet.merged)
    if not merged:
        return Body(numbers, own, own)
    return Body(numbers, own, list(compress(sheet.unmerged().rows[bottom + 1 :], filled.tolist())))


def problems_of(findings: Iterable[Finding], sheet: Sheet) -> tuple[Problem, ...]:
    """Give the findings as problems, in the order of the rows."""
    ordered = sorted(findings, key=itemgetter(1, 2))
    return tuple([finding.problem(sheet) for finding in ordered])


def refused(sheet: Sheet, why: Finding, form: Form | None = None) -> Import:
    """Give the import of a sheet that cannot be read: all its rows are reported."""
    rows = len(body_of(sheet, WHOLE_SHEET).numbers)
    return Import(form, sheet.name, rows, 0, rows, problems=(why.problem(sheet),))


def not_recognised(
    sheet: Sheet, form: Form | None = None, nearest: Finding | None = None
) -> Import:
    """Give the import of a sheet without the headings of a form, or without anything at all.

    `nearest` is the row that came nearest to headings, and what it lacks.
    """
    if not len(body_of(sheet, WHOLE_SHEET).numbers):
        return refused(sheet, Finding(ProblemCode.EMPTY_SHEET), form)
    return refused(sheet, nearest or Finding(ProblemCode.NOTHING_RECOGNISED), form)


def crowded_rows(sheet: Sheet, top: int) -> Iterator[tuple[int, int]]:
    """Give row and first filled column of what is no title above row `top`: it has more cells."""
    for row, cells in enumerate(sheet.rows[: max(top, 0)]):
        filled = [column for column, cell in enumerate(cells) if text_of(cell)]
        if len(filled) > _CELLS_OF_A_TITLE:
            yield row, filled[0]


def without_headings(sheet: Sheet, top: int, bottom: int, body: Body) -> tuple[Body, list[Finding]]:
    """Take out rows that repeat a heading, as the pages of a printed table do, and report them."""
    headings = set(sheet.rows[max(top, 0) : bottom + 1])
    if headings.isdisjoint(body.rows):
        return body, []
    repeated = {at for at, row in enumerate(body.rows) if row in headings}
    code = ProblemCode.ROW_SKIPPED
    found = [
        Finding(code, int(body.numbers[at]), 0, " ".join(filter(None, map(text_of, body.rows[at]))))
        for at in sorted(repeated)
    ]
    return body.where(at for at in range(len(body.rows)) if at not in repeated), found


def column_cells(rows: Sequence[Row], column: int | None) -> list[Cell]:
    """Give one column of some rows; what lies outside a row is blank."""
    if column is None:
        return [None] * len(rows)
    try:
        return list(map(itemgetter(column), rows))
    except IndexError:
        return [row[column] if column < len(row) else None for row in rows]


def score_values(cells: Iterable[Cell]) -> Floats:
    """Read a column of scores: what is not a score is nan."""
    return np.array(decoded(cells, _value_or_nan), dtype=np.float64)


def _value_or_nan(cell: Cell) -> float:
    value = score_of(cell)
    return value if isinstance(value, float) else np.nan


def score_finding(cell: Cell, row: int, column: int) -> Finding | None:
    """Say what is wrong with a cell that gave no score, None when it is blank."""
    code = score_of(cell)
    if not isinstance(code, ProblemCode):
        return None
    return Finding(code, row, column, text_of(cell), "0-100")


def interned(cells: Iterable[Raw], decode: Callable[[Raw], Value]) -> tuple[Ints, list[Value]]:
    """Decode a column into numbers and the distinct values they stand for."""
    values: list[Value] = []
    numbers: dict[Value, int] = {}

    def number_of(cell: Raw) -> int:
        value = decode(cell)
        if value not in numbers:
            numbers[value] = len(values)
            values.append(value)
        return numbers[value]

    return np.array(decoded(cells, number_of), dtype=np.int64), values
