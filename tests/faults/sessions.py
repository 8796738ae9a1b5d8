"""People at one store in one process, while the disk fails under a write of one of them."""

import errno
import os
import selectors
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from multiprocessing import reduction

from data.database import open_database
from data.model.access import planner_here
from data.model.errors import ItaError
from tests.faults import children, deeds, syscalls

SECONDS = 3.0
WRITERS = 2
THOUGHT = 0.05
ONE_IN = 8
"""Of so many writes into the file of the store one fails, which is fatal to DuckDB."""


@dataclass(slots=True)
class Story:
    """Reports saved, failures in words and others, and the longest time without service."""

    saved: int = 0
    refused: int = 0
    fatal: bool = False
    longest_pause: float = 0.0
    unexplained: list[str] = field(default_factory=list)


def shaken(folder, people):
    """Let `people` read and report, and fail writes into the file of the store itself."""
    path = folder / "store" / "ita.duckdb"
    with children.child(_at_work, path, people) as (process, pipe):
        listener = reduction.recv_handle(pipe)
        try:
            _shake(process, listener, pipe, path)
        finally:
            os.close(listener)
        return pipe.recv()


def _shake(process, listener, pipe, path):
    passed = 0
    with selectors.DefaultSelector() as waiting:
        for one in (listener, pipe, process.sentinel):
            waiting.register(one, selectors.EVENT_READ)
        while True:
            ready = {key.fileobj for key, _ in waiting.select(children.PATIENCE)}
            if not ready or ready & {pipe, process.sentinel}:
                return
            call = syscalls.received(listener)
            if call is None:
                continue
            ours = call.path == str(path) and call.name == "pwrite64"
            passed += ours
            syscalls.answer(listener, call, errno.EIO if ours and not passed % ONE_IN else 0)


def _at_work(pipe, path, people):
    database = open_database(path).acting_as(planner_here("เครื่อง"))
    first = database._store._connection  # noqa: SLF001 - whether it was opened anew
    reduction.send_handle(pipe, syscalls.hand_over(), None)
    story, end = Story(), time.monotonic() + SECONDS
    lock = threading.Lock()
    with ThreadPoolExecutor(people) as crowd:
        for number in range(people):
            crowd.submit(_person, database, number, end, (story, lock))
    story.fatal = database._store._connection is not first  # noqa: SLF001
    pipe.send(story)
    pipe.recv()


def _person(database, number, end, told):
    """Read, and report every now and then; a failure in words is followed by the next try."""
    story, lock = told
    served = time.monotonic()
    while time.monotonic() < end:
        saved, refused, unexplained = 0, 0, []
        try:
            if number < WRITERS:
                deeds.do(database, deeds.Deed("status", number), None)
                saved = 1
            else:
                deeds.seen(database)
        except ItaError:
            refused = 1
        except Exception as bug:  # noqa: BLE001 - told to the test
            unexplained = [repr(bug)]
        now = time.monotonic()
        with lock:
            story.saved += saved
            story.refused += refused
            story.unexplained += unexplained
            if not refused:
                story.longest_pause = max(story.longest_pause, now - served - THOUGHT)
        if not refused:
            served = now
        time.sleep(THOUGHT)
