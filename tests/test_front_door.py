"""What comes in through the server's own door, without a browser and against its rules."""

import shutil

import pytest

from tests.running import running_app, visiting


@pytest.fixture(scope="module")
def store(tmp_path_factory, examples):
    path = tmp_path_factory.mktemp("door") / "store" / "ita.duckdb"
    shutil.copytree(examples, path.parent)
    return path


@pytest.fixture(scope="module")
def address(store):
    with running_app(store) as listening:
        yield listening


def test_a_visitor_who_empties_the_caches_knocks_nobody_out(address):
    with visiting(address) as stranger, visiting(address) as colleague:
        assert colleague.run() == []
        stranger.run()

        for _ in range(3):
            stranger.send(clear_cache=True)
            with visiting(address) as another:
                assert another.run() == []

        assert colleague.run() == []
        assert colleague.texts
