"""Who may do what: the whole matrix both ways, and writes that are refused, logged and not done."""

import ast
import datetime as dt
import shutil
from dataclasses import replace

import pandas as pd
import pytest

from data.catalogue import (
    import_catalogue,
    part_file,
    set_up,
    write_office,
    write_roster,
    write_year,
)
from data.database import (
    HeadingMatch,
    Source,
    add_comment,
    add_evidence,
    backup,
    close_round,
    forget_match,
    mark_round,
    open_database,
    open_round,
    report_status,
    restore,
    save,
    save_changes,
    save_reports,
    save_schedules,
    undo,
    withdraw_evidence,
)
from data.database.batches.headings import remember_match
from data.database.permits import UnloggedWriteError, permitted
from data.framework import Division, Roster, held, office
from data.framework.setting_up import Agency
from data.model.access import (
    NOBODY,
    Action,
    Person,
    Role,
    may,
    planner_here,
    require,
)
from data.model.errors import NotAllowedError, StatusConflictError
from data.model.records import (
    SCORE_COLUMNS,
    Form,
    Import,
    ReportKind,
    Status,
    StatusChange,
    StatusReport,
    StepSchedule,
)
from data.model.work import Mark, NewRound, Proof
from queries import audit, batches, measures
from tests.catalogues import packaged
from tests.helpers.plans import measure_of_plan, plan_of
from tests.running import ROOT

OWN, OTHER = "กองคลัง", "กองช่าง"
EXPECTED = {(None, action): () for action in Action} | {
    (Role.VIEWER, Action.READ): (None, OWN, OTHER),
    (Role.REPORTER, Action.READ): (None, OWN, OTHER),
    (Role.REPORTER, Action.REPORT): (OWN,),
    (Role.REPORTER, Action.SUPPORT): (OWN,),
    (Role.REPORTER, Action.SCHEDULE): (OWN,),
    (Role.REPORTER, Action.COMMENT): (OWN,),
    (Role.REPORTER, Action.EVIDENCE): (OWN,),
    (Role.PLANNER, Action.READ): (None, OWN, OTHER),
    (Role.PLANNER, Action.IMPORT): (None, OWN, OTHER),
    (Role.PLANNER, Action.UNDO): (None, OWN, OTHER),
    (Role.PLANNER, Action.REPORT): (None, OWN, OTHER),
    (Role.PLANNER, Action.SUPPORT): (None, OWN, OTHER),
    (Role.PLANNER, Action.SCHEDULE): (None, OWN, OTHER),
    (Role.PLANNER, Action.COMMENT): (None, OWN, OTHER),
    (Role.PLANNER, Action.EVIDENCE): (None, OWN, OTHER),
    (Role.PLANNER, Action.ROUND): (None, OWN, OTHER),
    (Role.PLANNER, Action.BACKUP): (None, OWN, OTHER),
    (Role.PLANNER, Action.RESTORE): (None, OWN, OTHER),
    (Role.PLANNER, Action.AUDIT): (None, OWN, OTHER),
    (Role.PLANNER, Action.SETTINGS): (None, OWN, OTHER),
}
"""Written out by hand: for whom a right holds, None without a division."""

PLANNER = Person("แผน", "plan@kutsakon.go.th", Role.PLANNER)
REPORTER = Person("คลัง", "finance@kutsakon.go.th", Role.REPORTER, (OWN,))
ENGINEER = Person("ช่าง", "works@kutsakon.go.th", Role.REPORTER, (OTHER,))
VIEWER = Person("ชม", "view@kutsakon.go.th", Role.VIEWER)
STRANGER = Person("ใคร", "who@example.org")
MEASURE = "2569-04-i11"
ROUND = NewRound(2569, "รอบ 6 เดือน", dt.date(2026, 3, 31), dt.date(2026, 4, 15))
PROOF = Proof(MEASURE, "ประกาศแล้ว", link="https://kutsakon.go.th/1", added_by="ก")


def plan():
    one = measure_of_plan(responsible_text=OWN, lead=(OWN,), support=(OTHER,))
    return plan_of(one)


def score():
    rows = [("", "", "", 2568, "total", "total", 86.73, False, "", 1, 2)]
    frame = pd.DataFrame(rows, columns=list(SCORE_COLUMNS))
    return Import(Form.SCORES_LONG, "คะแนน", 1, 1, 0, frame)


def match():
    return HeadingMatch("fingerprint", Form.SCORES_LONG, {0: "year"}, "ผู้วางแผน")


@pytest.fixture(scope="module")
def planned(tmp_path_factory):
    """Give the folder of a store with the plan of one measure, its import already logged."""
    folder = tmp_path_factory.mktemp("planned")
    opened = open_database(folder / "ita.duckdb").acting_as(planner_here("ผู้วางแผน"))
    save(opened, plan(), Source("แผน.xlsx", b"plan", "ผู้วางแผน"), match())
    opened.close()
    return folder


@pytest.fixture
def store(planned, tmp_path):
    shutil.copytree(planned, tmp_path / "store")
    opened = open_database(tmp_path / "store" / "ita.duckdb").acting_as(planner_here("ผู้วางแผน"))
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def in_work(planned, tmp_path_factory):
    """Give the folder with evidence, a round sent, one that was not, and a second batch."""
    folder = tmp_path_factory.mktemp("worked") / "store"
    shutil.copytree(planned, folder)
    opened = open_database(folder / "ita.duckdb").acting_as(planner_here("ผู้วางแผน"))
    add_evidence(opened, PROOF)
    mark_round(opened, open_round(opened, ROUND), OWN, Mark.SENT)
    open_round(opened, replace(ROUND, name="รอบ 12 เดือน"))
    write_office(opened, replace(office(), silent_days=31), "ก")
    opened.close()
    return folder


@pytest.fixture(scope="module")
def untouched(in_work):
    """Give that store itself, for what must not change it."""
    opened = open_database(in_work / "ita.duckdb")
    yield opened
    opened.close()


@pytest.fixture
def worked(in_work, tmp_path):
    """Give a copy of that store, for what changes it."""
    shutil.copytree(in_work, tmp_path / "store")
    opened = open_database(tmp_path / "store" / "ita.duckdb")
    yield opened
    opened.close()


def lead(by="คลัง", division=""):
    return StatusReport(MEASURE, Status.IN_PROGRESS, 40, reported_by=by, division=division)


def support(division=OTHER):
    return StatusReport(
        MEASURE,
        None,
        note="ช่วยแล้ว",
        reported_by="ช่าง",
        kind=ReportKind.SUPPORT,
        division=division,
    )


def step():
    return StatusReport(
        MEASURE,
        Status.DONE,
        reported_by="คลัง",
        kind=ReportKind.STEP,
        step_id=f"{MEASURE}/1",
    )


def schedule():
    return StepSchedule(f"{MEASURE}/1", OTHER, dt.date(2026, 1, 31), 0)


def change():
    values = {"status": Status.DONE, "percent": 100}
    return StatusChange(MEASURE, ReportKind.LEAD, OWN, values, None, None, reported_by="คลัง")


def returned():
    return Import(Form.STATUS, "งาน", 1, 1, 0, reports=(change(),))


def year():
    return replace(held().frameworks[2569], target=90)


def catalogue_file():
    return part_file("office.toml", packaged("office.toml", ("late_days = 0", "late_days = 7")))


NEIGHBOUR = Agency("ทต.", "นาอุดม", "", "", (Division(OWN),))
WRITES = {
    "save_changes": (Action.REPORT, lambda store, _to: save_changes(store, (change(),), {})),
    "save_reports": (
        Action.REPORT,
        lambda store, _to: save_reports(store, returned(), Source("ก", b"a", "ก"), {}),
    ),
    "save": (Action.IMPORT, lambda store, _to: save(store, score(), Source("ก", b"a", "ก"))),
    "undo": (Action.UNDO, lambda store, _to: undo(store, 2, undone_by="ก")),
    "forget_match": (Action.IMPORT, lambda store, _to: forget_match(store, "fingerprint")),
    "remember_match": (
        Action.IMPORT,
        lambda store, _to: remember_match(store, replace(match(), fingerprint="other")),
    ),
    "report_statuses": (Action.REPORT, lambda store, _to: report_status(store, lead())),
    "report_statuses of a support": (
        Action.SUPPORT,
        lambda store, _to: report_status(store, support()),
    ),
    "report_statuses of a step": (Action.REPORT, lambda store, _to: report_status(store, step())),
    "save_schedules": (Action.SCHEDULE, lambda store, _to: save_schedules(store, [schedule()])),
    "add_comment": (Action.COMMENT, lambda store, _to: add_comment(store, MEASURE, "เห็นด้วย", "ก")),
    "add_evidence": (Action.EVIDENCE, lambda store, _to: add_evidence(store, PROOF)),
    "withdraw_evidence": (Action.EVIDENCE, lambda store, _to: withdraw_evidence(store, 1)),
    "open_round": (
        Action.ROUND,
        lambda store, _to: open_round(store, replace(ROUND, name="ไตรมาส 1")),
    ),
    "mark_round as sent": (
        Action.REPORT,
        lambda store, _to: mark_round(store, 2, OWN, Mark.SENT),
    ),
    "mark_round as checked": (
        Action.ROUND,
        lambda store, _to: mark_round(store, 1, OWN, Mark.CHECKED),
    ),
    "mark_round as returned": (
        Action.ROUND,
        lambda store, _to: mark_round(store, 1, OWN, Mark.RETURNED, "ขาดหลักฐาน"),
    ),
    "close_round": (Action.ROUND, lambda store, _to: close_round(store, 1)),
    "backup": (Action.BACKUP, backup),
    "set_up": (Action.SETTINGS, lambda store, _to: set_up(store, NEIGHBOUR, "ก")),
    "write_year": (Action.SETTINGS, lambda store, _to: write_year(store, year(), "ก")),
    "write_office": (
        Action.SETTINGS,
        lambda store, _to: write_office(store, replace(office(), late_days=7), "ก"),
    ),
    "write_roster": (
        Action.SETTINGS,
        lambda store, _to: write_roster(store, Roster((PLANNER, VIEWER)), "ก"),
    ),
    "import_catalogue": (
        Action.IMPORT,
        lambda store, _to: import_catalogue(store, catalogue_file(), Source("ก", b"a", "ก")),
    ),
}
"""What writes, by the function that asks for the right, and the action it is."""


SUPPORTER_WRITES = (
    "report_statuses of a support",
    "add_comment",
    "add_evidence",
    "withdraw_evidence",
)
REPORTER_WRITES = (
    "report_statuses",
    "save_changes",
    "save_reports",
    "report_statuses of a step",
    "save_schedules",
    "add_comment",
    "add_evidence",
    "withdraw_evidence",
    "mark_round as sent",
)


PEOPLE = (NOBODY, STRANGER, VIEWER, REPORTER, ENGINEER, PLANNER)
PAIRS = [(person, name) for person in PEOPLE for name in WRITES]


def is_allowed(person, name):
    return (
        person is PLANNER
        or (person is REPORTER and name in REPORTER_WRITES)
        or (person is ENGINEER and name in SUPPORTER_WRITES)
    )


def state(store):
    """Give every row that a write could change: of all tables but the log of what was tried."""
    with store.reading() as cursor:
        names = cursor.execute("select table_name from duckdb_tables() order by all").fetchall()
        tables = [name for (name,) in names if name != "audit"]
        return {name: cursor.execute(f'from "{name}"').fetchall() for name in tables}


def asking(called):
    """Give the functions of the app that call one of this name."""
    for path in (ROOT / "data").rglob("*.py"):
        for found in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(found, ast.FunctionDef):
                calls = [one.func for one in ast.walk(found) if isinstance(one, ast.Call)]
                if any(isinstance(one, ast.Name) and one.id == called for one in calls):
                    yield found.name


def entry(store):
    row = audit.entries(store).iloc[0]
    return row.person, row.role, row.action, row.outcome


@pytest.mark.parametrize("division", [None, OWN, OTHER])
@pytest.mark.parametrize("action", Action)
@pytest.mark.parametrize("role", [None, *Role])
def test_a_role_may_do_what_the_matrix_says_and_nothing_else(role, action, division):
    person = Person("ใคร", "who@example.org", role, (OWN,))

    assert may(person, action, division) is (division in EXPECTED.get((role, action), ()))


@pytest.mark.parametrize("action", Action)
def test_nobody_is_refused_everything(action):
    with pytest.raises(NotAllowedError):
        require(NOBODY, action)


def test_a_right_to_own_divisions_is_no_right_where_nobody_answers():
    with pytest.raises(NotAllowedError):
        require(REPORTER, Action.REPORT, MEASURE, ())


@pytest.mark.parametrize(("person", "name"), [pair for pair in PAIRS if is_allowed(*pair)])
def test_a_write_with_the_right_to_it_is_done_and_logged(worked, tmp_path, person, name):
    action, write = WRITES[name]
    target = tmp_path / "backup.duckdb"
    before, logged = state(worked), len(audit.entries(worked))

    write(worked.acting_as(person), target)

    assert (state(worked) == before) is (name == "backup")
    assert target.exists() is (name == "backup")
    assert len(audit.entries(worked)) == logged + 1
    assert entry(worked) == (person.label, person.role, action, "allowed")


@pytest.mark.parametrize(("person", "name"), [pair for pair in PAIRS if not is_allowed(*pair)])
def test_a_write_without_the_right_to_it_is_refused_and_logged(untouched, tmp_path, person, name):
    action, write = WRITES[name]
    target = tmp_path / "backup.duckdb"
    before, logged = state(untouched), len(audit.entries(untouched))
    files = set(untouched.folder.rglob("*"))

    with pytest.raises(NotAllowedError) as refusal:
        write(untouched.acting_as(person), target)

    assert (refusal.value.action, refusal.value.person) == (action, person.label)
    assert state(untouched) == before
    assert not target.exists()
    assert set(untouched.folder.rglob("*")) == files
    assert len(audit.entries(untouched)) == logged + 1
    assert entry(untouched) == (person.label, person.role or "", action, "refused")


def test_every_function_that_asks_for_a_right_to_write_stands_in_the_table():
    written = {name.partition(" ")[0] for name in WRITES}

    assert set(asking("permitted")) - {"log_action", "_written"} <= written
    assert set(asking("_written")) <= written


@pytest.mark.parametrize("person", [NOBODY, VIEWER, REPORTER])
def test_restoring_without_the_right_changes_nothing_and_is_logged(store, tmp_path, person):
    kept = tmp_path / "backup.duckdb"
    backup(store, kept)
    before = state(store)
    store.close()

    with pytest.raises(NotAllowedError):
        restore(store.path, kept, person=person)

    assert state(store) == before
    assert entry(store)[2:] == (Action.RESTORE, "refused")


def test_a_restored_store_knows_who_restored_it(store, tmp_path):
    kept = tmp_path / "backup.duckdb"
    backup(store, kept)
    store.close()

    restore(store.path, kept, person=PLANNER)

    assert entry(store) == (PLANNER.label, Role.PLANNER, Action.RESTORE, "allowed")


def test_a_reporter_speaks_for_his_own_division_only_on_a_measure_it_leads(store):
    with pytest.raises(NotAllowedError):
        report_status(store.acting_as(REPORTER), lead(division=OTHER))
    with pytest.raises(NotAllowedError):
        report_status(store.acting_as(REPORTER), support(OTHER))
    with pytest.raises(NotAllowedError):
        report_status(store.acting_as(REPORTER), support(OWN))

    assert report_status(store.acting_as(REPORTER), lead(division=OWN)) == 1


def test_who_signed_in_is_on_record_whatever_name_he_types(store):
    report_status(store.acting_as(REPORTER), lead(by="นายก"))
    save(store.acting_as(PLANNER), score(), Source("ก", b"a", "นายก"))
    undo(store.acting_as(PLANNER), 2, undone_by="นายก")

    assert measures.status_history(store, MEASURE)["reported_by"].iloc[0] == REPORTER.label
    newest = batches.batches(store).iloc[0]
    assert (newest.imported_by, newest.undone_by) == (PLANNER.label, PLANNER.label)


def test_at_the_machine_itself_a_report_bears_the_name_that_is_typed(store):
    report_status(store.acting_as(planner_here("เครื่อง")), lead(by="สมศรี"))

    assert measures.status_history(store, MEASURE)["reported_by"].iloc[0] == "สมศรี"
    assert entry(store)[0] == "เครื่อง"


def test_a_write_that_fails_leaves_no_line_that_says_it_was_done(store):
    report_status(store, lead())
    logged = len(audit.entries(store))

    with pytest.raises(StatusConflictError):
        report_status(store, lead(), seen_report=0)

    assert len(audit.entries(store)) == logged


def test_a_write_that_forgets_its_line_is_not_committed(store):
    before = state(store)

    with pytest.raises(UnloggedWriteError), permitted(store, Action.UNDO) as permit:
        permit.cursor.execute("delete from import_batch").fetchall()

    assert state(store) == before


def test_entries_are_found_by_person_action_and_day(store):
    report_status(store.acting_as(REPORTER), lead())
    with pytest.raises(NotAllowedError):
        undo(store.acting_as(VIEWER), 1, undone_by="ก")
    today = audit.entries(store)["logged_at"].iloc[0].date()

    assert list(audit.entries(store, persons=[VIEWER.label])["action"]) == ["undo"]
    assert list(audit.entries(store, actions=["report"])["person"]) == [REPORTER.label]
    assert len(audit.entries(store, first_day=today, last_day=today)) == 3
    assert audit.entries(store, last_day=today - dt.timedelta(days=1)).empty
    assert audit.entries(store, first_day=today + dt.timedelta(days=1)).empty
