"""Tables whose rows are labelled with what is scored: one value column, or one for each year."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final, NamedTuple

import numpy as np
import numpy.typing as npt

from data.containers.cell_columns import Column
from data.importers.scores.layout.tables import ScoreTable
from data.importers.scores.published_levels import levels_in
from data.importers.sheets.cells import text_of
from data.importers.sheets.opening import Cell
from data.importers.sheets.readings import (
    NO_LEVELS,
    Body,
    Finding,
    Ints,
    Levels,
    Scores,
    interned,
    is_faulty_score,
    score_finding,
    score_values,
)
from data.importers.spelling.folding import bare, is_part, is_subtotal, words
from data.importers.spelling.labels import TOTAL, is_sub_indicator, row_code
from data.model.problems import ProblemCode

IGNORED: Final = "ignored"


@dataclass(frozen=True, slots=True)
class ValueColumn:
    """A column of values: the unit of each row, and the column of levels beside it."""

    column: int
    unit: Ints
    level_column: int | None = None


@dataclass(frozen=True, slots=True)
class Labelled:
    """The rows of a body and what their labels say: `code` is -1 where they say nothing."""

    body: Body
    codes: tuple[str, ...]
    code: Ints
    is_level: npt.NDArray[np.bool_]


class _Label(NamedTuple):
    """What the label cells of a row say: a code, that a level follows, or nothing at all."""

    code: str | None = None
    is_level: bool = False
    is_blank: bool = False


def labelled(table: ScoreTable, body: Body, years: tuple[int, ...]) -> Labelled:
    """Read the label cells of each row."""
    columns = [body.labels(column) for column in table.columns("code")]
    if len(columns) == 1:
        numbers, labels = interned(columns[0], lambda cell: _label((cell,), years, table.said))
    else:
        together = Column.of(zip(*columns, strict=True))
        numbers, labels = interned(together, lambda cells: _label(cells, years, table.said))
    blank = np.array([label.is_blank for label in labels], dtype=np.bool_)
    for at in np.flatnonzero(blank[numbers]):
        labels.append(_label(_elsewhere(table, body, int(at)), years, table.said))
        numbers[at] = len(labels) - 1
    codes = tuple(dict.fromkeys([label.code for label in labels if label.code]))
    ids = [codes.index(label.code) if label.code else -1 for label in labels]
    levels = [label.is_level for label in labels]
    return Labelled(
        body,
        codes,
        np.array(ids, dtype=np.int16)[numbers],
        np.array(levels, dtype=np.bool_)[numbers],
    )


def _elsewhere(table: ScoreTable, body: Body, at: int) -> tuple[Cell, ...]:
    """Give the texts of a row without a label: a total often stands in the column of numbers."""
    return tuple(
        cell
        for column, cell in enumerate(body.rows[at])
        if table.fields.get(column, "ignored") == "ignored"
        and isinstance(cell, str)
        and not bare(cell).isdigit()
    )


def _label(cells: tuple[Cell, ...], years: tuple[int, ...], said: Mapping[str, str]) -> _Label:
    if any(map(_is_level_label, cells)):
        return _Label(is_level=True)
    texts = list(map(text_of, cells))
    if decided := said.get(bare(" ".join(texts))):
        return _Label(None if decided == IGNORED else decided)
    return _Label(row_code(texts, years), is_blank=not any(texts))


def _is_level_label(cell: Cell) -> bool:
    return words().columns.get(bare(text_of(cell))) == "level"


def value_scores(
    rows: Labelled, value: ValueColumn, provisional: npt.NDArray[np.bool_]
) -> tuple[Scores, list[Finding]]:
    """Read one column of values; a cell without a score says why, a blank one nothing."""
    cells = rows.body.cells(value.column)
    values = score_values(cells)
    missing = np.isnan(values)
    usable = (rows.code >= 0) & (value.unit >= 0)
    places = np.flatnonzero(missing & (rows.code >= 0))
    wrong = places[cells.where(places).answers(is_faulty_score, np.bool_)]
    findings = [
        score_finding(cells[at], int(rows.body.numbers[at]), value.column) for at in wrong.tolist()
    ]
    column = np.full(len(values), value.column, dtype=np.int16)
    every = Scores(rows.body.numbers, column, value.unit, rows.code, values, provisional)
    return every.where(usable & ~missing), findings


def value_levels(
    rows: Labelled, value: ValueColumn, *, any_row: bool
) -> tuple[Levels, list[Finding]]:
    """Read the levels of one column of values: rows of levels, and the level column beside it.

    The level beside the total is the agency's; `any_row` takes the others where it has none.
    """
    known = value.unit >= 0
    parts = [_levels(rows, value.column, value.unit, rows.is_level & known)]
    if value.level_column is not None:
        total = rows.codes.index(TOTAL) if TOTAL in rows.codes else None
        beside = known & ((rows.code == total) if total is not None else np.False_)
        of_total = _levels(rows, value.level_column, value.unit, beside)
        if any_row and not of_total[0].text:
            of_total = _levels(rows, value.level_column, value.unit, known)
        parts.append(of_total)
    findings = [finding for _, findings in parts for finding in findings]
    return Levels.joined([levels for levels, _ in parts]), findings


def _levels(
    rows: Labelled, column: int, unit: Ints, chosen: npt.NDArray[np.bool_]
) -> tuple[Levels, list[Finding]]:
    places = np.flatnonzero(chosen)
    if not len(places):
        return NO_LEVELS, []
    own = rows.body.cells(column).where(places)
    return levels_in(own, rows.body.numbers[places], column, unit[places])


def unlabelled(table: ScoreTable, rows: Labelled, columns: list[int]) -> Iterator[Finding]:
    """Name each row with a value whose label says nothing that is scored."""
    label_columns = table.columns("code")
    for at in np.flatnonzero((rows.code < 0) & ~rows.is_level).tolist():
        row = rows.body.filled[at]
        texts = [text_of(row[column]) for column in label_columns if column < len(row)]
        label = " ".join(text for text in texts if text)
        valued = any(text_of(rows.body.cell(at, column)) for column in columns)
        skipped = (
            not valued or bare(label) in table.said or any(map(_is_faulty_score_of_its_own, texts))
        )
        code = ProblemCode.ROW_SKIPPED if skipped else ProblemCode.UNKNOWN_INDICATOR
        quoted = label or " ".join(filter(None, map(text_of, row)))
        yield Finding(code, int(rows.body.numbers[at]), label_columns[0], quoted)


def _is_faulty_score_of_its_own(label: str) -> bool:
    return is_subtotal(label) or is_part(label) or is_sub_indicator(label)
