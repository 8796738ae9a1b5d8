"""Servers of the app and processes of their PostgreSQL are killed while people report and import.

They come again by the front; what a page said is saved is there once, whatever was killed.
"""

import contextlib
import random
import threading
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import dataclass, field
from http.client import HTTPException

import psutil
from platformdirs import user_data_path
from websockets.exceptions import WebSocketException

from data.database import open_database
from data.model.thai_time import today
from queries import measures
from tests.faults import deeds
from tests.faults.app_kills import brought, misplaced, prepared, sheet, written
from tests.faults.kills import Kill
from tests.faults.servers.kills import SERVER, SERVERS, VICTIMS, kill_backend
from tests.helpers import postgresql
from tests.load.people import Importer, Reporter, UploadRefusedError
from tests.running import PATIENCE, planner_cookie, served, servers_of, visiting

REPORTERS = 4
LATEST = 1.0
"""Seconds after everybody had something acknowledged, within which something is killed."""
GONE = (OSError, TimeoutError, WebSocketException, HTTPException, UploadRefusedError)


@dataclass(slots=True)
class _People:
    """Everybody at the front, with what the app said is saved: notes and sums of files."""

    app: object
    place: object
    cookie: str
    stay: threading.Event = field(default_factory=threading.Event)
    acknowledged: set[str] = field(default_factory=set)
    saves: Counter = field(default_factory=Counter)

    def report(self, measure_id):
        """Report on one measure again and again."""
        self._go_on(
            measure_id,
            lambda visitor: Reporter(visitor.socket),
            lambda person: person.report(measure_id),
        )

    def bring(self, chance):
        """Import one sheet of scores after the other."""

        def sit_down(visitor):
            server = visitor.socket.response.headers["Set-Cookie"].partition(";")[0]
            return Importer(visitor.socket, self.app.address, f"{self.cookie}; {server}")

        self._go_on("sheets", sit_down, lambda person: brought(person, sheet(chance)))

    def _go_on(self, name, sit_down, save):
        while self.stay.is_set():
            with (
                contextlib.suppress(*GONE),
                visiting(self.app, Cookie=self.cookie) as visitor,
            ):
                person = sit_down(visitor)
                while self.stay.is_set():
                    key, saved = save(person)
                    if saved:
                        self.acknowledged.add(key)
                        self.saves[name] += 1
            time.sleep(0.05)

    def wait_until_each_has_saved(self, working):
        """Wait until everybody had something acknowledged from now on; gives the seconds."""
        begun, before = time.monotonic(), dict(self.saves)
        while len(working) > sum(self.saves[name] > before.get(name, 0) for name in [*self.saves]):
            for one in working:
                if one.done():
                    one.result()
            if time.monotonic() - begun > PATIENCE:
                break
            time.sleep(0.02)
        return time.monotonic() - begun


def app_kills(count, server, seed):
    """Kill `count` servers of the app and processes of PostgreSQL in turn; tells of each."""
    chance = random.Random(seed)  # noqa: S311  to be repeated, not to be safe
    place = prepared(postgresql.new_database(server, f"app{seed}"))
    with closing(open_database(place)) as database:
        listed = list(measures.measures(database, as_of=today())["measure_id"])
    with served(place, SERVERS) as app, ThreadPoolExecutor(REPORTERS + 1) as crowd:
        folder = user_data_path("ita-dashboard", appauthor=False)
        people = _People(app, place, planner_cookie(app.address, folder))
        people.stay.set()
        try:
            working = [crowd.submit(people.report, one) for one in chance.sample(listed, REPORTERS)]
            working.append(crowd.submit(people.bring, chance))
            for number in range(count):
                yield _killed(people, working, chance, VICTIMS[number % 2])
        finally:
            people.stay.clear()


def _killed(people, working, chance, victim):
    people.wait_until_each_has_saved(working)
    while len(servers_of(people.app)) < SERVERS:
        time.sleep(0.1)
    time.sleep(chance.uniform(0, LATEST))
    saved = len(people.acknowledged)
    if victim == SERVER:
        psutil.Process(chance.choice([*servers_of(people.app).values()])).kill()
    else:
        kill_backend(people.place, chance)
    pause = people.wait_until_each_has_saved(working)
    acknowledged = set(people.acknowledged)
    with closing(open_database(people.place)) as database:
        faults = [*misplaced(written(database), acknowledged), *deeds.sums(database)]
    faults += [f"slow: nobody saves for {pause:.0f} s"] * (pause > PATIENCE)
    return Kill(
        victim, len(acknowledged) - saved, landed=False, reopening=pause, faults=tuple(faults)
    )
