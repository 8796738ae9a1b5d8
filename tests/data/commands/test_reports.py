"""`report`: every document in its formats, and refusals that leave no file."""

import pytest

from data.model.refusals import Refusal

FILES = ("plan.docx", "plan.xlsx", "result.docx", "result.xlsx")
PAGES = ("onepage.pdf", "onepage.png", "yearly.pdf")


@pytest.mark.parametrize("name", [*FILES, *PAGES])
def test_every_document_is_one_command_away(ask, tmp_path, name):
    target = tmp_path / name

    code, told = ask("report", name.partition(".")[0], "--year", "๒๕๖๙", "--out", target)

    assert (code, told["file"]) == (0, name)
    assert target.read_bytes()[:4] in {b"PK\x03\x04", b"%PDF", b"\x89PNG"}
    assert list(tmp_path.glob("*.part")) == []


@pytest.mark.usefixtures("sample_store")
def test_the_written_plan_can_be_imported_and_changes_nothing(run, tmp_path):
    target = tmp_path / "plan.docx"
    run("report", "plan", "--year", 2569, "--thai-digits", "--out", target)

    code, told = run("import", target)

    (sheet,) = told
    assert code == 0
    assert (sheet["added"], sheet["changed"], sheet["unchanged"]) == (0, 0, 12)


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        (("yearly", "--year", 2569, "--out", "a.docx"), Refusal.NO_SUCH_FORMAT),
        (("plan", "--year", 2560, "--out", "a.docx"), Refusal.NOTHING_TO_REPORT),
        (
            ("plan", "--year", 2569, "--division", "กองดี", "--out", "a.docx"),
            Refusal.UNKNOWN_DIVISION,
        ),
        (("plan", "--year", 2569), Refusal.USAGE),
        (("plan", "--year", 2569, "--out", "no/such/a.docx"), Refusal.CANNOT_WRITE),
    ],
)
def test_what_cannot_be_written_is_refused(ask, tmp_path, monkeypatch, typed, reason):
    monkeypatch.chdir(tmp_path)

    code, told = ask("report", *typed)

    assert (code, told["error"]["code"]) == (2, reason.value)
    assert list(tmp_path.glob("*.*")) == []
