"""A store on PostgreSQL does what one in a file does, for several servers at once."""

import threading
import time
from contextlib import ExitStack, closing

import psycopg
import pytest

from data.database import (
    Database,
    Source,
    add_comment,
    backup,
    check,
    copy_store,
    kept_source,
    open_database,
    read_audit,
    report_status,
    save,
    undo,
)
from data.database.permits import permitted
from data.database.postgresql import server_store
from data.model.access import NOBODY, Action, planner_here
from data.model.errors import (
    NotAllowedError,
    NothingSavedError,
    StoreCollationError,
    StoreNotAFileError,
    StoreNotFreshError,
    StoreUnreachableError,
)
from data.model.places import Address
from data.model.records import Status, StatusReport
from data.model.thai_time import today
from data.words.failures import failure
from queries import measures, scores
from queries.subjects import TABLES, Subject
from tests.faults import deeds
from tests.helpers import postgresql

PLANNER = planner_here("ผู้วางแผน")
TODAY = today()
CONTENT = "หน่วยงาน,คะแนน\n".encode()


@pytest.fixture
def store(server_place):
    with closing(open_database(server_place).acting_as(PLANNER)) as opened:
        yield opened


@pytest.fixture
def other(server_place):
    """Give the same store as another server has it."""
    with closing(open_database(server_place).acting_as(planner_here("อีกเครื่อง"))) as opened:
        yield opened


def end_connections(place):
    """End every other connection to a database, as a server does that is shut down."""
    with psycopg.connect(place.text, autocommit=True) as connection:
        connection.execute(
            "select pg_terminate_backend(pid) from pg_stat_activity"
            " where datname = current_database() and pid <> pg_backend_pid()"
        )


def everything(store):
    with store.reading() as cursor:
        return {
            table: sorted(map(repr, cursor.table(table).fetchall()))
            for table in TABLES
            if not table.startswith("applied_")
        }


def test_an_import_a_report_and_an_undo_are_kept_by_the_server(store, server_place):
    first = measures.measures(store, as_of=TODAY)["measure_id"].iloc[0]
    batch = save(store, deeds.scores(1), Source("คะแนน.csv", CONTENT, "ก"))
    report_status(store, StatusReport(first, Status.DONE, percent=100, reported_by="ก"))
    add_comment(store, first, "ตรวจแล้ว", "ก")
    undo(store, batch.batch_id, undone_by="ก")

    with closing(open_database(server_place).acting_as(PLANNER)) as again:
        row = measures.measures(again, as_of=TODAY).set_index("measure_id").loc[first]
        assert (row["status"], row["percent"]) == ("done", 100)
        done = read_audit(again)["action"].tolist()
        assert done[:4] == ["undo", "comment", "report", "import"]
        assert check(again).sound
        name, kept = kept_source(again, batch.batch_id)
        assert (name, kept.read_bytes()) == ("คะแนน.csv", CONTENT)


@pytest.mark.parametrize("years", [(2567, 2568), (2568,), (), [2567], None])
def test_a_list_is_asked_for_as_a_file_takes_it(store, sample_database, years):
    asked = [scores.scores(one, years=years) for one in (store, sample_database)]

    assert asked[0].equals(asked[1])


def test_a_refused_write_changes_nothing_but_the_audit(store):
    before = everything(store)

    with pytest.raises(NotAllowedError):
        save(store.acting_as(NOBODY), deeds.scores(1), Source("ก.csv", CONTENT, "ก"))

    after = everything(store)
    assert {table for table in TABLES if before.get(table) != after.get(table)} <= {"audit"}
    assert read_audit(store)["outcome"].iloc[0] == "refused"


def heard_within(seconds, database, patience=1.0):
    """Give what a server hears first, and after how long."""
    begun = time.monotonic()
    while (passed := time.monotonic() - begun) < seconds:
        if subjects := database.hear(patience):
            return subjects, passed
        time.sleep(0.001)
    return set(), passed


def test_what_one_server_writes_another_hears_of_and_answers_anew(store, other):
    store.hear(), other.hear()
    before = other.state((Subject.SCORES,)), other.state((Subject.COMMENTS,))
    years = len(scores.home_scores(other))

    save(store, deeds.scores(1), Source("ก.csv", CONTENT, "ก"))

    assert Subject.SCORES in heard_within(1, other)[0]
    assert other.state((Subject.SCORES,)) != before[0]
    assert other.state((Subject.COMMENTS,)) == before[1]
    assert len(scores.home_scores(other)) > years
    assert other.hear() == set()
    assert store.hear() == set()


def test_a_server_is_told_of_a_write_and_need_not_ask(store, other, monkeypatch):
    store.hear(), other.hear()
    with monkeypatch.context() as patch:
        patch.setattr(server_store.ServerStore, "reading", None)
        assert [other.hear(60) for _ in range(3)] == [set()] * 3

    save(store, deeds.scores(1), Source("ก.csv", CONTENT, "ก"))

    assert Subject.SCORES in heard_within(1, other, 60)[0]


def test_a_server_that_is_told_nothing_asks_within_a_second(store, other, server_place):
    store.hear(), other.hear()
    save(store, deeds.scores(1), Source("ก.csv", CONTENT, "ก"))
    end_connections(server_place)

    subjects, seconds = heard_within(5, other)

    assert Subject.SCORES in subjects
    assert seconds < 1.5


def test_writers_of_two_servers_take_turns_and_no_number_is_given_twice(store, other):
    first = measures.measures(store, as_of=TODAY)["measure_id"].iloc[0]
    given, failed = [], []

    def write(database):
        try:
            given.extend(add_comment(database, first, f"ข้อ {turn}", "ก") for turn in range(5))
        except Exception as error:  # noqa: BLE001  whatever it is, the test tells it
            failed.append(error)

    writers = [threading.Thread(target=write, args=[one]) for one in (store, other) * 2]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()

    assert failed == []
    assert len(given) == len(set(given)) == 20


def test_a_write_whose_connection_ends_is_not_saved_and_the_next_one_is(store, server_place):
    before = everything(store)

    def write():
        with permitted(store, Action.IMPORT, "ก") as permit:
            permit.log("ก")
            end_connections(server_place)

    with pytest.raises(NothingSavedError):
        write()

    assert everything(store) == before
    save(store, deeds.scores(1), Source("ก.csv", CONTENT, "ก"))
    assert check(store).sound


def test_a_server_that_ended_all_connections_is_asked_again_at_once(store, server_place):
    with ExitStack() as at_once:
        for _ in range(6):
            at_once.enter_context(store.reading())
    end_connections(server_place)

    begun = time.monotonic()
    assert check(store).sound
    assert time.monotonic() - begun < 1


def test_a_write_that_is_lost_is_not_taken_for_one_that_got_its_number(
    store, other, server_place, monkeypatch
):
    """A server that crashed forgets which numbers it gave last, and gives them again."""

    def crashed(connection):
        monkeypatch.undo()
        connection.rollback()
        with psycopg.connect(server_place.text, autocommit=True) as again:
            again.execute("select setval('audit_number', last_value - 1) from audit_number")
        log(other, "ข")
        raise psycopg.OperationalError

    def log(database, subject):
        with permitted(database, Action.IMPORT, subject) as permit:
            permit.log(subject)

    monkeypatch.setattr(psycopg.Connection, "commit", crashed)
    with pytest.raises(NothingSavedError):
        log(store, "ก")

    assert read_audit(store)["subject"].iloc[0] == "ข"


def test_whether_a_commit_landed_is_asked_when_its_answer_was_lost(store, monkeypatch):
    commit = psycopg.Connection.commit

    def lost(connection):
        commit(connection)
        monkeypatch.undo()
        raise psycopg.OperationalError

    with permitted(store, Action.IMPORT, "มาแล้ว") as permit:
        permit.log("มาแล้ว")
        monkeypatch.setattr(psycopg.Connection, "commit", lost)

    assert read_audit(store)["subject"].iloc[0] == "มาแล้ว"


def test_a_store_goes_to_the_server_and_back_without_losing_anything(store, tmp_path):
    save(store, deeds.scores(1), Source("คะแนน.csv", CONTENT, "ก"))

    with closing(Database(tmp_path / "back" / "ita.duckdb").acting_as(PLANNER)) as file:
        found = copy_store(store, file)

        assert (found.sound, found.batches) == (True, 3)
        assert everything(file) == everything(store)
        assert kept_source(file, 3)[1].read_bytes() == CONTENT
        assert save(file, deeds.scores(2), Source("ข.csv", b"2", "ก")).batch_id == 4
        with pytest.raises(StoreNotFreshError):
            copy_store(store, file)


def test_a_backup_as_a_file_is_refused_in_words(store, tmp_path):
    with pytest.raises(StoreNotAFileError) as refused:
        backup(store, tmp_path / "backup.zip")

    assert failure(refused.value)
    assert list(tmp_path.iterdir()) == []


def test_a_database_that_sorts_by_a_language_is_refused(postgresql_server):
    with psycopg.connect(f"{postgresql_server} dbname=postgres", autocommit=True) as connection:
        connection.execute(
            "create database sorted template template0 encoding 'UTF8' lc_collate 'C.UTF-8'"
        )
    place = postgresql.new_database(postgresql_server, "sorted_too", "sorted")

    with pytest.raises(StoreCollationError):
        open_database(place)


def test_a_server_that_does_not_answer_is_told_at_once():
    with pytest.raises(StoreUnreachableError):
        open_database(Address("postgresql://ita@/ita?host=/nowhere"))


def test_the_commands_work_on_a_server_and_say_what_they_cannot(
    server_place, run, monkeypatch, tmp_path
):
    monkeypatch.setenv("ITA_DATABASE", server_place.text)

    assert [row["batch_id"] for row in run("batches")[1]] == [2, 1]
    code, document = run("backup", tmp_path / "ita.zip")
    assert (code, document["error"]["code"]) == (2, "store-not-a-file")
    code, document = run("copy", server_place.text, tmp_path / "ita.duckdb")
    assert (code, document["sound"], document["batches"]) == (0, True, 2)
