"""Files that are built when their button is clicked, as the page saw things that offered them."""

from collections.abc import Callable
from contextvars import copy_context


def later(make: Callable[[], bytes]) -> Callable[[], bytes]:
    """Let a file be built on a click, in another thread, of the store the page shows now."""
    context = copy_context()
    return lambda: context.copy().run(make)
