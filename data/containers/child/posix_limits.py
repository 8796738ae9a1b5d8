"""The limits a reading process puts on itself on Linux and macOS."""

import resource
import sys
from contextlib import suppress
from typing import Final

from data.containers.gate import limits

if sys.platform == "win32":
    raise ImportError(sys.platform)

_GRACE_SECONDS: Final = 1
"""After the signal that names the time limit comes the one that cannot be ignored."""


def confine(seconds: int) -> None:
    """Limit the memory and the processor time of this process for good; forbid writing files."""
    _limit(resource.RLIMIT_AS, limits.CHILD_BYTES)
    _limit(resource.RLIMIT_CPU, seconds, seconds + _GRACE_SECONDS)
    _limit(resource.RLIMIT_CORE, 0)
    _limit(resource.RLIMIT_FSIZE, 0)


def _limit(kind: int, soft: int, hard: int | None = None) -> None:
    _, ceiling = resource.getrlimit(kind)
    hard = soft if hard is None else hard
    if ceiling != resource.RLIM_INFINITY:
        soft, hard = min(soft, ceiling), min(hard, ceiling)
    # macOS refuses to bound the memory; the other limits hold there all the same.
    with suppress(ValueError):
        resource.setrlimit(kind, (soft, hard))
