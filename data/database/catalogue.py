"""The catalogue in the store: seeded from the files the app comes with, changed by imports.

A part (one year, the comparisons, the agency) is written as a whole and kept as a version. The
newest import of a part that was not undone counts, else the newest the app came with: an own
change wins per part, not per fact, because a year is checked as a whole and facts of two hands
could contradict each other. Undoing the import brings back what counted before it.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, fields, replace
from enum import Enum
from typing import Any, Final

import pandas as pd

import queries
from data.database.agencies import HOME_ID
from data.database.batches.sources import Source, keep_source
from data.database.catalogue_reading import read_catalogue
from data.database.connection import Database
from data.database.identity import example_day
from data.database.permits import Permit
from data.framework import (
    CataloguePart,
    Comparisons,
    Division,
    Framework,
    Office,
    Organisation,
    Roster,
    catalogue_faults,
    hold,
    part_name,
)
from data.framework.files import PartFile, packaged_parts
from data.framework.setting_up import Agency, kind_and_name, organisation_of
from data.model.errors import NoPlannerLeftError
from data.model.records import Form
from data.people.roster import listed_beside

KIND: Final = "catalogue"


@dataclass(frozen=True, slots=True)
class Ledger:
    """What the batch of a catalogue file says of itself."""

    sheet: str
    rows_read: int
    added: int
    changed: int
    unchanged: int = 0


def seed_catalogue(database: Database) -> None:
    """Take over the packaged parts whose revision is newer than what this store ever took.

    The organisation is seeded once: a store that has an agency keeps it.
    """
    newer = newer_seeds(database)
    if not newer:
        return
    with database.writing() as cursor:
        write_parts(cursor, [(_seeded(cursor, file.part), file.revision) for file in newer])


def newer_seeds(database: Database) -> list[PartFile]:
    """Give the packaged parts that `seed_catalogue` would take over."""
    taken = {row["part"]: row["revision"] for row in queries.rows(database, "catalogue/seeds")}
    return [file for file in packaged_parts() if _is_newer(taken, file.part, file.revision)]


def _seeded(cursor: queries.Cursor, part: CataloguePart) -> CataloguePart:
    """Give a packaged part as this store takes it: an agency it has already keeps its name."""
    if not isinstance(part, Organisation):
        return part
    home = _as_before(cursor, part)
    _write_home(cursor, home)
    return home


def hold_catalogue(database: Database) -> None:
    """Let the catalogue of this store be the one that counts, with the day of an example."""
    with database.reading() as cursor:
        hold(read_catalogue(cursor), example_day(cursor))


def write_catalogue(
    permit: Permit,
    database: Database,
    parts: Iterable[CataloguePart],
    source: Source,
    ledger: Ledger,
) -> int:
    """Write parts as one batch of the permitted write and give its number.

    Raises:
        FaultyFrameworkError, NoPlannerLeftError: with them the catalogue could not stand.
        NothingSavedError: the disk does not take the file.
    """
    batch_id = queries.number(permit.cursor, "imports/next_batch_id")
    queries.run(
        permit.cursor,
        "imports/insert_batch",
        batch_id=batch_id,
        kind=KIND,
        form=Form.CATALOGUE.value,
        file_name=source.file_name,
        sha256=source.sha256,
        stored_name=keep_source(database, source),
        imported_by=permit.person.signature(source.imported_by),
        is_sample=False,
        rows_imported=ledger.rows_read,
        rows_reported=0,
        control_sum=0,
        identity="[]",
        **asdict(ledger),
    )
    with catalogue_settled(permit):
        write_parts(permit.cursor, [(part, None) for part in parts], batch_id=batch_id)
    return batch_id


@contextmanager
def catalogue_settled(permit: Permit) -> Iterator[None]:
    """Check what counts after a change by the block, and name the home agency as it says.

    Raises:
        FaultyFrameworkError: its parts cannot stand beside each other.
        NoPlannerLeftError: other persons are listed than before, and nobody could change anything.
    """
    before = read_catalogue(permit.cursor).roster
    yield
    catalogue = read_catalogue(permit.cursor)
    for fault in catalogue_faults(catalogue):
        raise fault
    listed = catalogue.roster or listed_beside()
    # Whoever came by the link of this machine gets in again without any list.
    unlisted = catalogue.roster is None and permit.person.local
    if catalogue.roster != before and not (unlisted or listed.keeps_planner):
        raise NoPlannerLeftError
    _write_home(permit.cursor, catalogue.organisation)


def _is_newer(taken: Mapping[str, int], part: CataloguePart, revision: int) -> bool:
    name = part_name(part)
    return name not in taken or (not isinstance(part, Organisation) and taken[name] < revision)


def _as_before(cursor: queries.Cursor, packaged: Organisation) -> Organisation:
    """Give the agency of a store from before the organisation was in it.

    Such a store holds name, place and own divisions; all else is as packaged.
    """
    home = queries.fetch(cursor, "store/home_agency")
    if home is None:
        return packaged
    rows = queries.fetch_all(cursor, "catalogue/former_divisions")
    divisions = tuple(Division(row["name"]) for row in rows)
    kind, own = kind_and_name(home["name"], packaged)
    agency = Agency(kind, own, home["district"], home["province"], divisions)
    return replace(organisation_of(agency, packaged), name=home["name"])


def _write_home(cursor: queries.Cursor, home: Organisation) -> None:
    queries.run(
        cursor,
        "store/upsert_home_agency",
        match_key=home.agency_key(home.name),
        name=home.name,
        district=home.district,
        province=home.province,
    )


def write_parts(
    cursor: queries.Cursor,
    parts: Iterable[tuple[CataloguePart, int | None]],
    *,
    batch_id: int | None = None,
) -> None:
    """Keep parts, each with its revision, as newest versions; only an import's have an owner."""
    rows: dict[str, list[Mapping[str, object]]] = {}
    for part, revision in parts:
        version_id = _new_version(cursor, part, batch_id, revision)
        for table, facts in _tables(part).items():
            listed = rows.setdefault(table, [])
            listed += [{"version_id": version_id, **row} for row in facts]
    for table, listed in rows.items():
        if listed:
            frame = pd.DataFrame(listed, dtype=object)
            cursor.append(f"{table}_version", frame, by_name=True)


def _new_version(
    cursor: queries.Cursor,
    part: CataloguePart,
    batch_id: int | None,
    revision: int | None,
) -> int:
    version_id = queries.number(cursor, "catalogue/next_version_id")
    queries.run(
        cursor,
        "catalogue/insert_version",
        version_id=version_id,
        part=part_name(part),
        batch_id=batch_id,
        agency_id=None if batch_id is None else HOME_ID,
        revision=revision,
    )
    return version_id


def _tables(part: CataloguePart) -> Mapping[str, Iterable[Mapping[str, object]]]:
    """Give table -> rows of a part; the order of a file stays as position, of levels as rank."""
    if isinstance(part, Framework):
        return _year_tables(part)
    if isinstance(part, Comparisons):
        return {
            "comparison_break": _numbered(part.breaks, {}),
            "item_pair": _numbered(part.crosswalk, {}),
        }
    if isinstance(part, Organisation):
        return _organisation_tables(part)
    return _office_tables(part) if isinstance(part, Office) else _roster_tables(part)


def _year_tables(framework: Framework) -> Mapping[str, Iterable[Mapping[str, object]]]:
    year = {"year": framework.year}
    known = framework.participation
    nation = {
        "agencies": known.agencies if known else None,
        "passed": known.passed if known else None,
        "passed_percent": known.passed_percent if known else None,
        "participation_note": known.note if known else None,
    }
    facts = {
        "target": framework.target,
        "steady_band": framework.steady_band,
        "notes": list(framework.notes),
    }
    return {
        "fiscal_year": [{**year, **facts, **nation}],
        "instrument": _numbered(framework.instruments, year),
        "indicator": _numbered(framework.indicators, year),
        "item": _numbered(framework.items, year),
        "level_rule": _numbered(framework.level_rules, year, place="rank"),
        "national_score": _numbered(framework.national, year),
    }


def _organisation_tables(home: Organisation) -> Mapping[str, Iterable[Mapping[str, object]]]:
    owner = {"agency_id": HOME_ID}
    facts = {one.name: _plain(getattr(home, one.name)) for one in fields(home) if one.init}
    told = {name: fact for name, fact in facts.items() if not name.endswith("divisions")}
    prefixes = [[one.short, *one.long] for one in home.prefixes]
    return {
        "organisation": [{**owner, **told, "prefixes": prefixes}],
        "agency_division": [
            *_numbered(home.divisions, {**owner, "own": True}),
            *_numbered(home.known_divisions, {**owner, "own": False}),
        ],
    }


def _office_tables(office: Office) -> Mapping[str, Iterable[Mapping[str, object]]]:
    owner = {"agency_id": HOME_ID}
    days = {name: getattr(office, name) for name in ("late_days", "due_soon_days", "silent_days")}
    return {
        "office": [{**owner, **days, "logo": office.logo}],
        "signatory": _numbered(office.signatories, owner),
    }


def _roster_tables(roster: Roster) -> Mapping[str, Iterable[Mapping[str, object]]]:
    owner = {"agency_id": HOME_ID}
    claims = {name: fact for name, fact in asdict(roster).items() if name.endswith("claim")}
    persons = _numbered(roster.persons, owner)
    # Nobody in a list is the person at the machine itself.
    told = ({name: row[name] for name in row if name != "local"} for row in persons)
    return {"roster": [{**owner, **claims}], "person": told}


def _numbered(
    values: Sequence[Any], more: Mapping[str, object], *, place: str = "position"
) -> Iterator[Mapping[str, object]]:
    """Give the fields of values of the catalogue as DuckDB takes them, numbered from 1."""
    for number, value in enumerate(values, start=1):
        facts = {name: _plain(fact) for name, fact in asdict(value).items()}
        yield {**more, place: number, **facts}


def _plain(value: object) -> object:
    if isinstance(value, Enum):
        return str(value.value)
    return list(value) if isinstance(value, tuple) else value
