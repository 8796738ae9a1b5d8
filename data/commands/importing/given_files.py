"""Files that were named on the command line: whether they are there, their names and content."""

import os
import sys
from pathlib import Path
from typing import Final

from data.containers.gate import limits
from data.model.refusals import Refusal, RefusedError

_LARGEST: Final = max(limits.FILE_BYTES, limits.TEXT_FILE_BYTES)


def require_file(path: Path) -> None:
    """Let ordinary files pass, also behind links; a pipe or a device would never end.

    Raises:
        RefusedError: there is no such file.
    """
    try:
        found = path.is_file()
    except (OSError, ValueError):  # a name that no file can have, or a folder nobody may enter
        found = False
    if not found:
        raise RefusedError(Refusal.NO_SUCH_FILE, file_name=shown_name(path))


def shown_name(path: Path) -> str:
    """Name a file in letters: a name that is not UTF-8 mostly came from a Thai Windows in a zip."""
    written = os.fsencode(path.name)
    try:
        return written.decode()
    except UnicodeDecodeError:
        return written.decode("cp874", "replace")


def content_of(path: Path) -> bytes:
    """Read a file once, and one byte more than is ever taken of one that is too large.

    Raises:
        OSError: it cannot be read.
    """
    with path.open("rb") as file:
        return file.read(_LARGEST + 1)


def password_of(path: Path | None) -> str:
    """Read a password from the first line of a file, "-" for standard input; without one "".

    It is no argument: those can be seen by everybody on the computer, and stay in the history.

    Raises:
        RefusedError: there is no such file.
    """
    if path is None:
        return ""
    if str(path) == "-":
        return sys.stdin.readline().rstrip("\r\n")
    require_file(path)
    with path.open(encoding="utf-8-sig") as file:
        return file.readline().rstrip("\r\n")
