"""A table turned sideways: rows are what is scored, each column is an agency."""

import numpy as np

from data.containers.cell_columns import Column
from data.importers.scores.layout.columns import column_findings, provisional_rows
from data.importers.scores.layout.labelled import (
    ValueColumn,
    labelled,
    unlabelled,
    value_levels,
    value_scores,
)
from data.importers.scores.layout.meanings import AGENCY_SCORES
from data.importers.scores.layout.scope import year_of_sheet
from data.importers.scores.layout.tables import ScoreTable
from data.importers.scores.layout.units import Places, units_of
from data.importers.sheets.opening import Cell, Sheet
from data.importers.sheets.readings import Levels, Readings, Scores, body_of, without_headings
from data.importers.spelling.title_places import province_of
from data.model.choices import Choices


def read_agency_columns(sheet: Sheet, table: ScoreTable, choices: Choices) -> Readings:
    """Read a table with a column for each agency; its year is one for all of them."""
    whole = body_of(sheet, table.bottom)
    body, findings = without_headings(sheet, table.top, table.bottom, whole)
    year, about_year = year_of_sheet(sheet, table, choices)
    columns = table.columns(AGENCY_SCORES)
    names = [table.headings.get(column, "") for column in columns]
    province = province_of(table.titles, sheet.name)
    blank: Column[Cell] = Column.same("", len(names))
    places = Places(Column.of(names), blank, Column.same(province, len(names)))
    units, described = units_of(places, np.full(len(names), year or 0))
    rows = labelled(table, body, (year,) if year else ())
    provisional = provisional_rows(table, body, choices)
    values = [
        ValueColumn(column, np.full(len(body.numbers), unit if year else -1))
        for column, unit in zip(columns, units.tolist(), strict=True)
    ]
    scores = [value_scores(rows, value, provisional) for value in values]
    levels = [value_levels(rows, value, any_row=False) for value in values]
    findings += [*about_year, *column_findings(sheet, table, body)]
    findings += [finding for _, about in (*scores, *levels) for finding in about]
    findings += [*unlabelled(table, rows, list(columns))]
    return Readings(
        whole.numbers,
        described,
        rows.codes,
        Scores.joined([one for one, _ in scores]),
        Levels.joined([one for one, _ in levels]),
        findings,
    )
