"""`workbook` as typed, and the way back of what it wrote."""

import openpyxl
import pytest

from tests.roundtrips import LEAD, enter


@pytest.mark.usefixtures("sample_store")
def test_a_workbook_goes_out_comes_back_filled_in_and_the_measures_show_it(run, tmp_path):
    path = tmp_path / "กองคลัง.xlsx"
    code, told = run("workbook", "--division", "กองคลัง", "--year", "2569", "--out", path)
    assert (code, told) == (0, {"division": "กองคลัง", "year": 2569, "file": "กองคลัง.xlsx"})
    book = openpyxl.load_workbook(path)
    enter(book[LEAD], "2569-04-i11", status="เสร็จ", evidence="https://kutsakon.go.th/1")
    book.save(path)

    code, answers = run("import", path)

    assert code == 0
    ours = next(answer for answer in answers if answer["sheet"] == LEAD)
    assert (ours["form"], ours["added"], ours["saved"]) == ("status", 1, True)
    _, rows = run("measures", "--division", "กองคลัง", "--role", "lead")
    assert [(row["status"], row["percent"], row["evidence"]) for row in rows] == [
        ("done", 100, "https://kutsakon.go.th/1")
    ]


@pytest.mark.usefixtures("sample_store")
def test_an_untouched_workbook_is_imported_without_a_batch(run, tmp_path):
    path = tmp_path / "กองคลัง.xlsx"
    run("workbook", "--division", "กองคลัง", "--year", "2569", "--out", path)

    code, answers = run("import", path)

    assert code == 0
    assert {answer["batch_id"] for answer in answers} == {None}
    assert len(run("batches")[1]) == 2


@pytest.mark.parametrize(
    ("asked", "code"),
    [
        (("กองอวกาศ", "2569", "x.xlsx"), "unknown-division"),
        (("กองคลัง", "2570", "x.xlsx"), "no-measures"),
        (("กองคลัง", "2569", "x.csv"), "no-such-format"),
        (("กองคลัง", "2569", "nowhere/x.xlsx"), "cannot-write"),
    ],
)
def test_a_workbook_that_cannot_be_is_refused_and_nothing_written(ask, tmp_path, asked, code):
    division, year, name = asked
    path = tmp_path / name

    exit_code, told = ask("workbook", "--division", division, "--year", year, "--out", path)

    assert (exit_code, told["error"]["code"]) == (2, code)
    assert not path.exists()
