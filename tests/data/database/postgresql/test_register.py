"""Several agencies in one database: each is a store of its own, which no SQL of another reads."""

import shutil
import threading
from contextlib import ExitStack, closing
from itertools import count, product

import psycopg
import pytest
from psycopg import conninfo, sql
from psycopg.errors import InsufficientPrivilege

from data.analysis.area_summary import area_summary
from data.commands.keeping import registers
from data.database import (
    Database,
    Source,
    add_comment,
    check,
    copy_store,
    open_database,
    read_audit,
    report_status,
    save,
)
from data.database.postgresql import connections
from data.database.postgresql.register import register_at
from data.database.registers import register_for, register_of
from data.examples import PLAN_FILE, SCORES_FILE
from data.framework import apart
from data.model.access import Area, ListedAgency, Role
from data.model.errors import (
    StoreUnreachableError,
    UnknownAgencyError,
)
from data.model.records import Status, StatusReport
from data.model.refusals import RefusedError
from data.model.thai_time import today
from data.words.failures import failure
from queries import measures
from queries.subjects import TABLES, Subject
from tests.data.database.postgresql.test_server_store import everything, heard_within
from tests.data.people.test_access import PEOPLE, WRITES
from tests.faults import deeds
from tests.helpers import postgresql
from tests.helpers.agencies import HERE, PLANNER, THERE, bring_in, place_of, two_agencies

MEASURE = "2569-04-i11"
LEFT = count(1)
OWN_TABLES = (*TABLES, "kept_file", "store_revision")
BECOMING_ANOTHER = (
    "set role {there}",
    "set session authorization {there}",
    "reset role",
    "set local role none",
    "select set_config('role', '{there}', true), table_to_xml('of_naudom.audit', true, true, '')",
    "do $$ begin set local role {there}; perform count(*) from of_naudom.audit; end $$",
    "grant {there} to current_user",
    "create role other login in role {there}",
    "alter role {there} password 'x'",
)
CHANGING_OTHERS = (
    "insert into of_naudom.store_revision values ('audit', 1)",
    "update of_naudom.audit set person = ''",
    "delete from of_naudom.audit",
    "drop schema of_naudom cascade",
    "drop table of_naudom.audit",
    "create table of_naudom.mine (one integer)",
    "create schema mine",
    "create table public.mine (one integer)",
    "drop schema of_kutsakon cascade",
    "select * from agencies.login",
    "select * from agencies.agency",
    "select * from agencies.summary_right",
    "insert into agencies.summary_right values ('a@b.c', 'มุกดาหาร', '', 'email_verified')",
    "insert into agencies.listed_person values ('naudom', 'a@b.c')",
    "update agencies.agency set open_to_readers = true",
    "alter table agencies.agency disable row level security",
    "select agencies.add('third', 'a', 'b')",
)


@pytest.fixture(scope="module")
def shared(postgresql_server, administrator, examples, tmp_path_factory):
    """Give the address of a database with two agencies, both as they were brought in at first."""
    place = postgresql.new_database(postgresql_server, "worked", owner=administrator)
    yield two_agencies(place, examples, tmp_path_factory.mktemp("office"))
    register_for(place).close()


@pytest.fixture
def open_of():
    """Give a function that opens the store of an agency for a planner, until the test is over."""
    with ExitStack() as opened, apart():
        yield lambda place, code: opened.enter_context(
            closing(open_database(place_of(place, code)).acting_as(PLANNER))
        )


@pytest.mark.parametrize("table", OWN_TABLES)
def test_a_connection_of_an_agency_reads_no_row_of_another(table, shared, open_of):
    store = open_of(shared, HERE)
    with store.reading() as cursor:
        cursor.execute(f"select count(*) from of_kutsakon.{table}")  # noqa: S608

    with pytest.raises(psycopg.errors.InsufficientPrivilege), store.reading() as cursor:
        cursor.execute(f"select count(*) from of_naudom.{table}")  # noqa: S608


@pytest.mark.parametrize("view", ["person", "score_in_sum", "current_measure"])
def test_it_reads_no_view_of_another(view, shared, open_of):
    store = open_of(shared, HERE)

    with pytest.raises(psycopg.errors.InsufficientPrivilege), store.reading() as cursor:
        cursor.execute(f"select * from of_naudom_answers.{view}")  # noqa: S608


@pytest.mark.parametrize("statement", BECOMING_ANOTHER)
def test_nothing_that_is_asked_in_it_makes_it_one_of_another(statement, shared, open_of):
    store = open_of(shared, HERE)
    with store.reading() as cursor:
        try:
            cursor.execute(statement.format(there="worked_naudom"))
        except psycopg.errors.Error:
            cursor.execute("rollback")
        [[login]] = cursor.execute("select current_user").fetchall()
        assert login == "worked_kutsakon"

        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            cursor.execute("select * from of_naudom.audit")


@pytest.mark.parametrize("statement", CHANGING_OTHERS)
def test_it_changes_nothing_but_what_is_its_own(statement, shared, open_of):
    store = open_of(shared, HERE)

    with pytest.raises(psycopg.errors.InsufficientPrivilege), store.reading() as cursor:
        cursor.execute(statement)


def test_in_the_register_it_sees_itself_alone(shared, open_of):
    store = open_of(shared, HERE)

    with store.reading() as cursor:
        assert cursor.execute("select code from agencies.agency").fetchall() == [(HERE,)]
        cursor.execute("update agencies.agency set name = '' where code = 'naudom'")
        cursor.execute("delete from agencies.listed_person where code = 'naudom'")
        cursor.execute("select agencies.tell('naudom')")

    assert [one.name for one in register_for(shared).agencies()][1].endswith("นาอุดม")


def test_the_login_of_the_address_reads_no_row_of_any(shared):
    with psycopg.connect(shared.text) as connection:
        for code in (HERE, THERE):
            with pytest.raises(psycopg.errors.InsufficientPrivilege):
                connection.execute(f"select * from of_{code}.score")  # noqa: S608
            connection.rollback()


def attempt(store, write, target):
    """Do a write, whatever becomes of it."""
    try:
        write(store, target)
    except Exception as refused:  # noqa: BLE001  the tests of access say which it must be
        return refused
    return None


def test_nothing_a_person_of_one_agency_does_changes_a_row_of_another(shared, open_of, tmp_path):
    here, there = open_of(shared, HERE), open_of(shared, THERE)
    there.hear()
    before, state = everything(there), there.state()
    done = set()

    for person, name in product(PEOPLE, WRITES):
        _, write = WRITES[name]
        if attempt(here.acting_as(person), write, tmp_path / name) is None:
            done.add((person.role, name))

    assert (Role.REPORTER, "report_statuses") in done
    assert (Role.PLANNER, "save") in done
    assert everything(there) == before
    assert heard_within(1.2, there)[0] == set()
    assert there.state() == state


def test_a_save_is_heard_by_the_same_agency_elsewhere_within_a_second(shared, open_of):
    here, elsewhere = open_of(shared, HERE), open_of(shared, HERE)
    here.hear(), elsewhere.hear()

    save(here, deeds.scores(1), Source("ก.csv", b"1", "ก"))

    subjects, seconds = heard_within(1, elsewhere)
    assert Subject.SCORES in subjects
    assert seconds < 1


def test_a_save_of_one_agency_makes_no_answer_of_another_old(shared, open_of):
    here, there = open_of(shared, HERE), open_of(shared, THERE)
    there.hear()
    made = []
    there.once("answer", 1, lambda: made.append(measures.measures(there, as_of=today())))

    report_status(here, StatusReport(MEASURE, Status.DONE, percent=100, reported_by="ก"))

    assert there.hear(60) == set()
    there.once("answer", 1, lambda: made.append(None))
    assert len(made) == 1


def test_answers_of_two_agencies_are_kept_apart(shared, open_of):
    here, there = open_of(shared, HERE), open_of(shared, THERE)
    report_status(here, StatusReport(MEASURE, Status.DONE, percent=100, reported_by="ก"))

    told = [
        measures.measures(store, as_of=today()).set_index("measure_id").loc[MEASURE, "status"]
        for store in (here, there, here)
    ]

    assert told[0] == told[2] == "done"
    assert told[1] != "done"
    assert repr(here.place) != repr(there.place)


def test_writers_of_two_agencies_do_not_wait_for_each_other(shared, open_of):
    here, there = open_of(shared, HERE), open_of(shared, THERE)
    done = threading.Event()

    def write():
        with there.writing():
            done.set()

    with here.writing():
        other = threading.Thread(target=write)
        other.start()
        assert done.wait(5)
    other.join()


def test_an_office_is_brought_in_and_taken_out_again_whole(shared_place, sample_database, tmp_path):
    add_comment(sample_database, MEASURE, "ตรวจแล้ว", "ก")
    before = everything(sample_database)
    sample_database.close()

    found = bring_in(shared_place, HERE, sample_database.path)
    with (
        closing(open_database(place_of(shared_place, HERE)).acting_as(PLANNER)) as server,
        closing(Database(tmp_path / "back" / "ita.duckdb").acting_as(PLANNER)) as file,
    ):
        assert (found.sound, found.batches) == (True, 2)
        assert copy_store(server, file).sound
        kept = everything(file)

    assert {name: rows for name, rows in kept.items() if name != "audit"} == {
        name: rows for name, rows in before.items() if name != "audit"
    }
    assert set(before["audit"]) <= set(kept["audit"])


def test_many_agencies_share_the_few_connections_of_a_process(shared, open_of, monkeypatch):
    monkeypatch.setattr(connections, "_MOST", 2)
    for _ in range(3):
        for code in (HERE, THERE):
            with open_of(shared, code).reading() as cursor:
                cursor.execute("select 1")

    assert len(register_at(shared.text).connections._idle) <= 2  # noqa: SLF001


def test_a_database_of_several_is_not_opened_without_saying_which(shared):
    with pytest.raises(UnknownAgencyError) as refused:
        open_database(shared)
    assert all(code in failure(refused.value) for code in (HERE, THERE))
    with pytest.raises(UnknownAgencyError):
        open_database(place_of(shared, "nobody"))


def test_a_database_of_one_agency_stays_that_and_takes_no_second(server_place):
    with pytest.raises(RefusedError, match="HOLDS_ONE_AGENCY"):
        register_for(server_place).add(THERE)
    with pytest.raises(UnknownAgencyError):
        open_database(place_of(server_place, HERE))

    assert register_of(server_place) is None
    with closing(open_database(server_place).acting_as(PLANNER)) as store:
        add_comment(store, MEASURE, "ยังเขียนได้", "ก")
        assert check(store).sound


def test_a_database_of_an_older_version_goes_on_as_it_is(server_place):
    with psycopg.connect(server_place.text) as connection:
        connection.execute("set search_path = public, answers")
        connection.execute("insert into applied_views (digest) values ('older')")
        connection.execute("drop operator answers.// (bigint, bigint) cascade")
        connection.execute("create view answers.gone as select 1 as one")

    with closing(open_database(server_place).acting_as(PLANNER)) as store:
        report_status(store, StatusReport(MEASURE, Status.DONE, percent=100, reported_by="ก"))
        assert read_audit(store)["action"].iloc[0] == "report"
        with store.reading() as cursor:
            views = cursor.execute("select viewname from pg_views where schemaname = 'answers'")
            assert ("gone",) not in views.fetchall()


def test_an_agency_is_added_once(shared):
    with pytest.raises(RefusedError, match="AGENCY_KNOWN"):
        register_for(shared).add(HERE)

    assert [one.code for one in register_for(shared).agencies()] == [HERE, THERE]


def test_a_login_that_may_not_make_others_adds_no_agency(postgresql_server):
    with psycopg.connect(f"{postgresql_server} dbname=postgres", autocommit=True) as connection:
        connection.execute("create role nobody login")
    place = postgresql.new_database(postgresql_server, "nobodys", owner="nobody")

    with pytest.raises(StoreUnreachableError):
        register_for(place).add(HERE)
    register_for(place).close()


def test_a_password_is_kept_where_no_agency_reads_it_and_is_what_the_login_takes(shared):
    with psycopg.connect(shared.text) as connection:
        rows = connection.execute("select login, secret from agencies.login").fetchall()

    assert {login for login, _ in rows} == {"worked_kutsakon", "worked_naudom"}
    assert len({secret for _, secret in rows}) == 2
    assert all(len(secret) >= 40 for _, secret in rows)


def test_the_commands_say_which_agency_they_need_and_serve_the_one_that_is_named(
    shared, run, monkeypatch, tmp_path
):
    monkeypatch.setenv("ITA_DATABASE", shared.text)

    assert run("batches")[1]["error"]["code"] == "unknown-agency"
    here = run("batches", "--agency", HERE)[1]
    assert {row["file_name"] for row in here} >= {PLAN_FILE.name, SCORES_FILE.name}
    assert run("batches", "--agency", "nobody")[1]["error"]["code"] == "unknown-agency"
    assert run("link")[1]["error"]["code"] == "no-link"
    monkeypatch.setenv("ITA_AGENCY", THERE)
    assert run("batches")[1] != here
    code, document = run("copy", shared.text, tmp_path / "out.duckdb", "--agency", HERE)
    assert (code, document["sound"], document["batches"]) == (0, True, len(here))


def test_agencies_are_added_listed_and_opened_by_commands(shared_place, run, monkeypatch):
    monkeypatch.setenv("ITA_DATABASE", shared_place.text)

    assert run("agencies", "list")[1]["error"]["code"] == "no-register"
    assert run("agencies", "add", "Naudom!")[1]["error"]["code"] == "usage"
    assert run("agencies", "add", THERE) == (0, {"code": THERE})
    run("agencies", "open", THERE)
    run("agencies", "allow", "Boss@Mukdahan.go.th", "--province", "มุกดาหาร")
    told = run("agencies", "list")[1]
    assert [(one["code"], one["open_to_readers"]) for one in told["agencies"]] == [(THERE, True)]
    assert told["areas"] == [
        {"email": "boss@mukdahan.go.th", "province": "มุกดาหาร", "district": ""}
    ]
    run("agencies", "close", THERE)
    assert run("agencies", "forbid", "boss@mukdahan.go.th")[1]["areas"] == 1
    told = run("agencies", "list")[1]
    assert (told["agencies"][0]["open_to_readers"], told["areas"]) == (False, [])
    assert run("agencies", "open", "nobody")[1]["error"]["code"] == "unknown-agency"


@pytest.fixture
def leaving(postgresql_server, administrator, tmp_path_factory, examples):
    """Give the address of a database of one agency that holds the examples, this test's alone."""
    place = postgresql.new_database(postgresql_server, f"left{next(LEFT)}", owner=administrator)
    bring_in(
        place,
        THERE,
        shutil.copytree(examples, tmp_path_factory.mktemp("left") / "file") / "ita.duckdb",
    )
    yield place
    register_for(place).close()


def logins_of(place):
    with psycopg.connect(place.text) as connection:
        return {name for [name] in connection.execute("select rolname from pg_roles").fetchall()}


def test_an_agency_is_removed_when_that_is_confirmed_and_all_of_it_is_in_a_file(
    leaving, run, monkeypatch, tmp_path
):
    monkeypatch.setenv("ITA_DATABASE", leaving.text)
    with closing(open_database(place_of(leaving, THERE)).acting_as(PLANNER)) as store:
        before = everything(store)
    typed = ("agencies", "remove", THERE, tmp_path / "out.duckdb")
    login = f"{leaving.text.partition('?')[0].rpartition('/')[2]}_{THERE}"
    assert login in logins_of(leaving)

    code, told = run(*typed)
    assert (code, told["removed"], told["batches"], told["measures"]) == (1, False, 2, 12)
    assert not (tmp_path / "out.duckdb").exists()
    assert run(*typed, "--yes")[1]["removed"]

    assert run("agencies", "list")[1]["agencies"] == []
    assert login not in logins_of(leaving)
    assert run("batches", "--agency", THERE)[1]["error"]["code"] == "unknown-agency"
    with closing(Database(tmp_path / "out.duckdb").acting_as(PLANNER)) as file:
        kept = everything(file)
    assert before.pop("audit") == kept.pop("audit")[:-1]
    assert kept == before
    assert run("agencies", "add", THERE)[0] == 0
    with Database(place_of(leaving, THERE), read_only=True).reading() as cursor:
        cursor.execute("select 1")
    assert (
        run("agencies", "remove", "nobody", tmp_path / "x.duckdb")[1]["error"]["code"]
        == "unknown-agency"
    )


def test_an_agency_that_writes_while_it_is_taken_out_stays(leaving, run, monkeypatch, tmp_path):
    monkeypatch.setenv("ITA_DATABASE", leaving.text)

    def copied(source, target):
        found = copy_store(source, target)
        with closing(open_database(place_of(leaving, THERE)).acting_as(PLANNER)) as other:
            add_comment(other, MEASURE, "ก่อนปิด", "ก")
        return found

    monkeypatch.setattr(registers, "copy_store", copied)
    refused = [
        run("agencies", "remove", THERE, tmp_path / "out.duckdb", "--yes")[1]["error"]["code"]
        for _ in range(2)
    ]

    assert refused == ["written-meanwhile", "store-not-fresh"]
    with closing(open_database(place_of(leaving, THERE)).acting_as(PLANNER)) as store:
        assert add_comment(store, MEASURE, "ยังเขียนได้", "ก")


def test_a_file_takes_no_agency(run):
    assert run("agencies", "add", THERE)[1]["error"]["code"] == "no-register"
    assert run("batches", "--agency", THERE)[1]["error"]["code"] == "one-agency"


def test_what_an_agency_is_called_and_whom_it_lists_stands_in_the_register(
    shared, open_of, run, monkeypatch, tmp_path
):
    monkeypatch.setenv("ITA_DATABASE", shared.text)
    people = tmp_path / "people.toml"
    people.write_text('[[person]]\nemail = "Plan@Naudom.go.th"\nrole = "planner"\n', "utf-8")

    monkeypatch.setenv("ITA_AGENCY", THERE)

    assert run("import", people)[0] == 0

    register = register_for(shared)
    for agency in register.agencies():
        with open_of(shared, agency.code).reading() as cursor:
            cursor.execute("select name, short_name, kind, district, province from organisation")
            told = (agency.name, agency.short_name, agency.kind, agency.district, agency.province)
            assert cursor.fetchall() == [told]
            assert agency.short_name
    assert register.listed("plan@naudom.go.th") == {THERE}
    assert THERE not in register.listed("plan@kutsakon.go.th")
    assert register.listed("who@example.org") == set()


def test_an_area_holds_the_agencies_of_its_district_or_of_all_its_province():
    here = ListedAgency(1, HERE, district="ตระการพืชผล", province="อุบลราชธานี")

    assert Area("a", here.province).holds(here)
    assert Area("a", here.province, here.district).holds(here)
    assert not Area("a", here.province, "อื่น").holds(here)
    assert not Area("a", "อื่น").holds(here)


def test_who_reads_the_sums_of_an_area_has_no_right_of_his_own_and_writes_nothing(shared):
    login = register_at(shared.text).reader(HERE)
    address = conninfo.make_conninfo(shared.text, user=login.user, password=login.password)
    with psycopg.connect(address) as connection, pytest.raises(InsufficientPrivilege):
        connection.execute("select * from of_kutsakon.audit")

    store = Database(place_of(shared, HERE), read_only=True)
    with pytest.raises(psycopg.errors.ReadOnlySqlTransaction), store.reading() as cursor:
        cursor.execute("delete from audit")


def test_the_sums_of_each_agency_are_read_in_one_connection_as_in_its_own(shared, open_of):
    report_status(
        open_of(shared, HERE), StatusReport(MEASURE, Status.DONE, percent=100, reported_by="ก")
    )
    asked = "select pg_backend_pid(), current_user"
    asking = set()

    for code in (HERE, THERE, HERE):
        own, together = open_of(shared, code), Database(place_of(shared, code), read_only=True)
        assert area_summary(together, today()) == area_summary(own, today())
        with together.reading() as cursor:
            asking.update(cursor.execute(asked).fetchall())

    assert {user for _, user in asking} == {"worked_kutsakon", "worked_naudom"}
    assert len({backend for backend, _ in asking}) == 1


def test_a_login_that_another_database_knows_stays_when_its_agency_is_removed(
    postgresql_server, administrator
):
    names = [f"left{next(LEFT)}" for _ in range(2)]
    place, other = (
        postgresql.new_database(postgresql_server, name, owner=administrator) for name in names
    )
    register = register_for(place)
    register.add(HERE)
    register.add(THERE)
    with psycopg.connect(other.text) as connection:
        known = sql.Identifier(f"{names[0]}_{HERE}")
        connection.execute(sql.SQL("grant usage on schema public to {}").format(known))

    for code in (HERE, THERE):
        with register.removing(code):
            pass

    left = logins_of(place) & {f"{names[0]}_{code}" for code in (HERE, THERE)}
    assert left == {f"{names[0]}_{HERE}"}
    assert register.agencies() == ()
    register.close()
