"""Building the store of the example, once for each version of what it is made of."""

import csv
import datetime as dt
import hashlib
import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import closing
from pathlib import Path
from typing import Any, Final

import queries
from data.catalogue import set_up
from data.database import (
    Database,
    add_comment,
    add_evidence,
    close_round,
    hold_catalogue,
    mark_round,
    open_database,
    open_round,
    report_statuses,
    save_schedules,
    withdraw_evidence,
)
from data.examples.files import (
    COMMENTS_FILE,
    EVIDENCE_FILE,
    FOLDER,
    MARKS_FILE,
    NEIGHBOURS_FILE,
    PLAN_FILE,
    REPORTS_FILE,
    ROUNDS_FILE,
    SCHEDULES_FILE,
    SCORES_FILE,
    example_agency,
    import_file,
)
from data.framework.files import PACKAGED
from data.model.access import planner_here
from data.model.errors import StoreUnreachableError
from data.model.files import put_in_place
from data.model.places import database_path, version
from data.model.records import ReportKind, StatusReport, StepSchedule
from data.model.work import Mark, NewRound, Proof
from data.roundtrip.values import FIELDS, understood

EXAMPLE_DAY: Final = dt.date(2026, 6, 30)
"""30 June 2569: nine months into the plan, before the results of that year are published."""
LOADER: Final = "example"
_STORE: Final = "ita.duckdb"
_DIGITS: Final = 12
_OLDER: Final = "[0-9a-f]" * _DIGITS + "*"
"""What examples are called, also unfinished ones: other folders beside them are somebody's own."""


def example_path(store: Path | None = None) -> Path:
    """Give the place of the example: beside the store, named by all it is made of."""
    beside = (store or database_path()).parent
    return beside / "example" / _fingerprint() / _STORE


def open_example(store: Path | None = None) -> Database:
    """Open the example for reading only, built before where it is not there.

    Its catalogue counts from now on, so whoever has another store open does this `apart`.

    Raises:
        ItaError: as `open_database`.
    """
    path = example_path(store)
    if not path.exists():
        build_example(path)
    database = Database(path, read_only=True)
    hold_catalogue(database)
    return database


def build_example(path: Path) -> None:
    """Build the example in the place of all older ones; it gets its name when it is whole.

    Raises:
        ItaError: as `open_database`.
    """
    arriving = path.parent.with_name(f"{path.parent.name}.{os.getpid()}.part")
    for older in path.parents[1].glob(_OLDER):
        shutil.rmtree(older, ignore_errors=True)
    # What it takes from the packaged years and files, no store of one's own has a say in.
    with closing(open_database(arriving / _STORE)) as database:
        _fill(database.acting_as(planner_here(LOADER)))
    try:
        put_in_place(arriving, path.parent)
    except OSError as error:
        raise StoreUnreachableError from error


def _fill(database: Database) -> None:
    set_up(database, example_agency(), LOADER)
    import_file(database, PLAN_FILE, LOADER)
    for path in (SCORES_FILE, NEIGHBOURS_FILE):
        import_file(database, path, LOADER, invented=True)
    report_statuses(database, list(_reports()))
    save_schedules(database, list(_schedules()))
    for row in _rows(COMMENTS_FILE):
        add_comment(database, **row)
    for row in _rows(EVIDENCE_FILE):
        _prove(database, row)
    for row in _rows(ROUNDS_FILE):
        _hold_round(database.acting_as(planner_here(row["opened_by"])), row)
    with database.writing() as cursor:
        queries.run(cursor, "store/mark_example", example_day=EXAMPLE_DAY)


def _prove(database: Database, row: Mapping[str, str]) -> None:
    number = add_evidence(
        database,
        Proof(
            row["measure_id"],
            row["proves"],
            row["step_id"],
            row["link"],
            item=row["item"],
            added_by=row["added_by"],
        ),
    )
    if row["withdrawn"]:
        withdraw_evidence(database, number)


def _hold_round(database: Database, row: Mapping[str, str]) -> None:
    days = [dt.date.fromisoformat(row[key]) for key in ("as_of", "deadline")]
    number = open_round(database, NewRound(int(row["plan_year"]), row["name"], *days))
    for one in _rows(MARKS_FILE):
        if one["round_name"] == row["name"]:
            mark_round(database, number, one["division"], Mark(one["mark"]), one["comment"])
    if row["closed"]:
        close_round(database, number)


def _reports() -> Iterator[StatusReport]:
    for row in _rows(REPORTS_FILE):
        kind = ReportKind(row["kind"])
        written = {name: text or None for name, text in row.items()}
        said: dict[str, Any] = understood(written, kind)
        yield StatusReport(
            row["measure_id"],
            **{key: said[key] for key in FIELDS[kind]},
            reported_by=row["reported_by"],
            kind=kind,
            division=row["division"],
            step_id=row["step_id"],
        )


def _schedules() -> Iterator[StepSchedule]:
    for row in _rows(SCHEDULES_FILE):
        due = dt.date.fromisoformat(row["due_date"])
        yield StepSchedule(row["step_id"], row["division"], due, seen_schedule=0)


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def _fingerprint() -> str:
    """Name what the example is made of: version, schema, its files and the packaged years."""
    schema = (queries.schema(part) for part in ("tables", "migrations", "views"))
    digest = hashlib.sha256(repr([version(), *schema]).encode())
    for path in sorted((*FOLDER.glob("*.*"), *PACKAGED.glob("*"))):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:_DIGITS]
