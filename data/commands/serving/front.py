"""The front that leads people to several servers: HAProxy, by the recipe that containers use."""

import os
import shutil
import socket
import urllib.request
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from data.commands.serving.programs import Program
from data.model.refusals import Refusal, RefusedError

_RECIPE: Final = Path(__file__).parents[2] / "deploy" / "haproxy.cfg"
_ITSELF: Final = "127.0.0.1"
_NO_SHELL_PATH: Final = "/usr/sbin"
"""Where Debian puts it, which is on the path of root alone."""


def haproxy() -> str:
    """Give the program.

    Raises:
        RefusedError: it is not installed.
    """
    path = os.pathsep.join((os.environ.get("PATH", ""), _NO_SHELL_PATH))
    found = shutil.which("haproxy", path=path)
    if found is None:
        raise RefusedError(Refusal.NO_FRONT)
    return found


def require_free(port: int) -> None:
    """Refuse a port somebody listens at: HAProxy would share it, and each get half of the people.

    Raises:
        RefusedError: it is taken, or nobody may have it.
    """
    try:
        with socket.create_server((_ITSELF, port)):
            pass
    except (OSError, OverflowError) as error:
        raise RefusedError(Refusal.PORT_TAKEN, port=port) from error


def free_ports(count: int) -> list[int]:
    """Give ports of this machine that nobody listens at."""
    held = [socket.create_server((_ITSELF, 0)) for _ in range(count)]
    ports: list[int] = [one.getsockname()[1] for one in held]
    for one in held:
        one.close()
    return ports


def front(port: int, servers: Sequence[int], folder: Path) -> Program:
    """Give the front of servers at these ports; what it is to know of them is put into a folder."""
    listed = "".join(
        f"    server s{number} {_ITSELF}:{at} cookie s{number}\n"
        for number, at in enumerate(servers, 1)
    )
    backend = folder / "servers.cfg"
    backend.write_text(f"backend servers\n{listed}", encoding="ascii")
    command = [haproxy(), "-db", "-f", str(_RECIPE), "-f", str(backend)]
    bound = {"ITA_BIND": f"{_ITSELF}:{port}", "ITA_PROXY": "127.0.0.0/8"}
    return Program(command, bound)


def answers(port: int) -> bool:
    """Tell whether the app answers at a port."""
    try:
        with urllib.request.urlopen(f"http://{_ITSELF}:{port}/_stcore/health", timeout=5):
            return True
    except OSError:
        return False
