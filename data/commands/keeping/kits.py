"""A folder to carry to a machine without the internet: the app, its packages and what starts it."""

import os
import re
import shutil
import subprocess
import sys
from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from packaging.markers import Marker, default_environment

from data.commands.arguments import Parser, Run
from data.commands.keeping.trimming import trim_wheels
from data.commands.output import Answer, writing
from data.model.refusals import Refusal, RefusedError
from data.words import commands as words

APP: Final = Path(__file__).parents[3]
LOCK: Final = "requirements.lock"
PARTS: Final = (
    "dashboard.py",
    "pyproject.toml",
    "README.md",
    LOCK,
    "start.bat",
    "start.sh",
    ".streamlit/config.toml",
    ".streamlit/secrets.toml.example",
    "data",
    "pages",
    "queries",
)
PLATFORMS: Final = {
    "win_amd64": ("win_amd64",),
    "manylinux_x86_64": tuple(
        f"manylinux{version}_x86_64"
        for version in ("_2_35", "_2_31", "_2_28", "_2_27", "_2_17", "2014")
    ),
    "macosx_arm64": ("macosx_15_0_arm64", "macosx_14_0_arm64", "macosx_12_0_arm64"),
}
_SYSTEMS: Final = {
    "win": {"sys_platform": "win32", "platform_system": "Windows", "os_name": "nt"},
    "man": {"sys_platform": "linux", "platform_system": "Linux", "os_name": "posix"},
    "mac": {"sys_platform": "darwin", "platform_system": "Darwin", "os_name": "posix"},
}
VERSIONS: Final = ("3.11", "3.12", "3.13", "3.14")
_COMPILED: Final = "__pycache__"
_OWN_STORE: Final = APP / "data" / "store"
_PINNED: Final = re.compile(r"^[^\s#].*?(?=^[^\s#]|\Z)", re.DOTALL | re.MULTILINE)


def command(parser: Parser) -> Run:
    """Describe `kit`."""
    parser.option("--out", required=True, text="kit_place", type=Path, metavar="DIR")
    parser.option("--platform", required=True, choices=list(PLATFORMS), type=str)
    parser.option("--python", required=True, choices=VERSIONS, text="kit_python", type=str)
    return make_kit


def make_kit(arguments: Namespace) -> Answer:
    """Copy the app and fetch the packages of another machine, each held to its hash.

    Raises:
        RefusedError: the folder is in use, or a package could not be fetched.
    """
    target: Path = arguments.out
    if target.exists() and any(target.iterdir()):
        raise RefusedError(Refusal.CANNOT_WRITE, file_name=target.name)
    copy_app(target)
    _fetch(target, arguments.platform, arguments.python)
    lock = target / LOCK
    lock.write_bytes(trim_wheels(target / "wheels", lock.read_text("utf-8")).encode())
    wheels = sorted((target / "wheels").glob("*.whl"))
    size = sum(path.stat().st_size for path in target.rglob("*") if path.is_file())
    told = words.KIT_MADE.format(
        folder=target.name, wheels=len(wheels), megabytes=round(size / 1_000_000)
    )
    document = {"path": str(target), "platform": arguments.platform, "python": arguments.python}
    return Answer(document | {"wheels": [one.name for one in wheels], "bytes": size}, [told])


def needed(lock: str, platform: str, python: str) -> Iterator[str]:
    """Give the entries of the lock that a machine needs, with their hashes."""
    environment: dict[str, str] = {
        **{key: str(fact) for key, fact in default_environment().items()},
        **_SYSTEMS[platform[:3]],
        "python_version": python,
        "python_full_version": f"{python}.0",
        "platform_machine": platform.rpartition("_")[2] if platform[:3] == "mac" else "x86_64",
        "implementation_name": "cpython",
        "platform_python_implementation": "CPython",
    }
    for entry in _PINNED.findall(lock):
        pinned, _, hashes = entry.partition("\\")
        name, _, marker = pinned.partition(";")
        if not marker.strip() or Marker(marker.strip()).evaluate(environment):
            yield f"{name.strip()} \\{hashes}"


def _left_out(folder: str, names: list[str]) -> list[str]:
    return [one for one in names if one == _COMPILED or Path(folder, one) == _OWN_STORE]


def copy_app(target: Path) -> None:
    """Copy the app, without what Python compiled and a store that lies in its folder.

    Raises:
        RefusedError: the folder cannot be written.
    """
    with writing(target):
        target.mkdir(parents=True, exist_ok=True)
        for part in PARTS:
            source, copy = APP / part, target / part
            copy.parent.mkdir(parents=True, exist_ok=True)
            if source.is_dir():
                shutil.copytree(source, copy, ignore=_left_out)
            else:
                shutil.copyfile(source, copy)
        batch = (target / "start.bat").read_bytes().replace(b"\r\n", b"\n")
        (target / "start.bat").write_bytes(batch.replace(b"\n", b"\r\n"))
        (target / "start.sh").chmod(0o755)


def _fetch(target: Path, platform: str, python: str) -> None:
    """Let pip fetch what the lock pins; markers are those of the other machine, not of this."""
    wanted = target / f"wanted-{os.getpid()}.txt"
    entries = needed((APP / LOCK).read_text(encoding="utf-8"), platform, python)
    wanted.write_text("\n".join(entries), encoding="utf-8")
    command = [
        *(sys.executable, "-m", "pip", "download", "--quiet", "--disable-pip-version-check"),
        *("--no-deps", "--require-hashes", "--only-binary=:all:", "--implementation", "cp"),
        *("--python-version", python, "--dest", str(target / "wheels"), "-r", str(wanted)),
        *(f"--platform={name}" for name in PLATFORMS[platform]),
    ]
    try:
        subprocess.run(command, check=True)  # noqa: S603  pip of this interpreter, our own lock
    except (OSError, subprocess.CalledProcessError) as error:
        raise RefusedError(Refusal.CANNOT_FETCH) from error
    finally:
        wanted.unlink(missing_ok=True)
