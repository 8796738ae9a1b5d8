"""Where the table of a score sheet begins and what its columns mean."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from data.importers.scores.layout.meanings import (
    AGENCY_SCORES,
    column_meanings,
    form_of,
    heading_stacks,
    spread_headings,
)
from data.importers.sheets.cells import score_of, text_of
from data.importers.sheets.head import SheetHead, likely_headings, may_be_heading
from data.importers.spelling.labels import (
    LEVEL_OF_YEAR,
    code_of,
    is_score_field,
    is_year,
    score_of_year,
)
from data.model.grid import Row
from data.model.problems import ProblemCode
from data.model.records import Form

_HEADING_ROWS: Final = 3
# A better heading than the first one found can only be its own lower rows.
_PATIENCE: Final = 3
_LABELS: Final = frozenset({"agency", "district", "province", "code"})


@dataclass(frozen=True, slots=True)
class ScoreTable:
    """The headings of a sheet: rows `top` to `bottom`, what each column means and is called.

    `fields` maps a column to agency, district, province, year, code, score, instrument-score,
    agency-scores, level, provisional, ignored, a score code ("total", "IIT", "3", "o14"), a year
    ("2567"), a code of a year ("IIT-2567") or "level-2567". `titles` are the texts above the table
    and in its headings, with the first place of each. `said` is what a person said that labels mean
    which nothing knows: bare label -> code or "ignored". `left_out` are the columns a person does
    not want.
    """

    form: Form
    top: int
    bottom: int
    fields: Mapping[int, str]
    headings: Mapping[int, str]
    converted: Mapping[int, str] = field(default_factory=dict)
    titles: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    said: Mapping[str, str] = field(default_factory=dict)
    left_out: frozenset[int] = frozenset()

    def columns(self, name: str) -> tuple[int, ...]:
        """Give the columns that mean this."""
        return tuple([column for column, field in self.fields.items() if field == name])

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
        years = (dated[1] for name in names if (dated := score_of_year(name)))
        return tuple(dict.fromkeys(years))

    @property
    def scores_by_year(self) -> dict[int | None, dict[int, str]]:
        """The columns of scores with their codes by the year in their headings, None without."""
        columns: dict[int | None, dict[int, str]] = {}
        if undated := self.score_columns:
            columns[None] = undated
        for column, name in self.fields.items():
            if (dated := score_of_year(name)) and column == self.column(name):
                columns.setdefault(dated[1], {})[column] = dated[0]
        return columns

    @property
    def value_columns(self) -> tuple[int, ...]:
        """The columns that hold what is scored, whatever tells its code and its year."""
        scored = [column for columns in self.scores_by_year.values() for column in columns]
        own = (*self.columns("score"), *self.columns("instrument-score"))
        return tuple(sorted({*own, *self.columns(AGENCY_SCORES), *scored}))


class _Search:
    """The rows in which a table is sought; each is judged once, however often it is asked for."""

    def __init__(self, head: SheetHead, form: Form | None, corrected: Mapping[int, str]) -> None:
        self.rows = head.filled
        self.form = form
        self.corrected = corrected
        self._judged: list[bool] = []

    def may_be_heading(self, row: int) -> bool:
        while len(self._judged) <= row:
            self._judged.append(may_be_heading(self.rows[len(self._judged)]))
        return self._judged[row]


def find_table(
    head: SheetHead, form: Form | None = None, corrected: Mapping[int, str] | None = None
) -> ScoreTable | None:
    """Find the heading rows that make sense of the most columns, the shortest among equals."""
    best: ScoreTable | None = None
    several: list[ScoreTable] = []
    search = _Search(head, form, corrected or {})
    for top in range(len(search.rows)):
        if best and top > best.top + _PATIENCE:
            break
        for table in _tables_at(search, top):
            several.append(table)
            if best is None or _sense(table) > _sense(best):
                best = table
    # A year in the corner of a title heads no column: "IIT | | year 2569" above the headings.
    if best and len(several) > 1 and not _holds_score(best, search.rows):
        filled = [table for table in several if _holds_score(table, search.rows)]
        best = max(filled, key=_sense, default=best)
    return _to_last_heading(best, head) if best else None


def _holds_score(table: ScoreTable, rows: Sequence[Row]) -> bool:
    dated = table.form is Form.SCORES_YEARS
    columns = tuple(table.year_columns) if dated else table.value_columns
    return any(
        isinstance(score_of(row[column]), float)
        for row in rows[table.bottom + 1 :]
        for column in columns
        if column < len(row)
    )


def corrected_table(
    table: ScoreTable | None, head: SheetHead, form: Form | None, corrected: Mapping[int, str]
) -> ScoreTable | None:
    """Give the table that a person's corrections make of the one found without them, if any."""
    if table is None:
        return _table_under(head, form, corrected)
    fields = dict(sorted({**table.fields, **corrected}.items()))
    made = form_of(fields)
    if made is None or form not in {None, made}:
        return find_table(head, form, corrected)
    converted = {at: text for at, text in table.converted.items() if at not in corrected}
    return replace(table, form=made, fields=fields, converted=converted)


def _table_under(
    head: SheetHead, form: Form | None, corrected: Mapping[int, str]
) -> ScoreTable | None:
    likely = likely_headings(head)
    if likely is None:
        return None
    tables = _tables_at(_Search(head, form, corrected), likely[0])
    table = max(tables, key=_sense, default=None)
    return _to_last_heading(table, head) if table else None


def _sense(table: ScoreTable) -> tuple[int, int]:
    return len(set(table.fields.values()) - {"ignored"}), len(table.fields)


def _to_last_heading(table: ScoreTable, head: SheetHead) -> ScoreTable:
    """Move on over rows of names and numbers that lie below headings already understood."""
    labels = [column for column, name in table.fields.items() if name in _LABELS]
    bottom = table.bottom
    while bottom + 1 < len(head.rows) and _goes_on(table, labels, head, bottom):
        bottom += 1
    return replace(table, bottom=bottom, titles=titles_above(head, bottom))


def titles_above(head: SheetHead, bottom: int) -> dict[str, tuple[int, int]]:
    """Give the texts down to row `bottom`, each with the first place it has."""
    titles: dict[str, tuple[int, int]] = {}
    for row, column, text in head.texts:
        if row > bottom:
            break
        titles.setdefault(text, (row, column))
    return titles


def _goes_on(table: ScoreTable, labels: list[int], head: SheetHead, bottom: int) -> bool:
    row, above, below = head.rows[bottom + 1], head.filled[bottom], head.filled[bottom + 1]
    blank = [column for column in labels if column >= len(row) or not text_of(row[column])]
    if any(column < len(below) and text_of(below[column]) for column in blank):
        return any(above[column] == below[column] for column in blank if below[column])
    values = [score_of(row[column]) for column in table.score_columns if column < len(row)]
    worded = ProblemCode.SCORE_NOT_A_NUMBER in values
    return worded and blank == labels and not any(isinstance(value, float) for value in values)


def _tables_at(search: _Search, top: int) -> Iterator[ScoreTable]:
    rows = search.rows
    if len({text_of(cell) for cell in rows[top]} - {""}) < 2:
        return  # a title over the whole width, not the heading of a column
    for bottom in range(top, min(top + _HEADING_ROWS, len(rows))):
        if not search.may_be_heading(bottom):
            return
        spread = spread_headings(rows[top : bottom + 1])
        for headings in dict.fromkeys((rows[top : bottom + 1], spread)):
            table = _table(headings, top, rows[bottom + 1 :], search.corrected)
            if table and search.form in {None, table.form}:
                yield table


def _holds_label(fields: Mapping[int, str], rows: tuple[Row, ...]) -> bool:
    """Say whether lower heading rows hold what is scored in a column of labels: they are body."""
    labels = [column for column, name in fields.items() if name == "code"]
    return any(
        code_of(text_of(row[column])) for row in rows for column in labels if column < len(row)
    )


def _table(
    heading_rows: tuple[Row, ...], top: int, body: tuple[Row, ...], corrected: Mapping[int, str]
) -> ScoreTable | None:
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
    return ScoreTable(form, top, bottom, meanings.fields, headings, converted)
