"""Old Word files and rich text, turned into a .docx by LibreOffice where it is installed.

It works in a folder of its own with a profile of its own that runs no macros, under limits on
processor time, memory and files, and without a network where the system can take that away. What
comes out is as hostile as what went in: it goes through the gate like any other file.
"""

import logging
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from contextlib import suppress
from functools import cache
from pathlib import Path
from threading import Semaphore
from typing import Final

from data.containers.gate.reasons import RefusedError, Unreadability

_PLACES: Final = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    "C:/Program Files/LibreOffice/program/soffice.exe",
    "C:/Program Files (x86)/LibreOffice/program/soffice.exe",
)
_WALL_SECONDS: Final = 60
_CPU_SECONDS: Final = 40
_MEMORY: Final = 4 * 1024**3
_WRITTEN: Final = 128 * 1024**2
_RTF: Final = b"{\\rtf"
# Limits are put on before the program starts, in an interpreter that becomes it.
_LIMITED: Final = f"""
import os, resource, sys
for kind, most in (
    (resource.RLIMIT_CPU, {_CPU_SECONDS}),
    (resource.RLIMIT_AS, {_MEMORY}),
    (resource.RLIMIT_FSIZE, {_WRITTEN}),
    (resource.RLIMIT_CORE, 0),
):
    try:
        resource.setrlimit(kind, (most, most))
    except ValueError:
        pass
os.execvp(sys.argv[1], sys.argv[1:])
"""
_SETTINGS: Final = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
</oor:items>
"""
_NOWHERE: Final = "http://127.0.0.1:9"
_KEPT: Final = ("PATH", "LANG", "SYSTEMROOT", "TEMP", "TMP")
_one_at_a_time: Final = Semaphore(1)
_log: Final = logging.getLogger(__name__)


def as_document(content: bytes) -> bytes:
    """Give the .docx that a .doc or .rtf becomes.

    Raises:
        RefusedError: there is no LibreOffice here, it could not read the file, or not in time.
    """
    program = office_program()
    if program is None:
        raise RefusedError(Unreadability.NEEDS_OFFICE)
    with _one_at_a_time, tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        return _converted(program, content, Path(folder))


@cache
def office_program() -> str | None:
    """Find LibreOffice, once."""
    named = shutil.which("soffice") or shutil.which("libreoffice")
    return named or next((place for place in _PLACES if Path(place).is_file()), None)


def _converted(program: str, content: bytes, folder: Path) -> bytes:
    settings = folder / "profile" / "user" / "registrymodifications.xcu"
    settings.parent.mkdir(parents=True)
    settings.write_text(_SETTINGS, encoding="utf-8")
    source = folder / ("file.rtf" if content.startswith(_RTF) else "file.doc")
    source.write_bytes(content)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    options = ("--headless", "--norestore", "--nologo", "--nolockcheck", "--convert-to", "docx")
    command = [program, profile, *options, "--outdir", str(folder / "out"), str(source)]
    _run([*_confined(), *command], folder)
    made = folder / "out" / "file.docx"
    if not made.is_file():
        raise RefusedError(Unreadability.DAMAGED)
    return made.read_bytes()


def _run(command: list[str], folder: Path) -> None:
    """Run it to its end, or end it and all it started when its time is over."""
    environment = {name: os.environ[name] for name in _KEPT if name in os.environ}
    environment |= {"HOME": str(folder), "http_proxy": _NOWHERE, "https_proxy": _NOWHERE}
    quiet = subprocess.DEVNULL
    with subprocess.Popen(  # noqa: S603 - a program of this machine; the file is its only input
        command,
        stdin=quiet,
        stdout=quiet,
        stderr=quiet,
        cwd=folder,
        env=environment,
        start_new_session=True,
    ) as running:
        try:
            running.wait(_WALL_SECONDS)
        except subprocess.TimeoutExpired:
            _end(running)
            raise RefusedError(Unreadability.TIME_LIMIT) from None
    if running.returncode:
        _log.warning("The office program ended with %s", running.returncode)


def _end(running: "subprocess.Popen[bytes]") -> None:
    if sys.platform == "win32":
        running.kill()
        return
    with suppress(ProcessLookupError):
        os.killpg(running.pid, signal.SIGKILL)


@cache
def _confined() -> tuple[str, ...]:
    """Give what stands before the command to bound it: limits, and no network where possible."""
    if sys.platform == "win32":
        return ()
    limited = (sys.executable, "-I", "-S", "-c", _LIMITED)
    apart = shutil.which("unshare")
    without_network = (apart, "--map-root-user", "--net", "--") if apart else ()
    if without_network:
        tried = subprocess.run(  # noqa: S603 - whether the system lets us
            [*without_network, "true"], capture_output=True, check=False
        )
        without_network = () if tried.returncode else without_network
    return (*limited, *without_network)
