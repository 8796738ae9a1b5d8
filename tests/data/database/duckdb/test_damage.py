"""Every kind of damage to the files of a store: named, put aside whole, and restored over."""

import errno
import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing

import duckdb
import pytest

from data.commands.running import main
from data.database import (
    Database,
    backup,
    check,
    open_database,
    restore,
    restore_newest,
    start_anew,
)
from data.model import errors
from data.model.access import Person, Role, planner_here
from data.model.places import database_path
from data.words import failures

PLANNER = planner_here("ผู้วางแผน")
BLOCK = 262144
FIRST_BLOCK = 3 * 4096
WITH_A_LOG = """
import duckdb, os, sys
store = duckdb.connect(sys.argv[1])
store.execute("set checkpoint_threshold = '1TB'")
store.execute("create table pending as select range as number from range(50000)")
os._exit(0)
"""


def flipped(path, *places):
    with path.open("rb+") as file:
        for place in places:
            file.seek(place)
            (byte,) = file.read(1)
            file.seek(place)
            file.write(bytes([byte ^ 0xFF]))


def log_of(path):
    return path.with_name(f"{path.name}.wal")


def leave_log(path):
    """Let a process die on a store, so that its newest table is only in the log."""
    subprocess.run([sys.executable, "-c", WITH_A_LOG, str(path)], check=True)
    assert log_of(path).stat().st_size > 1000


def no_database(path):
    path.write_bytes(b"no database at all" * 4000)


def zeros(path):
    path.write_bytes(bytes(40_000))


def damaged_mark(path):
    flipped(path, 9)


def damaged_first_header(path):
    flipped(path, 200)


def damaged_second_header(path):
    flipped(path, 4096 + 20)


def damaged_third_header(path):
    flipped(path, 2 * 4096 + 20)


def damaged_blocks(path):
    flipped(path, *range(FIRST_BLOCK + 500, path.stat().st_size, BLOCK))


def half(path):
    os.truncate(path, path.stat().st_size // 2)


def headers_only(path):
    os.truncate(path, FIRST_BLOCK)


def empty(path):
    os.truncate(path, 0)


def missing(path):
    leave_log(path)
    path.unlink()


def missing_without_log(path):
    path.unlink()


def sqlite(path):
    path.unlink()
    with closing(sqlite3.connect(path)) as other:
        other.execute("create table customers (name)")
        other.commit()


def foreign(path):
    path.unlink()
    with duckdb.connect(str(path)) as other:
        other.execute("create table customers (name varchar)")


def foreign_log(path):
    other = path.with_name("other.duckdb")
    leave_log(other)
    log_of(other).rename(log_of(path))
    other.unlink()


def damaged_log(path):
    leave_log(path)
    flipped(log_of(path), log_of(path).stat().st_size // 2)


def damaged_log_head(path):
    leave_log(path)
    flipped(log_of(path), 0)


def stray_log(path):
    log_of(path).write_bytes(b"something else " * 100)


DAMAGES = {
    no_database: errors.StoreHeaderDamagedError,
    zeros: errors.StoreHeaderDamagedError,
    damaged_mark: errors.StoreHeaderDamagedError,
    damaged_first_header: errors.StoreHeaderDamagedError,
    damaged_second_header: errors.StoreHeaderDamagedError,
    damaged_third_header: errors.StoreHeaderDamagedError,
    damaged_blocks: errors.StoreBlockDamagedError,
    half: errors.StoreTruncatedError,
    headers_only: errors.StoreTruncatedError,
    empty: errors.StoreEmptyError,
    missing: errors.StoreMissingError,
    missing_without_log: errors.StoreMissingError,
    sqlite: errors.SqliteStoreError,
    foreign: errors.ForeignStoreError,
    foreign_log: errors.ForeignLogError,
    damaged_log: errors.DamagedLogError,
    damaged_log_head: errors.DamagedLogError,
    stray_log: errors.DamagedLogError,
}


@pytest.fixture
def store(tmp_path, examples, monkeypatch):
    path = tmp_path / "store" / "ita.duckdb"
    shutil.copytree(examples, path.parent)
    monkeypatch.setenv("ITA_DATABASE", str(path))
    return path


@pytest.fixture
def kept(store, tmp_path):
    """Give a backup of the store as it was when it was whole."""
    target = tmp_path / "backup.duckdb"
    with closing(open_database(store)) as whole:
        backup(whole.acting_as(PLANNER), target)
    return target


def files_of(path):
    return {one.name: one.read_bytes() for one in (path, log_of(path)) if one.exists()}


@pytest.mark.parametrize("damage", DAMAGES)
def test_each_damage_is_told_by_its_own_name_and_the_files_stay_as_they_are(store, damage):
    damage(store)
    before = files_of(store)

    with pytest.raises(errors.StoreUnusableError) as refused:
        open_database(store)

    assert type(refused.value) is DAMAGES[damage]
    assert files_of(store) == before


def test_a_disk_that_takes_nothing_is_not_taken_for_a_log_of_another_store(store, monkeypatch):
    foreign_log(store)

    def full(**_):
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr("data.database.duckdb.damage.TemporaryFile", full)

    with pytest.raises(errors.StoreUnreachableError):
        open_database(store)


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_backup_is_restored_over_any_damage_and_what_was_there_is_put_aside(store, kept, damage):
    damage(store)
    before = files_of(store)

    restore(store, kept, person=PLANNER)

    with closing(open_database(store)) as restored:
        assert check(restored).batches == 2
    asides = list(store.parent.glob("replaced-*"))
    assert [files_of(aside / store.name) for aside in asides] == ([before] if before else [])
    assert not log_of(store).exists()


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_new_store_is_begun_over_any_damage_and_what_was_there_is_put_aside(store, damage):
    damage(store)
    before = files_of(store)
    sources = sorted(path.name for path in store.parent.glob("sources/*"))

    start_anew(store, person=PLANNER)

    with closing(open_database(store)) as fresh:
        assert check(fresh).batches == 0
    (aside,) = store.parent.glob("replaced-*")
    assert files_of(aside / store.name) == before
    assert sorted(path.name for path in aside.glob("sources/*")) == sources


@pytest.mark.parametrize("damage", DAMAGES)
def test_the_check_tells_a_damage_in_thai_and_goes_on(store, capsys, damage):
    damage(store)

    code = main(["check", "--json"])

    told = capsys.readouterr()
    assert code == 2
    assert failures.failure(DAMAGES[damage]()) in told.out
    assert '"catalogue": {"sound": true' in told.out
    assert "Traceback" not in told.err


def test_a_damage_behind_the_ledger_is_found_when_it_is_read_and_nothing_is_saved(store):
    """Blocks of other tables may be whole, so the store opens; the damaged one is read later."""
    sizes = range(FIRST_BLOCK + 500, store.stat().st_size, BLOCK)
    found = set()
    for place in sizes:
        flipped(store, place)
        try:
            with closing(open_database(store)) as opened:
                for table in tables(opened):
                    read(opened, table)
        except errors.StoreBlockDamagedError:
            found.add(place)
        flipped(store, place)

    assert found


def tables(database):
    with database.reading() as cursor:
        return cursor.execute("select table_name from duckdb_tables()").fetchall()


def read(database, table):
    with database.reading() as cursor:
        cursor.table(f'ita."{table[0]}"').fetchall()


def test_a_log_of_zeros_was_never_begun_and_does_no_harm(store):
    log_of(store).write_bytes(bytes(4096))

    with closing(open_database(store)) as opened:
        assert check(opened).batches == 2


def test_a_log_that_a_kill_cut_short_is_no_damage(store):
    leave_log(store)
    log = log_of(store)
    os.truncate(log, log.stat().st_size - 100)

    with closing(open_database(store)) as opened:
        assert check(opened).batches == 2


def test_a_first_start_finds_no_store_and_makes_one(tmp_path):
    with closing(open_database(tmp_path / "new" / "ita.duckdb")) as fresh:
        assert check(fresh).batches == 0


def test_a_store_of_a_newer_duckdb_is_told_from_a_damaged_one(store):
    content = bytearray(store.read_bytes()[:4096])
    content[12:20] = (1_000_000).to_bytes(8, "little")
    words = [int.from_bytes(content[at : at + 8], "little") for at in range(8, 4096, 8)]
    checksum = 5381
    for word in words:
        checksum ^= word * 0xBF58476D1CE4E5B9 % 2**64
    content[:8] = checksum.to_bytes(8, "little")
    with store.open("rb+") as file:
        file.write(content)

    with pytest.raises(errors.StoreTooNewError):
        open_database(store)


def test_the_newest_good_of_the_kept_backups_is_restored(store, kept):
    folder = store.parent / "backups"
    folder.mkdir()
    for at, name in enumerate(("oldest", "newest good", "damaged")):
        shutil.copy(kept, folder / f"{name}.duckdb")
        os.utime(folder / f"{name}.duckdb", (at, at))
    half(folder / "damaged.duckdb")
    half(store)

    assert restore_newest(store, person=PLANNER).name == "newest good.duckdb"
    with closing(open_database(store)) as restored:
        assert check(restored).sound


def test_without_a_good_backup_the_damaged_store_stays(store):
    half(store)
    before = files_of(store)

    with pytest.raises(errors.NotABackupError):
        restore_newest(store, person=PLANNER)

    assert files_of(store) == before


@pytest.mark.parametrize("act", [restore_newest, start_anew])
def test_a_viewer_may_not_replace_a_damaged_store(store, act):
    half(store)
    before = files_of(store)
    (store.parent / "backups").mkdir()
    shutil.copy(store, store.parent / "backups" / "a.duckdb")

    with pytest.raises(errors.NotAllowedError):
        act(store, person=Person("ผู้ชม", role=Role.VIEWER))

    assert files_of(store) == before


def test_a_store_in_use_elsewhere_is_not_begun_anew(store):
    hold = "import duckdb, sys; held = duckdb.connect(sys.argv[1]); print(1, flush=True); input()"
    with subprocess.Popen(
        [sys.executable, "-c", hold, str(store)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as holder:
        holder.stdout.readline()
        with pytest.raises(errors.StoreLockedError):
            start_anew(store, person=PLANNER)
        with pytest.raises(errors.StoreLockedError):
            Database(store)
        holder.communicate(b"\n")

    assert database_path() == store
    assert not list(store.parent.glob("replaced-*"))


def test_a_store_that_was_looked_at_while_opening_is_locked_against_others(store):
    """Reading the file once it is open would silently give its lock away."""
    open_it = "import duckdb, sys; duckdb.connect(sys.argv[1])"
    with closing(open_database(store)) as opened:
        check(opened)
        done = subprocess.run(
            [sys.executable, "-c", open_it, str(store)], check=False, capture_output=True
        )

    assert done.returncode != 0
