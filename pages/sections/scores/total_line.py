"""The total over all years on the bands of the levels, small enough for a card."""

from collections.abc import Sequence
from typing import Final

from data.analysis.overview import TotalOfYear
from data.framework import LevelRule
from data.words import charts as words
from data.words import palette
from data.words.marks import marked, sign
from pages.shared.elements import markup, plot

_LOWEST: Final = 70
_STEP: Final = 5
_TOP: Final = 101.5


def draw(totals: Sequence[TotalOfYear], rules: Sequence[LevelRule]) -> None:
    """Draw the total of each year; dashed over a break, with a gap where a year has none.

    Args:
        totals: the years, oldest first; at least one.
        rules: the levels of the newest year, best first: their bands lie behind the line.
    """
    named = bands(totals, rules)
    scale = named[-1][1], named[0][2]
    line = plot.Line(
        [None if one.value is None else float(one.value) for one in totals],
        [_text(one) for one in totals],
    )
    drawn = plot.plot(
        [one.year for one in totals],
        [line],
        scale,
        plot.bands(scale, named),
        broken={place for place, one in enumerate(totals) if one.broken},
        alt=alt(totals),
        look="levels",
    )
    markup.draw(drawn)


def alt(totals: Sequence[TotalOfYear]) -> str:
    """Say the total of each year for those who do not see the line."""
    told = (words.TOTAL_OF_YEAR.format(year=one.year, value=_text(one)) for one in totals)
    return words.TOTAL_LINE_ALT.format(totals=words.JOIN.join(told))


def bands(totals: Sequence[TotalOfYear], rules: Sequence[LevelRule]) -> list[plot.Band]:
    """Give the levels of each total, best first: name, where they begin and end, colour."""
    low = _low(totals)
    starts = sorted({float(rule.total_from) for rule in rules}, reverse=True)
    return [
        (
            _names_at(rules, start),
            max(low, start),
            top,
            palette.STEP_FILLS[max(-1 - place, -len(palette.STEP_FILLS))],
        )
        for place, (start, top) in enumerate(zip(starts, [_TOP, *starts], strict=False))
        if top > low
    ]


def _low(totals: Sequence[TotalOfYear]) -> int:
    known = [float(one.value) for one in totals if one.value is not None]
    return min([_LOWEST, *(int((value - 2) // _STEP) * _STEP for value in known)])


def _names_at(rules: Sequence[LevelRule], start: float) -> str:
    names = "/".join(rule.name for rule in rules if float(rule.total_from) == start)
    return words.LEVEL_BAND.format(name=names, score=f"{start:g}")


def _text(one: TotalOfYear) -> str:
    return sign(one.mark or "x") if one.value is None else marked(f"{one.value:.2f}", one.mark)
