"""What ITA is in one fiscal year: instruments, indicators, items, levels and national averages."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Final

STEADY_BAND: Final = Decimal(1)
"""Where a year names no band: three survey years are noisy, so a point more or less is steady."""


class Evidence(StrEnum):
    """How sure a fact of the catalogue is."""

    CONFIRMED = "confirmed"
    ONE_SOURCE = "one-source"
    INFERRED = "inferred"
    DISPUTED = "disputed"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Instrument:
    """One of IIT, EIT, OIT; `weight` is its share of the total, `letter` begins its item codes.

    `item_count` is None while nobody knows how many items it has that year.
    """

    code: str
    name: str
    weight: Decimal
    evidence: Evidence
    letter: str
    respondents: str
    item_count: int | None = None
    item_count_evidence: Evidence = Evidence.UNKNOWN
    note: str = ""


@dataclass(frozen=True, slots=True)
class Indicator:
    """One indicator of an instrument; `evidence` is about its name.

    `first_item` and `last_item` are the range of its items, None where not known. `target` is the
    score to reach where it is not that of the year.
    """

    number: int
    name: str | None
    instrument: str
    first_item: str | None
    last_item: str | None
    evidence: Evidence
    range_evidence: Evidence = Evidence.UNKNOWN
    note: str = ""
    target: Decimal | None = None

    def covers(self, code: str) -> bool | None:
        """Whether the item lies in the range of items; None when the range cannot tell."""
        number = item_number(code)
        if self.first_item and number < item_number(self.first_item):
            return False
        if self.last_item and number > item_number(self.last_item):
            return False
        return True if self.first_item and self.last_item else None


@dataclass(frozen=True, slots=True)
class Item:
    """One question or published document, e.g. o14; what is not known is None."""

    code: str
    indicator: int | None
    name: str | None
    evidence: Evidence
    note: str = ""


@dataclass(frozen=True, slots=True)
class LevelRule:
    """A level holds when the total and, if `each_from` is set, every instrument reach it."""

    name: str
    total_from: Decimal
    each_from: Decimal | None
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class NationalScore:
    """A national average; `code` is "total", an instrument or the number of an indicator."""

    code: str
    value: Decimal
    note: str = ""


@dataclass(frozen=True, slots=True)
class Participation:
    """How many agencies of the whole country were assessed, and how many of them passed.

    `passed_percent` is as published, so it may be known where `passed` is not.
    """

    agencies: int
    passed: int | None = None
    passed_percent: Decimal | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Framework:
    """Everything that was assessed in one fiscal year, as far as it is known.

    `level_rules` stand best first: the first one that holds is the level.
    """

    year: int
    instruments: tuple[Instrument, ...]
    indicators: tuple[Indicator, ...]
    items: tuple[Item, ...]
    level_rules: tuple[LevelRule, ...]
    target: Decimal
    national: tuple[NationalScore, ...] = ()
    notes: tuple[str, ...] = ()
    participation: Participation | None = None
    steady_band: Decimal = STEADY_BAND
    """Changes since the year before up to this many points count as steady."""

    def instrument(self, code: str) -> Instrument | None:
        """Give the instrument with this code."""
        return next((found for found in self.instruments if found.code == code), None)

    def indicator(self, number: int) -> Indicator | None:
        """Give the indicator with this number."""
        return next((found for found in self.indicators if found.number == number), None)

    def target_of(self, number: int | None) -> Decimal:
        """Give the score an indicator is to reach: its own, else that of the year."""
        found = None if number is None else self.indicator(number)
        return self.target if found is None or found.target is None else found.target

    @property
    def targets(self) -> tuple[Decimal, ...]:
        """The scores its indicators are to reach, each once, ascending."""
        return tuple(sorted({self.target_of(one.number) for one in self.indicators}))

    def item(self, code: str) -> Item | None:
        """Give the item with this code."""
        return next((found for found in self.items if found.code == code), None)

    def indicators_of(self, instrument_code: str) -> tuple[Indicator, ...]:
        """Give the indicators of one instrument, in order."""
        return tuple(found for found in self.indicators if found.instrument == instrument_code)

    def items_of(self, number: int) -> tuple[Item, ...]:
        """Give the items known to belong to one indicator, in order."""
        return tuple(found for found in self.items if found.indicator == number)

    def items_known(self, instrument_code: str) -> bool:
        """Whether every item of the instrument is listed, be its name known or not."""
        instrument = self.instrument(instrument_code)
        if instrument is None or instrument.item_count is None:
            return False
        listed = [found for found in self.items if found.code[0] == instrument.letter]
        return len(listed) == instrument.item_count

    def instrument_of_item(self, code: str) -> Instrument | None:
        """Give the instrument that the first letter of an item code stands for."""
        return next((found for found in self.instruments if found.letter == code[:1]), None)

    def indicator_of_item(self, code: str) -> int | None:
        """Give the number of the indicator an item belongs to, None when that is not known.

        Where the item itself is not listed, the ranges of the indicators can tell: i7 of 2564 lies
        in i7 to i12, so it belongs to indicator 2, whatever it asks.
        """
        item = self.item(code)
        if item is not None:
            return item.indicator
        instrument = self.instrument_of_item(code)
        indicators = self.indicators_of(instrument.code) if instrument else ()
        return next((found.number for found in indicators if found.covers(code)), None)


def item_number(code: str) -> int:
    """Give the number in an item code: 14 for o14."""
    return int(code[1:])


def number_text(number: Decimal) -> str:
    """Spell an exact number without an exponent."""
    return f"{number:f}"
