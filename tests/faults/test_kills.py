"""A short run of `tests.kill_runs`; the long one is a command in data/ADMIN.md."""

from dataclasses import replace

import pytest

from tests.faults import app_kills, children, deeds
from tests.faults.kills import kills, misplaced

pytestmark = pytest.mark.skipif(not children.CAN_FORK, reason="needs forked processes")
COUNT = 30


def test_no_kill_loses_an_acknowledged_save_or_leaves_half_of_one(tmp_path):
    told = list(kills(COUNT, tmp_path, seed=2569))

    assert [kill for kill in told if kill.faults] == []
    assert {*deeds.KINDS, "migration"} <= {kill.victim for kill in told}
    assert sum(kill.acknowledged for kill in told) > COUNT // 2
    assert 0 < sum(kill.landed for kill in told) < COUNT


def test_a_save_that_is_gone_or_half_there_is_a_fault(tmp_path):
    before = deeds.prepared(tmp_path / "store" / "ita.duckdb")
    after = before.after(deeds.Deed("import", 1))
    (number, state, rows), *others = reversed(after.batches)
    halved = replace(after, batches=(*reversed(others), (number, state, rows // 2)))

    assert list(misplaced(before, before, after)) == list(misplaced(after, before, after)) == []
    assert next(misplaced(before, after, after)).startswith("lost 1")
    assert next(misplaced(halved, before, after)).startswith("partial")


def test_what_the_app_said_is_saved_outlives_it(tmp_path):
    told = list(app_kills.app_kills(2, tmp_path, seed=2569))

    assert [kill for kill in told if kill.faults] == []
    assert all(kill.acknowledged for kill in told)


def test_a_report_of_the_app_that_is_gone_or_there_twice_is_a_fault():
    assert app_kills.misplaced(["a", "b"], {"a"}) == []
    assert app_kills.misplaced(["b", "b"], {"a", "b"}) == ["lost 1", "twice 1"]
