"""`catalogue` as typed: shown, handed out, taken back, brought back."""

import shutil
from pathlib import Path

import openpyxl
import pytest

from data.commands.running import main
from data.framework import framework, years
from data.framework.files import PACKAGED
from tests.catalogues import packaged


@pytest.fixture(scope="module")
def next_form(blank, tmp_path_factory):
    """Give the path of the form of the year after the newest, made once and only copied from."""
    folder = tmp_path_factory.mktemp("form")
    shutil.copytree(blank, folder / "store")
    path = folder / "กรอบ.xlsx"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("ITA_DATABASE", str(folder / "store" / "ita.duckdb"))
        assert main(["catalogue", "form", "2570", "--out", str(path)]) == 0
    return path


@pytest.fixture
def form(run, next_form, tmp_path):  # noqa: ARG001  a store for what is done to it
    """Give the path of a form of that year that is the test's own."""
    return Path(shutil.copy(next_form, tmp_path))


def edit(path, sheet, cell, value):
    book = openpyxl.load_workbook(path)
    book[sheet][cell].value = value
    book.save(path)


def names_of(year):
    return {item.code: item.name for item in framework(year).items}


def test_a_form_goes_out_comes_back_filled_in_and_makes_a_year(run, form):
    edit(form, "ข้อ", "C3", "โครงสร้างและอำนาจ")

    code, [told] = run("import", form)

    assert code == 0
    assert (told["form"], told["batch_id"], told["saved"]) == ("catalogue", 1, True)
    assert told["rows_read"] == told["rows_imported"]
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
    years_shown = run("catalogue", "show")[1]["years"]
    assert [(one["year"], one["batch_id"]) for one in years_shown[-2:]] == [(2569, None), (2570, 1)]


def test_a_dry_run_tells_the_same_and_leaves_no_trace(run, form):
    code, [told] = run("import", form, "--dry-run")

    assert (code, told["saved"], told["dry_run"], told["batch_id"]) == (0, False, True, None)
    assert told["changes"][0] == {
        "year": 2570,
        "table": "years",
        "subject": "",
        "field": "target",
        "old": "",
        "new": "85",
        "sheet": "ปี",
        "cell": "B3",
    }
    assert years()[-1] == 2569
    assert run("batches") == (0, [])


def test_a_faulty_workbook_is_answered_with_its_cells_and_1(run, form):
    edit(form, "เครื่องมือ", "E3", 31)

    code, [told] = run("import", form)

    assert (code, told["saved"], told["changes"]) == (1, False, [])
    assert [
        (one["code"], one["sheet"], one["cell"], one["expected"]) for one in told["problems"]
    ] == [("catalogue-fault", "เครื่องมือ", "E2", "weights-do-not-sum-to-1")]
    assert (told["rows_imported"], told["rows_rejected"]) == (0, told["rows_read"])
    assert years()[-1] == 2569


def test_what_is_known_already_is_done_and_no_batch(run, tmp_path):
    path = tmp_path / "2569.xlsx"
    run("catalogue", "form", 2569, "--out", path)

    code, [told] = run("import", path)

    assert (code, told["changes"], told["saved"]) == (0, [], False)
    assert run("batches")[1] == []


def test_a_year_that_is_undone_is_gone(run, form):
    run("import", form)

    code, told = run("undo", 1)

    assert (code, told["state"], told["kind"]) == (0, "undone", "catalogue")
    assert years()[-1] == 2569


def test_the_file_of_a_year_is_imported_like_any_other(run, tmp_path):
    path = tmp_path / "2570.toml"
    edits = [("year = 2569", "year = 2570"), ("target = 85", "target = 95")]
    path.write_bytes(packaged("2569.toml", *edits))

    code, [told] = run("import", path)

    assert (code, told["form"], told["sheet"], told["saved"]) == (0, "catalogue", "", True)
    assert framework(2570).target == 95
    [again] = run("import", path)[1]
    assert (again["saved"], again["changes"]) == (False, [])


def test_a_changed_fact_of_a_file_is_told_old_and_new_with_its_place(run, tmp_path):
    old = names_of(2569)["o3"]
    path = tmp_path / "2569.toml"
    path.write_bytes(packaged("2569.toml", (f'name = "{old}"', 'name = "ใหม่"')))

    _, [told] = run("import", path, "--dry-run")

    [change] = told["changes"]
    assert (change["subject"], change["field"]) == ("o3", "name")
    assert (change["old"], change["new"]) == (old, "ใหม่")
    assert (change["sheet"], change["cell"]) == ("2569.toml", "items[3].name")


@pytest.mark.parametrize(
    ("edit_of", "cell", "reason"),
    [
        (("target = 85", "target = 850"), "target", "outside-0-100"),
        (("year = 2569", "year = 2568"), "year", "year-differs-from-file-name"),
        (('code = "o3"', 'code = "o30"'), "items[3]", "outside-range-of-indicator"),
        (('code = "o3"', 'cod = "o3"'), "items[3].code", "missing"),
    ],
)
def test_a_faulty_file_is_answered_with_its_place_and_1(run, tmp_path, edit_of, cell, reason):
    path = tmp_path / "2569.toml"
    path.write_bytes(packaged("2569.toml", edit_of))

    code, [told] = run("import", path)

    assert (code, told["saved"]) == (1, False)
    assert (told["problems"][0]["cell"], told["problems"][0]["expected"]) == (cell, reason)


def test_a_folder_of_an_older_version_is_imported_file_by_file(run, tmp_path, monkeypatch, capsys):
    folder = tmp_path / "framework"
    folder.mkdir()
    for path in PACKAGED.glob("*.toml"):
        (folder / path.name).write_bytes(path.read_bytes())
    home = packaged("organisation.toml", ('name = "กองคลัง"', 'name = "กองการคลัง"'))
    (folder / "organisation.toml").write_bytes(home)
    monkeypatch.setenv("ITA_FRAMEWORK", str(folder))

    code, told = run("import", *sorted(folder.glob("*.toml")))

    assert code == 0
    assert [one["file"] for one in told if one["saved"]] == ["organisation.toml"]
    main(["batches"])
    assert str(folder) in capsys.readouterr().err
    assert run("catalogue", "show")[1]["divisions"][1] == "กองการคลัง"


@pytest.mark.parametrize(
    ("typed", "refusal"),
    [
        (("form", "2575", "--out", "x.xlsx"), "unknown-year"),
        (("form", "2569", "--out", "x.csv"), "no-such-format"),
        (("form", "2569", "--out", "nowhere/x.xlsx"), "cannot-write"),
        (("form", "2569"), "usage"),
        (("show", "2575"), "unknown-year"),
        (("show", "ปีนี้"), "usage"),
        (("import", "x.xlsx"), "usage"),
        (("forget",), "usage"),
        ((), "usage"),
    ],
)
def test_what_cannot_be_is_refused_with_2_and_nothing_changes(
    run, monkeypatch, tmp_path, typed, refusal
):
    monkeypatch.chdir(tmp_path)

    code, told = run("catalogue", *typed)

    assert (code, told["error"]["code"]) == (2, refusal)
    assert [one.name for one in tmp_path.iterdir()] == ["store"]
    assert run("batches")[1] == []


def test_the_words_say_what_changes_and_what_was_written(form, monkeypatch, tmp_path, capsys):
    monkeypatch.setenv("ITA_DATABASE", str(tmp_path / "store" / "ita.duckdb"))

    assert main(["import", str(form)]) == 0

    said = capsys.readouterr().err
    assert "2570 ระดับ ผ่านดี" in said
    assert "(ระดับ!A3)" in said
    assert main(["catalogue", "show", "2570"]) == 0
    assert "IIT" in capsys.readouterr().err


@pytest.mark.parametrize("options", [(), ("--year", "2569"), ("--form", "scores-report")])
def test_the_form_of_a_year_is_never_taken_for_scores(run, form, options):
    code, [told] = run("import", form, "--dry-run", *options)

    assert (code, told["form"]) == (0, "catalogue")
    assert run("scores")[1] == []


def test_a_table_typed_by_hand_is_known_by_its_headings(run, tmp_path):
    path = tmp_path / "ข้อ.csv"
    path.write_text("ปี,รหัสข้อ,ตัวชี้วัดที่,ชื่อ\n2569,i1,1,ข้อหนึ่ง\n", encoding="utf-8")

    code, [told] = run("import", path)

    assert (code, told["form"], told["saved"]) == (0, "catalogue", True)
    assert names_of(2569)["i1"] == "ข้อหนึ่ง"
