"""The heading rows of a plan's table: where they stand, and what each of their cells names."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from data.importers.plan.headings import (
    OFFICIAL,
    Column,
    Part,
    PartKind,
    column_headed,
    is_year_heading,
    part_headed,
    same_heading,
)
from data.importers.sheets.opening import Cell, Sheet, Unreadable
from data.importers.spelling.plan_words import squeeze

FEWEST_COLUMNS: Final = 4
# With fewer columns than this a plan says of all it needs what, when and who.
_FEWEST_OF_ANY: Final = 5
_NEEDED: Final = frozenset({Column.ACTION, Column.PERIOD, Column.RESPONSIBLE})
_ABOUT: Final = frozenset({Column.INDICATOR, Column.QUESTION})
# A plan whose heading of the measures was lost is told as a plan without it, not as another form.
_FEWEST_WITHOUT_ACTION: Final = 6
# A sheet of 25,000 scores must not be searched to its end for the headings of a plan.
_LATEST_HEADING: Final = 300
# Below the two rows of headings a chart has its years and its months.
_ROWS_OF_A_CHART: Final = 2
_FEWEST_OF_A_CHART: Final = 2
_JOINED: Final = frozenset(OFFICIAL) - {Column.INDICATOR}
_OF_A_PERIOD: Final = frozenset({PartKind.START, PartKind.END, PartKind.TIME})


@dataclass(frozen=True, slots=True)
class HeadingRows:
    """Rows `top` to `bottom`, and by position the columns of the form and the parts of some."""

    top: int
    bottom: int
    columns: Mapping[int, Column]
    parts: Mapping[int, Part]


def cell_text(cell: Cell) -> str:
    """Give a cell as text: whole numbers without a fraction, dates as year-month-day."""
    if cell is None:
        return ""
    return cell.text if isinstance(cell, Unreadable) else str(cell).strip()


def row_texts(sheet: Sheet, row: int) -> dict[int, str]:
    """Give the texts of a row by position; a row that is not there has none."""
    cells = enumerate(map(cell_text, sheet.rows[row])) if row < len(sheet.rows) else ()
    return {position: text for position, text in cells if text}


def headed_by(sheet: Sheet, row: int) -> dict[int, Column]:
    """Give the columns that the cells of a row name."""
    texts = row_texts(sheet, row)
    return {at: column for at, text in texts.items() if (column := column_headed(text))}


def heading_rows(sheet: Sheet, searched_rows: int | None = None) -> Iterator[HeadingRows]:
    """Find the headings of a plan, and each time a page repeats them.

    The first of them stand in the `searched_rows`.
    """
    row, last = 0, searched_rows or _LATEST_HEADING
    while row < min(len(sheet.rows), last):
        heading = _heading_at(sheet, row)
        if heading:
            yield heading
            last = len(sheet.rows)
        row = heading.bottom + 1 if heading else row + 1


def _heading_at(sheet: Sheet, row: int) -> HeadingRows | None:
    upper = headed_by(sheet, row)
    if not upper:
        return None
    lower = headed_by(sheet, row + 1)
    two_rows = len(set(lower.values()) - set(upper.values())) >= 2
    columns = {**upper, **lower} if two_rows else upper
    # A chart of months adds the period at most: it cannot make a plan of three columns.
    own = {*columns.values()} & {*OFFICIAL}
    if len(own | {Column.PERIOD}) < FEWEST_COLUMNS:
        return None
    bottom = _below_chart(sheet, row + two_rows)
    parts = _parts(sheet, row, bottom, columns)
    named = own | ({Column.PERIOD} if _says_when(parts) else set())
    is_short = named >= _NEEDED and bool(named & _ABOUT)
    fewest = _FEWEST_OF_ANY if Column.ACTION in named else _FEWEST_WITHOUT_ACTION
    if len(named) < fewest and not is_short:
        return None
    return HeadingRows(row, bottom, columns, parts)


def _below_chart(sheet: Sheet, bottom: int) -> int:
    """Give the last row of the headings: months and years, and numbers of columns."""
    for row in range(bottom + 1, bottom + 1 + _ROWS_OF_A_CHART):
        texts = tuple(row_texts(sheet, row).values())
        lower = all(_is_of_a_chart(text) or is_year_heading(text) for text in texts)
        if not (lower and len(texts) >= _FEWEST_OF_A_CHART) and not _numbers_columns(texts):
            break
        bottom = row
    return bottom


def _numbers_columns(texts: tuple[str, ...]) -> bool:
    """Tell whether a row numbers the columns, as official forms do: (1) (2) (3)."""
    numbers = [text.strip("(). ") for text in texts]
    counted = [str(number) for number in range(1, len(texts) + 1)]
    return len(texts) >= _FEWEST_OF_ANY and [squeeze(number) for number in numbers] == counted


def _says_when(parts: Mapping[int, Part]) -> bool:
    """Tell whether days or a chart stand for the period; one month alone may be anything."""
    kinds = [part.kind for part in parts.values() if part.kind in _OF_A_PERIOD]
    return bool(set(kinds) - {PartKind.TIME}) or len(kinds) >= _FEWEST_OF_A_CHART


def _is_of_a_chart(text: str) -> bool:
    part = part_headed(text)
    return part is not None and part.kind in _OF_A_PERIOD


def _parts(sheet: Sheet, top: int, bottom: int, columns: Mapping[int, Column]) -> dict[int, Part]:
    """Give the parts by position; months below the heading of the period stand in its place."""
    parts: dict[int, Part] = {}
    for row in range(top, bottom + 1):
        for position, text in row_texts(sheet, row).items():
            part = part_headed(text)
            if part and columns.get(position, part.column) is part.column:
                parts[position] = part
    return parts | _more(sheet, top, bottom, columns)


def _more(sheet: Sheet, top: int, bottom: int, columns: Mapping[int, Column]) -> dict[int, Part]:
    """Give the columns that say more of one further left, under another heading."""
    texts: dict[int, str] = {}
    for row in range(top, bottom + 1):
        texts |= {at: text for at, text in row_texts(sheet, row).items() if column_headed(text)}
    firsts: dict[Column, int] = {}
    more = {}
    for position, column in sorted(columns.items()):
        first = firsts.setdefault(column, position)
        if column in _JOINED and not same_heading(texts[first], texts[position]):
            more[position] = Part(PartKind.MORE, texts[position], column)
    return more
