"""Files as they may be named on a command line: odd names, and what is no file at all."""

import io
import os
import sys

import pytest

from data.commands.running import main
from tests.helpers.answers import answered
from tests.helpers.workbooks import LONG, book_of, under_password

pytestmark = pytest.mark.usefixtures("own_store")

SCORES = "ปีงบประมาณ,รหัส,คะแนน\n2568,IIT,{}\n2568,EIT,90\n"


def imported(capsys, *paths):
    code = main(["import", *map(str, paths), "--agency", "อบต.กุศกร", "--json"])
    return code, answered(capsys.readouterr().out)


@pytest.mark.skipif(os.name != "posix", reason="Windows has names of letters only")
def test_a_name_in_the_encoding_of_thai_windows_is_told_in_letters(capsys, tmp_path):
    path = os.fsencode(tmp_path) + b"/" + "คะแนน.csv".encode("cp874")
    if sys.platform == "darwin":
        pytest.skip("macOS has names of letters only")
    with open(path, "w", encoding="utf-8") as file:  # noqa: PTH123 - a name of bytes
        file.write(SCORES.format(80))
    code, (answer,) = imported(capsys, os.fsdecode(path))
    assert (code, answer["file"], answer["sheet"]) == (0, "คะแนน.csv", "คะแนน")
    assert answer["saved"]


@pytest.mark.parametrize("verb", [["import"], ["restore"]])
def test_a_name_that_no_file_can_have_is_no_file(capsys, verb, tmp_path):
    for name in ("ก" * 300, "a/" * 3_000, "a\0b"):
        assert main([*verb, str(tmp_path / name), "--json"]) == 2
        assert answered(capsys.readouterr().out)["error"]["code"] == "no-such-file"


@pytest.mark.skipif(os.name != "posix", reason="Windows has no such files")
def test_pipes_devices_folders_and_links_to_nowhere_are_no_files(capsys, tmp_path):
    os.mkfifo(tmp_path / "pipe.csv")
    (tmp_path / "folder.csv").mkdir()
    for name, target in (("zero", "/dev/zero"), ("nowhere", "/nowhere"), ("circle", "circle")):
        (tmp_path / f"{name}.csv").symlink_to(target)
    for path in sorted(tmp_path.glob("*.csv")):
        assert main(["import", str(path), "--json"]) == 2, path
        assert answered(capsys.readouterr().out)["error"]["code"] == "no-such-file"


@pytest.mark.skipif(os.name != "posix", reason="Windows has no such names")
def test_a_name_does_not_steer_the_terminal(capsys, tmp_path):
    path = tmp_path / "a\x1b]0;x\x07\x9b31m.csv"
    path.write_text(SCORES.format(101), encoding="utf-8")
    assert main(["import", str(path)]) == 1
    said = capsys.readouterr().err
    assert "C2" in said
    assert not {"\x1b", "\x07", "\x9b"} & set(said)


def test_a_password_comes_from_a_file_or_by_pipe_and_opens_the_workbook(
    capsys, tmp_path, monkeypatch
):
    path, told = tmp_path / "ลับ.xlsx", tmp_path / "รหัส.txt"
    path.write_bytes(under_password(book_of(LONG, (2568, "IIT", 85.21)), "ลับ 1"))
    told.write_text("ลับ 1\n", encoding="utf-8")
    code, (answer,) = imported(capsys, path)
    assert (code, answer["problems"][0]["value"]) == (1, "encrypted")
    monkeypatch.setattr(sys, "stdin", io.StringIO("ลับ 1\n"))
    for given in (str(told), "-"):
        code, (answer,) = imported(capsys, path, "--password-file", given, "--dry-run")
        assert (answer["rows_read"], answer["rows_imported"]) == (1, 1)
