"""A ZIP says what it holds and nothing of when or where it was made."""

import io
import zipfile

from data.exporters.archive import archive, timeless


def test_the_same_files_give_the_same_bytes():
    files = {"ข้อมูล/ก.csv": b"1" * 1000, "a.txt": b""}

    packed = archive(files)

    assert packed == archive(files)
    with zipfile.ZipFile(io.BytesIO(packed)) as opened:
        assert {name: opened.read(name) for name in opened.namelist()} == files
        assert {(one.date_time, one.create_system) for one in opened.infolist()} == {
            ((1980, 1, 1, 0, 0, 0), 3)
        }


def test_a_zip_of_any_moment_is_packed_again_without_it():
    made = []
    for year in (2000, 2020):
        target = io.BytesIO()
        with zipfile.ZipFile(target, "w") as whole:
            whole.writestr(zipfile.ZipInfo("a.xml", (year, 1, 1, 0, 0, 0)), b"<a/>")
        made.append(timeless(target.getvalue()))

    assert made[0] == made[1]
