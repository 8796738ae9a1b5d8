"""The limits a reading process puts on itself on Windows: a Job object that holds only itself.

The process joins the job before it reads anything, so there is no moment without limits, and the
launcher that a virtual environment puts in front of the interpreter does not matter. Structures and
numbers are those of winnt.h.
"""

import ctypes
from ctypes import wintypes
from typing import Any, Final

from data.containers.gate import limits

_WINDOWS: Final[Any] = ctypes
"""What of ctypes only Windows has; where the module is tested, something else stands in for it."""

_EXTENDED_LIMIT_INFORMATION: Final = 9
_PROCESS_TIME: Final = 0x2
_ACTIVE_PROCESS: Final = 0x8
_PROCESS_MEMORY: Final = 0x100
_DIE_ON_UNHANDLED_EXCEPTION: Final = 0x400
_TICKS_PER_SECOND: Final = 10_000_000


class _BasicLimits(ctypes.Structure):
    _fields_ = (
        ("PerProcessUserTimeLimit", wintypes.LARGE_INTEGER),
        ("PerJobUserTimeLimit", wintypes.LARGE_INTEGER),
        ("LimitFlags", ctypes.c_uint32),
        ("MinimumWorkingSetSize", ctypes.c_size_t),
        ("MaximumWorkingSetSize", ctypes.c_size_t),
        ("ActiveProcessLimit", ctypes.c_uint32),
        ("Affinity", ctypes.c_size_t),
        ("PriorityClass", ctypes.c_uint32),
        ("SchedulingClass", ctypes.c_uint32),
    )


class _ExtendedLimits(ctypes.Structure):
    _fields_ = (
        ("BasicLimitInformation", _BasicLimits),
        ("IoInfo", ctypes.c_ulonglong * 6),
        ("ProcessMemoryLimit", ctypes.c_size_t),
        ("JobMemoryLimit", ctypes.c_size_t),
        ("PeakProcessMemoryUsed", ctypes.c_size_t),
        ("PeakJobMemoryUsed", ctypes.c_size_t),
    )


def confine(seconds: int) -> None:
    """Limit the memory and the processor time of this process for good; forbid further processes.

    Raises:
        OSError: Windows refused; the file is then not read at all.
    """
    kernel = _WINDOWS.WinDLL("kernel32", use_last_error=True)
    kernel.CreateJobObjectW.restype = wintypes.HANDLE
    kernel.CreateJobObjectW.argtypes = (wintypes.LPVOID, wintypes.LPCWSTR)
    kernel.GetCurrentProcess.restype = wintypes.HANDLE
    kernel.SetInformationJobObject.restype = wintypes.BOOL
    kernel.SetInformationJobObject.argtypes = (
        wintypes.HANDLE,
        ctypes.c_int,
        wintypes.LPVOID,
        wintypes.DWORD,
    )
    kernel.AssignProcessToJobObject.restype = wintypes.BOOL
    kernel.AssignProcessToJobObject.argtypes = (wintypes.HANDLE, wintypes.HANDLE)
    # The handle stays open until the process ends: the limits last as long as the job.
    job = kernel.CreateJobObjectW(None, None)
    wanted = extended_limits(seconds)
    accepted = (
        job
        and kernel.SetInformationJobObject(
            job, _EXTENDED_LIMIT_INFORMATION, ctypes.byref(wanted), ctypes.sizeof(wanted)
        )
        and kernel.AssignProcessToJobObject(job, kernel.GetCurrentProcess())
    )
    if not accepted:
        raise _WINDOWS.WinError(_WINDOWS.get_last_error())


def extended_limits(seconds: int) -> _ExtendedLimits:
    """Fill in the structure that Windows expects."""
    wanted = _ExtendedLimits()
    wanted.BasicLimitInformation.PerProcessUserTimeLimit = seconds * _TICKS_PER_SECOND
    wanted.BasicLimitInformation.ActiveProcessLimit = 1
    wanted.BasicLimitInformation.LimitFlags = (
        _PROCESS_TIME | _ACTIVE_PROCESS | _PROCESS_MEMORY | _DIE_ON_UNHANDLED_EXCEPTION
    )
    wanted.ProcessMemoryLimit = limits.CHILD_BYTES
    return wanted
