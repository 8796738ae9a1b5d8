"""Where two years cannot be compared, and which item of one year is which of another."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from data.framework.model import Evidence, Framework
from data.framework.tables import Fault, Table


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

    def touches(self, scope: Scope | str, code: str = "") -> bool:
        """Whether it makes this code of this scope incomparable; no code asks for any."""
        return self.scope == scope and (not self.codes or not code or code in self.codes)


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

    def breaks_of(
        self, scope: Scope | str, code: str, from_year: int, to_year: int
    ) -> tuple[Break, ...]:
        """Give the breaks between two years that touch one code, e.g. ("instruments", "EIT")."""
        found = self.breaks_between(from_year, to_year)
        return tuple(candidate for candidate in found if candidate.touches(scope, code))

    def same_items(self, from_year: int, to_year: int) -> dict[str, str]:
        """Give item of one year -> the same item of another; only pairs that are the same."""
        return {
            pair.from_item: pair.to_item
            for pair in self.crosswalk
            if (pair.from_year, pair.to_year) == (from_year, to_year)
            and pair.relation is Relation.SAME
        }


def parse_comparisons(table: Table, frameworks: Mapping[int, Framework]) -> Comparisons:
    """Turn the table of comparisons.toml into values, checked against the years it names."""
    comparisons = Comparisons(
        breaks=tuple(_break(row, frameworks) for row in table.tables("breaks")),
        crosswalk=tuple(_pairing(row, frameworks) for row in table.tables("crosswalk")),
    )
    table.finish()
    _check_pairs(table, comparisons.crosswalk)
    return comparisons


def _break(row: Table, frameworks: Mapping[int, Framework]) -> Break:
    found = Break(
        from_year=_year(row, "from_year", frameworks),
        to_year=_year(row, "to_year", frameworks),
        scope=row.word("scope", Scope),
        codes=row.texts("codes"),
        reason=row.text("reason"),
        evidence=row.word("evidence", Evidence),
    )
    row.finish()
    if found.from_year >= found.to_year:
        raise row.fault(Fault.YEARS_NOT_ASCENDING)
    for code in found.codes:
        if not any(_has_code(frameworks[year], found.scope, code) for year in _span(found)):
            raise row.fault(Fault.UNKNOWN_CODE, "codes")
    return found


def _pairing(row: Table, frameworks: Mapping[int, Framework]) -> Pairing:
    pair = Pairing(
        from_year=_year(row, "from_year", frameworks),
        from_item=row.text("from_item"),
        to_year=_year(row, "to_year", frameworks),
        to_item=row.text("to_item"),
        relation=row.word("relation", Relation),
        evidence=row.word("evidence", Evidence),
    )
    row.finish()
    if pair.from_year >= pair.to_year:
        raise row.fault(Fault.YEARS_NOT_ASCENDING)
    if frameworks[pair.from_year].item(pair.from_item) is None:
        raise row.fault(Fault.UNKNOWN_ITEM, "from_item")
    if frameworks[pair.to_year].item(pair.to_item) is None:
        raise row.fault(Fault.UNKNOWN_ITEM, "to_item")
    return pair


def _year(row: Table, key: str, frameworks: Mapping[int, Framework]) -> int:
    year = row.whole(key)
    if year not in frameworks:
        raise row.fault(Fault.UNKNOWN_YEAR, key)
    return year


def _span(found: Break) -> tuple[int, int]:
    return found.from_year, found.to_year


def _has_code(framework: Framework, scope: Scope, code: str) -> bool:
    if scope is Scope.ITEMS:
        return framework.item(code) is not None
    if scope is Scope.INDICATORS:
        return code.isdecimal() and framework.indicator(int(code)) is not None
    if scope is Scope.INSTRUMENTS:
        return framework.instrument(code) is not None
    return False


def _check_pairs(table: Table, crosswalk: tuple[Pairing, ...]) -> None:
    """Refuse an item that is the same as two others, and a pair that stands twice."""
    seen: set[tuple[object, ...]] = set()
    for position, pair in enumerate(crosswalk, start=1):
        span = (pair.from_year, pair.to_year)
        keys: list[tuple[object, ...]] = [(*span, pair.from_item, pair.to_item)]
        if pair.relation is Relation.SAME:
            keys += [(*span, "from", pair.from_item), (*span, "to", pair.to_item)]
        if seen.intersection(keys):
            raise table.fault(Fault.REPEATED, f"crosswalk[{position}]")
        seen.update(keys)
