"""A table of many agencies: one row an agency, one column an indicator, instrument or total."""

from collections.abc import Iterator

import numpy as np

from data.importers.cells import score_of, text_of
from data.importers.choices import Choices
from data.importers.columns import (
    NO_YEAR,
    column_findings,
    missing_years,
    provisional_rows,
    row_years,
)
from data.importers.headings import bare, is_subtotal
from data.importers.published_levels import NO_LEVELS, levels_in
from data.importers.readings import (
    Body,
    Finding,
    Floats,
    Ints,
    Levels,
    Readings,
    Scores,
    body_of,
    score_finding,
    score_values,
    without_headings,
)
from data.importers.scope import agency_cells
from data.importers.sheets import Cell, Sheet
from data.importers.tables import Table
from data.importers.units import Places, is_name, units_of
from data.problems import ProblemCode


def read_agencies(sheet: Sheet, table: Table, choices: Choices) -> Readings:
    """Read a table of agencies; averages, sums and footnotes are reported, never imported."""
    whole = body_of(sheet, table.bottom)
    body, findings = without_headings(sheet, table.top, table.bottom, whole)
    reported = list(_rows_without_agency(table, body))
    named = {finding.row for finding in reported}
    body = body.where(at for at, row in enumerate(body.numbers.tolist()) if row not in named)
    years, about_years = row_years(sheet, table, body, choices)
    agencies, about_agencies = agency_cells(sheet, table, body, choices)
    districts, provinces = map(table.column, ("district", "province"))
    places = Places(agencies, body.labels(districts), body.labels(provinces))
    unit_of_row, units = units_of(places, years)
    unit = np.where(years == NO_YEAR, -1, unit_of_row)
    scores, about_scores = _scores(table, body, unit, choices)
    levels, about_levels = _levels(table, body, unit)
    findings += [*reported, *about_years, *about_agencies, *about_scores, *about_levels]
    findings += [*column_findings(sheet, table, body), *missing_years(table, body, years)]
    codes = tuple(table.score_columns.values())
    return Readings(whole.numbers, units, codes, scores, levels, findings)


def _scores(table: Table, body: Body, unit: Ints, choices: Choices) -> tuple[Scores, list[Finding]]:
    columns = list(table.score_columns)
    cells = [body.cells(column) for column in columns]
    values: Floats = np.column_stack([score_values(one) for one in cells])
    at, code = np.nonzero(~np.isnan(values) & (unit >= 0)[:, np.newaxis])
    scores = Scores(
        row=body.numbers[at],
        column=np.array(columns)[code],
        unit=unit[at],
        code=code,
        value=values[at, code],
        provisional=provisional_rows(table, body, choices)[at],
    )
    return scores, list(_not_scores(body, columns, cells, values))


def _not_scores(
    body: Body, columns: list[int], cells: list[list[Cell]], values: Floats
) -> Iterator[Finding]:
    for at, code in np.argwhere(np.isnan(values)).tolist():
        found = score_finding(cells[code][at], int(body.numbers[at]), columns[code])
        if found:
            yield found


def _levels(table: Table, body: Body, unit: Ints) -> tuple[Levels, list[Finding]]:
    column = table.column("level")
    if column is None:
        return NO_LEVELS, []
    known = np.flatnonzero(unit >= 0)
    cells = body.cells(column)
    own = [cells[at] for at in known.tolist()]
    return levels_in(own, body.numbers[known], column, unit[known])


def _rows_without_agency(table: Table, body: Body) -> Iterator[Finding]:
    column = table.column("agency")
    names = [None] * len(body.numbers) if column is None else body.labels(column)
    for at, (row, name) in enumerate(zip(body.numbers.tolist(), names, strict=True)):
        text = text_of(name)
        if is_subtotal(text) or _counts_columns(body, at):
            yield Finding(ProblemCode.ROW_SKIPPED, row, column or 0, text)
        elif not is_name(text):
            yield from _nameless(table, body, at)


def _nameless(table: Table, body: Body, at: int) -> Iterator[Finding]:
    """Report a row without a name, unless the table has no names because it is all one agency."""
    column, row = table.column("agency"), int(body.numbers[at])
    scores = table.score_columns
    texts = [text_of(cell) for at, cell in enumerate(body.filled[at]) if at not in scores]
    subtotal = next((text for text in texts if is_subtotal(text)), None)
    scored = any(isinstance(score_of(body.cell(at, place)), float) for place in scores)
    if subtotal or not scored:
        yield Finding(ProblemCode.ROW_SKIPPED, row, 0, subtotal or " ".join(filter(None, texts)))
    elif column is not None:
        yield Finding(ProblemCode.MISSING_AGENCY, row, column)


def _counts_columns(body: Body, at: int) -> bool:
    """Say whether a row only numbers the columns: (1) (2) (3)."""
    if at > 1:
        return False
    numbers = [bare(text) for text in map(text_of, body.rows[at]) if text]
    wanted = [str(number) for number in range(1, len(numbers) + 1)]
    return len(numbers) >= 3 and numbers == wanted
