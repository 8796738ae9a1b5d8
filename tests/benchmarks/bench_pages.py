"""Reruns of every page with home and national data, beside a bare page of the same elements.

Run it by hand: `python -m tests.benchmarks.bench_pages [agencies [rounds]] [--postgresql]`.
Bare, home and nation take turns within each round, or bare, the nation in a file and the same on
a server that waits for the disk. CPU is that of the process, DuckDB's threads included, and of the
server, which tells its own in hundredths of a second. Three states: *warm* is the same click again,
*new* years nobody asked for, *report* the first look after somebody's report. Milliseconds are
medians; only ratios within one run mean anything.
"""

import argparse
import itertools
import os
import statistics
import tempfile
import time
from collections import defaultdict
from contextlib import ExitStack
from pathlib import Path

from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.local_script_runner import LocalScriptRunner

from data.database import report_status
from data.model.access import planner_here
from data.model.records import Status, StatusReport
from data.model.thai_time import today
from pages.shared import identity, session, store
from queries import measures
from tests.benchmarks.stores_of_benchmarks import (
    MANY,
    YEARS,
    prepare,
    prepare_many,
    prepare_server,
)
from tests.helpers import postgresql

ROOT = Path(__file__).parents[2]
ELEMENTS = {
    "executive_overview": (1, 1),
    "yearly_trends": (3, 2),
    "score_movement": (1, 1),
    "next_level": (0, 1),
    "agency_comparison": (1, 2),
    "linked_measures": (0, 6),
    "division_progress": (1, 2),
    "status_report": (0, 0),
    "official_reports": (0, 1),
    "import_history": (0, 1),
}
STATES = ("warm", "new", "report")
GOALS = {"warm": 2, "new": 5, "report": 6}
"""Times the CPU of bare."""
BESIDE = {("home", "nation"): 1.3, ("nation", "server"): 1.5}
"""Times the CPU of the first."""
ROUNDS = 7
MANY_GOAL = 800
"""Milliseconds of the page of linked measures after a report, where a plan has so many."""
BARE = """
import datetime as dt
import streamlit as st
from data.tables.filters import Filters
from pages.sections.measures import measures
from pages.sections.scores import figures, scores
from pages.shared import downloads

@st.cache_resource
def ready():
    every = Filters(as_of=dt.date(2026, 11, 22))
    drawings = (
        figures.indicator_heatmap(every.years),
        figures.indicator_small_multiples(every.years),
        figures.weakest_dots(every.years, 2569),
    )
    table = downloads._screen_frame(measures.plan_table(every))
    return [drawing.shown for drawing in drawings], table

drawings, table = ready()
st.pills("ปี", [2567, 2568, 2569], selection_mode="multi", key="years")
for number in range({figures}):
    st.plotly_chart(drawings[number], key=f"f{{number}}")
for number in range({tables}):
    st.dataframe(table, key=f"t{{number}}")
"""


def opened():
    return AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=120).run()


def turned_to(kind, places):
    """Let the app find the store of a kind, a folder or an address; bare needs none of its own."""
    place = places.get(kind) or next(iter(places.values()))
    os.environ["ITA_DATABASE"] = str(place / "ita.duckdb" if isinstance(place, Path) else place)


def choose(app, years):
    pills = [group for group in app.get("pills") if group.key == "years"]
    if pills:
        pills[0].set_value(list(years))


def forget(place):
    """Drop what anybody has asked of a store; what the store keeps of its statements stays."""
    kept = session._answers().kept  # noqa: SLF001
    for key in [key for key in kept if repr(place) in key]:
        del kept[key]


def before(app, state):
    """Bring about a state, unmeasured."""
    if state == "warm":
        app.run()
    elif state == "new":
        forget(store.store().place)
        choose(app, YEARS)
        app.run()
        choose(app, YEARS[1:])
    elif state == "report":
        database = store.store().acting_as(planner_here("bench"))
        listed = measures.measures(database, as_of=today())["measure_id"]
        about = StatusReport(listed.iloc[0], Status.IN_PROGRESS, 50, reported_by="bench")
        report_status(database, about)


def spent():
    """Give the seconds of the processor of this process, and of a server that has its store."""
    place = os.environ["ITA_DATABASE"]
    listed = postgresql.processes(place) if "://" in place else ()
    return time.process_time() + sum(sum(one.cpu_times()[:2]) for one in listed)


def timed(app):
    wall, cpu = time.perf_counter(), spent()
    app.run()
    return 1000 * (time.perf_counter() - wall), 1000 * (spent() - cpu)


def payload(app):
    """Give how many kB a rerun sends."""
    sizes = []
    give = LocalScriptRunner.forward_msgs

    def weighed(runner):
        messages = give(runner)
        sizes.append(sum(message.ByteSize() for message in messages))
        return messages

    LocalScriptRunner.forward_msgs = weighed
    app.run()
    LocalScriptRunner.forward_msgs = give
    return sizes[-1] / 1000


def measured(page, apps, places, rounds):
    """Give (kind, state) -> median wall and CPU, and the kB of each kind; bare is warm always."""
    found = defaultdict(list)
    for kind in apps:
        turned_to(kind, places)
        if kind == "bare":
            figures, tables = ELEMENTS[page]
            source = BARE.format(figures=figures, tables=tables)
            apps[kind] = AppTest.from_string(source, default_timeout=60).run()
        else:
            apps[kind].switch_page(f"pages/{page}.py").run()
    each = (("bare", "warm"), *itertools.product(places, STATES))
    for _round, (kind, state) in itertools.product(range(rounds), each):
        turned_to(kind, places)
        before(apps[kind], state)
        found[kind, state].append(timed(apps[kind]))
    sizes = {}
    for kind, app in apps.items():
        turned_to(kind, places)
        sizes[kind] = payload(app)
    medians = {
        key: tuple(statistics.median(column) for column in zip(*times, strict=True))
        for key, times in found.items()
    }
    return medians, sizes


def row(page, kinds, medians, sizes):
    """Give a line of the table: wall / CPU of each, times bare, and whether the goal is met."""
    bare = medians["bare", "warm"][1]
    cells = [f"{page} | {medians['bare', 'warm'][0]:.0f} / {bare:.0f}"]
    first, second = kinds
    for state in STATES:
        wall, cpu = medians[first, state]
        cells.append(f"{wall:.0f} / {cpu:.0f} | {_judged(cpu / bare, GOALS[state])}")
    for state in STATES:
        wall, cpu = medians[second, state]
        ratio = cpu / medians[first, state][1]
        cells.append(f"{wall:.0f} / {cpu:.0f} | {_judged(ratio, BESIDE[kinds])}")
    cells.append(" / ".join(f"{size:.0f}" for size in sizes.values()))
    return "| " + " | ".join(cells) + " |"


def _judged(ratio, goal):
    return f"{ratio:.1f}" if ratio <= goal else f"**{ratio:.1f}**"


def row_of_many(folders, rounds):
    """Give the line of linked measures after a report on one of very many."""
    turned_to("many", folders)
    app, times = opened(), []
    app.switch_page("pages/linked_measures.py").run()
    for _round in range(rounds):
        before(app, "report")
        times.append(timed(app))
    wall, cpu = (statistics.median(column) for column in zip(*times, strict=True))
    judged = _judged(wall, MANY_GOAL)
    return f"linked_measures, {MANY:,} measures, report (<= {MANY_GOAL}): {judged} / {cpu:.0f}"


def heading(kinds):
    titles = ["page", "bare"]
    first, second = kinds
    for state in STATES:
        titles += [f"{first} {state}", f"x bare (<= {GOALS[state]})"]
    for state in STATES:
        titles += [f"{second} {state}", f"x {first} (<= {BESIDE[kinds]})"]
    titles.append(f"kB bare / {first} / {second}")
    return f"| {' | '.join(titles)} |\n|{' --- |' * len(titles)}"


def main():
    started = time.perf_counter()
    # A page under test has no browser that could have used a link.
    identity.came_by_link = lambda: True
    parser = argparse.ArgumentParser()
    parser.add_argument("agencies", type=int, nargs="?", default=8317)
    parser.add_argument("rounds", type=int, nargs="?", default=ROUNDS)
    parser.add_argument("--postgresql", action="store_true")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as name, ExitStack() as servers:
        places = {"nation": Path(name) / "nation"}
        prepare(places["nation"], asked.agencies)
        if asked.postgresql:
            places["server"] = prepare_server(servers, places["nation"])
        else:
            places = {"home": Path(name) / "home", **places}
            prepare(places["home"], 1)
        kinds, apps = tuple(places), {"bare": None}
        for kind in kinds:
            turned_to(kind, places)
            apps[kind] = opened()
        print(heading(kinds), flush=True)  # noqa: T201
        for page in ELEMENTS:
            line = row(page, kinds, *measured(page, apps, places, asked.rounds))
            print(line, flush=True)  # noqa: T201
        if not asked.postgresql:
            places["many"] = Path(name) / "many"
            prepare_many(places["many"])
            print(row_of_many(places, asked.rounds), flush=True)  # noqa: T201
        print(f"{time.perf_counter() - started:.0f} s", flush=True)  # noqa: T201
        servers.close()
        os._exit(0)


if __name__ == "__main__":
    main()
