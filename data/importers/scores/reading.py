"""From a table of scores to an import: read in its form, checked, every row told of."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import Any, Final

import numpy as np
import pandas as pd

from data.containers.cell_columns import first_places
from data.framework import framework, years
from data.importers.identity.plausibility import implausible
from data.importers.nearest import nearest_finding
from data.importers.recognised import Recognised
from data.importers.scores.agencies import read_agencies
from data.importers.scores.agency_columns import read_agency_columns
from data.importers.scores.doubts import kind_findings
from data.importers.scores.layout.columns import rows_above
from data.importers.scores.layout.meanings import AGENCY_SCORES
from data.importers.scores.layout.scope import kind_of_sheet
from data.importers.scores.layout.tables import ScoreTable
from data.importers.scores.long import read_long
from data.importers.scores.published_levels import levels_inside
from data.importers.scores.repeated import levels_once, scores_once
from data.importers.scores.report import read_report
from data.importers.scores.sums import adds_up, checked_sums
from data.importers.scores.years import read_years
from data.importers.sheets.cells import is_written_oddly, text_of
from data.importers.sheets.readings import (
    Finding,
    Ints,
    Levels,
    Mask,
    Readings,
    Scores,
    cells_by_column,
    not_recognised,
    problems_of,
)
from data.importers.spelling.labels import TOTAL, level_of
from data.model.choices import Choices
from data.model.grid import Cell, Percentage, Sheet, address
from data.model.identity import Doubt
from data.model.problems import ProblemCode
from data.model.records import LEVEL_COLUMNS, SCORE_COLUMNS, Form, Import, ScoreLevel

_LONGEST_VALUE: Final = 60
_READERS: Final[Mapping[Form, Callable[[Sheet, ScoreTable, Choices], Readings]]] = {
    Form.SCORES_LONG: read_long,
    Form.SCORES_YEARS: read_years,
    Form.SCORES_REPORT: read_report,
    Form.SCORES_AGENCIES: read_agencies,
}


def read_scores(recognised: Recognised, table: ScoreTable | None, choices: Choices) -> Import:
    """Read a table of scores and give the import; every row is imported or reported."""
    sheet = recognised.sheet
    if table is None:
        return not_recognised(sheet, nearest=nearest_finding(recognised))
    table = replace(table, said=choices.rows or {})
    sideways = table.columns(AGENCY_SCORES)
    reader = read_agency_columns if sideways else _READERS[table.form]
    readings = reader(sheet, table, _marked(recognised, table, choices))
    if recognised.form is Form.PLAN and choices.year is None and not table.heading_years:
        # The title of a plan tells its own year; the scores it analyses are of the one before.
        readings.findings.append(Finding(ProblemCode.ASK_YEAR, expected=Doubt.SEVERAL_YEARS.value))
    readings.findings.extend(rows_above(sheet, table, readings.scores))
    readings.findings.extend(kind_findings(sheet, table, readings, choices))
    return _checked(readings, sheet, table.form, choices)


def _marked(recognised: Recognised, table: ScoreTable, choices: Choices) -> Choices:
    """Give the choices with the kind that the sheet says, where nobody chose one."""
    said = kind_of_sheet(recognised.sheet, table)
    return replace(choices, kind=said.value) if said and choices.kind is None else choices


def _checked(readings: Readings, sheet: Sheet, form: Form, choices: Choices) -> Import:
    kept, findings = _once(readings, sheet)
    scores, sums = checked_sums(kept, sheet)
    kept = replace(kept, scores=scores)
    as_seen = _as_seen(kept, sheet, asked=choices.kind is None)
    findings += [*_unknown(kept), *_fractions(kept), *as_seen, *sums]
    if choices.kind is None:
        findings += implausible(kept, lambda: adds_up(kept))
    imported = np.zeros(len(sheet.rows), dtype=np.bool_)
    imported[scores.row] = imported[kept.levels.row] = True
    findings += _skipped(readings, sheet, imported, findings)
    findings += [] if len(readings.body) else [Finding(ProblemCode.EMPTY_SHEET)]
    return Import(
        form=form,
        sheet=sheet.name,
        rows_read=len(readings.body),
        rows_imported=int(imported.sum()),
        rows_reported=int((~imported[readings.body]).sum()),
        scores=_score_frame(kept, sheet),
        levels=_level_frame(kept, sheet),
        problems=problems_of(findings, sheet),
    )


def _once(readings: Readings, sheet: Sheet) -> tuple[Readings, list[Finding]]:
    """Keep each score and each level once, the levels in cells of totals among them."""
    scores, levels = readings.scores, readings.levels
    findings = [*readings.findings]
    count = len(readings.units.year) * len(readings.codes)
    if len(first_places(scores.keys(len(readings.codes)), count)) < len(scores.unit):
        scores, repeated = scores_once(readings, sheet)
        findings += repeated
    totals = scores.where(_are_totals(readings, scores))
    told = (cells.distinct for _, _, cells in cells_by_column(sheet, totals.row, totals.column))
    if any(isinstance(cell, str) for cells in told for cell in cells):
        levels = Levels.joined([levels, levels_inside(totals, sheet)])
    if levels.text:
        levels, repeated = levels_once(levels, sheet)
        findings += repeated
    return replace(readings, scores=scores, levels=levels), findings


def _are_totals(readings: Readings, scores: Scores) -> Mask:
    total = readings.codes.index(TOTAL) if TOTAL in readings.codes else -1
    return np.asarray(scores.code == total)


def _unknown(readings: Readings) -> Iterator[Finding]:
    """Name each year and each code of a year that the catalogue does not have, once."""
    scores = readings.scores
    number, found = pd.factorize(readings.units.year)
    pairs = number.astype(np.int32)[scores.unit] * len(readings.codes) + scores.code
    unknown_years = set()
    for at in first_places(pairs, len(found) * len(readings.codes)).tolist():
        row, column = int(scores.row[at]), int(scores.column[at])
        of = int(readings.units.year[scores.unit[at]])
        code = readings.codes[scores.code[at]]
        if of not in years():
            if of not in unknown_years:
                yield Finding(ProblemCode.UNKNOWN_YEAR, row, column, str(of), _known_years())
            unknown_years.add(of)
        elif (problem := _unknown_code(of, code)) is not None:
            yield Finding(problem, row, column, code, str(of))


def _known_years() -> str:
    return f"{min(years())}-{max(years())}"


def _unknown_code(year: int, code: str) -> ProblemCode | None:
    catalogue = framework(year)
    level = level_of(code)
    if level is ScoreLevel.INDICATOR and catalogue.indicator(int(code)) is None:
        return ProblemCode.UNKNOWN_INDICATOR
    if level is ScoreLevel.INSTRUMENT and catalogue.instrument(code) is None:
        return ProblemCode.UNKNOWN_INDICATOR
    if level is not ScoreLevel.ITEM or catalogue.item(code):
        return None
    instrument = catalogue.instrument_of_item(code)
    listed = instrument is not None and catalogue.items_known(instrument.code)
    return ProblemCode.ITEM_NOT_IN_FRAMEWORK if listed else ProblemCode.UNKNOWN_ITEM


def _fractions(readings: Readings) -> Iterator[Finding]:
    """Ask about a sheet of nothing but numbers up to 1, whose format is not told: 0.85 for 85."""
    value = readings.scores.value
    if len(value) and value.max() <= 1 and ((value > 0) & (value < 1)).any():
        at = int(np.argmax((value > 0) & (value < 1)))
        row, column = int(readings.scores.row[at]), int(readings.scores.column[at])
        yield Finding(ProblemCode.SCORES_ARE_FRACTIONS, row, column, f"{value[at]:g}", "0-100")


def _as_seen(readings: Readings, sheet: Sheet, *, asked: bool) -> Iterator[Finding]:
    """Tell how 92.82*, 92.82/100 and 92,82 were read, and each column of percent formats.

    Where other numbers stand among percent formats it is asked.
    """
    scores = readings.scores
    for column, own, cells in cells_by_column(sheet, scores.row, scores.column):
        odd = cells.answers(is_written_oddly, np.bool_)
        shown = cells.answers(_is_percentage, np.bool_)
        if asked and shown.any() and not shown.all():
            at, other = int(np.argmax(shown)), int(np.argmin(shown))
            both = f"{text_of(cells[at])} | {text_of(cells[other])}"
            place, doubt = (int(scores.row[own[at]]), column), Doubt.MIXED_PERCENTS.value
            yield Finding(ProblemCode.ASK_KIND, *place, both, doubt)
        for at in (*np.flatnonzero(odd).tolist(), *np.flatnonzero(shown)[:1].tolist()):
            row, value = int(scores.row[own[at]]), f"{scores.value[own[at]]:g}"
            yield Finding(ProblemCode.SCORE_CONVERTED, row, column, text_of(cells[at]), value)


def _is_percentage(cell: Cell) -> bool:
    return isinstance(cell, Percentage)


def _skipped(
    readings: Readings, sheet: Sheet, imported: Mask, findings: list[Finding]
) -> list[Finding]:
    """Report each row that gave nothing and that no finding names."""
    if any(finding.code is ProblemCode.ASK_YEAR for finding in findings):
        return []
    named = {finding.row for finding in findings}
    return [
        Finding(ProblemCode.ROW_SKIPPED, row, column, text[:_LONGEST_VALUE])
        for row in readings.body[~imported[readings.body]].tolist()
        if row not in named
        for column, text in [_first_text(sheet, row)]
    ]


def _first_text(sheet: Sheet, row: int) -> tuple[int, str]:
    texts = ((column, text_of(cell)) for column, cell in enumerate(sheet.rows[row]))
    return next(((column, text) for column, text in texts if text), (0, ""))


def _score_frame(readings: Readings, sheet: Sheet) -> pd.DataFrame:
    scores = readings.scores
    part, row, column = _places(sheet, scores)
    columns = {
        **_unit_columns(readings, scores.unit),
        "level": _repeated([level_of(code).value for code in readings.codes], scores.code),
        "code": _repeated(list(readings.codes), scores.code),
        "value": scores.value,
        "provisional": scores.provisional,
        "cell_part": part,
        "cell_row": row,
        "cell_column": column,
    }
    # A column set into a frame that is there costs a third of a millisecond, however short.
    return pd.DataFrame({name: columns[name] for name in SCORE_COLUMNS})


def _level_frame(readings: Readings, sheet: Sheet) -> pd.DataFrame:
    levels = readings.levels
    places = zip(*(part.tolist() for part in _places(sheet, levels)), strict=True)
    columns = {
        **_unit_columns(readings, levels.unit),
        "published_level": pd.array(levels.text, dtype="str"),
        "sheet": _repeated([sheet.name], np.zeros(len(levels.unit), dtype=np.int64)),
        "cell": pd.array([address(*place) for place in places], dtype="str"),
    }
    return pd.DataFrame({name: columns[name] for name in LEVEL_COLUMNS})


def _unit_columns(readings: Readings, unit: Ints) -> dict[str, Any]:
    units = readings.units
    names = {"agency": units.agency, "district": units.district, "province": units.province}
    columns: dict[str, Any] = {name: _repeated(texts, unit) for name, texts in names.items()}
    return columns | {"year": units.year[unit] if len(unit) else unit}


def _repeated(texts: list[str], numbers: Ints) -> pd.Categorical:
    """Give a long column of few texts, each held once, from the number of the text in each row."""
    codes, distinct = pd.factorize(np.array(texts, dtype=np.object_))
    # DuckDB goes through them at each query, and through plain objects in a tenth of the time.
    own = codes.astype(np.min_scalar_type(-len(distinct)))[numbers]
    return pd.Categorical.from_codes(own, pd.Index(distinct, dtype="object"), validate=False)


def _places(sheet: Sheet, scores: Scores | Levels) -> tuple[pd.Categorical, Ints, Ints]:
    if not (sheet.places or sheet.origins):
        part = _repeated([""], np.zeros(len(scores.row), dtype=np.int64))
        return part, scores.row, scores.column
    places = zip(scores.row.tolist(), scores.column.tolist(), strict=True)
    named = [sheet.place(*place) for place in places]
    rows, columns = (np.array([one[at] for one in named], dtype=np.int64) for at in (1, 2))
    return _repeated([part for part, _, _ in named], np.arange(len(named))), rows, columns
