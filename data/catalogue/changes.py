"""What a workbook would change in the catalogue, one fact after the other, old beside new."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Final

from data.catalogue.merging import KINDS, CatalogueFact
from data.framework import Division, Evidence, Framework, Organisation
from data.framework.spelling import number_text
from data.importers.catalogue.tables import CatalogueTable, evidence_words

ORDER: Final = "order"
_BETWEEN: Final = " · "
_PERCENT: Final = 100


@dataclass(frozen=True, slots=True)
class CatalogueChange:
    """One fact that would be another one.

    `year` is None for a division; `subject` is the key of the row, empty for the year itself;
    `field` is empty for a row that comes or goes, whose `old` or `new` then is empty.
    """

    year: int | None
    table: CatalogueTable
    subject: str
    field: str
    old: str
    new: str


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
    before = None if known is None else (known.target, known.notes)
    for field, old, new in (
        ("target", before and before[0], wanted.target),
        ("note", before and before[1], wanted.notes),
    ):
        if old != new and (old or new):
            texts = (_text(field, value) for value in (old, new))
            yield CatalogueChange(year, CatalogueTable.YEARS, "", field, *texts)
    for table, kind in KINDS.items():
        old_rows = () if known is None else getattr(known, kind.attribute)
        yield from _table_changes(year, table, old_rows, getattr(wanted, kind.attribute))


def division_changes(known: Organisation, wanted: Organisation) -> Iterator[CatalogueChange]:
    """Tell what would change among the own divisions."""
    before = {one.name: one for one in known.divisions}
    table = CatalogueTable.DIVISIONS
    for one in wanted.divisions:
        old = before.get(one.name)
        if old != one:
            told = "" if old is None else _division(old)
            yield CatalogueChange(None, table, one.name, "", told, _division(one))


def _division(one: Division) -> str:
    return _BETWEEN.join((", ".join((one.name, *one.aliases)), evidence_words()[one.evidence]))


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
