"""Quarters of the Thai fiscal year (the first is October to December) and how they are drawn."""

import datetime as dt
from dataclasses import dataclass
from typing import Final

from data.words import charts as words
from data.words import palette
from data.words.dates import ERA, MONTHS, thai_date

MOST_WRITTEN_OUT: Final = 4
"""More quarters than these get short names, or they would touch on a phone."""
_MOST_NAMED = 8


@dataclass(frozen=True, slots=True, order=True)
class Quarter:
    """A quarter by its first month."""

    start: dt.date

    @property
    def end(self) -> dt.date:
        """The day after its last."""
        return self.next.start

    @property
    def next(self) -> "Quarter":
        """The quarter after this one."""
        later = self.start.month + 3
        return Quarter(dt.date(self.start.year + later // 13, (later - 1) % 12 + 1, 1))

    @property
    def middle(self) -> dt.date:
        """The day under which its name stands."""
        return self.start + (self.end - self.start) / 2

    @property
    def number(self) -> int:
        """1 is October to December."""
        return (self.start.month - 10) % 12 // 3 + 1

    @property
    def fiscal_year(self) -> int:
        """The year in which the fiscal year ends, Buddhist Era."""
        return self.start.year + ERA + (self.start.month >= 10)


def of(day: dt.date) -> Quarter:
    """Find the quarter of a day."""
    return Quarter(dt.date(day.year, (day.month - 1) // 3 * 3 + 1, 1))


def between(first: dt.date, last: dt.date) -> list[Quarter]:
    """List whole quarters around two days; never less than the four of a fiscal year."""
    quarter = of(first)
    while quarter.number > 1:
        quarter = of(quarter.start - dt.timedelta(days=1))
    found = [quarter]
    while found[-1].end <= last or found[-1].number < 4:
        found.append(found[-1].next)
    return found


def words_of(quarters: list[Quarter]) -> list[str]:
    """Name quarters in full, by number and year, or only the first of each year."""
    if len(quarters) <= MOST_WRITTEN_OUT:
        return [_in_full(quarter) for quarter in quarters]
    few = len(quarters) <= _MOST_NAMED
    return [
        words.TIMELINE_SHORT.format(quarter=quarter.number, year=quarter.fiscal_year % 100)
        if few or quarter.number == 1
        else ""
        for quarter in quarters
    ]


def stripes(quarters: list[Quarter]) -> list[dict[str, object]]:
    """Shade every second quarter."""
    return [
        {"type": "rect", "xref": "x", "yref": "paper", "y0": 0, "y1": 1, "layer": "below"}
        | {"x0": quarter.start.isoformat(), "x1": quarter.end.isoformat()}
        | {"fillcolor": palette.RULE, "opacity": 0.1, "line": {"width": 0}}
        for quarter in quarters[::2]
    ]


def rule(day: dt.date) -> dict[str, object]:
    """Draw the day of view as a line over all rows."""
    at = day.isoformat()
    line = {"color": palette.RULE, "width": 1, "dash": "dot"}
    return {"type": "line", "xref": "x", "yref": "paper", "x0": at, "x1": at, "y0": 0, "y1": 1} | {
        "line": line
    }


def rule_word(day: dt.date, quarters: list[Quarter]) -> dict[str, object]:
    """Write the day of view over its line, inside the figure even near an edge."""
    first, last = quarters[0].start, quarters[-1].end
    part = (day - first) / (last - first)
    return {
        "text": f"▼ {words.TIMELINE_AS_OF.format(as_of=thai_date(day))}",
        "x": day.isoformat(),
        "xref": "x",
        "y": 1,
        "yref": "paper",
        "yanchor": "bottom",
        "xanchor": "left" if part < 0.2 else "right" if part > 0.8 else "center",
        "showarrow": False,
        "font": {"size": 11},
    }


def _in_full(quarter: Quarter) -> str:
    last = quarter.end - dt.timedelta(days=1)
    return words.TIMELINE_QUARTER.format(
        quarter=quarter.number,
        first=MONTHS[quarter.start.month - 1],
        last=MONTHS[last.month - 1],
        year=last.year + ERA,
    )
