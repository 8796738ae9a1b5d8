"""One organisation over the years: rows are what is scored, columns are years."""

import numpy as np

from data.importers.scores.layout.columns import column_findings, provisional_rows
from data.importers.scores.layout.labelled import (
    ValueColumn,
    labelled,
    unlabelled,
    value_levels,
    value_scores,
)
from data.importers.scores.layout.scope import conversion, one_unit, organisation_of_sheet
from data.importers.scores.layout.tables import ScoreTable
from data.importers.sheets.opening import Sheet
from data.importers.sheets.readings import (
    Body,
    Levels,
    Readings,
    Scores,
    body_of,
    without_headings,
)
from data.importers.spelling.labels import LEVEL_OF_YEAR
from data.model.choices import Choices


def read_years(sheet: Sheet, table: ScoreTable, choices: Choices) -> Readings:
    """Read a table with a column for each year."""
    whole = body_of(sheet, table.bottom)
    body, findings = without_headings(sheet, table.top, table.bottom, whole)
    organisation, about_organisation = organisation_of_sheet(sheet, table, choices)
    years = list(dict.fromkeys(table.year_columns.values()))
    rows = labelled(table, body, tuple(sorted(years)))
    provisional = provisional_rows(table, body, choices)
    values = _value_columns(table, body, years)
    scores = [value_scores(rows, value, provisional) for value in values]
    levels = [value_levels(rows, value, any_row=False) for value in values]
    findings += [*about_organisation, *column_findings(sheet, table, body)]
    findings += [finding for _, about in (*scores, *levels) for finding in about]
    findings += [*unlabelled(table, rows, list(table.year_columns))]
    findings += [
        conversion(int(table.fields[column][-4:]), table.bottom, column, heading)
        for column, heading in table.converted.items()
    ]
    return Readings(
        whole.numbers,
        one_unit(organisation, years),
        rows.codes,
        Scores.joined([one for one, _ in scores]),
        Levels.joined([one for one, _ in levels]),
        findings,
    )


def _value_columns(table: ScoreTable, body: Body, years: list[int]) -> list[ValueColumn]:
    return [
        ValueColumn(
            column=column,
            unit=np.full(len(body.numbers), years.index(year)),
            level_column=table.column(f"{LEVEL_OF_YEAR}{year}"),
        )
        for column, year in table.year_columns.items()
    ]
