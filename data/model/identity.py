"""What a sheet or a person says its numbers are, whose they are and of which fiscal year."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

Value = TypeVar("Value")


class SheetKind(StrEnum):
    """What the numbers or texts of a sheet are; the first three are what a person can answer."""

    RESULT = "result"
    PROVISIONAL = "provisional"
    TARGET = "target"
    PLAN = "plan"
    STATUS = "status"
    CATALOGUE = "catalogue"


class Doubt(StrEnum):
    """Why it is asked what a sheet is: the `expected` of `ask-kind`, `ask-agency`, `ask-year`."""

    NOTHING_SAID = "nothing-said"
    TARGET_WORDS = "target-words"
    AVERAGE_WORDS = "average-words"
    COUNT_WORDS = "count-words"
    RANK_WORDS = "rank-words"
    WEIGHT_WORDS = "weight-words"
    APPEAL_WORDS = "appeal-words"
    DRAFT_WORDS = "draft-words"
    SAMPLE_WORDS = "sample-words"
    NO_SCORE_WORD = "no-score-word"
    RIVAL_COLUMNS = "rival-columns"
    ITEMS_OR_INDICATORS = "items-or-indicators"
    OTHER_SHEET = "other-sheet"
    MIXED_FRACTIONS = "mixed-fractions"
    MIXED_PERCENTS = "mixed-percents"
    ALL_WHOLE = "all-whole"
    SMALL_SCALE = "small-scale"
    SUM_OF_WEIGHTS = "sum-of-weights"
    JUMP = "jump"
    OTHER_BODY = "other-body"
    NO_BODY = "no-body"
    SEVERAL_YEARS = "several-years"
    NO_YEAR = "no-year"
    FILE_YEAR = "file-year"


@dataclass(frozen=True, slots=True)
class Answer(Generic[Value]):
    """What is said of a sheet; `cell` is where, "" for its name, its file or a person's word."""

    value: Value
    cell: str = ""
    by_person: bool = False


@dataclass(frozen=True, slots=True)
class Identity:
    """What kind of sheet it is, whose, and of which year; None where nobody says so.

    The agency is as it is written, the year B.E.: of scores the year that was assessed, of a plan
    or a report the year of the plan. Rows that name agency or year themselves need neither.
    """

    kind: Answer[SheetKind] | None = None
    agency: Answer[str] | None = None
    year: Answer[int] | None = None
