"""Whose code a rerun of a page spends its time in: `python -m tests.benchmarks.profile_pages`.

Shares of the time inside the functions of each package, in the states of `bench_pages`. Python's
profiler makes many small calls look dearer than few large ones; a statement of DuckDB is one call.
"""

import cProfile
import os
import pstats
import sys
import tempfile
from collections import Counter
from pathlib import Path

from streamlit.runtime.scriptrunner.script_runner import ScriptRunner

from pages.shared import identity
from tests.benchmarks.bench_pages import ELEMENTS, ROOT, STATES, before, opened, turned_to
from tests.benchmarks.stores_of_benchmarks import prepare

RUNS = 5
PACKAGES = ("streamlit", "pandas", "numpy", "pyarrow", "plotly", "google", "duckdb")
OURS = ("pages", "data", "queries", "dashboard.py")


def owner(function):
    """Give whose a function is: a package, "ours", "SQL" where DuckDB runs, or "python"."""
    file, _line, name = function
    if file == "~":
        return next((one for one in PACKAGES if one in name), "python")
    if file == str(ROOT / "queries" / "__init__.py") and name == "ask":
        return "SQL"
    parts = Path(file).parts
    if "site-packages" in parts:
        package = parts[parts.index("site-packages") + 1].strip("_")
        return (
            package if package in PACKAGES else "plotly" if package == "plotly_utils" else "other"
        )
    return "ours" if file.startswith(tuple(str(ROOT / one) for one in OURS)) else "python"


def profiled(app, state):
    """Give the seconds spent in the code of each owner over some reruns."""
    found = []
    run = ScriptRunner._run_script  # noqa: SLF001  what a rerun is, without the test's own part

    def watched(runner, *args, **kwargs):
        with cProfile.Profile() as profile:
            run(runner, *args, **kwargs)
        found.append(profile)

    for _run in range(RUNS):
        before(app, state)
        ScriptRunner._run_script = watched  # noqa: SLF001
        app.run()
        ScriptRunner._run_script = run  # noqa: SLF001
    spent = Counter()
    for profile in found:
        for function, (_, _, own, _, _) in pstats.Stats(profile).stats.items():
            spent[owner(function)] += own
    return spent


def main():
    identity.came_by_link = lambda: True
    columns = ("streamlit", "pandas", "pyarrow", "plotly", "SQL", "ours")
    sys.stdout.write(f"| page, state | {' | '.join(columns)} | rest |\n")
    sys.stdout.write(f"| --- |{' ---: |' * (len(columns) + 1)}\n")
    with tempfile.TemporaryDirectory() as name:
        folders = {"home": Path(name)}
        prepare(folders["home"], 1)
        turned_to("home", folders)
        app = opened()
        for page in ELEMENTS:
            app.switch_page(f"pages/{page}.py").run()
            for state in STATES:
                spent = profiled(app, state)
                whole = sum(spent.values())
                shares = [spent[one] / whole for one in columns]
                cells = " | ".join(f"{share:.0%}" for share in (*shares, 1 - sum(shares)))
                sys.stdout.write(f"| {page}, {state} | {cells} |\n")
                sys.stdout.flush()
        os._exit(0)


if __name__ == "__main__":
    main()
