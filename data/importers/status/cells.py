"""What one cell of a status report means: a status, a percent, a day, an amount, a text."""

import datetime as dt
import math
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from data.importers.sheets.cells import text_of
from data.importers.sheets.opening import Cell, Unreadable
from data.importers.spelling.folding import fold
from data.importers.spelling.periods import period
from data.importers.spelling.status_words import letters, status_words
from data.importers.status.wordings import state_in
from data.model.columns import Kind
from data.model.grid import Percentage
from data.model.problems import ProblemCode
from data.model.records import ReportValue
from data.roundtrip.values import HOLDS

_NUMBER: Final = re.compile(r"\d+(?:\.\d+)?|\d{1,3}(?:,\d{3})+(?:\.\d+)?", re.ASCII)
_DAY_AND_TIME: Final = re.compile(r"(\d{4}-\d{2}-\d{2})[T ]\d{1,2}:.*", re.ASCII)
# What people put into a cell to leave it blank.
DASHES: Final = " -\u2013\u2014._\u2026"
_ERA: Final = 543
_FIRST_BUDDHIST_YEAR: Final = 2400
_YEARS: Final = range(2000, 2100)
_SPREADSHEET_EPOCH: Final = dt.date(1899, 12, 30)
_SERIAL_DAYS: Final = range(36526, 73050)  # 2000 to 2099, as spreadsheets count days


@dataclass(frozen=True, slots=True)
class Faulty:
    """A cell that says nothing we understand, with what was due there."""

    code: ProblemCode
    expected: str = ""


@dataclass(frozen=True, slots=True)
class Converted:
    """A number that can only be meant as a share of one: 0.5 for 50 percent."""

    value: int


def value_of(field: str, cell: Cell, plan_year: int | None) -> ReportValue | Faulty | Converted:
    """Read a cell of a field; a blank one is None, "" of a text."""
    if isinstance(cell, Unreadable):
        return Faulty(ProblemCode.FORMULA_WITHOUT_VALUE)
    if HOLDS[field] is Kind.DATE:
        return _day(cell, plan_year)
    return _READERS[HOLDS[field]](cell)


def _status(cell: Cell) -> ReportValue | Faulty:
    text = text_of(cell)
    plain = letters(text)
    if not plain:
        # A tick says something, but not which status.
        return Faulty(ProblemCode.UNKNOWN_STATUS) if text.strip(DASHES) else None
    # A percent behind it, or further lines below, say no other state.
    for part in (plain, letters(_text(cell).partition("\n")[0])):
        if part in status_words().statuses:
            return status_words().statuses[part]
    return state_in(text)[0] or Faulty(ProblemCode.UNKNOWN_STATUS)


def _percent(cell: Cell) -> ReportValue | Faulty | Converted:
    faulty = Faulty(ProblemCode.PERCENT_NOT_UNDERSTOOD, "0-100")
    if isinstance(cell, str):
        if letters(cell) in status_words().whole:
            return 100
        number = _number(cell, status_words().percent_units)
        if number is None:
            number = status_words().numbers.get(_without_unit(letters(cell)))
        if number is None:
            return faulty if cell.strip(DASHES) else None
    elif cell is None:
        return None
    elif isinstance(cell, Percentage):
        number = cell.shown
    elif isinstance(cell, bool) or not isinstance(cell, int | float):
        return faulty
    else:
        number = float(cell)
        if 0 < number < 1 and math.isclose(number * 100, round(number * 100)):
            return Converted(round(number * 100))
    whole = math.isfinite(number) and number == int(number) and 0 <= number <= 100
    return int(number) if whole else faulty


def _amount(cell: Cell) -> ReportValue | Faulty:
    if cell is None or (isinstance(cell, str) and not cell.strip(DASHES)):
        return None
    if isinstance(cell, str) and letters(cell) in status_words().no_budget:
        return 0.0
    number = _number(cell, status_words().budget_units) if isinstance(cell, str) else None
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        number = float(cell)
    if number is None or not math.isfinite(number) or number < 0:
        return Faulty(ProblemCode.BUDGET_NOT_UNDERSTOOD)
    return number


def _text(cell: Cell) -> str:
    if isinstance(cell, str):
        return cell.replace("\r\n", "\n").strip()
    return text_of(cell)


_READERS: Final[Mapping[Kind, Callable[[Cell], ReportValue | Faulty | Converted]]] = {
    Kind.STATUS: _status,
    Kind.PERCENT: _percent,
    Kind.MONEY: _amount,
    Kind.TEXT: _text,
    Kind.LONG_TEXT: _text,
}


def _number(text: str, units: tuple[str, ...]) -> float | None:
    plain = fold(text)
    for unit in units:
        plain = plain.removesuffix(unit).removeprefix(unit).strip()
    return float(plain.replace(",", "")) if _NUMBER.fullmatch(plain) else None


def _without_unit(spelt: str) -> str:
    """Take the unit off a spelt number, in front of it or behind."""
    for unit in map(letters, status_words().percent_units):
        spelt = spelt.removesuffix(unit).removeprefix(unit) if unit else spelt
    return spelt


def _day(cell: Cell, plan_year: int | None) -> ReportValue | Faulty:
    """Read a day; years from 2400 on are B.E., whether typed as text or kept as a date."""
    if cell is None or (isinstance(cell, str) and not cell.strip(DASHES)):
        return None
    day = _written_day(cell, plan_year) if isinstance(cell, str) else _stored_day(cell)
    if day and day.year >= _FIRST_BUDDHIST_YEAR:
        day = _in_common_era(day)
    if day is None or day.year not in _YEARS:
        return Faulty(ProblemCode.DATE_NOT_UNDERSTOOD)
    return day


def _stored_day(cell: Cell) -> dt.date | None:
    if isinstance(cell, dt.datetime):
        return cell.date()
    if isinstance(cell, dt.date):
        return cell
    if isinstance(cell, int) and cell in _SERIAL_DAYS:
        return _SPREADSHEET_EPOCH + dt.timedelta(days=cell)
    return None


def _written_day(text: str, plan_year: int | None) -> dt.date | None:
    moment = _DAY_AND_TIME.fullmatch(fold(text).upper())
    # Without the year of the plan a day without a year lies nowhere: year 0 has no days.
    days = period(moment[1] if moment else text, plan_year or 0)
    return days.start if days and days.start == days.end else None


def _in_common_era(day: dt.date) -> dt.date | None:
    try:
        return day.replace(year=day.year - _ERA)
    except ValueError:
        # 29 February of a Buddhist year that is read as a common one.
        return None
