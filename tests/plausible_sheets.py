"""Import plausible sheets whose truth is known: `python -m tests.plausible_sheets 10000 --seed 1`.

A wrong store is a score that is saved without a question and is none: another kind, body or year.
"""

import argparse
import sys
from collections import Counter
from collections.abc import Iterator

from data.framework import hold
from data.importers import read, recognise_sheets
from data.importers.identity.other_sheets import beside_other_sheets
from data.model.problems import ProblemCode
from data.model.records import Import
from tests.catalogues import home_catalogue
from tests.fuzzing.plausible import Plausible, plausible

ASKS = {ProblemCode.ASK_KIND, ProblemCode.ASK_AGENCY, ProblemCode.ASK_YEAR}


def judged(made: Plausible) -> str:
    """Tell what becomes of a file in a fresh store: wrong, stored, asked or refused."""
    imports = beside_other_sheets([read(one) for one in recognise_sheets(made.sheets)])
    answers = [_judged(made, imported) for imported in imports]
    return next(answer for answer in ("wrong", "stored", "asked", "refused") if answer in answers)


def _judged(made: Plausible, imported: Import) -> str:
    codes = {problem.code for problem in imported.blocking}
    if codes & ASKS:
        return "asked"
    if codes or imported.empty:
        return "refused"
    scores = imported.scores
    if imported.identity.agency is None and "" in set(scores["agency"]):
        return "asked"  # by a store that has nothing of ours yet
    keys = zip(scores["agency"], scores["year"].astype(int), scores["code"], strict=True)
    told = dict(zip(keys, scores["value"], strict=True))
    fits = all(made.truth.get(key) == value for key, value in told.items())
    fits = fits and not made.traps and set(scores["provisional"]) == {made.provisional}
    return "stored" if fits else "wrong"


def run(count: int, seed: int) -> Iterator[tuple[str, Plausible, str]]:
    """Judge files one after another; each is named by its seed."""
    for at in range(count):
        name = f"{seed}-{at}"
        made = plausible(name)
        yield name, made, judged(made)


def main() -> int:
    """Print the figures; 1 where a score was stored wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("count", type=int)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    hold(home_catalogue())
    outcomes: Counter[str] = Counter()
    plain: Counter[str] = Counter()
    for name, made, outcome in run(given.count, given.seed):
        outcomes[outcome] += 1
        if made.plain and not made.traps:
            plain[outcome] += 1
        if outcome == "wrong" or (made.plain and not made.traps and outcome != "stored"):
            sys.stdout.write(f"{outcome} {name} {made.traps} {made.sheets[0].rows[:4]}\n")
    sys.stdout.write(f"{given.count} sheets, seed {given.seed}: {dict(outcomes)}\n")
    sys.stdout.write(f"{plain.total()} plain: {dict(plain)}\n")
    return 1 if outcomes["wrong"] else 0


if __name__ == "__main__":
    sys.exit(main())
