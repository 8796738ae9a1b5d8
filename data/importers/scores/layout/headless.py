"""Reports that lost their headings: a column of labels and exactly one column of scores."""

from collections import Counter
from collections.abc import Sequence
from typing import Final

from data.containers.cell_columns import Column
from data.importers.scores.layout.tables import ScoreTable, titles_above
from data.importers.sheets.cells import score_of, text_of
from data.importers.sheets.head import SheetHead, is_label
from data.importers.sheets.readings import column_cells
from data.model.grid import Cell, Row
from data.model.records import Form

_FEWEST_SCORES: Final = 3


def headless_report(head: SheetHead) -> ScoreTable | None:
    """Find a report by its labels: three rows at least, and one column of scores beside them."""
    rows = head.filled
    labels = Counter(column for row in rows for column, cell in enumerate(row) if is_label(cell))
    if not labels or labels.most_common(1)[0][1] < _FEWEST_SCORES:
        return None
    label = labels.most_common(1)[0][0]
    own = [at for at, row in enumerate(rows) if len(row) > label and is_label(row[label])]
    scores = _scored_columns([rows[at] for at in own], label)
    if len(scores) != 1 or _is_headed(head.sheet.rows[: own[0]], scores[0]):
        return None
    fields = {label: "code", scores[0]: "score"}
    above = own[0] - 1
    titles = titles_above(head, above)
    return ScoreTable(Form.SCORES_REPORT, own[0], above, fields, headings={}, titles=titles)


def _scored_columns(rows: list[Row], label: int) -> list[int]:
    """Give the columns that hold scores beside labels, and not only the numbers of the rows."""
    scores = Counter(
        column
        for row in rows
        for column, cell in enumerate(row)
        if column != label and isinstance(score_of(cell), float)
    )
    return [
        column
        for column, count in scores.items()
        if count >= _FEWEST_SCORES and not _counts_rows(column_cells(rows, column))
    ]


def _counts_rows(cells: Column[Cell]) -> bool:
    """Say whether a column only numbers the rows: 1, 2, 3."""
    return [score_of(cell) for cell in cells] == list(range(1, len(cells) + 1))


def _is_headed(above: Sequence[Row], column: int) -> bool:
    """Say whether a column has a heading after all: one we do not know, so no scores."""
    cells = (row[column] for row in above if column < len(row))
    return any(text_of(cell) and not isinstance(score_of(cell), float) for cell in cells)
