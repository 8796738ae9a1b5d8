"""Two servers write into one PostgreSQL while they and its backends are killed.

What was acknowledged is there once, what was refused is not, no report overlooked another one.
"""

import contextlib
import itertools
import os
import random
import signal
import threading
import time
from contextlib import closing, suppress
from dataclasses import dataclass, field, replace

import psycopg

from data.database import Source, open_database, report_status, save, undo
from data.database.postgresql.server_store import WRITER
from data.model.access import planner_here
from data.model.errors import NothingSavedError, StatusConflictError, StoreFailedError
from data.model.records import Status, StatusReport
from queries import measures
from tests.faults import children, deeds
from tests.faults.kills import Kill
from tests.helpers import postgresql

SERVERS = 2
WRITERS = 3
MANY_WRITERS = 8
"""Of each server, in a short run and in a long one."""
A_STORE = 20
"""Kills that one store goes through before a new one is taken."""
ROWS = 40
LATEST = 0.3
"""Seconds after both servers had something acknowledged, within which one is killed."""
LONGEST_PAUSE = 10.0
"""Seconds within which those that were not killed save again."""
VICTIMS = BACKEND, SERVER = "backend", "server"
ABSENT, THERE, UNDONE = "absent", "there", "undone"
PLAN = Source("แผน.csv", b"plan", "เครื่อง")
BATCHES = """
select file_name, case state when 'active' then 'there' else state end
from import_batch
where kind = 'scores'
"""
REPORTS = "select report_id, note from status_report where note <> '' order by report_id"
BACKENDS = """
select pid from pg_stat_activity
where datname = current_database() and backend_type = 'client backend' and pid <> pg_backend_pid()
"""


@dataclass(frozen=True, slots=True)
class Deed:
    """One deed: what it changes, and how that stands before it and after it."""

    key: str
    before: str
    after: str


def work(pipe, place, name, writers):
    """Be a server: write by some hands at once, and tell of each begin and each outcome."""
    database = open_database(place).acting_as(planner_here(name))
    stop, telling = threading.Event(), threading.Lock()

    def tell(*said):
        with telling:
            pipe.send(said)

    hands = [
        threading.Thread(target=_write, args=(database, f"{name}-{hand}", tell, stop))
        for hand in range(writers)
    ]
    for hand in hands:
        hand.start()
    with suppress(EOFError):
        pipe.recv()
    stop.set()
    for hand in hands:
        hand.join()
    database.close()


def _write(database, name, tell, stop):
    chance = random.Random(name)  # noqa: S311  to be repeated, not to be safe
    own = {}
    for number in itertools.count():
        if stop.is_set():
            return
        kind = chance.choice(("import", "report", "undo") if own else ("import", "report"))
        if kind == "undo":
            key, batch = own.popitem()
            deed = Deed(key, THERE, UNDONE)
        else:
            deed = Deed(f"{name}-{number}", ABSENT, THERE)
        tell("begun", deed)
        try:
            if kind == "import":
                own[deed.key] = save(database, _scores(number), _source(deed.key)).batch_id
            elif kind == "undo":
                undo(database, batch, undone_by=name)
            else:
                _report(database, deed.key)
        except (NothingSavedError, StatusConflictError):
            tell("refused", deed)
        except StoreFailedError:
            tell("unknown", deed)
        except Exception as crash:  # noqa: BLE001  whatever it is, the test tells it
            tell("crashed", repr(crash))
        else:
            tell("done", deed)


def _scores(number):
    whole = deeds.scores(number)
    return replace(whole, scores=whole.scores.head(ROWS), rows_read=ROWS, rows_imported=ROWS)


def _source(key):
    return Source(key, key.encode(), "เครื่อง")


def _report(database, key):
    """Report on the one measure all report on; what was the newest report is written into it."""
    seen = max(measures.status_history(database, deeds.MEASURE_ID)["report_id"], default=0)
    report = StatusReport(
        deeds.MEASURE_ID, Status.IN_PROGRESS, 50, note=f"{key} {seen}", reported_by="ก"
    )
    report_status(database, report, seen_report=seen)


@dataclass(frozen=True, slots=True)
class _Server:
    name: str
    process: object
    pipe: object


@dataclass(slots=True)
class _Run:
    """A store under way: its servers, how each change may stand, and what went wrong.

    Whoever judges is a third server, which is never killed.
    """

    database: object
    writers: int
    exits: contextlib.ExitStack
    servers: list = field(default_factory=list)
    may_be: dict = field(default_factory=dict)
    faults: list = field(default_factory=list)
    acknowledged: int = 0
    started: int = 0

    def start(self):
        """Start servers until all run."""
        while len(self.servers) < SERVERS:
            self.started += 1
            name = f"s{self.started}"
            told = (self.database.place, name, self.writers)
            process, pipe = self.exits.enter_context(children.child(work, *told))
            self.servers.append(_Server(name, process, pipe))

    def kill(self, server):
        """Kill a server; what it had sent to PostgreSQL has come to its end when this returns."""
        server.process.kill()
        server.process.join(children.PATIENCE)
        with psycopg.connect(self.database.place.text) as connection:
            connection.execute("select pg_advisory_xact_lock(%s)", [WRITER])
        self.listen(server)
        self.servers.remove(server)

    def wait_until_each_has_saved(self, longest):
        """Wait for an acknowledged deed of each server; gives the seconds."""
        begun = time.monotonic()
        waiting = list(self.servers)
        while waiting and time.monotonic() - begun < longest:
            waiting = [server for server in waiting if not self.listen(server)]
            time.sleep(0.01)
        self.faults += [f"slow: {one.name} saves nothing" for one in waiting]
        return time.monotonic() - begun

    def listen(self, server, meanwhile=None):
        """Take in what a server tells; gives how many deeds are done.

        To `meanwhile` is added how each change may have stood.
        """
        done = 0
        with suppress(EOFError):
            while server.pipe.poll():
                outcome, deed = server.pipe.recv()
                if outcome == "crashed":
                    self.faults.append(f"crash: {deed}")
                    continue
                states = {"begun": {deed.before, deed.after}, "refused": {deed.before}}
                states["done"] = {deed.after}
                self.may_be[deed.key] = states.get(outcome, self.may_be.get(deed.key))
                if meanwhile is not None:
                    meanwhile.setdefault(deed.key, set()).update(self.may_be[deed.key])
                done += outcome == "done"
        self.acknowledged += done
        return done

    def judge(self):
        """Read the store while others write, and hold it to what was told; gives what it shows.

        How a change stood when it was told of before, and how after, may both be what is read.
        """
        for server in self.servers:
            self.listen(server)
        allowed = {key: set(states) for key, states in self.may_be.items()}
        with self.database.reading() as cursor:
            batches = cursor.execute(BATCHES).fetchall()
            reports = cursor.execute(REPORTS).fetchall()
            sums = deeds.sums(self.database)
        for server in self.servers:
            self.listen(server, allowed)
        found = dict(batches) | {note.split()[0]: THERE for _, note in reports}
        self.faults += [*sums, *misplaced(found, allowed), *overlooked(reports)]
        if len(found) < len(batches) + len(reports):
            self.faults.append("twice")
        return found

    def settled(self, found, name):
        """Hold what a dead server had in hand to how it stands; gives whether any of it landed."""
        in_hand = {
            key: found.get(key, ABSENT)
            for key, states in self.may_be.items()
            if key.startswith(f"{name}-") and len(states) > 1
        }
        self.may_be |= {key: {state} for key, state in in_hand.items()}
        return any(state != ABSENT for state in in_hand.values())


def misplaced(found, allowed):
    for key, states in allowed.items():
        state = found.get(key, ABSENT)
        if state not in states:
            kind = "lost 1" if state == ABSENT else "partial"
            yield f"{kind}: {key} is {state}, not {sorted(states)}"
    yield from (f"partial: {key} is nobody's" for key in found.keys() - allowed.keys())


def overlooked(reports):
    """Name the reports whose writer had not seen the one before: that one would be overwritten."""
    before = 0
    for number, note in reports:
        if int(note.split()[1]) != before:
            yield f"lost 1: report {before} before {number}"
        before = number


def kills(count, server, seed, writers=MANY_WRITERS):
    """Kill `count` servers and backends, one after the other, on a PostgreSQL; tells of each."""
    chance = random.Random(seed)  # noqa: S311  to be repeated, not to be safe
    for first in range(0, count, A_STORE):
        name = f"kills{seed}_{first}"
        with contextlib.ExitStack() as exits:
            database = exits.enter_context(
                closing(open_database(postgresql.new_database(server, name)))
            )
            save(database.acting_as(planner_here("เครื่อง")), deeds.plan(), PLAN)
            run = _Run(database, writers, exits)
            for number in range(min(A_STORE, count - first)):
                yield _killed(run, chance, VICTIMS[number % 2])


def _killed(run, chance, victim):
    run.acknowledged, run.faults = 0, []
    run.start()
    run.wait_until_each_has_saved(children.PATIENCE)
    time.sleep(chance.uniform(0, LATEST))
    landed = False
    if victim == SERVER:
        killed = chance.choice(run.servers)
        run.kill(killed)
        landed = run.settled(run.judge(), killed.name)
    else:
        kill_backend(run.database.place, chance)
    pause = run.wait_until_each_has_saved(LONGEST_PAUSE)
    run.judge()
    return Kill(victim, run.acknowledged, landed, pause, tuple(run.faults))


def kill_backend(place, chance):
    """Kill a process of PostgreSQL that serves one of ours: it ends all others, and starts anew."""
    with suppress(psycopg.OperationalError), psycopg.connect(place.text) as connection:
        serving = connection.execute(BACKENDS).fetchall()
        if not serving:
            return  # what was waited for in vain is told as slow
        os.kill(chance.choice(serving)[0], signal.SIGKILL)
        while True:
            connection.execute("select 1")
    end = time.monotonic() + LONGEST_PAUSE
    while time.monotonic() < end:
        with suppress(psycopg.OperationalError), psycopg.connect(place.text):
            return
