"""What the reader asks of Windows, told by something that stands in for its kernel."""

import ctypes

import pytest

from data.containers.child import windows_limits
from data.containers.child.windows_limits import confine, extended_limits
from data.containers.gate import limits

JOB, PROCESS = 17, 23
REFUSALS = ("CreateJobObjectW", "SetInformationJobObject", "AssignProcessToJobObject")


class Function:
    """One function of the kernel: remembers its arguments, and gives what it was made with."""

    def __init__(self, gives):
        self.gives = gives
        self.calls = []

    def __call__(self, *given):
        self.calls.append(given)
        return self.gives


class Kernel:
    """Does all that is asked, but for the function that refuses."""

    def __init__(self, refusing=""):
        for name, gives in (
            ("CreateJobObjectW", JOB),
            ("GetCurrentProcess", PROCESS),
            ("SetInformationJobObject", 1),
            ("AssignProcessToJobObject", 1),
        ):
            setattr(self, name, Function(0 if name == refusing else gives))


@pytest.fixture
def kernel(monkeypatch):
    """Give a function that lets a kernel stand in for the one of Windows."""

    def stand_in(made):
        monkeypatch.setattr(ctypes, "WinDLL", lambda _name, **_how: made, raising=False)
        monkeypatch.setattr(ctypes, "get_last_error", lambda: 5, raising=False)
        monkeypatch.setattr(
            ctypes, "WinError", lambda code: OSError(code, "refused"), raising=False
        )
        return made

    return stand_in


def test_the_process_joins_a_job_of_its_own_that_has_its_limits_before(kernel):
    asked = kernel(Kernel())
    confine(7)

    [(job, kind, _limits, size)] = asked.SetInformationJobObject.calls
    assert (job, kind) == (JOB, 9)
    assert size == ctypes.sizeof(windows_limits._ExtendedLimits)  # noqa: SLF001
    assert asked.AssignProcessToJobObject.calls == [(JOB, PROCESS)]


def test_the_limits_are_of_time_memory_and_further_processes():
    wanted = extended_limits(7)
    basic = wanted.BasicLimitInformation

    assert wanted.ProcessMemoryLimit == limits.CHILD_BYTES
    assert (basic.PerProcessUserTimeLimit, basic.ActiveProcessLimit) == (70_000_000, 1)
    assert basic.LimitFlags == 0x2 | 0x8 | 0x100 | 0x400


@pytest.mark.skipif(ctypes.sizeof(ctypes.c_size_t) != 8, reason="the sizes of 64 bits")
def test_the_structure_has_the_size_that_windows_expects():
    # JOBOBJECT_EXTENDED_LIMIT_INFORMATION of 64 bits in winnt.h.
    assert ctypes.sizeof(windows_limits._ExtendedLimits) == 144  # noqa: SLF001


@pytest.mark.parametrize("refusing", REFUSALS)
def test_where_windows_refuses_no_file_is_read(kernel, refusing):
    asked = kernel(Kernel(refusing))
    with pytest.raises(OSError, match="refused"):
        confine(7)

    later = REFUSALS[REFUSALS.index(refusing) + 1 :]
    assert not any(getattr(asked, name).calls for name in later)
