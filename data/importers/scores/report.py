"""The result report: one organisation, indicators with items, instruments, a total, a level."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from data.importers.scores.layout.columns import NO_YEAR, column_findings, provisional_rows
from data.importers.scores.layout.instrument_columns import of_instruments
from data.importers.scores.layout.labelled import (
    ValueColumn,
    labelled,
    unlabelled,
    value_levels,
    value_scores,
)
from data.importers.scores.layout.scope import (
    one_unit,
    organisation_of_sheet,
    year_of_sheet,
)
from data.importers.scores.layout.tables import ScoreTable
from data.importers.scores.report_sections import Section, section_years, year_sections
from data.importers.scores.report_summary import summaries, summary_levels, summary_scores
from data.importers.sheets.opening import Sheet
from data.importers.sheets.readings import (
    Body,
    Finding,
    Ints,
    Levels,
    Readings,
    Scores,
    body_of,
    without_headings,
)
from data.model.choices import Choices


@dataclass(frozen=True, slots=True)
class _Years:
    """The years of a report: `own` in its titles, `of_row` by its sections, NO_YEAR without."""

    own: int
    of_row: Ints
    findings: list[Finding]

    @property
    def all(self) -> list[int]:
        """Every year there are scores of."""
        return sorted({self.own, *self.of_row.tolist()} - {NO_YEAR})

    def units(self) -> Ints:
        """Give the place of each row's year among all of them, -1 without."""
        places = np.searchsorted(np.array(self.all, dtype=np.int64), self.of_row)
        return np.where(self.of_row == NO_YEAR, -1, places)

    def unit(self) -> int:
        """Give the place of the titles' year among all of them, -1 without."""
        return self.all.index(self.own) if self.own != NO_YEAR else -1


def read_report(sheet: Sheet, table: ScoreTable, choices: Choices) -> Readings:
    """Read the scores of one organisation; rows of which nothing tells the year are not read."""
    whole = body_of(sheet, table.bottom)
    body, findings = without_headings(sheet, table.top, table.bottom, whole)
    sections = year_sections(table, whole, body)
    body = body.where(~np.isin(body.numbers, [*sections]))
    years = _years(sheet, table, body, sections, choices)
    organisation, about_organisation = organisation_of_sheet(sheet, table, choices)
    rows = labelled(table, body, tuple(years.all))
    above = summaries(sheet, table) if years.own else []
    wholes = of_instruments(rows, years.of_row, above)
    provisional = provisional_rows(table, body, choices)
    value = ValueColumn(table.columns("score")[0], years.units(), table.column("level"))
    others = [ValueColumn(at, value.unit) for at in table.columns("instrument-score")[:1]]
    read = [value_scores(rows, value, provisional)]
    read += [value_scores(wholes, other, provisional) for other in others]
    levels, about_levels = value_levels(rows, value, any_row=False)
    findings += [*years.findings, *about_organisation, *about_levels]
    findings += [finding for _, about in read for finding in about]
    findings += [*column_findings(sheet, table, body)]
    findings += [*unlabelled(table, rows, [value.column, *(other.column for other in others)])]
    unit = years.unit()
    of_titles = summary_scores(above, unit, wholes.codes, provisional=choices.provisional)
    return Readings(
        np.array([*dict.fromkeys(one.row for one in above), *whole.numbers], dtype=np.int64),
        one_unit(organisation, years.all),
        wholes.codes,
        Scores.joined([*(one for one, _ in read), of_titles]),
        Levels.joined([levels, summary_levels(above, unit)]),
        findings,
    )


def _years(
    sheet: Sheet, table: ScoreTable, body: Body, sections: Mapping[int, Section], choices: Choices
) -> _Years:
    own, about_own = year_of_sheet(sheet, table, choices)
    of_row = section_years(sections, body.numbers, own)
    asked = NO_YEAR in of_row or not sections
    about_sections = [section.finding() for section in sections.values()]
    return _Years(own or NO_YEAR, of_row, [*(about_own if own or asked else ()), *about_sections])
