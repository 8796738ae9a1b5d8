"""The store lies with the data of its user, unless an older version left one beside the code."""

from pathlib import Path

import pytest

from data.model import places
from data.model.errors import StoreAddressError, StoreNotAFileError


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


@pytest.mark.parametrize("named", ["mysql://user@host/ita", "quack://host"])
def test_an_address_of_anything_but_postgresql_is_refused(named):
    with pytest.raises(StoreAddressError):
        places.place_named(named).require_supported()


def test_a_store_on_a_server_is_no_file_and_what_belongs_to_it_lies_with_the_user(monkeypatch):
    monkeypatch.setenv("ITA_DATABASE", "postgresql://ita:secret@host/ita")

    assert places.database_place() == places.Address("postgresql://ita:secret@host/ita")
    assert "secret" not in repr(places.database_place())
    assert places.store_folder().name == "ita-dashboard"
    with pytest.raises(StoreNotAFileError):
        places.database_path()


@pytest.mark.parametrize(
    "named", ["C:/ita/ita.duckdb", r"C:\ita\ita.duckdb", "ita.duckdb", "/a:/b"]
)
def test_a_drive_is_no_address(named):
    assert places.place_named(named) == Path(named)
