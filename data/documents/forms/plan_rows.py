"""Rows of the plan form, written so that importing the form gives the same measures again."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from itertools import groupby, pairwise
from typing import Final

import pandas as pd

from data.documents.forms.digits import with_digits
from data.documents.forms.form_table import Range
from data.framework import Indicator, framework, years
from data.importers.plan.drafts import Draft, Piece, Row, begins_measure
from data.importers.plan.headings import OFFICIAL, Column
from data.importers.spelling.plan_steps import are_lines, split_steps

_SHARED: Final = (Column.ALIGNMENT, Column.PERIOD, Column.RESPONSIBLE)
_PLACES: Final = {column: place for place, column in enumerate(OFFICIAL)}


@dataclass(frozen=True, slots=True)
class PlanRow:
    """What the plan form says of one measure; the fields are those of a `Measure`."""

    indicator: int
    item_year: int
    question: str
    analysis: str
    action: str
    alignment: str
    steps: Sequence[str]
    period_text: str
    responsible_text: str


def plan_rows(measures: pd.DataFrame) -> tuple[PlanRow, ...]:
    """Take the rows out of what `queries.measures.measures` gives, in its order."""
    names = [field.name for field in fields(PlanRow)]
    return tuple(map(PlanRow, *(measures[name] for name in names)))


def plan_cells(rows: Sequence[PlanRow], *, thai_digits: bool) -> tuple[tuple[str, ...], ...]:
    """Give the eight cells of each measure.

    Thai digits are for what the form adds: names of indicators and the numbers of steps. The words
    of the plan keep theirs: the importer keeps digits as they are written, so another digit would
    be another text.
    """
    return tuple(
        (
            with_digits(indicator_label(row.indicator, row.item_year), thai=thai_digits),
            row.question,
            row.analysis,
            row.action,
            row.alignment,
            steps_text(row.steps, thai_digits=thai_digits),
            row.period_text,
            row.responsible_text,
        )
        for row in rows
    )


def plan_merges(rows: Sequence[PlanRow], cells: Sequence[Sequence[str]]) -> tuple[Range, ...]:
    """Merge each indicator over its measures, and what neighbours of one indicator share."""
    merges = indicator_merges(row.indicator for row in rows)
    joined = [
        first[1].indicator == second[1].indicator
        and _begins_alone(cells[first[0]], cells[second[0]], second[1].indicator)
        for first, second in pairwise(enumerate(rows))
    ]
    for column in _SHARED:
        merges += _runs([row[_PLACES[column]] for row in cells], joined, _PLACES[column])
    return tuple(sorted(merges))


def indicator_merges(indicators: Iterable[int]) -> list[Range]:
    """Merge the first cells of rows of one indicator that stand together."""
    groups = groupby(enumerate(indicators), lambda pair: pair[1])
    runs = [[place for place, _ in group] for _, group in groups]
    return [(run[0], 0, run[-1], 0) for run in runs if len(run) > 1]


def indicator_label(number: int, year: int) -> str:
    """Name an indicator as the official form does, with the range of its items."""
    one = _indicator(number, year)
    if one is None:
        return f"{number}."
    label = f"{number}. {one.name or ''}".rstrip()
    ranged = one.first_item and one.last_item
    # Spaces that do not break: a range stays on one line.
    return f"{label} ({one.first_item}\u00a0\u2013\u00a0{one.last_item})" if ranged else label


def steps_text(steps: Sequence[str], *, thai_digits: bool = False) -> str:
    """Write steps as lines in a way that the importer splits into the same steps.

    Numbered is the official way; steps that hold such numbers themselves need another one.
    """
    numbers = [with_digits(str(place), thai=thai_digits) for place in range(1, len(steps) + 1)]
    numbered = [f"{number}. {step}" for number, step in zip(numbers, steps, strict=True)]
    introduced = [f"{number}. {step}" for number, step in zip(numbers, steps[1:], strict=False)]
    ways = [
        numbered,
        list(steps),
        [f"- {step}" for step in steps],
        [*steps[:1], *introduced],
    ]
    if len(steps) == 1:
        ways = ways[1::-1]
    texts = ["\n".join(way) for way in ways]
    return next((text for text in texts if _steps_read(text) == tuple(steps)), texts[0])


def _steps_read(text: str) -> tuple[str, ...]:
    return split_steps(text if are_lines(text) else text.replace("\n", " "))


def _indicator(number: int, item_year: int) -> Indicator | None:
    """Find an indicator in the analysed year, else in the year of the plan."""
    known = (framework(year) for year in (item_year, item_year + 1) if year in years())
    return next((one for year in known if (one := year.indicator(number))), None)


def _begins_alone(above: Sequence[str], cells: Sequence[str], indicator: int) -> bool:
    """Whether the importer sees a new measure in a row whose shared cells are merged away."""
    before = _read(above, ())
    draft = Draft(indicator, before)
    draft.add(before)
    return begins_measure(_read(cells, _SHARED), draft)


def _read(cells: Sequence[str], without: Sequence[Column]) -> Row:
    own = {
        column: Piece(cells[place], "")
        for column, place in _PLACES.items()
        if column not in (Column.INDICATOR, *without) and cells[place]
    }
    return Row(0, own)


def _runs(texts: Sequence[str], joined: Sequence[bool], column: int) -> list[Range]:
    """Give the ranges of equal texts in one column; `joined` tells which neighbours may share."""
    found: list[Range] = []
    first = 0
    for row in range(1, len(texts) + 1):
        same = row < len(texts) and joined[row - 1] and texts[row] == texts[first] != ""
        if not same:
            if row - first > 1:
                found.append((first, column, row - 1, column))
            first = row
    return found
