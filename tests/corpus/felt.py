"""How much memory something costs the process that asks for it, seen while it runs."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import psutil

_PAUSE = 0.005


@dataclass(slots=True)
class Felt:
    """Bytes of memory on top of what the process held before."""

    growth: int = 0


@contextmanager
def memory_felt() -> Iterator[Felt]:
    """Watch the memory of this process, not of its children; the peak is in the answer after."""
    process, felt, done = psutil.Process(), Felt(), threading.Event()
    before = process.memory_info().rss

    def watch() -> None:
        while not done.wait(_PAUSE):
            felt.growth = max(felt.growth, process.memory_info().rss - before)

    watcher = threading.Thread(target=watch)
    watcher.start()
    try:
        yield felt
    finally:
        done.set()
        watcher.join()
