"""A table of many agencies: one row an agency, one column an indicator, instrument or total."""

from collections.abc import Iterator, Mapping
from itertools import chain

import numpy as np
import numpy.typing as npt

from data.containers.cell_columns import Column
from data.importers.scores.layout.columns import (
    NO_YEAR,
    column_findings,
    missing_years,
    provisional_rows,
    row_years,
)
from data.importers.scores.layout.scope import agency_cells, conversion, place_cells
from data.importers.scores.layout.tables import ScoreTable
from data.importers.scores.layout.units import Places, is_name, units_of
from data.importers.scores.published_levels import levels_in
from data.importers.sheets.cells import score_of, text_of
from data.importers.sheets.opening import Cell, Row, Sheet
from data.importers.sheets.readings import (
    NO_LEVELS,
    Body,
    Finding,
    Floats,
    Ints,
    Levels,
    Readings,
    Scores,
    Units,
    body_of,
    interned,
    is_faulty_score,
    score_finding,
    score_values,
    without_headings,
)
from data.importers.spelling.folding import are_subtotals, bare, is_subtotal, words
from data.importers.spelling.labels import LEVEL_OF_YEAR
from data.model.choices import Choices
from data.model.problems import ProblemCode


def read_agencies(sheet: Sheet, table: ScoreTable, choices: Choices) -> Readings:
    """Read a table of agencies; averages, sums and footnotes are reported, never imported."""
    whole = body_of(sheet, table.bottom)
    body, findings = without_headings(sheet, table.top, table.bottom, whole)
    reported = list(_rows_without_agency(table, body))
    body = body.where(~np.isin(body.numbers, [finding.row for finding in reported]))
    years, about_years = _years(sheet, table, body, choices)
    agencies, about_agencies = agency_cells(sheet, table, body, choices)
    places = Places(agencies, *place_cells(sheet, table, whole, body))
    units_by_year, units = _units(places, years)
    codes = tuple(
        dict.fromkeys(chain.from_iterable(map(dict.values, table.scores_by_year.values())))
    )
    provisional = provisional_rows(table, body, choices)
    scores, levels = [], []
    for year, unit in units_by_year.items():
        columns = table.scores_by_year.get(year, {})
        of_year, about_scores = _scores(body, columns, unit, codes, provisional)
        published, about_levels = _levels(table, body, year, unit)
        scores.append(of_year)
        levels.append(published)
        findings += [*about_scores, *about_levels]
    findings += [*reported, *about_years, *about_agencies, *column_findings(sheet, table, body)]
    return Readings(
        whole.numbers, units, codes, Scores.joined(scores), Levels.joined(levels), findings
    )


def _years(
    sheet: Sheet, table: ScoreTable, body: Body, choices: Choices
) -> tuple[dict[int | None, Ints], list[Finding]]:
    """Give the year of each row, for the columns of each year in the headings and those without."""
    years: dict[int | None, Ints] = {
        year: np.full(len(body.numbers), year) for year in table.heading_years
    }
    findings = [
        conversion(int(table.fields[column][-4:]), table.bottom, column, heading)
        for column, heading in table.converted.items()
    ]
    if table.score_columns:
        years[None], about_years = row_years(sheet, table, body, choices)
        findings += [*about_years, *missing_years(table, body, years[None])]
    return years, findings


def _units(
    places: Places, years: Mapping[int | None, Ints]
) -> tuple[dict[int | None, Ints], Units]:
    times = len(years)
    every_year = np.concatenate(list(years.values()))
    cells = (places.agency, places.district, places.province)
    repeated = Places(*(column.repeated(times) for column in cells))
    unit_of_row, units = units_of(repeated, every_year)
    usable = np.where(every_year == NO_YEAR, -1, unit_of_row)
    return dict(zip(years, np.split(usable, times), strict=True)), units


def _scores(
    body: Body,
    columns: Mapping[int, str],
    unit: Ints,
    codes: tuple[str, ...],
    provisional: npt.NDArray[np.bool_],
) -> tuple[Scores, list[Finding]]:
    own = list(columns)
    cells = [body.cells(column) for column in own]
    none = np.empty((len(body.numbers), 0))
    values: Floats = np.column_stack([none, *(score_values(one) for one in cells)])
    at, column = np.nonzero(~np.isnan(values) & (unit >= 0)[:, np.newaxis])
    scores = Scores(
        row=body.numbers[at],
        column=np.array(own, dtype=np.int16)[column],
        unit=unit[at],
        code=np.array([codes.index(code) for code in columns.values()], dtype=np.int16)[column],
        value=values[at, column],
        provisional=provisional[at],
    )
    return scores, list(_not_scores(body, own, cells, values))


def _not_scores(
    body: Body, columns: list[int], cells: list[Column[Cell]], values: Floats
) -> Iterator[Finding]:
    for column, own, missing in zip(columns, cells, np.isnan(values).T, strict=True):
        places = np.flatnonzero(missing)
        wrong = own.where(places).answers(is_faulty_score, np.bool_)
        for at in places[wrong].tolist():
            yield score_finding(own[at], int(body.numbers[at]), column)


def _levels(
    table: ScoreTable, body: Body, year: int | None, unit: Ints
) -> tuple[Levels, list[Finding]]:
    column = table.column("level" if year is None else f"{LEVEL_OF_YEAR}{year}")
    if column is None:
        return NO_LEVELS, []
    known = np.flatnonzero(unit >= 0)
    own = body.cells(column).where(known)
    return levels_in(own, body.numbers[known], column, unit[known])


def _rows_without_agency(table: ScoreTable, body: Body) -> Iterator[Finding]:
    column = table.column("agency")
    number, texts = interned(body.labels(column), text_of)
    subtotal = np.array(are_subtotals(texts), dtype=np.bool_)[number]
    nameless = ~np.array(list(map(is_name, texts)), dtype=np.bool_)[number]
    counting = np.zeros(len(number), dtype=np.bool_)
    counting[:2] = [_counts_columns(body.rows[at]) for at in range(min(2, len(number)))]
    for at in np.flatnonzero(subtotal | nameless | counting).tolist():
        if subtotal[at] or counting[at]:
            text = texts[number[at]] or " ".join(filter(None, map(text_of, body.rows[at])))
            yield Finding(ProblemCode.ROW_SKIPPED, int(body.numbers[at]), column or 0, text)
        else:
            yield from _nameless(table, body, at)


def _nameless(table: ScoreTable, body: Body, at: int) -> Iterator[Finding]:
    """Report a row without a name, unless the table has no names because it is all one agency."""
    column, row = table.column("agency"), int(body.numbers[at])
    scores = table.value_columns
    texts = [text_of(cell) for at, cell in enumerate(body.filled[at]) if at not in scores]
    subtotal = next((text for text in texts if is_subtotal(text)), None)
    values = {score_of(body.cell(at, place)) for place in scores}
    scored = any(isinstance(value, float) for value in values)
    full_marks = {*map(float, words().full_marks), None}
    if subtotal or not scored or values <= full_marks:
        shown = subtotal or " ".join(filter(None, texts)) or " ".join(map(text_of, body.rows[at]))
        yield Finding(ProblemCode.ROW_SKIPPED, row, 0, " ".join(shown.split()))
    elif column is not None:
        yield Finding(ProblemCode.MISSING_AGENCY, row, column)


def _counts_columns(row: Row) -> bool:
    """Say whether a row only numbers the columns: (1) (2) (3)."""
    numbers = [bare(text) for text in map(text_of, row) if text]
    wanted = [str(number) for number in range(1, len(numbers) + 1)]
    return len(numbers) >= 3 and numbers == wanted
