"""The file of one part taken over: the whole part is as the file says, no more and no less."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import Any, Final

from data.catalogue.changes import CatalogueChange, CatalogueDraft, PartTable, drafted_of
from data.catalogue.merging import KINDS
from data.framework import (
    CataloguePart,
    Comparisons,
    Fault,
    Framework,
    Office,
    Organisation,
    catalogue_faults,
    held,
    office,
    part_name,
)
from data.framework.checks import framework_faults
from data.framework.files import SUFFIX, read_part
from data.importers.catalogue.tables import CatalogueTable
from data.model.errors import FaultyFrameworkError
from data.model.problems import Problem, ProblemCode

_Lists = dict[str, Sequence[Any]]
_KEYS: Final = {CatalogueTable.DIVISIONS: "name", PartTable.KNOWN_DIVISIONS: "name"}


def draft_part(name: str, content: bytes) -> CatalogueDraft:
    """Take the file of a year, of the comparisons or of the agency over, without writing anything.

    A place in it is written as its lists are: items[14].name.
    """
    try:
        part = read_part(name, content).part
    except FaultyFrameworkError as fault:
        return CatalogueDraft(problems=(_problem(name, fault.place, fault.reason),))
    if isinstance(part, Office):
        # A file of settings holds no picture, so it says nothing against the one that is kept.
        part = replace(part, logo=office().logo)
    lists = _lists(part)
    rows = sum(map(len, lists.values()))
    return drafted_of((part,), _faults(name, part, lists), rows, partial(_placed, name, lists))


def _faults(name: str, part: CataloguePart, lists: _Lists) -> list[Problem]:
    """Give what contradicts itself in the part; where nothing does, what does beside the others."""
    if isinstance(part, Framework):
        inside = [(_place(lists, place), reason) for place, reason in framework_faults(part)]
        if inside:
            return [_problem(name, place, reason) for place, reason in inside]
    if isinstance(part, Organisation) and not part.is_set_up:
        return [_problem(name, "name", Fault.MISSING)]
    own = f"{part_name(part)}{SUFFIX}"
    return [
        _problem(
            name,
            fault.place if fault.file_name == own else f"{fault.file_name} {fault.place}",
            fault.reason,
        )
        for fault in catalogue_faults(held().replaced((part,)))
    ]


def _problem(name: str, place: str, reason: str) -> Problem:
    return Problem(ProblemCode.CATALOGUE_FAULT, name, place, place, reason)


def _lists(part: CataloguePart) -> _Lists:
    """Give the lists of a part by their keys in the file."""
    if isinstance(part, Framework):
        return {table.value: getattr(part, kind.attribute) for table, kind in KINDS.items()}
    if isinstance(part, Comparisons):
        return {PartTable.BREAKS.value: part.breaks, PartTable.PAIRS.value: part.crosswalk}
    if not isinstance(part, Organisation):
        return {}
    return {
        CatalogueTable.DIVISIONS.value: part.divisions,
        PartTable.KNOWN_DIVISIONS.value: part.known_divisions,
    }


def _place(lists: _Lists, place: str) -> str:
    """Turn "items o14" of a check into items[14]; what names no one row stays as it is."""
    table, _, subject = place.partition(" ")
    if table not in lists:
        return place
    key = KINDS[CatalogueTable(table)].key
    return _row(lists, table, key, subject) or place


def _placed(name: str, lists: _Lists, change: CatalogueChange) -> CatalogueChange:
    table = change.table
    if table.value not in lists:
        return replace(change, sheet=name, cell=change.field)
    if not change.new:
        return replace(change, sheet=name)
    if table in {PartTable.BREAKS, PartTable.PAIRS}:
        return replace(change, sheet=name, cell=table.value)
    key = KINDS[table].key if isinstance(table, CatalogueTable) and table in KINDS else _KEYS[table]
    row = _row(lists, table.value, key, change.subject) or table.value
    cell = f"{row}.{change.field}" if change.field and change.subject else row
    return replace(change, sheet=name, cell=cell)


def _row(lists: _Lists, table: str, key: str, subject: str) -> str:
    keys = [str(getattr(row, key)) for row in lists[table]]
    return f"{table}[{keys.index(subject) + 1}]" if subject in keys else ""
