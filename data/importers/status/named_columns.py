"""Reports that know none of our ids: which columns name a measure, and which say what of it."""

import re
from collections.abc import Iterable, Mapping
from typing import Final

from data.importers.plan.headings import (
    Column,
    PartKind,
    column_headed,
    is_known_heading,
    part_headed,
)
from data.importers.sheets.head import SheetHead
from data.importers.spelling.folding import LONGEST_LABEL, bare, words
from data.importers.spelling.plan_words import pattern, squeeze
from data.importers.spelling.status_words import IGNORED, status_words
from data.model.records import Status

NAMES: Final = ("action", "item", "indicator", "division")
"""What a column can name in the place of an id: a measure, its items, its indicator, who speaks."""

TICK: Final = "tick-"
TICKS: Final = {
    f"{TICK}{status.value}": status for status in Status if status is not Status.NOT_REPORTED
}
"""Columns of which one is ticked: the field of each -> the status it stands for."""

SENT: Final = "sent"
LINE: Final = "line"
_OF_A_PLAN: Final = {
    Column.ACTION: "action",
    Column.QUESTION: "item",
    Column.INDICATOR: "indicator",
}
_FEWEST_TICKED: Final = 2
_LONGEST_TITLE: Final = 3
_FEWEST_RESULTS: Final = 2
_RESULTS: Final = frozenset({"status", "percent", "note", "evidence", "budget_spent"})


def named_fields(texts: Mapping[int, str]) -> dict[int, str]:
    """Give what the headings of a report without ids mean, by column."""
    is_form = any(bare(text) in status_words().sent for text in texts.values())
    short = {at: text for at, text in texts.items() if len(text) <= LONGEST_LABEL}
    fields = {at: field for at, text in short.items() if (field := _field(text, is_form=is_form))}
    if "status_on" in fields.values():
        return {at: IGNORED if field == SENT else field for at, field in fields.items()}
    return fields


def names_measures(fields: Iterable[str]) -> bool:
    """Tell whether columns say of which measure a row speaks, and how that one stands."""
    said = list(fields)
    ticked = sum(field in TICKS for field in said) >= _FEWEST_TICKED
    told = ticked or "status" in said
    if "action" not in said:
        return "item" in said and told
    narrated = "note" in said and not {"evidence", "budget_spent", "percent"}.isdisjoint(said)
    return told or narrated


def may_name_measures(head: SheetHead) -> bool:
    """Tell at a glance whether a sheet may be such a report: a text in it speaks of measures."""
    return any(named in word for word in head.words for named in status_words().result_headings)


def holds_scores(head: SheetHead) -> bool:
    """Tell whether a heading is that of a column of scores, and of nothing a report has."""
    scores, own = words().columns, status_words().columns
    return any(scores.get(word) == "score" and word not in own for word in head.words)


def tells_results(head: SheetHead) -> bool:
    """Tell whether a title says that a sheet tells what became of a plan, with columns for it."""
    listed = status_words()
    titles = (
        bare(text.text)
        for text in head.texts
        if sum(bool(cell) for cell in head.rows[text.row]) <= _LONGEST_TITLE
    )
    if not any(title.startswith(listed.result_titles) for title in titles):
        return False
    columns = [listed.columns.get(word) for word in head.words]
    ticked = sum(word in listed.tick_columns for word in head.words)
    told = len(_RESULTS.intersection(filter(None, columns)))
    quarters = _has_quarters(text.text for text in head.texts)
    return quarters or told + (ticked >= _FEWEST_TICKED) >= _FEWEST_RESULTS


def ticks_quarters(head: SheetHead, texts: Mapping[int, str]) -> bool:
    """Tell whether headings are a measure and quarters to tick: under its title a plan has them."""
    named = "action" in named_fields(texts).values()
    return named and _has_quarters(texts.values()) and tells_results(head)


def _has_quarters(texts: Iterable[str]) -> bool:
    return sum(map(is_quarter, texts)) >= _FEWEST_TICKED


def _field(text: str, *, is_form: bool) -> str | None:
    listed, plain = status_words(), bare(text)
    known = SENT if plain in listed.sent else listed.columns.get(plain)
    if known not in {None, IGNORED}:
        return known
    if status := listed.tick_columns.get(plain):
        return f"{TICK}{status.value}"
    if is_form:
        asked = (field for field, asking in listed.questions.items() if _any_in(asking, plain))
        return next(asked, None)
    column, part = column_headed(text), part_headed(text)
    if part and part.kind is PartKind.CODES:
        return "item"
    if is_quarter(text):
        return "note"
    beside = IGNORED if part or is_known_heading(text) else None
    return _OF_A_PLAN.get(column, IGNORED) if column else known or beside


def _any_in(listed: Iterable[str], plain: str) -> bool:
    return any(word in plain for word in listed)


def is_quarter(text: str) -> bool:
    """Tell whether a heading names a quarter, where people tick when something was done."""
    return re.match(pattern("periods", "quarter"), squeeze(text)) is not None
