"""What a heading of a plan's table means: one of the columns, or a part of one of them.

A part is a column of its own that says something the official form has elsewhere: item codes,
supporters, a first and a last day, or a month of a chart that is ticked where a measure runs.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Final

from data.importers.spelling.folding import remembering
from data.importers.spelling.periods import is_month_or_quarter
from data.importers.spelling.plan_words import pattern, squeeze, word_list, word_lists
from data.importers.spelling.thai_text import repair_letters

IGNORED: Final = "ignored"
LONGEST_HEADING: Final = 150
_AROUND_HEADING: Final = re.compile(r"^[\d().:\-]+|\([^()]*\)$|[\d.:*]+$")


class Column(StrEnum):
    """The eight columns of the official form, in its order, and what other forms have beside."""

    INDICATOR = "indicator"
    QUESTION = "question"
    ANALYSIS = "analysis"
    ACTION = "action"
    ALIGNMENT = "alignment"
    STEPS = "steps"
    PERIOD = "period"
    RESPONSIBLE = "responsible"
    BUDGET = "budget"


OFFICIAL: Final[tuple[Column, ...]] = tuple(
    column for column in Column if column is not Column.BUDGET
)
"""The columns of the official form."""


class PartKind(StrEnum):
    """What a part adds to its column."""

    CODES = "codes"
    SUPPORT = "support"
    START = "start"
    END = "end"
    TIME = "time"
    MORE = "more"


_PART_OF: Final[Mapping[PartKind, Column]] = {
    PartKind.CODES: Column.QUESTION,
    PartKind.SUPPORT: Column.RESPONSIBLE,
    PartKind.START: Column.PERIOD,
    PartKind.END: Column.PERIOD,
    PartKind.TIME: Column.PERIOD,
}


@dataclass(frozen=True, slots=True)
class Part:
    """A heading that names a part of a column; `heading` as it stands in the file.

    `MORE` is a second heading for what the first one says in other words.
    """

    kind: PartKind
    heading: str
    column: Column


@remembering(4096)
def column_headed(text: str) -> Column | None:
    """Give the column a heading names, whatever year, number or remark stands around it."""
    return _known_headings().get(_heading_key(text))


@remembering(4096)
def part_headed(text: str) -> Part | None:
    """Give the part a heading names."""
    if len(text) > LONGEST_HEADING:
        return None
    kind = _known_parts().get(_heading_key(text))
    if kind is None and is_month_or_quarter(text):
        kind = PartKind.TIME
    return Part(kind, text, _PART_OF[kind]) if kind else None


def is_heading_of(text: str, column: Column) -> bool:
    """Tell whether a text is nothing but the heading of this column."""
    return _known_headings().get(squeeze(repair_letters(text))) == column


def is_known_heading(text: str) -> bool:
    """Tell whether a heading is known, though it may name no column of the form."""
    return _heading_key(text) in _known_headings()


def same_heading(one: str, other: str) -> bool:
    """Tell whether two headings are the same but for what stands around them."""
    return _heading_key(one) == _heading_key(other)


def is_beside_the_plan(text: str) -> bool:
    """Tell whether a heading surely names something that is no column of the form."""
    return _heading_key(text) in {squeeze(one) for one in word_list("beside", "headings")}


def is_year_heading(text: str) -> bool:
    """Tell whether a text is nothing but a year, as it stands over the months of a chart."""
    return re.fullmatch(pattern("title", "year_alone"), squeeze(repair_letters(text))) is not None


@cache
def _known_headings() -> Mapping[str, Column | None]:
    return {
        squeeze(spelling): Column(name) if name != IGNORED else None
        for name, spellings in word_lists("columns").items()
        for spelling in spellings
    }


@cache
def _known_parts() -> Mapping[str, PartKind]:
    return {
        squeeze(spelling): PartKind(name)
        for name, spellings in word_lists("parts").items()
        for spelling in spellings
    }


def _heading_key(text: str) -> str:
    if len(text) > LONGEST_HEADING:
        return text
    key = squeeze(repair_letters(text))
    if key in _known_headings() or key in _known_parts():
        return key
    key = re.sub(_analysed_year(), "", key)
    return _AROUND_HEADING.sub("", key)


@cache
def _analysed_year() -> re.Pattern[str]:
    return re.compile(pattern("title", "analysed_year"))
