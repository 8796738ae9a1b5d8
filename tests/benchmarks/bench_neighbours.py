"""The page that compares agencies, with the source of one of them open: a district and the nation.

Run it by hand from the project folder: `python -m tests.benchmarks.bench_neighbours [agencies]`. It
prints medians in milliseconds and their ratios; only ratios within one run mean anything.
"""

import os
import statistics
import sys
import tempfile
import time
from pathlib import Path

from streamlit.testing.v1 import AppTest

from data.database import open_database
from pages.shared import identity
from queries import scores
from tests.benchmarks.bench_pages import RERUNS, ROOT, prepare

DISTRICT = 30


def median(action):
    times = []
    for turn in range(RERUNS):
        start = time.perf_counter()
        action(turn)
        times.append(time.perf_counter() - start)
    return 1000 * statistics.median(times)


def queries_of(folder, agencies):
    """Time the two queries of the source section, each turn for another agency."""
    opened = open_database(folder / "ita.duckdb")
    one = {"year": 2568, "level": "total", "code": "total"}
    found = {
        "recorded_scores": median(
            lambda turn: scores.recorded_scores(opened, agency_id=2 + turn * 97 % agencies)
        ),
        "score_versions": median(
            lambda turn: scores.score_versions(opened, agency_id=2 + turn * 97 % agencies, **one)
        ),
    }
    opened.close()
    return found


def page_of(folder):
    """Time a rerun of the page with the whole store listed and one agency's source open."""
    os.environ["ITA_DATABASE"] = str(folder / "ita.duckdb")
    app = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=120).run()
    app.switch_page("pages/agency_comparison.py").run()
    closed = median(lambda _turn: app.run())
    app.selectbox(key="listed_group").set_value("all").run()
    listed = median(lambda _turn: app.run())
    app.selectbox(key="source_agency").set_value(3).run()
    return {"own group": closed, "all listed": listed, "+ source": median(lambda _turn: app.run())}


def main():
    # A page under test has no browser that could have used a link.
    identity.came_by_link = lambda: True
    agencies = int(sys.argv[1]) if len(sys.argv) > 1 else 8317
    with tempfile.TemporaryDirectory() as name:
        few, nation = Path(name) / "few", Path(name) / "nation"
        prepare(few, DISTRICT)
        prepare(nation, agencies)
        small = queries_of(few, DISTRICT - 2) | page_of(few)
        large = queries_of(nation, agencies - 2) | page_of(nation)
        print(f"{'':18}{DISTRICT:>8,}{agencies:>8,}{'ratio':>8}")  # noqa: T201
        for what, quick in small.items():
            print(f"{what:18}{quick:8.1f}{large[what]:8.1f}{large[what] / quick:8.2f}")  # noqa: T201
        sys.stdout.flush()
        os._exit(0)


if __name__ == "__main__":
    main()
