"""Agencies beside each other: a dot for the total of each, in the colour of its level."""

from collections.abc import Iterator
from typing import Any, Final

import pandas as pd

from data.documents.pictures.labels import escaped
from data.words import charts as words
from data.words import palette
from data.words.marks import marked
from pages.charts import canvas
from pages.charts.frames import marks_of, meanings, required
from pages.charts.weakest import Dot, axis_words, dots_to_targets
from queries.frames import records_of

MOST_ROWS: Final = 30
"""More would be a column that nobody reads; the table beside the figure has all."""


def agency_levels(agencies: pd.DataFrame) -> canvas.Chart:
    """Draw the totals of agencies in the order of the frame, each with its level and target.

    Args:
        agencies: code, short_name, year (of its newest scores), score and target (0-100; nan where
            not known), mark, level ("" where not known) and its rank (1 is best), next_level ("" at
            the best), lacking (points to it, nan where not known).

    Raises:
        ValueError: If there is no row.
    """
    required(agencies)
    shown = agencies.head(MOST_ROWS)
    dots = [_dot(row) for row in records_of(shown)]
    notes = [axis_words(dots), meanings(marks_of(shown))]
    if len(shown) < len(agencies):
        told = words.AGENCIES_LEFT_OUT.format(shown=len(shown), agencies=len(agencies))
        notes.append(told)
    heading = canvas.Heading(
        agency_levels_takeaway(agencies),
        words.AGENCIES_SUBTITLE,
        tuple(filter(None, notes)),
        tuple(_keys(shown)),
    )
    return dots_to_targets(dots, words.AGENCIES_TARGET, heading)


def agency_levels_takeaway(agencies: pd.DataFrame) -> str:
    """Name the agency that is nearest to its next level, and count those that reach their target.

    Of several that lack the same the first is named.
    """
    aiming = agencies.dropna(subset="target")
    reached = int((aiming["score"] >= aiming["target"]).sum())
    counted = words.AGENCIES_REACHED.format(reached=reached, agencies=len(aiming))
    near = agencies.dropna(subset="lacking").nsmallest(1, "lacking")
    named = [
        words.AGENCIES_NEAREST.format(
            name=row["short_name"], gap=f"{row['lacking']:.2f}", level=row["next_level"]
        )
        for row in records_of(near)
    ]
    return words.JOIN.join([*named, *([counted] if len(aiming) else [])])


def agency_levels_alt(agencies: pd.DataFrame) -> str:
    """Describe the dots in one sentence for those who do not see them."""
    takeaway = agency_levels_takeaway(agencies)
    return words.AGENCIES_ALT.format(agencies=len(agencies), takeaway=takeaway)


def _dot(row: dict[str, Any]) -> Dot:
    shape, fill = _badge(row)
    score = f"{row['score']:.2f}"
    lacks = not pd.isna(row["lacking"])
    gap = words.AGENCIES_GAP.format(gap=f"{row['lacking']:.2f}") if lacks else ""
    told = [
        escaped(row["short_name"]),
        words.AGENCIES_SCORE.format(year=int(row["year"]), score=score, level=row["level"]),
        words.AGENCIES_WAY.format(gap=f"{row['lacking']:.2f}", level=row["next_level"])
        if lacks
        else "",
    ]
    return Dot(
        row["short_name"],
        row["score"],
        None if pd.isna(row["target"]) else row["target"],
        "<br>".join(filter(None, (f"{shape} {marked(f'<b>{score}</b>', row['mark'])}", gap))),
        "<br>".join(filter(None, told)),
        fill.colour,
        "circle",
        row["code"],
    )


def _keys(agencies: pd.DataFrame) -> Iterator[canvas.Key]:
    """Give each level that is shown, the best first."""
    levels = agencies.drop_duplicates("level").dropna(subset="rank").sort_values("rank")
    for row in records_of(levels):
        shape, fill = _badge(row)
        yield canvas.Key(f"{shape} {row['level']}", fill)


def _badge(row: dict[str, Any]) -> tuple[str, palette.Fill]:
    return ("", palette.EMPTY) if pd.isna(row["rank"]) else palette.level_badge(int(row["rank"]))
