"""Programs that run as long as a command does: each is started anew when it has ended."""

import os
import signal
import subprocess
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from typing import Final

_BETWEEN_STARTS: Final = 2.0
"""Seconds: one that cannot start must not keep the machine busy."""
_LAST_WORDS: Final = 10.0
"""Seconds a program has to end by itself."""


@dataclass(slots=True)
class Program:
    """One program, with what its environment has beside our own."""

    command: Sequence[str]
    environment: Mapping[str, str]
    starts: int = 0
    _process: subprocess.Popen[bytes] | None = None
    _started: float = field(default=float("-inf"))

    def keep(self) -> None:
        """Start it, unless it runs or was started a moment ago."""
        now = time.monotonic()
        if not self.is_running() and now - self._started >= _BETWEEN_STARTS:
            environment = os.environ | self.environment
            self._process = subprocess.Popen(self.command, env=environment)  # noqa: S603  ours
            self._started = now
            self.starts += 1

    def is_running(self) -> bool:
        """Tell whether it was started and has not ended."""
        return self._process is not None and self._process.poll() is None

    def tell_to_end(self) -> None:
        """Ask it to end, without waiting."""
        if self._process is not None:
            self._process.terminate()

    def end(self) -> None:
        """Wait until it has ended, and end it the hard way where it does not."""
        if self._process is not None:
            with suppress(subprocess.TimeoutExpired):
                self._process.wait(_LAST_WORDS)
            self._process.kill()
            self._process.wait()


@contextmanager
def ended(programs: Sequence[Program]) -> Iterator[None]:
    """End all programs with the block."""
    try:
        yield
    finally:
        for program in programs:
            program.tell_to_end()
        for program in programs:
            program.end()


@contextmanager
def told_to_stop() -> Iterator[threading.Event]:
    """Lend what is set when the command is told to stop: by Ctrl-C, or by who started it."""
    stop = threading.Event()
    before = {
        number: signal.signal(number, lambda *_: stop.set())
        for number in (signal.SIGINT, signal.SIGTERM)
    }
    try:
        yield stop
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
