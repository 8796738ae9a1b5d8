"""`publish`: a folder or a ZIP, and what is refused."""

import json
import zipfile


def test_the_site_of_the_newest_year_is_written_as_a_folder_and_as_a_zip(ask, tmp_path):
    folder, packed = tmp_path / "site", tmp_path / "site.zip"
    day = ("--as-of", "2026-06-30")

    code, told = ask("publish", *day, "--out", folder)

    written = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    assert (code, told["year"], told["files"]) == (0, 2569, len(written))
    assert {"index.html", "plan.html", "result.html", "datapackage.json"} <= written
    assert json.loads((folder / "datapackage.json").read_bytes())["version"] == "2026-06-30"
    assert ask("publish", *day, "--year", "2569", "--out", packed)[0] == 0
    with zipfile.ZipFile(packed) as archive:
        assert set(archive.namelist()) == written


def test_a_folder_of_somebody_else_and_a_place_that_cannot_be_written_are_refused(ask, tmp_path):
    (tmp_path / "mine.txt").write_bytes(b"mine")

    code, told = ask("publish", "--out", tmp_path)
    blocked, why = ask("publish", "--out", tmp_path / "mine.txt")

    assert (code, told["error"]["code"]) == (2, "no-site-folder")
    assert (blocked, why["error"]["code"]) == (2, "cannot-write")
    assert [path.name for path in tmp_path.glob("*.*")] == ["mine.txt"]
