"""What can be recomputed in a score sheet: instruments, totals, levels; nothing is corrected."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

import numpy as np
import numpy.typing as npt

from data.framework import Framework, framework, years
from data.importers.sheets.cells import DECIMALS, text_of
from data.importers.sheets.opening import Sheet
from data.importers.sheets.readings import Finding, Floats, Ints, Mask, Readings, Scores
from data.importers.spelling.labels import TOTAL, level_of
from data.model.problems import ProblemCode
from data.model.records import ScoreLevel

# Published values carry two decimals: the recomputed and the printed one are each off by 0.005.
_TOLERANCE: Final = 0.01 + 1e-9
# A sum of three rounded parts beside a rounded total.
_SUM_TOLERANCE: Final = 0.02 + 1e-9


@dataclass(frozen=True, slots=True)
class YearTable:
    """The scores of one year as a table: units by codes, nan and -1 where there is none."""

    catalogue: Framework
    units: Ints
    codes: tuple[str, ...]
    values: Floats
    places: Ints

    def value(self, code: str) -> Floats:
        """Give the scores of one code."""
        if code not in self.codes:
            return np.full(len(self.units), np.nan)
        column: Floats = self.values[:, self.codes.index(code)]
        return column

    def place(self, code: str) -> Ints:
        """Give where the scores of one code stand in the readings."""
        if code not in self.codes:
            return np.full(len(self.units), -1)
        column: Ints = self.places[:, self.codes.index(code)]
        return column

    @property
    def weights(self) -> Floats:
        """The share of each instrument in the total."""
        return np.array([float(one.weight) for one in self.catalogue.instruments])

    @property
    def instruments(self) -> Floats:
        """The printed instruments, units by instruments."""
        return np.column_stack([self.value(one.code) for one in self.catalogue.instruments])

    @property
    def means(self) -> Floats:
        """The mean of the indicators of each instrument, nan where one is missing."""
        means = [np.full(len(self.units), np.nan) for _ in self.catalogue.instruments]
        for at, instrument in enumerate(self.catalogue.instruments):
            numbers = [one.number for one in self.catalogue.indicators_of(instrument.code)]
            if numbers:
                means[at] = np.mean([self.value(str(number)) for number in numbers], axis=0)
        return np.column_stack(means)


def checked_sums(readings: Readings, sheet: Sheet) -> tuple[Scores, list[Finding]]:
    """Give the scores, instruments on 0-100, and everything that does not add up."""
    findings: list[Finding] = []
    value = readings.scores.value.copy()
    for table in _year_tables(readings):
        weighted, ambiguous = _weighted(table)
        findings += _weighting_findings(readings, table, weighted, ambiguous)
        table.values[:] = _unweighted(table, weighted)
        known = table.places >= 0
        value[table.places[known]] = table.values[known]
        findings += _instrument_findings(readings, sheet, table, weighted, ambiguous)
        findings += _total_findings(readings, sheet, table, weighted, ambiguous)
        findings += _level_findings(readings, table, ambiguous)
        findings += _missing_findings(readings, table)
    return replace(readings.scores, value=value), findings


def adds_up(readings: Readings) -> bool:
    """Tell whether a printed total or instrument is what its parts give."""
    for table in _year_tables(readings):
        recomputed = (_known_instruments(table) * table.weights).sum(axis=1)
        fits = np.abs(table.value(TOTAL) - recomputed) <= _SUM_TOLERANCE
        if fits.any() or (np.abs(table.instruments - table.means) <= _TOLERANCE).any():
            return True
    return False


def _year_tables(readings: Readings) -> Iterator[YearTable]:
    codes = [code for code in readings.codes if level_of(code) is not ScoreLevel.ITEM]
    columns = [codes.index(code) if code in codes else -1 for code in readings.codes]
    column_of = np.array(columns, dtype=np.int64)
    scores = readings.scores
    whole = np.flatnonzero(column_of[scores.code] >= 0)
    places = np.full((len(readings.units.year), len(codes)), -1)
    places[scores.unit[whole], column_of[scores.code[whole]]] = whole
    for year in sorted(set(readings.units.year.tolist()) & set(years())):
        units = np.flatnonzero(readings.units.year == year)
        own = places[units]
        values = np.where(own >= 0, scores.value[own] if len(scores.value) else np.nan, np.nan)
        yield YearTable(framework(year), units, tuple(codes), values, own)


def _weighted(table: YearTable) -> tuple[Mask, Mask]:
    """Tell which units print instruments as parts of the total, and which cannot be told.

    With weights of 30, 30 and 40 %, "28.4 + 26.9 + 39.1 = 94.4" are parts: IIT itself is
    28.4 / 0.3 = 94.67. "94.67, 89.67, 97.75 and 94.4" are the instruments on 0-100.
    """
    printed, weights, total = table.instruments, table.weights, table.value(TOTAL)
    # 28.4 of 30, 26.9 of 30, 39.1 of 40: a part is never more than its share of 100.
    below = np.isnan(printed) | (printed <= weights * 100)
    candidate = below.all(axis=1) & (np.nan_to_num(printed) > 0).any(axis=1)
    # 28.4 + 26.9 + 39.1 = 94.4: parts add up to the total as they stand,
    adds_up = np.abs(printed.sum(axis=1) - total) <= _SUM_TOLERANCE
    # while 0.3 x 24 + 0.3 x 25 + 0.4 x 26 = 25.1 are instruments, though each is below its share.
    plain_total = np.abs((printed * weights).sum(axis=1) - total) <= _TOLERANCE
    # Where indicators are there, an instrument is their mean, and a part its share of that mean.
    as_mean = (np.abs(printed - table.means) <= _TOLERANCE).any(axis=1)
    as_part = (np.abs(printed / weights - table.means) <= _TOLERANCE / weights).any(axis=1)
    weighted = candidate & (adds_up | as_part) & ~as_mean & ~plain_total
    # What could be either, such as parts without total and indicators, is asked of the person.
    plain = ~candidate | plain_total | (as_mean & ~adds_up)
    return weighted, ~weighted & ~plain


def _unweighted(table: YearTable, weighted: Mask) -> Floats:
    values = table.values.copy()
    for instrument in table.catalogue.instruments:
        if instrument.code in table.codes:
            column = table.codes.index(instrument.code)
            whole = values[:, column] / float(instrument.weight)
            values[:, column] = np.where(weighted, np.round(whole, DECIMALS), values[:, column])
    return values


def _weighting_findings(
    readings: Readings, table: YearTable, weighted: Mask, ambiguous: Mask
) -> Iterator[Finding]:
    scale = " + ".join(f"{float(one.weight):.0%}" for one in table.catalogue.instruments)
    first = table.places[:, [table.codes.index(code) for code in _printed_codes(table)]]
    printed = table.instruments
    for unit in [*np.flatnonzero(weighted)[:1], *np.flatnonzero(ambiguous)]:
        code, expected = ProblemCode.AMBIGUOUS_INSTRUMENTS, scale
        if weighted[unit]:
            code = ProblemCode.WEIGHTED_INSTRUMENTS
            expected = _parts(printed[unit] / table.weights)
        at = int(first[unit][first[unit] >= 0][0])
        yield _at(readings, code, at, _parts(printed[unit]), expected)


def _parts(instruments: Floats) -> str:
    return " + ".join(f"{part:.2f}" for part in instruments if not np.isnan(part))


def _printed_codes(table: YearTable) -> list[str]:
    return [one.code for one in table.catalogue.instruments if one.code in table.codes]


def _instrument_findings(
    readings: Readings, sheet: Sheet, table: YearTable, weighted: Mask, ambiguous: Mask
) -> Iterator[Finding]:
    means = table.means
    for column, instrument in enumerate(table.catalogue.instruments):
        share = float(instrument.weight)
        allowed = np.where(weighted, _TOLERANCE / share, _TOLERANCE)
        differs = np.abs(table.value(instrument.code) - means[:, column]) > allowed
        for unit in np.flatnonzero(differs & ~ambiguous):
            at = int(table.place(instrument.code)[unit])
            expected = _printed(means[unit, column] * (share if weighted[unit] else 1))
            code = ProblemCode.INSTRUMENT_DIFFERS
            yield _at(readings, code, at, _text_at(readings, sheet, at), expected)


def _total_findings(
    readings: Readings, sheet: Sheet, table: YearTable, weighted: Mask, ambiguous: Mask
) -> Iterator[Finding]:
    recomputed = (_known_instruments(table) * table.weights).sum(axis=1)
    allowed = np.where(weighted, _SUM_TOLERANCE, _TOLERANCE)
    differs = np.abs(table.value(TOTAL) - recomputed) > allowed
    for unit in np.flatnonzero(differs & ~ambiguous):
        at = int(table.place(TOTAL)[unit])
        value, expected = _text_at(readings, sheet, at), _printed(recomputed[unit])
        yield _at(readings, ProblemCode.TOTAL_DIFFERS, at, value, expected)


def _known_instruments(table: YearTable) -> Floats:
    printed = table.instruments
    return np.where(np.isnan(printed), table.means, printed)


def _level_findings(readings: Readings, table: YearTable, ambiguous: Mask) -> Iterator[Finding]:
    rules = table.catalogue.level_rules
    total, lowest = table.value(TOTAL), _known_instruments(table).min(axis=1)
    possible, names = _possible_levels(table, total, lowest), [rule.name for rule in rules]
    row_of = {unit: at for at, unit in enumerate(table.units.tolist())}
    untold, fitting = (np.isnan(total) | ambiguous).tolist(), possible.tolist()
    levels = readings.levels
    for at, (unit, text) in enumerate(zip(levels.unit.tolist(), levels.text, strict=True)):
        row = row_of.get(unit)
        if row is None or text not in names or untold[row]:
            continue
        if not fitting[row][names.index(text)]:
            wanted = [name for name, fits in zip(names, fitting[row], strict=True) if fits]
            place = int(levels.row[at]), int(levels.column[at])
            yield Finding(ProblemCode.LEVEL_DIFFERS, *place, text, " / ".join(wanted))


def _possible_levels(table: YearTable, total: Floats, lowest: Floats) -> npt.NDArray[np.bool_]:
    """Tell which levels the rules allow: one, or several where an instrument is missing.

    Where the total reaches a level that wants every instrument too, and one of them is unknown,
    that level and the one below it are possible.
    """
    rules = table.catalogue.level_rules
    possible = np.zeros((len(total), len(rules)), dtype=np.bool_)
    open_still = np.ones(len(total), dtype=np.bool_)
    for at, rule in enumerate(rules):
        reached = total >= float(rule.total_from)
        sure = reached.copy()
        if rule.each_from is not None:
            reached &= np.isnan(lowest) | (lowest >= float(rule.each_from))
            sure &= lowest >= float(rule.each_from)
        possible[:, at] = open_still & reached
        open_still &= ~sure
    return possible


def _missing_findings(readings: Readings, table: YearTable) -> Iterator[Finding]:
    numbers = [str(indicator.number) for indicator in table.catalogue.indicators]
    known = [table.codes.index(number) for number in numbers if number in table.codes]
    if not known:
        return
    places = table.places[:, known]
    count = (places >= 0).sum(axis=1)
    for unit in np.flatnonzero((count > 0) & (count < len(numbers))):
        at = int(places[unit][places[unit] >= 0].min())
        code = ProblemCode.MISSING_INDICATORS
        yield _at(readings, code, at, f"{count[unit]}/{len(numbers)}", f"{len(numbers)}")


def _at(readings: Readings, code: ProblemCode, at: int, value: str, expected: str) -> Finding:
    scores = readings.scores
    return Finding(code, int(scores.row[at]), int(scores.column[at]), value, expected)


def _text_at(readings: Readings, sheet: Sheet, at: int) -> str:
    return text_of(sheet.rows[int(readings.scores.row[at])][int(readings.scores.column[at])])


def _printed(number: float) -> str:
    return f"{number:.4f}".rstrip("0").rstrip(".")
