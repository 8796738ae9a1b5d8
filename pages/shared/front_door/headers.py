"""The safeguards every answer carries, and our page in the place of Streamlit's."""

import base64
import hashlib
import re
from functools import cache
from typing import Final

from starlette.datastructures import MutableHeaders
from starlette.types import Message, Scope, Send

from pages.shared.front_door import thai_words

SHORTER: Final = frozenset({b"accept-encoding", b"if-none-match", b"if-modified-since"})
"""What a browser asks for to be sent less than the whole page in plain letters."""

_STREAMLITS: Final = ["text/html; charset=utf-8", str(len(thai_words.streamlit_page()))]
"""What the answer with Streamlit's page says of itself."""

_INLINE: Final = re.compile(r"<script>(.*?)</script>", re.DOTALL)


class Guarded:
    """Send an answer on with its safeguards, and our page where it is Streamlit's."""

    def __init__(self, send: Send) -> None:
        self._send = send
        self._is_page = False
        self._unsent = b""

    async def __call__(self, message: Message) -> None:
        """Send one part of the answer."""
        if message["type"] == "http.response.start":
            message = {**message, "headers": list(message.get("headers", ()))}
            headers = MutableHeaders(scope=message)
            headers.update(safeguards())
            described = [headers.get(name, "") for name in ("content-type", "content-length")]
            self._is_page = described == _STREAMLITS
            if self._is_page:
                self._unsent = thai_words.page()
                headers["content-length"] = str(len(self._unsent))
        elif self._is_page and message.get("body"):
            message, self._unsent = {**message, "body": self._unsent}, b""
        await self._send(message)


def whole_page(scope: Scope) -> Scope:
    """Give a request that asks for a page whole, so that a word in it can be changed."""
    if b"text/html" not in dict(scope["headers"]).get(b"accept", b""):
        return scope
    return {**scope, "headers": [pair for pair in scope["headers"] if pair[0] not in SHORTER]}


@cache
def safeguards() -> dict[str, str]:
    """Give the headers that tell a browser what of other places it may load, show and tell."""
    rules = {
        "default-src": "'self'",
        "script-src": " ".join(["'self'", "'wasm-unsafe-eval'", *_scripts_of_the_page()]),
        # Streamlit and Plotly set styles as they draw.
        "style-src": "'self' 'unsafe-inline'",
        "img-src": "'self' data: blob:",
        "font-src": "'self' data:",
        "media-src": "'self' blob:",
        "worker-src": "'self' blob:",
        "object-src": "'none'",
        "base-uri": "'self'",
        "form-action": "'self'",
        "frame-ancestors": "'none'",
    }
    return {
        "Content-Security-Policy": "; ".join(f"{name} {rule}" for name, rule in rules.items()),
        "X-Content-Type-Options": "nosniff",
        "X-Frame-Options": "DENY",
        "Referrer-Policy": "same-origin",
        "Cross-Origin-Opener-Policy": "same-origin",
        "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
    }


def _scripts_of_the_page() -> list[str]:
    """Give the hashes of the scripts that stand in Streamlit's own page."""
    page = thai_words.page().decode()
    digests = (hashlib.sha256(script.encode()).digest() for script in _INLINE.findall(page))
    return [f"'sha256-{base64.b64encode(digest).decode()}'" for digest in digests]
