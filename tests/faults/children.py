"""Child processes that drive the engine and tell on a pipe what they have done."""

import multiprocessing
from contextlib import contextmanager
from multiprocessing import reduction

from data.database import open_database, restore
from data.model.access import planner_here
from data.model.errors import ItaError
from data.words import failures
from tests.faults import deeds, syscalls

CAN_FORK = "forkserver" in multiprocessing.get_all_start_methods()
OPENING, RESTORING = "opening", "restore"
OTHER = "other.zip"
PATIENCE = 60


@contextmanager
def child(target, *arguments):
    """Run `target(pipe, *arguments)` in a process forked from a warm, clean one; lend both."""
    context = multiprocessing.get_context("forkserver")
    # The test process has threads and open stores, which no child may inherit.
    context.set_forkserver_preload([__name__, target.__module__])
    here, there = context.Pipe()
    process = context.Process(target=target, args=(there, *arguments), daemon=True)
    process.start()
    there.close()
    try:
        yield process, here
    finally:
        process.kill()
        process.join(PATIENCE)
        here.close()


def work(pipe, path, kept, work_list):
    """Open the store and do one deed after the other, telling of each begin and each end."""
    pipe.send(("begin", -1))
    database = _open(path)
    pipe.send(("done", -1))
    for number, deed in enumerate(work_list):
        pipe.send(("begin", number))
        deeds.do(database, deed, kept)
        pipe.send(("done", number))
    pipe.recv()


def work_judged(pipe, path, kept, deed):
    """Do a deed under the eyes of a judge, tell what was said of it, then go on with another."""
    cold = COLD.get(deed.kind)
    database = None if cold else _open(path)
    reduction.send_handle(pipe, syscalls.hand_over(), None)
    pipe.send(("did", *said(lambda: cold(path, kept) if cold else do(database, deed, kept))))
    pipe.send(("on", *said(lambda: do(database or _open(path), deeds.NEXT, kept))))
    pipe.recv()


def _open(path):
    return open_database(path).acting_as(planner_here("เครื่อง"))


def _reopen(path, _kept):
    _open(path).close()


def _restore(path, kept):
    restore(path, kept / OTHER, person=planner_here("เครื่อง"))


COLD = {OPENING: _reopen, RESTORING: _restore}
"""What is done to a store that nobody has open."""


def do(database, deed, kept):
    try:
        deeds.do(database, deed, kept)
    finally:
        # What is stored can be read while nothing can be written.
        deeds.seen(database)


def said(act):
    try:
        act()
    except ItaError as failure:
        return type(failure).__name__, failures.failure(failure)
    except Exception as crash:  # noqa: BLE001 - a child tells of any
        return "crash", repr(crash)
    return "done", ""
