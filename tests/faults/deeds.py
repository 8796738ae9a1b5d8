"""What a child does to a store, and what the store must hold before and after it."""

import hashlib
from dataclasses import dataclass, replace

import pandas as pd

from data.database import (
    Source,
    backup,
    check,
    kept_source,
    open_database,
    report_status,
    save,
    undo,
)
from data.model.access import planner_here
from data.model.records import SCORE_COLUMNS, Form, Import, Status, StatusReport
from tests.helpers.plans import measure_of_plan, plan_of

MEASURE_ID = "2569-04-i11"
ROWS = 600
"""Enough that an import is written in several pieces."""
STATE = """
select batch_id, state,
    (select count(*) from score where score.batch_id = batch.batch_id)
    + (select count(*) from measure where measure.batch_id = batch.batch_id)
from import_batch as batch order by batch_id
"""
REPORTS = "select report_id, percent from status_report order by report_id"
AUDIT = "select action, outcome from audit order by audit_id"


@dataclass(frozen=True, slots=True)
class Deed:
    """One action; its number makes its content unlike that of any other."""

    kind: str
    number: int


@dataclass(frozen=True, slots=True)
class Held:
    """All that counts in a store: batches with state and rows, reports, lines of the audit."""

    batches: tuple[tuple[int, str, int], ...]
    reports: tuple[tuple[int, int], ...]
    audit: tuple[tuple[str, str], ...]

    def after(self, deed):
        """Give what a store must hold once a deed is done."""
        done = replace(self, audit=(*self.audit, (ACTIONS[deed.kind], "allowed")))
        if deed.kind == "import":
            return replace(done, batches=(*self.batches, (len(self.batches) + 1, "active", ROWS)))
        if deed.kind == "undo":
            number, _, rows = self.batches[undoable(self) - 1]
            before, later = self.batches[: number - 1], self.batches[number:]
            return replace(done, batches=(*before, (number, "undone", rows), *later))
        if deed.kind == "status":
            report = (len(self.reports) + 1, deed.number % 100)
            return replace(done, reports=(*self.reports, report))
        return done


ACTIONS = {"import": "import", "undo": "undo", "status": "report", "backup": "backup"}
KINDS = tuple(ACTIONS)
ACTIONS |= {"restore": "restore"}
NEXT = Deed("import", 77)
"""What a process that went on does next."""


def undoable(held):
    """Give the newest batch of scores that stands, 0 when there is none."""
    standing = [number for number, state, _ in held.batches[1:] if state == "active"]
    return standing[-1] if standing else 0


def prepared(path):
    """Make a store with a plan and two imports at `path`; gives what it holds."""
    database = open_database(path).acting_as(planner_here("เครื่อง"))
    save(database, plan(), Source("แผน.csv", b"plan", "เครื่อง"))
    for number in range(2):
        do(database, Deed("import", -number), path.parent)
    held = seen(database)
    database.close()
    return held


def do(database, deed, kept):
    """Do one deed; backups go into the folder `kept`."""
    if deed.kind == "import":
        content = f"file {deed.number} ".encode() * 2000
        return save(database, scores(deed.number), Source("คะแนน.csv", content, "เครื่อง"))
    if deed.kind == "undo":
        return undo(database, undoable(seen(database)), undone_by="เครื่อง")
    if deed.kind == "status":
        report = StatusReport(MEASURE_ID, Status.IN_PROGRESS, deed.number % 100, reported_by="ก")
        return report_status(database, report)
    return backup(database, kept / "kept.zip")


def seen(database):
    """Read what a store holds."""
    with database.reading() as cursor:
        found = [tuple(cursor.execute(sql).fetchall()) for sql in (STATE, REPORTS, AUDIT)]
    return Held(*found)


def sums(database):
    """Name the batches that are not what their ledger says."""
    return [f"partial: batch {number}" for number in check(database).damaged]


def faults(database):
    """Name what does not fit together in a store and its folder."""
    found = sums(database)
    for number, *_ in seen(database).batches:
        _, kept = kept_source(database, number) or ("", None)
        found += [f"partial: no file of batch {number}"] * (kept is None)
    # A file of no batch would be taken for whole when it is imported again.
    for kept in (database.folder / "sources").glob("*.csv"):
        whole = hashlib.sha256(kept.read_bytes()).hexdigest() == kept.stem
        found += [f"partial: kept file {kept.name}"] * (not whole)
    left = [path.name for path in database.folder.rglob("*.part*")]
    return found + [f"left behind: {name}" for name in left]


def scores(number):
    """Make scores of ten years and many codes, other values for each number."""
    rows = [
        ("", "", "", 2560 + at % 10, "item", f"i{at // 10}", (at * 7 + number) % 10000 / 100)
        for at in range(ROWS)
    ]
    frame = pd.DataFrame([(*row, False, "", 0, 0) for row in rows], columns=[*SCORE_COLUMNS])
    return Import(Form.SCORES_LONG, "แผ่น", ROWS, ROWS, 0, frame)


def plan():
    """Make a plan of one measure, which the statuses are about."""
    return plan_of(measure_of_plan(position=4))
