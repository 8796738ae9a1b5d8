"""Hours in minutes: does the app keep its size? `python -m tests.load.soak [minutes]`.

Four people click filters, report, import and come and go without a pause, in one process.
"""

import random
import statistics
import sys
import tempfile
import threading
import time
from dataclasses import dataclass, field
from pathlib import Path

import psutil
from streamlit.util import calc_hash

from pages.shared.navigation import address
from pages.shared.safe import plain
from tests.faults.app_kills import sheet
from tests.load.bench_load import SCOPE, Place, at, prepare, report, said
from tests.load.clicking import Clicker
from tests.load.people import Importer
from tests.running import planner_cookie, running_app

MINUTES = 30
PEOPLE = 4
STAY = 20
"""Clicks of one session, before somebody leaves and the next one comes."""
WARM = 0.2
"""Share of the time that passes before the size counts."""
BETWEEN = 5.0
GOAL = 0.05


@dataclass
class Work:
    """What has been done by everybody; who fails says so and ends it."""

    end: float
    done: dict = field(default_factory=lambda: {"clicks": 0, "reports": 0, "imports": 0})
    wrong: int = 0
    failures: list = field(default_factory=list)

    @property
    def is_over(self):
        return bool(self.failures) or time.monotonic() > self.end


def sit_down(work, place, seed):
    """Come, click, report and import, leave, and come again."""
    chance = random.Random(seed)  # noqa: S311  whose clicks they are
    try:
        while not work.is_over:
            with at(place) as socket:
                clicker = Clicker(socket, seed, place.scope, place.said)
                clicker.open(chance.choice([place.page, calc_hash(address("division_progress"))]))
                for _ in range(STAY):
                    clicker.filter()
                work.wrong += clicker.wrong
                work.done["clicks"] += STAY
            report(place, clicker)
            work.done["reports"] += 1
            with at(place) as socket:
                person = Importer(socket, place.address, place.headers["Cookie"])
                work.done["imports"] += person.bring(sheet(chance))
    except Exception as error:  # noqa: BLE001  told at the end
        work.failures.append(repr(error))


def sizes(work, process):
    """Give seconds and resident bytes of the server every few seconds, until it is over."""
    begun, measured = time.monotonic(), []
    while not work.is_over:
        time.sleep(BETWEEN)
        measured.append((time.monotonic() - begun, psutil.Process(process).memory_info().rss))
    return measured


def growth(measured):
    """Give the growth from the first fifth to the last of what was measured warm, and the sizes."""
    warm = [size for second, size in measured if second >= WARM * measured[-1][0]]
    fifth = max(1, len(warm) // 5)
    first, last = statistics.median(warm[:fifth]), statistics.median(warm[-fifth:])
    return last / first - 1, first, last


def main():
    minutes = float(sys.argv[1]) if len(sys.argv) > 1 else MINUTES
    with tempfile.TemporaryDirectory() as name:
        store, listed = prepare(Path(name))
        with running_app(store) as app:
            headers = {"Cookie": planner_cookie(app.address, store.parent)}
            place = Place(app.address, list, plain(SCOPE), said, "", headers, listed)
            work = Work(time.monotonic() + 60 * minutes)
            threads = [
                threading.Thread(target=sit_down, args=(work, place, seed))
                for seed in range(PEOPLE)
            ]
            for thread in threads:
                thread.start()
            measured = sizes(work, app.process)
            for thread in threads:
                thread.join()
    grown, first, last = growth(measured)
    lines = [
        f"{minutes:g} minutes: {work.done}, {work.wrong} wrong, {len(work.failures)} failed",
        f"{first / 1e6:.0f} MB → {last / 1e6:.0f} MB: {grown:+.1%} (goal ≤ {GOAL:.0%})",
        *work.failures,
    ]
    sys.stdout.write("\n".join(lines) + "\n")
    return 1 if work.failures or work.wrong or grown > GOAL else 0


if __name__ == "__main__":
    sys.exit(main())
