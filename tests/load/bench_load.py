"""Many people at once: everybody clicks filters, one in ten clicks is a report; ours and naive.

Run it by hand from the project folder: `python -m tests.load.bench_load [people …]`. Both apps
run in the same run, one after the other; each answer is checked against the filter of who asked.
With `--servers 1 2` also one and two servers over PostgreSQL, through their front; `--ours` leaves
the naive app out, which takes ten times as long.
"""

import argparse
import contextlib
import os
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path

import psutil
from platformdirs import user_data_path
from streamlit.util import calc_hash
from websockets.sync.client import connect

from data.catalogue import set_up
from data.database import Database, copy_store, open_database
from data.examples import PLAN_FILE, SCORES_FILE, example_agency, import_file
from data.model.access import planner_here
from data.model.thai_time import today
from data.words import filters as filter_words
from data.words import navigation as words
from pages.shared.navigation import address
from pages.shared.safe import plain
from queries import measures, scores
from tests.helpers import postgresql
from tests.load.clicking import Clicker
from tests.load.people import Reporter
from tests.running import ROOT, _wait, free_port, planner_cookie, running_app, served

CLICKS = 20
REPORTED = 10
"""Of so many clicks one is a report, of those who may."""
GOALS = {10: (0.15, 0.5), 25: (0.5, 1.0), 50: ("", 3.0)}
SCOPE = words.SCOPE.partition(":")[0]
NAIVE = ROOT / "tests" / "load" / "naive_page.py"


def said(years):
    return plain(filter_words.years(years))


def prepare(folder):
    """Write the store of the app, and the same scores and measures as workbooks."""
    opened = open_database(folder / "store" / "ita.duckdb").acting_as(planner_here("bench"))
    set_up(opened, example_agency(), "load")
    for path in (PLAN_FILE, SCORES_FILE):
        import_file(opened, path, "load")
    scores.home_scores(opened).to_excel(folder / "scores.xlsx", index=False)
    listed = measures.measures(opened, as_of=today())
    listed.assign(division=listed["lead"].str[0])[["measure_id", "action", "division"]].to_excel(
        folder / "measures.xlsx", index=False
    )
    opened.close()
    return folder / "store" / "ita.duckdb", tuple(listed["measure_id"])


@dataclass(frozen=True)
class Place:
    """Where people sit down: an app, a page of it, how it says its scope, and their cookies."""

    address: str
    processes: Callable
    scope: str
    said: Callable
    page: str = ""
    headers: dict = field(default_factory=dict)
    measures: tuple = ()
    """Which measures are reported on, where that is done on a page of its own."""

    def spent(self):
        """Give the seconds of the processor, with those of processes that have ended."""
        return sum(sum(one.cpu_times()[:4]) for one in self.processes())


def only(process):
    """Give what names the one process of an app."""
    return lambda: [psutil.Process(process)]


@contextlib.contextmanager
def naive(folder):
    port = free_port()
    command = [sys.executable, "-m", "streamlit", "run", str(NAIVE), f"--server.port={port}"]
    quiet = subprocess.DEVNULL
    with subprocess.Popen(
        [*command, "--server.headless=true", "--", str(folder)],
        cwd=ROOT,
        stdout=quiet,
        stderr=quiet,
    ) as server:
        try:
            _wait(server, f"http://127.0.0.1:{port}/_stcore/health")
            yield Place(
                f"127.0.0.1:{port}",
                only(server.pid),
                "scope ",
                lambda years: " ".join(map(str, years)),
            )
        finally:
            server.terminate()


def report(place, clicker):
    """Report as one does there: in the form of the page, or on a page for it: two clicks."""
    if not place.measures:
        clicker.timed(clicker.report)
        return
    with at(place, clicker.seed) as socket:
        reporter = Reporter(socket)
        measure_id = place.measures[clicker.seed % len(place.measures)]
        clicker.timed(lambda: reporter.open(measure_id))
        _, saved = clicker.timed(reporter.send_in)
    # Of two who report on one measure at once the second is told, and asked to look again.
    clicker.refused += not saved


def at(place, seed=0):
    """Lend a websocket of one's own, from an address of one's own: each may have so many pages."""
    return connect(
        f"ws://{place.address}/_stcore/stream",
        origin=f"http://{place.address}",
        subprotocols=["streamlit"],
        additional_headers={"X-Forwarded-For": f"10.0.0.{seed}", **place.headers},
        max_size=None,
    )


def clicked(place, people, *, writing):
    """Let people click at once and give the clickers."""
    clickers, failures = [], []
    ready = threading.Barrier(people)

    def sit_down(seed):
        try:
            with at(place, seed) as socket:
                clicker = Clicker(socket, seed, place.scope, place.said)
                clicker.open(place.page)
                clickers.append(clicker)
                ready.wait()
                for click in range(CLICKS):
                    if writing and (click + seed) % REPORTED == 0:
                        report(place, clicker)
                    else:
                        clicker.filter()
        except Exception as error:  # noqa: BLE001  told at the end, with everybody's
            failures.append(repr(error))
            ready.abort()

    threads = [threading.Thread(target=sit_down, args=(seed,)) for seed in range(people)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not failures, failures
    return clickers


def told(name, people, clickers, cpu):
    seconds = sorted(second for clicker in clickers for second in clicker.seconds)
    middle, late = statistics.median(seconds), seconds[int(0.95 * len(seconds))]
    sizes = statistics.median(size for clicker in clickers for size in clicker.sent_bytes[1:])
    goal = GOALS.get(people, ("", ""))
    wrong, checked = (sum(getattr(one, key) for one in clickers) for key in ("wrong", "checked"))
    print(  # noqa: T201
        f"{name:44}{people:>4}{middle:8.2f}{late:8.2f}   goal {goal[0]}/{goal[1]}"
        f"{1000 * cpu / len(seconds):9.0f} ms CPU{sizes / 1000:8.1f} kB"
        f"   wrong {wrong} of {checked}, {sum(one.refused for one in clickers)} reports refused",
        flush=True,
    )


def run(name, place, people, *, writing):
    before = place.spent()
    clickers = clicked(place, people, writing=writing)
    told(name, people, clickers, place.spent() - before)


def overview(app, folder, processes, listed):
    """Give the first page of an app to a planner, whose key lies in a folder."""
    planner = {"Cookie": planner_cookie(app.address, folder)}
    return Place(app.address, processes, plain(SCOPE), said, headers=planner, measures=listed)


def measured(name, place, people):
    """Let people click on the overview, then on the divisions where they report."""
    divisions = replace(place, page=calc_hash(address("division_progress")))
    run(f"{name}overview, filters", place, people, writing=False)
    run(f"{name}divisions, filters and reports", divisions, people, writing=True)


def copied(store, server, name):
    """Copy the store of the app into a new database of a server; gives its address."""
    place = postgresql.new_database(server, name)
    person = planner_here("load")
    with (
        contextlib.closing(open_database(store)) as file,
        contextlib.closing(Database(place)) as target,
    ):
        copy_store(file.acting_as(person), target.acting_as(person))
    return place


def at_servers(count, store, listed, people):
    """Let people click at so many servers over PostgreSQL."""
    with postgresql.server(hasty=False) as server:
        place = copied(store, server, "load")
        with served(place, count) as app:

            def processes():
                return [*psutil.Process(app.process).children(), *postgresql.processes(server)]

            folder = user_data_path("ita-dashboard", appauthor=False)
            measured(f"behind a front, {count}: ", overview(app, folder, processes, listed), people)


def beside_naive(folder, people):
    """Let people click at the naive page over the same store."""
    with naive(folder) as place:
        run("naive page, filters", place, people, writing=False)
        run("naive page, filters and reports", place, people, writing=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("people", type=int, nargs="*", default=[10, 25])
    parser.add_argument("--servers", type=int, nargs="*", default=[])
    parser.add_argument("--ours", action="store_true")
    typed = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        os.environ["XDG_DATA_HOME"] = name  # the key of who works here is left alone
        store, listed = prepare(folder)
        for people in typed.people:
            with running_app(store) as app:
                place = overview(app, store.parent, only(app.process), listed)
                measured("", place, people)
            for count in typed.servers:
                at_servers(count, store, listed, people)
            if not typed.ours:
                beside_naive(folder, people)


if __name__ == "__main__":
    started = time.perf_counter()
    main()
    print(f"{time.perf_counter() - started:.0f} s")  # noqa: T201
