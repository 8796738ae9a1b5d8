"""A backup asked of the app that has the store open, by a file beside the store."""

import json
import threading
import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from data.database import Source, answer_requests, ask_for_backup, restore, save
from data.database.backups import requests
from data.model.access import planner_here
from data.model.errors import BackupFailedError, StoreLockedError
from queries.audit import entries
from tests.faults import deeds


@pytest.fixture(autouse=True)
def _soon(monkeypatch):
    monkeypatch.setattr(requests, "CLAIMED_WITHIN", 1.0)
    monkeypatch.setattr(requests, "_PAUSE", 0.01)


@pytest.fixture
def answering(database):
    """Answer requests at this store, as the app does, until the test ends."""
    stop = threading.Event()

    def answer():
        while not stop.wait(0.02):
            answer_requests(database)

    with ThreadPoolExecutor(1) as app:
        app.submit(answer)
        yield database
        stop.set()


def left(database):
    return sorted(path.name for path in database.folder.glob("backup-*"))


def test_the_app_makes_the_backup_and_the_audit_knows_for_whom(answering, tmp_path):
    save(answering, deeds.scores(1), Source("คะแนน.csv", b"one", "ก"))
    target = tmp_path / "new folder" / "kept.zip"

    found = ask_for_backup(answering.path, target, "สมหญิง")

    assert (found.batches, found.sound) == (1, True)
    gone_by = time.monotonic() + 5
    while left(answering) and time.monotonic() < gone_by:
        time.sleep(0.02)
    assert left(answering) == []
    entry = entries(answering).iloc[0]
    assert (entry["person"], entry["action"], entry["subject"]) == ("สมหญิง", "backup", "kept.zip")
    restore(tmp_path / "elsewhere" / "ita.duckdb", target, person=planner_here("ก"))


def test_who_has_the_store_open_and_does_not_answer_is_no_app(database, tmp_path):
    with pytest.raises(StoreLockedError):
        ask_for_backup(database.path, tmp_path / "kept.zip", "ก")

    assert left(database) == []
    assert not tmp_path.joinpath("kept.zip").exists()


def test_a_backup_the_app_cannot_make_is_a_failure(answering, tmp_path):
    save(answering, deeds.scores(1), Source("คะแนน.csv", b"one", "ก"))
    with answering.writing() as cursor:
        cursor.execute("delete from score where code = 'i1'")

    with pytest.raises(BackupFailedError):
        ask_for_backup(answering.path, tmp_path / "kept.zip", "ก")

    assert left(answering) == []


@pytest.mark.parametrize("content", ["", "[]", "{}", json.dumps({"person": "ก"}), "\0" * 9])
def test_a_request_that_is_none_is_refused_and_the_app_goes_on(database, content):
    name = f"backup-{'0' * 32}"
    database.folder.joinpath(f"{name}.request").write_text(content, encoding="utf-8")

    answer_requests(database)

    assert left(database) == [f"{name}.refused"]
