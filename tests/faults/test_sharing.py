"""Many at one store: nobody's change is lost, no sum is torn, no failure outlives its moment."""

import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, suppress
from dataclasses import replace

import duckdb
import pytest

from data.database import Database, Source, backup, open_database, report_status, restore, save
from data.database.backups.archives import unpack
from data.database.duckdb import file_store
from data.model.errors import StatusConflictError, StoreFailedError
from data.model.records import Status, StatusReport
from queries import measures
from tests.faults import children, deeds, sessions, syscalls

EVERYTHING = """
select 'score', count(*), sum(hash(score)::hugeint) from score
union all select 'measure', count(*), sum(hash(measure)::hugeint) from measure
union all select 'report', count(*), sum(hash(status_report)::hugeint) from status_report
union all select 'batch', count(*), sum(hash(import_batch)::hugeint) from import_batch
order by 1
"""
FILES = """
select count(score.batch_id), min(value), max(value), any_value(import_batch.sheet)
from import_batch left join score using (batch_id)
where kind = 'scores' group by batch_id
"""


@pytest.fixture
def planned(database):
    save(database, deeds.plan(), Source("แผน.csv", b"plan", "ก"))
    return database


def report(number, by="ก"):
    return StatusReport(deeds.MEASURE_ID, Status.IN_PROGRESS, number % 100, reported_by=by)


def everything(database):
    with database.reading() as cursor:
        return cursor.execute(EVERYTHING).fetchall()


def at_once(act, people):
    with ThreadPoolExecutor(people) as crowd:
        return list(crowd.map(act, range(people)))


@pytest.mark.parametrize("backups", [10, pytest.param(100, marks=pytest.mark.long)])
def test_backups_taken_while_others_write_are_the_store_of_one_moment(planned, tmp_path, backups):
    """Scores and reports take turns: a copy may not have two of the one and none of the other."""
    stop, saved, asked = threading.Event(), [0], []

    def write():
        number = 0
        while not stop.is_set():
            number += 1
            content = f"file {number}".encode()
            save(planned, deeds.scores(number), Source("คะแนน.csv", content, "ก"))
            saved.append(number)
            report_status(planned, report(number))

    writer = threading.Thread(target=write)
    writer.start()
    try:
        for number in range(backups):
            asked.append(saved[-1])
            backup(planned, tmp_path / f"{number}.zip")
    finally:
        stop.set()
        writer.join()

    sizes = [restored(tmp_path, number, planned.person) for number in range(backups)]
    assert all(size > due for size, due in zip(sizes, asked, strict=True))
    assert sizes == sorted(sizes)
    assert sizes[0] < sizes[-1]


def restored(folder, number, person):
    """Restore a copy elsewhere, see that it is the same and in itself whole; gives its batches."""
    kept = folder / f"{number}.zip"
    elsewhere = folder / f"elsewhere {number}" / "ita.duckdb"
    restore(elsewhere, kept, person=person)
    copy = folder / f"copy {number}.duckdb"
    unpack(kept, copy, folder / f"copy {number}")
    with closing(Database(copy)) as copied, closing(open_database(elsewhere)) as found:
        assert everything(found) == everything(copied)
        assert deeds.sums(found) == []
        held = deeds.seen(found)
    assert 0 <= len(held.batches) - 1 - len(held.reports) <= 1
    return len(held.batches)


def test_of_eight_who_edit_one_measure_no_change_is_lost_and_every_loser_is_told(planned):
    rounds, together = 10, threading.Barrier(8)

    def edit(person):
        won = []
        for number in range(rounds):
            seen = newest(planned)
            together.wait()
            with suppress(StatusConflictError):
                won.append(report_status(planned, report(number, str(person)), seen_report=seen))
            together.wait()
        return won

    won = sorted(number for numbers in at_once(edit, 8) for number in numbers)

    assert won == list(range(1, rounds + 1))
    assert sorted(measures.status_history(planned, deeds.MEASURE_ID)["report_id"]) == won


def newest(database):
    return max(measures.status_history(database, deeds.MEASURE_ID)["report_id"], default=0)


@pytest.mark.parametrize("reads", [1_000, pytest.param(100_000, marks=pytest.mark.long)])
def test_thirty_readers_beside_four_writers_see_only_whole_saves(planned, reads, monkeypatch):
    """In each file all scores are its number: any other sum is half a file, or another's answer.

    Of the 20 saves, each third lets the engine be started anew.
    """
    monkeypatch.setattr(file_store, "RENEWED_AFTER", 3)
    readers = 30

    def read(_):
        torn = []
        for _ in range(-(-reads // readers)):
            with planned.reading() as cursor:
                found = cursor.execute(FILES).fetchall()
            torn += [row for row in found if row != (deeds.ROWS, *(float(row[3]),) * 2, row[3])]
        return torn

    def write(writer):
        for number in range(5):
            value = writer * 10 + number
            even = deeds.scores(0)
            frame = even.scores.assign(value=float(value))
            source = Source("คะแนน.csv", str(value).encode(), "ก")
            save(planned, replace(even, sheet=str(value), scores=frame), source)
        return []

    torn = at_once(lambda one: read(one) if one < readers else write(one - readers), readers + 4)

    assert [row for rows in torn for row in rows] == []
    assert len(deeds.seen(planned).batches) == 1 + 4 * 5
    assert deeds.sums(planned) == []


def test_a_store_that_failed_is_opened_again_only_when_everybody_has_left_it(planned):
    """A second connection beside one in use would be a second writer of the same file."""
    inside, leave, opened = threading.Event(), threading.Event(), threading.Event()

    def stay():
        with planned.reading() as cursor:
            inside.set()
            leave.wait(10)
            return cursor.execute("select count(*) from score").fetchall()

    def come():
        found = deeds.seen(planned)
        opened.set()
        return found

    with ThreadPoolExecutor(2) as crowd:
        staying = crowd.submit(stay)
        assert inside.wait(10)
        with pytest.raises(StoreFailedError), planned.reading():
            raise duckdb.FatalException
        coming = crowd.submit(come)
        too_soon = opened.wait(0.3)
        leave.set()
        assert not too_soon
        assert staying.result() == [(0,)]
        assert len(coming.result().batches) == 1


@pytest.mark.skipif(not children.CAN_FORK, reason="needs forked processes")
def test_ten_sessions_go_on_within_seconds_of_a_fatal_error_without_a_restart(tmp_path):
    if reason := syscalls.missing():
        pytest.skip(reason)
    held = deeds.prepared(tmp_path / "store" / "ita.duckdb")

    story = sessions.shaken(tmp_path, people=10)

    assert story.fatal
    assert story.unexplained == []
    # Three seconds are the goal; a machine busy with other tests is given more.
    assert story.longest_pause < 5
    with closing(open_database(tmp_path / "store" / "ita.duckdb")) as database:
        assert deeds.faults(database) == []
        found = deeds.seen(database)
    assert len(found.reports) == story.saved
    assert found.batches == held.batches
