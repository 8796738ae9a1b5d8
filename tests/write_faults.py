"""Every write of a deed fails once: python -m tests.write_faults [--only import status]."""

import argparse
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from tests.faults import judges, syscalls
from tests.faults.writes import KINDS, Stage


def say(line):
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def failed_everywhere(stage, kind, spare=3):
    """Fail each call in each way; a deed may come to a few calls more than it did once."""
    length = len(stage.calls(kind)) + spare
    for fault in judges.FAULTS:
        for at in range(1, length + 1):
            yield stage.struck(kind, fault, at)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", nargs="+", choices=KINDS, default=KINDS)
    typed = parser.parse_args()
    if reason := syscalls.missing():
        say(reason)
        return 2
    faults = 0
    with tempfile.TemporaryDirectory() as folder:
        stage = Stage(Path(folder))
        for kind in typed.only:
            begun, calls, said = time.monotonic(), Counter(), Counter()
            for strike in filter(None, failed_everywhere(stage, kind)):
                calls[strike.call] += 1
                said[strike.said] += 1
                faults += len(strike.faults)
                for fault in strike.faults:
                    say(f"{strike.name} ({strike.call}): {fault}")
            told = " · ".join(f"{call} {number}" for call, number in calls.most_common())
            say(f"{kind}: {calls.total()} failed in {time.monotonic() - begun:.0f} s: {told}")
            say(f"  said: {' · '.join(f'{word} {number}' for word, number in said.most_common())}")
    say(f"{faults} faults")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
