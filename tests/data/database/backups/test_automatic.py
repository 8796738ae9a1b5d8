"""Backups that are made by themselves: when, how many are kept, and what they bring back."""

import datetime as dt
import shutil
from contextlib import closing

import pytest

import queries
from data.database import (
    Database,
    Source,
    check,
    kept_backups,
    open_database,
    restore,
    restore_newest,
    save,
    undo,
)
from data.database.backups import automatic
from data.database.backups.archives import unpack
from data.database.backups.automatic import BackupReason, keep_backup, keep_daily
from data.model.access import Person, Role, planner_here
from data.model.errors import NotAllowedError, NothingSavedError, UnknownBatchError
from tests.faults import deeds
from tests.faults.kills import old_store, rows

PLANNER = planner_here("ผู้วางแผน")


@pytest.fixture
def filled(database):
    """Give a store with one import."""
    save(database, deeds.scores(1), Source("คะแนน.csv", b"one", "ก"))
    return database


def reasons(database):
    return [one.reason for one in kept_backups(database.path)]


def test_before_a_batch_is_taken_back_the_store_is_kept_as_it_was(filled):
    before = deeds.seen(filled)

    undo(filled, 1, undone_by="ก")
    filled.close()
    restore_newest(filled.path, person=PLANNER)

    assert deeds.seen(filled).batches == before.batches
    assert reasons(filled) == [BackupReason.RESTORE, BackupReason.UNDO]


def test_an_undo_that_is_not_allowed_or_has_nothing_to_undo_makes_no_backup(filled):
    with pytest.raises(NotAllowedError):
        undo(filled.acting_as(Person("ข", role=Role.VIEWER)), 1, undone_by="ข")
    with pytest.raises(UnknownBatchError):
        undo(filled, 99, undone_by="ก")

    assert reasons(filled) == []


def test_without_its_backup_a_batch_is_not_taken_back(filled, monkeypatch):
    def fail(*_):
        raise OSError

    monkeypatch.setattr(automatic, "take", fail)

    with pytest.raises(NothingSavedError):
        undo(filled, 1, undone_by="ก")

    assert [state for _, state, _ in deeds.seen(filled).batches] == ["active"]


def test_a_damaged_batch_can_be_taken_back_and_pushes_out_no_good_backup(filled):
    keep_daily(filled)
    with filled.writing() as cursor:
        cursor.execute("delete from score where code = 'i1'")

    undo(filled, 1, undone_by="ก")

    assert reasons(filled) == [BackupReason.DAILY]
    assert check(filled).sound is False


def test_before_a_newer_schema_comes_the_older_store_is_kept_as_it_was(tmp_path):
    path = tmp_path / "store" / "ita.duckdb"
    held = old_store(path)

    open_database(path).close()

    (kept,) = kept_backups(path)
    assert kept.reason is BackupReason.MIGRATION
    unpack(kept.path, tmp_path / "kept.duckdb", tmp_path / "files")
    with closing(Database(tmp_path / "kept.duckdb")) as older:
        assert rows(older) == held
        applied = set(queries.read(older, "store/applied_schema")["name"])
        assert not applied & set(queries.schema("migrations"))
    restore(path, kept.path, person=PLANNER)
    with closing(open_database(path)) as restored:
        assert rows(restored) == held


def test_a_new_store_and_one_of_this_version_need_no_backup_to_open(tmp_path):
    path = tmp_path / "store" / "ita.duckdb"
    for _ in range(2):
        open_database(path).close()

    assert kept_backups(path) == []


def test_there_is_one_backup_a_day(filled, monkeypatch):
    assert keep_daily(filled) is not None
    assert keep_daily(filled) is None

    tomorrow = automatic.today() + dt.timedelta(days=1)
    monkeypatch.setattr(automatic, "today", lambda: tomorrow)

    assert keep_daily(filled) is not None
    assert reasons(filled) == [BackupReason.DAILY] * 2


def test_fourteen_are_kept_and_a_busy_day_pushes_out_no_more_than_half(filled):
    folder = filled.folder / "backups"
    first = keep_backup(filled, BackupReason.DAILY)
    for day in range(1, 20):
        shutil.copy(first, folder / f"ita-202601{day:02}-120000-000000-daily.zip")
        shutil.copy(first, folder / f"ita-202602{day:02}-120000-000000-undo.zip")
    shutil.copy(first, folder / "before-the-audit.zip")

    keep_backup(filled, BackupReason.UNDO)

    assert sorted(map(str, filter(None, reasons(filled)))) == ["daily"] * 7 + ["undo"] * 7
    names = {one.path.name for one in kept_backups(filled.path)}
    assert first.name in names
    assert {f"ita-202601{day}-120000-000000-daily.zip" for day in range(14, 20)} <= names
    assert "before-the-audit.zip" in names


def test_the_oldest_backup_survives_its_own_restore(filled):
    folder = filled.folder / "backups"
    first = keep_backup(filled, BackupReason.UNDO)
    oldest = folder / "ita-20260101-120000-000000-undo.zip"
    shutil.copy(first, oldest)
    for second in range(6):
        shutil.copy(first, folder / f"ita-20260102-12000{second}-000000-undo.zip")
    filled.close()

    restore(filled.path, oldest, person=PLANNER)

    assert not oldest.exists()
    assert len(deeds.seen(filled).batches) == 1
