"""Web pages in the form of a mail (.mht, or named .xls): Excel's "single file web page"."""

import email
from typing import Final

from data.containers.formats.layouts import numbered
from data.containers.formats.markup.web_pages import tables_of
from data.containers.formats.readings import Reading
from data.containers.gate import limits
from data.containers.gate.guard import guarded
from data.containers.gate.reasons import RefusedError, Unreadability

_BOUNDARY: Final = b"\n--"
_COMMENT_END: Final = b"\n-->"


def read_web_archive(content: bytes) -> list[Reading]:
    """Read each table of each page in the archive; nothing that a page refers to is fetched.

    Raises:
        RefusedError: damaged, no table, or more than the limits allow.
    """
    if content.count(_BOUNDARY) - content.count(_COMMENT_END) > limits.ENTRIES:
        raise RefusedError(Unreadability.TOO_MANY_ENTRIES)
    pages = guarded(lambda: _pages(content))
    if len(pages) > limits.SHEETS:
        raise RefusedError(Unreadability.TOO_MANY_SHEETS)
    return numbered([table for page in pages for table in tables_of(page)])


def _pages(content: bytes) -> list[bytes]:
    message = email.message_from_bytes(content.lstrip())
    parts = [part for part in message.walk() if part.get_content_type() == "text/html"]
    bodies = [part.get_payload(decode=True) for part in parts]
    # The parser mends what is cut off or no base64 without a word, and letters would be missing.
    if any(part.defects for part in message.walk()):
        raise RefusedError(Unreadability.DAMAGED)
    return [body for body in bodies if isinstance(body, bytes)]
