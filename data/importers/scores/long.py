"""The long form: one row a score, with its year and perhaps its agency."""

from collections.abc import Iterator
from typing import Final

import numpy as np
import numpy.typing as npt
import pandas as pd

from data.importers.scores.layout.columns import (
    NO_YEAR,
    column_findings,
    missing_years,
    provisional_rows,
    row_years,
)
from data.importers.scores.layout.labelled import (
    ValueColumn,
    labelled,
    unlabelled,
    value_levels,
    value_scores,
)
from data.importers.scores.layout.scope import (
    agency_cells,
    one_unit,
    organisation_of_sheet,
    place_cells,
)
from data.importers.scores.layout.tables import ScoreTable
from data.importers.scores.layout.units import Places, is_name, units_of
from data.importers.sheets.cells import text_of
from data.importers.sheets.opening import Sheet
from data.importers.sheets.readings import (
    Body,
    Finding,
    Ints,
    Readings,
    body_of,
    interned,
    without_headings,
)
from data.model.choices import Choices
from data.model.problems import ProblemCode

_WHO: Final = frozenset({"agency", "district", "province"})


def read_long(sheet: Sheet, table: ScoreTable, choices: Choices) -> Readings:
    """Read one row a score; a row without a year, an agency or a known code is reported."""
    whole = body_of(sheet, table.bottom)
    body, findings = without_headings(sheet, table.top, table.bottom, whole)
    years, about_years = row_years(sheet, table, body, choices)
    if _WHO.isdisjoint(table.fields.values()):
        named, about_agencies = organisation_of_sheet(sheet, table, choices)
        unit_of_row: Ints
        unit_of_row, distinct = pd.factorize(years)
        units = one_unit(named, distinct.tolist())
    else:
        agencies, about_agencies = agency_cells(sheet, table, body, choices)
        unit_of_row, units = units_of(
            Places(agencies, *place_cells(sheet, table, whole, body)), years
        )
    nameless = _nameless(table, body)
    value = ValueColumn(
        column=table.columns("score")[0],
        unit=np.where(nameless | (years == NO_YEAR), -1, unit_of_row),
        level_column=table.column("level"),
    )
    rows = labelled(table, body, tuple(sorted(set(units.year.tolist()))))
    scores, about_scores = value_scores(rows, value, provisional_rows(table, body, choices))
    levels, about_levels = value_levels(rows, value, any_row=True)
    findings += [*about_years, *about_agencies, *about_scores, *about_levels]
    findings += [*column_findings(sheet, table, body), *missing_years(table, body, years)]
    findings += [*unlabelled(table, rows, [value.column]), *_missing(table, body, nameless)]
    return Readings(whole.numbers, units, rows.codes, scores, levels, findings)


def _nameless(table: ScoreTable, body: Body) -> npt.NDArray[np.bool_]:
    column = table.column("agency")
    if column is None:
        return np.zeros(len(body.numbers), dtype=np.bool_)
    numbers, texts = interned(body.labels(column), text_of)
    return np.array([not is_name(text) for text in texts], dtype=np.bool_)[numbers]


def _missing(table: ScoreTable, body: Body, nameless: npt.NDArray[np.bool_]) -> Iterator[Finding]:
    column, score = table.column("agency"), table.columns("score")[0]
    for at in np.flatnonzero(nameless).tolist():
        if column is not None and text_of(body.cell(at, score)):
            yield Finding(ProblemCode.MISSING_AGENCY, int(body.numbers[at]), column)
