"""Where the table of a score sheet begins and what its columns mean."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Final

from data.importers.cells import score_of, text_of
from data.importers.headings import bare, fold, words
from data.importers.labels import TOTAL, code_of
from data.importers.sheets import Cell, Row, Sheet
from data.importers.title_years import heading_year, short_year
from data.problems import ProblemCode
from data.records import Form

_SEARCHED_ROWS: Final = 60
_HEADING_ROWS: Final = 3
# A better heading than the first one found can only be its own lower rows.
_PATIENCE: Final = 3
_FRACTION: Final = re.compile(r"\d+[.,]\d+\s*%?")
_SHORT_YEARS: Final = range(2560, 2580)

_LABELS: Final = frozenset({"agency", "district", "province", "code"})
LEVEL_OF_YEAR: Final = "level-"


@dataclass(frozen=True, slots=True)
class Table:
    """The headings of a sheet: rows `top` to `bottom`, what each column means and is called.

    `fields` maps a column to agency, district, province, year, code, score, level, provisional,
    ignored, a score code ("total", "IIT", "3", "o14"), a year ("2567") or "level-2567".
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


def is_year(name: str) -> bool:
    """Say whether a field is a fiscal year."""
    return len(name) == 4 and name.isdigit()


def is_score_field(name: str) -> bool:
    """Say whether a field is the code of a score."""
    return not is_year(name) and code_of(name) == name


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
    for bottom in range(top, min(top + _HEADING_ROWS, len(rows))):
        if not _may_be_heading(rows[bottom]):
            return
        table = _table(rows, top, bottom, corrected)
        if table and form in {None, table.form}:
            yield table


def _may_be_heading(row: Row) -> bool:
    return any(text_of(cell) for cell in row) and not any(map(_is_measured, row))


def _is_measured(cell: Cell) -> bool:
    # Headings hold small whole numbers and years; a fraction is a score.
    if isinstance(cell, str):
        return _FRACTION.fullmatch(fold(cell)) is not None
    return isinstance(cell, float) and not cell.is_integer()


def _table(
    rows: tuple[Row, ...], top: int, bottom: int, corrected: Mapping[int, str]
) -> Table | None:
    stacks = _stacks(rows[top : bottom + 1])
    years = {column: year for column, stack in stacks.items() if (year := _year_field(stack))}
    fields = {column: found for column, stack in stacks.items() if (found := _field(stack))}
    fields |= {column: name for column, (name, _) in years.items()}
    fields |= _short_year_fields(stacks, fields) | dict(corrected)
    body = rows[bottom + 1 :]
    if any(map(is_year, fields.values())) and "code" not in fields.values():
        fields |= _label_column(fields, body)
    fields = _settled(dict(sorted(fields.items())), body)
    form = form_of(fields)
    if form is None:
        return None
    headings = {column: " ".join(stack) for column, stack in stacks.items()}
    converted = {
        column: headings[column] for column, (_, written_ce) in years.items() if written_ce
    }
    return Table(form, top, bottom, fields, headings, converted)


def _stacks(rows: tuple[Row, ...]) -> dict[int, tuple[str, ...]]:
    """Give the texts over each column from the top down, repetitions of merged cells once."""
    width = max(map(len, rows))
    stacks = {}
    for column in range(width):
        texts = (text_of(row[column]) for row in rows if column < len(row))
        stack = tuple(dict.fromkeys(text for text in texts if text))
        if stack:
            stacks[column] = stack
    return stacks


def _field(stack: tuple[str, ...]) -> str | None:
    if bare_starts(stack[-1]):
        return "ignored"
    for start in range(len(stack)):
        text = " ".join(stack[start:])
        found = words().columns.get(bare(text)) or code_of(text)
        if found:
            return found
    return None


def bare_starts(text: str) -> bool:
    """Say whether a heading begins with a word for something that is not a score."""
    return text[:1].isalpha() and bare(text).startswith(words().not_scores)


def _year_field(stack: tuple[str, ...]) -> tuple[str, bool] | None:
    whole = " ".join(stack)
    for start in range(len(stack)):
        found = heading_year(" ".join(stack[start:]))
        if found:
            return str(found[0]), found[1]
    found = heading_year(stack[0])
    if found and len(stack) == 2 and not bare_starts(whole):
        name = words().columns.get(bare(stack[1]))
        if name == "level":
            return f"{LEVEL_OF_YEAR}{found[0]}", found[1]
        return (str(found[0]), found[1]) if name == "score" else None
    return None


def _short_year_fields(
    stacks: Mapping[int, tuple[str, ...]], fields: Mapping[int, str]
) -> dict[int, str]:
    if any(is_year(name) for name in fields.values()):
        return {}
    short = {column: short_year(stack[-1]) for column, stack in stacks.items()}
    years = {column: str(year) for column, year in short.items() if year in _SHORT_YEARS}
    return years if len(set(years.values())) >= 2 else {}


def _label_column(fields: Mapping[int, str], body: tuple[Row, ...]) -> dict[int, str]:
    first_year = min(column for column, name in fields.items() if is_year(name))
    for column in range(first_year):
        labels = [text_of(row[column]) for row in body if column < len(row)]
        if sum(code_of(label) is not None for label in labels) >= 2:
            return {column: "code"}
    return {}


def _settled(fields: dict[int, str], body: tuple[Row, ...]) -> dict[int, str]:
    """Decide what a heading that can mean two things means here: the score, the total, a level."""
    names = Counter(fields.values())
    if names["score"] > 1:
        fields |= dict.fromkeys(_level_columns(fields, body), "level")
    names = Counter(fields.values())
    one_organisation = names["code"] and not names["score"]
    if one_organisation and names[TOTAL] == 1 and not _several_scores(fields):
        return {column: "score" if name == TOTAL else name for column, name in fields.items()}
    if names["agency"] and not names["code"] and names["score"] == 1 and not names[TOTAL]:
        return {column: TOTAL if name == "score" else name for column, name in fields.items()}
    return fields


def _several_scores(fields: Mapping[int, str]) -> bool:
    return sum(is_score_field(name) for name in fields.values()) > 1


def _level_columns(fields: Mapping[int, str], body: tuple[Row, ...]) -> Iterator[int]:
    for column, name in fields.items():
        cells = [row[column] for row in body if column < len(row)]
        values = [score for score in map(score_of, cells) if score is not None]
        if name == "score" and values and not any(isinstance(value, float) for value in values):
            yield column


def form_of(fields: Mapping[int, str]) -> Form | None:
    """Give the form that columns with these meanings make."""
    names = set(fields.values())
    scores = {name for name in names if is_score_field(name)}
    if any(map(is_year, names)) and "code" in names and "agency" not in names:
        return Form.SCORES_YEARS
    if {"code", "score"} <= names:
        return Form.SCORES_LONG if names & {"year", "agency"} else Form.SCORES_REPORT
    if scores and ("agency" in names or len(scores) >= 3):
        return Form.SCORES_AGENCIES
    return None
