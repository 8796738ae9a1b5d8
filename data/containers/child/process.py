"""Reading a file in a process of its own, so that a file can kill the reader but not the server.

A fresh interpreter is started for each file: forking a threaded server is not safe, and a worker
that lives on would carry what one file did to it over to the next.
"""

import logging
import signal
import subprocess
import sys
from pathlib import Path
from threading import BoundedSemaphore
from typing import Final

from data.containers.child.answers import given
from data.containers.gate import limits
from data.containers.gate.reasons import RefusedError, Unreadability
from data.containers.gate.signatures import Container

_PROJECT: Final = str(Path(__file__).resolve().parents[3])
_START: Final = (
    "import sys; count = int(sys.argv.pop(1)); "
    "sys.path[:] = sys.argv[1:count + 1]; del sys.argv[1:count + 1]; "
    "from data.containers.child.reading import main; main()"
)
_OUT_OF_MEMORY: Final = (b"memory allocation of", b"MemoryError")
_STOPPED: Final = {
    -getattr(signal, "SIGXCPU", 0) or None: Unreadability.TIME_LIMIT,
    -getattr(signal, "SIGKILL", 0) or None: Unreadability.MEMORY_LIMIT,
    1816: Unreadability.TIME_LIMIT,  # Windows: ERROR_NOT_ENOUGH_QUOTA ends a job's process
}
_NO_WINDOW: Final = getattr(subprocess, "CREATE_NO_WINDOW", 0)
_LAST_WORDS: Final = 4_000
_readers = BoundedSemaphore(limits.READERS)
_log = logging.getLogger(__name__)


def answer_apart(
    container: Container, content: bytes, seconds: int | None = None, password: str = ""
) -> bytes:
    """Give what the confined process says of a file.

    Raises:
        RefusedError: it gave no answer.
    """
    if seconds is None:
        seconds = _allowance(container, len(content))
    try:
        with _readers:
            finished = _run(container, given(content, password), seconds)
    except subprocess.TimeoutExpired:
        raise RefusedError(Unreadability.TIME_LIMIT) from None
    except OSError:  # no memory, process or file handle left to start one
        _log.exception("The reader could not be started")
        raise RefusedError(Unreadability.READER_DIED) from None
    if finished.returncode:
        raise RefusedError(_cause_of_death(finished))
    return finished.stdout


def _allowance(container: Container, size: int) -> int:
    if container is Container.PDF:
        return min(limits.CHILD_SECONDS + size // limits.PDF_BYTES_PER_SECOND, limits.PDF_SECONDS)
    return limits.CHILD_SECONDS + size // limits.BYTES_PER_SECOND


def _run(container: Container, content: bytes, seconds: int) -> subprocess.CompletedProcess[bytes]:
    # Nothing of the environment decides what the reader imports: it gets the paths that work here.
    paths = [_PROJECT, *(path for path in sys.path if path)]
    command = [sys.executable, "-I", "-S", "-X", "utf8", "-c", _START, str(len(paths)), *paths]
    return subprocess.run(  # noqa: S603 - our own interpreter and module; the file goes in by pipe
        [*command, container, str(seconds)],
        input=content,
        capture_output=True,
        timeout=seconds * limits.WALL_CLOCK_FACTOR,
        creationflags=_NO_WINDOW,
        check=False,
    )


def _cause_of_death(finished: subprocess.CompletedProcess[bytes]) -> Unreadability:
    if any(words in finished.stderr for words in _OUT_OF_MEMORY):
        return Unreadability.MEMORY_LIMIT
    last_words = finished.stderr[-_LAST_WORDS:].decode("utf-8", "replace")
    _log.error("The reader ended with %s: %s", finished.returncode, last_words)
    return _STOPPED.get(finished.returncode, Unreadability.READER_DIED)
