"""Which texts are links that may be followed."""

from typing import Final
from urllib.parse import urlsplit

_NEVER_IN_A_LINK: Final = frozenset(" \"'<>\\^`{|}")


def is_safe_link(text: str) -> bool:
    """Tell whether a text is one http or https address and nothing else.

    No credentials, whitespace, invisible or control characters, and none that ends an attribute
    or opens markup where somebody prints it: `https://a.th/"onclick=` is no link.
    """
    if not text.isprintable() or not _NEVER_IN_A_LINK.isdisjoint(text):
        return False
    try:
        parts = urlsplit(text)
        named = parts.hostname and parts.port != 0
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and bool(named) and "@" not in parts.netloc
