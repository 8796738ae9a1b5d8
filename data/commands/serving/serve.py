"""Several servers of the app on this machine, one front before them, one store behind them."""

import os
import secrets
import sys
import time
from argparse import Namespace
from collections.abc import Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Event
from typing import Final

from data.commands import output
from data.commands.arguments import Parser, Run, number
from data.commands.keeping.stores import opened
from data.commands.output import Answer
from data.commands.serving import front
from data.commands.serving.programs import Program, ended, told_to_stop
from data.database import register_of
from data.examples import build_example, example_path
from data.framework import apart
from data.model.places import Address, database_place, store_folder
from data.model.refusals import Refusal, RefusedError
from data.people import planner_link
from data.words import commands as words

_SECRET: Final = "STREAMLIT_SERVER_COOKIE_SECRET"  # noqa: S105  its name
_APP: Final = Path(__file__).parents[3] / "dashboard.py"
_SERVERS: Final = 2
_PORT: Final = 8501
_STARTING: Final = 60.0
"""Seconds until the first page must be there."""
_LOOK: Final = 0.2
_OPTIONS: Final = (
    "--server.address=127.0.0.1",
    "--server.headless=true",
    "--logger.hideWelcomeMessage=true",
)


def command(parser: Parser) -> Run:
    """Describe `serve`."""
    parser.option("--servers", type=number, default=_SERVERS, metavar="N")
    parser.option("--port", type=number, default=_PORT, metavar="PORT")
    parser.option("--host", action="append", default=[], metavar="NAME")
    return run


def run(arguments: Namespace) -> Answer:
    """Serve until the command is told to stop; a server that ends is started anew.

    Raises:
        RefusedError: the store is a file, there is no HAProxy, or the servers do not start.
        ItaError: as `open_database`.
    """
    if not isinstance(database_place(), Address):
        raise RefusedError(Refusal.STORE_IS_A_FILE)
    front.haproxy()
    front.require_free(arguments.port)
    address = f"http://localhost:{arguments.port}"
    way_in = _prepare(address)
    ports = front.free_ports(arguments.servers)
    with TemporaryDirectory(prefix="ita-front-") as folder, told_to_stop() as stop:
        told = {"ITA_FRONT": address, _SECRET: os.environ.get(_SECRET) or secrets.token_hex(32)}
        servers = [_server(port, arguments.host, told) for port in ports]
        before = front.front(arguments.port, ports, Path(folder))
        programs = [before, *servers]
        with ended(programs):
            _start(servers, ports, stop)
            _start([before], [arguments.port], stop)
            said = words.SERVING.format(address=address, servers=len(servers), way_in=way_in)
            output.write_words([said])
            _keep(programs, stop)
    again = sum(max(0, program.starts - 1) for program in programs)
    document = {"servers": len(servers), "started_again": again}
    return Answer(document, [words.SERVED.format(again=again)])


def _prepare(address: str) -> str:
    """Do once what else each server would do at its first visitor; give how planners come in."""
    is_shared = register_of(database_place()) is not None
    if not is_shared:
        with opened():
            planner_link.note_address(store_folder(), address)
    example = example_path()
    if not example.exists():
        with apart():
            build_example(example)
    return words.BY_SIGN_IN if is_shared else words.BY_LINK


def _server(port: int, hosts: Sequence[str], told: Mapping[str, str]) -> Program:
    named = [f"--server.allowedHosts={host}" for host in hosts]
    command = [sys.executable, "-m", "streamlit", "run", str(_APP), f"--server.port={port}"]
    return Program([*command, *_OPTIONS, *named], told)


def _start(programs: Sequence[Program], ports: Sequence[int], stop: Event) -> None:
    """Start programs, and wait until all answer.

    Raises:
        RefusedError: one has ended, or it takes too long.
    """
    end = time.monotonic() + _STARTING
    for program in programs:
        program.keep()
    while not (stop.is_set() or all(map(front.answers, ports))):
        if time.monotonic() > end or not all(program.is_running() for program in programs):
            raise RefusedError(Refusal.CANNOT_SERVE)
        stop.wait(_LOOK)


def _keep(programs: Sequence[Program], stop: Event) -> None:
    while not stop.wait(_LOOK):
        for program in programs:
            program.keep()
