"""The store lies with the data of its user, unless an older version left one beside the code."""

from data.model import places


def test_without_an_older_store_it_lies_in_the_data_folder_of_the_user(monkeypatch, tmp_path):
    monkeypatch.delenv("ITA_DATABASE", raising=False)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "share"))
    monkeypatch.setattr(places, "_BESIDE_THE_CODE", tmp_path / "store")

    assert places.database_path().name == "ita.duckdb"
    assert places.database_path().parent.name == "ita-dashboard"

    older = tmp_path / "store" / "ita.duckdb"
    older.parent.mkdir()
    older.touch()
    assert places.database_path() == older
