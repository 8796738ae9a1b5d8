"""Reports of several years below one another: rows that say of which year the next rows are."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np

from data.importers.scores.layout.columns import NO_YEAR
from data.importers.scores.layout.tables import ScoreTable
from data.importers.sheets.cells import text_of
from data.importers.sheets.opening import Row
from data.importers.sheets.readings import Body, Finding, Ints
from data.importers.sheets.title_years import Year, heading_year, title_years
from data.importers.spelling.folding import bare, is_subtotal, words
from data.importers.spelling.labels import code_of
from data.model.problems import ProblemCode


@dataclass(frozen=True, slots=True)
class Section:
    """A row that tells the year of the rows below it, up to the next section."""

    row: int
    column: int
    text: str
    year: Year

    def finding(self) -> Finding:
        """Say that it was read so."""
        year = str(self.year[0])
        return Finding(ProblemCode.SECTION_YEAR, self.row, self.column, self.text, year)


def year_sections(table: ScoreTable, whole: Body, rows: Body) -> dict[int, Section]:
    """Find the titles with one year right above scores, by row; `rows` lack repeated headings."""
    headings = set(whole.numbers.tolist()) - set(rows.numbers.tolist())
    return {section.row: section for section in _sections(table, whole, headings)}


def _sections(table: ScoreTable, whole: Body, headings: set[int]) -> Iterator[Section]:
    title: Section | None = None
    for number, row, filled in zip(whole.numbers.tolist(), whole.rows, whole.filled, strict=True):
        if number in headings:
            continue
        if not any(text_of(row[at]) for at in table.value_columns if at < len(row)):
            title = _title(number, row) or title
        elif title and _is_labelled(table, filled):
            yield title
            title = None


def _is_labelled(table: ScoreTable, row: Row) -> bool:
    labels = [text_of(row[at]) for at in table.columns("code") if at < len(row)]
    return any(code_of(text) or _is_level(text) for text in labels)


def _is_level(text: str) -> bool:
    return words().columns.get(bare(text)) == "level"


def _title(number: int, row: Row) -> Section | None:
    texts = [(at, text) for at, cell in enumerate(row) if (text := text_of(cell))]
    if any(is_subtotal(text) for _, text in texts):
        return None
    for at, text in texts:
        own = heading_year(text)
        years = {own} if own else title_years([text])
        if len(years) == 1:
            return Section(number, at, text, next(iter(years)))
    return None


def section_years(sections: Mapping[int, Section], rows: Ints, first: int | None) -> Ints:
    """Give the year of each row; `first` is that of the rows above all sections."""
    years = np.array([first or NO_YEAR, *(section.year[0] for section in sections.values())])
    starts = np.array([*sections], dtype=np.int64)
    of_row: Ints = years[np.searchsorted(starts, rows)]
    return of_row
