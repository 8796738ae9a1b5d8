"""Many people at once: everybody clicks filters, one in ten clicks is a report; ours and naive.

Run it by hand from the project folder: `python -m tests.load.bench_load [people …]`. Both apps
run in the same run, one after the other; each answer is checked against the filter of who asked.
"""

import contextlib
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
from streamlit.util import calc_hash
from websockets.sync.client import connect

from data.catalogue import set_up
from data.database import open_database
from data.examples import PLAN_FILE, SCORES_FILE, example_agency, import_file
from data.model.access import planner_here
from data.model.thai_time import today
from data.words import filters as filter_words
from data.words import navigation as words
from pages.shared.navigation import address
from pages.shared.safe import plain
from queries import measures, scores
from tests.load.clicking import Clicker
from tests.load.people import Reporter
from tests.running import ROOT, _wait, free_port, planner_cookie, running_app

CLICKS = 20
REPORTED = 10
"""Of so many clicks one is a report, of those who may."""
GOALS = {10: (0.15, 0.5), 25: (0.5, 1.5)}
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
    process: int
    scope: str
    said: Callable
    page: str = ""
    headers: dict = field(default_factory=dict)
    measures: tuple = ()
    """Which measures are reported on, where that is done on a page of its own."""

    def spent(self):
        return sum(psutil.Process(self.process).cpu_times()[:2])


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
                server.pid,
                "scope ",
                lambda years: " ".join(map(str, years)),
            )
        finally:
            server.terminate()


def seconds_of_a_report(place, clicker):
    """Report as one does there: in the form of the page, or on a page for it, opened and saved."""
    begun = time.perf_counter()
    if place.measures:
        with at(place) as socket:
            _, saved = Reporter(socket).report(place.measures[clicker.seed % len(place.measures)])
        # Of two who report on one measure at once the second is told, and asked to look again.
        clicker.refused += not saved
    else:
        clicker.report()
    return time.perf_counter() - begun


def at(place):
    """Lend a websocket of one's own."""
    return connect(
        f"ws://{place.address}/_stcore/stream",
        origin=f"http://{place.address}",
        subprotocols=["streamlit"],
        additional_headers=place.headers,
        max_size=None,
    )


def clicked(place, people, *, writing):
    """Let people click at once and give the clickers."""
    clickers, failures = [], []
    ready = threading.Barrier(people)

    def sit_down(seed):
        try:
            with at(place) as socket:
                clicker = Clicker(socket, seed, place.scope, place.said)
                clicker.open(place.page)
                clickers.append(clicker)
                ready.wait()
                for click in range(CLICKS):
                    if writing and (click + seed) % REPORTED == 0:
                        clicker.seconds.append(seconds_of_a_report(place, clicker))
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
        f"{name:34}{people:>4}{middle:8.2f}{late:8.2f}   goal {goal[0]}/{goal[1]}"
        f"{1000 * cpu / len(seconds):9.0f} ms CPU{sizes / 1000:8.1f} kB"
        f"   wrong {wrong} of {checked}, {sum(one.refused for one in clickers)} reports refused",
        flush=True,
    )


def run(name, place, people, *, writing):
    before = place.spent()
    clickers = clicked(place, people, writing=writing)
    told(name, people, clickers, place.spent() - before)


def main():
    counts = [int(one) for one in sys.argv[1:]] or [10, 25]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        store, listed = prepare(folder)
        for people in counts:
            with running_app(store) as app:
                planner = {"Cookie": planner_cookie(app.address, store.parent)}
                overview = Place(
                    app.address, app.process, plain(SCOPE), said, headers=planner, measures=listed
                )
                divisions = replace(overview, page=calc_hash(address("division_progress")))
                run("overview, filters", overview, people, writing=False)
                run("divisions, filters and reports", divisions, people, writing=True)
            with naive(folder) as place:
                run("naive page, filters", place, people, writing=False)
                run("naive page, filters and reports", place, people, writing=True)


if __name__ == "__main__":
    started = time.perf_counter()
    main()
    print(f"{time.perf_counter() - started:.0f} s")  # noqa: T201
