"""A short run of `tests.kill_runs --servers`; the long one is a command in data/ADMIN.md."""

import pytest

from tests.faults import children
from tests.faults.servers import kills

pytestmark = pytest.mark.skipif(not children.CAN_FORK, reason="needs forked processes")


def test_two_servers_at_one_store_lose_nothing_when_they_or_its_backends_die(postgresql_server):
    told = list(kills.kills(12, postgresql_server, seed=2569, writers=kills.WRITERS))

    assert [kill for kill in told if kill.faults] == []
    assert all(kill.acknowledged for kill in told)


@pytest.mark.parametrize(
    ("found", "told"),
    [
        ({"a": kills.THERE}, []),
        ({}, ["lost 1"]),
        ({"a": kills.UNDONE}, ["partial"]),
        ({"a": kills.THERE, "b": kills.THERE}, ["partial"]),
    ],
)
def test_what_is_gone_or_nobodys_is_a_fault(found, told):
    faults = kills.misplaced(found, {"a": {kills.THERE}})

    assert [fault.partition(":")[0] for fault in faults] == told


def test_a_report_that_overlooked_the_one_before_is_a_fault():
    assert list(kills.overlooked([(1, "a 0"), (2, "b 1")])) == []
    assert len(list(kills.overlooked([(1, "a 0"), (2, "b 0")]))) == 1
