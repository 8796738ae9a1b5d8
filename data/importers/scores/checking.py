"""From readings to an import: what is counted twice, what no framework knows, what is imported."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

import numpy as np
import pandas as pd

from data.framework import framework, years
from data.importers.scores.published_levels import joined, levels_inside
from data.importers.scores.sums import Mask, checked_sums
from data.importers.sheets.cells import text_of
from data.importers.sheets.opening import Sheet
from data.importers.sheets.readings import Finding, Ints, Levels, Readings, Scores
from data.importers.spelling.labels import TOTAL, level_of
from data.model.grid import column_letters
from data.model.problems import BLOCKING, Problem, ProblemCode
from data.model.records import LEVEL_COLUMNS, SCORE_COLUMNS, Form, Import, ScoreLevel

_LONGEST_VALUE: Final = 60


def checked(readings: Readings, sheet: Sheet, form: Form) -> Import:
    """Check the readings of one sheet and give the import; every row is imported or reported."""
    scores, twice = _once(readings, sheet)
    inside = levels_inside(scores.where(_are_totals(readings, scores)), sheet)
    levels, levels_twice = _levels_once(joined([readings.levels, inside]), sheet)
    kept = replace(readings, scores=scores, levels=levels)
    scores, sums = checked_sums(kept, sheet)
    kept = replace(kept, scores=scores)
    found = [*readings.findings, *twice, *levels_twice, *_unknown(kept), *_fractions(kept), *sums]
    imported = np.zeros(len(sheet.rows), dtype=np.bool_)
    imported[scores.row] = imported[levels.row] = True
    found += _skipped(readings, sheet, imported, found)
    found += [] if len(readings.body) else [Finding(ProblemCode.EMPTY_SHEET)]
    return Import(
        form=form,
        sheet=sheet.name,
        rows_read=len(readings.body),
        rows_imported=int(imported.sum()),
        rows_reported=int((~imported[readings.body]).sum()),
        scores=_score_frame(kept, sheet),
        levels=_level_frame(kept, sheet),
        problems=problems_of(found, sheet),
    )


def _are_totals(readings: Readings, scores: Scores) -> Mask:
    total = readings.codes.index(TOTAL) if TOTAL in readings.codes else -1
    return np.asarray(scores.code == total)


def problems_of(found: list[Finding], sheet: Sheet) -> tuple[Problem, ...]:
    """Give the findings as problems, in the order of the rows."""
    ordered = sorted(found, key=lambda finding: (finding.row, finding.column))
    return tuple(finding.problem(sheet) for finding in ordered)


def _once(readings: Readings, sheet: Sheet) -> tuple[Scores, list[Finding]]:
    """Keep each score once; where a sheet gives two different ones, keep none of them."""
    scores = readings.scores
    key = pd.Series(scores.unit * len(readings.codes) + scores.code)
    several = key.duplicated(keep=False).to_numpy()
    if not several.any():
        return scores, []
    values = pd.Series(scores.value)
    conflicting = several & (values.groupby(key).transform("nunique") > 1).to_numpy()
    repeated = key.duplicated().to_numpy() & ~conflicting
    other = _others(key, values)
    findings = _twice(scores, conflicting, other, ProblemCode.CONFLICTING_SCORE, sheet)
    findings += _twice(scores, repeated, other, ProblemCode.REPEATED_SCORE, sheet)
    return scores.where(~conflicting & ~repeated), findings


def _others(key: "pd.Series[int]", values: "pd.Series[float]") -> Ints:
    """Give for each score where the first one of the same thing stands that differs, else any."""
    at = pd.Series(np.arange(len(key)))
    first = at.groupby(key).transform("first")
    differs = values != values.groupby(key).transform("first")
    first_other = at.where(differs).groupby(key).transform("min").fillna(first)
    return np.where(differs, first, first_other).astype(np.int64)


def _twice(
    scores: Scores, chosen: Mask, other: Ints, code: ProblemCode, sheet: Sheet
) -> list[Finding]:
    findings = []
    for at in np.flatnonzero(chosen).tolist():
        row, column = int(scores.row[at]), int(scores.column[at])
        twin = int(scores.row[other[at]]), int(scores.column[other[at]])
        findings.append(Finding(code, row, column, shown(sheet, row, column), _told(sheet, *twin)))
    return findings


def _told(sheet: Sheet, row: int, column: int) -> str:
    return f"{shown(sheet, row, column)} ({sheet.address(row, column)})"


def shown(sheet: Sheet, row: int, column: int) -> str:
    """Give the text that stands in a cell."""
    cells = sheet.rows[row]
    return text_of(cells[column]) if column < len(cells) else ""


def _levels_once(levels: Levels, sheet: Sheet) -> tuple[Levels, list[Finding]]:
    places = list(zip(levels.row.tolist(), levels.column.tolist(), strict=True))
    first: dict[int, dict[str, tuple[int, int]]] = {}
    for place, unit, text in zip(places, levels.unit.tolist(), levels.text, strict=True):
        first.setdefault(unit, {}).setdefault(text, place)
    keep, findings = [], []
    for at, (unit, text) in enumerate(zip(levels.unit.tolist(), levels.text, strict=True)):
        others = [place for told, place in first[unit].items() if told != text]
        if others:
            told = _told(sheet, *others[0])
            findings.append(Finding(ProblemCode.CONFLICTING_SCORE, *places[at], text, told))
        elif places[at] != first[unit][text]:
            told = _told(sheet, *first[unit][text])
            findings.append(Finding(ProblemCode.REPEATED_SCORE, *places[at], text, told))
        else:
            keep.append(at)
    kept = np.array(keep, dtype=np.int64)
    texts = [levels.text[at] for at in keep]
    return Levels(levels.row[kept], levels.column[kept], levels.unit[kept], texts), findings


def _unknown(readings: Readings) -> Iterator[Finding]:
    """Name each year and each code of a year that the catalogue does not have, once."""
    scores = readings.scores
    year = readings.units.year[scores.unit] if len(scores.unit) else scores.unit
    pairs = pd.Series(year * len(readings.codes) + scores.code)
    unknown_years = set()
    for at in np.flatnonzero(~pairs.duplicated().to_numpy()).tolist():
        row, column, of = int(scores.row[at]), int(scores.column[at]), int(year[at])
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
    """A percent format leaves 0.85 for 85: a sheet of nothing but such numbers has to be asked."""
    value = readings.scores.value
    if len(value) and value.max() <= 1 and ((value > 0) & (value < 1)).any():
        at = int(np.argmax((value > 0) & (value < 1)))
        row, column = int(readings.scores.row[at]), int(readings.scores.column[at])
        yield Finding(ProblemCode.SCORES_ARE_FRACTIONS, row, column, f"{value[at]:g}", "0-100")


def _skipped(
    readings: Readings, sheet: Sheet, imported: Mask, found: list[Finding]
) -> list[Finding]:
    """Report each row that gave nothing and that no finding names."""
    if any(finding.row < 0 and finding.code in BLOCKING for finding in found):
        return []
    named = {finding.row for finding in found}
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
    frame = _unit_columns(readings, scores.unit)
    frame["level"] = _repeated([level_of(code).value for code in readings.codes], scores.code)
    frame["code"] = _repeated(list(readings.codes), scores.code)
    frame["value"] = scores.value
    frame["provisional"] = scores.provisional
    frame["sheet"] = _repeated([sheet.name], np.zeros(len(frame), dtype=np.int64))
    frame["cell"] = _cells(scores.row, scores.column)
    return frame[list(SCORE_COLUMNS)]


def _level_frame(readings: Readings, sheet: Sheet) -> pd.DataFrame:
    levels = readings.levels
    frame = _unit_columns(readings, levels.unit)
    frame["published_level"] = pd.Series(levels.text, dtype="str").array
    frame["sheet"] = _repeated([sheet.name], np.zeros(len(frame), dtype=np.int64))
    frame["cell"] = _cells(levels.row, levels.column)
    return frame[list(LEVEL_COLUMNS)]


def _unit_columns(readings: Readings, unit: Ints) -> pd.DataFrame:
    units = readings.units
    names = {"agency": units.agency, "district": units.district, "province": units.province}
    frame = pd.DataFrame({name: _repeated(texts, unit) for name, texts in names.items()})
    frame["year"] = units.year[unit] if len(unit) else unit
    return frame


def _repeated(texts: list[str], numbers: Ints) -> pd.Categorical:
    """Give a long column of few texts, each held once, from the number of the text in each row."""
    codes, distinct = pd.factorize(np.array(texts, dtype=np.object_))
    # DuckDB goes through them at each query, and through plain objects in a tenth of the time.
    return pd.Categorical.from_codes(codes[numbers], pd.Index(distinct, dtype="object"))


def _cells(rows: Ints, columns: Ints) -> pd.Series:
    numbers, distinct = pd.factorize(columns)
    letters = pd.array([column_letters(int(column)) for column in distinct], dtype="str")
    return pd.Series(letters.take(numbers)) + pd.Series(rows + 1).astype("str")
