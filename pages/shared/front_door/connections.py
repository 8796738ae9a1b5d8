"""How many pages may be open at once: each is a session that takes memory."""

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from starlette.types import Scope

MOST: Final = 400
MOST_OF_ONE: Final = 60
"""Of one address: a person with many tabs, or a small office behind one router."""

_HELD: Final[Counter[str]] = Counter()
"""Open connections by address; only the loop of the server counts here."""


@contextmanager
def held(scope: Scope) -> Iterator[bool]:
    """Count a connection for as long as it lasts; False when it is one too many."""
    client = (scope.get("client") or ("",))[0]
    if _HELD[client] >= MOST_OF_ONE or _HELD.total() >= MOST:
        yield False
        return
    _HELD[client] += 1
    try:
        yield True
    finally:
        _HELD[client] -= 1
        if not _HELD[client]:
            del _HELD[client]
