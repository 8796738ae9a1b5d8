"""Processes killed at random moments: python -m tests.kill_runs 1000 [--seed 2569] [--app].

With `--app` it is the app that is killed, in which people report and import; with `--servers` one
of two at a PostgreSQL, or a process of that.
"""

import argparse
import os
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from tests.faults.app_kills import app_kills
from tests.faults.kills import kills
from tests.faults.servers import app_kills as app_server_kills
from tests.faults.servers import kills as server_kills
from tests.helpers import postgresql

FAULTS = ("crash", "lost", "twice", "partial", "backup", "left behind", "slow")


def say(line):
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def of_servers(killed):
    """Give what kills servers at a PostgreSQL, started for it."""

    def at_one(count, folder, seed):
        os.environ["XDG_DATA_HOME"] = str(folder)  # the key of who works here is left alone
        with postgresql.server() as server:
            yield from killed(count, server, seed)

    return at_one


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("count", type=int)
    parser.add_argument("--seed", type=int, default=2569)
    parser.add_argument("--app", action="store_true")
    parser.add_argument("--servers", action="store_true")
    typed = parser.parse_args()
    killed = app_kills if typed.app else kills
    if typed.servers:
        killed = of_servers(app_server_kills.app_kills if typed.app else server_kills.kills)
    victims, landed, faults = Counter(), Counter(), Counter()
    acknowledged, slowest, begun = 0, 0.0, time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        for at, kill in enumerate(killed(typed.count, Path(folder), typed.seed)):
            victims[kill.victim] += 1
            landed[kill.victim] += kill.landed
            acknowledged += kill.acknowledged
            slowest = max(slowest, kill.reopening)
            for fault in kill.faults:
                faults[next(kind for kind in FAULTS if fault.startswith(kind))] += 1
                say(f"{typed.seed}-{at} {kill.victim}: {fault}")
    say(f"{typed.count} kills, seed {typed.seed}, {time.monotonic() - begun:.0f} s")
    say(f"{acknowledged} acknowledged, slowest reopening {slowest:.2f} s")
    say(" · ".join(f"{kind} {n} ({landed[kind]} landed)" for kind, n in victims.most_common()))
    say(" · ".join(f"{kind} {faults[kind]}" for kind in FAULTS))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
