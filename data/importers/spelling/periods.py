"""When a measure runs: a period in words becomes its first and last day."""

import calendar
import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from data.importers.spelling.plan_words import (
    alternatives,
    pattern,
    squeeze,
    word_lists,
    word_ranges,
)

_ERA_OFFSET: Final = 543
_CENTURY_BE: Final = 2500
_FIRST_MONTH: Final = 10
# A year further away from the plan's is a slip of the pen.
_NEAR: Final = 10
_NUMERIC: Final = re.compile(r"(?<!\d)(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})(?!\d)")
_ISO: Final = re.compile(r"(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)")


@dataclass(frozen=True, slots=True)
class Period:
    """The first and the last day, both included."""

    start: dt.date
    end: dt.date


@dataclass(frozen=True, slots=True)
class _Moment:
    """A day, or a month when no day is given; the year in C.E., None when it is not given."""

    year: int | None
    month: int
    day: int | None

    def first(self, year: int) -> dt.date:
        return dt.date(year, self.month, self.day or 1)

    def last(self, year: int) -> dt.date:
        return dt.date(year, self.month, self.day or calendar.monthrange(year, self.month)[1])


def _months() -> dict[str, int]:
    return {
        squeeze(name): number
        for number, names in enumerate(word_lists("periods")["months"], start=1)
        for spelling in names
        for name in (spelling, spelling.rstrip("."))
    }


_MONTHS: Final = _months()
_MONTH_NAMES: Final = "(?:" + "|".join(map(re.escape, sorted(_MONTHS, key=len, reverse=True))) + ")"
_MONTH: Final = re.compile(
    rf"(?:(?<!\d)(?P<day>\d{{1,2}}))?(?P<month>{_MONTH_NAMES})\.?"
    rf"(?:{pattern('periods', 'era')})?(?P<year>\d{{4}}|\d{{2}}(?!\d))?"
)
_TWO_DAYS: Final = re.compile(
    rf"(?<!\d)(\d{{1,2}}){alternatives('periods', 'until')}"
    rf"(\d{{1,2}})({_MONTH_NAMES}\.?(?:{pattern('periods', 'era')})?(?:\d{{4}}|\d{{2}}(?!\d))?)"
)
_QUARTER: Final = re.compile(
    rf"{pattern('periods', 'quarter')}[1-4](?!\d)"
    rf"(?:{pattern('periods', 'and_quarter')}{pattern('periods', 'quarter')}?[1-4](?!\d))*"
)
_ONE_QUARTER: Final = re.compile(rf"{pattern('periods', 'quarter')}[1-4](?:/(?:25)?\d\d)?")
_QUARTER_YEAR: Final = re.compile(r"(?<!\d)(2[45]\d\d|(?<=/)\d\d)(?!\d)")
_WESTERN_YEAR: Final = re.compile(r"(?<!\d)20\d\d(?!\d)")
_WHOLE_YEAR: Final = re.compile(
    rf"{alternatives('periods', 'whole_year')}.*?(?:(\d{{4}})|(?<!\d)(\d{{2}})(?!\d)|$)"
)
_LAST_YEAR: Final = re.compile(rf"{alternatives('periods', 'until')}(\d{{4}})(?!\d)")
_ALL_YEAR: Final = re.compile(alternatives("periods", "all_year"))
_DEADLINE: Final = re.compile(alternatives("periods", "by_the_end"))
_ONWARDS: Final = re.compile(alternatives("periods", "onwards"))


def period(text: str, plan_year: int) -> Period | None:
    """Understand a period of the plan of `plan_year` (B.E.); None when it is not understood.

    The fiscal year runs from 1 October of the year before to 30 September. A month without a year
    lies in the plan's fiscal year; two-digit years are B.E.; `by the end of` starts with the year.
    A list of months or days lasts from the first to the last one.
    """
    compact = squeeze(text)
    try:
        return (
            _months_and_days(compact, plan_year)
            or _quarters(compact, plan_year)
            or _year(compact, plan_year)
        )
    except ValueError:
        # A day that no calendar has, such as 31 June.
        return None


def fiscal_year(year: int) -> Period:
    """Give the fiscal year of a B.E. year."""
    end = year - _ERA_OFFSET
    return Period(dt.date(end - 1, _FIRST_MONTH, 1), dt.date(end, 9, 30))


def is_month_or_quarter(text: str) -> bool:
    """Tell whether a text names one month or one quarter and nothing else."""
    compact = squeeze(text)
    month = _MONTH.fullmatch(compact)
    return bool(month and not month["day"]) or bool(_ONE_QUARTER.fullmatch(compact))


def _months_and_days(compact: str, plan_year: int) -> Period | None:
    moments = list(_moments(compact))
    if not moments or (len(moments) == 1 and _ALL_YEAR.search(compact)):
        return None
    if len(moments) > 2 and not _is_in_order(moments, plan_year):
        return None
    if plan_year and any(_is_far(moment, plan_year) for moment in moments):
        return None
    first, last = moments[0], moments[-1]
    end = last.last(last.year or _year_within(last.month, plan_year))
    if len(_DEADLINE.findall(compact)) >= len(moments):
        return Period(fiscal_year(plan_year).start, end)
    start = first.first(first.year or _start_year(first, last, end, plan_year))
    if len(moments) == 1 and _ONWARDS.search(compact):
        end = fiscal_year(plan_year).end
    return Period(start, end) if start <= end else None


def _is_far(moment: _Moment, plan_year: int) -> bool:
    return moment.year is not None and abs(moment.year + _ERA_OFFSET - plan_year) > _NEAR


def _is_in_order(moments: list[_Moment], plan_year: int) -> bool:
    days = [one.first(one.year or _year_within(one.month, plan_year)) for one in moments]
    return days == sorted(days)


def _start_year(first: _Moment, last: _Moment, end: dt.date, plan_year: int) -> int:
    """Place a start without a year: before a written end, else inside the fiscal year."""
    if last.year is None:
        return _year_within(first.month, plan_year)
    return end.year if first.month <= end.month else end.year - 1


def _year_within(month: int, plan_year: int) -> int:
    end = plan_year - _ERA_OFFSET
    return end - 1 if month >= _FIRST_MONTH else end


def _moments(compact: str) -> Iterator[_Moment]:
    # "1 - 31 January": the first day borrows the month of the second.
    compact = _TWO_DAYS.sub(r"\1\3 \2\3", compact)
    for found in _ISO.finditer(compact):
        year, month, day = map(int, found.groups())
        yield _Moment(_common_era(year), month, day)
    if _ISO.search(compact):
        return
    for found in _NUMERIC.finditer(compact):
        day, month, year = map(int, found.groups())
        yield _Moment(_common_era(year), month, day)
    for found in _MONTH.finditer(compact):
        named = int(found["year"]) if found["year"] else None
        yield _Moment(
            _common_era(named) if named is not None else None,
            _MONTHS[found["month"]],
            int(found["day"]) if found["day"] else None,
        )


def _common_era(year: int) -> int:
    if year < 100:
        year += _CENTURY_BE
    return year if year < _CENTURY_BE - 100 else year - _ERA_OFFSET


def _quarters(compact: str, plan_year: int) -> Period | None:
    quarters = _named_quarters(compact)
    if quarters is None or _WESTERN_YEAR.search(compact):
        return None
    year = _QUARTER_YEAR.search(compact)
    plan_year = _common_era(int(year[1])) + _ERA_OFFSET if year else plan_year
    months = [_first_month(quarter) for quarter in quarters]
    start = dt.date(_year_within(months[0], plan_year), months[0], 1)
    end = _Moment(None, months[1] + 2, None).last(_year_within(months[1], plan_year))
    if _DEADLINE.search(compact):
        start = fiscal_year(plan_year).start
    return Period(start, end) if start <= end else None


def _named_quarters(compact: str) -> tuple[int, int] | None:
    """Give the first and the last quarter that are named, by number or as a part of a year."""
    parts = word_ranges("periods", "parts")
    named = [quarters for words, quarters in parts if re.search(words, compact)]
    if named:
        return min(named)[0], max(last for _, last in named)
    found = _QUARTER.search(compact)
    if not found:
        return None
    numbers = [int(digit) for digit in re.findall(r"[1-4]", found.group())]
    return numbers[0], numbers[-1]


def _first_month(quarter: int) -> int:
    return (_FIRST_MONTH, 1, 4, 7)[quarter - 1]


def _year(compact: str, plan_year: int) -> Period | None:
    found = _WHOLE_YEAR.search(compact)
    if not found:
        return None
    named = found[1] or found[2]
    first = fiscal_year(_common_era(int(named)) + _ERA_OFFSET if named else plan_year)
    until = _LAST_YEAR.match(compact, found.end())
    last = fiscal_year(_common_era(int(until[1])) + _ERA_OFFSET) if until else first
    return Period(first.start, last.end) if first.start < last.end else None
