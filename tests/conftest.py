"""Fixtures that many tests share: a store, and the app with a store of its own."""

import pytest

from data.database import open_database


@pytest.fixture
def database(tmp_path):
    """Give an empty store in a folder of its own."""
    opened = open_database(tmp_path / "store" / "ita.duckdb")
    yield opened
    opened.close()
