"""Development over years: one small panel per indicator, all on one vertical scale."""

from dataclasses import replace
from itertools import pairwise
from typing import Any

import pandas as pd

from data.framework import Framework
from data.words import charts as words
from data.words.numbers import aim, signed
from pages.charts import canvas
from pages.charts import trend_panels as panels
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


def indicator_small_multiples(
    scores: pd.DataFrame,
    national: pd.DataFrame,
    described: Framework,
    *,
    breaks: panels.Breaks,
) -> canvas.Chart:
    """Draw each indicator's scores over the years beside the national average.

    Args:
        scores: indicator, name, instrument, year, score, mark; scores 0-100.
        national: year, code (the indicator's number as text), value; may be empty.
        described: the newest year, with the score each indicator is to reach.
        breaks: pairs of following years that cannot be compared.

    Raises:
        ValueError: If there is no row of scores.
    """
    required(scores)
    rows = records_of(scores.sort_values("year"))
    shown = panels.panels_of(rows, national)
    years = years_of(scores)
    low = panels.lowest(shown, described)
    lines = -(-len(shown) // panels.ACROSS)
    layout: dict[str, Any] = {"shapes": [], "annotations": []}
    traces: list[dict[str, object]] = []
    for panel in shown:
        layout |= panels.axes(panel, years, low, described, lines)
        layout["shapes"] += panels.rules(panel, breaks, years)
        layout["annotations"].append(panels.title(panel, lines))
        target = float(described.target_of(panel.indicator))
        traces += panels.traces(panel, breaks, (low, target))
    if len(shown) == 1:
        layout["xaxis"]["domain"] = [0, 1]
    legend = canvas.instrument_keys(instruments_of(scores))
    if any(panel.national for panel in shown):
        legend += (canvas.Key(words.TRENDS_LEGEND),)
    heading = replace(_heading(scores, breaks, low, described), legend=legend)
    room = canvas.Room(lines * panels.HEIGHT, left=panels.LEFT)
    return canvas.figure(traces, layout, heading, room)


def indicator_small_multiples_takeaway(scores: pd.DataFrame, *, breaks: panels.Breaks) -> str:
    """Name the largest rise and fall between the two newest years, if these compare at all."""
    years = years_of(scores)
    known = scores.dropna(subset="score")
    if known.empty:
        return words.TRENDS_NO_SCORE
    if known["year"].nunique() == 1:
        return words.TRENDS_ONE_YEAR.format(year=known["year"].iloc[0])
    pair = {"from_year": years[-2], "to_year": years[-1]}
    if (years[-2], years[-1]) in breaks:
        return words.TRENDS_BROKEN.format(**pair)
    moves = _moves(known, years[-2], years[-1])
    if not moves:
        return words.TRENDS_NO_PAIR.format(**pair)
    parts = _extremes(moves)
    if not parts:
        return words.TRENDS_EQUAL.format(**pair, known=len(moves))
    return words.TRENDS_PAIR.format(**pair, parts=words.JOIN.join(parts))


def indicator_small_multiples_alt(scores: pd.DataFrame, *, breaks: panels.Breaks) -> str:
    """Describe the panels in one sentence for those who do not see them."""
    return words.TRENDS_ALT.format(
        indicators=scores["indicator"].nunique(),
        years=span(years_of(scores)),
        takeaway=indicator_small_multiples_takeaway(scores, breaks=breaks),
    )


def _moves(known: pd.DataFrame, from_year: int, to_year: int) -> list[tuple[str, float]]:
    """Give name and change of each indicator that has a score in both years."""
    rows = sorted(records_of(known), key=lambda row: row["indicator"])
    before, after = (
        {row["indicator"]: row for row in rows if row["year"] == year}
        for year in (from_year, to_year)
    )
    return [
        (str(row["name"]), round(row["score"] - before[indicator]["score"], 2))
        for indicator, row in after.items()
        if indicator in before
    ]


def _extremes(moves: list[tuple[str, float]]) -> list[str]:
    rise, fall = (pick(change for _, change in moves) for pick in (max, min))
    up, down = words.TRENDS_UP, words.TRENDS_DOWN
    if len(moves) == 1:
        up, down = words.TRENDS_ONLY_UP, words.TRENDS_ONLY_DOWN
    extremes = [(up, rise)] * (rise > 0) + [(down, fall)] * (fall < 0)
    return [
        sentence.format(
            name=and_more([name for name, change in moves if change == extreme]),
            change=signed(extreme),
        )
        for sentence, extreme in extremes
    ]


def _heading(
    scores: pd.DataFrame, breaks: panels.Breaks, low: int, described: Framework
) -> canvas.Heading:
    years = years_of(scores)
    notes = [meanings(marks_of(scores))]
    if any(pair in breaks for pair in pairwise(years)):
        notes.append(words.TRENDS_BREAK)
    sentence = words.TRENDS_AXIS if low else words.TRENDS_AXIS_FULL
    axis = sentence.format(low=low, aim=aim(described.targets))
    return canvas.Heading(
        indicator_small_multiples_takeaway(scores, breaks=breaks),
        words.TRENDS_SUBTITLE.format(years=span(years)),
        tuple(text for text in (axis, *notes) if text),
    )
