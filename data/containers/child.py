"""The reading process: a file on standard input becomes sheets or a refusal on standard output."""

import sys

from data.containers.answers import encode, encode_refusal
from data.containers.archives import open_archive
from data.containers.readings import Reading
from data.containers.reasons import RefusedError, Unreadability
from data.containers.signatures import Container
from data.containers.workbooks import WORKBOOK, read_workbook

if sys.platform == "win32":
    from data.containers.windows_limits import confine
else:
    from data.containers.posix_limits import confine


def main() -> None:
    """Read the file in standard input; the arguments are its container and seconds."""
    container, seconds = sys.argv[1:]
    confine(int(seconds))
    answer = _answer(Container(container), sys.stdin.buffer.read())
    sys.stdout.buffer.write(answer)


def _answer(container: Container, content: bytes) -> bytes:
    try:
        return encode(_readings(container, content))
    except RefusedError as refusal:
        return encode_refusal(refusal.reason)
    except MemoryError:
        return encode_refusal(Unreadability.MEMORY_LIMIT)


def _readings(container: Container, content: bytes) -> list[Reading]:
    if container is Container.ZIP:
        return _from_archive(content)
    raise RefusedError(Unreadability.UNKNOWN_CONTAINER)


def _from_archive(content: bytes) -> list[Reading]:
    archive = open_archive(content)
    if WORKBOOK in archive.entries:
        return read_workbook(archive)
    raise RefusedError(Unreadability.UNKNOWN_CONTAINER)
