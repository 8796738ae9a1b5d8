"""Reruns of every page with home and national data, beside a bare page of the same elements.

Run it by hand: `python -m tests.benchmarks.bench_pages [agencies [rounds]]`.
Bare, home and nation take turns within each round; CPU is that of the process, DuckDB's threads
included. Three states: *warm* is the same click again, *new* years nobody asked for, *report* the
first look after somebody's report. Milliseconds are medians; only ratios within one run mean
anything.
"""

import itertools
import os
import random
import statistics
import sys
import tempfile
import time
from collections import defaultdict
from pathlib import Path

import pandas as pd
from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.local_script_runner import LocalScriptRunner

from data.catalogue import set_up
from data.database import Source, open_database, report_status, save
from data.examples import PLAN_FILE, SCORES_FILE, example_agency, import_file
from data.framework import framework
from data.model.access import planner_here
from data.model.records import SCORE_COLUMNS, Form, Import, Status, StatusReport
from data.model.thai_time import today
from pages.shared import identity, session, store
from queries import measures
from tests.roundtrips import plan

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
GOALS = {"warm": 2, "new": 5, "report": 6, "nation": 1.3}
"""Times the CPU of bare; of the nation times that of home."""
ROUNDS = 7
MANY = 1200
MANY_GOAL = 800
"""Milliseconds of the page of linked measures after a report, where a plan has so many."""
MEASURED = (("bare", "warm"), *itertools.product(("home", "nation"), STATES))
"""Bare is warm always: it has nothing to read."""
YEARS = (2567, 2568, 2569)
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


def national_scores(agencies, generator):
    """Give scores of many agencies over three years: total, instruments, indicators, items."""
    codes = [("total", "total"), *(("instrument", code) for code in ("IIT", "EIT", "OIT"))]
    codes += [("indicator", str(number)) for number in range(1, 11)]
    codes += [("item", item.code) for item in framework(2568).items if item.code.startswith("o")]
    for year in YEARS:
        rows = pd.MultiIndex.from_product([range(agencies), range(len(codes))]).to_frame(
            index=False
        )
        rows.columns = ["number", "code"]
        names = [f"องค์การบริหารส่วนตำบลที่{number}" for number in range(agencies)]
        names[0] = ""
        frame = pd.DataFrame(
            {
                "agency": pd.Series(names).take(rows["number"]).to_numpy(),
                "district": pd.Series([f"อำเภอ{n % 900}" for n in range(agencies)])
                .take(rows["number"])
                .to_numpy(),
                "province": pd.Series([f"จังหวัด{n % 77}" for n in range(agencies)])
                .take(rows["number"])
                .to_numpy(),
                "year": year,
                "level": pd.Series([level for level, _ in codes]).take(rows["code"]).to_numpy(),
                "code": pd.Series([code for _, code in codes]).take(rows["code"]).to_numpy(),
                "value": [round(generator.uniform(60, 100), 2) for _ in range(len(rows))],
                "provisional": False,
                "cell_part": "",
                "cell_row": rows["number"].to_numpy() + 1,
                "cell_column": rows["code"].to_numpy() + 4,
            }
        )[list(SCORE_COLUMNS)]
        frame.loc[frame["agency"] == "", ["district", "province"]] = ""
        yield year, frame


def prepare(folder, agencies):
    database = open_database(folder / "ita.duckdb").acting_as(planner_here("bench"))
    set_up(database, example_agency(), "bench")
    for path in (PLAN_FILE, SCORES_FILE):
        import_file(database, path, "bench")
    generator = random.Random(2569)  # noqa: S311  invented scores
    for year, frame in national_scores(agencies, generator):
        found = Import(Form.SCORES_AGENCIES, str(year), agencies, agencies, 0, frame)
        save(database, found, Source(f"{year}.csv", str(year).encode(), "bench"))
    database.close()


def prepare_many(folder):
    prepare(folder, 1)
    database = open_database(folder / "ita.duckdb").acting_as(planner_here("bench"))
    plan(database, *(f"i{number}" for number in range(1, MANY + 1)), year=YEARS[-1] + 1)
    database.close()


def opened():
    return AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=120).run()


def turned_to(kind, folders):
    """Let the app find the store of a kind; bare needs none of its own."""
    os.environ["ITA_DATABASE"] = str(folders.get(kind, folders["home"]) / "ita.duckdb")


def choose(app, years):
    pills = [group for group in app.get("pills") if group.key == "years"]
    if pills:
        pills[0].set_value(list(years))


def forget(path):
    """Drop what anybody has asked of a store; what the store keeps of its statements stays."""
    kept = session._answers().kept  # noqa: SLF001
    for key in [key for key in kept if repr(path) in key]:
        del kept[key]


def before(app, state):
    """Bring about a state, unmeasured."""
    if state == "warm":
        app.run()
    elif state == "new":
        forget(os.environ["ITA_DATABASE"])
        choose(app, YEARS)
        app.run()
        choose(app, YEARS[1:])
    elif state == "report":
        database = store.store().acting_as(planner_here("bench"))
        listed = measures.measures(database, as_of=today())["measure_id"]
        about = StatusReport(listed.iloc[0], Status.IN_PROGRESS, 50, reported_by="bench")
        report_status(database, about)


def timed(app):
    wall, cpu = time.perf_counter(), time.process_time()
    app.run()
    return 1000 * (time.perf_counter() - wall), 1000 * (time.process_time() - cpu)


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


def measured(page, apps, folders, rounds):
    """Give (kind, state) -> median wall and CPU, and the kB of each kind."""
    found = defaultdict(list)
    for kind in apps:
        turned_to(kind, folders)
        if kind == "bare":
            figures, tables = ELEMENTS[page]
            source = BARE.format(figures=figures, tables=tables)
            apps[kind] = AppTest.from_string(source, default_timeout=60).run()
        else:
            apps[kind].switch_page(f"pages/{page}.py").run()
    for _round, (kind, state) in itertools.product(range(rounds), MEASURED):
        turned_to(kind, folders)
        before(apps[kind], state)
        found[kind, state].append(timed(apps[kind]))
    sizes = {}
    for kind, app in apps.items():
        turned_to(kind, folders)
        sizes[kind] = payload(app)
    medians = {
        key: tuple(statistics.median(column) for column in zip(*times, strict=True))
        for key, times in found.items()
    }
    return medians, sizes


def row(page, medians, sizes):
    """Give a line of the table: wall / CPU of each, times bare, and whether the goal is met."""
    bare = medians["bare", "warm"][1]
    cells = [f"{page} | {medians['bare', 'warm'][0]:.0f} / {bare:.0f}"]
    for state in STATES:
        wall, cpu = medians["home", state]
        cells.append(f"{wall:.0f} / {cpu:.0f} | {_judged(cpu / bare, GOALS[state])}")
    for state in STATES:
        wall, cpu = medians["nation", state]
        ratio = cpu / medians["home", state][1]
        cells.append(f"{wall:.0f} / {cpu:.0f} | {_judged(ratio, GOALS['nation'])}")
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


def heading():
    titles = ["page", "bare"]
    for state in STATES:
        titles += [f"home {state}", f"x bare (<= {GOALS[state]})"]
    for state in STATES:
        titles += [f"nation {state}", f"x home (<= {GOALS['nation']})"]
    titles.append("kB bare / home / nation")
    return f"| {' | '.join(titles)} |\n|{' --- |' * len(titles)}"


def main():
    started = time.perf_counter()
    # A page under test has no browser that could have used a link.
    identity.came_by_link = lambda: True
    agencies = int(sys.argv[1]) if len(sys.argv) > 1 else 8317
    rounds = int(sys.argv[2]) if len(sys.argv) > 2 else ROUNDS
    with tempfile.TemporaryDirectory() as name:
        folders = {kind: Path(name) / kind for kind in ("home", "nation")}
        prepare(folders["home"], 1)
        prepare(folders["nation"], agencies)
        apps = {"bare": None}
        for kind in folders:
            turned_to(kind, folders)
            apps[kind] = opened()
        print(heading(), flush=True)  # noqa: T201
        for page in ELEMENTS:
            print(row(page, *measured(page, apps, folders, rounds)), flush=True)  # noqa: T201
        folders["many"] = Path(name) / "many"
        prepare_many(folders["many"])
        print(row_of_many(folders, rounds), flush=True)  # noqa: T201
        print(f"{time.perf_counter() - started:.0f} s", flush=True)  # noqa: T201
        os._exit(0)


if __name__ == "__main__":
    main()
