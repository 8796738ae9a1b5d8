"""Killing the app while people report and import: what was said to be saved is there afterwards."""

import contextlib
import hashlib
import itertools
import os
import random
import shutil
import signal
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from http.client import HTTPException

from websockets.exceptions import WebSocketException

from data.catalogue import set_up
from data.database import open_database
from data.examples import PLAN_FILE, example_agency, import_file
from data.model.access import planner_here
from data.model.thai_time import today
from queries import measures
from tests.faults import deeds
from tests.faults.kills import Kill, clock, since
from tests.load.people import Importer, Reporter
from tests.running import PATIENCE, App, planner_cookie, running_app, visiting

REPORTERS = 2
TITLE = "ผลคะแนนการประเมิน ITA อบต.กุศกร ปีงบประมาณ พ.ศ. 2567"
WRITTEN = """
select note from status_report where note <> ''
union all select sha256 from import_batch where kind = 'scores' and state = 'active'
"""
LATEST = 1.5
"""Seconds after everybody had something acknowledged, within which the app is killed."""


@dataclass(slots=True)
class _People:
    """Everybody at the app at once, with what the app said is saved: notes and sums of files."""

    app: App
    cookie: str
    acknowledged: set[str] = field(default_factory=set)
    begun: threading.Barrier = field(default_factory=lambda: threading.Barrier(REPORTERS + 2))

    def report(self, measure_id):
        """Report on one measure again and again until the app is gone."""
        with self._seated() as socket:
            person = Reporter(socket)
            self._go_on(lambda: person.report(measure_id))

    def bring(self, chance):
        """Import one sheet of scores after the other until the app is gone."""
        with self._seated() as socket:
            person = Importer(socket, self.app.address, self.cookie)
            self._go_on(lambda: brought(person, sheet(chance)))

    @contextlib.contextmanager
    def _seated(self):
        # The app goes away in the middle of anything: what was under way was never acknowledged.
        gone = (OSError, TimeoutError, WebSocketException, HTTPException)
        with (
            contextlib.suppress(*gone),
            visiting(self.app, Cookie=self.cookie) as visitor,
        ):
            yield visitor.socket

    def _go_on(self, save):
        for time_round in itertools.count():
            key, saved = save()
            if saved:
                self.acknowledged.add(key)
            if time_round == 0:
                self.begun.wait(PATIENCE)


def app_kills(count, folder, seed):
    """Kill `count` apps, one after the other, on one store; gives what became of each."""
    chance = random.Random(seed)  # noqa: S311  to be repeated, not to be safe
    path = prepared(folder / "store" / "ita.duckdb")
    known = set()
    for _ in range(count):
        acknowledged = _killed_at_work(path, chance)
        started = clock()
        opened = open_database(path)
        reopening, late = since(started)
        keys = written(opened)
        faults = [*deeds.faults(opened), *misplaced(keys, known | acknowledged)]
        opened.close()
        faults += late
        landed = bool(set(keys) - known - acknowledged)
        yield Kill("app", len(acknowledged), landed, reopening, tuple(faults))
        known = set(keys)
    shutil.rmtree(path.parent)


def _killed_at_work(path, chance):
    """Let people work until the app is killed at a random moment; gives what was acknowledged."""
    opened = open_database(path)
    listed = list(measures.measures(opened, as_of=today())["measure_id"])
    opened.close()
    with running_app(path) as app, ThreadPoolExecutor(REPORTERS + 1) as crowd:
        people = _People(app, planner_cookie(app.address, path.parent))
        chosen = chance.sample(listed, REPORTERS)
        working = [crowd.submit(people.report, measure_id) for measure_id in chosen]
        working.append(crowd.submit(people.bring, chance))
        people.begun.wait(PATIENCE)
        time.sleep(chance.uniform(0, LATEST))
        os.kill(app.process, signal.SIGKILL)
        for one in working:
            one.result()
    return people.acknowledged


def sheet(chance):
    """Make a sheet of scores like no other."""
    scores = [f"2567,{number},{chance.randint(8000, 9000) / 100}\n" for number in range(1, 11)]
    return f"{TITLE}\nปีงบประมาณ,ตัวชี้วัด,คะแนน\n{''.join(scores)}".encode()


def brought(person, content):
    """Import a sheet; gives its sum and whether the app said that it is saved."""
    return hashlib.sha256(content).hexdigest(), person.bring(content)


def written(database):
    """Give the notes of all reports and the sums of all files of scores."""
    with database.reading() as cursor:
        return [key for (key,) in cursor.execute(WRITTEN).fetchall()]


def misplaced(keys, acknowledged):
    """Name the saves that are gone though they were acknowledged, and those there twice."""
    lost = acknowledged - set(keys)
    twice = len(keys) - len(set(keys))
    return [f"lost {len(lost)}"] * bool(lost) + [f"twice {twice}"] * bool(twice)


def prepared(path):
    """Make the store of an agency that has set up and imported its plan; gives its path."""
    opened = open_database(path).acting_as(planner_here("เครื่อง"))
    set_up(opened, example_agency(), "เครื่อง")
    import_file(opened, PLAN_FILE, "เครื่อง")
    opened.close()
    return path
