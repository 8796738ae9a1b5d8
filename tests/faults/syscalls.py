"""Standing between a process and its disk: each write-type system call can be let pass or failed.

Linux lends this to any user: a process hands a supervisor the calls it wants judged (seccomp user
notification). No compiler, no root and no change of the code under test.
"""

import ctypes
import errno
import fcntl
import os
import platform
import struct
import sys
from dataclasses import dataclass
from pathlib import Path

_CALLS = {
    1: "write",
    18: "pwrite64",
    20: "writev",
    40: "sendfile",
    74: "fsync",
    75: "fdatasync",
    77: "ftruncate",
    82: "rename",
    83: "mkdir",
    87: "unlink",
    257: "openat",
    263: "unlinkat",
    264: "renameat",
    285: "fallocate",
    296: "pwritev",
    316: "renameat2",
    326: "copy_file_range",
}
"""x86_64; `openat` only where it creates."""
_BY_DESCRIPTOR = {
    "write": 0,
    "pwrite64": 0,
    "writev": 0,
    "pwritev": 0,
    "sendfile": 0,
    "copy_file_range": 2,
    "fsync": 0,
    "fdatasync": 0,
    "ftruncate": 0,
    "fallocate": 0,
}
_BY_NAME = {"rename": 0, "mkdir": 0, "unlink": 0, "openat": 1, "unlinkat": 1, "renameat": 1}
_BY_NAME |= {"renameat2": 1}
TAKE_SPACE = frozenset(
    {"write", "pwrite64", "writev", "pwritev", "sendfile", "copy_file_range", "fallocate"}
    | {"mkdir", "openat"}
)
"""What a full disk refuses; overwriting in place would pass, refusing it too is stricter."""
_SECCOMP, _SET_MODE_FILTER = 317, 1
_ALL_THREADS, _NEW_LISTENER, _NO_THREAD_ID = 1 << 0, 1 << 3, 1 << 4
_FLAGS = _ALL_THREADS | _NEW_LISTENER | _NO_THREAD_ID
_RECEIVE, _SEND = 0xC0502100, 0xC0182101
_NOTIFY, _ALLOW, _CONTINUE = 0x7FC00000, 0x7FFF0000, 1
_NO_NEW_PRIVILEGES = 38
_LOAD, _EQUAL, _BITS, _RETURN = 0x20, 0x15, 0x45, 0x06
_CREATE = os.O_CREAT
_PATH = 4096


@dataclass(frozen=True, slots=True)
class Call:
    """A call that waits for an answer."""

    ticket: int
    process: int
    name: str
    path: str


def missing():
    """Say why calls cannot be judged here, "" where they can."""
    if sys.platform != "linux" or platform.machine() != "x86_64":
        return "system calls are judged on Linux x86_64 only"
    libc = ctypes.CDLL(None, use_errno=True)
    libc.syscall(_SECCOMP, _SET_MODE_FILTER, _FLAGS, None)
    # A kernel that knows the flag stumbles over the missing filter, an old one over the flag.
    return "" if ctypes.get_errno() == errno.EFAULT else "this kernel hands no calls over"


def hand_over():
    """Hand the write-type calls of this process over for good; gives what the judge listens on."""
    libc = ctypes.CDLL(None, use_errno=True)
    program = _program()
    text = ctypes.create_string_buffer(program, len(program))
    head = ctypes.create_string_buffer(
        struct.pack("HxxxxxxP", len(program) // 8, ctypes.addressof(text))
    )
    libc.prctl(_NO_NEW_PRIVILEGES, 1, 0, 0, 0)
    listener = libc.syscall(_SECCOMP, _SET_MODE_FILTER, _FLAGS, head)
    if listener < 0:
        raise OSError(ctypes.get_errno(), "seccomp")
    return listener


def _program():
    """Load the number of the call; ask about those we know, about `openat` where it creates."""
    others = [number for number, name in _CALLS.items() if name != "openat"]
    opening = next(number for number, name in _CALLS.items() if name == "openat")
    lines = [(_LOAD, 0, 0, 0)]
    # A jump tells how many lines to skip when it holds; the last three lines are the answers.
    for at, number in enumerate(others):
        lines.append((_EQUAL, len(others) - at + 3, 0, number))
    lines += [
        (_EQUAL, 0, 2, opening),
        (_LOAD, 0, 0, 16 + 2 * 8),
        (_BITS, 1, 0, _CREATE),
        (_RETURN, 0, 0, _ALLOW),
        (_RETURN, 0, 0, _NOTIFY),
    ]
    return b"".join(struct.pack("HBBI", *line) for line in lines)


def received(listener):
    """Wait for the next call, None when its process died before it could be read."""
    note = bytearray(80)
    try:
        fcntl.ioctl(listener, _RECEIVE, note)
    except OSError as gone:
        if gone.errno in (errno.ENOENT, errno.EINTR):
            return None
        raise
    ticket, process, _flags, number = struct.unpack_from("QIIi", note)
    arguments = struct.unpack_from("6Q", note, 32)
    name = _CALLS[number]
    return Call(ticket, process, name, _path(process, name, arguments))


def answer(listener, call, error=0):
    """Let a call pass, or let it fail with an error number."""
    flags = 0 if error else _CONTINUE
    reply = bytearray(struct.pack("QqiI", call.ticket, 0, -error, flags))
    try:
        fcntl.ioctl(listener, _SEND, reply)
    except OSError as gone:
        if gone.errno != errno.ENOENT:
            raise


def _path(process, name, arguments):
    """Name the file a call is about, "" where it cannot be told any more."""
    try:
        if name in _BY_DESCRIPTOR:
            number = arguments[_BY_DESCRIPTOR[name]]
            return str(Path(f"/proc/{process}/fd/{number}").readlink())
        with Path(f"/proc/{process}/mem").open("rb", buffering=0) as memory:
            memory.seek(arguments[_BY_NAME[name]])
            return os.fsdecode(memory.read(_PATH).split(b"\0")[0])
    except OSError:
        return ""
