"""From the start of a process to its first whole page, and what it weighs then.

Run it by hand: `python -m tests.benchmarks.bench_start [agencies [rounds]]`.
A bare app that imports the same packages, ours with home and ours with national data take turns.
Seconds and MB are medians; of the commands, too. Only ratios within one run mean anything.
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from pathlib import Path

import psutil

from tests.benchmarks.stores_of_benchmarks import prepare
from tests.running import ROOT, running_app, visiting

BARE = """
import duckdb, openpyxl, pandas as pd, plotly.graph_objects as go, pyarrow, streamlit as st
st.set_page_config(layout="wide")
st.title("ITA")
scores = duckdb.sql("select range as year, 80 + range as score from range(10)").df()
st.plotly_chart(go.Figure(go.Scatter(x=scores["year"], y=scores["score"])))
st.dataframe(scores)
"""
COMMANDS = {"--help": 0.3, "levels": 0.9}
"""Seconds that each may take."""
START_GOAL = 1.5
"""Times the wall of bare."""
MEMORY = {"home": 260, "nation": 320}
"""MB with one session."""
ROUNDS = 7


def first_page(script, store):
    """Give seconds of the wall and of the processor to the first page, and MB after it."""
    begun = time.perf_counter()
    with running_app(store, script=script) as app, visiting(app) as visitor:
        faults = visitor.run()
        wall = time.perf_counter() - begun
        process = psutil.Process(app.process)
        spent = process.cpu_times()
        assert not faults, faults
        return wall, spent.user + spent.system, process.memory_info().rss / 1e6


def command(typed, store):
    """Give seconds of the wall and of the processor of a command."""
    before, begun = os.times(), time.perf_counter()
    subprocess.run(
        [sys.executable, "-m", "data", typed],
        cwd=ROOT,
        env=os.environ | {"ITA_DATABASE": str(store)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        check=True,
    )
    after = os.times()
    spent = after.children_user + after.children_system
    return time.perf_counter() - begun, spent - before.children_user - before.children_system


def say(line):
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def judged(value, goal):
    return f"{value} (<= {goal})" if value <= goal else f"**{value}** (<= {goal})"


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("agencies", type=int, nargs="?", default=8317)
    parser.add_argument("rounds", type=int, nargs="?", default=ROUNDS)
    typed = parser.parse_args()
    found = defaultdict(list)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for kind, agencies in (("home", 1), ("nation", typed.agencies)):
            prepare(folder / kind, agencies)
        (folder / "bare.py").write_text(BARE, encoding="utf-8")
        stores = {kind: folder / kind / "ita.duckdb" for kind in MEMORY}
        scripts = {"bare": folder / "bare.py"} | dict.fromkeys(MEMORY, ROOT / "dashboard.py")
        for _ in range(typed.rounds):
            for kind, script in scripts.items():
                found[kind].append(first_page(script, stores.get(kind, folder / "none.duckdb")))
            for typed_word in COMMANDS:
                found[typed_word].append(command(typed_word, stores["home"]))
    middle = {
        kind: [statistics.median(column) for column in zip(*measured, strict=True)]
        for kind, measured in found.items()
    }
    say("| what | s wall / processor | x bare | MB |\n| --- | --- | --- | --- |")
    for kind in scripts:
        wall, spent, weight = middle[kind]
        times = judged(round(wall / middle["bare"][0], 1), START_GOAL)
        weighed = judged(round(weight), MEMORY[kind]) if kind in MEMORY else round(weight)
        say(f"| {kind} | {wall:.2f} / {spent:.2f} | {times} | {weighed} |")
    for typed_word, goal in COMMANDS.items():
        wall, spent = middle[typed_word]
        say(f"| `data {typed_word}` | {judged(round(wall, 2), goal)} / {spent:.2f} | | |")


if __name__ == "__main__":
    main()
