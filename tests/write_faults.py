"""Every write of a deed fails once: python -m tests.write_faults [--only import status] [--app].

With `--app` somebody saves on the pages of the running app, which goes on through all of it.
"""

import argparse
import errno
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from tests.faults import judges, syscalls
from tests.faults.failing_apps import desk
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


def through_the_app(spare=3):
    """Fail each call of a report and of an import on the pages, once and from there on."""
    number = 0
    with tempfile.TemporaryDirectory() as folder:
        with desk(Path(folder)) as people:
            for kind in people.acts:
                people.save(kind)
                said, begun = Counter(), time.monotonic()
                for error, once in ((errno.EIO, True), (errno.ENOSPC, False), (errno.EROFS, False)):
                    for after in range(1, most_calls(people, kind) + spare):
                        met, saved, faults = people.struck(kind, error, after, once=once)
                        said["saved" if saved else "refused"] += met
                        for fault in faults:
                            say(f"{kind} {errno.errorcode[error]} {after}: {fault}")
                        number += len(faults)
                say(f"{kind} on its page: {dict(said)} in {time.monotonic() - begun:.0f} s")
        for fault in people.untrue():
            say(fault)
            number += 1
    say(f"{number} faults")
    return 1 if number else 0


def most_calls(people, kind):
    """Count the write-type calls of a save on a sound disk."""
    people.disk.calls.clear()
    people.save(kind)
    return len(people.disk.calls)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", nargs="+", choices=KINDS, default=KINDS)
    parser.add_argument("--app", action="store_true")
    typed = parser.parse_args()
    if reason := syscalls.missing():
        say(reason)
        return 2
    if typed.app:
        return through_the_app()
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
