"""Where the table of a score sheet begins and what its columns mean."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Final

from data.importers.scores.layout.meanings import (
    column_meanings,
    form_of,
    heading_stacks,
    spread_headings,
)
from data.importers.scores.layout.yearly_columns import (
    LEVEL_OF_YEAR,
    is_score_field,
    is_year,
    score_of_year,
)
from data.importers.sheets.cells import score_of, text_of, without_unit
from data.importers.sheets.opening import Cell, Row, Sheet
from data.importers.sheets.printed_text import numbers_apart
from data.importers.spelling.folding import fold, words
from data.importers.spelling.labels import code_of
from data.model.problems import ProblemCode
from data.model.records import Form

_SEARCHED_ROWS: Final = 60
_HEADING_ROWS: Final = 3
# A better heading than the first one found can only be its own lower rows.
_PATIENCE: Final = 3
_FRACTION: Final = re.compile(r"\d+[.,]\d+")
_MOST_INDICATORS: Final = 20
_LABELS: Final = frozenset({"agency", "district", "province", "code"})


@dataclass(frozen=True, slots=True)
class Table:
    """The headings of a sheet: rows `top` to `bottom`, what each column means and is called.

    `fields` maps a column to agency, district, province, year, code, score, instrument-score,
    level, provisional, ignored, a score code ("total", "IIT", "3", "o14"), a year ("2567"), a code
    of a year ("IIT-2567") or "level-2567".
    """

    form: Form
    top: int
    bottom: int
    fields: Mapping[int, str]
    headings: Mapping[int, str]
    converted: Mapping[int, str] = field(default_factory=dict)

    def columns(self, name: str) -> tuple[int, ...]:
        """Give the columns that mean this."""
        return tuple(column for column, found in self.fields.items() if found == name)

    def column(self, name: str) -> int | None:
        """Give the first column that means this."""
        return next(iter(self.columns(name)), None)

    @property
    def score_columns(self) -> dict[int, str]:
        """The columns that hold scores of one code; the first one where two have the same."""
        return {
            column: name
            for column, name in self.fields.items()
            if is_score_field(name) and column == self.column(name)
        }

    @property
    def year_columns(self) -> dict[int, int]:
        """The columns that hold scores of one year; the first one where two have the same."""
        return {
            column: int(name)
            for column, name in self.fields.items()
            if is_year(name) and column == self.column(name)
        }

    @property
    def heading_years(self) -> tuple[int, ...]:
        """The years that columns of scores or levels have in their headings."""
        names = (name.removeprefix(LEVEL_OF_YEAR) for name in self.fields.values())
        dated = (found[1] for name in names if (found := score_of_year(name)))
        return tuple(dict.fromkeys(dated))

    @property
    def scores_by_year(self) -> dict[int | None, dict[int, str]]:
        """The columns of scores with their codes by the year in their headings, None without."""
        found: dict[int | None, dict[int, str]] = {}
        if self.score_columns:
            found[None] = self.score_columns
        for column, name in self.fields.items():
            if (dated := score_of_year(name)) and column == self.column(name):
                found.setdefault(dated[1], {})[column] = dated[0]
        return found

    @property
    def value_columns(self) -> tuple[int, ...]:
        """The columns that hold what is scored, whatever tells its code and its year."""
        scored = {column for found in self.scores_by_year.values() for column in found}
        return tuple(sorted({*self.columns("score"), *self.columns("instrument-score"), *scored}))


def beginning(sheet: Sheet) -> Sheet:
    """Give the first rows of a sheet: enough to find the headings."""
    within = tuple(area for area in sheet.merged if area[0] < _SEARCHED_ROWS)
    return replace(sheet, rows=sheet.rows[:_SEARCHED_ROWS], merged=within)


def head(sheet: Sheet) -> Sheet:
    """Give the first rows of a sheet with merged cells filled."""
    return beginning(sheet).unmerged()


def find_table(
    sheet: Sheet, form: Form | None = None, corrected: Mapping[int, str] | None = None
) -> Table | None:
    """Find the heading rows that make sense of the most columns, the shortest among equals."""
    best: Table | None = None
    rows = head(sheet).rows
    for top in range(len(rows)):
        if best and top > best.top + _PATIENCE:
            break
        for table in _tables_at(rows, top, form, corrected or {}):
            if best is None or _sense(table) > _sense(best):
                best = table
    return _to_last_heading(best, sheet, rows) if best else None


def corrected_table(
    table: Table | None, sheet: Sheet, form: Form | None, corrected: Mapping[int, str]
) -> Table | None:
    """Give the table that a person's corrections make of the one found without them, if any."""
    if table is None:
        return _table_under(sheet, form, corrected)
    fields = dict(sorted({**table.fields, **corrected}.items()))
    made = form_of(fields)
    if made is None or form not in {None, made}:
        return find_table(sheet, form, corrected)
    converted = {at: text for at, text in table.converted.items() if at not in corrected}
    return replace(table, form=made, fields=fields, converted=converted)


def likely_headings(sheet: Sheet) -> tuple[int, dict[int, str]] | None:
    """Give the row of a sheet without a known table that most looks like headings, and its texts.

    None when no row has two texts or more.
    """
    rows = head(sheet).rows
    texts = [
        {at: text for at, cell in enumerate(row) if (text := text_of(cell))}
        if _may_be_heading(row)
        else {}
        for row in rows
    ]
    worded = [len({text for text in found.values() if not text.isdigit()}) for found in texts]
    if max(worded, default=0) < 2:
        return None
    top = worded.index(max(worded))
    return top, texts[top]


def _table_under(sheet: Sheet, form: Form | None, corrected: Mapping[int, str]) -> Table | None:
    likely = likely_headings(sheet)
    if likely is None:
        return None
    rows = head(sheet).rows
    found = max(_tables_at(rows, likely[0], form, corrected), key=_sense, default=None)
    return _to_last_heading(found, sheet, rows) if found else None


def _sense(table: Table) -> tuple[int, int]:
    return len(set(table.fields.values()) - {"ignored"}), len(table.fields)


def _to_last_heading(table: Table, sheet: Sheet, rows: tuple[Row, ...]) -> Table:
    """Move on over rows of names and numbers that lie below headings already understood."""
    labels = [column for column, name in table.fields.items() if name in _LABELS]
    bottom = table.bottom
    while bottom + 1 < len(rows) and _goes_on(table, labels, sheet.rows[bottom + 1], rows, bottom):
        bottom += 1
    return replace(table, bottom=bottom)


def _goes_on(
    table: Table, labels: list[int], row: Row, filled: tuple[Row, ...], bottom: int
) -> bool:
    above, below = filled[bottom], filled[bottom + 1]
    blank = [column for column in labels if column >= len(row) or not text_of(row[column])]
    if any(column < len(below) and text_of(below[column]) for column in blank):
        return any(above[column] == below[column] for column in blank if below[column])
    values = [score_of(row[column]) for column in table.score_columns if column < len(row)]
    worded = ProblemCode.SCORE_NOT_A_NUMBER in values
    return worded and blank == labels and not any(isinstance(value, float) for value in values)


def _tables_at(
    rows: tuple[Row, ...], top: int, form: Form | None, corrected: Mapping[int, str]
) -> Iterator[Table]:
    if len({text_of(cell) for cell in rows[top]} - {""}) < 2:
        return  # a title over the whole width, not the heading of a column
    for bottom in range(top, min(top + _HEADING_ROWS, len(rows))):
        if not _may_be_heading(rows[bottom]):
            return
        spread = spread_headings(rows[top : bottom + 1])
        for headings in dict.fromkeys((rows[top : bottom + 1], spread)):
            table = _table(headings, top, rows[bottom + 1 :], corrected)
            if table and form in {None, table.form}:
                yield table


def _holds_label(fields: Mapping[int, str], rows: tuple[Row, ...]) -> bool:
    """Say whether lower heading rows hold what is scored in a column of labels: they are body."""
    labels = [column for column, name in fields.items() if name == "code"]
    return any(
        code_of(text_of(row[column])) for row in rows for column in labels if column < len(row)
    )


def _may_be_heading(row: Row) -> bool:
    if not any(text_of(cell) for cell in row) or any(map(_is_measured, row)):
        return False
    return not (any(map(_is_above_numbering, row)) and any(map(_is_label, row)))


def _is_above_numbering(cell: Cell) -> bool:
    """Say whether a whole number numbers no indicator: beside a label it is a score."""
    value = score_of(cell)
    return isinstance(value, float) and value > _MOST_INDICATORS


def _is_label(cell: Cell) -> bool:
    text = text_of(cell)
    return not text.isdigit() and code_of(text) is not None


def _is_measured(cell: Cell) -> bool:
    # Headings hold small whole numbers and years; a fraction is a score.
    if isinstance(cell, str):
        parts = map(without_unit, map(fold, (cell, *numbers_apart(cell)[1:])))
        return any(_FRACTION.fullmatch(part) and part not in words().full_marks for part in parts)
    return isinstance(cell, float) and not cell.is_integer()


def _table(
    heading_rows: tuple[Row, ...], top: int, body: tuple[Row, ...], corrected: Mapping[int, str]
) -> Table | None:
    stacks = heading_stacks(heading_rows)
    meanings = column_meanings(stacks, body, corrected)
    form = form_of(meanings.fields)
    if form is None or (
        form is not Form.SCORES_AGENCIES and _holds_label(meanings.fields, heading_rows[1:])
    ):
        return None
    headings = {column: " ".join(stack) for column, stack in stacks.items()}
    converted = {column: headings[column] for column in meanings.converted}
    bottom = top + len(heading_rows) - 1
    return Table(form, top, bottom, meanings.fields, headings, converted)
