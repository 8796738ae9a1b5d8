"""A disk that fails or is full at a write: what is said of the save is true, and work goes on."""

import pytest

from tests.faults import children, deeds, judges, small_disks, syscalls
from tests.faults.writes import NOTHING, Stage, not_plain

pytestmark = pytest.mark.skipif(not children.CAN_FORK, reason="needs forked processes")


@pytest.fixture(scope="module")
def stage(tmp_path_factory):
    if reason := syscalls.missing():
        pytest.skip(reason)
    return Stage(tmp_path_factory.mktemp("writes"))


@pytest.fixture(scope="module")
def small_disk():
    if reason := small_disks.missing():
        pytest.skip(reason)


@pytest.mark.parametrize("kind", ["import", "status"])
def test_each_write_of_a_save_can_fail_and_what_is_said_of_it_is_true(stage, kind):
    calls = stage.calls(kind)
    # The first of each row of like calls; all of them are failed by `python -m tests.write_faults`.
    chosen = [at for at, name in enumerate(calls) if at == 0 or calls[at - 1] != name]

    struck = [stage.struck(kind, judges.FAULTS[(at + 1) % 3], at + 1) for at in chosen]

    strikes = [strike for strike in struck if strike]
    assert [(strike.name, strike.faults) for strike in strikes if strike.faults] == []
    assert len(strikes) > len(chosen) * 2 // 3
    assert {"done", NOTHING, "dead"} == {strike.said for strike in strikes}


@pytest.mark.parametrize("kind", ["undo", "backup", children.RESTORING, children.OPENING])
def test_a_write_in_the_middle_of_any_other_deed_can_fail(stage, kind):
    calls = stage.calls(kind)
    # A copy arrives at its place just before it is given its name.
    at = calls.index("rename") - 1 if "rename" in calls else len(calls) // 2

    strikes = [stage.struck(kind, fault, at) for fault in judges.FAULTS]

    found = [strike for strike in strikes if strike]
    assert [(strike.name, strike.faults) for strike in found if strike.faults] == []
    assert len(found) > 1


@pytest.mark.usefixtures("small_disk")
@pytest.mark.parametrize(
    ("kind", "room", "failure"),
    [
        ("import", 4096, NOTHING),  # the file to keep has no room
        ("import", 24576, NOTHING),  # the file has, its scores have not
        ("status", 0, NOTHING),
        ("undo", 0, NOTHING),
        ("backup", 65536, "BackupFailedError"),
    ],
)
def test_a_full_disk_is_told_in_plain_words_and_work_goes_on(tmp_path, kind, room, failure):
    held = deeds.prepared(tmp_path / "base" / "ita.duckdb")
    deed = deeds.Deed(kind, 100)

    told, found, faults, files = small_disks.filled(
        tmp_path / "base", tmp_path / "disk", deed, room
    )

    assert [name for name, _ in told] == [failure, "done"]
    assert not_plain(told[0][1]) == []
    kept = held.after(deed) if kind == "backup" else held
    assert found == [kept, kept.after(deeds.NEXT)]
    assert (faults, files) == ([], ["store"])
