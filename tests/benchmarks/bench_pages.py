"""Reruns of each page: home data and national data, against a bare page of the same elements.

Run it by hand from the project folder: `python -m tests.benchmarks.bench_pages [agencies]`. It
prints medians in milliseconds and their ratios; only ratios within one run mean anything.
"""

import os
import random
import statistics
import sys
import tempfile
import time
from pathlib import Path

import pandas as pd
from streamlit.testing.v1 import AppTest

from data.database import Source, open_database, save
from data.examples import load_examples
from data.framework import framework
from data.model.access import planner_here
from data.model.records import SCORE_COLUMNS, Form, Import
from pages.shared import identity

ROOT = Path(__file__).parents[2]
PAGES = (
    "executive_overview",
    "yearly_trends",
    "score_movement",
    "next_level",
    "linked_measures",
    "division_progress",
    "import_history",
)
ELEMENTS = {
    "executive_overview": (1, 1),
    "yearly_trends": (3, 2),
    "score_movement": (1, 1),
    "next_level": (0, 1),
    "linked_measures": (0, 6),
    "division_progress": (1, 2),
    "import_history": (0, 1),
}
RERUNS = 20
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
    return [drawing.figure for drawing in drawings], table

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
                "sheet": "ประเทศ",
                "cell": "A1",
            }
        )[list(SCORE_COLUMNS)]
        frame.loc[frame["agency"] == "", ["district", "province"]] = ""
        yield year, frame


def prepare(folder, agencies):
    database = open_database(folder / "ita.duckdb").acting_as(planner_here("bench"))
    load_examples(database)
    generator = random.Random(2569)  # noqa: S311  invented scores
    for year, frame in national_scores(agencies, generator):
        found = Import(Form.SCORES_AGENCIES, str(year), agencies, agencies, 0, frame)
        save(database, found, Source(f"{year}.csv", str(year).encode(), "bench"))
    database.close()


def median_rerun(app):
    times = []
    for turn in range(RERUNS):
        pills = [group for group in app.get("pills") if group.key == "years"]
        if pills:
            pills[0].set_value([YEARS[-1 - turn % 2], YEARS[0]])
        start = time.perf_counter()
        app.run()
        times.append(time.perf_counter() - start)
    return 1000 * statistics.median(times)


def measure(folder):
    os.environ["ITA_DATABASE"] = str(folder / "ita.duckdb")
    app = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=120).run()
    found = {}
    for page in PAGES:
        app.switch_page(f"pages/{page}.py").run()
        found[page] = median_rerun(app)
    return found


def bare(page):
    figures, tables = ELEMENTS[page]
    source = BARE.format(figures=figures, tables=tables)
    return median_rerun(AppTest.from_string(source, default_timeout=60).run())


def main():
    # A page under test has no browser that could have used a link.
    identity.came_by_link = lambda: True
    agencies = int(sys.argv[1]) if len(sys.argv) > 1 else 8317
    with tempfile.TemporaryDirectory() as name:
        home, nation = Path(name) / "home", Path(name) / "nation"
        prepare(home, 1)
        prepare(nation, agencies)
        at_nation, at_home = measure(nation), measure(home)
        print(f"{'page':22}{'bare':>8}{'home':>8}{'x bare':>8}{'nation':>8}{'x home':>8}")  # noqa: T201
        for page in PAGES:
            base, own, all_of_them = bare(page), at_home[page], at_nation[page]
            ratios = f"{own / base:8.2f}{all_of_them:8.1f}{all_of_them / own:8.2f}"
            print(f"{page:22}{base:8.1f}{own:8.1f}{ratios}")  # noqa: T201
        sys.stdout.flush()
        os._exit(0)


if __name__ == "__main__":
    main()
