"""What a file would change in the catalogue, one fact after the other, old beside new."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from decimal import Decimal
from enum import StrEnum
from typing import Any, Final

from data.catalogue.field_texts import own_text
from data.catalogue.merging import KINDS, CatalogueFact
from data.framework import (
    Break,
    Catalogue,
    CataloguePart,
    Comparisons,
    Division,
    Evidence,
    Framework,
    Office,
    Organisation,
    Pairing,
    Roster,
    held,
)
from data.framework.model import number_text
from data.importers.catalogue.tables import CatalogueTable, evidence_words
from data.model.problems import Problem

ORDER: Final = "order"
PARTICIPATION: Final = "participation"
_BETWEEN: Final = " · "
_PERCENT: Final = 100
_TOLD_ROW_BY_ROW: Final = ("divisions", "known_divisions")


class PartTable(StrEnum):
    """Lists that only a file of a part has, no workbook; the values are their keys in the file."""

    BREAKS = "breaks"
    PAIRS = "crosswalk"
    ORGANISATION = "organisation"
    KNOWN_DIVISIONS = "known_divisions"
    OFFICE = "office"
    PEOPLE = "person"


@dataclass(frozen=True, slots=True)
class CatalogueChange:
    """One fact that would be another one.

    `year` is None where it is of no one year; `subject` is the key of the row, empty for the year
    itself; `field` is empty for a row that comes or goes, whose `old` or `new` then is empty.
    `cell` is where the new value stands: C14 of a `sheet`, items[14].name of a file without sheets;
    "" where a row is no longer there.
    """

    year: int | None
    table: CatalogueTable | PartTable
    subject: str
    field: str
    old: str
    new: str
    sheet: str = ""
    cell: str = ""


@dataclass(frozen=True, slots=True)
class CatalogueDraft:
    """The parts that would be others, fact by fact what would change, and what is wrong.

    With a blocking problem nothing would change.
    """

    parts: tuple[CataloguePart, ...] = ()
    changes: tuple[CatalogueChange, ...] = ()
    problems: tuple[Problem, ...] = ()
    rows_read: int = 0

    @property
    def blocking(self) -> tuple[Problem, ...]:
        """The problems that keep it from being saved."""
        return tuple(problem for problem in self.problems if problem.blocking)

    @property
    def added(self) -> int:
        """How many of the changes are of something that was not there."""
        return sum(not change.old for change in self.changes)


def drafted_of(
    parts: Sequence[CataloguePart],
    problems: Sequence[Problem],
    rows_read: int,
    place: Callable[[CatalogueChange], CatalogueChange],
) -> CatalogueDraft:
    """Put parts beside those that count now; `place` gives a change its cell in the file."""
    told = tuple(dict.fromkeys(problems))
    if any(problem.blocking for problem in told):
        return CatalogueDraft(problems=told, rows_read=rows_read)
    known = held()
    changed = tuple(part for part in parts if known.replaced((part,)) != known)
    changes = tuple(place(change) for part in changed for change in part_changes(known, part))
    return CatalogueDraft(changed, changes, told, rows_read)


def part_changes(known: Catalogue, part: CataloguePart) -> Iterator[CatalogueChange]:
    """Tell what a part would change in a catalogue."""
    if isinstance(part, Framework):
        return year_changes(known.frameworks.get(part.year), part)
    if isinstance(part, Comparisons):
        return comparison_changes(known.comparisons, part)
    if isinstance(part, Organisation):
        return organisation_changes(known.organisation, part)
    if isinstance(part, Office):
        return _field_changes(PartTable.OFFICE, known.office, part)
    return _field_changes(PartTable.PEOPLE, known.roster or Roster(), part)


def shown(field: str, value: object) -> str | int | float | None:
    """Give a fact as a cell of the form shows it; None is a blank cell."""
    if isinstance(value, Evidence):
        return evidence_words()[value]
    if isinstance(value, Decimal):
        number = value * _PERCENT if field == "weight" else value
        return int(number) if number == int(number) else float(number)
    if isinstance(value, tuple):
        return ", ".join(value)
    if isinstance(value, str | int) and value != "":
        return value
    return None


def year_changes(known: Framework | None, wanted: Framework) -> Iterator[CatalogueChange]:
    """Tell what would change in a year, table by table; everything where it is a new one."""
    year = wanted.year
    for field, old, new in (
        ("target", known and known.target, wanted.target),
        ("steady_band", known and known.steady_band, wanted.steady_band),
        ("note", known and known.notes, wanted.notes),
        (PARTICIPATION, _nation(known), _nation(wanted)),
    ):
        if old != new and (old or new):
            texts = (_text(field, value) for value in (old, new))
            yield CatalogueChange(year, CatalogueTable.YEARS, "", field, *texts)
    for table, kind in KINDS.items():
        old_rows = () if known is None else getattr(known, kind.attribute)
        yield from _table_changes(year, table, old_rows, getattr(wanted, kind.attribute))


def comparison_changes(known: Comparisons, wanted: Comparisons) -> Iterator[CatalogueChange]:
    """Tell which breaks and pairs would come or go."""
    for table, old_rows, new_rows in (
        (PartTable.BREAKS, known.breaks, wanted.breaks),
        (PartTable.PAIRS, known.crosswalk, wanted.crosswalk),
    ):
        for one in new_rows:
            if one not in old_rows:
                yield CatalogueChange(None, table, _span(one), "", "", _said(one))
        for one in old_rows:
            if one not in new_rows:
                yield CatalogueChange(None, table, _span(one), "", _said(one), "")


def organisation_changes(known: Organisation, wanted: Organisation) -> Iterator[CatalogueChange]:
    """Tell what would change of the agency: its names and place, then its divisions."""
    yield from _field_changes(PartTable.ORGANISATION, known, wanted)
    yield from _division_changes(CatalogueTable.DIVISIONS, known.divisions, wanted.divisions)
    table = PartTable.KNOWN_DIVISIONS
    yield from _division_changes(table, known.known_divisions, wanted.known_divisions)


def _field_changes(
    table: PartTable, known: CataloguePart, wanted: CataloguePart
) -> Iterator[CatalogueChange]:
    facts = (one.name for one in fields(wanted) if one.init)
    for name in (one for one in facts if one not in _TOLD_ROW_BY_ROW):
        old, new = (own_text(getattr(one, name)) for one in (known, wanted))
        if old != new:
            yield CatalogueChange(None, table, "", name, old, new)


def _division_changes(
    table: CatalogueTable | PartTable, known: Sequence[Division], wanted: Sequence[Division]
) -> Iterator[CatalogueChange]:
    before = {one.name: one for one in known}
    after = {one.name: one for one in wanted}
    for name, division in after.items():
        if before.get(name) != division:
            old = _division(before[name]) if name in before else ""
            yield CatalogueChange(None, table, name, "", old, _division(division))
    for name, division in before.items():
        if name not in after:
            yield CatalogueChange(None, table, name, "", _division(division), "")
    if before == after and list(before) != list(after):
        texts = (", ".join(names) for names in (before, after))
        yield CatalogueChange(None, table, "", ORDER, *texts)


def _division(one: Division) -> str:
    return _BETWEEN.join((", ".join((one.name, *one.aliases)), evidence_words()[one.evidence]))


def _span(one: Break | Pairing) -> str:
    return f"{one.from_year}–{one.to_year}"


def _said(one: Break | Pairing) -> str:
    if isinstance(one, Break):
        facts = (str(one.scope), ", ".join(one.codes), one.reason)
    else:
        facts = (one.from_item, one.to_item, str(one.relation))
    return _BETWEEN.join(filter(None, (*facts, evidence_words()[one.evidence])))


def _nation(framework: Framework | None) -> tuple[str, ...]:
    """Give what is known of the agencies of the whole country, as texts."""
    known = framework.participation if framework else None
    if known is None:
        return ()
    percent = known.passed_percent
    facts = (known.agencies, known.passed, None if percent is None else f"{number_text(percent)}%")
    return (*(str(fact) for fact in facts if fact is not None), *filter(None, (known.note,)))


def _table_changes(
    year: int,
    table: CatalogueTable,
    old_rows: Sequence[CatalogueFact],
    new_rows: Sequence[CatalogueFact],
) -> Iterator[CatalogueChange]:
    key = KINDS[table].key
    old = {getattr(one, key): one for one in old_rows}
    new = {getattr(one, key): one for one in new_rows}
    for name, row in new.items():
        if name not in old:
            yield CatalogueChange(year, table, str(name), "", "", described(table, row))
        elif row != old[name]:
            yield from _row_changes(year, table, old[name], row)
    for name, row in old.items():
        if name not in new:
            yield CatalogueChange(year, table, str(name), "", described(table, row), "")
    if old == new and list(old) != list(new):
        texts = (", ".join(map(str, rows)) for rows in (old, new))
        yield CatalogueChange(year, table, "", ORDER, *texts)


def _row_changes(
    year: int, table: CatalogueTable, old: CatalogueFact, new: CatalogueFact
) -> Iterator[CatalogueChange]:
    subject = str(getattr(new, KINDS[table].key))
    values = fields_of(table, new)
    for field, before in fields_of(table, old).items():
        if before != values[field]:
            texts = (_text(field, value) for value in (before, values[field]))
            yield CatalogueChange(year, table, subject, field, *texts)


def fields_of(table: CatalogueTable, row: CatalogueFact) -> Mapping[str, Any]:
    """Give the fields of a row in the order they are told in: facts first, then marks."""
    kind = KINDS[table]
    return {name: getattr(row, name) for name in (*kind.required, *kind.blanks, *kind.evidence)}


def described(table: CatalogueTable, row: CatalogueFact) -> str:
    """Say a whole row but its key in one line."""
    fields = fields_of(table, row)
    texts = (_text(name, value) for name, value in fields.items() if name != KINDS[table].key)
    return _BETWEEN.join(text for text in texts if text)


def _text(field: str, value: object) -> str:
    if isinstance(value, tuple):
        return _BETWEEN.join(value)
    if isinstance(value, Decimal) and field != "weight":
        return number_text(value)
    told = shown(field, value)
    if told is None:
        return ""
    return f"{told}%" if field == "weight" else str(told)
