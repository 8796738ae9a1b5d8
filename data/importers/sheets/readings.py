"""Scores as they are read, before they are checked: columns of numbers, fast at any size."""

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import reduce
from itertools import compress
from operator import itemgetter
from typing import Any, Final, NamedTuple, TypeVar

import numpy as np
import numpy.typing as npt

from data.containers.cell_columns import Column, Grid
from data.importers.sheets.cells import score_of, text_of
from data.model.grid import Cell, Row, Sheet
from data.model.problems import Problem, ProblemCode
from data.model.records import Form, Import

WHOLE_SHEET: Final = -1
_CELLS_OF_A_TITLE: Final = 3
HOME: Final = ""

Ints = npt.NDArray[np.integer[Any]]
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

    def keys(self, codes: int) -> Ints:
        """Give a number for each entry that those of one unit and one of so many codes share."""
        return self.unit * np.int64(codes) + self.code

    def where(self, chosen: npt.NDArray[np.bool_]) -> "Scores":
        """Keep the chosen entries."""
        if chosen.all():
            return self
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
    rows: Sequence[Row]
    filled: Sequence[Row]

    def cells(self, column: int | None) -> Column[Cell]:
        """Give one column of scores: a merged value counts once."""
        return column_cells(self.rows, column)

    def labels(self, column: int | None) -> Column[Cell]:
        """Give one column of labels: a merged name stands for all its rows."""
        return column_cells(self.filled, column)

    def cell(self, at: int, column: int) -> Cell:
        """Give one cell of a row counted from 0 within the body."""
        row = self.rows[at]
        return row[column] if column < len(row) else None

    def where(self, chosen: Mask) -> "Body":
        """Keep the chosen rows."""
        if chosen.all():
            return self
        rows = _chosen(self.rows, chosen)
        filled = rows if self.filled is self.rows else _chosen(self.filled, chosen)
        return Body(self.numbers[chosen], rows, filled)


def _chosen(rows: Sequence[Row], chosen: Mask) -> Sequence[Row]:
    return rows.where(chosen) if isinstance(rows, Grid) else list(compress(rows, chosen.tolist()))


def body_of(sheet: Sheet, bottom: int) -> Body:
    """Give the rows with content below row `bottom`."""
    below = sheet.rows[bottom + 1 :]
    merged = any(last > bottom for _, _, last, _ in sheet.merged)
    filled = sheet.unmerged().rows[bottom + 1 :] if merged else below
    numbers = np.arange(bottom + 1, bottom + 1 + len(below), dtype=np.int32)
    return Body(numbers, below, filled).where(_with_content(below))


def _with_content(rows: Sequence[Row]) -> Mask:
    if isinstance(rows, Grid):
        return rows.filled()
    filled = np.fromiter(map(any, rows), dtype=np.bool_, count=len(rows))
    for at in np.flatnonzero(~filled).tolist():
        # `any` is the fast answer; a row of zeros alone has content too.
        filled[at] = rows[at].count(None) + rows[at].count("") < len(rows[at])
    return filled


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
    repeated = _equal_rows(body.rows, set(sheet.rows[max(top, 0) : bottom + 1]))
    code = ProblemCode.ROW_SKIPPED
    found = [
        Finding(code, int(body.numbers[at]), 0, " ".join(filter(None, map(text_of, body.rows[at]))))
        for at in np.flatnonzero(repeated).tolist()
    ]
    return body.where(~repeated), found


def _equal_rows(rows: Sequence[Row], wanted: set[Row]) -> Mask:
    if isinstance(rows, Grid):
        masks = map(rows.equal_to, wanted)
        return reduce(np.logical_or, masks, np.zeros(len(rows), dtype=np.bool_))
    return np.fromiter(map(wanted.__contains__, rows), dtype=np.bool_, count=len(rows))


def column_cells(rows: Sequence[Row], column: int | None) -> Column[Cell]:
    """Give one column of some rows; what lies outside a row is blank."""
    if column is None or (isinstance(rows, Grid) and column >= rows.width):
        return Column.same(None, len(rows))
    if isinstance(rows, Grid):
        return rows.columns[column]
    return Column.of(row[column] if column < len(row) else None for row in rows)


def cells_by_column(
    sheet: Sheet, rows: Ints, columns: Ints
) -> Iterator[tuple[int, Ints, Column[Cell]]]:
    """Give the cells at some places: each column, which of the places are in it, its cells."""
    for column in np.flatnonzero(np.bincount(columns)).tolist():
        own = np.flatnonzero(columns == column)
        yield column, own, column_cells(sheet.rows, column).where(rows[own])


def score_values(cells: Column[Cell]) -> Floats:
    """Read a column of scores: what is not a score is nan."""
    return cells.answers(_value_or_nan, np.float64)


def _value_or_nan(cell: Cell) -> float:
    value = score_of(cell)
    return value if isinstance(value, float) else np.nan


def is_faulty_score(cell: Cell) -> bool:
    """Say whether a cell is neither a score nor blank."""
    return isinstance(score_of(cell), ProblemCode)


def score_finding(cell: Cell, row: int, column: int) -> Finding:
    """Say what is wrong with a cell that is a faulty score."""
    return Finding(ProblemCode(str(score_of(cell))), row, column, text_of(cell), "0-100")


def interned(cells: Column[Raw], decode: Callable[[Raw], Value]) -> tuple[Ints, list[Value]]:
    """Decode a column into numbers and the distinct values they stand for."""
    decoded = cells.told(decode)
    numbers = {value: at for at, value in enumerate(dict.fromkeys(decoded))}
    number_of = np.array([numbers[value] for value in decoded], dtype=np.int32)
    return cells.spread(number_of), list(numbers)
