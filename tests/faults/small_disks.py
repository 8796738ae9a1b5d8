"""A really full disk: a small one of memory, mounted by a child for nobody but itself."""

import ctypes
import os
import shutil
import sys
from pathlib import Path

from data.database import open_database
from data.model.access import planner_here
from tests.faults import children, deeds

SIZE = 16 << 20
_NEW_USER, _NEW_MOUNTS = 0x10000000, 0x00020000


def missing():
    """Say why no disk can be mounted here, "" where one can."""
    if sys.platform != "linux":
        return "a small disk is mounted on Linux only"
    with children.child(_try) as (_, pipe):
        return pipe.recv()


def filled(base, folder, deed, room):
    """Do a deed with `room` bytes left; gives what was said, what is held, what does not hold."""
    folder.mkdir(parents=True)
    with children.child(_work, base, folder, deed, room) as (_, pipe):
        return pipe.recv()


def _try(pipe):
    try:
        _mount(Path("/tmp"))  # noqa: S108 - seen by this child alone
    except OSError as refusal:
        pipe.send(f"no disk can be mounted without rights: {refusal.strerror}")
    else:
        pipe.send("")
    pipe.recv()


def _work(pipe, base, folder, deed, room):
    _mount(folder)
    path = folder / "store" / "ita.duckdb"
    shutil.copytree(base, path.parent)
    database = open_database(path).acting_as(planner_here("เครื่อง"))
    ballast = folder / "ballast"
    _fill(ballast, room)
    told = [children.said(lambda: children.do(database, deed, folder))]
    ballast.unlink()
    held = [deeds.seen(database)]
    told.append(children.said(lambda: children.do(database, deeds.NEXT, folder)))
    database.close()
    database = open_database(path)
    held.append(deeds.seen(database))
    faults = deeds.faults(database)
    database.close()
    pipe.send((told, held, faults, sorted(one.name for one in folder.iterdir())))
    pipe.recv()


def _mount(folder):
    libc = ctypes.CDLL(None, use_errno=True)
    user, group = os.getuid(), os.getgid()
    if libc.unshare(_NEW_USER | _NEW_MOUNTS):
        raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()))
    Path("/proc/self/setgroups").write_text("deny", encoding="ascii")
    Path("/proc/self/uid_map").write_text(f"0 {user} 1", encoding="ascii")
    Path("/proc/self/gid_map").write_text(f"0 {group} 1", encoding="ascii")
    if libc.mount(b"small", os.fsencode(folder), b"tmpfs", 0, f"size={SIZE}".encode()):
        raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()))


def _fill(ballast, room):
    with ballast.open("wb", buffering=0) as file:
        try:
            while True:
                file.write(bytes(4096))
        except OSError:
            file.truncate(file.tell() - room)
