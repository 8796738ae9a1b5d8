"""The running app on a disk that fails at a write: what its pages say of a save is true."""

import contextlib
import hashlib
import os
import random
import select
import socket
import threading
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from data.database import open_database
from data.model.thai_time import today
from queries import measures
from tests.faults import app_kills, deeds, syscalls
from tests.faults.writes import not_plain
from tests.load.people import Importer, Reporter, Seat
from tests.running import PATIENCE, planner_cookie, running_app, visiting


@dataclass(slots=True)
class Disk:
    """The folder of a store; while `error` is set, calls number `after` and later get it.

    With `once` it is only that one call.
    """

    folder: str
    error: int = 0
    after: int = 1
    once: bool = False
    calls: list[str] = field(default_factory=list)

    @contextlib.contextmanager
    def failing(self, error, after=1, *, once=False):
        """Let writes fail for the length of a block."""
        self.calls.clear()
        self.after, self.once, self.error = after, once, error
        try:
            yield
        finally:
            self.error = 0

    def verdict(self, call):
        """Give the error a call gets, 0 when it passes."""
        if not call.path.startswith(self.folder):
            return 0
        # Of a folder that is there the system says so, however full or broken the disk is.
        if call.name == "mkdir" and Path(call.path).is_dir():
            return 0
        self.calls.append(call.name)
        number = len(self.calls)
        return self.error if number == self.after or (number > self.after and not self.once) else 0


@contextlib.contextmanager
def failing_app(store):
    """Run the app on a store, every write-type call of it judged; lends the app and its disk."""
    disk = Disk(str(store.parent))
    here, there = socket.socketpair()
    judge = threading.Thread(target=_judge, args=(here, disk), daemon=True)
    judge.start()
    with here, there:
        with running_app(store, first=lambda: _hand_over(there)) as app:
            yield app, disk
        judge.join(PATIENCE)


@dataclass(slots=True)
class Desk:
    """A reporter and an importer at a failing app, and what it said of each of their saves."""

    path: Path
    disk: Disk
    people: dict[str, Seat]
    acts: dict[str, Callable[[], tuple[str, bool]]]
    saved: set[str] = field(default_factory=set)
    refused: set[str] = field(default_factory=set)

    def save(self, kind):
        """Save something new; gives whether the page said it is saved, and its errors."""
        key, saved = self.acts[kind]()
        (self.saved if saved else self.refused).add(key)
        return saved, self.people[kind].refusals

    def look_again(self):
        """Look at the page of imports on a sound disk: it may say by now that the sheet is saved.

        Who could not open the store after the save was not told of it, and nothing else either.
        """
        person = self.people["import"]
        key = hashlib.sha256(person.content).hexdigest()
        if person.look():
            self.refused.discard(key)
            self.saved.add(key)

    def struck(self, kind, error, after=1, *, once=False):
        """Save while writes fail, then on a sound disk; names what does not hold."""
        with self.disk.failing(error, after, once=once):
            saved, told = self.save(kind)
            met = len(self.disk.calls) >= after
        faults = [] if saved or told else ["silent"]
        faults += [fault for words in told for fault in not_plain(words.replace("\\", ""))]
        if kind == "import" and not saved:
            self.look_again()
        if not self.save(kind)[0]:
            faults.append("does not go on")
        return met, saved, tuple(faults)

    def untrue(self):
        """Name what the store holds, or lacks, against what was said; while nobody has it open."""
        with closing(open_database(self.path)) as opened:
            keys = app_kills.written(opened)
            faults = [*deeds.faults(opened), *app_kills.misplaced(keys, self.saved)]
        return faults + [f"untrue {key}" for key in self.refused & set(keys)]


@contextlib.contextmanager
def desk(folder, seed=2569):
    """Sit down a reporter and an importer at an app of their own."""
    path = app_kills.prepared(folder / "store" / "ita.duckdb")
    chance = random.Random(seed)  # noqa: S311  to be repeated, not to be safe
    with closing(open_database(path)) as opened:
        measure_id = measures.measures(opened, as_of=today())["measure_id"][0]
    with failing_app(path) as (app, disk):
        cookie = planner_cookie(app.address, path.parent)
        with visiting(app, Cookie=cookie) as one, visiting(app, Cookie=cookie) as other:
            people = {
                "status": Reporter(one.socket),
                "import": Importer(other.socket, app.address, cookie),
            }
            acts = {
                "status": lambda: people["status"].report(measure_id),
                "import": lambda: app_kills.brought(people["import"], app_kills.sheet(chance)),
            }
            yield Desk(path, disk, people, acts)


def _hand_over(there):
    socket.send_fds(there, [b"x"], [syscalls.hand_over()])


def _judge(here, disk):
    _, (listener, *_), *_ = socket.recv_fds(here, 1, 1)
    waiting = select.poll()
    waiting.register(listener, select.POLLIN)
    while not waiting.poll()[0][1] & select.POLLHUP:
        call = syscalls.received(listener)
        if call is not None:
            syscalls.answer(listener, call, disk.verdict(call))
    os.close(listener)
