import datetime as dt
import threading
from dataclasses import replace

import duckdb
import pandas as pd
import pytest

import queries
from data.database import (
    Database,
    Source,
    backup,
    check,
    compare,
    open_database,
    report_status,
    restore,
    save,
    undo,
)
from data.model.errors import (
    BatchAlreadyUndoneError,
    BlockedImportError,
    DependentReportsError,
    ForeignStoreError,
    InvalidStatusError,
    NotABackupError,
    StatusConflictError,
    StoreHeaderDamagedError,
    StoreTooNewError,
    StoreUnreachableError,
    UnknownBatchError,
    UnknownMeasureError,
)
from data.model.problems import Problem, ProblemCode
from data.model.records import (
    ALL_OTHERS,
    LEVEL_COLUMNS,
    SCORE_COLUMNS,
    Form,
    Import,
    Status,
    StatusReport,
)
from data.model.thai_time import today
from queries import measures, readings, scores
from tests.helpers.plans import measure_of_plan, plan_of

TODAY = today()


def score_import(*rows, levels=()):
    """rows: (agency, year, level, code, value)."""
    frame = pd.DataFrame(
        [
            (agency, "", "", year, level, code, value, False, "", 1, 2)
            for agency, year, level, code, value in rows
        ],
        columns=list(SCORE_COLUMNS),
    )
    level_frame = pd.DataFrame(
        [("", "", "", year, name, "คะแนน", "D2") for year, name in levels],
        columns=list(LEVEL_COLUMNS),
    )
    return Import(Form.SCORES_LONG, "คะแนน", len(rows), len(rows), 0, frame, level_frame)


def source(content=b"file", *, is_sample=False, name="คะแนน.xlsx"):
    return Source(name, content, "ผู้วางแผน", is_sample)


def measure(indicator=4, items=("i11",), lead=("กองคลัง",), support=(), **changes):
    facts = {"position": indicator, "steps": ("หนึ่ง", "สอง"), "lead": lead, "support": support}
    return measure_of_plan(**{"indicator": indicator, "items": items} | facts | changes)


def home(database):
    frame = scores.home_scores(database)
    return {(row.year, row.code): row.score for row in frame.itertuples()}


def test_a_saved_score_is_read_back_with_its_file_sheet_and_cell(database):
    batch = save(database, score_import(("", 2568, "indicator", "3", 75.1)), source())

    row = scores.scores(database).iloc[0]

    assert (batch.added, batch.changed, batch.unchanged) == (1, 0, 0)
    assert (row.year, row.level, row.code, row.score) == (2568, "indicator", "3", 75.1)
    assert (row.file_name, row.sheet, row.cell) == ("คะแนน.xlsx", "คะแนน", "C2")


def test_the_newer_batch_counts_and_marks_the_value_as_revised(database):
    save(database, score_import(("", 2568, "total", "total", 86.73)), source(b"a"))
    batch = save(database, score_import(("", 2568, "total", "total", 87.0)), source(b"b"))

    row = scores.scores(database).iloc[0]

    assert batch.changed == 1
    assert (row.score, row.revised, row.previous_score) == (87.0, True, 86.73)


def test_undo_brings_the_older_value_back(database):
    save(database, score_import(("", 2568, "total", "total", 86.73)), source(b"a"))
    batch = save(database, score_import(("", 2568, "total", "total", 87.0)), source(b"b"))

    undo(database, batch.batch_id, undone_by="ผู้วางแผน")

    assert home(database) == {(2568, "total"): 86.73}


def test_undo_of_an_older_batch_leaves_the_newer_values(database):
    first = save(database, score_import(("", 2568, "total", "total", 86.73)), source(b"a"))
    save(database, score_import(("", 2568, "total", "total", 87.0)), source(b"b"))

    undo(database, first.batch_id, undone_by="ผู้วางแผน")

    assert home(database) == {(2568, "total"): 87.0}
    assert not scores.scores(database).iloc[0].revised


def test_undoing_twice_or_an_unknown_batch_is_refused(database):
    batch = save(database, score_import(("", 2568, "total", "total", 86.73)), source())
    undo(database, batch.batch_id, undone_by="ก")

    with pytest.raises(BatchAlreadyUndoneError):
        undo(database, batch.batch_id, undone_by="ก")
    with pytest.raises(UnknownBatchError):
        undo(database, 99, undone_by="ก")


def test_the_same_file_twice_changes_nothing(database):
    first = save(database, score_import(("", 2568, "total", "total", 86.73)), source())
    state = database.state()

    again = save(database, score_import(("", 2568, "total", "total", 86.73)), source())

    assert (again.batch_id, again.repeated) == (first.batch_id, True)
    assert database.state() >= state
    assert len(queries.read(database, "batches/batches")) == 1


def test_comparing_tells_old_and_new_and_writes_nothing(database):
    save(database, score_import(("", 2568, "indicator", "1", 80.0)), source())

    found = compare(
        database,
        score_import(("", 2568, "indicator", "1", 81.5), ("", 2568, "indicator", "2", 70.0)),
    )

    assert found.scores[["code", "new_value", "change"]].values.tolist() == [
        ["1", 81.5, "changed"],
        ["2", 70.0, "added"],
    ]
    assert found.scores.loc[0, "old_value"] == 80.0
    assert home(database) == {(2568, "1"): 80.0}


def test_an_import_with_blocking_problems_is_not_saved(database):
    blocked = replace(
        score_import(("", 2568, "total", "total", 86.73)),
        problems=(Problem(ProblemCode.SCORE_OUT_OF_RANGE, "คะแนน", "C3", "140", "0-100"),),
    )

    with pytest.raises(BlockedImportError):
        save(database, blocked, source())

    assert queries.read(database, "batches/batches").empty


def test_a_failure_inside_the_transaction_leaves_nothing_behind(database):
    broken = score_import(("", 2568, "total", "total", 86.73))
    broken.scores.loc[0, "value"] = None

    with pytest.raises(duckdb.ConstraintException):
        save(database, broken, source())

    assert queries.read(database, "batches/batches").empty
    assert home(database) == {}


def test_the_home_agency_is_known_under_its_variants(database):
    save(
        database,
        score_import(
            ("อบต.กุศกร", 2568, "total", "total", 90.0),
            ("องค์การบริหารส่วนตำบลอื่น", 2568, "total", "total", 70.0),
        ),
        source(),
    )

    assert home(database) == {(2568, "total"): 90.0}
    every = scores.scores(database, all_agencies=True)
    assert list(every["agency"]) == ["องค์การบริหารส่วนตำบลกุศกร", "องค์การบริหารส่วนตำบลอื่น"]


def test_the_published_level_is_kept_beside_the_scores(database):
    save(
        database,
        score_import(("", 2568, "total", "total", 86.73), levels=[(2568, "ผ่านดี")]),
        source(),
    )

    assert readings.year_readings(database)[0]["published_level"] == "ผ่านดี"


def test_a_measure_keeps_every_field(database):
    save(database, plan_of(measure()), source())

    row = measures.measures(database, as_of=dt.date(2026, 1, 1)).iloc[0]

    assert row.measure_id == "2569-04-i11"
    assert (list(row["items"]), list(row.steps)) == (["i11"], ["หนึ่ง", "สอง"])
    assert (row.start_date.date(), row.end_date.date()) == (
        dt.date(2025, 10, 1),
        dt.date(2026, 9, 30),
    )
    assert (list(row.lead), row.status, row.report_id) == (["กองคลัง"], "not-reported", 0)


def test_every_other_division_supports_when_the_plan_says_so(database):
    save(
        database,
        plan_of(
            measure(),
            measure(1, ("i1",), lead=("สำนักปลัด",), support=(ALL_OTHERS,)),
            measure(3, ("i7",), lead=("สำนักปลัด",)),
        ),
        source(),
    )
    as_of = dt.date(2026, 1, 1)

    both = measures.measures(database, divisions=["กองคลัง"], as_of=as_of)
    lead = measures.measures(database, divisions=["กองคลัง"], lead_only=True, as_of=as_of)

    assert list(both["measure_id"]) == ["2569-01-i1", "2569-04-i11"]
    assert list(lead["measure_id"]) == ["2569-04-i11"]
    assert list(both.iloc[0].support) == ["กองคลัง", "กองช่าง", "กองการศึกษา", "หน่วยตรวจสอบภายใน"]


def test_status_survives_a_corrected_plan(database):
    save(database, plan_of(measure()), source(b"a"))
    report_status(
        database,
        StatusReport("2569-04-i11", Status.IN_PROGRESS, 40, note="กำลังทำ", reported_by="กองคลัง"),
    )
    batch = save(database, plan_of(measure(action="มาตรการใหม่")), source(b"b"))

    row = measures.measures(database, as_of=TODAY).iloc[0]

    assert batch.changed == 1
    assert (row.action, row.status, row.percent) == ("มาตรการใหม่", "in-progress", 40)


def test_comparing_a_plan_names_the_changed_fields_and_what_is_withdrawn(database):
    save(database, plan_of(measure(), measure(3, ("i7",))), source(b"a"))

    found = compare(database, plan_of(measure(action="มาตรการใหม่"), measure(5, ("i14",))))

    assert found.measures[["measure_id", "field", "change"]].values.tolist() == [
        ["2569-04-i11", "action", "changed"],
        ["2569-05-i14", "", "added"],
        ["2569-03-i7", "action", "withdrawn"],
    ]
    assert [found.count(change) for change in ("added", "changed", "withdrawn")] == [1, 1, 1]


def flags(database, as_of):
    row = measures.measures(database, as_of=as_of).iloc[0]
    return {flag for flag in ("overdue", "due_soon", "silent", "awaiting_evidence") if row[flag]}


@pytest.mark.parametrize(
    ("as_of", "expected"),
    [
        (dt.date(2025, 12, 30), set()),
        (dt.date(2025, 12, 31), {"silent"}),
        (dt.date(2026, 8, 31), {"silent", "due_soon"}),
        (dt.date(2026, 9, 30), {"silent", "due_soon"}),
        (dt.date(2026, 10, 1), {"silent", "overdue"}),
    ],
)
def test_flags_of_an_unreported_measure_depend_on_the_day(database, as_of, expected):
    save(database, plan_of(measure()), source())

    assert flags(database, as_of) == expected


def test_done_without_evidence_waits_for_evidence_and_is_not_late(database):
    save(database, plan_of(measure()), source())
    report_status(database, StatusReport("2569-04-i11", Status.DONE, 100, reported_by="กองคลัง"))

    assert flags(database, dt.date(2100, 1, 1)) == {"awaiting_evidence"}


def test_reports_are_appended_and_a_stale_writer_is_told(database):
    save(database, plan_of(measure()), source())
    first = report_status(
        database,
        StatusReport("2569-04-i11", Status.NOT_STARTED, 0, reported_by="ก"),
        seen_report=0,
    )

    with pytest.raises(StatusConflictError):
        report_status(
            database,
            StatusReport("2569-04-i11", Status.DONE, 100, reported_by="ข"),
            seen_report=0,
        )
    report_status(
        database,
        StatusReport("2569-04-i11", Status.IN_PROGRESS, 30, reported_by="ข"),
        seen_report=first,
    )

    history = measures.status_history(database, "2569-04-i11")
    assert list(history["status"]) == ["in-progress", "not-started"]
    assert list(history["reported_by"]) == ["ข", "ก"]


@pytest.mark.parametrize(
    ("report", "field"),
    [
        (StatusReport("2569-04-i11", Status.NOT_REPORTED, reported_by="ก"), "status"),
        (StatusReport("2569-04-i11", Status.IN_PROGRESS, 101, reported_by="ก"), "percent"),
        (StatusReport("2569-04-i11", Status.DONE, 60, reported_by="ก"), "percent"),
        (StatusReport("2569-04-i11", Status.DONE, 100), "reported_by"),
        (
            StatusReport(
                "2569-04-i11", Status.DONE, 100, evidence="javascript:alert(1)", reported_by="ก"
            ),
            "evidence",
        ),
    ],
)
def test_a_report_outside_its_range_names_the_field(database, report, field):
    save(database, plan_of(measure()), source())

    with pytest.raises(InvalidStatusError) as caught:
        report_status(database, report)

    assert caught.value.field == field


def test_a_report_on_an_unknown_measure_is_refused(database):
    with pytest.raises(UnknownMeasureError):
        report_status(database, StatusReport("2569-04-i99", Status.DONE, reported_by="ก"))


def test_undoing_a_plan_with_reports_is_refused_until_another_batch_holds_the_measure(database):
    first = save(database, plan_of(measure()), source(b"a"))
    report_status(database, StatusReport("2569-04-i11", Status.NOT_STARTED, reported_by="ก"))

    with pytest.raises(DependentReportsError) as caught:
        undo(database, first.batch_id, undone_by="ก")
    save(database, plan_of(measure(action="มาตรการ (แก้)")), source(b"b"))
    undo(database, first.batch_id, undone_by="ก")

    assert caught.value.reports == 1


def test_a_backup_taken_while_the_store_is_open_restores_to_the_same_rows(database, tmp_path):
    save(database, score_import(("", 2568, "total", "total", 86.73)), source(b"a"))
    save(database, plan_of(measure()), source(b"b"))
    kept = tmp_path / "elsewhere" / "backup.duckdb"

    found = backup(database, kept)
    save(database, score_import(("", 2568, "total", "total", 1.0)), source(b"c"))
    database.close()
    restore(database.path, kept, person=database.person)

    assert (found.batches, found.sound) == (2, True)
    restored = open_database(database.path)
    assert home(restored) == {(2568, "total"): 86.73}
    assert len(measures.measures(restored, as_of=dt.date(2026, 1, 1))) == 1
    assert check(restored).sound
    restored.close()
    assert [path.name for path in database.folder.glob("replaced-*/*.duckdb")] == ["ita.duckdb"]


def test_numbers_go_on_in_a_restored_copy_and_none_is_given_twice(database, tmp_path):
    for at, content in enumerate((b"a", b"b"), start=1):
        save(database, score_import(("", 2568, "total", "total", 80.0 + at)), source(content))
    backup(database, tmp_path / "backup.duckdb")
    save(database, score_import(("", 2568, "total", "total", 90.0)), source(b"c"))
    database.close()
    restore(database.path, tmp_path / "backup.duckdb", person=database.person)

    restored = open_database(database.path).acting_as(database.person)
    again = save(restored, score_import(("", 2568, "total", "total", 91.0)), source(b"d"))
    restored.close()

    assert again.batch_id == 3


def test_restoring_something_else_changes_nothing(database, tmp_path):
    save(database, score_import(("", 2568, "total", "total", 86.73)), source())
    database.close()
    text = tmp_path / "text.duckdb"
    text.write_bytes(b"not a database" * 1000)

    with pytest.raises(NotABackupError):
        restore(database.path, text, person=database.person)

    assert home(database) == {(2568, "total"): 86.73}


def test_the_check_names_a_batch_that_lost_a_row(database):
    batch = save(database, score_import(("", 2568, "total", "total", 86.73)), source())
    with database.writing() as cursor:
        cursor.execute("delete from score")

    assert check(database).damaged == (batch.batch_id,)


def test_a_damaged_store_is_named_and_left_alone(tmp_path):
    path = tmp_path / "ita.duckdb"
    path.write_bytes(b"hello" * 4000)

    with pytest.raises(StoreHeaderDamagedError):
        open_database(path)

    assert path.read_bytes() == b"hello" * 4000


def test_a_database_of_something_else_is_refused(tmp_path):
    path = tmp_path / "ita.duckdb"
    with duckdb.connect(str(path)) as other:
        other.execute("create table customers (name varchar)")

    with pytest.raises(ForeignStoreError):
        open_database(path)


def test_a_store_of_a_newer_version_is_refused(database):
    with database.writing() as cursor:
        queries.run(cursor, "store/insert_applied_schema", names=["999_from_the_future"])
    database.close()

    with pytest.raises(StoreTooNewError):
        open_database(database.path)


def test_a_network_path_is_refused(monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)

    with pytest.raises(StoreUnreachableError):
        Database(tmp_path.__class__("//server/share/ita.duckdb"))


def test_the_store_cannot_reach_other_files_or_change_its_settings(database, tmp_path):
    secret = tmp_path / "secret.csv"
    secret.write_text("a\n1\n")

    with database.reading() as cursor:
        with pytest.raises(duckdb.PermissionException):
            cursor.execute("select * from read_csv($path)", {"path": str(secret)})
        with pytest.raises(duckdb.InvalidInputException):
            cursor.execute("set enable_external_access = true")


def test_readers_in_many_threads_get_their_own_answers(database):
    save(
        database,
        score_import(*[("", year, "total", "total", year - 2500.0) for year in range(2560, 2570)]),
        source(),
    )
    wrong = []

    def ask(year):
        for _ in range(25):
            found = scores.home_scores(database, years=[year])["score"].tolist()
            if found != [year - 2500.0]:
                wrong.append((year, found))

    threads = [threading.Thread(target=ask, args=(year,)) for year in range(2560, 2568)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert wrong == []


def test_a_damaged_store_is_what_restoring_is_for(database, tmp_path):
    save(database, score_import(("", 2568, "total", "total", 86.73)), source())
    kept = tmp_path / "backup.duckdb"
    backup(database, kept)
    database.close()
    database.path.write_bytes(b"damaged" * 4000)

    restore(database.path, kept, person=database.person)

    assert home(database) == {(2568, "total"): 86.73}
    aside = next(database.folder.glob("replaced-*/ita.duckdb"))
    assert aside.read_bytes().startswith(b"damaged")
    assert not list(database.folder.glob("restore-*"))
