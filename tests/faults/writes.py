"""Failing each write of a deed in turn, and judging whether what was said of it is true."""

import re
import shutil
import time
from dataclasses import dataclass

from data.database import Database, backup, open_database
from data.database.backups.archives import unpack
from data.model.access import planner_here
from tests.faults import children, deeds, judges
from tests.faults.deeds import Deed
from tests.faults.kills import LONGEST_REOPENING, old_store, rows

KINDS = (*deeds.KINDS, *children.COLD)
FOREIGN = re.compile(r"[A-Za-z0-9/\\:]")
THAI = re.compile("[ก-๙]")
NOTHING = "NothingSavedError"
NO_BACKUP = "BackupFailedError"


@dataclass(frozen=True, slots=True)
class Strike:
    """A call that was failed, what was said of the deed, and what did not hold."""

    name: str
    call: str
    said: str
    faults: tuple[str, ...]


class Stage:
    """Fresh copies of a store to fail on, in one folder."""

    def __init__(self, folder):
        self.folder = folder
        self.held = deeds.prepared(folder / "base" / "ita.duckdb")
        self.other = _other_store(folder / "other" / "ita.duckdb", folder / children.OTHER)
        self.old = old_store(folder / "old" / "ita.duckdb")
        self.run = folder / "run"
        self.path = self.run / "store" / "ita.duckdb"

    def calls(self, kind):
        """Give the names of the write-type calls of a deed, in their order."""
        judge, _ = self._played(kind, judges.Judge(str(self.run)))
        return judge.calls

    def struck(self, kind, fault, at):
        """Fail call number `at` of a deed; None when the deed had no such call this time."""
        judge, story = self._played(kind, judges.Judge(str(self.run), fault, at))
        if not judge.struck:
            return None
        said = story.deed[0] if story.deed else "dead"
        faults = (*_spoken(fault, story), *self._stored(kind, said, story))
        return Strike(f"{kind} {fault} {at}", judge.struck, said, faults)

    def _played(self, kind, judge):
        shutil.rmtree(self.run, ignore_errors=True)
        base = self.folder / ("old" if kind == children.OPENING else "base")
        shutil.copytree(base, self.path.parent)
        shutil.copy(self.folder / children.OTHER, self.run)
        return judge, judges.judged(judge, self.path, self.run, Deed(kind, 100))

    def _stored(self, kind, said, story):
        started = time.monotonic()
        database = open_database(self.path)
        if time.monotonic() - started > LONGEST_REOPENING:
            yield "slow"
        yield from deeds.sums(database) if kind == children.OPENING else deeds.faults(database)
        if kind == children.OPENING:
            yield from [] if rows(database)[0] == self.old[0] else ["lost: an older store"]
        elif deeds.seen(database) not in self._due(kind, said, story):
            yield f"untrue: {said}, but {deeds.seen(database)}"
        database.close()
        if kind == "backup":
            yield from self._backed_up(said)

    def _due(self, kind, said, story):
        """Give what the store may hold, after what was said."""
        deed = Deed(kind, 100)
        # That a backup was asked for is on record before it is made.
        saved = said == "done" or (kind == "backup" and said == NO_BACKUP)
        after = (self.other if kind == children.RESTORING else self.held).after(deed)
        due = [self.held] * (not saved) + [after] * (saved or said == "dead")
        went_on = story.next_deed is not None and story.next_deed[0] == "done"
        return [held.after(deeds.NEXT) for held in due] if went_on else due

    def _backed_up(self, said):
        kept = self.run / "kept.zip"
        if kept.exists() != (said == "done") and said != "dead":
            yield f"untrue: backup {said}"
        if kept.exists():
            copied = self.run / "copied.duckdb"
            unpack(kept, copied, self.run / "copied")
            database = Database(copied)
            if deeds.seen(database) != self.held.after(Deed("backup", 100)):
                yield "partial: backup"
            yield from deeds.sums(database)
            database.close()


def _other_store(path, kept):
    """Make a store with a report more, and its backup; gives what the backup holds."""
    deeds.prepared(path)
    database = open_database(path).acting_as(planner_here("เครื่อง"))
    deeds.do(database, Deed("status", 5), path.parent)
    backup(database, kept)
    held = deeds.seen(database)
    database.close()
    return held


def _spoken(fault, story):
    """See that a failure is told in plain words, and that the process goes on."""
    if fault == judges.KILL:
        return
    for said in (story.deed, story.next_deed):
        if said is None:
            yield "crash: the process died"
        elif said[0] == "crash":
            yield f"crash: {said[1]}"
        elif said[0] != "done":
            yield from not_plain(said[1])
    if story.next_deed and story.next_deed[0] != "done":
        yield f"does not go on: {story.next_deed[0]}"


def not_plain(words):
    """Name words with a path, a number, or anything else that is not for people."""
    return [] if THAI.search(words) and not FOREIGN.search(words) else [f"not plain: {words}"]
