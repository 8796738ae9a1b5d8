"""Killing the app while people report in it: what was said to be saved is there afterwards."""

import contextlib
import os
import random
import shutil
import signal
import threading
import time
from dataclasses import dataclass, field

from websockets.exceptions import WebSocketException
from websockets.sync.client import connect

from data.catalogue import set_up
from data.database import open_database
from data.examples import PLAN_FILE, example_agency, import_file
from data.model.access import planner_here
from data.model.thai_time import today
from queries import measures
from tests.faults import deeds
from tests.faults.kills import Kill, slow
from tests.load.reporting import Reporter
from tests.running import PATIENCE, planner_cookie, running_app

PEOPLE = 3
LATEST = 1.5
"""Seconds after the first report that was acknowledged, within which the app is killed."""


@dataclass(slots=True)
class _People:
    """Everybody at the app at once, each on a measure of his own."""

    address: str
    headers: dict[str, str]
    measures: list[str]
    acknowledged: set[str] = field(default_factory=set)
    begun: threading.Event = field(default_factory=threading.Event)

    def sit_down(self, number):
        # The app goes away in the middle of anything: a report of then was never acknowledged.
        with (
            contextlib.suppress(OSError, TimeoutError, WebSocketException),
            connect(
                f"ws://{self.address}/_stcore/stream",
                origin=f"http://{self.address}",
                subprotocols=["streamlit"],
                additional_headers=self.headers,
                max_size=None,
            ) as socket,
        ):
            person = Reporter(socket)
            while True:
                note, saved = person.report(self.measures[number])
                if saved:
                    self.acknowledged.add(note)
                    self.begun.set()


def app_kills(count, folder, seed):
    """Kill `count` apps, one after the other, on one store; gives what became of each."""
    chance = random.Random(seed)  # noqa: S311  to be repeated, not to be safe
    path = prepared(folder / "store" / "ita.duckdb")
    known = set()
    for _ in range(count):
        acknowledged = _reported_until_killed(path, chance)
        started = time.monotonic()
        opened = open_database(path)
        reopening = time.monotonic() - started
        notes = written(opened)
        faults = [*deeds.faults(opened), *misplaced(notes, known | acknowledged)]
        opened.close()
        faults += slow(reopening)
        landed = bool(set(notes) - known - acknowledged)
        yield Kill("app", len(acknowledged), landed, reopening, tuple(faults))
        known = set(notes)
    shutil.rmtree(path.parent)


def _reported_until_killed(path, chance):
    """Let people report until the app is killed at a random moment; gives what was acknowledged."""
    opened = open_database(path)
    listed = list(measures.measures(opened, as_of=today())["measure_id"])
    opened.close()
    with running_app(path) as app:
        headers = {"Cookie": planner_cookie(app.address, path.parent)}
        people = _People(app.address, headers, chance.sample(listed, PEOPLE))
        threads = [
            threading.Thread(target=people.sit_down, args=(number,)) for number in range(PEOPLE)
        ]
        for thread in threads:
            thread.start()
        assert people.begun.wait(PATIENCE), "nobody could report"
        time.sleep(chance.uniform(0, LATEST))
        os.kill(app.process, signal.SIGKILL)
        for thread in threads:
            thread.join()
    return people.acknowledged


def written(database):
    """Give the notes of all reports."""
    with database.reading() as cursor:
        found = cursor.execute("select note from status_report where note <> ''").fetchall()
    return [note for (note,) in found]


def misplaced(notes, acknowledged):
    """Name the reports that are gone though they were acknowledged, and those saved twice."""
    lost = acknowledged - set(notes)
    twice = len(notes) - len(set(notes))
    return [f"lost {len(lost)}"] * bool(lost) + [f"twice {twice}"] * bool(twice)


def prepared(path):
    """Make the store of an agency that has set up and imported its plan; gives its path."""
    opened = open_database(path).acting_as(planner_here("เครื่อง"))
    set_up(opened, example_agency(), "เครื่อง")
    import_file(opened, PLAN_FILE, "เครื่อง")
    opened.close()
    return path
