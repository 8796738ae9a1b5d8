"""Rows of a workbook taken over into the facts of a year: what is not told stays as it was."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, Final, TypeAlias

from data.exporters.cells.cell_text import clean_text
from data.framework import (
    Evidence,
    Fault,
    Indicator,
    Instrument,
    Item,
    LevelRule,
    NationalScore,
)
from data.framework.model import item_number
from data.importers.catalogue.reading import CatalogueBook, Entry
from data.importers.catalogue.tables import CatalogueTable
from data.importers.sheets.cells import text_of
from data.model.problems import Problem

CatalogueFact: TypeAlias = Instrument | Indicator | Item | LevelRule | NationalScore


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of fact: its class, its key, what must be told, what it is when not told.

    `evidence` names the fields that each mark of evidence is about.
    """

    make: Callable[..., CatalogueFact]
    attribute: str
    key: str
    required: tuple[str, ...]
    blanks: Mapping[str, object] = field(default_factory=dict)
    evidence: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


KINDS: Final[Mapping[CatalogueTable, Kind]] = {
    CatalogueTable.INSTRUMENTS: Kind(
        Instrument,
        "instruments",
        "code",
        ("code", "letter", "name", "respondents", "weight"),
        {"item_count": None, "note": ""},
        {"evidence": ("name", "weight"), "item_count_evidence": ("item_count",)},
    ),
    CatalogueTable.INDICATORS: Kind(
        Indicator,
        "indicators",
        "number",
        ("number", "instrument"),
        {"name": None, "first_item": None, "last_item": None, "target": None, "note": ""},
        {"evidence": ("name",), "range_evidence": ("first_item", "last_item")},
    ),
    CatalogueTable.ITEMS: Kind(
        Item,
        "items",
        "code",
        ("code",),
        {"indicator": None, "name": None, "note": ""},
        {"evidence": ("name",)},
    ),
    CatalogueTable.LEVELS: Kind(
        LevelRule,
        "level_rules",
        "name",
        ("name", "total_from"),
        {"each_from": None},
        {"evidence": ("total_from", "each_from")},
    ),
    CatalogueTable.NATIONAL: Kind(
        NationalScore, "national", "code", ("code", "value"), {"note": ""}
    ),
}


@dataclass(frozen=True, slots=True)
class Merged:
    """The rows of one table as they would be, and what is missing in the workbook."""

    rows: tuple[CatalogueFact, ...]
    problems: tuple[Problem, ...] = ()


def merged(
    book: CatalogueBook, table: CatalogueTable, year: int, known: Sequence[CatalogueFact]
) -> Merged:
    """Take the entries of one table and year over into the rows that are known.

    Where the workbook describes the whole year, its rows are all there are, in its order.
    """
    kind, entries, headed = KINDS[table], book.of(table, year), book.headed(table)
    # Rows that each name their year are no table of one year.
    whole = headed is not None and book.year == year and "year" not in headed.columns
    if not (entries or whole):
        return Merged(tuple(known))
    before = {_key(getattr(one, kind.key)): one for one in known}
    problems = (*_lacking(kind, entries, before), *_repeated(kind, entries))
    if problems:
        return Merged(tuple(known), problems)
    told: dict[object, CatalogueFact] = {}
    for one in entries:
        key = one.facts[kind.key]
        told[key] = _fact(one, before.get(key), whole=whole)
    return Merged(tuple(told.values()) if whole else _in_order(table, before | told))


def _key(value: object) -> object:
    """Give a key as it comes back from a cell."""
    return cell_text(value) if isinstance(value, str) else value


def same(one: object, other: object) -> bool:
    """Tell whether two facts say the same: what no cell can carry does not count."""
    if isinstance(one, str) and isinstance(other, str):
        return cell_text(one) == cell_text(other)
    return one == other


def cell_text(text: str) -> str:
    """Give what is left of a text that went into a cell and came back."""
    return text_of(clean_text(text))


def _lacking(
    kind: Kind, entries: Sequence[Entry], known: Mapping[Any, CatalogueFact]
) -> Iterator[Problem]:
    """Name what a row must tell: its key always, the rest when nothing is known of it."""
    for entry in entries:
        is_known = entry.facts.get(kind.key) in known
        for name in (kind.key,) if is_known else kind.required:
            if name not in entry.facts:
                yield entry.fault(name, Fault.MISSING)


def _repeated(kind: Kind, entries: Sequence[Entry]) -> Iterator[Problem]:
    """Name the rows that say something else of what an earlier row told already."""
    told: dict[object, Entry] = {}
    for entry in entries:
        key = entry.facts.get(kind.key)
        if key is not None and told.setdefault(key, entry).facts != entry.facts:
            yield entry.fault(kind.key, Fault.REPEATED)


def _fact(entry: Entry, known: CatalogueFact | None, *, whole: bool) -> CatalogueFact:
    kind = KINDS[entry.table]
    values = {
        name: _value(entry, name, known, whole=whole) for name in (*kind.required, *kind.blanks)
    }
    marks = {
        mark: _mark(entry, mark, {name: values[name] for name in names}, known)
        for mark, names in kind.evidence.items()
    }
    return kind.make(**values, **marks)


def _value(entry: Entry, name: str, known: CatalogueFact | None, *, whole: bool) -> object:
    """Give a value as told; a blank cell takes it away only where the whole year is described."""
    blanks = KINDS[entry.table].blanks
    before = blanks.get(name) if known is None else getattr(known, name)
    if name in entry.facts:
        told = entry.facts[name]
        return before if same(told, before) else told
    taken_away = whole and name in entry.source.columns and name in blanks
    return blanks[name] if taken_away else before


def _mark(
    entry: Entry, mark: str, about: Mapping[str, object], known: CatalogueFact | None
) -> Evidence:
    """Say how sure it is: as told; what is not there is unknown, what is there has this source.

    The same row twice gives the same mark, so it does not matter what the fact was before.
    """
    told = entry.facts.get(mark)
    before = None if known is None else Evidence(getattr(known, mark))
    same_facts = known is not None and all(getattr(known, name) == about[name] for name in about)
    if before is not None and same_facts and told in (None, before):
        return before
    if all(value in (None, "") for value in about.values()):
        return Evidence.UNKNOWN
    if isinstance(told, Evidence) and told is not Evidence.UNKNOWN:
        return told
    return Evidence.ONE_SOURCE


def _in_order(
    table: CatalogueTable, rows: Mapping[Any, CatalogueFact]
) -> tuple[CatalogueFact, ...]:
    """Put rows that came in addition where they belong."""
    return tuple(sorted(rows.values(), key=_ORDERS.get(table, lambda _: 0)))


def _best_first(rule: Any) -> tuple[Decimal, Decimal]:  # noqa: ANN401
    return -rule.total_from, -(rule.each_from if rule.each_from is not None else Decimal(-1))


_ORDERS: Final[Mapping[CatalogueTable, Callable[[Any], Any]]] = {
    CatalogueTable.INDICATORS: lambda one: one.number,
    CatalogueTable.LEVELS: _best_first,
}


def items_in_order(items: Sequence[Item], instruments: Sequence[Instrument]) -> tuple[Item, ...]:
    """Put items in the order of their instruments and numbers."""
    order = {one.letter: at for at, one in enumerate(instruments)}
    return tuple(
        sorted(
            items, key=lambda item: (order.get(item.code[0], len(order)), item_number(item.code))
        )
    )
