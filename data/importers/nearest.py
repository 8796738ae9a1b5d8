"""Which table a sheet without a known one comes nearest to, and which columns it lacks for that."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from data.importers.plan.headings import Column, column_headed
from data.importers.recognised import Recognised
from data.importers.sheets.cells import text_of
from data.importers.sheets.head import likely_headings
from data.importers.sheets.readings import WHOLE_SHEET, Finding, body_of
from data.importers.spelling.labels import is_score_field
from data.importers.spelling.status_words import IGNORED
from data.importers.status.named_columns import TICKS, named_fields
from data.model.grid import Row
from data.model.problems import ProblemCode
from data.model.records import Form

_NEEDED_OF_A_PLAN: Final = (Column.ACTION, Column.PERIOD, Column.RESPONSIBLE)
_FEWEST: Final = 2
_IDS: Final = frozenset({"measure_id", "step_id", "action", "item"})
_STATES: Final = frozenset({"status", *TICKS})


@dataclass(frozen=True, slots=True)
class Nearest:
    """The row counted from 0 that most looks like the headings of a form, and what it lacks."""

    form: Form | None
    row: int
    headings: Mapping[int, str]
    lacks: tuple[str, ...]


def nearest_finding(recognised: Recognised, form: Form | None = None) -> Finding:
    """Tell the nearest headings, of a form if one is given; without any what there is to see."""
    nearest = nearest_table(recognised, form)
    code = ProblemCode.NOTHING_RECOGNISED
    if nearest is None:
        sheet = recognised.sheet
        rows = len(body_of(sheet, WHOLE_SHEET).numbers)
        return Finding(code, expected=f"{rows} x {recognised.head.width}")
    of_form = f"{nearest.form.value}: " if nearest.form else ""
    value = " | ".join(nearest.headings.values())
    return Finding(
        code, nearest.row, min(nearest.headings), value, f"{of_form}{', '.join(nearest.lacks)}"
    )


def nearest_table(recognised: Recognised, form: Form | None = None) -> Nearest | None:
    """Find the nearest headings: those of a plan or a report where they know more columns."""
    rows = [dict(_texts(row)) for row in recognised.head.filled]
    tables = [
        (len(known), kind, at)
        for kind, find in ((Form.PLAN, _of_a_plan), (Form.STATUS, _of_a_report))
        if form in {None, kind}
        for at, texts in enumerate(rows)
        if len(known := find(texts)) >= _FEWEST
    ]
    if not tables:
        return _of_scores(recognised)
    _, kind, at = max(tables, key=lambda one: one[0])
    lacks = _plan_lacks(rows[at]) if kind is Form.PLAN else _report_lacks(rows[at])
    return Nearest(kind, at, rows[at], lacks)


def _texts(row: Row) -> list[tuple[int, str]]:
    return [(column, text) for column, cell in enumerate(row) if (text := text_of(cell))]


def _of_a_plan(texts: Mapping[int, str]) -> set[str]:
    """Give the columns of a plan; an indicator alone may head anything."""
    known = {column.value for text in texts.values() if (column := column_headed(text))}
    return known if known & {Column.ACTION.value, Column.STEPS.value} else set()


def _of_a_report(texts: Mapping[int, str]) -> set[str]:
    """Give the columns of a report; one of them says how something stands."""
    known = set(named_fields(texts).values()) - {IGNORED}
    told = known & {*_STATES, "evidence", "note"}
    return known if told and known & {*_IDS, "status"} else set()


def _plan_lacks(texts: Mapping[int, str]) -> tuple[str, ...]:
    known = {column_headed(text) for text in texts.values()}
    lacks = [column.value for column in _NEEDED_OF_A_PLAN if column not in known]
    about = {Column.INDICATOR, Column.QUESTION} & known
    return tuple(lacks if about else [Column.INDICATOR.value, *lacks])


def _report_lacks(texts: Mapping[int, str]) -> tuple[str, ...]:
    known = set(named_fields(texts).values())
    lacks = [] if known & _IDS else ["action"]
    return tuple(lacks if known & _STATES else [*lacks, "status"])


def _of_scores(recognised: Recognised) -> Nearest | None:
    likely = likely_headings(recognised.head)
    if likely is None:
        return None
    row, headings = likely
    fields = {field for _, _, field in recognised.columns}
    scored = "score" in fields or any(map(is_score_field, filter(None, fields)))
    lacks = [] if fields & {"code", "agency"} else ["code", "agency"]
    return Nearest(None, row, headings, tuple(lacks if scored else [*lacks, "score"]))
