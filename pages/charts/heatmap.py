"""All indicators and years at a glance: a coloured table with the change in its last column."""

from collections import Counter
from collections.abc import Sequence
from operator import itemgetter
from typing import Any, Final

import pandas as pd

from data.analysis.levels import exact
from data.analysis.score_steps import score_steps
from data.documents.pictures.labels import columns_in, escaped, label
from data.framework import Framework
from data.words import charts as words
from data.words import palette
from data.words.numbers import aim
from pages.charts import canvas
from pages.charts import heatmap_cells as cells
from pages.charts.frames import (
    and_more,
    instruments_of,
    marks_of,
    meanings,
    required,
    span,
    years_of,
)
from queries.frames import records_of

MOST_YEARS: Final = 5
"""More columns of numbers than these cannot be read on a phone."""
Row = dict[str, Any]
_ROW = 35
_LEFT = 130


def indicator_heatmap(
    scores: pd.DataFrame, changes: pd.DataFrame, described: Framework
) -> canvas.Chart:
    """Draw scores of indicators over years, grouped by instrument, with the newest change.

    Args:
        scores: indicator, name, instrument, year, score, mark; scores 0-100.
        changes: indicator, name, instrument, from_year, to_year, change, broken, reading.
        described: the newest year: its target, levels and instruments.

    Raises:
        ValueError: If there is no row of scores.
    """
    required(scores)
    shown = _shown(scores)
    rows, heads = _rows(shown)
    years = years_of(shown)
    newest = _newest(changes)
    shape = (len(rows) + len(heads), len(years) + (2 if newest else 0))
    table = _table(shown, newest, rows, years, described)
    edges = cells.edges(len(years), shape[1])
    traces = [
        cells.grid(table, shape, edges),
        cells.numbers(table, edges, _size(edges)),
    ]
    layout = _axes(edges, [str(year) for year in years] + _change_head(newest), shape[0]) | {
        "annotations": _row_texts(shown, rows, heads, described)
    }
    room = canvas.Room(shape[0] * _ROW, left=_LEFT, above=36, below=8)
    heading = _heading(scores, changes, described)
    return canvas.figure(traces, layout, heading, room)


def indicator_heatmap_takeaway(
    scores: pd.DataFrame, changes: pd.DataFrame, described: Framework
) -> str:
    """Say how many indicators of the newest year reach the target, and how many moved."""
    year = years_of(scores)[-1]
    newest = [row for row in records_of(scores) if row["year"] == year]
    known = [row for row in newest if not pd.isna(row["score"])]
    parts = [_reached(known, len(newest), words.YEAR.format(year=year), described)]
    if 0 < len(known) < len(newest):
        parts.append(words.HEATMAP_INCOMPLETE.format(known=len(known), expected=len(newest)))
    if known:
        parts += _moved(_newest(changes))
    return words.JOIN.join(parts)


def indicator_heatmap_alt(scores: pd.DataFrame, changes: pd.DataFrame, described: Framework) -> str:
    """Describe the heatmap in one sentence for those who do not see it."""
    years, lowest = years_of(scores), ""
    newest = (row for row in records_of(scores) if row["year"] == years[-1])
    known = [row for row in newest if not pd.isna(row["score"])]
    if len(known) > 1:
        least = min(row["score"] for row in known)
        names = [row["name"] for row in known if row["score"] == least]
        lowest = words.LOWEST.format(name=and_more(names), score=f"{least:.2f}")
    return words.HEATMAP_ALT.format(
        indicators=scores["indicator"].nunique(),
        years=span(years),
        takeaway=indicator_heatmap_takeaway(scores, changes, described),
        lowest=lowest,
    ).strip()


def _reached(known: Sequence[Row], expected: int, year: str, described: Framework) -> str:
    """Say how many reach the target; "all" and "none" only where every score is known."""
    if not known:
        return words.HEATMAP_NO_SCORE.format(year=year)
    reached = sum(exact(row["score"]) >= described.target_of(row["indicator"]) for row in known)
    if len(known) < expected:
        sentence = words.HEATMAP_KNOWN
    elif reached == len(known):
        sentence = words.HEATMAP_ALL
    else:
        sentence = words.HEATMAP_TITLE if reached else words.HEATMAP_NONE
    return sentence.format(year=year, aim=aim(described.targets), reached=reached, known=len(known))


def _moved(newest: Sequence[Row]) -> list[str]:
    if not newest:
        return []
    from_year = newest[0]["from_year"]
    comparable = [row for row in newest if not row["broken"] and not pd.isna(row["change"])]
    if not comparable:
        return [words.HEATMAP_NOT_COMPARABLE.format(from_year=from_year)]
    readings = Counter(row["reading"] for row in comparable)
    parts = [
        word.format(n=readings[reading])
        for reading, word in words.CHANGE_WORDS.items()
        if reading in readings
    ]
    if len(comparable) < len(newest):
        parts.append(words.CHANGE_UNKNOWN.format(n=len(newest) - len(comparable)))
    return [words.HEATMAP_CHANGES.format(from_year=from_year, parts=" ".join(parts))]


def _newest(changes: pd.DataFrame) -> list[Row]:
    """Keep the changes of the newest pair of years."""
    rows = records_of(changes)
    pair = max(((row["to_year"], row["from_year"]) for row in rows), default=None)
    return [row for row in rows if (row["to_year"], row["from_year"]) == pair]


def _shown(scores: pd.DataFrame) -> pd.DataFrame:
    newest: pd.DataFrame = scores[scores["year"].isin(years_of(scores)[-MOST_YEARS:])]
    return newest


def _rows(scores: pd.DataFrame) -> tuple[dict[int, int], dict[str, int]]:
    """Number the lines of the table: a head per instrument, its indicators below."""
    rows: dict[int, int] = {}
    heads: dict[str, int] = {}
    members = sorted(set(zip(scores["indicator"], scores["instrument"], strict=True)))
    for instrument in instruments_of(scores):
        heads[instrument] = len(rows) + len(heads)
        for indicator, of_instrument in members:
            if of_instrument == instrument:
                rows[indicator] = len(rows) + len(heads)
    return rows, heads


def _axes(edges: list[float], heads: list[str], rows: int) -> dict[str, object]:
    places = [cells.middle(edges, column) for column in range(len(edges) - 1)]
    if len(places) > len(heads):
        del places[-2]
    top = {
        "tickvals": places,
        "ticktext": heads,
        "side": "top",
        "tickangle": 0,
        "range": [0, edges[-1]],
    }
    down = {"visible": False, "range": [rows, 0]}
    return {"xaxis": {**canvas.AXIS, **top}, "yaxis": {**canvas.AXIS, **down}}


def _size(edges: list[float]) -> int:
    """Choose the largest font in which 100.00 fits a column on a phone."""
    column = (canvas.NARROWEST - _LEFT - canvas.EDGE) / edges[-1]
    return min(13, int(column / (len("100.00") * 0.57)))


def _change_head(newest: Sequence[Row]) -> list[str]:
    return [words.CHANGE_COLUMN.format(from_year=row["from_year"]) for row in newest[:1]]


def _table(
    scores: pd.DataFrame,
    newest: Sequence[Row],
    rows: dict[int, int],
    years: list[int],
    described: Framework,
) -> list[cells.Cell]:
    table = [
        cells.score_cell(
            row,
            (rows[row["indicator"]], years.index(row["year"])),
            score_steps(described, row["indicator"]),
        )
        for row in records_of(scores)
    ]
    # The change stands behind the years and a gap.
    return table + [
        cells.change_cell(row, (rows[row["indicator"]], len(years) + 1))
        for row in newest
        if row["indicator"] in rows
    ]


def _row_texts(
    scores: pd.DataFrame, rows: dict[int, int], heads: dict[str, int], described: Framework
) -> list[dict[str, object]]:
    by_year = sorted(records_of(scores), key=itemgetter("year"))
    names = {row["indicator"]: row["name"] for row in by_year}
    width = columns_in(_LEFT - 2 * canvas.EDGE, canvas.SMALL)
    texts = [
        (rows[indicator] + 0.5, label(f"{indicator} {name}", width, 2))
        for indicator, name in names.items()
    ]
    texts += [(row + 0.62, _head(instrument, described)) for instrument, row in heads.items()]
    return canvas.row_labels(texts, _LEFT)


def _head(code: str, described: Framework) -> str:
    instrument = described.instrument(code)
    title = f"{code} {instrument.respondents}" if instrument else code
    return f"{canvas.coloured(palette.instrument_mark(code))} <b>{escaped(title)}</b>"


def _legend(newest: Sequence[Row], described: Framework) -> tuple[canvas.Key, ...]:
    """Say what the colours mean."""
    keys = [canvas.Key(words.LEGEND_SCORES, is_title=True)]
    steps = words.step_names(described).items()
    keys += [canvas.Key(name, palette.STEP_FILLS[step]) for step, name in steps]
    if newest:
        keys.append(canvas.Key(words.LEGEND_CHANGES, is_title=True))
        changes = palette.CHANGE_FILLS.items()
        keys += [canvas.Key(words.CHANGES[reading], fill) for reading, fill in changes]
    return tuple(keys)


def _heading(scores: pd.DataFrame, changes: pd.DataFrame, described: Framework) -> canvas.Heading:
    newest = _newest(changes)
    shown, years = _shown(scores), years_of(scores)
    marks = marks_of(shown) | ({"b"} if any(row["broken"] for row in newest) else set())
    notes = [meanings(marks)]
    if len(years) > MOST_YEARS:
        notes.append(words.HEATMAP_NEWEST.format(shown=MOST_YEARS, years=len(years)))
    return canvas.Heading(
        indicator_heatmap_takeaway(scores, changes, described),
        words.HEATMAP_SUBTITLE.format(years=span(years_of(shown))),
        tuple(note for note in notes if note),
        _legend(newest, described),
    )
