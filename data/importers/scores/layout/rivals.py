"""Columns that could be the scores as well as those that are read, and codes of two meanings."""

from collections.abc import Iterator, Sequence
from itertools import chain
from typing import Final

import numpy as np

from data.containers.cell_columns import Column
from data.importers.scores.layout.meanings import AGENCY_SCORES
from data.importers.scores.layout.tables import ScoreTable
from data.importers.sheets.cells import text_of
from data.importers.sheets.opening import Row, Sheet, column_letters
from data.importers.sheets.readings import (
    Body,
    Finding,
    body_of,
    column_cells,
    is_faulty_score,
    score_values,
)
from data.importers.spelling.folding import bare, is_no_score, is_part, is_subtotal
from data.importers.spelling.identity_words import identity_words
from data.importers.spelling.labels import code_of, is_sub_indicator, is_year
from data.model.grid import Cell
from data.model.identity import Doubt
from data.model.problems import ProblemCode
from data.model.records import Form

_INDICATORS: Final = 10
_SHORT_TABLE: Final = 60
_FEWEST: Final = 3


def column_doubts(sheet: Sheet, table: ScoreTable) -> Iterator[Finding]:
    """Ask where another column may be the score, or codes may be items as well as indicators."""
    read = [*table.value_columns, *table.year_columns]
    # Beside agencies with a column each their average is no agency.
    sideways = table.column(AGENCY_SCORES) is not None
    unread = [
        column
        for column in range(sheet.width)
        if table.fields.get(column) in {None, "score"}
        and column not in read
        and not _is_beside(table.headings.get(column, ""))
        and not (sideways and is_subtotal(table.headings.get(column, "")))
    ]
    if unread:
        yield from _rivals(body_of(sheet, table.bottom), table, read, unread)
    if table.form is Form.SCORES_AGENCIES:
        yield from _ten_items(table)
    else:
        yield from _items_or_indicators(sheet, table)


def _rivals(body: Body, table: ScoreTable, read: list[int], unread: list[int]) -> Iterator[Finding]:
    scored = np.zeros(len(body.numbers), dtype=np.bool_)
    for column in read:
        scored |= ~np.isnan(score_values(body.cells(column)))
    kept = " | ".join(table.headings.get(column) or column_letters(column) for column in read[:3])
    for column in unread:
        if _could_be_scores(body.cells(column).where(scored)):
            letters = column_letters(column)
            value = f"{table.headings.get(column) or letters} ({letters}) | {kept}"
            place, doubt = (max(table.bottom, 0), column), Doubt.RIVAL_COLUMNS.value
            yield Finding(ProblemCode.ASK_KIND, *place, value, doubt)


def _is_beside(heading: str) -> bool:
    if is_no_score(heading) or is_part(heading) or is_sub_indicator(heading):
        return True
    return bare(heading).startswith(identity_words().beside)


def _could_be_scores(cells: Column[Cell]) -> bool:
    """Tell whether most of the cells beside scores hold numbers of 0-100 that count no rows."""
    values = score_values(cells)
    numbers = values[~np.isnan(values)]
    if (
        not len(numbers)
        or any(map(is_faulty_score, cells.distinct))
        or 2 * len(numbers) < len(cells)
    ):
        return False
    return len(numbers) == 1 or bool((numbers != np.arange(1, len(numbers) + 1)).any())


def _items_or_indicators(sheet: Sheet, table: ScoreTable) -> Iterator[Finding]:
    """Ask about the labels of a short table: bare numbers of questions, or i1 to i10."""
    first = sheet.rows[table.bottom + 1 : table.bottom + 1 + _SHORT_TABLE]
    codes = table.columns("code")
    for column in codes[:1]:
        heading = table.headings.get(column, "")
        named = _labels(first, column)
        numbers = [label for label in named if label.isdigit() and not is_year(label)]
        counted = bare(heading) in identity_words().questions and len(numbers) >= _FEWEST
        # "1 | the name of indicator 1": what stands beside the number says what it counts.
        counted = counted and not any(
            map(code_of, chain(*(_labels(first, at) for at in codes[1:])))
        )
        if counted or _are_ten_items(named):
            value = f"{heading} {named[0]}–{named[-1]}".strip()
            yield _two_meanings(max(table.bottom, 0), column, value)


def _labels(rows: Sequence[Row], column: int) -> list[str]:
    labels = (bare(text_of(cell)) for cell in column_cells(rows, column))
    return [label for label in labels if label]


def _ten_items(table: ScoreTable) -> Iterator[Finding]:
    items = [(at, name) for at, name in table.score_columns.items() if name[:1] in set("ieo")]
    names = [name for _, name in items]
    if _are_ten_items(names):
        yield _two_meanings(max(table.bottom, 0), items[0][0], f"{names[0]}–{names[-1]}")


def _are_ten_items(names: list[str]) -> bool:
    """Tell whether codes are i1 to i10: as many as there are indicators, and no other item."""
    items = [name for name in names if name[:1] in set("ieo") and name[1:].isdigit()]
    return items == [f"i{number}" for number in range(1, _INDICATORS + 1)]


def _two_meanings(row: int, column: int, value: str) -> Finding:
    return Finding(ProblemCode.ASK_KIND, row, column, value, Doubt.ITEMS_OR_INDICATORS.value)
