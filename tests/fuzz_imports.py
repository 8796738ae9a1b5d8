"""Mutated files through the whole import: python -m tests.fuzz_imports 10000 [--seed 2569]."""

import argparse
import sys
import time
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from data.catalogue import set_up
from data.database import Source, open_database, save
from data.database.connection import IN_MEMORY
from data.examples import PLAN_FILE, example_agency
from data.importers import read_sheets
from data.model.access import planner_here
from data.model.records import Import
from tests.fuzzing.mutations import mutated_file
from tests.fuzzing.oracle import Verdict, judged
from tests.sheet_reading import read

FILES_A_STORE = 100
"""Then a new store: what is held already would hide what is not saved again."""
KINDS = ("crash", "invented", "lost", "partial save")


def fuzz(
    count: int, *, seed: int, apart: float = 0.25, saved: int = 1
) -> Iterator[tuple[str, Verdict]]:
    """Give name and verdict of `count` files; `apart` is the share of workbooks and the like.

    One file of `saved` goes on into the store, the others are only read.
    """
    for start in range(0, count, FILES_A_STORE):
        database = open_database(IN_MEMORY).acting_as(planner_here("fuzz"))
        set_up(database, example_agency(), "fuzz")
        save(database, real_plan(), Source(PLAN_FILE.name, PLAN_FILE.read_bytes(), "fuzz"))
        for at in range(start, min(start + FILES_A_STORE, count)):
            file = mutated_file(f"{seed}-{at}", apart=apart)
            yield f"{file.kind} {seed}-{at}", judged(file, None if at % saved else database)
        database.close()


@cache
def real_plan() -> Import:
    (sheet,) = read_sheets(PLAN_FILE.name, PLAN_FILE.read_bytes())
    return read(sheet)


def say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("count", type=int)
    parser.add_argument("--seed", type=int, default=2569)
    parser.add_argument("--apart", type=float, default=0.25)
    parser.add_argument("--saved", type=int, default=1, help="one file of so many is saved too")
    typed = parser.parse_args()
    outcomes: Counter[str] = Counter()
    faults: Counter[str] = Counter()
    begun = time.monotonic()
    for name, verdict in fuzz(typed.count, seed=typed.seed, apart=typed.apart, saved=typed.saved):
        outcomes[verdict.outcome] += 1
        for fault in verdict.faults:
            faults[next((kind for kind in KINDS if kind in fault), "other")] += 1
            say(f"{name}: {fault}")
    say(f"{typed.count} files, seed {typed.seed}, {time.monotonic() - begun:.0f} s")
    say(" · ".join(f"{outcome} {number}" for outcome, number in outcomes.most_common()))
    say(" · ".join(f"{kind} {faults[kind]}" for kind in (*KINDS, "other")))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parents[1]))
    sys.exit(main())
