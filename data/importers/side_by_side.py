"""Tables of scores that stand beside each other on one sheet, under the same headings."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from data.importers.recognised import Recognised
from data.importers.scores.layout.columns import MAY_REPEAT
from data.importers.scores.layout.tables import ScoreTable
from data.importers.sheets.cells import text_of
from data.importers.spelling.folding import bare
from data.model.grid import Row, Sheet, column_letters

_MOST_ROWS: Final = 5_000


def tables_beside(recognised: Recognised) -> tuple[Sheet, ...]:
    """Give each table as a sheet of its own, whose cells keep their addresses.

    There are none unless a column means what one before it does, and all headings stand there once
    for each table: own scores beside a neighbour's, one year beside another.
    """
    table, sheet = recognised.layout, recognised.sheet
    if not isinstance(table, ScoreTable) or table.bottom < 0 or len(sheet.rows) > _MOST_ROWS:
        return ()
    means = Counter(name for name in table.fields.values() if name not in MAY_REPEAT)
    if max(means.values(), default=0) < 2:
        return ()
    texts = enumerate(map(text_of, sheet.rows[table.bottom]))
    headed = {at: bare(text) for at, text in texts if text}
    begins = [list(headed)[at] for at in _repeats(list(headed.values()))]
    ends = [begin - 1 for begin in begins[1:]] + [sheet.width - 1] * bool(begins)
    return tuple(
        _alone(sheet, table, (begin, end), begins) for begin, end in zip(begins, ends, strict=True)
    )


def _repeats(headings: Sequence[str]) -> range:
    """Give where each run of the same headings begins; nowhere if they are not all in such runs."""
    for length in range(2, len(headings) // 2 + 1):
        if len(headings) % length == 0 and headings[length:] == headings[:-length]:
            return range(0, len(headings), length)
    return range(0)


def _alone(sheet: Sheet, table: ScoreTable, own: tuple[int, int], begins: Sequence[int]) -> Sheet:
    begin, end = own
    others = {at for at in range(sheet.width) if not begin <= at <= end}
    rows = tuple(_cells(sheet.rows, table.bottom, others, begins))
    merged = tuple(area for area in sheet.merged if area[1] not in others or area[0] < table.bottom)
    name = f"{sheet.name} {column_letters(begin)}:{column_letters(end)}"
    return replace(sheet, name=name, rows=rows, merged=merged)


def _cells(
    rows: Sequence[Row], bottom: int, others: set[int], begins: Sequence[int]
) -> Iterator[Row]:
    """Give the rows without the cells of the other tables; a title alone in its row is of all."""
    for at, row in enumerate(rows):
        filled = [column for column, cell in enumerate(row) if text_of(cell)]
        is_title = at < bottom and len(filled) == 1 and filled[0] < begins[1]
        yield (
            row
            if is_title
            else tuple(None if column in others else cell for column, cell in enumerate(row))
        )
