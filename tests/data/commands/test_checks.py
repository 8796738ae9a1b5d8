"""Before an upgrade a copy is tried, and the store itself stays as the older version left it."""

import hashlib

import pytest

from data.model.places import version
from tests.old_stores import (
    BEFORE_THE_BASELINE,
    BEFORE_THE_CATALOGUE,
    opened_as_it_is,
    unpack,
)


def digest(path):
    return hashlib.sha256(path.read_bytes()).hexdigest()


@pytest.mark.parametrize("old", [BEFORE_THE_CATALOGUE, BEFORE_THE_BASELINE])
def test_the_upgrade_of_an_older_store_is_tried_on_a_copy(empty_store, run, old):
    unpack(old, empty_store)
    before = digest(empty_store)

    code, answer = run("check", "--before-upgrade")

    assert (code, answer["upgrade"]["sound"]) == (0, True)
    assert answer["upgrade"]["version"] == version()
    assert answer["upgrade"]["batches"] > 0
    assert digest(empty_store) == before
    assert [path.name for path in empty_store.parent.iterdir() if ".part" in path.name] == []


def test_a_store_of_a_newer_version_fails_the_trial(own_store, run):
    with_newer = unpack(BEFORE_THE_BASELINE, own_store)
    add_statement(with_newer, "999_of_tomorrow")

    code, answer = run("check", "--before-upgrade")

    assert (code, answer["upgrade"]["sound"]) == (2, False)


def test_without_a_store_there_is_nothing_to_upgrade(own_store, run):
    own_store.unlink()

    assert run("check", "--before-upgrade")[1]["upgrade"]["present"] is False


def add_statement(path, name):
    with opened_as_it_is(path) as connection:
        connection.execute("insert into applied_schema (name) values (?)", [name])
