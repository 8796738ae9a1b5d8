"""Reading a file in a process of its own, so that a file can kill the reader but not the server.

A fresh interpreter is started for each file: forking a threaded server is not safe, and a worker
that lives on would carry what one file did to it over to the next.
"""

import subprocess
import sys
from pathlib import Path
from typing import Final

from data.containers import limits
from data.containers.answers import decode
from data.containers.grid import Sheet
from data.containers.reasons import RefusedError, Unreadability
from data.containers.signatures import Container

_PROJECT: Final = str(Path(__file__).resolve().parents[2])
_START: Final = (
    "import sys; count = int(sys.argv.pop(1)); "
    "sys.path[:] = sys.argv[1:count + 1]; del sys.argv[1:count + 1]; "
    "from data.containers.child import main; main()"
)
_OUT_OF_MEMORY: Final = (b"memory allocation of", b"MemoryError")
_WALL_CLOCK_FACTOR: Final = 3
"""A busy server gets this much longer than the processor time before the reader is stopped."""


def read_apart(container: Container, content: bytes) -> tuple[Sheet, ...]:
    """Read a file in a confined process.

    Raises:
        RefusedError: the file is refused, or the process gave no answer.
    """
    seconds = limits.CHILD_SECONDS + len(content) // (2 * limits.MEGABYTE)
    paths = [_PROJECT, *(path for path in sys.path if path)]
    command = [sys.executable, "-I", "-S", "-X", "utf8", "-c", _START, str(len(paths)), *paths]
    try:
        finished = subprocess.run(  # noqa: S603 - our own interpreter and module, no file content
            [*command, container, str(seconds)],
            input=content,
            capture_output=True,
            timeout=seconds * _WALL_CLOCK_FACTOR,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise RefusedError(Unreadability.TIME_LIMIT) from None
    if finished.returncode:
        raise RefusedError(_cause_of_death(finished))
    return decode(finished.stdout)


def _cause_of_death(finished: subprocess.CompletedProcess[bytes]) -> Unreadability:
    if any(words in finished.stderr for words in _OUT_OF_MEMORY):
        return Unreadability.MEMORY_LIMIT
    return Unreadability.READER_DIED
