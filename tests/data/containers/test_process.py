import datetime as dt
import errno
import shutil
import subprocess
import sys
import threading
import time
from pathlib import Path

import psutil
import pytest

from data.containers.child.answers import encode, encode_refusal
from data.containers.child.sheets import decode, read_apart
from data.containers.formats.readings import Reading
from data.containers.gate.reasons import RefusedError, Unreadability
from data.containers.gate.signatures import Container
from data.importers.sheets.opening import read_sheets
from tests.corpus.archives import number, row, rows_book

pytestmark = pytest.mark.child

ROOT = Path(__file__).parents[3]
ENDLESS = b"<html><table><td>1</table>" + b"<!" * 400_000
"""The page parser of the standard library needs minutes for this."""

SOUND = rows_book(row(1, number("A1", 1)))


def run(code, *arguments, **options):
    return subprocess.run(
        [sys.executable, "-c", code, *arguments],
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=60,
        check=True,
        **options,
    ).stdout


def test_a_file_that_takes_too_long_is_given_up():
    with pytest.raises(RefusedError) as refusal:
        read_apart(Container.PAGE, ENDLESS, seconds=1)
    assert refusal.value.reason == Unreadability.TIME_LIMIT


def test_a_reader_that_is_killed_is_told_and_the_next_one_reads():
    def killed():
        while not (children := psutil.Process().children()):
            time.sleep(0.01)
        children[0].kill()

    killer = threading.Thread(target=killed)
    killer.start()
    with pytest.raises(RefusedError):
        read_apart(Container.PAGE, ENDLESS)
    killer.join()
    assert read_apart(Container.ZIP, SOUND)[0].rows == ((1,),)


def test_a_reader_that_cannot_be_started_is_told(monkeypatch):
    def no_handles(*_, **__):
        raise OSError(errno.EMFILE, "Too many open files")

    monkeypatch.setattr(subprocess, "run", no_handles)
    with pytest.raises(RefusedError) as refusal:
        read_apart(Container.ZIP, SOUND)
    assert refusal.value.reason == Unreadability.READER_DIED


def test_the_reading_process_loads_neither_pandas_nor_streamlit():
    loaded = run("import sys, data.containers.child.reading; print(*sys.modules)", cwd=ROOT).split()
    assert "python_calamine" in loaded
    assert {"pandas", "numpy", "streamlit", "duckdb", "openpyxl"}.isdisjoint(loaded)


def test_files_are_read_in_several_threads_at_once():
    found = {}

    def read(value):
        found[value] = read_sheets("a.xlsx", rows_book(row(1, number("A1", value))))[0].rows

    threads = [threading.Thread(target=read, args=(value,)) for value in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == {value: ((value,),) for value in range(6)}


def test_the_project_may_stand_in_a_folder_with_spaces_and_thai_letters(tmp_path):
    project = tmp_path / "แผนงาน ปี 2569"
    for name in ("containers", "model"):
        shutil.copytree(ROOT / "data" / name, project / "data" / name)
    shutil.copy(ROOT / "data" / "__init__.py", project / "data" / "__init__.py")
    (project / "a.xlsx").write_bytes(rows_book(row(1, number("A1", "85.21"))))
    code = (
        "import sys; sys.path[0] = sys.argv[1]\n"
        "from data.containers.child.sheets import read_apart\n"
        "from data.containers.gate.signatures import Container\n"
        "content = open(sys.argv[1] + '/a.xlsx', 'rb').read()\n"
        "print(tuple(read_apart(Container.ZIP, content)[0].rows))"
    )
    assert run(code, str(project), cwd=tmp_path) == "((85.21,),)\n"


def test_the_reader_itself_limits_its_memory_and_writes_no_file(tmp_path):
    code = (
        "import sys; sys.path[0] = sys.argv[1]\n"
        "from data.containers.child.posix_limits import confine; confine(5)\n"
        "try: bytearray(1 << 31)\n"
        "except MemoryError: print('bounded')\n"
        "try: open('x', 'wb', 0).write(b'1')\n"
        "except OSError: print('no file')"
    )
    if sys.platform == "win32":
        pytest.skip("Windows limits are a Job object")
    assert run(code, str(ROOT), cwd=tmp_path) == "bounded\nno file\n"


def test_an_answer_that_was_cut_off_is_not_taken_for_a_sheet():
    answer = encode([Reading("ก", [["ข", 1.5], [1, None]])])
    for length in range(len(answer)):
        with pytest.raises(ValueError):  # noqa: PT011 - json and we both raise this
            decode(answer[:length])


def test_half_a_pair_of_surrogates_does_not_leave_the_reader():
    (sheet,) = decode(encode([Reading("ก\ud800", [["ข\udfff"]])]))
    assert (sheet.name, sheet.rows) == ("ก?", (("ข?",),))


def test_a_moment_leaves_its_zone_behind():
    (sheet,) = decode(encode([Reading("ก", [[dt.datetime(2025, 10, 1, 8, tzinfo=dt.UTC)]])]))
    assert sheet.rows == ((dt.datetime(2025, 10, 1, 8),),)  # noqa: DTZ001


def test_a_refusal_travels_by_its_name():
    with pytest.raises(RefusedError) as refusal:
        decode(encode_refusal(Unreadability.ZIP_BOMB))
    assert refusal.value.reason == Unreadability.ZIP_BOMB
