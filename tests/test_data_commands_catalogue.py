"""`catalogue` as typed: shown, handed out, taken back, brought back."""

import openpyxl
import pytest

from data.commands.running import main
from data.framework import framework, years
from tests.catalogues import contents

pytestmark = pytest.mark.usefixtures("own_copy")


@pytest.fixture
def form(run, tmp_path):
    """Give the path of the form of the year after the newest, not yet changed."""
    path = tmp_path / "กรอบ.xlsx"
    run("catalogue", "form", years()[-1] + 1, "--out", path)
    return path


def edit(path, sheet, cell, value):
    book = openpyxl.load_workbook(path)
    book[sheet][cell].value = value
    book.save(path)


def test_a_form_goes_out_comes_back_filled_in_and_makes_a_year(run, form):
    edit(form, "ข้อ", "C3", "โครงสร้างและอำนาจ")

    code, told = run("catalogue", "import", form)

    assert code == 0
    assert (told["year"], told["written"], told["saved"]) == (2570, ["2570.toml"], True)
    assert [sheet["table"] for sheet in told["sheets"]][:2] == ["years", "instruments"]
    assert framework(2570).item("o1").name == "โครงสร้างและอำนาจ"
    code, told = run("catalogue", "show", 2570)
    assert (code, told["year"], told["target"]) == (0, 2570, 85.0)
    assert told["items"][0] == {
        "code": "o1",
        "indicator": 9,
        "name": "โครงสร้างและอำนาจ",
        "note": "",
        "evidence": "inferred",
    }
    assert [one["weight"] for one in told["instruments"]] == [0.3, 0.3, 0.4]
    assert run("audit")[1][0]["subject"] == "กรอบ.xlsx"


def test_a_dry_run_tells_the_same_and_leaves_no_trace(run, form, tmp_path, own_copy):
    before = contents(own_copy)

    code, told = run("catalogue", "import", form, "--dry-run")

    assert (code, told["saved"], told["dry_run"], told["written"]) == (0, False, True, [])
    assert told["changes"][0] == {
        "year": 2570,
        "table": "years",
        "subject": "",
        "field": "target",
        "old": "",
        "new": "85",
    }
    assert contents(own_copy) == before
    assert not (tmp_path / "store").exists()


def test_a_faulty_workbook_is_answered_with_its_cells_and_1(run, form, own_copy):
    edit(form, "เครื่องมือ", "E3", 31)
    before = contents(own_copy)

    code, told = run("catalogue", "import", form)

    assert (code, told["saved"], told["changes"]) == (1, False, [])
    assert [
        (one["code"], one["sheet"], one["cell"], one["expected"]) for one in told["problems"]
    ] == [("catalogue-fault", "เครื่องมือ", "E2", "weights-do-not-sum-to-1")]
    assert contents(own_copy) == before


@pytest.mark.parametrize("content", [b"", b"\x00\x01", b"PK\x03\x04 no zip"])
def test_a_file_that_cannot_be_opened_is_answered_with_1(run, tmp_path, own_copy, content):
    path = tmp_path / "เสีย.xlsx"
    path.write_bytes(content)
    before = contents(own_copy)

    code, told = run("catalogue", "import", path)

    assert code == 1
    assert [one["code"] for one in told["problems"]] == ["unreadable"]
    assert contents(own_copy) == before


def test_what_is_known_already_is_done_without_a_store(run, tmp_path, own_copy):
    path = tmp_path / "2569.xlsx"
    run("catalogue", "form", 2569, "--out", path)
    before = contents(own_copy)

    code, told = run("catalogue", "import", path)

    assert (code, told["changes"], told["saved"]) == (0, [], False)
    assert contents(own_copy) == before
    assert not (tmp_path / "store").exists()


def test_a_year_is_brought_back_from_its_copy(run, form):
    _, told = run("catalogue", "import", form)
    [kept] = told["kept"]
    assert [copy["name"] for copy in run("catalogue", "show")[1]["copies"]] == [kept]

    code, told = run("catalogue", "restore", kept)

    assert (code, told["written"]) == (0, ["2570.toml"])
    assert years()[-1] == 2569
    assert len(run("catalogue", "show")[1]["copies"]) == 2


def test_a_year_tells_how_many_agencies_took_part_and_passed(run, capsys):
    shown = {
        year: run("catalogue", "show", year)[1]["participation"] for year in (2564, 2567, 2568)
    }

    assert shown[2564] is None
    assert (shown[2567]["passed"], shown[2567]["passed_percent"]) == (None, 92.44)
    assert shown[2568] == {"agencies": 8317, "passed": 7832, "passed_percent": 94.17, "note": ""}
    assert main(["catalogue", "show", "2567"]) == 0
    assert "8,325" in capsys.readouterr().err.splitlines()[-1]


def test_the_catalogue_is_shown_year_by_year_with_what_is_wrong_in_it(run, own_copy):
    (own_copy / "2568.toml").write_text("year = 2568", encoding="utf-8")

    code, told = run("catalogue", "show")

    assert code == 0
    assert [one["year"] for one in told["years"]] == [2563, 2564, 2565, 2566, 2567, 2569]
    newest = told["years"][-1]
    assert (newest["items"], newest["named_items"], newest["indicators"]) == (26, 26, 10)
    assert {fault["file"] for fault in told["faults"]} == {"2568.toml"}


@pytest.mark.parametrize(
    ("typed", "refusal"),
    [
        (("form", "2575", "--out", "x.xlsx"), "unknown-year"),
        (("form", "2569", "--out", "x.csv"), "no-such-format"),
        (("form", "2569", "--out", "nowhere/x.xlsx"), "cannot-write"),
        (("form", "2569"), "usage"),
        (("show", "2575"), "unknown-year"),
        (("show", "ปีนี้"), "usage"),
        (("import", "nowhere.xlsx"), "no-such-file"),
        (("import",), "usage"),
        (("restore", "2569.toml"), "unknown-copy"),
        (("forget",), "usage"),
        ((), "usage"),
    ],
)
def test_what_cannot_be_is_refused_with_2_and_nothing_changes(
    run, monkeypatch, own_copy, typed, refusal
):
    monkeypatch.chdir(own_copy.parent)
    before = contents(own_copy)

    code, told = run("catalogue", *typed)

    assert (code, told["error"]["code"]) == (2, refusal)
    assert contents(own_copy) == before


def test_the_words_say_what_changes_and_what_was_written(form, monkeypatch, tmp_path, capsys):
    monkeypatch.setenv("ITA_DATABASE", str(tmp_path / "store" / "ita.duckdb"))

    assert main(["catalogue", "import", str(form)]) == 0

    said = capsys.readouterr().err
    assert "กรอบการประเมินทั้งปี 2570" in said
    assert "2570 ระดับ ผ่านดี" in said
    assert "2570.toml" in said.splitlines()[-1]
    assert main(["catalogue", "show", "2570"]) == 0
    assert "IIT" in capsys.readouterr().err


@pytest.mark.parametrize("options", [(), ("--year", "2569"), ("--form", "scores-report")])
def test_the_form_of_a_year_is_never_taken_for_scores(run, form, options):
    code, [told] = run("import", form, *options)

    assert code == 1
    assert (told["rows_read"], told["saved"]) == (0, False)
    assert [one["code"] for one in told["problems"]] == ["of-the-catalogue"]
    assert run("scores")[1] == []
