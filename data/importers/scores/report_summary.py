"""What a report says above its table: the total, the instruments, the level."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from data.framework import framework, years
from data.importers.scores.layout.tables import ScoreTable
from data.importers.sheets.cells import score_of, text_of
from data.importers.sheets.opening import Row, Sheet
from data.importers.sheets.printed_text import numbers_apart
from data.importers.sheets.readings import Levels, Scores
from data.importers.spelling.folding import bare, words
from data.importers.spelling.labels import code_of, level_of
from data.importers.spelling.level_names import level_names
from data.model.records import ScoreLevel


@dataclass(frozen=True, slots=True)
class Summary:
    """One value above a table: `code` is None for a published level."""

    row: int
    column: int
    code: str | None
    value: float | str


def summaries(sheet: Sheet, table: ScoreTable) -> list[Summary]:
    """Find the wholes with their scores, and the level, in the rows above the headings."""
    return [
        summary
        for number, row in enumerate(sheet.rows[: max(table.top, 0)])
        for summary in _of_row(number, row)
    ]


def _of_row(number: int, row: Row) -> Iterator[Summary]:
    filled = [(column, cell) for column, cell in enumerate(row) if text_of(cell)]
    beside = [(text_of(label), column, cell) for (_, label), (column, cell) in pairwise(filled)]
    inside = [
        (parts[0], column, parts[1])
        for column, cell in filled
        if len(parts := numbers_apart(text_of(cell))) == 2
    ]
    for label, column, value in [*beside, *inside]:
        code, score = code_of(label), score_of(value)
        if code and _is_whole(code) and isinstance(score, float) and not _is_weight(code, score):
            yield Summary(number, column, code, score)
    for at, (column, cell) in enumerate(filled):
        before = text_of(filled[at - 1][1]) if at else ""
        level = _level(before, text_of(cell))
        if level:
            yield Summary(number, column, None, level)


def _is_weight(code: str, number: float) -> bool:
    """Say whether a number beside an instrument is only its share of the total."""
    instrument = framework(max(years())).instrument(code)
    return instrument is not None and number == float(instrument.weight) * 100


def _level(before: str, text: str) -> str | None:
    """Read a level behind its heading, in the same cell or in the one before."""
    headings = [word for word, field in words().columns.items() if field == "level"]
    plain = bare(text)
    names = level_names()
    if plain in names and bare(before) in headings:
        return names[plain]
    behind = (plain.removeprefix(heading) for heading in headings if plain.startswith(heading))
    return next((names[rest] for rest in behind if rest in names), None)


def summary_scores(
    above: Sequence[Summary], unit: int, codes: tuple[str, ...], *, provisional: bool
) -> Scores:
    """Give the scores among them as those of one unit."""
    scores = [one for one in above if one.code]
    return Scores(
        row=np.array([one.row for one in scores], dtype=np.int64),
        column=np.array([one.column for one in scores], dtype=np.int64),
        unit=np.full(len(scores), unit),
        code=np.array([codes.index(str(one.code)) for one in scores], dtype=np.int64),
        value=np.array([one.value for one in scores], dtype=np.float64),
        provisional=np.full(len(scores), provisional),
    )


def summary_levels(above: Sequence[Summary], unit: int) -> Levels:
    """Give the published levels among them as those of one unit."""
    levels = [one for one in above if one.code is None]
    return Levels(
        np.array([one.row for one in levels], dtype=np.int64),
        np.array([one.column for one in levels], dtype=np.int64),
        np.full(len(levels), unit),
        [str(one.value) for one in levels],
    )


def _is_whole(code: str) -> bool:
    return level_of(code) in {ScoreLevel.TOTAL, ScoreLevel.INSTRUMENT}
