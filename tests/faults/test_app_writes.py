"""The disk fails under the running app: its page tells it, nothing is lost, work goes on."""

import errno

import pytest

from tests.faults import children, syscalls
from tests.faults.failing_apps import desk

pytestmark = pytest.mark.skipif(not children.CAN_FORK, reason="needs forked processes")
BROKEN, FULL, LOCKED = errno.EIO, errno.ENOSPC, errno.EROFS


def test_a_disk_that_fails_under_the_app_is_told_on_the_page_and_work_goes_on(tmp_path):
    if reason := syscalls.missing():
        pytest.skip(reason)
    with desk(tmp_path) as people:
        before = {kind: people.save(kind) for kind in people.acts}
        told = {
            (kind, error): people.struck(kind, error)
            for kind in people.acts
            for error in (BROKEN, FULL, LOCKED)
        }
        in_the_log = people.struck("status", BROKEN, after=2, once=True)

    assert before == {"status": (True, []), "import": (True, [])}
    assert set(told.values()) == {(True, False, ())}
    assert in_the_log == (True, False, ())
    assert people.untrue() == []
