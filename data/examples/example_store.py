"""Building the store of the example, once for each version of what it is made of."""

import csv
import datetime as dt
import hashlib
import os
import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from functools import partial
from itertools import groupby
from operator import itemgetter
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
from data.model.places import store_folder, version
from data.model.records import ReportKind, StatusReport, StepSchedule
from data.model.work import Mark, NewRound, Proof
from data.roundtrip.values import FIELDS, understood

EXAMPLE_DAY: Final = dt.date(2026, 6, 30)
"""30 June 2569: nine months into the plan, before the results of that year are published."""
LOADER: Final = "example"
_FIRST: Final = "2025-10-01 09:00"
_Act = tuple[str, str, Callable[[], object]]
"""When in Thailand something is done, the table it is written to, and the deed."""
_STORE: Final = "ita.duckdb"
_DIGITS: Final = 12
_OLDER: Final = "[0-9a-f]" * _DIGITS + "*"
"""What examples are called, also unfinished ones: other folders beside them are somebody's own."""


def example_path(store: Path | None = None) -> Path:
    """Give the place of the example: beside the store, named by all it is made of."""
    beside = store.parent if store else store_folder()
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
    """Play the year in its order, and put each act at its moment."""
    for moment, table, act in sorted(_story(database), key=itemgetter(0)):
        act()
        with database.writing() as cursor:
            for written in (table, "audit"):
                queries.run(cursor, f"examples/{written}", moment=moment)
    with database.writing() as cursor:
        queries.run(cursor, "store/mark_example", example_day=EXAMPLE_DAY)


def _story(database: Database) -> Iterator[_Act]:
    """Give all that is done in the year."""
    files = (PLAN_FILE, False), (SCORES_FILE, True), (NEIGHBOURS_FILE, True)
    yield _FIRST, "import_batch", partial(set_up, database, example_agency(), LOADER)
    for path, invented in files:
        brought = partial(import_file, database, path, LOADER, invented=invented)
        yield _FIRST, "import_batch", brought
    for moment, rows in _sittings(REPORTS_FILE):
        reports = [_report(row) for row in rows]
        yield moment, "status_report", partial(report_statuses, database, reports)
    for moment, rows in _sittings(SCHEDULES_FILE):
        schedules = [_schedule(row) for row in rows]
        yield moment, "step_schedule", partial(save_schedules, database, schedules)
    for row in _rows(COMMENTS_FILE):
        said = (row["measure_id"], row["text"], row["commented_by"])
        yield row["at"], "measure_comment", partial(add_comment, database, *said)
    for number, row in enumerate(_rows(EVIDENCE_FILE), 1):
        yield row["at"], "evidence", partial(add_evidence, database, _proof(row))
        if at := row["withdrawn"]:
            yield at, "evidence_withdrawal", partial(withdraw_evidence, database, number)
    yield from _rounds(database)


def _sittings(path: Path) -> Iterator[tuple[str, Iterator[dict[str, str]]]]:
    """Give the rows of a file that were written together."""
    at = itemgetter("at")
    return groupby(sorted(_rows(path), key=at), key=at)


def _proof(row: Mapping[str, str]) -> Proof:
    return Proof(
        row["measure_id"],
        row["proves"],
        row["step_id"],
        row["link"],
        item=row["item"],
        added_by=row["added_by"],
    )


def _rounds(database: Database) -> Iterator[_Act]:
    marks = _rows(MARKS_FILE)
    for number, row in enumerate(_rows(ROUNDS_FILE), 1):
        planner = database.acting_as(planner_here(row["opened_by"]))
        days = [dt.date.fromisoformat(row[key]) for key in ("as_of", "deadline")]
        asked = NewRound(int(row["plan_year"]), row["name"], *days)
        yield row["opened"], "report_round", partial(open_round, planner, asked)
        for one in marks:
            if one["round_name"] == row["name"]:
                said = (number, one["division"], Mark(one["mark"]), one["comment"])
                yield one["at"], "round_event", partial(mark_round, planner, *said)
        if row["closed"]:
            yield row["closed"], "round_snapshot", partial(close_round, planner, number)


def _report(row: Mapping[str, str]) -> StatusReport:
    kind = ReportKind(row["kind"])
    written = {name: text or None for name, text in row.items()}
    said: dict[str, Any] = understood(written, kind)
    return StatusReport(
        row["measure_id"],
        **{key: said[key] for key in FIELDS[kind]},
        reported_by=row["reported_by"],
        kind=kind,
        division=row["division"],
        step_id=row["step_id"],
    )


def _schedule(row: Mapping[str, str]) -> StepSchedule:
    due = dt.date.fromisoformat(row["due_date"])
    return StepSchedule(row["step_id"], row["division"], due, seen_schedule=0)


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
