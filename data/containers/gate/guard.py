"""The one place where what a third-party reader raises becomes a refusal."""

from collections.abc import Callable, Iterator
from typing import TypeVar

from defusedxml import DefusedXmlException

from data.containers.gate.reasons import RefusedError, Unreadability

Result = TypeVar("Result")


def guarded(read: Callable[[], Result]) -> Result:
    """Call a reader; whatever it raises means that the file is damaged, or its XML forbidden.

    Only calls of other people's readers belong in here, so that a bug of our own stays a bug.
    """
    try:
        return read()
    except (RefusedError, MemoryError):
        raise
    except DefusedXmlException as error:
        raise RefusedError(Unreadability.FORBIDDEN_XML) from error
    except BaseException as error:  # a panic in Rust is not an Exception
        raise RefusedError(Unreadability.DAMAGED) from error


def guarded_each(items: Iterator[Result]) -> Iterator[Result]:
    """Give what a reader yields, item by item, and guard only the reader's own steps."""
    end = object()
    while (item := guarded(lambda: next(items, end))) is not end:
        yield item  # type: ignore[misc]
