"""A PostgreSQL of the tests' own: started in a folder of its own, reached by its socket alone."""

import os
import shutil
import subprocess
import tempfile
from contextlib import contextmanager
from pathlib import Path

import psutil
import psycopg
import pytest
from psycopg import sql
from psycopg.conninfo import conninfo_to_dict

from data.model.places import Address

OWNER = "ita"
SETTINGS = ("listen_addresses=''", "max_connections=100")
HASTY = ("fsync=off", "full_page_writes=off")


def programs():
    """Give the folder of the newest PostgreSQL of this machine, where Debian and others put it."""
    found = [
        *Path("/usr/lib/postgresql").glob("*/bin"),
        *(Path(path).parent for path in [shutil.which("pg_ctl")] if path),
    ]
    return max((path for path in found if (path / "initdb").exists()), default=None)


@contextmanager
def server(*, hasty=True):
    """Run a server; gives the address of its socket. Without PostgreSQL only CI fails.

    A hasty one does not wait for the disk, as one that is measured must.
    """
    folder = programs()
    if folder is None:
        missing = "PostgreSQL is not installed: apt-get install postgresql"
        if os.environ.get("CI"):
            pytest.fail(missing)
        pytest.skip(missing)
    home = Path(tempfile.mkdtemp(prefix="ita-postgresql-"))
    as_owner = []
    if os.geteuid() == 0:  # PostgreSQL refuses to be run by root
        shutil.chown(home, "postgres")
        as_owner = ["runuser", "-u", "postgres", "--"]

    def run(program, *arguments):
        subprocess.run(
            [*as_owner, folder / program, "-D", home / "data", *arguments],
            check=True,
            stdout=subprocess.DEVNULL,
            cwd="/",
        )

    run("initdb", "--locale=C", "--encoding=UTF8", f"--username={OWNER}", "--auth=trust")
    settings = [*SETTINGS, *(HASTY if hasty else ()), f"unix_socket_directories={home}"]
    options = " ".join(f"-c {setting}" for setting in settings)
    run("pg_ctl", "-w", "-l", home / "log", "-o", options, "start")
    try:
        yield f"host={home} user={OWNER}"
    finally:
        run("pg_ctl", "-w", "-m", "immediate", "stop")
        shutil.rmtree(home)


def processes(address):
    """Give the processes of a server."""
    told = Path(conninfo_to_dict(address)["host"]) / "data" / "postmaster.pid"
    main = psutil.Process(int(told.read_text(encoding="ascii").split()[0]))
    return [main, *main.children()]


def new_database(address, name, template="template0", owner=OWNER):
    """Make a database and give its address as ITA_DATABASE has it, for who owns it."""
    with psycopg.connect(f"{address} dbname=postgres", autocommit=True) as connection:
        made = sql.SQL("create database {} template {} owner {}")
        named = map(sql.Identifier, (name, template, owner))
        connection.execute(made.format(*named))
    told = conninfo_to_dict(address)
    return Address(f"postgresql://{owner}@/{name}?host={told['host']}")


def administrator(address):
    """Make a login as an office gets one, which is no superuser, and give its name."""
    with psycopg.connect(f"{address} dbname=postgres", autocommit=True) as connection:
        connection.execute("create role office login createrole")
    return "office"
