"""Which letters the bytes of a text file are."""

import codecs
import re
from typing import Final

from data.containers.gate import limits
from data.containers.gate.reasons import RefusedError, Unreadability

_CONTROLS: Final = re.compile("[\x00-\x08\x0e-\x19\x1b-\x1f]")


def decode(content: bytes) -> tuple[str, str]:
    """Decode UTF-8 with or without a mark, UTF-16 with one, else Thai Windows (cp874).

    Returns:
        The name of the encoding, and the text.

    Raises:
        RefusedError: the bytes are none of these, or no text.
    """
    try:
        encoding, text = _decoded(content)
    except UnicodeDecodeError:
        raise RefusedError(Unreadability.UNKNOWN_ENCODING) from None
    if "\0" in text or has_controls(text):
        raise RefusedError(Unreadability.UNKNOWN_CONTAINER)
    return encoding, text


def has_controls(text: str) -> bool:
    """Tell whether a text begins with signs that no text holds."""
    return _CONTROLS.search(text, 0, limits.MEGABYTE) is not None


def _decoded(content: bytes) -> tuple[str, str]:
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16", content.decode("utf-16")
    try:
        return "utf-8-sig", content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return "cp874", content.decode("cp874")
