"""Cells kept by column: each different one once, with its number in each row.

A sheet of a nation repeats a few thousand texts and numbers; what is asked of a column is asked of
each of them, once.
"""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from functools import cached_property
from itertools import count
from types import NoneType
from typing import Any, Final, Generic, TypeVar, overload

import numpy as np
import numpy.typing as npt
import pandas as pd

from data.model.grid import Cell, Row

Value = TypeVar("Value", bound=Hashable)
Answer = TypeVar("Answer")
Numbers = npt.NDArray[np.integer[Any]]
"""As few bytes each as the values need: a nation has a million rows."""
Places = npt.NDArray[np.integer[Any]]
Mask = npt.NDArray[np.bool_]
_Told = dict[Callable[[Value], Any], dict[int, Any]]

_ROWS_AT_ONCE: Final = 1_000


def _numbered(values: list[Value]) -> tuple[list[Value], Numbers]:
    known: defaultdict[Value, int] = defaultdict(count().__next__)
    numbers = list(map(known.__getitem__, values))
    return list(known), np.array(numbers, dtype=narrowest(len(known)))


def narrowest(count: int) -> npt.DTypeLike:
    """Give the narrowest type that numbers so many values."""
    return np.min_scalar_type(max(count - 1, 0))


def first_places(numbers: Numbers, count: int) -> Places:
    """Give where each number below `count` stands for the first time, in the order of the rows."""
    length = len(numbers)
    first = np.full(count, length, dtype=np.int32)
    # Of several rows with one number the last assignment stands, which is the first row.
    first[numbers[::-1]] = np.arange(length - 1, -1, -1, dtype=np.int32)
    return np.sort(first[first < length])


def runs(*columns: Numbers) -> tuple[Places, Numbers]:
    """Give the rows that differ from the one above, and how many are the same from there on.

    A nation one score a row has fifty rows of one agency below each other: asked about once.
    """
    begins = np.ones(len(columns[0]), dtype=np.bool_)
    begins[1:] = False
    for numbers in columns:
        begins[1:] |= numbers[1:] != numbers[:-1]
    places = np.flatnonzero(begins)
    return places, np.diff(places, append=len(begins))


def numbered(*columns: Numbers) -> tuple[Numbers, Places]:
    """Number the rows that differ in numbers from -1 on, and give the first one of each."""
    together = np.zeros(len(columns[0]), dtype=np.int64)
    for numbers in columns:
        together = together * (int(numbers.max(initial=0)) + 2) + numbers + 1
    of_row, found = pd.factorize(together)
    return of_row, first_places(of_row, len(found))


class Column(Sequence[Value], Generic[Value]):
    """The values of some rows: `values[numbers[at]]` is that of row `at`, and none is altered."""

    def __init__(
        self, values: Sequence[Value], numbers: Numbers, told: _Told[Value] | None = None
    ) -> None:
        """Give columns with the same values the same `told`: what was answered about each."""
        self._values = values
        self.numbers = numbers
        self._told: _Told[Value] = {} if told is None else told

    @classmethod
    def of(cls, values: Iterable[Value]) -> "Column[Value]":
        """Number the values; 1, 1.0 and True are equal and stay apart all the same."""
        listed = list(values)
        if len({*map(type, listed)} - {NoneType}) > 1:
            typed = _numbered([(type(value), value) for value in listed])
            return cls([value for _, value in typed[0]], typed[1])
        return cls(*_numbered(listed))

    @classmethod
    def same(cls, value: Value, length: int) -> "Column[Value]":
        """Give a column with one value in all of its rows."""
        return cls((value,), np.zeros(length, dtype=np.uint8))

    def __len__(self) -> int:
        return len(self.numbers)

    @overload
    def __getitem__(self, at: int) -> Value: ...
    @overload
    def __getitem__(self, at: slice) -> "Column[Value]": ...
    def __getitem__(self, at: int | slice) -> "Value | Column[Value]":
        if isinstance(at, slice):
            return self._with(self.numbers[at])
        return self._values[int(self.numbers[at])]

    def __iter__(self) -> Iterator[Value]:
        return map(self._values.__getitem__, self.numbers.tolist())

    def where(self, chosen: Mask | Places) -> "Column[Value]":
        """Keep the chosen rows."""
        return self._with(self.numbers[chosen])

    def repeated(self, times: int) -> "Column[Value]":
        """Put the column below itself, so often that it stands there `times`."""
        return self if times == 1 else self._with(np.tile(self.numbers, times))

    def _with(self, numbers: Numbers) -> "Column[Value]":
        return Column(self._values, numbers, self._told)

    @cached_property
    def _used(self) -> Numbers:
        """Give the numbers of the different values in the order in which they come."""
        return self.numbers[first_places(self.numbers, len(self._values))]

    @cached_property
    def distinct(self) -> list[Value]:
        """The different values, in the order in which they come."""
        return [self._values[at] for at in self._used.tolist()]

    @property
    def places(self) -> Places:
        """For each row the place of its value among the different ones."""
        return self.spread(np.arange(len(self._used)))

    def spread(self, answers: npt.NDArray[Any]) -> npt.NDArray[Any]:
        """Give each row the answer about its value, from those about the different ones."""
        if len(answers) and (answers == answers[0]).all():
            return np.full(len(self.numbers), answers[0], dtype=answers.dtype)
        of_number = np.zeros(len(self._values), dtype=answers.dtype)
        of_number[self._used] = answers
        return of_number[self.numbers]

    def told(self, ask: Callable[[Value], Answer]) -> list[Answer]:
        """Give what is answered of each different value; each of a sheet is asked about once."""
        known = self._told.setdefault(ask, {})
        used = self._used.tolist()
        for at in used:
            if at not in known:
                known[at] = ask(self._values[at])
        return [known[at] for at in used]

    def answers(self, ask: Callable[[Value], object], kind: npt.DTypeLike) -> npt.NDArray[Any]:
        """Give what is answered of each row."""
        return self.spread(np.array(self.told(ask), dtype=kind))


def _is_filled(cell: Cell) -> bool:
    return cell is not None and cell != ""


class Grid(Sequence[Row]):
    """The rows of a sheet, kept by column; all are equally long."""

    def __init__(self, columns: Sequence[Column[Cell]], height: int) -> None:
        self.columns = tuple(columns)
        self._height = height

    @property
    def width(self) -> int:
        """How many columns there are."""
        return len(self.columns)

    def __len__(self) -> int:
        return self._height

    @overload
    def __getitem__(self, at: int) -> Row: ...
    @overload
    def __getitem__(self, at: slice) -> "Grid": ...
    def __getitem__(self, at: int | slice) -> "Row | Grid":
        if isinstance(at, slice):
            kept = len(range(*at.indices(self._height)))
            return Grid([column[at] for column in self.columns], kept)
        if not -self._height <= at < self._height:
            raise IndexError(at)
        return tuple([column[at] for column in self.columns])

    def __iter__(self) -> Iterator[Row]:
        for start in range(0, self._height, _ROWS_AT_ONCE):
            part = self[start : start + _ROWS_AT_ONCE]
            yield from zip(*part.columns, strict=True) if self.columns else ((),) * len(part)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Sequence):
            return NotImplemented
        return len(self) == len(other) and all(map(tuple.__eq__, self, other))

    __hash__ = None  # type: ignore[assignment]

    def where(self, chosen: Mask | Places) -> "Grid":
        """Keep the chosen rows."""
        kept = int(chosen.sum()) if chosen.dtype == np.bool_ else len(chosen)
        return Grid([column.where(chosen) for column in self.columns], kept)

    def filled(self) -> Mask:
        """Tell which rows hold anything."""
        filled = np.zeros(self._height, dtype=np.bool_)
        for column in self.columns:
            if not filled.all():
                filled |= column.answers(_is_filled, np.bool_)
        return filled

    def equal_to(self, row: Row) -> Mask:
        """Tell which rows are the same as this one."""
        same = np.full(self._height, len(row) == self.width)
        for column, cell in zip(self.columns, row, strict=False):
            if not same.any():
                break
            equal = [value == cell for value in column.distinct]
            same &= column.spread(np.array(equal, dtype=np.bool_))
        return same
