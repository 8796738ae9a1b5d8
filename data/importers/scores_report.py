"""The result report: one organisation in one year, indicators with items, instruments, a total."""

import numpy as np

from data.importers.choices import Choices
from data.importers.columns import column_findings, provisional_rows
from data.importers.labelled import ValueColumn, labelled, unlabelled, value_levels, value_scores
from data.importers.readings import Readings, body_of, without_headings
from data.importers.scope import organisation_of_sheet, year_of_sheet
from data.importers.sheets import Sheet
from data.importers.tables import Table
from data.importers.units import one_unit


def read_report(sheet: Sheet, table: Table, choices: Choices) -> Readings:
    """Read the scores of one organisation in one year; without a year nothing is read."""
    whole = body_of(sheet, table.bottom)
    body, findings = without_headings(sheet, table.top, table.bottom, whole)
    year, about_year = year_of_sheet(sheet, table, choices)
    organisation, about_organisation = organisation_of_sheet(sheet, table, choices)
    unit = np.full(len(body.numbers), -1 if year is None else 0)
    value = ValueColumn(table.columns("score")[0], unit, table.column("level"))
    rows = labelled(table, body, () if year is None else (year,))
    scores, about_scores = value_scores(rows, value, provisional_rows(table, body, choices))
    levels, about_levels = value_levels(rows, value, any_row=False)
    findings += [*about_year, *about_organisation, *about_scores, *about_levels]
    findings += [*column_findings(sheet, table, body), *unlabelled(table, rows, [value.column])]
    units = one_unit(organisation, () if year is None else (year,))
    return Readings(whole.numbers, units, rows.codes, scores, levels, findings)
