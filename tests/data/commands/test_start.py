"""What a start loads: a slow import comes back one line at a time."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
HEAVY = ("pandas", "duckdb", "pythainlp", "docx", "xlsxwriter", "openpyxl", "typst", "plotly")
SAY = """
import json, sys
from contextlib import redirect_stdout, suppress
from io import StringIO
{act}
print(json.dumps(sorted(sys.modules)))
"""
COMMAND = """
from data.commands.running import main
with redirect_stdout(StringIO()), suppress(SystemExit):
    main({typed})
"""
SERVER = "\n".join(
    line
    for line in (ROOT / "dashboard.py").read_text(encoding="utf-8").splitlines()
    if line.startswith(("import ", "from "))
)


def loaded(act, store):
    ended = subprocess.run(
        [sys.executable, "-c", SAY.format(act=act)],
        cwd=ROOT,
        env={**os.environ, "ITA_DATABASE": str(store)},
        capture_output=True,
        check=True,
    )
    return json.loads(ended.stdout.splitlines()[-1])


@pytest.mark.parametrize(
    ("act", "needs", "most"),
    [
        (COMMAND.format(typed=["--help"]), set(), 200),
        (COMMAND.format(typed=["levels"]), {"pandas", "duckdb"}, 900),
        (SERVER, {"pandas", "duckdb", "plotly", "xlsxwriter"}, 1600),
    ],
    ids=["help", "levels", "server"],
)
def test_a_start_loads_only_what_it_needs(act, needs, most, sample_store):
    modules = loaded(act, sample_store)

    assert {name for name in HEAVY if name in modules} <= needs
    assert not [name for name in modules if name.startswith("data.importers.scores")]
    assert len(modules) <= most
