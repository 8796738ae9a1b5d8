"""`export`: a workbook or a folder of open files, and refusals that leave nothing."""

import pytest

from data.model.refusals import Refusal


@pytest.fixture(autouse=True)
def _here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)


def test_a_workbook_is_one_command_away(ask, tmp_path):
    assert ask("export", "--out", "ทั้งหมด.xlsx") == (0, {"file": "ทั้งหมด.xlsx"})

    assert (tmp_path / "ทั้งหมด.xlsx").read_bytes().startswith(b"PK")


def test_a_folder_gets_parquet_csv_and_duckdb(ask, tmp_path):
    assert ask("export", "--out", "ทั้งหมด") == (0, {"file": "ทั้งหมด"})

    suffixes = {path.suffix for path in (tmp_path / "ทั้งหมด").iterdir()}
    assert suffixes == {".parquet", ".csv", ".duckdb"}


@pytest.mark.parametrize(
    ("place", "reason"),
    [
        ("a.docx", Refusal.NO_SUCH_FORMAT),
        ("no/such/a.xlsx", Refusal.CANNOT_WRITE),
        ("taken/inside", Refusal.CANNOT_WRITE),
    ],
)
def test_what_cannot_be_written_is_refused(ask, tmp_path, place, reason):
    (tmp_path / "taken").write_text("a file, not a folder")

    code, told = ask("export", "--out", place)

    assert (code, told["error"]["code"]) == (2, reason.value)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["taken"]
