"""Where two years cannot be compared, and which item of one year is which of another."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from data.framework.model import Evidence, Framework
from data.framework.tables import Fault


class Scope(StrEnum):
    """What a break touches."""

    ITEMS = "items"
    INDICATORS = "indicators"
    INSTRUMENTS = "instruments"
    TOTAL = "total"
    LEVELS = "levels"


class Relation(StrEnum):
    """How two items of different years belong together."""

    SAME = "same"
    SIMILAR = "similar"


@dataclass(frozen=True, slots=True)
class Break:
    """Between these two years the scores of `codes` cannot be compared; no codes means all."""

    from_year: int
    to_year: int
    scope: Scope
    codes: tuple[str, ...]
    reason: str
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Pairing:
    """An item of one year and the item of another year that continues it."""

    from_year: int
    from_item: str
    to_year: int
    to_item: str
    relation: Relation
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Comparisons:
    """All breaks and all pairs of items."""

    breaks: tuple[Break, ...]
    crosswalk: tuple[Pairing, ...]

    def breaks_between(self, from_year: int, to_year: int) -> tuple[Break, ...]:
        """Give the breaks that lie between two years, whichever comes first."""
        first, last = sorted((from_year, to_year))
        return tuple(
            found for found in self.breaks if first <= found.from_year and found.to_year <= last
        )

    def same_items(self, from_year: int, to_year: int) -> dict[str, str]:
        """Give item of one year -> the same item of another; only pairs that are the same."""
        return {
            pair.from_item: pair.to_item
            for pair in self.crosswalk
            if (pair.from_year, pair.to_year) == (from_year, to_year)
            and pair.relation is Relation.SAME
        }


def comparison_faults(
    comparisons: Comparisons, frameworks: Mapping[int, Framework]
) -> Iterator[tuple[str, Fault]]:
    """Give place and reason of what names no year, code or item, or stands there twice."""
    for position, found in enumerate(comparisons.breaks, start=1):
        place = f"breaks[{position}]"
        yield from _span_faults(place, found, frameworks)
        for code in found.codes:
            known = [frameworks[year] for year in _span(found) if year in frameworks]
            if known and not any(_has_code(framework, found.scope, code) for framework in known):
                yield f"{place}.codes", Fault.UNKNOWN_CODE
    seen: set[tuple[object, ...]] = set()
    for position, pair in enumerate(comparisons.crosswalk, start=1):
        place = f"crosswalk[{position}]"
        yield from _span_faults(place, pair, frameworks)
        for key, year, code in (
            ("from_item", pair.from_year, pair.from_item),
            ("to_item", pair.to_year, pair.to_item),
        ):
            if year in frameworks and frameworks[year].item(code) is None:
                yield f"{place}.{key}", Fault.UNKNOWN_ITEM
        keys = _keys(pair)
        if seen.intersection(keys):
            yield place, Fault.REPEATED
        seen.update(keys)


def _span(found: Break | Pairing) -> tuple[int, int]:
    return found.from_year, found.to_year


def _span_faults(
    place: str, found: Break | Pairing, frameworks: Mapping[int, Framework]
) -> Iterator[tuple[str, Fault]]:
    for key, year in zip(("from_year", "to_year"), _span(found), strict=True):
        if year not in frameworks:
            yield f"{place}.{key}", Fault.UNKNOWN_YEAR
    if found.from_year >= found.to_year:
        yield place, Fault.YEARS_NOT_ASCENDING


def _has_code(framework: Framework, scope: Scope, code: str) -> bool:
    if scope is Scope.ITEMS:
        return framework.item(code) is not None
    if scope is Scope.INDICATORS:
        return code.isdecimal() and framework.indicator(int(code)) is not None
    if scope is Scope.INSTRUMENTS:
        return framework.instrument(code) is not None
    return False


def _keys(pair: Pairing) -> list[tuple[object, ...]]:
    """Give what no second pair may have: the pair itself, and each side of one that is the same."""
    keys: list[tuple[object, ...]] = [(*_span(pair), pair.from_item, pair.to_item)]
    if pair.relation is Relation.SAME:
        keys += [(*_span(pair), "from", pair.from_item), (*_span(pair), "to", pair.to_item)]
    return keys
