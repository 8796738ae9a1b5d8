"""Where the eight columns of an action plan stand, and which rows are headings, titles or body."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final

from data.importers.plan.heading_rows import (
    HeadingRows,
    cell_text,
    headed_by,
    heading_rows,
    row_texts,
)
from data.importers.plan.headings import (
    IGNORED,
    Column,
    Part,
    PartKind,
    is_known_heading,
    is_year_heading,
)
from data.importers.recognised import ColumnMatch, Columns, Recognised
from data.importers.sheets.head import SheetHead, likely_headings
from data.importers.spelling.plan_words import alternatives, pattern, squeeze
from data.importers.status.named_columns import tells_results
from data.model.choices import Choices
from data.model.grid import Sheet
from data.model.records import Form

__all__ = ["IGNORED", "REQUIRED", "Column", "PlanLayout", "cell_text", "find_layout"]

_TITLE_CELLS: Final = 2

REQUIRED: Final = (
    Column.QUESTION,
    Column.ACTION,
    Column.PERIOD,
    Column.RESPONSIBLE,
)
"""Without one of these a plan says too little; the indicator follows from the item codes."""


@dataclass(frozen=True, slots=True)
class PlanLayout:
    """The columns by position and the rows by kind, all counted from 0.

    `headings` are those of each page as they stand, before a person said otherwise.
    `page_titles` are the titles above a heading that is repeated, `pages` holds the first body row
    under each heading, `headed` the positions under any heading cell, be it a column of the plan or
    not; `ignored` and `doubled` are places of heading cells that are no column of a plan, or one
    that was there already. Below a position of `parts` stands a part of what a column says; a
    column that has parts only stands at the first of them.
    """

    headings: tuple[HeadingRows, ...]
    columns: Mapping[Column, int]
    parts: Mapping[int, Part]
    heading: int
    titles: tuple[int, ...]
    page_titles: tuple[int, ...]
    body: tuple[int, ...]
    pages: frozenset[int]
    headed: frozenset[int]
    ignored: tuple[tuple[int, int], ...]
    doubled: tuple[tuple[int, int], ...]
    form: Form = Form.PLAN

    @property
    def repeats_its_heading(self) -> bool:
        """Whether the table was cut into pages, so that text may run on below a heading."""
        return len(self.pages) > 1


def find_plan(head: SheetHead) -> PlanLayout | None:
    """Find the headings of a plan; None when there are too few of them in one place.

    A workbook handed out to a division has the columns of the plan, too: its stamp says so.
    """
    return None if head.stamped or tells_results(head) else find_layout(head.sheet, len(head.rows))


def find_layout(sheet: Sheet, searched_rows: int | None = None) -> PlanLayout | None:
    """Find the headings of a plan; the first of them stand in the rows that are searched."""
    headings = tuple(heading_rows(sheet, searched_rows))
    return _layout(sheet, headings, {}) if headings else None


def settle_plan(recognised: Recognised, choices: Choices) -> PlanLayout | None:
    """Give the layout with what a person said columns mean: position -> `Column` or "ignored".

    With it a sheet without known headings is a plan, too.
    """
    sheet, own = recognised.sheet, recognised.layout
    columns = choices.columns or {}
    named = {at: name for at, name in columns.items() if name in {*Column, IGNORED}}
    headings = own.headings if isinstance(own, PlanLayout) else tuple(heading_rows(sheet))
    if not headings and named:
        headings = tuple(_likely_heading(recognised.head))
    return _layout(sheet, headings, named) if headings else None


def _layout(
    sheet: Sheet, headings: tuple[HeadingRows, ...], named: Mapping[int, str]
) -> PlanLayout | None:
    written = headings[0]
    first = _settled(written, named)
    if not first.columns:
        return None
    columns: dict[Column, int] = {}
    doubled = []
    for position, column in sorted(first.columns.items()):
        if columns.setdefault(column, position) != position:
            doubled.append((first.bottom, position))
    for position, part in sorted(first.parts.items()):
        if part.kind is not PartKind.SUPPORT:
            columns.setdefault(part.column, position)
    titles = tuple(row for row in range(first.top) if row_texts(sheet, row))
    page_titles = frozenset(_page_titles(sheet, headings))
    body = tuple(_body(sheet, headings, page_titles))
    return PlanLayout(
        headings=headings,
        columns=columns,
        parts=first.parts,
        heading=first.bottom,
        titles=titles,
        page_titles=tuple(sorted(page_titles)),
        body=body,
        pages=frozenset(_page_starts(headings, body)),
        headed=frozenset(
            position
            for row in range(first.top, first.bottom + 1)
            for position in row_texts(sheet, row)
        ),
        ignored=tuple(_ignored(sheet, first, {*written.columns} - {*first.columns, *named})),
        doubled=tuple(doubled),
    )


def plan_columns(head: SheetHead, layout: PlanLayout | None) -> Columns:
    """Match each column that has a heading or texts below it; a lost heading is "".

    Without a layout they are those of the row that most looks like headings.
    """
    first = layout.headings[0] if layout else next(_likely_heading(head), None)
    if first is None:
        return ()
    headings: dict[int, str] = {}
    for row in range(first.top, first.bottom + 1):
        for at, text in row_texts(head.sheet, row).items():
            headings[at] = f"{headings[at]} {text}" if at in headings else text
    fields: Mapping[int, str] = {
        **{at: part.column for at, part in first.parts.items()},
        **first.columns,
    }
    columns = sorted({*headings, *head.columns_below(first.bottom)})
    return tuple([ColumnMatch(at, headings.get(at, ""), fields.get(at, "")) for at in columns])


def _likely_heading(head: SheetHead) -> Iterator[HeadingRows]:
    likely = likely_headings(head)
    if likely is not None:
        yield HeadingRows(likely[0], likely[0], headed_by(head.sheet, likely[0]), {})


def _settled(heading: HeadingRows, corrected: Mapping[int, str]) -> HeadingRows:
    """Put what a person said in the place of what the headings say.

    A chart of months says nothing more where the period has a column of its own.
    """
    named = {at: Column(field) for at, field in corrected.items() if field != IGNORED}
    taken = set(named.values())
    kept = {
        at: column
        for at, column in heading.columns.items()
        if at not in corrected and column not in taken
    }
    parts = {at: part for at, part in heading.parts.items() if at not in corrected}
    columns = {at: column for at, column in {**kept, **named}.items() if at not in parts}
    if Column.PERIOD in columns.values():
        parts = {at: part for at, part in parts.items() if part.kind is not PartKind.TIME}
    return replace(heading, columns=dict(sorted(columns.items())), parts=parts)


def _body(
    sheet: Sheet, headings: tuple[HeadingRows, ...], page_titles: frozenset[int]
) -> Iterator[int]:
    furniture = {row for heading in headings for row in range(heading.top, heading.bottom + 1)}
    for row in range(headings[0].bottom + 1, len(sheet.rows)):
        if row not in furniture and row not in page_titles and row_texts(sheet, row):
            yield row


def _page_titles(sheet: Sheet, headings: tuple[HeadingRows, ...]) -> Iterator[int]:
    above = [row_texts(sheet, row) for row in range(headings[0].top)]
    # A line of more cells is no title: a measure that stands there may stand below once more.
    titles = {squeeze("".join(texts.values())) for texts in above if len(texts) <= _TITLE_CELLS}
    for heading in headings[1:]:
        yield from _title_above(sheet, heading.top, titles)


def _title_above(sheet: Sheet, top: int, titles: set[str]) -> Iterator[int]:
    """Give the title lines that a page repeats above its heading."""
    for row in range(top - 1, -1, -1):
        texts = row_texts(sheet, row)
        line = squeeze("".join(texts.values()))
        if texts and line not in titles and not (len(texts) == 1 and _is_title(line)):
            return
        yield row


def _is_title(line: str) -> bool:
    return bool(
        re.match(alternatives("title", "begins"), line)
        or re.fullmatch(pattern("title", "organisation"), line)
        or re.fullmatch(pattern("title", "page_number"), line)
    )


def _page_starts(headings: tuple[HeadingRows, ...], body: tuple[int, ...]) -> Iterator[int]:
    for heading in headings:
        below = bisect_right(body, heading.bottom)
        if below < len(body):
            yield body[below]


def _ignored(sheet: Sheet, heading: HeadingRows, gave_way: set[int]) -> Iterator[tuple[int, int]]:
    """Give the heading cells that are no column; a cell over several columns is a group.

    Columns that `gave_way` to one a person named in their place are among them.
    """
    meant = {*heading.columns, *heading.parts}
    chart = any(part.kind is PartKind.TIME for part in heading.parts.values())
    for row in range(heading.top, heading.bottom + 1):
        for position, text in row_texts(sheet, row).items():
            over_chart = chart and row < heading.bottom and is_year_heading(text)
            known = is_known_heading(text) or over_chart
            if position not in meant and (position in gave_way or not known):
                yield row, position
