"""Letting a child's deed fail at one chosen write to its files, and hearing what it says of it."""

import errno
import os
import selectors
from dataclasses import dataclass, field
from multiprocessing import reduction

from tests.faults import children, syscalls

KILL = "kill"
ONCE = "EIO"
FULL = "ENOSPC"
FAULTS = (KILL, ONCE, FULL)


@dataclass(slots=True)
class Judge:
    """Fails the call number `at` (from 1) under a folder: dead, once, or the disk stays full."""

    folder: str
    fault: str = ""
    at: int = 0
    calls: list[str] = field(default_factory=list)
    struck: str = ""
    full: bool = False
    over: bool = False

    def verdict(self, call):
        """Give 0, an error number, or -1 for death."""
        if self.over or not call.path.startswith(self.folder):
            return 0
        self.calls.append(call.name)
        due = len(self.calls) == self.at
        if due and self.fault == FULL:
            self.full = True
        if self.full and call.name in syscalls.TAKE_SPACE:
            self.struck = self.struck or call.name
            return errno.ENOSPC
        if due and self.fault in (KILL, ONCE):
            self.struck = call.name
            return -1 if self.fault == KILL else errno.EIO
        return 0


@dataclass(slots=True)
class Story:
    """What a child said of its deed, and of the one after it; None when it died before."""

    deed: tuple[str, str] | None = None
    next_deed: tuple[str, str] | None = None


def judged(judge, path, kept, deed):
    """Run a deed under a judge to its end and give what the child said."""
    story = Story()
    with children.child(children.work_judged, path, kept, deed) as (process, pipe):
        listener = reduction.recv_handle(pipe)
        try:
            _preside(judge, story, process, (listener, pipe))
        finally:
            os.close(listener)
    return story


def _preside(judge, story, process, ends):
    listener, pipe = ends
    with selectors.DefaultSelector() as waiting:
        for one in (listener, pipe, process.sentinel):
            waiting.register(one, selectors.EVENT_READ)
        while story.next_deed is None:
            ready = {key.fileobj for key, _ in waiting.select(children.PATIENCE)}
            if not ready:
                raise TimeoutError(judge)
            if process.sentinel in ready:
                return
            if listener in ready:
                _rule(judge, process, listener)
            elif pipe in ready:
                _hear(judge, story, pipe)


def _rule(judge, process, listener):
    call = syscalls.received(listener)
    if call is None:
        return
    verdict = judge.verdict(call)
    if verdict < 0:
        process.kill()
        process.join(children.PATIENCE)
    else:
        syscalls.answer(listener, call, verdict)


def _hear(judge, story, pipe):
    moment, *said = pipe.recv()
    if moment == "did":
        story.deed = tuple(said)
        # Space is free again, and the failing disk was a passing fault.
        judge.over = True
    else:
        story.next_deed = tuple(said)
