"""Where the eight columns of an action plan stand, and which rows are headings, titles or body."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache, lru_cache
from typing import Final

from data.importers.plan_words import alternatives, pattern, squeeze, word_lists
from data.importers.sheets import Cell, Sheet, Unreadable
from data.importers.tables import likely_headings
from data.importers.thai_text import repair_letters

IGNORED: Final = "ignored"
_FEWEST_COLUMNS: Final = 5
# A plan whose heading of the measures was lost is told as a plan without it, not as another form.
_FEWEST_WITHOUT_ACTION: Final = 6
# A sheet of 25,000 scores must not be searched to its end for the headings of a plan.
_LATEST_HEADING: Final = 300
_LONGEST_HEADING: Final = 150
_TITLE_CELLS: Final = 2
_AROUND_HEADING: Final = re.compile(r"^[\d().:\-]+|\([^)]*\)$|[\d.:*]+$")


class Column(StrEnum):
    """The eight columns of the official form, in its order."""

    INDICATOR = "indicator"
    QUESTION = "question"
    ANALYSIS = "analysis"
    ACTION = "action"
    ALIGNMENT = "alignment"
    STEPS = "steps"
    PERIOD = "period"
    RESPONSIBLE = "responsible"


REQUIRED: Final = (
    Column.QUESTION,
    Column.ACTION,
    Column.STEPS,
    Column.PERIOD,
    Column.RESPONSIBLE,
)
"""Without one of these a plan says too little; the indicator follows from the item codes."""


@dataclass(frozen=True, slots=True)
class Layout:
    """The columns by position and the rows by kind, all counted from 0.

    `pages` holds the first body row under each heading, `headed` the positions under any heading
    cell, be it a column of the plan or not; `ignored` and `doubled` are places of
    heading cells that are no column of a plan, or one that was there already.
    """

    columns: Mapping[Column, int]
    heading: int
    titles: tuple[int, ...]
    body: tuple[int, ...]
    pages: frozenset[int]
    headed: frozenset[int]
    ignored: tuple[tuple[int, int], ...]
    doubled: tuple[tuple[int, int], ...]

    @property
    def repeats_its_heading(self) -> bool:
        """Whether the table was cut into pages, so that text may run on below a heading."""
        return len(self.pages) > 1


@dataclass(frozen=True, slots=True)
class _Heading:
    top: int
    bottom: int
    columns: Mapping[int, Column]


def cell_text(cell: Cell) -> str:
    """Give a cell as text: whole numbers without a fraction, dates as year-month-day."""
    if cell is None:
        return ""
    return cell.text if isinstance(cell, Unreadable) else str(cell).strip()


def find_layout(sheet: Sheet, corrected: Mapping[int, str] | None = None) -> Layout | None:
    """Find the headings of a plan; None when there are too few of them in one place.

    `corrected` gives what a person said columns mean: position -> `Column` or "ignored". With it a
    sheet without known headings is a plan too.
    """
    named = {at: name for at, name in (corrected or {}).items() if name in {*Column, IGNORED}}
    headings = list(_headings(sheet)) or list(_heading_named(sheet, named))
    if not headings:
        return None
    told = headings[0].columns
    first = replace(headings[0], columns=_settled(told, named))
    if not first.columns:
        return None
    columns: dict[Column, int] = {}
    doubled = []
    for position, column in sorted(first.columns.items()):
        if columns.setdefault(column, position) != position:
            doubled.append((first.bottom, position))
    body = tuple(_body(sheet, headings))
    return Layout(
        columns=columns,
        heading=first.bottom,
        titles=tuple(row for row in range(first.top) if _texts(sheet, row)),
        body=body,
        pages=frozenset(_page_starts(headings, body)),
        headed=frozenset(
            position
            for row in range(first.top, first.bottom + 1)
            for position in _texts(sheet, row)
        ),
        ignored=tuple(_ignored(sheet, first, {*told} - {*first.columns, *named})),
        doubled=tuple(doubled),
    )


def headed_columns(sheet: Sheet) -> tuple[tuple[int, str, str], ...]:
    """Give position, heading and `Column` of each column of a plan; the column "" is unknown.

    A column with texts below and no heading is one of them: its heading is "".
    """
    first = next(_headings(sheet), None)
    if first is None:
        return ()
    texts: dict[int, str] = {}
    for row in range(first.top, first.bottom + 1):
        for position, text in _texts(sheet, row).items():
            texts[position] = f"{texts[position]} {text}" if position in texts else text
    for row in range(first.bottom + 1, len(sheet.rows)):
        texts = dict.fromkeys(_texts(sheet, row), "") | texts
    return tuple((at, texts[at], first.columns.get(at, "")) for at in sorted(texts))


def _heading_named(sheet: Sheet, corrected: Mapping[int, str]) -> Iterator[_Heading]:
    likely = likely_headings(sheet) if corrected else None
    if likely is not None:
        yield _Heading(likely[0], likely[0], _matches(sheet, likely[0]))


def _settled(columns: Mapping[int, Column], corrected: Mapping[int, str]) -> dict[int, Column]:
    """Put what a person said in the place of what the headings say."""
    named = {at: Column(field) for at, field in corrected.items() if field != IGNORED}
    taken = set(named.values())
    kept = {
        at: column for at, column in columns.items() if at not in corrected and column not in taken
    }
    return dict(sorted({**kept, **named}.items()))


def is_heading_of(text: str, column: Column) -> bool:
    """Tell whether a text is nothing but the heading of this column."""
    return _known_headings().get(squeeze(repair_letters(text))) == column


@cache
def _known_headings() -> Mapping[str, Column | None]:
    return {
        squeeze(spelling): Column(name) if name != "ignored" else None
        for name, spellings in word_lists("columns").items()
        for spelling in spellings
    }


@lru_cache(maxsize=4096)
def _column_headed(text: str) -> Column | None:
    return _known_headings().get(_heading_key(text))


def _heading_key(text: str) -> str:
    key = squeeze(repair_letters(text))
    if key in _known_headings():
        return key
    key = re.sub(_analysed_year(), "", key)
    return _AROUND_HEADING.sub("", key)


@cache
def _analysed_year() -> re.Pattern[str]:
    return re.compile(pattern("title", "analysed_year"))


def _texts(sheet: Sheet, row: int) -> dict[int, str]:
    cells = enumerate(map(cell_text, sheet.rows[row])) if row < len(sheet.rows) else ()
    return {position: text for position, text in cells if text}


def _matches(sheet: Sheet, row: int) -> dict[int, Column]:
    return {
        position: column
        for position, text in _texts(sheet, row).items()
        if len(text) <= _LONGEST_HEADING and (column := _column_headed(text))
    }


def _headings(sheet: Sheet) -> Iterator[_Heading]:
    row, last = 0, _LATEST_HEADING
    while row < min(len(sheet.rows), last):
        heading = _heading_at(sheet, row)
        if heading:
            yield heading
            last = len(sheet.rows)
        row = heading.bottom + 1 if heading else row + 1


def _heading_at(sheet: Sheet, row: int) -> _Heading | None:
    upper = _matches(sheet, row)
    if not upper:
        return None
    lower = _matches(sheet, row + 1)
    two_rows = len(set(lower.values()) - set(upper.values())) >= 2
    columns = {**upper, **lower} if two_rows else upper
    found = set(columns.values())
    if len(found) < (_FEWEST_COLUMNS if Column.ACTION in found else _FEWEST_WITHOUT_ACTION):
        return None
    return _Heading(row, row + two_rows, columns)


def _body(sheet: Sheet, headings: list[_Heading]) -> Iterator[int]:
    first = headings[0]
    furniture = {row for heading in headings for row in range(heading.top, heading.bottom + 1)}
    above = [_texts(sheet, row) for row in range(first.top)]
    # A line of more cells is no title: a measure that stands there may stand below once more.
    titles = {squeeze("".join(texts.values())) for texts in above if len(texts) <= _TITLE_CELLS}
    for heading in headings[1:]:
        furniture.update(_title_above(sheet, heading.top, titles))
    for row in range(first.bottom + 1, len(sheet.rows)):
        if row not in furniture and _texts(sheet, row):
            yield row


def _title_above(sheet: Sheet, top: int, titles: set[str]) -> Iterator[int]:
    """Give the title lines that a page repeats above its heading."""
    for row in range(top - 1, -1, -1):
        texts = _texts(sheet, row)
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


def _page_starts(headings: list[_Heading], body: tuple[int, ...]) -> Iterator[int]:
    for heading in headings:
        below = bisect_right(body, heading.bottom)
        if below < len(body):
            yield body[below]


def _ignored(sheet: Sheet, heading: _Heading, gave_way: set[int]) -> Iterator[tuple[int, int]]:
    """Give the heading cells that are no column; a cell over several columns is a group.

    Columns that `gave_way` to one a person named in their place are among them.
    """
    known = _known_headings()
    for row in range(heading.top, heading.bottom + 1):
        for position, text in _texts(sheet, row).items():
            group = row < heading.bottom and position in heading.columns
            if position in heading.columns or group:
                continue
            if position in gave_way or _heading_key(text) not in known:
                yield row, position
