"""The zip of a backup: all that belongs to a store, and nothing that would land elsewhere."""

import hashlib
import json
import zipfile
from contextlib import closing

import pytest

from data.database import Source, backup, kept_source, open_database, restore, save
from data.database.backups.archives import may_be_replaced
from data.model.access import planner_here
from data.model.errors import NotABackupError
from tests.faults import deeds

PLANNER = planner_here("ผู้วางแผน")
CONTENT = b"a file that was imported"


@pytest.fixture
def kept(database, tmp_path):
    """Give the backup of a store with one import."""
    save(database, deeds.scores(1), Source("คะแนน.csv", CONTENT, "ก"))
    target = tmp_path / "kept.zip"
    backup(database, target)
    return target


def changed(kept, change):
    """Give a backup whose entries, name and content, went through a function."""
    target = kept.with_name("changed.zip")
    with zipfile.ZipFile(kept) as whole, zipfile.ZipFile(target, "w") as archive:
        for name, content in change([(name, whole.read(name)) for name in whole.namelist()]):
            archive.writestr(name, content)
    return target


def test_a_backup_is_one_zip_with_the_database_and_the_kept_files(kept):
    with zipfile.ZipFile(kept) as archive:
        names, about = archive.namelist(), json.loads(archive.read("backup.json"))

    source = f"sources/{hashlib.sha256(CONTENT).hexdigest()}.csv"
    assert sorted(names) == ["backup.json", "ita.duckdb", source]
    assert about == {"schema": "backup/1", "batches": 1}


def test_a_backup_brings_the_kept_files_to_another_machine(kept, tmp_path):
    elsewhere = tmp_path / "elsewhere" / "ita.duckdb"

    restore(elsewhere, kept, person=PLANNER)

    with closing(open_database(elsewhere)) as restored:
        name, path = kept_source(restored, 1)
        assert (name, path.read_bytes()) == ("คะแนน.csv", CONTENT)
        assert deeds.faults(restored) == []


def test_a_backup_of_an_older_version_is_a_database_and_is_restored(database, tmp_path):
    save(database, deeds.scores(1), Source("คะแนน.csv", CONTENT, "ก"))
    old = database.folder / "old.duckdb"
    with database.exclusive() as cursor:
        cursor.execute("attach $path as old", {"path": str(old)})
        cursor.execute("copy from database ita to old")
        cursor.execute("detach old")

    restore(tmp_path / "elsewhere" / "ita.duckdb", old, person=PLANNER)

    with closing(open_database(tmp_path / "elsewhere" / "ita.duckdb")) as restored:
        assert len(deeds.seen(restored).batches) == 1


def climbing(entries):
    return [*entries, ("sources/../../escaped.csv", b"x")]


def absolute(entries):
    return [*entries, ("/escaped.csv", b"x")]


def another_folder(entries):
    return [*entries, ("planner.key", b"known to a stranger")]


def without_database(entries):
    return [entry for entry in entries if entry[0] != "ita.duckdb"]


def another_content(entries):
    return [(name, b"other" if name.startswith("sources") else text) for name, text in entries]


def half(entries):
    return [(name, text[: len(text) // 2]) for name, text in entries]


@pytest.mark.parametrize(
    "change", [climbing, absolute, another_folder, without_database, another_content, half]
)
def test_an_archive_that_is_not_as_we_write_them_is_refused_and_changes_nothing(
    database, kept, change
):
    database.close()
    before = sorted(database.folder.rglob("*")), database.path.read_bytes()

    with pytest.raises(NotABackupError):
        restore(database.path, changed(kept, change), person=PLANNER)

    assert (sorted(database.folder.rglob("*")), database.path.read_bytes()) == before


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_an_archive_that_holds_a_name_twice_is_refused(database, kept):
    with zipfile.ZipFile(kept, "a") as archive:
        archive.writestr("ita.duckdb", b"another")
    database.close()

    with pytest.raises(NotABackupError):
        restore(database.path, kept, person=PLANNER)


def test_a_byte_that_flipped_in_a_backup_is_noticed(database, kept):
    content = bytearray(kept.read_bytes())
    # The middle is a run of zeros, which one bit may leave as it is.
    content[len(content) // 4] ^= 1
    kept.write_bytes(content)
    database.close()

    with pytest.raises(NotABackupError):
        restore(database.path, kept, person=PLANNER)


def test_only_a_backup_may_be_replaced_by_one(kept, tmp_path):
    other = tmp_path / "letters.zip"
    with zipfile.ZipFile(other, "w") as archive:
        archive.writestr("letter.txt", "dear")
    empty = tmp_path / "empty.zip"
    empty.touch()

    assert [may_be_replaced(path) for path in (kept, empty, other)] == [True, True, False]
