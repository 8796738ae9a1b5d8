"""`backup`, `restore`, `check`, wrong usage, and what the two streams carry."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import duckdb
import pytest

from data.commands.running import main
from data.model.refusals import Refusal
from data.words import command_line
from data.words import commands as words
from tests.helpers.answers import answered

pytestmark = pytest.mark.usefixtures("sample_store")

ROOT = Path(__file__).parents[3]


def test_a_backup_brings_back_what_was_there(run, tmp_path):
    before = run("batches")[1], run("scores")[1]
    target = tmp_path / "kept" / "backup.duckdb"
    code, document = run("backup", target)
    assert (code, document["batches"], document["sound"]) == (0, 2, True)
    assert run("undo", 2)[0] == 0
    assert run("scores")[1] == []
    code, document = run("restore", target)
    assert (code, document["file"], document["batches"]) == (0, "backup.duckdb", 2)
    assert (run("batches")[1], run("scores")[1]) == before


def test_an_older_backup_is_replaced(run, tmp_path):
    target = tmp_path / "backup.duckdb"
    run("backup", target)
    run("undo", 2)
    assert run("backup", target)[0] == 0
    run("restore", target)
    assert run("scores")[1] == []


def test_the_store_is_never_its_own_backup(run, sample_store, tmp_path):
    before = sample_store.read_bytes()
    alias = tmp_path / "alias.duckdb"
    alias.hardlink_to(sample_store)
    wal = sample_store.with_name(f"{sample_store.name}.wal")
    for target in (
        sample_store,
        sample_store.parent / ".." / "store" / sample_store.name,
        alias,
        wal,
    ):
        code, document = run("backup", target)
        assert (code, document["error"]["code"]) == (2, "store-itself")
    code, document = run("restore", sample_store)
    assert (code, document["error"]["code"]) == (2, "store-itself")
    assert sample_store.read_bytes() == before


def test_a_file_that_is_no_store_is_not_overwritten_by_a_backup(run, tmp_path):
    letter = tmp_path / "letter.docx"
    letter.write_bytes(b"a letter somebody needs")
    code, document = run("backup", letter)
    assert (code, document["error"]["code"]) == (2, "not-a-store")
    assert letter.read_bytes() == b"a letter somebody needs"


def test_nothing_is_backed_up_where_there_is_no_store(run, tmp_path, monkeypatch):
    monkeypatch.setenv("ITA_DATABASE", str(tmp_path / "typo.duckdb"))
    code, document = run("backup", tmp_path / "backup.duckdb")
    assert (code, document["error"]["code"]) == (2, "no-store")
    assert not (tmp_path / "backup.duckdb").exists()


def test_a_file_that_is_no_backup_is_not_restored(run, tmp_path):
    before = run("batches")[1]
    fake = tmp_path / "fake.duckdb"
    fake.write_bytes(b"no store of ours" * 1000)
    code, document = run("restore", fake)
    assert (code, document["error"]["code"]) == (2, "not-a-backup")
    code, document = run("restore", tmp_path / "missing.duckdb")
    assert (code, document["error"]["code"]) == (2, "no-such-file")
    assert run("batches")[1] == before


def test_a_sound_store_catalogue_and_examples_pass_the_check(run):
    code, document = run("check")
    assert (code, document["sound"]) == (0, True)
    assert document["store"]["batches"] == 2
    assert document["catalogue"]["years"][-1] == 2569
    assert document["examples"]["measures"] == 12
    assert document["examples"]["blocking"] == 0


def test_a_check_leaves_no_store_behind(run, tmp_path, monkeypatch):
    missing = tmp_path / "none" / "ita.duckdb"
    monkeypatch.setenv("ITA_DATABASE", str(missing))
    code, document = run("check")
    assert (code, document["store"]["present"]) == (0, False)
    assert not missing.parent.exists()


def test_a_damaged_store_fails_the_check_and_the_rest_is_checked_all_the_same(run, sample_store):
    sample_store.write_bytes(b"\0" * 50_000)
    code, document = run("check")
    assert (code, document["sound"], document["store"]["sound"]) == (2, False, False)
    assert document["catalogue"]["sound"]
    assert document["examples"]["sound"]


def test_a_catalogue_that_was_spoiled_in_the_store_fails_the_check(run, sample_store):
    with duckdb.connect(str(sample_store)) as connection:
        connection.execute("update fiscal_year_version set target = 850 where year in (2567, 2568)")

    code, document = run("check")

    assert (code, document["catalogue"]["sound"]) == (2, False)
    assert len(document["catalogue"]["faults"]) == 2
    assert "2568.toml" in document["catalogue"]["faults"][1]


def test_a_store_in_use_is_a_failure_in_words(run, sample_store):
    holder = subprocess.Popen(
        [sys.executable, "-c", _HOLD, str(sample_store)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    try:
        assert holder.stdout.readline()
        code, document = run("batches")
    finally:
        holder.communicate(b"\n")
    assert (code, document["error"]["code"]) == (2, "store-locked")
    assert str(sample_store) not in document["error"]["message"]


_HOLD = """
import sys, duckdb

with duckdb.connect(sys.argv[1]):
    print("open", flush=True)
    sys.stdin.readline()
"""


@pytest.mark.parametrize(
    "typed",
    [
        [],
        ["no-such-verb"],
        ["undo"],
        ["undo", "first"],
        ["undo", "0"],
        ["undo", "99999999999999"],
        ["batches", "more"],
        ["batches", "--jso"],
        ["batches", "--json=yes"],
        ["scores", "--year"],
        ["scores", "--year", "2025"],
        ["scores", "--year", "25_8"],
        ["scores", "--level", "agency"],
        ["scores", "--agency", "x", "--all-agencies"],
        ["scores", "--out", "rows.pdf"],
        ["scores", "--out", "rows.xlsx", "--json"],
        ["measures", "--as-of", "2569-01-31"],
        ["measures", "--as-of", "31/1/2026"],
        ["measures", "--status", "ไม่รู้"],
        ["measures", "--role", "support"],
        ["next-level", "--year", "2568", "--only", ""],
        ["movement", "2567"],
    ],
)
def test_wrong_usage_is_told_in_thai_and_touches_nothing(sample_store, capsys, typed):
    before = sample_store.read_bytes()
    assert main(typed) == 2
    told = capsys.readouterr().err
    first = told.splitlines()[0]
    assert re.search("[ก-๙]", first)
    assert not re.search(r"\b(argument|expected|required|invalid|unrecognized|allowed)\b", first)
    assert sample_store.read_bytes() == before


def test_wrong_usage_with_json_is_a_document_too(run):
    code, document = run("undo", "first")
    assert code == 2
    assert document["error"]["code"] == "usage"
    assert "first" in document["error"]["message"]


def test_every_verb_explains_itself(capsys):
    for verb in command_line.COMMANDS:
        with pytest.raises(SystemExit) as left:
            main([verb, "--help"])
        assert left.value.code == 0
        told = capsys.readouterr().out
        assert told.startswith(f"{command_line.USAGE}{command_line.PROGRAM} {verb}")
        assert command_line.OPTIONS in told


def test_every_refusal_has_words():
    assert set(words.REFUSALS) == set(Refusal)


@pytest.fixture(scope="module")
def spoken(examples, tmp_path_factory):
    """Give what three commands say on the two streams of one process with a poor locale.

    The third, whose words are left out, loads the most; the exit code says what must not be loaded.
    """
    script = """
import sys
from contextlib import redirect_stderr
from io import StringIO
from data.commands.running import main

codes = [main(["measures", "--indicator", "4", "--json"]), main(["levels"])]
with redirect_stderr(StringIO()):
    codes.append(main(["check"]))
loaded = {name.split(".")[0] for name in sys.modules} & {"streamlit", "plotly"}
sys.exit(f"{codes} {sorted(loaded)}" if any(codes) or loaded else 0)
"""
    folder = tmp_path_factory.mktemp("spoken") / "store"
    shutil.copytree(examples, folder)
    poor = {
        **os.environ,
        "ITA_DATABASE": str(folder / "ita.duckdb"),
        "LC_ALL": "C",
        "LANG": "C",
        "PYTHONUTF8": "0",
        "PYTHONCOERCECLOCALE": "0",
        "PYTHONIOENCODING": "ascii",
    }
    command = [sys.executable, "-c", script]
    return subprocess.run(command, cwd=ROOT, env=poor, capture_output=True, check=False)


def test_both_streams_are_utf_8_where_the_locale_knows_only_ascii(spoken, capsys):
    assert main(["levels"]) == 0
    levels = capsys.readouterr().err

    assert "กองคลัง" in spoken.stdout.decode("utf-8")
    assert answered(spoken.stdout)[0]["lead"] == ["กองคลัง"]
    assert "ผ่าน" in levels
    assert spoken.stderr.decode("utf-8") == levels


def test_a_reader_that_goes_away_is_no_failure():
    process = subprocess.Popen(
        [sys.executable, "-m", "data", "scores", "--json"],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    process.stdout.close()
    told = process.stderr.read()
    process.stderr.close()
    assert (process.wait(timeout=60), told) == (0, b"")


def test_the_command_line_runs_without_streamlit_and_plotly(spoken):
    assert spoken.returncode == 0, spoken.stderr.decode("utf-8", "replace")
