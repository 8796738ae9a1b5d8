"""Which measure of the same indicator and items one is, over all sheets of a file."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from data.framework import Framework
from data.importers.plan.headings import Column
from data.importers.plan.layout import PlanLayout
from data.importers.plan.rows import Gathering
from data.importers.recognised import Recognised
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


def year_before(earlier: Sequence[Recognised]) -> int | None:
    """Give the only year that the plans on earlier sheets of the file have in their titles."""
    years = {plan.identity.year.value for plan in earlier if plan.identity.year}
    return next(iter(years)) if len(years) == 1 else None


def repeats_before(
    earlier: Sequence[Recognised], year: int, years: tuple[Framework, ...]
) -> Repeats:
    """Count the measures that earlier sheets of the file have for the plan of this year."""
    repeats = Repeats()
    for plan in earlier:
        if plan.identity.year is None or plan.identity.year.value == year:
            repeats.next_sheet()
            for indicator, items, action in _measures(plan, years):
                repeats.number(indicator, items, action)
    repeats.next_sheet()
    return repeats


def _measures(
    plan: Recognised, years: tuple[Framework, ...]
) -> Iterator[tuple[int, tuple[str, ...], str]]:
    layout = plan.layout
    drafts = Gathering(plan.sheet, layout, years).drafts if isinstance(layout, PlanLayout) else ()
    for draft in drafts:
        codes = (item.code for item in item_codes(draft.text(Column.QUESTION)))
        yield draft.indicator, tuple(dict.fromkeys(codes)), draft.text(Column.ACTION)
