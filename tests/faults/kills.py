"""Killing a process that works on a store at a random moment, and judging what is left."""

import random
import shutil
import time
from dataclasses import dataclass
from pathlib import Path

import queries
from data.database import Database, open_database
from data.database.backups import archives
from tests.faults import children, deeds
from tests.faults.children import OPENING
from tests.faults.deeds import Deed
from tests.old_stores import BEFORE_THE_CATALOGUE, opened_as_it_is, unpack

A_STORE = 10
"""Kills that one store goes through before a new one is taken."""
DEEDS = 4
LONGEST_REOPENING = 5.0
"""Seconds of the processor: those on the wall are longer where others work, too."""
LONGEST_WAIT = 60.0
"""Seconds on the wall, however busy the machine is: an opening waits for nobody."""
MIGRATED = 0.15
TWICE = 0.25
"""Share of kills on an older store, and of those followed by one in the middle of reopening."""
LAST_OF_OLD = "240_heading_match"
MIGRATION = "migration"


@dataclass(frozen=True, slots=True)
class Kill:
    """What was in hand when a process was killed, and what did not hold afterwards."""

    victim: str
    acknowledged: int
    landed: bool
    reopening: float
    faults: tuple[str, ...]


@dataclass(slots=True)
class _Run:
    """The store under way: what it must hold, what its backup must, how long things take."""

    folder: Path
    chance: random.Random
    held: deeds.Held
    usual: dict[str, float]
    backed_up: tuple[deeds.Held | None, ...] = (None,)
    number: int = 0
    crashed: bool = False

    @property
    def path(self):
        return self.folder / "store" / "ita.duckdb"

    def planned(self):
        """Choose deeds that can be done one after the other."""
        chosen, held = [], self.held
        for _ in range(DEEDS):
            kinds = deeds.KINDS if deeds.undoable(held) else ("import", "status", "backup")
            self.number += 1
            chosen.append(Deed(self.chance.choice(kinds), self.number))
            held = held.after(chosen[-1])
        return chosen


def kills(count, folder, seed):
    """Kill `count` processes, one after the other; gives what became of each."""
    held = deeds.prepared(folder / "base" / "ita.duckdb")
    old = old_store(folder / "old" / "ita.duckdb")
    chance = random.Random(seed)  # noqa: S311 - to be repeated, not to be safe
    usual = {OPENING: 0.15, MIGRATION: 0.3}
    for at in range(count):
        if at % A_STORE == 0:
            run = _Run(folder / "run", chance, held, usual)
            shutil.rmtree(run.folder, ignore_errors=True)
            shutil.copytree(folder / "base", run.path.parent)
        if chance.random() < MIGRATED:
            yield _killed_migrating(folder, old, chance, usual)
        else:
            yield _killed_working(run)


def _killed_working(run):
    planned = run.planned()
    victim = run.chance.randrange(len(planned))
    done, begun = _work_until_killed(run, planned, victim)
    before = run.held
    for deed in planned[:done]:
        before = before.after(deed)
        if deed.kind == "backup":
            run.backed_up = (before,)
    after = before.after(planned[done]) if begun > done else before
    if begun > done and planned[done].kind == "backup":
        run.backed_up = (*run.backed_up, after)
    if run.chance.random() < TWICE:
        _kill_opening(run.path, run.folder, run.chance, run.usual, OPENING)
    started = clock()
    database = open_database(run.path)
    reopening, late = since(started)
    found = deeds.seen(database)
    faults = [*deeds.faults(database), *misplaced(found, before, after), *_backup_faults(run)]
    database.close()
    faults += ["crash: it died before it was killed"] * run.crashed
    run.held = found
    in_hand = planned[done].kind if begun > done else "between two"
    return Kill(in_hand, done, found != before, reopening, (*faults, *late))


def _work_until_killed(run, planned, victim):
    """Give how many deeds were acknowledged, and how many were begun."""
    begun_at, begun, done = {}, 0, 0
    with children.child(children.work, run.path, run.folder, planned) as (process, pipe):
        deadline = None
        while deadline is None or (left := deadline - time.monotonic()) > 0:
            if not pipe.poll(children.PATIENCE if deadline is None else left):
                break
            try:
                moment, number = pipe.recv()
            except EOFError:
                run.crashed = True
                break
            kind = OPENING if number < 0 else planned[number].kind
            if moment == "begin":
                begun, begun_at[number] = number + 1, time.monotonic()
            else:
                done = number + 1
                run.usual[kind] = time.monotonic() - begun_at[number]
            if (moment, number) == ("begin", victim):
                deadline = time.monotonic() + _delay(run, kind)
        process.kill()
        process.join(children.PATIENCE)
        for moment, number in _unread(pipe):
            begun, done = (number + 1, done) if moment == "begin" else (begun, number + 1)
    return done, begun


def _delay(run, kind):
    """Anywhere in a deed, and as often about its end: there it is committed and acknowledged."""
    share = run.chance.uniform(run.chance.choice((0, 0.7)), 1.2)
    return share * run.usual.get(kind, 0.1)


def _unread(pipe):
    try:
        while pipe.poll():
            yield pipe.recv()
    except EOFError:
        return


def _kill_opening(path, kept, chance, usual, kind):
    """Kill a process while it opens a store, and learn from each how long that takes."""
    with children.child(children.work, path, kept, []) as (process, pipe):
        pipe.recv()
        started = time.monotonic()
        delay = chance.uniform(0, 1.2 * usual[kind])
        opened = pipe.poll(delay)
        usual[kind] = time.monotonic() - started if opened else max(usual[kind], 1.2 * delay)
        process.kill()
        process.join(children.PATIENCE)


def misplaced(found, before, after):
    if found not in (before, after):
        lost = len(before.audit) - len(found.audit)
        yield f"lost {lost}: {found}, not {before}" if lost > 0 else f"partial: {found}"


def clock():
    return time.monotonic(), time.process_time()


def since(begun):
    """Give the seconds on the wall since then, and that they were too many."""
    wall, work = (now - then for now, then in zip(clock(), begun, strict=True))
    is_slow = work > LONGEST_REOPENING or wall > LONGEST_WAIT
    return wall, (f"slow: {wall:.1f} s, {work:.1f} of the processor",) if is_slow else ()


def _backup_faults(run):
    """See that the backup is the whole of a state it was taken in, or not there."""
    kept = run.folder / "kept.zip"
    if not kept.exists():
        return [] if run.backed_up[0] is None else ["backup: gone"]
    elsewhere = run.folder / "elsewhere.duckdb"
    archives.unpack(kept, elsewhere, run.folder / "elsewhere")
    database = Database(elsewhere)
    found, faults = deeds.seen(database), deeds.sums(database)
    database.close()
    if found not in run.backed_up:
        faults.append(f"backup: {found}")
    run.backed_up = (found,)
    return faults


def old_store(path):
    """Make a store of an older version, with many scores and reports; gives what it holds."""
    with opened_as_it_is(unpack(BEFORE_THE_CATALOGUE, path)) as connection:
        connection.execute(
            "insert into score"
            " select 1, 2560 + i % 9, 'item', 'i' || i, 0, i % 100, false, 's', 'A1'"
            " from range(20000) as numbers(i)"
        )
        connection.execute(
            "insert into status_report (report_id, measure_id, status, percent, note, evidence,"
            " reported_by) select 100 + i, 'm', 'in-progress', i % 100, '', '', 'ก'"
            " from range(500) as numbers(i)"
        )
    database = Database(path)
    held = rows(database)
    database.close()
    return held


def rows(database):
    with database.reading() as cursor:
        scores = cursor.execute(
            "select count(*), sum(value) from score where batch_id = 0"
        ).fetchall()
        reports = cursor.execute(deeds.REPORTS).fetchall()
    return scores, reports


def _killed_migrating(folder, old, chance, usual):
    path = folder / "migrating" / "ita.duckdb"
    shutil.rmtree(path.parent, ignore_errors=True)
    shutil.copytree(folder / "old", path.parent)
    _kill_opening(path, folder, chance, usual, MIGRATION)
    every = {*queries.schema("tables"), *queries.schema("migrations")}
    faults = []
    started = clock()
    database = Database(path)
    applied = _applied(database)
    if not every <= applied and any(name > LAST_OF_OLD for name in applied):
        faults.append(f"partial: {applied}")
    database.close()
    database = open_database(path)
    reopening, late = since(started)
    if rows(database) != old:
        faults.append("lost 1: rows of an older store")
    if not every <= _applied(database):
        faults.append("partial: not migrated")
    database.close()
    return Kill(MIGRATION, 0, every <= applied, reopening, (*faults, *late))


def _applied(database):
    return set(queries.read(database, "store/applied_schema")["name"])
