"""Findings in a user's file: values with a code and a cell, never prose and never raised."""

from dataclasses import dataclass
from enum import StrEnum


class ProblemCode(StrEnum):
    """What can be found in a file, ordered by place: file, sheet, row, cell, whole result."""

    ASK_KIND = "ask-kind"
    ASK_AGENCY = "ask-agency"
    ASK_YEAR = "ask-year"
    TARGETS_NOT_KEPT = "targets-not-kept"
    EMPTY_SHEET = "empty-sheet"
    NOTHING_RECOGNISED = "nothing-recognised"
    TEXT_LOST = "text-lost"
    PAGES_NOT_READ = "pages-not-read"
    NO_YEAR = "no-year"
    UNKNOWN_YEAR = "unknown-year"
    YEAR_CONVERTED = "year-converted"
    OTHER_ORGANISATION = "other-organisation"
    OTHER_YEAR = "other-year"
    STAMP_LOST = "stamp-lost"
    MISSING_COLUMN = "missing-column"
    COLUMN_ABSENT = "column-absent"
    DUPLICATE_COLUMN = "duplicate-column"
    COLUMN_IGNORED = "column-ignored"
    SCORES_BESIDE = "scores-beside"
    WEIGHTED_INSTRUMENTS = "weighted-instruments"
    AMBIGUOUS_INSTRUMENTS = "ambiguous-instruments"
    SCORES_ARE_FRACTIONS = "scores-are-fractions"

    ROW_NOT_UNDERSTOOD = "row-not-understood"
    ROW_SKIPPED = "row-skipped"
    SECTION_YEAR = "section-year"
    ROW_SHIFTED = "row-shifted"
    MISSING_AGENCY = "missing-agency"

    NOT_ASSESSED = "not-assessed"
    MARK_NOT_UNDERSTOOD = "mark-not-understood"
    SCORE_NOT_A_NUMBER = "score-not-a-number"
    SCORE_CONVERTED = "score-converted"
    SCORE_OUT_OF_RANGE = "score-out-of-range"
    FORMULA_WITHOUT_VALUE = "formula-without-value"
    CONFLICTING_SCORE = "conflicting-score"
    REPEATED_SCORE = "repeated-score"
    UNKNOWN_INDICATOR = "unknown-indicator"
    UNKNOWN_ITEM = "unknown-item"
    ITEM_NOT_IN_FRAMEWORK = "item-not-in-framework"
    CODE_REPAIRED = "code-repaired"
    PERIOD_NOT_UNDERSTOOD = "period-not-understood"
    NO_LEAD_DIVISION = "no-lead-division"
    UNKNOWN_DIVISION = "unknown-division"
    TEXT_REPAIRED = "text-repaired"
    SPELLING_SUSPECT = "spelling-suspect"
    TEXT_PARTED = "text-parted"
    TEXT_NOT_PARTED = "text-not-parted"
    TEXT_MOVED = "text-moved"
    MEASURE_WITHOUT_ITEM = "measure-without-item"
    ASK_MEASURE = "ask-measure"
    ASK_STEP = "ask-step"
    STEP_LEFT_OUT = "step-left-out"
    UNKNOWN_LEVEL = "unknown-level"
    ASK_STATUS = "ask-status"
    ASK_PERCENT = "ask-percent"
    STATUS_FROM_TEXT = "status-from-text"
    MEASURE_MATCHED = "measure-matched"
    UNKNOWN_MEASURE = "unknown-measure"
    MEASURE_MISSING = "measure-missing"
    REPEATED_MEASURE = "repeated-measure"
    CONFLICTING_REPORT = "conflicting-report"
    UNKNOWN_STATUS = "unknown-status"
    PERCENT_NOT_UNDERSTOOD = "percent-not-understood"
    PERCENT_CONVERTED = "percent-converted"
    PERCENT_COMPLETED = "percent-completed"
    DATE_NOT_UNDERSTOOD = "date-not-understood"
    BUDGET_NOT_UNDERSTOOD = "budget-not-understood"
    BUDGET_NOT_TAKEN = "budget-not-taken"
    REPORT_OUT_OF_RANGE = "report-out-of-range"
    OLDER_THAN_CURRENT = "older-than-current"
    WITHDRAWN_MEASURE = "withdrawn-measure"
    CATALOGUE_FAULT = "catalogue-fault"

    TOTAL_DIFFERS = "total-differs"
    INSTRUMENT_DIFFERS = "instrument-differs"
    LEVEL_DIFFERS = "level-differs"
    MISSING_INDICATORS = "missing-indicators"


BLOCKING = frozenset(
    {
        ProblemCode.ASK_KIND,
        ProblemCode.ASK_AGENCY,
        ProblemCode.ASK_YEAR,
        ProblemCode.TARGETS_NOT_KEPT,
        ProblemCode.EMPTY_SHEET,
        ProblemCode.NOTHING_RECOGNISED,
        ProblemCode.TEXT_LOST,
        ProblemCode.NO_YEAR,
        ProblemCode.UNKNOWN_YEAR,
        ProblemCode.OTHER_ORGANISATION,
        ProblemCode.OTHER_YEAR,
        ProblemCode.MISSING_COLUMN,
        ProblemCode.DUPLICATE_COLUMN,
        ProblemCode.AMBIGUOUS_INSTRUMENTS,
        ProblemCode.SCORES_ARE_FRACTIONS,
        ProblemCode.ROW_NOT_UNDERSTOOD,
        ProblemCode.TEXT_NOT_PARTED,
        ProblemCode.MISSING_AGENCY,
        ProblemCode.SCORE_NOT_A_NUMBER,
        ProblemCode.SCORE_OUT_OF_RANGE,
        ProblemCode.FORMULA_WITHOUT_VALUE,
        ProblemCode.CONFLICTING_SCORE,
        ProblemCode.UNKNOWN_INDICATOR,
        ProblemCode.ITEM_NOT_IN_FRAMEWORK,
        ProblemCode.ASK_MEASURE,
        ProblemCode.ASK_STEP,
        ProblemCode.ASK_STATUS,
        ProblemCode.ASK_PERCENT,
        ProblemCode.CONFLICTING_REPORT,
        ProblemCode.UNKNOWN_STATUS,
        ProblemCode.PERCENT_NOT_UNDERSTOOD,
        ProblemCode.DATE_NOT_UNDERSTOOD,
        ProblemCode.BUDGET_NOT_UNDERSTOOD,
        ProblemCode.REPORT_OUT_OF_RANGE,
        ProblemCode.CATALOGUE_FAULT,
    }
)


@dataclass(frozen=True, slots=True)
class Problem:
    """One finding: where it stands (`sheet`, `cell` like C14), the text there, what was due."""

    code: ProblemCode
    sheet: str
    cell: str = ""
    value: str = ""
    expected: str = ""

    @property
    def blocking(self) -> bool:
        """Whether the file cannot be saved while this stands; a property of the code alone."""
        return self.code in BLOCKING
