"""DuckDB is started anew now and then: nobody notices, and nobody else gets in between."""

import subprocess
import sys
from contextlib import closing

import pytest

from data.database.connection import IN_MEMORY
from data.database.duckdb import file_store
from data.database.duckdb.file_store import FileStore
from data.model.errors import StoreMovedError

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there it is never started anew")

COME = """
import sys
from pathlib import Path
from data.database import start_anew
from data.database.duckdb.file_store import FileStore
from data.model.access import planner_here
from data.model.errors import StoreLockedError
path = Path(sys.argv[1])
print("come", flush=True)
try:
    {}
except StoreLockedError:
    print("locked")
"""
DEEDS = ["FileStore(path)", "start_anew(path, person=planner_here('ก'))"]


@pytest.fixture
def path(tmp_path):
    return tmp_path / "ita.duckdb"


@pytest.fixture(autouse=True)
def engines(monkeypatch):
    connect, engines = file_store.connect, []

    def counted(path, **how):
        engines.append(connect(path, **how))
        return engines[-1]

    monkeypatch.setattr(file_store, "connect", counted)
    monkeypatch.setattr(file_store, "RENEWED_AFTER", 3)
    return engines


@pytest.fixture
def store(path):
    with closing(FileStore(path)) as store:
        with store.writing() as cursor:
            cursor.execute("create table told (number integer)")
        yield store


def tell(store, *numbers):
    for number in numbers:
        with store.writing() as cursor:
            cursor.execute("insert into told values ($number)", {"number": number})


def told(store):
    with store.reading() as cursor:
        return [number for (number,) in cursor.execute("from told order by all").fetchall()]


def test_after_some_commits_the_engine_is_a_new_one_and_has_all_of_it(store, engines):
    tell(store, 1)
    before = len(engines)
    tell(store, 2)

    assert (before, len(engines)) == (1, 2)
    assert told(store) == [1, 2]


def test_who_reads_keeps_the_engine_until_he_leaves(store, engines):
    with store.reading() as cursor:
        tell(store, 1, 2, 3)
        assert cursor.execute("select count(*) from told").fetchone() == (3,)
        assert len(engines) == 1

    assert len(engines) == 2


def test_a_store_in_memory_keeps_its_engine(engines):
    store = FileStore(IN_MEMORY)
    with store.writing() as cursor:
        cursor.execute("create table told (number integer)")

    tell(store, 1, 2, 3)

    assert told(store) == [1, 2, 3]
    assert len(engines) == 1


def lose_before(path, _patched):
    path.rename(path.with_name("away.duckdb"))


def lose_within(path, patched):
    let_go = vars(FileStore)["_let_go"]
    patched.setattr(FileStore, "_let_go", lambda one: let_go(one) or lose_before(path, None))


@pytest.mark.parametrize("lose", [lose_before, lose_within])
def test_a_store_that_is_moved_away_is_told_and_none_is_made_in_its_place(store, path, lose):
    with pytest.MonkeyPatch.context() as patched, store.reading():
        tell(store, 1, 2)
        lose(path, patched)

    with pytest.raises(StoreMovedError):
        told(store)
    assert not path.exists()
    with closing(FileStore(path.with_name("away.duckdb"))) as moved:
        assert told(moved) == [1, 2]


def test_others_who_come_in_between_to_open_or_replace_it_find_it_locked(store, monkeypatch):
    connect, others = file_store.connect, []

    def connect_late(path):
        for deed in DEEDS:
            command = [sys.executable, "-c", COME.format(deed), str(path)]
            others.append(subprocess.Popen(command, stdout=subprocess.PIPE, text=True))
        assert [other.stdout.readline() for other in others] == ["come\n", "come\n"]
        with pytest.raises(subprocess.TimeoutExpired):
            others[0].wait(0.1)
        return connect(path)

    monkeypatch.setattr(file_store, "connect", connect_late)
    tell(store, 1, 2)

    assert [other.communicate()[0] for other in others] == ["locked\n", "locked\n"]
    assert told(store) == [1, 2]
