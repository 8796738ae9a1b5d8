"""Which measure of the same indicator and items one is, over all sheets of a file."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from data.framework import Framework
from data.importers.plan.headings import Column
from data.importers.plan.layout import find_layout
from data.importers.plan.rows import Gathering
from data.importers.plan.title import plan_year_of
from data.importers.sheets.opening import Sheet
from data.importers.spelling.item_codes import item_codes
from data.importers.spelling.plan_words import squeeze

Key = tuple[int, tuple[str, ...]]


@dataclass(slots=True)
class Repeats:
    """Counts the measures of one indicator that name the same items.

    Within a sheet each one counts. One that stands in an earlier sheet with the same action is that
    very measure; with another action it is another measure, and neither takes the other's place.
    """

    _known: defaultdict[Key, list[str]] = field(default_factory=lambda: defaultdict(list))
    _used: set[tuple[Key, int]] = field(default_factory=set)

    def next_sheet(self) -> None:
        """Begin a sheet: its measures may be those of the sheets before."""
        self._used.clear()

    def number(self, indicator: int, items: tuple[str, ...], action: str) -> int:
        """Give the number of a measure among those with the same items, from 1."""
        key, said = (indicator, items), squeeze(action)
        for at, known in enumerate(self._known[key], start=1):
            if known == said and (key, at) not in self._used:
                self._used.add((key, at))
                return at
        self._known[key].append(said)
        self._used.add((key, len(self._known[key])))
        return len(self._known[key])


def year_before(sheet: Sheet) -> int | None:
    """Give the only year that the plans on earlier sheets of the file have in their titles."""
    years = {year for earlier in sheet.before if (year := _year_of(earlier))}
    return next(iter(years)) if len(years) == 1 else None


def repeats_before(sheet: Sheet, year: int, years: tuple[Framework, ...]) -> Repeats:
    """Count the measures that earlier sheets of the file have for the plan of this year."""
    repeats = Repeats()
    for earlier in sheet.before:
        if _year_of(earlier) in {year, None}:
            repeats.next_sheet()
            for indicator, items, action in _measures(earlier, years):
                repeats.number(indicator, items, action)
    repeats.next_sheet()
    return repeats


def _year_of(sheet: Sheet) -> int | None:
    layout = find_layout(sheet)
    return plan_year_of(sheet, layout)[0] if layout else None


def _measures(
    sheet: Sheet, years: tuple[Framework, ...]
) -> Iterator[tuple[int, tuple[str, ...], str]]:
    layout = find_layout(sheet)
    for draft in Gathering(sheet, layout, years).drafts if layout else ():
        codes = (found.code for found in item_codes(draft.text(Column.QUESTION)))
        yield draft.indicator, tuple(dict.fromkeys(codes)), draft.text(Column.ACTION)
